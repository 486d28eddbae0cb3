"""Kế hoạch ghi đã ban hành vào một ngày chưa đến.

Vì sao: nhiệm vụ, thời hạn và kỳ báo cáo tính từ ngày ban hành; ngày chưa đến thường là gõ nhầm năm,
hoặc kế hoạch còn là dự thảo.

Cách sửa: sửa date cho đúng ngày ký; chưa ký thì đổi lại state.

Căn cứ: docs/data-model.md (tệp plan.yaml).

Sai: ngày kiểm tra là 30/6/2027.

    # data/plans/hai/plan.yaml
    id: hai
    kind: ke-hoach
    state: issued
    text: reconstructed
    number: 20/KH-UBND
    date: 2028-01-05  # <- KH212
    title: Triển khai hợp tác
    period: 2027 - 2028
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch.
    sections: [{heading: NỘI DUNG, text: Nội dung hợp tác.}]
    closing: Trên đây là Kế hoạch./.
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Suýt nhầm: dự thảo ghi trước ngày dự kiến ký.

    # data/plans/hai/plan.yaml
    id: hai
    kind: ke-hoach
    state: draft
    text: reconstructed
    date: 2028-01-05
    title: Triển khai hợp tác
    period: 2027 - 2028
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch.
    sections: [{heading: NỘI DUNG, text: Nội dung hợp tác.}]
    closing: Trên đây là Kế hoạch./.
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Đúng:

    # data/plans/hai/plan.yaml
    id: hai
    kind: ke-hoach
    state: issued
    text: reconstructed
    number: 20/KH-UBND
    date: 2027-06-30
    title: Triển khai hợp tác
    period: 2027 - 2028
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch.
    sections: [{heading: NỘI DUNG, text: Nội dung hợp tác.}]
    closing: Trên đây là Kế hoạch./.
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.dates import Month, format_day

CODE = "KH212"
NAME = "issued-in-the-future"
SEVERITY = Severity.WARNING
MESSAGE = "kế hoạch «{id}» ghi đã ban hành ngày {day}, là ngày chưa đến"
HINT = "sửa date cho đúng ngày ký; chưa ký thì đổi lại state"


def check(ctx: Context) -> Iterator[Found]:
    """Issued plans dated after the day; of a month its first day counts."""
    for folder in ctx.ws.folders:
        plan = folder.plan
        if plan is None or not plan.value.is_issued or plan.value.date is None:
            continue
        given = plan.value.date
        day = given.first if isinstance(given, Month) else given
        if day > ctx.as_of:
            yield Found(plan.at("date"), {"id": plan.value.id, "day": format_day(day)})
