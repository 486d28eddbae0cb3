"""The tables of what senders raise: difficulties and proposals, who must answer, how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import (
    capitalised,
    figure,
    name_of,
    reference,
    short_name_of,
    uncapitalised,
)
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.plan import Task
from kehoach_cli.model.records import DifficultyStep
from kehoach_cli.model.report import Difficulty, Proposal
from kehoach_cli.progress import Raised
from kehoach_cli.progress.challenges import RaisedProposal

T = TypeVar("T", bound=Entity)
R = TypeVar("R", bound=Entity)

PROPOSAL_KINDS = {
    "task": "nhiệm vụ",
    "solution": "giải pháp",
    "need": "nhu cầu",
    "project": "dự án",
}
"""What the kinds of proposals are called in running text."""

_PRIORITIES = {"high": "cao", "medium": "trung bình", "low": "thấp"}

_NUMBER = Column("number", "TT", 11, "center")
_EARLIER = "nêu từ kỳ trước"


def standing_of(one: Raised[T, R]) -> str:
    """How it stands, for how many days it has waited, and whether an earlier period raised it."""
    return f"{capitalised(one.state.label)}{_waiting(one)}"


def _waiting(one: Raised[T, R]) -> str:
    """« (04 ngày, nêu từ kỳ trước)» of what is open; "" of what is not."""
    if not one.state.is_open:
        return ""
    parts = [f"{figure(one.days_open)} ngày"] if one.days_open else []
    parts += [_EARLIER] if one.is_carried else []
    return f" ({', '.join(parts)})" if parts else ""


def proposed(one: Proposal) -> str:
    """The title with what else the sender says: goal, roadmap, resources."""
    parts = (
        ("mục tiêu", one.goal),
        ("lộ trình", one.roadmap),
        ("nguồn lực", one.resources),
    )
    said = "; ".join(f"{name}: {text.rstrip('.')}" for name, text in parts if text)
    return f"{one.title.rstrip('.')} ({said})" if said else one.title


def kind_of(one: Proposal) -> str:
    """«Nhiệm vụ (ưu tiên cao)»."""
    priority = f" (ưu tiên {_PRIORITIES[one.priority]})" if one.priority else ""
    return f"{capitalised(PROPOSAL_KINDS[one.kind])}{priority}"


def opinion_of(scene: Scene, one: RaisedProposal) -> str:
    """How it stands, then what the agencies say that were asked."""
    said = (
        f"{short_name_of(scene.ws, each.by)}: {uncapitalised(each.text.rstrip('.'))}"
        for each in one.value.value.appraisals
        if each.date is None or each.date <= scene.progress.as_of
    )
    return "; ".join((decision_of(scene, one), *said))


def decision_of(scene: Scene, one: RaisedProposal) -> str:
    """How a proposal stands, by which document, why, and which task it became."""
    if not one.history:
        return standing_of(one)
    said = capitalised(one.state.label)
    last = one.history[-1].value
    if last.document is not None:
        said = f"{said} tại {reference(last.document)}"
    if last.reason:
        said = f"{said}: {uncapitalised(last.reason.rstrip('.'))}"
    became = _title_of(scene, last.task)
    said = f"{said}; thành nhiệm vụ «{became}»" if became else said
    return f"{said}{_waiting(one)}"


def _title_of(scene: Scene, task: str | None) -> str:
    found = (one.value.title for one in scene.ws.of(Task) if one.value.id == task)
    return next(found, "").rstrip(".")


def difficulties_table(scene: Scene) -> Table:
    """Difficulties as the senders put them, under who has to answer, with the days they waited."""
    return Table(
        name="kho-khan",
        columns=(
            _NUMBER,
            Column("text", "Khó khăn, vướng mắc", 56),
            Column("sender", "Đơn vị nêu", 28),
            Column("proposal", "Đề xuất", 42),
            Column("state", "Tình trạng", 28),
        ),
        rows=tuple(_difficulty_rows(scene)),
        caption="Khó khăn, vướng mắc của các đơn vị",
        empty="(Chưa có khó khăn, vướng mắc nào được nêu)",
    )


def _difficulty_rows(scene: Scene) -> Iterator[Row]:
    """Who still has to answer first, in the order in which they are asked; the number goes on."""
    found = sorted(scene.progress.difficulties, key=lambda one: one.answerer is None)
    groups: dict[tuple[bool, str], list[Raised[Difficulty, DifficultyStep]]] = {}
    for one in found:
        groups.setdefault((one.answerer is None, _answerer(one)), []).append(one)
    number = 0
    for (is_answered, actor), members in groups.items():
        yield Row((Cell(_heading(scene, actor, is_answered=is_answered), bold=True),), group=True)
        for one in members:
            number += 1
            yield Row(
                (
                    Cell(number),
                    Cell(one.value.value.text),
                    Cell(short_name_of(scene.ws, one.sender)),
                    Cell(one.value.value.proposal),
                    Cell(standing_of(one)),
                )
            )


def _heading(scene: Scene, actor: str, *, is_answered: bool) -> str:
    if not is_answered:
        return f"Cơ quan xem xét, giải quyết: {name_of(scene.ws, actor)}"
    whose = f": {name_of(scene.ws, actor)}" if actor else ""
    return f"Đã được trả lời, giải quyết{whose}"


def _answerer(one: Raised[Difficulty, DifficultyStep]) -> str:
    """Who must answer; of what is answered, who did or who was asked."""
    if one.answerer:
        return one.answerer
    last = one.history[-1].value if one.history else None
    return (last.by if last else None) or one.value.value.to or ""


def proposals_table(scene: Scene) -> Table:
    """Proposals outside the annexes as the senders put them, and what was decided."""
    return Table(
        name="de-xuat",
        columns=(
            _NUMBER,
            Column("title", "Nội dung đề xuất", 42),
            Column("kind", "Loại", 16),
            Column("sender", "Đơn vị đề xuất", 22),
            Column("lead", "Chủ trì (dự kiến)", 22),
            Column("product", "Sản phẩm", 22),
            Column("decision", "Ý kiến", 30),
        ),
        rows=numbered(
            (
                Cell(proposed(one.value.value)),
                Cell(kind_of(one.value.value)),
                Cell(short_name_of(scene.ws, one.sender)),
                Cell(short_name_of(scene.ws, one.value.value.lead or "")),
                Cell(one.value.value.product),
                Cell(opinion_of(scene, one)),
            )
            for one in scene.progress.proposals
        ),
        caption="Đề xuất của các đơn vị ngoài danh mục tại Phụ lục",
        empty="(Chưa có đề xuất nào)",
    )


def numbered(rows: Iterable[tuple[Cell, ...]]) -> tuple[Row, ...]:
    """The rows with their numbers before them."""
    return tuple(Row((Cell(number), *cells)) for number, cells in enumerate(rows, start=1))
