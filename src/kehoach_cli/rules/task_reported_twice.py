"""Một báo cáo nói hai lần về cùng một nhiệm vụ hoặc cam kết.

Vì sao: hai lần có thể nói khác nhau; số liệu chỉ tính một lần nên một trong hai bị bỏ mà không ai
hay.

Cách sửa: gộp thành một mục.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
      - task: pl-1  # <- KH309
        status: not-started

Suýt nhầm: cùng nhiệm vụ ấy nhưng do cơ quan khác báo cáo.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress
    # data/plans/mau/progress/2027/so-tc.yaml
    sender: so-tc
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: in-progress

Đúng:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: nv-1
        status: in-progress
      - task: pl-1
        status: in-progress
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.report import Report
from kehoach_cli.rules.base import Context
from kehoach_cli.workspace import Located

CODE = "KH309"
NAME = "task-reported-twice"
SEVERITY = Severity.ERROR
MESSAGE = "báo cáo này nói hai lần về {thing} {id}"
HINT = "gộp thành một mục"


def check(ctx: Context) -> Iterator[Found]:
    """Second and later entries of one report about the same task or commitment."""
    for report in ctx.ws.of(Report):
        tasks = [entry.task for entry in report.value.tasks]
        yield from _again(report, tasks, ("tasks", "task", "nhiệm vụ"))
        kept = [entry.commitment for entry in report.value.commitments]
        yield from _again(report, kept, ("commitments", "commitment", "cam kết"))


def _again(
    report: Located[Report], ids: Sequence[str], names: tuple[str, str, str]
) -> Iterator[Found]:
    table, key, thing = names
    if len(set(ids)) == len(ids):
        return
    first: dict[str, int] = {}
    for number, own_id in enumerate(ids):
        if own_id in first:
            related = Related(report.at(table, first[own_id], key), "nói lần đầu ở đây")
            args = {"thing": thing, "id": own_id}
            yield Found(report.at(table, number, key), args, (related,))
        first.setdefault(own_id, number)
