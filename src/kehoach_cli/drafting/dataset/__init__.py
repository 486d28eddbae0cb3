"""The figures of one period as a data set: typed tables for engines that read many provinces.

Every row is one of those that ``status`` and the documents count, so a query that counts rows gets
their totals.
"""

from __future__ import annotations

from kehoach_cli.drafting.dataset.tables import HEAD, TABLES, filled

__all__ = ["HEAD", "TABLES", "filled"]
"""The columns of every table, all tables, and one of them filled for an audience."""
