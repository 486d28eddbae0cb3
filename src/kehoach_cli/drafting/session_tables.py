"""The tables of a working session: who is invited, what is on when, who prepares what."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.sessions import SessionView

_NUMBER = Column("number", "TT", 11, "center")
_NOT_SET = "Chưa ấn định"


def guests_table(scene: Scene) -> Table:
    """Who is invited, by side."""
    return Table(
        name="khach-moi",
        columns=(_NUMBER, Column("guest", "Đại biểu", 110), Column("note", "Ghi chú", 40)),
        rows=tuple(_guest_rows(scene)),
        caption="Danh sách đại biểu mời dự",
        empty="(Chưa có thành phần mời)",
    )


def _guest_rows(scene: Scene) -> Iterator[Row]:
    number = 0
    for side, names in _view(scene).sides if scene.session else ():
        yield Row((Cell(side, bold=True),), group=True)
        for name in names:
            number += 1
            yield Row((Cell(number), Cell(name), Cell(None)))


def programme_table(scene: Scene) -> Table:
    """When what is on and who speaks; blank where the data leave it open."""
    agenda = scene.session.agenda if scene.session else ()
    return Table(
        name="noi-dung-lam-viec",
        columns=(
            Column("at", "Thời gian", 30, "center"),
            Column("text", "Nội dung", 90),
            Column("by", "Thực hiện", 45),
        ),
        rows=tuple(Row((Cell(one.at), Cell(one.text), Cell(one.by))) for one in agenda),
        caption="Nội dung chương trình",
        empty="(Chưa có nội dung chương trình)",
    )


def preparation_table(scene: Scene) -> Table:
    """What each agency prepares and until when."""
    return Table(
        name="chuan-bi-noi-dung",
        columns=(
            _NUMBER,
            Column("agency", "Cơ quan, đơn vị", 50),
            Column("text", "Nội dung chuẩn bị", 80),
            Column("due", "Thời hạn", 34),
        ),
        rows=tuple(_preparation_rows(scene)),
        caption="Phân công chuẩn bị nội dung",
        empty="(Chưa phân công chuẩn bị)",
    )


def _preparation_rows(scene: Scene) -> Iterator[Row]:
    for number, one in enumerate(_view(scene).preparation if scene.session else (), start=1):
        for index, (text, due) in enumerate(one.works):
            is_first = index == 0
            yield Row(
                (
                    Cell(number if is_first else None, rows=len(one.works) if is_first else 1),
                    Cell(one.name if is_first else None, rows=len(one.works) if is_first else 1),
                    Cell(text),
                    Cell(due or _NOT_SET),
                )
            )


def _view(scene: Scene) -> SessionView:
    if scene.session is None:
        raise ValueError("a document about a session was asked for without one")
    return SessionView(scene, scene.session)
