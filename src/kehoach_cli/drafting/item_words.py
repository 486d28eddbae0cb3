"""How an item of the figures reads: who holds it, until when, how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach_cli.drafting.wording import (
    capitalised,
    figure,
    promise,
    reference,
    sentence,
    short_name_of,
    uncapitalised,
)
from kehoach_cli.model.plan import LEAD
from kehoach_cli.model.report import CommitmentReport, Evidence, TaskReport
from kehoach_cli.progress import Assignment, Item, PlanProgress
from kehoach_cli.progress.commitments import said_of
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Workspace

KIND_LABELS: dict[str, str] = {
    "annex": "nhiệm vụ tại Phụ lục",
    "duty": "trách nhiệm được giao",
    "conclusion": "nhiệm vụ theo thông báo kết luận",
    "proposal": "nhiệm vụ từ đề xuất được chấp thuận",
    "commitment": "cam kết của đối tác",
}
"""What the items of each kind are called in running text."""

NOBODY_YET = "chưa xác định cơ quan thực hiện"
PAST_BY_PLAN = "đã qua thời hạn theo kế hoạch"
_MOST_NAMES = 8
_SECTION = re.compile(r"[IVX]+(\.|$)")


def plan_heading(plan: PlanProgress) -> str:
    """The plan's name as the heading of its rows in a table."""
    return f"Kế hoạch {uncapitalised(plan.plan.value.title)}" if plan.plan else plan.id


def title_of(item: Item) -> str:
    """A task's title; a commitment as it is printed, with its condition."""
    return promise(item.commitment.value) if item.commitment else capitalised(item.title)


def place_of(item: Item) -> str:
    """Where it stands in its document: «điểm đ», «Mục IV.2», «Phụ lục»; "" where nothing says."""
    clause = item.clause or ""
    if len(clause) == 1 and clause.islower():
        return f"điểm {clause}"
    return f"Mục {clause}" if _SECTION.match(clause) else clause


def holders_of(ws: Workspace, item: Item) -> str:
    """Who was given the item, with the part of those who do not lead it."""
    if item.task is None:
        return "; ".join(short_name_of(ws, one.agency) for one in item.assignments)
    return "; ".join(
        short_name_of(ws, actor) if role == LEAD else f"{short_name_of(ws, actor)} ({role})"
        for actor, role in item.task.value.holders
    )


def due_of(item: Item) -> str:
    """The due as printed, with the round of a recurring one or the extension given or asked."""
    printed = item.task.value.due if item.task else None
    if item.extension is not None:
        return f"{item.extension.value.due} (gia hạn; ban đầu: {printed or 'không ghi'})"
    if item.occurrence is not None:
        return f"{format_day(item.occurrence)} ({printed})"
    if item.asked_extension is not None:
        asked = f"đã đề nghị gia hạn đến: {item.asked_extension.value.due}"
        return f"{printed or 'Không ghi'} ({asked}; chưa có văn bản cho phép)"
    return printed or ""


def milestones_of(item: Item) -> str:
    """«Mốc: trình đề án (Quý I/2027); …» as the plan has them; they are shown, not counted."""
    steps = item.task.value.milestones if item.task else ()
    said = "; ".join(f"{uncapitalised(one.text.rstrip('.'))} ({one.due})" for one in steps)
    return f"Mốc: {said}" if said else ""


def progress_of(item: Item, *, says_days: bool = True) -> str:
    """The state in words; «12/102 đã hoàn thành» where many hold the item.

    ``says_days``: also by how many days it is late, and that an unreported last day is over.
    """
    if not item.assignment_count:
        return capitalised(NOBODY_YET)
    said = capitalised(item.state.label)
    late = max((one.days_late for one in item.assignments), default=0)
    if says_days and item.state.is_late and late:
        said = f"{said} ({figure(late)} ngày)"
    if says_days and item.state.is_silent and item.is_past_by_plan:
        said = f"{said} ({PAST_BY_PLAN})"
    if item.assignment_count > 1 and (item.done_count or not item.state.is_silent):
        said = f"{said}; {item.done_count}/{item.assignment_count} đã hoàn thành"
    return said


def results_of(ws: Workspace, item: Item) -> str:
    """What the senders say came of it, each under its name where several hold the item."""
    said = [(one, text) for one in item.assignments if (text := _result(ws, one))]
    if item.assignment_count <= 1:
        return " ".join(text for _, text in said)
    return " ".join(f"{names}: {text}" for names, text in under_names(ws, said))


def under_names(
    ws: Workspace, said: Iterable[tuple[Assignment, str]]
) -> tuple[tuple[str, str], ...]:
    """Who says what: all who say the same in the same words stand together, told once."""
    found: dict[str, list[Assignment]] = {}
    for one, text in said:
        found.setdefault(text, []).append(one)
    return tuple(
        ("; ".join(short_name_of(ws, one.agency) for one in alike), text)
        for text, alike in found.items()
    )


def confirmation_of(ws: Workspace, item: Item) -> str:
    """The word of the province's side on a commitment, and who says so; «Chưa xác nhận»."""
    said = dict.fromkeys(_confirmed(ws, one) for one in item.assignments)
    return "; ".join(text for text in said if text)


def _confirmed(ws: Workspace, one: Assignment) -> str:
    word = one.word
    if word is None:
        return "Chưa xác nhận" if one.confirmation.is_open else ""
    agency = short_name_of(ws, word.agency)
    if not word.is_own:
        return f"{agency} xác nhận"
    return f"{agency}: {said_of(word.entry).label}"


def _result(ws: Workspace, one: Assignment) -> str:
    match one.entry:
        case TaskReport():
            parts = [*_task_parts(ws, one, one.entry)]
        case CommitmentReport():
            parts = [one.entry.text or "", _evidence(one.entry.product)]
        case None:
            parts = ["Báo cáo chưa hợp lệ" if one.invalid_report else ""]
    if one.word and one.word.is_own and one.word.entry.text:
        parts.append(f"{short_name_of(ws, one.word.agency)}: {one.word.entry.text}")
    return " ".join(sentence(part) for part in parts if part)


def _task_parts(ws: Workspace, one: Assignment, entry: TaskReport) -> Iterator[str]:
    yield entry.result or ""
    yield _evidence(entry.product)
    if entry.submitted is not None:
        waits = waiting_of(ws, one)
        yield f"Đã trình tại {reference(entry.submitted)}" + (f", {waits}" if waits else "")
    if entry.document is not None:
        yield f"Theo {reference(entry.document)}"


def waiting_of(ws: Workspace, one: Assignment) -> str:
    """«chờ UBND tỉnh xem xét» of what was submitted; "" of everything else."""
    if one.status is None or not one.status.waits_for_approver:
        return ""
    approver = short_name_of(ws, one.waits_for) if one.waits_for else "cấp có thẩm quyền"
    return f"chờ {approver} xem xét"


def _evidence(product: tuple[Evidence, ...]) -> str:
    """The products in the order of the report: documents, names of files, addresses."""
    named = [text for one in product for text in _proofs(one)]
    return f"Sản phẩm: {'; '.join(named)}" if named else ""


def _proofs(one: Evidence) -> Iterator[str]:
    if one.document is not None:
        yield reference(one.document)
    if one.file:
        yield f"tệp {one.file.rpartition('/')[2]}"
    if one.link:
        yield one.link
    if one.news:
        yield f"tin đã đăng: {one.news}"


def agencies_in_words(ws: Workspace, assignments: tuple[Assignment, ...]) -> str:
    """The names, or, of more than eight, the group's name and how many of it."""
    if len(assignments) <= _MOST_NAMES:
        return "; ".join(short_name_of(ws, one.agency) for one in assignments)
    groups = dict.fromkeys(one.via for one in assignments if one.via)
    named = "; ".join(short_name_of(ws, group) for group in groups)
    count = f"{figure(len(assignments))} cơ quan, đơn vị"
    return f"{named} ({count})" if named else capitalised(count)
