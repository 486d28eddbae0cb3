"""Excel forms: one workbook for each sender, out to it and back in.

Going out: ``content`` (what a sender is asked) → ``workbook`` (bytes). Coming back: ``package``
(is it safe to open?) → ``reading`` (cells as facts) → ``matching`` (which row is which) →
``exchange.merge`` → ``taking`` (changes of YAML files). ``layout`` and ``values`` say for both
ways which columns there are and how a value reads in a cell.
"""
