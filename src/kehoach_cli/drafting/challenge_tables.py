"""The tables of the big challenges: who prepares each, and the needs, proposals and tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.challenges import challenges, needs, solutions
from kehoach_cli.drafting.item_words import due_of, holders_of, progress_of, title_of
from kehoach_cli.drafting.raised_tables import kind_of, opinion_of, proposed
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import capitalised, name_of, short_name_of
from kehoach_cli.model.register import Challenge
from kehoach_cli.progress.challenges import RaisedProposal, proposals_for, tasks_for

_NUMBER = Column("number", "TT", 11, "center")
_OF_NONE = "Không gắn với bài toán nào"
_NOT_GIVEN = "Chưa giao"


def challenges_table(scene: Scene) -> Table:
    """All challenges and the agencies named for each."""
    return Table(
        name="bai-toan",
        columns=(
            _NUMBER,
            Column("title", "Bài toán", 74),
            Column("prepared", "Chuẩn bị nội dung", 40),
            Column("lead", "Chủ trì giải quyết", 40),
        ),
        rows=tuple(
            Row((Cell(number), Cell(capitalised(one.title)), *_agencies(scene, one)))
            for number, one in enumerate(challenges(scene), start=1)
        ),
        caption="Các bài toán lớn",
        empty="(Chưa có bài toán nào trong dữ liệu)",
    )


def _agencies(scene: Scene, one: Challenge) -> tuple[Cell, ...]:
    named = (one.prepared_by, one.lead)
    return tuple(Cell(name_of(scene.ws, actor) if actor else _NOT_GIVEN) for actor in named)


def challenge_answers_table(scene: Scene) -> Table:
    """Each challenge with the number of tasks and proposals that answer it, and their sums.

    In a report on one agency only those that something of it answers.
    """
    return Table(
        name="tra-loi-bai-toan",
        columns=(
            _NUMBER,
            Column("title", "Bài toán", 84),
            Column("prepared", "Chuẩn bị nội dung", 30),
            Column("tasks", "Số nhiệm vụ", 20, "center"),
            Column("proposals", "Số đề xuất", 20, "center"),
        ),
        rows=tuple(_answer_rows(scene)),
        caption="Các bài toán lớn",
        empty="(Chưa có bài toán nào trong dữ liệu)",
    )


def _answer_rows(scene: Scene) -> Iterator[Row]:
    progress = scene.progress
    sums = [0, 0]
    for number, one in enumerate(challenges(scene), start=1):
        found = (
            len(tasks_for(progress, one.id)),
            len(proposals_for(progress.proposals, one.id)),
        )
        sums = [before + more for before, more in zip(sums, found, strict=True)]
        whose = short_name_of(scene.ws, one.prepared_by) if one.prepared_by else _NOT_GIVEN
        if any(found) or scene.sender is None:
            figures = (Cell(count) for count in found)
            yield Row((Cell(number), Cell(capitalised(one.title)), Cell(whose), *figures))
    if any(sums):
        yield Row((Cell(None), Cell("Tổng cộng"), Cell(None), *map(Cell, sums)), total=True)


def challenge_needs_table(scene: Scene) -> Table:
    """The needs that were raised, by challenge."""
    columns = (
        _NUMBER,
        Column("title", "Nhu cầu", 84),
        Column("sender", "Đơn vị nêu", 30),
        Column("decision", "Ý kiến", 40),
    )

    def cells(one: RaisedProposal) -> tuple[Cell, ...]:
        return (
            Cell(capitalised(proposed(one.value.value))),
            Cell(short_name_of(scene.ws, one.sender)),
            Cell(opinion_of(scene, one)),
        )

    return Table(
        name="nhu-cau-bai-toan",
        columns=columns,
        rows=tuple(_raised_rows(scene, needs(scene), cells)),
        caption="Nhu cầu ứng dụng theo từng bài toán",
        empty="(Chưa có nhu cầu nào được nêu)",
    )


def challenge_proposals_table(scene: Scene) -> Table:
    """The proposals of tasks, solutions and projects, by challenge."""
    columns = (
        _NUMBER,
        Column("title", "Nội dung đề xuất", 50),
        Column("kind", "Loại", 18),
        Column("sender", "Đơn vị đề xuất", 26),
        Column("lead", "Chủ trì (dự kiến)", 26),
        Column("decision", "Ý kiến", 34),
    )

    def cells(one: RaisedProposal) -> tuple[Cell, ...]:
        value = one.value.value
        return (
            Cell(capitalised(proposed(value))),
            Cell(kind_of(value)),
            Cell(short_name_of(scene.ws, one.sender)),
            Cell(short_name_of(scene.ws, value.lead or "")),
            Cell(opinion_of(scene, one)),
        )

    return Table(
        name="de-xuat-bai-toan",
        columns=columns,
        rows=tuple(_raised_rows(scene, solutions(scene), cells)),
        caption="Đề xuất nhiệm vụ, giải pháp, dự án theo từng bài toán",
        empty="(Chưa có đề xuất nào)",
    )


def _raised_rows(
    scene: Scene,
    raised: Sequence[RaisedProposal],
    cells: Callable[[RaisedProposal], tuple[Cell, ...]],
) -> Iterator[Row]:
    number = 0
    groups = [*((one.id, capitalised(one.title)) for one in challenges(scene)), (None, _OF_NONE)]
    for challenge, heading in groups:
        own = proposals_for(raised, challenge)
        if own:
            yield Row((Cell(heading, bold=True),), group=True)
        for one in own:
            number += 1
            yield Row((Cell(number), *cells(one)))


def challenge_tasks_table(scene: Scene) -> Table:
    """The tasks that name a challenge, and how each stands once the period has begun."""
    has_begun = scene.progress.has_begun
    standing = (Column("progress", "Tiến độ", 36),) if has_begun else ()
    return Table(
        name="nhiem-vu-bai-toan",
        columns=(
            _NUMBER,
            Column("title", "Nhiệm vụ", 58),
            Column("lead", "Cơ quan thực hiện", 32),
            Column("due", "Thời hạn", 28),
            *standing,
        ),
        rows=tuple(_task_rows(scene)),
        caption="Nhiệm vụ theo từng bài toán",
        empty="(Chưa có nhiệm vụ nào gắn với bài toán)",
    )


def _task_rows(scene: Scene) -> Iterator[Row]:
    number = 0
    for challenge in challenges(scene):
        own = tasks_for(scene.progress, challenge.id)
        if own:
            yield Row((Cell(capitalised(challenge.title), bold=True),), group=True)
        for item in own:
            number += 1
            told = (title_of(item), holders_of(scene.ws, item), due_of(item))
            standing = (Cell(progress_of(item)),) if scene.progress.has_begun else ()
            yield Row((Cell(number), *map(Cell, told), *standing))
