"""Who has to report in a round: of which kind, on how much, until when, through whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from kehoach_cli.document.blocks import Cell, CellValue, Column, Row, Table
from kehoach_cli.drafting.addressing import Sort, send_by, sorted_out
from kehoach_cli.drafting.letters import receivers
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised, name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Partner, PartnerUnit

_NUMBER = Column("number", "TT", 11, "center")
_UNSET = "Chưa ấn định"

KINDS = {
    "province": "UBND tỉnh",
    "office": "Văn phòng",
    "department": "Sở, ban, ngành",
    "police": "Công an",
    "commune": "Xã, phường",
    "party": "Cơ quan của Đảng",
    "mass-org": "Mặt trận, đoàn thể",
    "centre": "Trung tâm",
    "unit": "Đơn vị trực thuộc",
    "telecom": "Doanh nghiệp viễn thông",
    "institute": "Viện",
    "university": "Trường đại học",
    "college": "Trường cao đẳng",
    "association": "Hiệp hội",
    "company": "Doanh nghiệp",
    "group": "Nhóm",
}
"""What the kinds of agencies and partners are called."""


@frozen
class Listed:
    """One that has to report; ``day`` is None where nobody has set one."""

    sort: Sort
    name: str
    kind: str
    tasks: int
    commitments: int
    day: date | None
    contact: str


Show = tuple[Column, Callable[[Listed], CellValue]]
"""A column and what it shows of a row."""


def listed(scene: Scene) -> tuple[Listed, ...]:
    """All who have to report, without the one that writes: agencies, communes, then partners."""
    items = scene.progress.items
    counts = Counter((item.is_task, one.agency) for item in items for one in item.assignments)
    sorts = sorted_out(scene.ws, receivers(scene, scene.written_by or "focal"))
    return tuple(
        Listed(
            sort=sort,
            name=name_of(scene.ws, member),
            kind=_kind_of(scene, member),
            tasks=counts[True, member],
            commitments=counts[False, member],
            day=send_by(scene, sort),
            contact=_contact_of(scene, member),
        )
        for sort, members in sorts.items()
        for member in members
    )


def _kind_of(scene: Scene, actor: str) -> str:
    found = scene.ws.actors.get(actor)
    if found is None:
        return ""
    return "Đơn vị của đối tác" if isinstance(found, PartnerUnit) else KINDS[found.kind]


def _contact_of(scene: Scene, actor: str) -> str:
    """The focal point of a partner, as far as the register knows it."""
    found = scene.ws.actors.get(actor)
    points = found.focal_points if isinstance(found, Partner) else None
    return (points.partner if points else None) or ""


def senders_table(scene: Scene) -> Table:
    """Who has to report, on how many items, until when: the annex of the letter."""
    shows: tuple[Show, ...] = (
        (Column("sender", "Đơn vị báo cáo", 100), lambda one: one.name),
        (Column("tasks", "Số nhiệm vụ, trách nhiệm", 40, "center"), _tasks),
        (Column("commitments", "Số cam kết", 30, "center"), _commitments),
        (Column("day", "Thời hạn gửi", 40, "center"), _day),
    )
    return _table(scene, "don-vi-bao-cao", shows)


def sender_list_table(scene: Scene) -> Table:
    """The same with the kind of each and, where any is known, whom to turn to."""
    shows: tuple[Show, ...] = (
        (Column("sender", "Cơ quan, đơn vị", 46), lambda one: one.name),
        (Column("kind", "Loại", 28), lambda one: one.kind),
        (Column("tasks", "Số nhiệm vụ, trách nhiệm", 21, "center"), _tasks),
        (Column("commitments", "Số cam kết", 17, "center"), _commitments),
        (Column("day", "Hạn gửi", 24, "center"), _day),
    )
    if any(one.contact for one in listed(scene)):
        shows = (*shows, (Column("contact", "Đầu mối", 30), lambda one: one.contact))
    return _table(scene, "danh-sach-don-vi", shows)


def _tasks(one: Listed) -> CellValue:
    return one.tasks or None


def _commitments(one: Listed) -> CellValue:
    return one.commitments or None


def _day(one: Listed) -> CellValue:
    return one.day or _UNSET


def _table(scene: Scene, name: str, shows: tuple[Show, ...]) -> Table:
    return Table(
        name=name,
        columns=(_NUMBER, *(column for column, _ in shows)),
        rows=tuple(_rows(scene, shows)),
        caption="Danh sách đơn vị gửi báo cáo",
        empty="(Trong kỳ không có đơn vị nào phải báo cáo)",
    )


def _rows(scene: Scene, shows: tuple[Show, ...]) -> Iterator[Row]:
    sort: Sort | None = None
    for number, one in enumerate(listed(scene), start=1):
        if one.sort is not sort:
            yield Row((Cell(capitalised(one.sort.label), bold=True),), group=True)
        sort = one.sort
        yield Row((Cell(number), *(Cell(show(one)) for _, show in shows)))
