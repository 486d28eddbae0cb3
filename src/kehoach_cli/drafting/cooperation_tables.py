"""The tables of cooperation: the register of agreements, the two sides' parts, commitments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.cooperation import (
    STANDING,
    agreements,
    last_review,
    split_rows_of,
    with_commitments,
)
from kehoach_cli.drafting.item_words import plan_heading
from kehoach_cli.drafting.progress_tables import commitments_table
from kehoach_cli.drafting.questions.split import SPLIT_KEYS, SplitRow
from kehoach_cli.drafting.questions.view import names
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised, name_of, short_name_of
from kehoach_cli.model.partner import Partner
from kehoach_cli.vn.dates import format_day

_NUMBER = Column("number", "TT", 11, "center")


def agreements_table(scene: Scene) -> Table:
    """The register of biên bản ghi nhớ and other agreements."""
    return Table(
        name="van-ban-hop-tac",
        columns=(
            _NUMBER,
            Column("partner", "Đối tác", 36),
            Column("title", "Văn bản hợp tác", 58),
            Column("signed", "Ngày ký", 22, "center"),
            Column("period", "Giai đoạn", 24, "center"),
            Column("status", "Tình trạng", 24),
        ),
        rows=tuple(_agreement_rows(scene)),
        caption="Danh mục văn bản hợp tác",
        empty="(Chưa ghi nhận văn bản hợp tác nào)",
    )


def _agreement_rows(scene: Scene) -> Iterator[Row]:
    told: set[str] = set()
    for number, one in enumerate(agreements(scene), start=1):
        agreement = one.value
        is_known = one.owner in told
        named = name_of(scene.ws, one.owner) if is_known else _with_focal_points(scene, one.owner)
        told.add(one.owner)
        review = last_review(agreement)
        standing = capitalised(STANDING[agreement.status])
        if review:
            standing = f"{standing}; rà soát ngày {format_day(review.date)}"
        yield Row(
            (
                Cell(number),
                Cell(named),
                Cell(agreement.title),
                Cell(format_day(agreement.signed) if agreement.signed else "Chưa rõ ngày"),
                Cell(str(agreement.period) if agreement.period else None),
                Cell(standing),
            )
        )


def _with_focal_points(scene: Scene, owner: str) -> str:
    """The partner's name, and whom to turn to on either side."""
    known = scene.ws.actors.get(owner)
    points = known.focal_points if isinstance(known, Partner) else None
    sides = (
        ("đầu mối", points.partner if points else None),
        ("phía tỉnh", short_name_of(scene.ws, points.province or "") if points else None),
    )
    said = "; ".join(f"{side}: {who}" for side, who in sides if who)
    return f"{name_of(scene.ws, owner)} ({said})" if said else name_of(scene.ws, owner)


def split_table(scene: Scene) -> Table:
    """«Phân chia nội dung»: what the partner does, what the province does and pays (000, IV.2).

    The rows of ``kehoach split``, those that are still open too.
    """
    rows = split_rows_of(scene)
    is_said = any(one.is_split for one in rows)
    return Table(
        name="phan-chia",
        columns=(
            _NUMBER,
            Column("title", "Nhiệm vụ", 70),
            Column("lead", "Cơ quan chủ trì", 34),
            Column("partner", "Đối tác thực hiện", 58),
            Column("province", "Tỉnh thực hiện", 58),
            Column("money", "Kinh phí tỉnh", 26, "center"),
        ),
        rows=tuple(_split_rows(scene, rows)),
        caption="Phân chia nội dung thực hiện giữa đối tác và tỉnh" if is_said else _TO_BE_SPLIT,
        empty="(Chưa có nhiệm vụ nào làm cùng đối tác)",
    )


_TO_BE_SPLIT = "Nhiệm vụ cần xác định phần việc của đối tác và của tỉnh"
_UNKNOWN = "Chưa xác định"
_MONEY = {True: "Tỉnh bố trí", False: "Không", None: _UNKNOWN}


def _split_rows(scene: Scene, rows: Sequence[SplitRow]) -> Iterator[Row]:
    number = 0
    for plan in scene.progress.plans:
        own = [one for one in rows if one.plan == plan.id]
        if own and len(scene.progress.plans) > 1:
            yield Row((Cell(plan_heading(plan), bold=True),), group=True)
        for one in own:
            number += 1
            yield Row((Cell(number), Cell(one.title), Cell(names(one.leads)), *_parts(one)))


def _parts(one: SplitRow) -> tuple[Cell, ...]:
    """While nobody has said anything, room to fill in."""
    if len(one.open) == SPLIT_KEYS:
        return ()
    return (
        Cell(one.partner_does or _UNKNOWN),
        Cell(one.province_does or _UNKNOWN),
        Cell(_MONEY[one.province_money]),
    )


def partner_commitments_table(scene: Scene) -> Table:
    """The commitments of the partner that the document is about, or of all."""
    return commitments_table(with_commitments(scene))
