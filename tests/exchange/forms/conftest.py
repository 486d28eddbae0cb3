"""A province with every state, its forms as they go out, and what becomes of them on return."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from tests.conftest import Kehoach

from kehoach_cli.exchange.forms.content import Form, form_of
from kehoach_cli.exchange.forms.importing import TOLD, Outcome, receive_book, receive_form
from kehoach_cli.exchange.forms.reading import cells_of
from kehoach_cli.exchange.forms.taking import Asked
from kehoach_cli.exchange.forms.workbook import form_bytes
from kehoach_cli.progress import Progress, evaluate, period_of
from kehoach_cli.workspace import Workspace, load

REPOSITORY = Path(__file__).parents[3]
EVERY_STATE = REPOSITORY / "tests" / "workspaces" / "every-state"
AS_OF = date(2027, 12, 14)


@dataclass
class Returned:
    """A form in the hands of its sender, edited as people and programs do."""

    book: Book

    def sheets(self) -> Iterator[Worksheet]:
        return (one for one in self.book.worksheets if one.sheet_state == "visible")

    def sheet(self, name: str = "Nhiệm vụ") -> Worksheet:
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def row(self, code: str) -> tuple[Worksheet, int]:
        return next(
            (sheet, cell.row)
            for sheet in self.sheets()
            for (cell,) in sheet.iter_rows(min_row=4, max_col=1)
            if cell.value == code
        )

    def cell(self, code: str, title: str) -> Cell:
        if not code:
            return self._beside(title)
        sheet, row = self.row(code)
        column = next(one.column for one in sheet[3] if one.value == title)
        found = sheet.cell(row, column)
        assert isinstance(found, Cell)
        return found

    def _beside(self, label: str) -> Cell:
        guide = self.sheet("Hướng dẫn")
        row = next(one.row for (one,) in guide.iter_rows(max_col=1) if one.value == label)
        found = guide.cell(row, 2)
        assert isinstance(found, Cell)
        return found

    def set(self, code: str, title: str, value: object, number_format: str = "") -> None:
        cell = self.cell(code, title)
        cell.value = value  # type: ignore[assignment]
        if number_format:
            cell.number_format = number_format

    def data(self) -> bytes:
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def opened(data: bytes) -> Returned:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Returned(load_workbook(io.BytesIO(data)))


@dataclass
class Office:
    """The focal agency: makes forms and takes them in, without writing anything."""

    ws: Workspace
    progress: dict[str, Progress | None] = field(default_factory=dict)
    made: dict[str, bytes] = field(default_factory=dict)

    def figures(self, period: str) -> Progress | None:
        if period not in self.progress:
            known = period_of(self.ws, period)
            self.progress[period] = evaluate(self.ws, AS_OF, period=period) if known else None
        return self.progress[period]

    def form(self, sender: str, period: str = "2027") -> Form:
        figures = self.figures(period)
        assert figures is not None
        return form_of(self.ws, figures, sender)

    def sent(self, sender: str) -> bytes:
        """The form as it goes out; made once."""
        if sender not in self.made:
            self.made[sender] = form_bytes(self.form(sender))
        return self.made[sender]

    def send(self, sender: str) -> Returned:
        return opened(self.sent(sender))

    def opened(self, data: bytes) -> Returned:
        return opened(data)

    def taking(self, sent: Returned | bytes) -> dict[tuple[str, str], str | None]:
        """What is taken of a form that nothing is wrong with: row, key → told value."""
        outcome = self.receive(sent)
        assert [dict(one.args) for one in outcome.faults if one.kind not in TOLD] == []
        assert outcome.taken is not None
        return {(code, key): value for (_, _, code, key), value in outcome.taken.values.items()}

    def refusing(self, sent: Returned | bytes) -> list[tuple[str, str, str]]:
        """What is wrong with a form, of which nothing must be taken: rule, reason, where."""
        outcome = self.receive(sent)
        assert not outcome.is_sound
        assert outcome.changes(self.ws) == []
        return [
            (one.kind, str(one.args.get("reason", "")), str(one.args["where"]))
            for one in outcome.faults
        ]

    def receive(self, sent: Returned | bytes, *, prefers_form: bool = False) -> Outcome:
        """Bytes as files come; an edited form without saving it, which takes openpyxl long."""
        asked = Asked(AS_OF, prefers_form=prefers_form)
        if isinstance(sent, bytes):
            return receive_form(self.ws, self.figures, sent, "bieu.xlsx", asked)
        return receive_book(self.ws, self.figures, cells_of(sent.book), "bieu.xlsx", asked)


@pytest.fixture(scope="session")
def ws() -> Workspace:
    return load(EVERY_STATE)


@pytest.fixture(scope="session")
def office(ws: Workspace) -> Office:
    return Office(ws)


@pytest.fixture(scope="session")
def form(office: Office) -> Callable[[str], Form]:
    return cache(office.form)


@pytest.fixture
def yt(office: Office) -> Returned:
    """The form of Sở Y tế, which has reported on all its tasks."""
    return office.send("so-yt")


@pytest.fixture
def kehoach(kehoach: Kehoach, root: Path, monkeypatch: pytest.MonkeyPatch) -> Kehoach:
    monkeypatch.chdir(root.parent)  # what goes to build/ must not land in the repository
    return lambda *words: kehoach(*words, "--root", root)
