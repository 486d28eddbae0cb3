"""Whose form a workbook is, for which period, and what it held when it was made.

The hidden sheet says so exactly. Where a program or a copy has lost it, the visible codes do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from kehoach_cli.exchange.forms.layout import HIDDEN, PERIOD_LABEL, PLAN_LABEL, SENDER_LABEL
from kehoach_cli.exchange.forms.purposes import ANNEX_BOOK
from kehoach_cli.exchange.forms.reading import RawBook, RawSheet
from kehoach_cli.exchange.forms.values import Told
from kehoach_cli.exchange.forms.workbook import SIGNATURE, VERSION
from kehoach_cli.exchange.package import Refused
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import fold

RowKey = tuple[str, str]
"""Part of the report and code of the row."""

_WIDTH = 5
_KEYS = ("sender", "period")
_LABELS = {fold(SENDER_LABEL): "sender", fold(PERIOD_LABEL): "period", fold(PLAN_LABEL): "plan"}
_DEEP = 60


@frozen
class BaseRow:
    """What a row held when the form was made; ``plan`` is "" where the sender was to choose it."""

    plan: str
    values: Mapping[str, Told] = field(default_factory=dict)


@frozen
class Identity:
    """Whose form it is; ``rows`` and ``heads`` (by plan) are None where the hidden part is lost."""

    sender: str
    period: str
    rows: Mapping[RowKey, BaseRow] | None = None
    heads: Mapping[str, Mapping[str, Told]] | None = None

    @property
    def is_whole(self) -> bool:
        """The hidden part is there."""
        return self.rows is not None


def identity_of(book: RawBook) -> Identity:
    """Whose form it is.

    Raises:
        Refused: Nothing in it says so, or two places say different things.
    """
    seen = _visible(book)
    if plan := seen.get("plan"):
        seen |= {"sender": ANNEX_BOOK.sender, "period": plan}
    hidden = next((one for one in book.sheets if one.title.lower() == HIDDEN), None)
    found = _read_hidden(hidden) if hidden else None
    if found is None:
        if not all(seen.get(key) for key in _KEYS):
            raise Refused("not-a-form", sender=SENDER_LABEL, period=PERIOD_LABEL)
        return Identity(seen["sender"], seen["period"])
    for key in _KEYS:
        shown, own = seen.get(key), getattr(found, key)
        if shown and shown != own:
            raise Refused("two-forms", shown=shown, own=own)
    return found


def _visible(book: RawBook) -> dict[str, str]:
    """The codes behind their labels, on the first sheet that has them."""
    found: dict[str, str] = {}
    for sheet in book.sheets:
        for (row, column), cell in sorted(sheet.cells.items()):
            key = _LABELS.get(cell.folded) if row <= _DEEP else None
            if key:
                found.setdefault(key, _next_text(sheet, row, column))
    return found


def _next_text(sheet: RawSheet, row: int, column: int) -> str:
    """The nearest text to the right."""
    texts = (sheet.at(row, one).text for one in range(column + 1, column + _WIDTH))
    return next(filter(None, texts), "").lower()


def _read_hidden(sheet: RawSheet) -> Identity | None:
    lines = list(_lines(sheet))
    if not lines or lines[0][:2] != (SIGNATURE, VERSION):
        return None
    _, _, sender, period, _ = lines[0]
    rows: dict[RowKey, tuple[str, dict[str, Told]]] = {}
    heads: dict[str, dict[str, Told]] = {}
    for part, plan, code, key, value in lines[1:]:
        values = (
            rows.setdefault((part, code), (plan, {}))[1] if code else heads.setdefault(plan, {})
        )
        if key:
            values[key] = value
    return Identity(
        sender,
        period,
        {key: BaseRow(plan, values) for key, (plan, values) in rows.items()},
        heads,
    )


def _lines(sheet: RawSheet) -> Iterator[tuple[str, ...]]:
    for row in range(1, sheet.last[0] + 1):
        cells = (sheet.at(row, column) for column in range(1, _WIDTH + 1))
        yield tuple("" if one.value is None else str(one.value) for one in cells)
