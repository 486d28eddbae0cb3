"""Who has to do what: items of «Tổ chức thực hiện» become duty blocks and tasks.

An item is taken only when it prints as it stands in the source; a mục with one that does not is
kept as text, whole, and said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kehoach_cli.document.numbering import letter
from kehoach_cli.drafting.wording import capitalised, sentence, uncapitalised
from kehoach_cli.exchange.intake.duty_words import Holding, due_in, holding_of
from kehoach_cli.exchange.intake.lines import Line, Remark, Surety
from kehoach_cli.exchange.intake.marks import Level, Mark, mark_of
from kehoach_cli.exchange.intake.names import Names, Party
from kehoach_cli.exchange.intake.sections import Section
from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Partner, PartnerUnit
from kehoach_cli.source.fold import Data
from kehoach_cli.vn.text import fold, roman

_ABOUT_DUTIES = ("to chuc thuc hien", "phan cong", "trach nhiem")
_STOPS = (":", ".", ";")
_SAME = 100


@frozen
class Duty:
    """A task of kind duty as data, and where it stands in the source."""

    clause: str
    data: dict[str, Data]
    where: str
    comment: str = ""


@frozen
class Block:
    """An item as data of ``DutyBlock``, with its comment and its nested items."""

    data: dict[str, Data]
    comment: str
    nested: tuple[Block, ...] = ()


@frozen
class Duties:
    """A mục of duties; ``text`` are the paragraphs before the first item."""

    text: tuple[Line, ...]
    blocks: tuple[Block, ...]
    tasks: tuple[Duty, ...]
    partners: tuple[str, ...]
    remarks: tuple[Remark, ...]


class _NotPrintable(Exception):  # noqa: N818 - named for what it tells
    """An item that duty blocks cannot print as it stands; the line says where."""

    def __init__(self, line: Line) -> None:
        super().__init__(line.text)
        self.line = line


@dataclass(slots=True)
class _Item:
    """A numbered paragraph, those below it, and the items nested in it."""

    line: Line
    mark: Mark
    below: list[Line] = field(default_factory=list)
    nested: list[_Item] = field(default_factory=list)


def is_about_duties(section: Section) -> bool:
    """Whether the heading says that agencies are told what to do."""
    folded = fold(section.heading)
    return any(words in folded for words in _ABOUT_DUTIES)


def read_duties(section: Section, names: Names) -> Duties | Remark:
    """The mục as duty blocks and tasks, or the remark why it stays text."""
    text, items = _items([_within(line, section.prefix) for line in section.lines])
    try:
        reader = _Reader(names, section.prefix or f"{roman(section.index + 1)}.")
        blocks = tuple(reader.block(item, str(count)) for count, item in enumerate(items, 1))
    except _NotPrintable as problem:
        said = (
            f"giữ nguyên lời văn, chưa tách thành trách nhiệm vì đoạn: «{problem.line.text[:80]}»"
        )
        return Remark(Surety.OPEN, f"mục {section.heading}", said, problem.line.where)
    if not items:
        return Remark(
            Surety.OPEN, f"mục {section.heading}", "không thấy khoản 1, 2 …", section.where
        )
    partners = tuple(dict.fromkeys(reader.partners))
    return Duties(tuple(text), blocks, tuple(reader.tasks), partners, tuple(reader.remarks))


def _within(line: Line, prefix: str) -> Line:
    """«3.1. Sở Y tế» of mục «3.» as «1. Sở Y tế»; a line without that number as it is."""
    mark = mark_of(line.text)
    if not prefix or mark is None or not mark.number.startswith(prefix):
        return line
    bold = max(line.bold - len(prefix), 0)
    return replace(line, text=line.text.removeprefix(prefix), bold=bold)


def _items(lines: Sequence[Line]) -> tuple[list[Line], list[_Item]]:
    before: list[Line] = []
    items: list[_Item] = []
    for line in lines:
        mark = mark_of(line.text)
        if mark and mark.level is Level.CLAUSE:
            items.append(_Item(line, mark))
        elif mark and mark.level is Level.SUBCLAUSE and items:
            items[-1].nested.append(_Item(line, mark))
        elif not items:
            before.append(line)
        else:
            (items[-1].nested or items)[-1].below.append(line)
    return before, items


@dataclass(slots=True)
class _Reader:
    """Gathers tasks, partners and remarks while the items are read."""

    names: Names
    section: str  # «IV.», or «4.» where the mục are counted in figures
    tasks: list[Duty] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def block(self, item: _Item, number: str) -> Block:
        if item.mark.number != f"{number}.":
            raise _NotPrintable(item.line)  # the program counts, so it must come to the same
        heading, run_in = self._told_apart(item)
        party = self.names.party(heading.rstrip(":. "))
        agency = self.names.id_of(party)
        self._tell(party, item.line, number)
        data: dict[str, Data] = {"agency": agency, "heading": heading}
        clause = f"{self.section}{number}"
        mode = self._mode(party, heading)
        if run_in:
            title = self._title(item.line, run_in, goes_on=not heading.endswith(_STOPS))
            data["style"] = "inline"
            self._task(clause, title, agency, mode, item.line.where)
        data |= self._below(item, clause, agency, mode, has_run_in=bool(run_in))
        nested = tuple(
            self.block(one, f"{number}.{count}") for count, one in enumerate(item.nested, 1)
        )
        return Block(data, _proposal(party), nested)

    def _told_apart(self, item: _Item) -> tuple[str, str]:
        """The heading of an item, and the duty that follows it in the same paragraph."""
        rest = item.mark.rest
        bold = item.line.bold - (len(item.line.text) - len(rest))
        if 0 < bold < len(rest.rstrip(" .:;")):
            return rest[:bold].rstrip(), rest[bold:].strip()
        name = self.names.opening(rest)
        if name and not item.below and not item.nested:
            after = rest[len(name) :]
            if after.startswith(":"):
                return f"{name}:", after[1:].strip()
            if after[:1] == " " and after.rstrip().endswith((".", ";")):
                return name, after.strip()
        return rest, ""

    def _below(
        self, item: _Item, clause: str, agency: str, mode: str, *, has_run_in: bool
    ) -> dict[str, Data]:
        """Style and text of a block, its duties gathered."""
        data: dict[str, Data] = {}
        lines = item.below
        marks = [mark_of(line.text) for line in lines]
        if len(lines) > 1 and marks[0] is None and all(marks[1:]):
            if sentence(lines[0].text) != lines[0].text:
                raise _NotPrintable(lines[0])
            data["text"] = lines[0].text
            if not lines[0].text.endswith(":"):
                said = (
                    f"đoạn trước các gạch đầu dòng, chưa thành trách nhiệm: «{lines[0].text[:60]}»"
                )
                self.remarks.append(Remark(Surety.OPEN, clause, said, lines[0].where))
            lines, marks = lines[1:], marks[1:]
        style = _style(lines, marks)
        if lines and has_run_in and style != "dashes":
            raise _NotPrintable(lines[0])
        if style and not has_run_in and not _is_usual(style, len(lines), "text" in data):
            data["style"] = style
        for line, mark in zip(lines, marks, strict=True):
            title = self._title(line, mark.rest if mark else line.text, goes_on=False)
            self._task(clause, title, agency, mode, line.where)
        return data

    def _title(self, line: Line, text: str, *, goes_on: bool) -> str:
        """The duty as data; refused where printing it would not give the same words."""
        title = capitalised(text.removesuffix(".")) if not text.endswith("./.") else text
        printed = uncapitalised(sentence(title)) if goes_on else sentence(title)
        if printed != text:
            raise _NotPrintable(line)
        return title

    def _task(self, clause: str, title: str, agency: str, mode: str, where: str) -> None:
        held = holding_of(title, self.names)
        data: dict[str, Data] = {"kind": "duty", "source": {"clause": clause}}
        if mode == "requested":
            data["mode"] = mode
        data["title"] = title
        data |= _roles(held, agency)
        comments = [f"phối hợp suy từ lời văn: {', '.join(held.support)}"] if held.support else []
        if due := due_in(title):
            data["due"] = due
            comments.append("thời hạn suy từ lời văn")
            self.remarks.append(Remark(Surety.LIKELY, f"thời hạn, mục {clause}", due, where))
        self.tasks.append(Duty(clause, data, where, "; ".join(comments)))

    def _mode(self, party: Party, heading: str) -> str:
        actor = self.names.ws.actors.get(party.id)
        if isinstance(actor, Partner):
            self.partners.append(party.id)
        is_partner = isinstance(actor, Partner | PartnerUnit)
        return "requested" if is_partner or heading.startswith("Đề nghị") else "assigned"

    def _tell(self, party: Party, line: Line, number: str) -> None:
        what = f"cơ quan, mục {self.section}{number}"
        if party.id:
            self.remarks.append(Remark(Surety.SURE, what, f"{party.said} → {party.id}", line.where))
            return
        self.remarks.append(Remark(Surety.OPEN, what, _unknown(party), line.where))


def _unknown(party: Party) -> str:
    if party.near and party.near[0].share == _SAME:
        return f"«{party.said}» ở đây có thể chỉ là một phần của {party.near[0].id}; phải chọn"
    near = ", ".join(f"{one.id} ({one.name}; {one.share}%)" for one in party.near)
    return (
        f"«{party.said}» chưa có trong danh bạ; {f'gần giống: {near}' if near else 'không gần ai'}"
    )


def _proposal(party: Party) -> str:
    """The comment beside an agency that nobody knows."""
    if party.id:
        return ""
    near = ", ".join(one.id for one in party.near)
    return f"chưa có trong danh bạ{f'; gần giống: {near}' if near else ''}"


def _roles(held: Holding, agency: str) -> dict[str, Data]:
    if held.role:
        others: list[Data] = [{"agency": agency, "role": held.role}]
        support: dict[str, Data] = {"support": list(held.support)} if held.support else {}
        return {**support, "others": others}
    found: dict[str, Data] = {"lead": agency}
    return {**found, "support": list(held.support)} if held.support else found


def _style(lines: Sequence[Line], marks: Sequence[Mark | None]) -> str:
    """How the duties stand; "" for none."""
    if not lines:
        return ""
    levels = {mark.level if mark else None for mark in marks}
    if levels == {Level.DASH}:
        return "dashes"
    if levels == {None}:
        return "paragraphs"
    counted = [f"{letter(count)})" for count in range(1, len(marks) + 1)]
    if levels == {Level.POINT} and [mark.number for mark in marks if mark] == counted:
        return "letters"
    wrong = next(line for line, mark in zip(lines, marks, strict=True) if mark is not marks[0])
    raise _NotPrintable(wrong if len(levels) > 1 else lines[0])


def _is_usual(style: str, count: int, has_text: bool) -> bool:  # noqa: FBT001 - of one fact
    """Whether a block without a style prints so."""
    alone = count == 1 and not has_text
    return style == ("paragraphs" if alone else "dashes")


def renumbered(duties: Duties, prefix: str, start: int) -> tuple[Iterator[Duty], int]:
    """The tasks with ids «prefix-01» …, and the number after the last."""
    end = start + len(duties.tasks)
    numbered = (
        replace(one, data={"id": f"{prefix}-{number:02d}", **one.data})
        for number, one in enumerate(duties.tasks, start)
    )
    return numbered, end
