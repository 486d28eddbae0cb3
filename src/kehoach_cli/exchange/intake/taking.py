"""The differences of a signed file as operations on the files that they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kehoach_cli.diagnostics import DataPath, Place
from kehoach_cli.drafting.wording import sentence
from kehoach_cli.exchange.intake.comparing import CellChange, Change
from kehoach_cli.exchange.intake.ending import recipient_data
from kehoach_cli.exchange.intake.marks import Level, mark_of
from kehoach_cli.exchange.intake.names import Names
from kehoach_cli.exchange.intake.printed import Printed
from kehoach_cli.exchange.intake.section_text import SectionText
from kehoach_cli.model.plan import Plan
from kehoach_cli.source.edit import Append, Operation, Remove, Set
from kehoach_cli.source.fold import Data
from kehoach_cli.workspace import PlanFolder

TAKEN = "đã nhận"
_BY_HAND = "sửa tay"
_NO_PLACE = "lời này không đứng nguyên trong dữ liệu; sửa tay"
_NEW_DUTY = "thêm, bớt trách nhiệm thì ghi tay vào tasks.yaml"
_OTHER_NUMBER = "số khoản khác; sửa tay"
_ROW = "thêm, bớt nhiệm vụ của Phụ lục thì ghi tay vào tasks.yaml"
_UNKNOWN = "cơ quan chưa có trong danh bạ; sửa tay"
_GROUNDS = "căn cứ đã sửa; sửa tay ở grounds"


class _CannotTake(Exception):  # noqa: N818 - named for what it tells
    """Why a difference has to be taken over by hand."""


@dataclass(slots=True)
class Taker:
    """Gathers the operations for each file while the differences are gone through."""

    folder: PlanFolder
    plan: Plan
    names: Names
    operations: dict[str, list[Operation]] = field(default_factory=dict)
    texts: dict[int, SectionText] = field(default_factory=dict)

    def take(self, change: Change) -> str:
        """``TAKEN``, or why not."""
        try:
            if change.ours is not None and change.theirs is not None:
                self._changed(change.ours, change.theirs.text)
            elif change.ours is not None:
                self._removed(change.ours)
            elif change.theirs is not None:
                self._added(change.after, change.theirs.text)
        except _CannotTake as reason:
            return str(reason)
        return TAKEN

    def take_cell(self, change: CellChange) -> str:
        """``TAKEN``, or why not, for a cell of the annex."""
        if change.task is None or not change.key:
            return _ROW
        path: DataPath = (*change.task.path, change.key)
        value = change.value
        ids = value if isinstance(value, tuple) else (value,)
        is_party = change.key in {"lead", "co_leads", "support", "approver"}
        if is_party and any(one and one not in self.names.ws.actors for one in ids):
            return _UNKNOWN
        data: Data = list(value) if isinstance(value, tuple) else str(value or "")
        self._add(change.task.file, Set(path, data) if data else Remove(path))
        return TAKEN

    def all_operations(self) -> Mapping[str, Sequence[Operation]]:
        """What has been gathered, the texts of sections each as one change."""
        file = self._file
        for index, text in self.texts.items():
            path: DataPath = ("sections", index, "text")
            said = text.text()
            if said:
                self._add(file, Set(path, said))
            elif self.plan.sections[index].text:
                self._add(file, Remove(path))
        self.texts.clear()
        return self.operations

    @property
    def _file(self) -> str:
        return f"data/plans/{self.folder.id}/plan.yaml"

    def _add(self, file: str, operation: Operation) -> None:
        self.operations.setdefault(file, []).append(operation)

    def _set(self, place: Place, path: DataPath, value: Data) -> None:
        self._add(place.file, Set(path, value))

    def _section(self, path: DataPath) -> SectionText:
        index = path[1]
        if not isinstance(index, int):
            raise _CannotTake(_BY_HAND)
        text = self.plan.sections[index].text or ""
        return self.texts.setdefault(index, SectionText(text))

    def _changed(self, ours: Printed, theirs: str) -> None:
        place = _place(ours)
        match place.path:
            case ("sections", int(), "text"):
                if not self._section(place.path).change(place, ours, theirs):
                    raise _CannotTake(_OTHER_NUMBER)
            case ("sections", int(), "heading"):
                self._set(place, place.path, _rest(ours, theirs, _level_of(ours)))
            case ("sections", int(), "duties", *_, "text"):
                self._set(place, place.path, theirs)
            case ("sections", int(), "duties", *_):
                self._set_heading(place, ours, theirs)
            case ("tasks", int(), "title"):
                self._set(place, place.path, _title(ours, theirs))
            case _:
                self._changed_frame(place, ours, theirs)

    def _changed_frame(self, place: Place, ours: Printed, theirs: str) -> None:
        """What stands before the mục and below them."""
        match place.path:
            case ("recipients", int()):
                self._set(place, place.path, dict(recipient_data(theirs, self.names)))
            case ("intro",):
                self._set(place, place.path, self._intro(ours, theirs))
            case ("closing",):
                self._set(place, place.path, theirs.removesuffix("./.").rstrip())
            case ("filing",):
                self._set(place, place.path, theirs.lstrip("- ").rstrip("."))
            case ("title",) | ("signer", *_):
                self._set(place, place.path, theirs)
            case _:
                raise _CannotTake(_NO_PLACE)

    def _set_heading(self, place: Place, ours: Printed, theirs: str) -> None:
        """The heading of a duty block, which may be written as its agency alone."""
        block = self._duty(place.path)
        if not isinstance(block, dict) and not isinstance(block, str):
            raise _CannotTake(_NO_PLACE)
        if isinstance(block, dict) and block.get("style") == "inline":
            raise _CannotTake("tiêu đề và trách nhiệm cùng một đoạn; sửa tay")
        rest = _rest(ours, theirs)
        if isinstance(block, str):
            self._set(place, place.path, {"agency": block, "heading": rest})
        else:
            self._set(place, (*place.path, "heading"), rest)

    def _duty(self, path: DataPath) -> Data:
        """The block as it is typed."""
        source = self.names.ws.sources.get(self._file)
        data: Data = source.data if source else None
        for step in path:
            if isinstance(data, dict) and isinstance(step, str):
                data = data.get(step)
            elif isinstance(data, list) and isinstance(step, int):
                data = data[step]
        return data

    def _intro(self, ours: Printed, theirs: str) -> str:
        """The first sentence without the căn cứ that stand before it in one paragraph."""
        if "\n\n" in self.plan.intro:
            raise _CannotTake("lời mở đầu có nhiều đoạn; sửa tay")
        before = ours.text[: len(ours.text) - len(self.plan.intro.strip())]
        if before and not theirs.startswith(before):
            raise _CannotTake(_GROUNDS)
        return theirs[len(before) :]

    def _removed(self, ours: Printed) -> None:
        place = _place(ours)
        match place.path:
            case ("sections", int(), "text"):
                self._section(place.path).remove(place)
            case ("recipients", int()):
                self._add(place.file, Remove(place.path))
            case ("tasks", int(), "title"):
                raise _CannotTake(_NEW_DUTY)
            case _:
                raise _CannotTake(_BY_HAND)

    def _added(self, after: Printed | None, theirs: str) -> None:
        if after is None:
            raise _CannotTake(_BY_HAND)
        place = _place(after)
        match place.path:
            case ("sections", int(), "text"):
                self._section(place.path).add(place, theirs)
            case ("sections", int(), "heading"):
                self._section(place.path).add(None, theirs)
            case ("recipients", int()):
                data = recipient_data(theirs, self.names)
                self._add(place.file, Append(("recipients",), dict(data)))
            case ("tasks", int(), "title") | ("sections", int(), "duties", *_):
                raise _CannotTake(_NEW_DUTY)
            case _:
                raise _CannotTake(_BY_HAND)


def _place(printed: Printed) -> Place:
    if printed.place is None:
        raise _CannotTake(_NO_PLACE)
    return printed.place


def _level_of(section: Printed) -> Level:
    """The mark before a mục: «II.», or «2.» where the plan counts in figures."""
    return Level.CLAUSE if section.number[:1].isdigit() else Level.SECTION


def _rest(ours: Printed, theirs: str, level: Level | None = None) -> str:
    """The words behind a number that has to be the same."""
    mark = mark_of(theirs)
    if mark is None or (level and mark.level is not level):
        raise _CannotTake(_OTHER_NUMBER)
    if mark.number.rstrip(".)") != ours.number.rstrip(".)"):
        raise _CannotTake(_OTHER_NUMBER)
    return mark.rest


def _title(ours: Printed, theirs: str) -> str:
    """The duty as data; printed again it gives the same words."""
    said = _rest(ours, theirs) if ours.number else theirs
    title = said.removesuffix(".")
    if sentence(title) != said:
        raise _CannotTake("câu không kết thúc bằng dấu chấm; sửa tay")
    return title
