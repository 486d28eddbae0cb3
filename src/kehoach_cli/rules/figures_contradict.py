"""Số liệu trong một báo cáo mâu thuẫn nhau.

Vì sao: hai con số của cùng một báo cáo không thể cùng đúng thì không dùng được con số nào.

Cách sửa: đối chiếu với văn bản gốc rồi sửa ngày hoặc trạng thái bị sai.

Căn cứ: docs/data-model.md.

Sai: hoàn thành trước khi kế hoạch giao việc; tờ trình sau ngày báo cáo; chưa triển khai mà đã chi.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: done
        done_on: 2026-04-01  # <- KH316
        product: [{link: "https://khodulieu.example.vn"}]
      - task: nv-1
        status: submitted
        submitted: {number: 45/TTr-SKHCN, date: 2027-06-25}  # <- KH316
    # data/plans/mau/progress/2027/so-tc.yaml
    sender: so-tc
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: not-started
        spent: 200 triệu đồng  # <- KH316

Suýt nhầm: trình, hoàn thành và báo cáo trong cùng một ngày.

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    tasks:
      - task: pl-1
        status: done
        done_on: 2027-06-20
        submitted: {number: 45/TTr-SKHCN, date: 2027-06-20}
        product: [{document: {number: 210/QĐ-UBND, date: 2027-06-20}}]

Đúng:

    # data/plans/mau/progress/2027/so-khcn.yaml
    sender: so-khcn
    period: "2027"
    reported: 2027-06-20
    document: {number: 61/BC-SKHCN, date: 2027-06-18}
    tasks:
      - task: pl-1
        status: done
        done_on: 2027-06-10
        product: [{document: {number: 210/QĐ-UBND, date: 2027-06-10}}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import Found, Place, Related, Severity
from kehoach_cli.model.report import Report
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.reported import Entry, says_something
from kehoach_cli.vn.dates import format_day
from kehoach_cli.workspace import Located, PlanFolder

CODE = "KH316"
NAME = "figures-contradict"
SEVERITY = Severity.ERROR
MESSAGE = {
    "before-assigned": "nhiệm vụ {task} ghi hoàn thành ngày {day}, trước khi được giao ({other})",
    "submitted-late": "nhiệm vụ {task} ghi trình ngày {day}, sau ngày hoàn thành {other}",
    "after-report": "{what} ghi ngày {day}, sau ngày báo cáo {other}",
    "done-day-of-open": "nhiệm vụ {task} ghi ngày hoàn thành nhưng trạng thái là «{status}»",
    "result-before-begun": "nhiệm vụ {task} ghi {what} nhưng trạng thái là «{status}»",
}
HINT = "đối chiếu với văn bản gốc rồi sửa ngày hoặc trạng thái bị sai"


def check(ctx: Context) -> Iterator[Found]:
    """Days and figures of one report that cannot all be true."""
    folders = {folder.id: folder for folder in ctx.ws.folders}
    for report in ctx.ws.of(Report):
        document = report.value.document
        if document is not None:
            place = report.at("document", "date")
            yield from _after_report(report, place, document.date, "văn bản báo cáo")
    for entry in ctx.entries:
        said = entry.said
        if said.done_on is not None:
            yield from _done_days(entry, said.done_on, folders)
        if said.submitted or said.document or said.product:
            yield from _later_documents(entry)
        if not said.status.has_begun:
            yield from _before_begun(entry)


def _done_days(entry: Entry, done_on: date, folders: dict[str, PlanFolder]) -> Iterator[Found]:
    """The day it was done against the status, the assignment and the submission."""
    if not entry.said.status.is_done:
        related = Related(entry.at("status"), "trạng thái ở đây")
        args = {"task": entry.called, "status": entry.said.status.label}
        yield Found(entry.at("done_on"), {"reason": "done-day-of-open", **args}, (related,))
        return
    given = _given(entry, folders)
    if given is not None and done_on < given[0]:
        related = Related(given[1], "được giao từ ngày này")
        args = _days(entry, done_on, given[0])
        yield Found(entry.at("done_on"), {"reason": "before-assigned", **args}, (related,))
    sent = entry.said.submitted.date if entry.said.submitted else None
    if sent is not None and sent > done_on:
        related = Related(entry.at("done_on"), "ngày hoàn thành ở đây")
        args = _days(entry, sent, done_on)
        yield Found(entry.at("submitted", "date"), {"reason": "submitted-late", **args}, (related,))


def _given(entry: Entry, folders: dict[str, PlanFolder]) -> tuple[date, Place] | None:
    """The day it was assigned, by the task or else by its plan, and where that stands."""
    task = entry.task
    if task is None:
        return None
    if task.value.assigned is not None:
        return task.value.assigned, task.at("assigned")
    plan = folders[task.owner].plan
    if plan is None or not isinstance(plan.value.date, date):
        return None
    return plan.value.date, plan.at("date")


def _later_documents(entry: Entry) -> Iterator[Found]:
    """Documents that the report names though they are of a later day than the report."""
    said = entry.said
    named = [
        (said.submitted, entry.at("submitted", "date"), "văn bản trình"),
        (said.document, entry.at("document", "date"), "văn bản cho phép"),
        *(
            (one.document, entry.at("product", number, "document", "date"), "sản phẩm")
            for number, one in enumerate(said.product)
        ),
    ]
    for document, place, what in named:
        if document is not None:
            words = f"{what} của nhiệm vụ {entry.called}"
            yield from _after_report(entry.report, place, document.date, words)


def _before_begun(entry: Entry) -> Iterator[Found]:
    """Results of a task of which nothing has begun."""
    for key, what in (("product", "sản phẩm"), ("spent", "số tiền đã chi")):
        value = getattr(entry.said, key)
        if value != 0 and says_something(value):
            related = Related(entry.at("status"), "trạng thái ở đây")
            args = {"task": entry.called, "what": what, "status": entry.said.status.label}
            yield Found(entry.at(key), {"reason": "result-before-begun", **args}, (related,))


def _after_report(
    report: Located[Report], place: Place, day: date | None, what: str
) -> Iterator[Found]:
    reported = report.value.reported
    if day is not None and day > reported:
        args = {"what": what, "day": format_day(day), "other": format_day(reported)}
        related = Related(report.at("reported"), "ngày báo cáo ở đây")
        yield Found(place, {"reason": "after-report", **args}, (related,))


def _days(entry: Entry, day: date, other: date) -> dict[str, str]:
    return {"task": entry.called, "day": format_day(day), "other": format_day(other)}
