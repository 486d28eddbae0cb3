"""A date of which only the month is known, in the terms of a document."""

from __future__ import annotations

from kehoach_cli.frozen import frozen


@frozen
class MonthOnly:
    """A document's date of which only month and year are known; the day is left blank."""

    year: int
    month: int
