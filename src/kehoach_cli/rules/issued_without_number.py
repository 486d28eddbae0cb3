"""Kế hoạch đã ban hành mà thiếu số hoặc ngày ban hành.

Vì sao: văn bản in ra chừa trống số, ngày như bản nháp; công văn, báo cáo dẫn đến kế hoạch không ghi
được số hiệu.

Cách sửa: ghi number và date (đủ ngày, tháng, năm); nếu văn bản chưa ký thì đổi lại state.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3 và II.4; docs/data-model.md (issued cần
số và ngày).

Sai: chỉ biết tháng.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04  # <- KH506
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Sai: thiếu số.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued  # <- KH506
    date: 2026-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Suýt nhầm: bản nháp chưa có số là bình thường.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: draft
    date: 2026-04
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Đúng:

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 20/4/2026
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context

CODE = "KH506"
NAME = "issued-without-number"
SEVERITY = Severity.ERROR
MESSAGE = {
    "number": "kế hoạch «{id}» đã ban hành nhưng thiếu số",
    "date": "kế hoạch «{id}» đã ban hành nhưng thiếu ngày ban hành",
    "day": "kế hoạch «{id}» đã ban hành nhưng ngày ban hành mới ghi đến tháng",
}
HINT = "ghi đủ number và date; nếu văn bản chưa ký thì đổi lại state"


def check(ctx: Context) -> Iterator[Found]:
    """Issued plans without a number, or without a full day."""
    for folder in ctx.ws.folders:
        plan = folder.plan
        if plan is None or not plan.value.is_issued:
            continue
        if plan.value.number is None:
            yield Found(plan.at("state"), {"reason": "number", "id": plan.value.id})
        if not isinstance(plan.value.date, date):
            reason = "day" if plan.value.date else "date"
            place = plan.at("date") if plan.value.date else plan.at("state")
            yield Found(place, {"reason": reason, "id": plan.value.id})
