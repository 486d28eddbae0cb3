"""Reading an official Kế hoạch or Phụ lục, written elsewhere, into the files of a workspace.

``texts`` and ``word`` make neutral lines and tables (``lines``) of a file; ``wrapping`` joins what
a page has cut; ``parts``, ``head``, ``opening``, ``sections``, ``duties``, ``annex`` and ``ending``
understand them; ``planning`` puts the data together, ``layout`` writes them as YAML, and ``proof``
renders them again and compares. What is unsure is a ``Remark``. Nothing here writes files.
"""
