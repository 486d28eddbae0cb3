"""Báo cáo lập trước khi kỳ báo cáo bắt đầu, hoặc của một kỳ không có.

Vì sao: báo cáo như vậy không tính vào kỳ nào, hoặc tính nhầm kỳ.

Cách sửa: sửa ngày báo cáo hoặc mã kỳ; mã kỳ có dạng 2027, 2027-h1, 2027-9m, 2027-q3, 2027-06.

Căn cứ: Nghị định 09/2019/NĐ-CP, Điều 12 (thời gian chốt số liệu); lịch ghi ở kehoach.yaml.

Sai: kỳ năm 2027 bắt đầu ngày 15/12/2026.

    # data/plans/mau/progress/2027/so-yt.yaml
    sender: so-yt
    period: "2027"
    reported: 2026-06-10  # <- KH208
    nothing_to_report: true

Sai:

    # data/plans/mau/progress/2027-q5/so-yt.yaml
    sender: so-yt
    period: 2027-q5  # <- KH208
    reported: 2027-06-10
    nothing_to_report: true

Suýt nhầm: đã sang kỳ mới dù năm dương lịch chưa hết.

    # data/plans/mau/progress/2027/so-yt.yaml
    sender: so-yt
    period: "2027"
    reported: 2026-12-20
    nothing_to_report: true

Đúng:

    # data/plans/mau/progress/2027/so-yt.yaml
    sender: so-yt
    period: "2027"
    reported: 2027-06-10
    nothing_to_report: true
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.report import Report
from kehoach_cli.progress.periods import period_of
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.dates import format_day
from kehoach_cli.vn.period import Period

CODE = "KH208"
NAME = "report-outside-period"
SEVERITY = Severity.ERROR
MESSAGE = {
    "too-early": "báo cáo của {sender} ghi ngày {day}, trước khi kỳ {period} bắt đầu ({first})",
    "no-period": "không có kỳ báo cáo «{period}»",
}
HINT = {
    "too-early": "kiểm tra năm của ngày báo cáo và mã kỳ",
    "no-period": "mã kỳ có dạng 2027, 2027-h1, 2027-9m, 2027-q3 hoặc 2027-06",
}


def check(ctx: Context) -> Iterator[Found]:
    """Reports of a period that does not exist or has not begun on the day of the report."""
    periods: dict[str, Period | None] = {}
    for item in ctx.ws.of(Report):
        report = item.value
        if report.period not in periods:
            periods[report.period] = period_of(ctx.ws, report.period)
        period = periods[report.period]
        if period is None:
            yield Found(item.at("period"), {"reason": "no-period", "period": report.period})
        elif report.reported < period.first:
            args = {
                "reason": "too-early",
                "sender": report.sender,
                "day": format_day(report.reported),
                "period": report.period,
                "first": format_day(period.first),
            }
            yield Found(item.at("reported"), args)
