"""Taking in returned forms one after another: what is written, what is said of each."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kehoach_cli.cli.documents import say_written
from kehoach_cli.cli.output import reason_of, write_all
from kehoach_cli.cli.recording import write_changes
from kehoach_cli.cli.screen import print_blocks
from kehoach_cli.diagnostics import Diagnostic
from kehoach_cli.errors import KehoachError
from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from kehoach_cli.exchange.forms.importing import Outcome
    from kehoach_cli.exchange.forms.taking import Asked
    from kehoach_cli.progress import Progress
    from kehoach_cli.rules.base import Context

_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".xltx", ".ods", ".et"})
"""What a folder is searched for; those that are no form are told of by name."""

_MARKED = "can-sua"


def collect(places: Iterable[Path]) -> list[Path]:
    """The files, and the spreadsheets in the folders, each once; lock files are passed over."""
    found: list[Path] = []
    for place in places:
        if not place.is_dir():
            found.append(place)
            continue
        inside = [one for one in sorted(place.rglob("*")) if one.suffix.lower() in _SUFFIXES]
        kept = [one for one in inside if not one.name.startswith((".", "~$")) and one.is_file()]
        if not kept:
            raise typer.BadParameter(f"trong «{place}» không có tệp Excel nào")
        found += kept
    return list(dict.fromkeys(found))


def passed_over(places: Iterable[Path]) -> list[str]:
    """The other files in the folders, by name: a scan or a Word file may be somebody's report."""
    inside = (one for place in places if place.is_dir() for one in sorted(place.rglob("*")))
    return [
        one.name
        for one in inside
        if one.is_file()
        and one.suffix.lower() not in _SUFFIXES
        and not one.name.startswith((".", "~$"))
    ]


@frozen
class _Line:
    """A line of the summary."""

    file: str
    sender: str
    taken: int
    clashes: int
    errors: int
    result: str


@dataclass(slots=True)
class Intake:
    """The files of one run."""

    context: Context
    asked: Asked
    is_confirmed: bool = False
    is_dry: bool = False
    is_clean: bool = True
    _lines: list[_Line] = field(default_factory=list)
    _said: list[str] = field(default_factory=list)
    _marked: dict[str, bytes] = field(default_factory=dict)
    _progress: dict[str, Progress | None] = field(default_factory=dict)
    _first: dict[tuple[str, str], str] = field(default_factory=dict)

    def take(self, path: Path) -> None:
        """Take in one file, or keep what is to be said of it."""
        data, outcome = self._read(path)
        found = self._worded(outcome)
        refusal = self._write(outcome)
        self._said += [_sentence(one) for one in found]
        self._said += [f"{path}: {refusal}"] if refusal else []
        self._keep_marked(path, data, outcome, found)
        line = self._line(outcome, refusal)
        self._lines.append(line)
        self.is_clean &= not refusal and self._may_take(outcome)

    def show(self) -> None:
        """What was found, what is taken where that is asked for, and the summary."""
        from kehoach_cli.document.blocks import Column
        from kehoach_cli.drafting.questions.view import listing

        for sentence in self._said:
            sys.stdout.write(f"{sentence}\n")
        table = listing(
            "bieu-nhan-ve",
            (
                (Column("file", "Tệp", 70), lambda row: row.file),
                (Column("sender", "Đơn vị", 50), lambda row: row.sender),
                (Column("taken", "Ô nhận", 18, "right"), lambda row: row.taken),
                (Column("clashes", "Xung đột", 18, "right"), lambda row: row.clashes),
                (Column("errors", "Lỗi", 14, "right"), lambda row: row.errors),
                (Column("result", "Kết quả", 60), lambda row: row.result),
            ),
            self._lines,
        )
        print_blocks((table,), sys.stdout)

    def write_marked(self, out: Path, *, force: bool) -> None:
        """The copies to mail back."""
        if self._marked:
            say_written(write_all(out, self._marked, force=force))

    def _read(self, path: Path) -> tuple[bytes, Outcome]:
        from kehoach_cli.exchange.forms.importing import Outcome, receive_form
        from kehoach_cli.exchange.forms.notes import fault_at
        from kehoach_cli.exchange.package import EXCEL

        name = path.as_posix()
        try:
            with path.open("rb") as file:
                data = file.read(EXCEL.file + 1)
        except OSError as error:
            reason = "missing" if isinstance(error, FileNotFoundError) else "io-error"
            return b"", Outcome(name, (fault_at(name, "form-unreadable", None, reason=reason),))
        outcome = receive_form(self.context.ws, self._figures, data, name, self.asked)
        return data, self._once(outcome)

    def _once(self, outcome: Outcome) -> Outcome:
        """The second form of one sender in a run waits: it was matched against data of before."""
        from kehoach_cli.exchange.forms.importing import Outcome
        from kehoach_cli.exchange.forms.notes import fault_at

        if outcome.form is None:
            return outcome
        key = (outcome.form.sender, outcome.form.period)
        first = self._first.setdefault(key, outcome.file)
        if first == outcome.file:
            return outcome
        said = {"sender": key[0], "period": key[1], "first": first}
        fault = fault_at(outcome.file, "form-foreign", None, reason="twice", **said)
        return Outcome(outcome.file, (fault,))

    def _figures(self, period: str) -> Progress | None:
        from kehoach_cli.progress import evaluate, period_of

        if period not in self._progress:
            ws = self.context.ws
            known = period_of(ws, period)
            day = self.context.as_of
            self._progress[period] = evaluate(ws, day, period=period) if known else None
        return self._progress[period]

    def _worded(self, outcome: Outcome) -> list[Diagnostic]:
        from kehoach_cli.exchange.forms.importing import TOLD, WARNINGS
        from kehoach_cli.rules.run import worded

        confirmed = WARNINGS - TOLD if self.is_confirmed else frozenset()
        return worded(one for one in outcome.faults if one.kind not in confirmed)

    def _may_take(self, outcome: Outcome) -> bool:
        return outcome.is_sure or (outcome.is_sound and self.is_confirmed)

    def _write(self, outcome: Outcome) -> str:
        """Write what is taken; why it cannot be written, or ""."""
        if not self._may_take(outcome):
            return ""
        self._said += [f"{outcome.file}: {words}" for words in outcome.overwritten()]
        self._said += [f"{outcome.file}: thêm nhiệm vụ {words}" for words in outcome.added()]
        self._said += [f"{outcome.file}: bỏ nhiệm vụ {words}" for words in outcome.removed()]
        self._said += [f"{outcome.file}: bỏ dòng {words}" for words in outcome.emptied()]
        try:
            changes = outcome.changes(self.context.ws)
            if not self.is_dry:
                write_changes(self.context, changes)
        except KehoachError as error:
            return f"{error.message}; {error.hint}" if error.hint else error.message
        return ""

    def _keep_marked(
        self, path: Path, data: bytes, outcome: Outcome, found: Iterable[Diagnostic]
    ) -> None:
        """The copy with marks, where what is wrong is the sender's to mend."""
        from kehoach_cli.exchange.forms.marking import marked_copy

        sheets = {
            (fault.kind, fault.place.span): str(fault.args.get("sheet", ""))
            for fault in outcome.faults
            if fault.kind in _SENDERS_OWN
        }
        marks: dict[tuple[str, int, int], str] = {}
        for one in found:
            sheet = sheets.get((one.name, one.span))
            if sheet is not None:
                place = (sheet, one.span.line, one.span.column)
                words = f"{one.message[:1].upper()}{one.message[1:]}. Gợi ý: {one.hint}."
                marks[place] = f"{marks[place]}\n{words}" if place in marks else words
        if not marks or outcome.form is None:
            return
        try:
            marked = marked_copy(data, marks, outcome.form.focal)
        except OSError as error:  # openpyxl puts sheets together in the system's temporary folder
            self._said.append(f"{path}: không lập được bản đánh dấu chỗ sai: {reason_of(error)}")
            return
        self._marked[f"{path.stem}-{_MARKED}.xlsx"] = marked

    def _line(self, outcome: Outcome, refusal: str) -> _Line:
        from kehoach_cli.exchange.forms.importing import WARNINGS

        taken = outcome.taken
        clashes = len(taken.clashes) if taken else 0
        told_apart = {*WARNINGS, "form-conflict"}
        if self.is_dry and not refusal:
            self._said += [f"{outcome.file}: {words}" for words in outcome.told()]
        return _Line(
            file=Path(outcome.file).name,
            sender=_name(self.context, outcome),
            taken=len(taken.values) if taken else 0,
            clashes=clashes,
            errors=sum(one.kind not in told_apart for one in outcome.faults),
            result=refusal or self._result(outcome, clashes),
        )

    def _result(self, outcome: Outcome, clashes: int) -> str:
        if outcome.taken is None or not outcome.is_sound:
            return "xung đột, chưa nhận gì" if clashes else "có lỗi, chưa nhận gì"
        if not self._may_take(outcome):
            return "chờ xem lại: thêm --yes để nhận"
        if not outcome.taken.values:
            return "không có gì mới" if outcome.filled else "chưa điền gì"
        return "sẽ nhận" if self.is_dry else "đã nhận"


_SENDERS_OWN = frozenset(
    {"form-row", "form-too-many", "form-cell", "form-incomplete", "form-column"}
)


def _name(context: Context, outcome: Outcome) -> str:
    """Who sent it; the register is nobody's."""
    from kehoach_cli.drafting.wording import short_name_of

    if outcome.form is None:
        return ""
    sender = outcome.form.sender
    return outcome.form.purpose.listed or short_name_of(context.ws, sender)


def _sentence(one: Diagnostic) -> str:
    place = f"{one.span.file}:{one.span.line}:{one.span.column}"
    hint = f"\n  gợi ý: {one.hint}" if one.hint else ""
    return f"{place}: {one.code} {one.message}{hint}"
