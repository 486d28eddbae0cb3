"""Khó khăn, vướng mắc đã báo cáo UBND tỉnh lâu mà chưa được giải quyết.

Vì sao: báo cáo lên rồi thì dễ coi như xong, trong khi nhiệm vụ của đơn vị vẫn vướng.

Cách sửa: đề nghị UBND tỉnh cho ý kiến; có kết quả thì ghi một dòng state: resolved hoặc answered
vào decisions.yaml. Số ngày được phép chờ là khóa answer_within_days trong kehoach.yaml, mặc định
30 ngày kể từ ngày báo cáo UBND tỉnh.

Căn cứ: docs/data-model.md (tệp decisions.yaml).

Sai: ngày kiểm tra là 30/6/2027.

    # data/plans/mau/progress/2027-q1/so-yt.yaml
    sender: so-yt
    period: 2027-q1
    reported: 2027-03-16
    difficulties:
      - id: kk-1  # <- KH326
        text: Chưa có định mức cho dịch vụ dữ liệu
        to: so-tc
    # data/plans/mau/decisions.yaml
    difficulties:
      - {difficulty: kk-1, state: reported, date: 2027-04-05, by: so-khcn}

Suýt nhầm: mới báo cáo UBND tỉnh được 20 ngày.

    # data/plans/mau/progress/2027-q1/so-yt.yaml
    sender: so-yt
    period: 2027-q1
    reported: 2027-03-16
    difficulties: [{id: kk-1, text: Chưa có định mức cho dịch vụ dữ liệu, to: so-tc}]
    # data/plans/mau/decisions.yaml
    difficulties:
      - {difficulty: kk-1, state: reported, date: 2027-06-10, by: so-khcn}

Đúng:

    # data/plans/mau/progress/2027-q1/so-yt.yaml
    sender: so-yt
    period: 2027-q1
    reported: 2027-03-16
    difficulties: [{id: kk-1, text: Chưa có định mức cho dịch vụ dữ liệu, to: so-tc}]
    # data/plans/mau/decisions.yaml
    difficulties:
      - {difficulty: kk-1, state: reported, date: 2027-04-05, by: so-khcn}
      - {difficulty: kk-1, state: resolved, date: 2027-05-20, by: so-tc}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.model.report import Report
from kehoach_cli.progress.raised import ESCALATED, Desk
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.difficulty_unanswered import waiting_limit
from kehoach_cli.rules.naming import named
from kehoach_cli.vn.dates import format_day

CODE = "KH326"
NAME = "difficulty-unresolved"
SEVERITY = Severity.WARNING
MESSAGE = (
    "khó khăn {difficulty} của {sender} báo cáo UBND tỉnh từ {since}, {days} ngày chưa giải quyết"
)
HINT = "có kết quả thì ghi state: resolved vào decisions.yaml (được chờ {limit} ngày)"


def check(ctx: Context) -> Iterator[Found]:
    """Difficulties that UBND was told of longer ago than the settings allow."""
    limit = waiting_limit(ctx)
    reports = [one for one in ctx.ws.of(Report) if one.value.reported <= ctx.as_of]
    for raised in Desk(ctx.ws, ctx.as_of).difficulties(reports):
        if raised.state is not ESCALATED:
            continue
        told = raised.history[-1].value.date
        days = (ctx.as_of - told).days
        if days > limit:
            args = {
                "difficulty": named(raised.value.value.id, raised.value.value.text),
                "sender": short_name_of(ctx.ws, raised.sender),
                "since": format_day(told),
                "days": days,
                "limit": limit,
            }
            yield Found(raised.value.at("id"), args)
