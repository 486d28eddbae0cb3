"""Kế hoạch đã ban hành mà chưa ghi họ tên người ký.

Vì sao: văn bản đã ký có chức vụ và họ tên người ký; thiếu họ tên thì bản in lại không giống văn bản
đã ký.

Cách sửa: ghi họ tên vào signer.name, không kèm học hàm, học vị.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.

Sai:

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}  # <- KH516

Sai: có học vị trước họ tên.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: TS. Nguyễn Văn Mẫu}  # <- KH516

Suýt nhầm: bản nháp chưa biết ai ký.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: draft
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Đúng:

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04-20
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

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context

CODE = "KH516"
NAME = "signer-missing"
SEVERITY = Severity.WARNING
MESSAGE = {
    "missing": "kế hoạch «{id}» đã ban hành nhưng chưa ghi họ tên người ký",
    "degree": "trước họ tên người ký «{name}» có học hàm, học vị",
}
HINT = "ghi họ tên vào signer.name, không kèm học hàm, học vị"

_DEGREE = re.compile(
    r"(?:GS|PGS|TSKH|TS|ThS|BS|CN|KS)\b\.?|(?:Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ)\b"
)


def check(ctx: Context) -> Iterator[Found]:
    """Issued plans without the signer's name; names with an academic title before them."""
    for folder in ctx.ws.folders:
        plan = folder.plan
        if plan is None:
            continue
        name = plan.value.signer.name
        args = {"id": plan.value.id, "name": name}
        if name is None and plan.value.is_issued:
            yield Found(plan.at("signer"), {**args, "reason": "missing"})
        elif name is not None and _DEGREE.match(name):
            yield Found(plan.at("signer", "name"), {**args, "reason": "degree"})
