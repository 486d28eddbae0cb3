"""Reading a .docx as a văn thư does: what stands where, how it looks, what the form rules want.

``package`` and ``xml`` open the file, ``styles`` and ``numbering`` resolve what Word shows,
``reading`` gives ``looks.Pages``, ``parts`` finds quốc hiệu … nơi nhận, ``judges`` compare them
with a ``ruleset``. Findings are ``Fault``: their words stand in the room of rules. Nothing writes.
"""
