"""Nhiệm vụ của một thông báo kết luận mà nguồn lại là văn bản khác.

Vì sao: nhiệm vụ phát sinh từ kết luận phải dẫn đúng thông báo; dẫn sai thì báo cáo ghi sai căn cứ
giao việc.

Cách sửa: sửa source.document của nhiệm vụ (và «kind: conclusion»), hoặc bỏ nhiệm vụ khỏi khóa
conclusions của buổi làm việc.

Căn cứ: docs/data-model.md (tệp sessions; tệp tasks.yaml, khóa source).

Sai: nhiệm vụ dẫn một thông báo khác.

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: concluded
    time: 14 giờ 00, ngày 20/5/2027
    day: 20/5/2027
    place: Hội trường UBND tỉnh
    conclusions: {number: 30/TB-UBND, date: 2027-05-25, tasks: [kl-01]}
    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: kl-01
        kind: conclusion
        source: {document: {type: Thông báo, number: 31/TB-UBND}}  # <- KH520
        title: Lập danh mục dữ liệu y tế
        lead: so-yt

Suýt nhầm: các số 0 ở đầu không làm thành số khác.

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: concluded
    time: 14 giờ 00, ngày 20/5/2027
    day: 20/5/2027
    place: Hội trường UBND tỉnh
    conclusions: {number: 030/TB-UBND, date: 2027-05-25, tasks: [kl-01]}
    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: kl-01
        kind: conclusion
        source: {document: {type: Thông báo, number: 30/TB-UBND}}
        title: Lập danh mục dữ liệu y tế
        lead: so-yt

Đúng:

    # data/plans/mau/sessions/lam-viec.yaml
    id: lam-viec
    title: Làm việc với đối tác
    state: concluded
    time: 14 giờ 00, ngày 20/5/2027
    day: 20/5/2027
    place: Hội trường UBND tỉnh
    conclusions: {number: 30/TB-UBND, date: 2027-05-25, tasks: [kl-01]}
    # data/plans/mau/tasks.yaml
    annex: {title: DANH MỤC}
    tasks:
      - id: kl-01
        kind: conclusion
        source: {document: {type: Thông báo, number: 30/TB-UBND, date: 2027-05-25}}
        title: Lập danh mục dữ liệu y tế
        lead: so-yt
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.plan import Task
from kehoach_cli.model.session import Conclusions, Session
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named

CODE = "KH520"
NAME = "conclusion-source"
SEVERITY = Severity.WARNING
MESSAGE = "nhiệm vụ {task} thuộc Thông báo kết luận số {number} nhưng ghi nguồn khác"
HINT = "sửa source.document của nhiệm vụ thành số {number}, hoặc bỏ nó khỏi khóa conclusions"


def check(ctx: Context) -> Iterator[Found]:
    """Tasks that issued conclusions name, with another document, or none, as their source."""
    for item in ctx.ws.of(Session):
        end = item.value.conclusions
        if end is None or end.number is None:
            continue
        for task_id in _tasks(end):
            task = ctx.ws.index["task"].get(task_id)
            if task is None or not isinstance(task.value, Task):
                continue
            source = task.value.source.document
            if source is None or (source.number or "").lstrip("0") != end.number.lstrip("0"):
                args = {"task": named(task_id, task.value.title), "number": end.number}
                related = (Related(item.at("conclusions"), "kết luận ở đây"),)
                yield Found(task.at("source"), args, related)


def _tasks(end: Conclusions) -> tuple[str, ...]:
    named_by_assignment = (one.task for one in end.assignments if one.task)
    return tuple(dict.fromkeys((*end.tasks, *named_by_assignment)))
