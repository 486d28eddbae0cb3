"""kehoach: a province's cooperation plans as plain files, checked, tracked and printed.

The rooms of the house and what each may import stand in ``tests/test_architecture.py``.
"""

__version__ = "0.1.0"
