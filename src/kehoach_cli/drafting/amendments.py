"""What changes in a plan that was issued: a Kế hoạch sửa đổi, bổ sung or a công văn đính chính.

Source: Nghị định 30/2020/NĐ-CP, khoản 3 Điều 18.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Literal

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.errors import NothingToDraft
from kehoach_cli.frozen import frozen
from kehoach_cli.model.amendment import Amendment, Change

Kind = Literal["amend", "correct"]
_WHICH = "lan"
_MISSING: dict[Kind, str] = {"amend": "sửa đổi, bổ sung", "correct": "đính chính"}


@frozen
class AmendmentView:
    """What a template reads as ``amendment`` (sửa đổi) or ``correction`` (đính chính).

    Each property raises ``NothingToDraft`` where the plan has no such record.
    """

    scene: Scene
    kind: Kind

    @property
    def _value(self) -> Amendment:
        return amendment_of(self.scene, self.kind)

    @property
    def number(self) -> str:
        """Its number; "" until it is issued."""
        return self._value.number or ""

    @property
    def day(self) -> date | None:
        """Its day; None until it is issued."""
        return self._value.date

    @property
    def reason(self) -> str:
        """Why, as typed; "" where nothing is said."""
        return self._value.reason or ""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The places and their wording before and after."""
        return self._value.changes

    @property
    def verbs(self) -> str:
        """«sửa đổi, bổ sung, bãi bỏ», as far as it applies."""
        kinds = {(one.old is None, one.new is None) for one in self._value.changes}
        words = (("sửa đổi", (False, False)), ("bổ sung", (True, False)), ("bãi bỏ", (False, True)))
        return ", ".join(word for word, case in words if case in kinds)


def amendment_of(scene: Scene, kind: Kind) -> Amendment:
    """The record that the document tells of: as given, by ``--param lan``, else the last one."""
    if scene.amendment is not None:
        return scene.amendment
    known = [one.value for one in scene.folder.amendments] if scene.folder else []
    asked = scene.params.get(_WHICH, "")
    found = [one for one in known if one.kind == kind and asked in {"", one.id}]
    if not found:
        ids = ", ".join(one.id for one in known if one.kind == kind)
        plan = scene.folder.id if scene.folder else ""
        raise NothingToDraft(
            f"kế hoạch «{plan}» không có bản ghi {_MISSING[kind]} {asked}".rstrip(),
            f"các bản ghi: {ids}" if ids else "ghi từng chỗ thay đổi vào amendments.yaml",
        )
    return found[-1]


def amendment_table(scene: Scene) -> Table:
    """The wording now in force beside the new one."""
    columns = ("Nội dung đã ban hành", "Nội dung sửa đổi, bổ sung")
    return _changes_table("sua-doi", columns, "Nội dung sửa đổi, bổ sung", scene, "amend")


def correction_table(scene: Scene) -> Table:
    """The wording as printed beside the right one."""
    columns = ("Đã in là", "Sửa lại là")
    return _changes_table("dinh-chinh", columns, "Nội dung đính chính", scene, "correct")


def _changes_table(
    name: str, columns: tuple[str, str], caption: str, scene: Scene, kind: Kind
) -> Table:
    return Table(
        name=name,
        columns=(
            Column("number", "TT", 11, "center"),
            Column("clause", "Vị trí", 28),
            Column("old", columns[0], 62),
            Column("new", columns[1], 62),
        ),
        rows=tuple(_rows(amendment_of(scene, kind).changes)),
        caption=caption,
        empty="(Không có nội dung thay đổi)",
    )


def _rows(changes: tuple[Change, ...]) -> Iterator[Row]:
    """One after the other; those of one place share its number and name."""
    places = groupby(changes, key=lambda one: one.clause)
    for number, (clause, found) in enumerate(places, start=1):
        here = list(found)
        for index, one in enumerate(here):
            first = (Cell(number, rows=len(here)), Cell(clause, rows=len(here)))
            yield Row(
                (
                    *(first if index == 0 else (Cell(None), Cell(None))),
                    Cell(one.old or "(Bổ sung mới)"),
                    Cell(one.new or "(Bãi bỏ)"),
                )
            )
