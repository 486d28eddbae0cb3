"""Excel forms: workbooks out to whoever has only Excel, and back in.

``purposes``: the form of a sender (``content``), the register of papers (``register``, with the
results that ``typing_in`` takes), the tasks of an annex (``annex_book``). Going out each becomes a
``workbook`` (bytes). Coming back: ``package`` (is it safe to open?) → ``reading`` (cells as facts)
→ ``matching`` (which row is which) → ``exchange.merge`` → ``taking`` (changes of YAML files).
``layout`` and ``values`` say for both ways which columns there are and how a value reads in a cell.
"""
