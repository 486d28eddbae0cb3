"""Khó khăn, vướng mắc để lâu chưa được trả lời.

Vì sao: đơn vị nêu khó khăn rồi chờ; để lâu thì nhiệm vụ quá hạn mà lỗi không ở đơn vị.

Cách sửa: trả lời, hoặc báo cáo UBND tỉnh, rồi ghi vào decisions.yaml. Số ngày được phép chờ là khóa
answer_within_days trong kehoach.yaml, mặc định 30 ngày kể từ ngày báo cáo.

Căn cứ: docs/data-model.md (tệp decisions.yaml).

Sai: ngày kiểm tra là 30/6/2027.

    # data/plans/mau/progress/2027-q1/so-yt.yaml
    sender: so-yt
    period: 2027-q1
    reported: 2027-03-16
    difficulties:
      - id: kk-1  # <- KH319
        text: Chưa có định mức cho dịch vụ dữ liệu
        to: so-tc

Suýt nhầm: mới nêu được 20 ngày.

    # data/plans/mau/progress/2027-q2/so-yt.yaml
    sender: so-yt
    period: 2027-q2
    reported: 2027-06-10
    difficulties: [{id: kk-1, text: Chưa có định mức cho dịch vụ dữ liệu, to: so-tc}]

Đúng:

    # data/plans/mau/progress/2027-q1/so-yt.yaml
    sender: so-yt
    period: 2027-q1
    reported: 2027-03-16
    difficulties: [{id: kk-1, text: Chưa có định mức cho dịch vụ dữ liệu, to: so-tc}]
    # data/plans/mau/decisions.yaml
    difficulties:
      - {difficulty: kk-1, state: answered, date: 2027-04-05, by: so-tc}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.model.report import Report
from kehoach_cli.progress.raised import UNANSWERED, Desk
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named

CODE = "KH319"
NAME = "difficulty-unanswered"
SEVERITY = Severity.WARNING
MESSAGE = {
    "known": "khó khăn {difficulty} của {sender} đã {days} ngày chưa được {answerer} trả lời",
    "unknown": "khó khăn {difficulty} của {sender} đã {days} ngày chưa được trả lời",
}
HINT = "trả lời hoặc báo cáo UBND tỉnh, rồi ghi vào decisions.yaml (được chờ {limit} ngày)"

_LIMIT = 30


def waiting_limit(ctx: Context) -> int:
    """For how many days a difficulty may wait, by the settings."""
    return ctx.ws.settings.value.answer_within_days if ctx.ws.settings else _LIMIT


def check(ctx: Context) -> Iterator[Found]:
    """Difficulties about which nothing was done for longer than the settings allow."""
    limit = waiting_limit(ctx)
    reports = [one for one in ctx.ws.of(Report) if one.value.reported <= ctx.as_of]
    for raised in Desk(ctx.ws, ctx.as_of).difficulties(reports):
        if raised.state is UNANSWERED and (raised.days_open or 0) > limit:
            args = {
                "reason": "known" if raised.answerer else "unknown",
                "difficulty": named(raised.value.value.id, raised.value.value.text),
                "sender": short_name_of(ctx.ws, raised.sender),
                "answerer": short_name_of(ctx.ws, raised.answerer or ""),
                "days": raised.days_open,
                "limit": limit,
            }
            yield Found(raised.value.at("id"), args)
