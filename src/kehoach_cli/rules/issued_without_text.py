"""Kế hoạch đã ban hành mà chưa giữ nguyên văn bản đã ký.

Vì sao: không có nguyên văn (issued.md) thì không ai biết dữ liệu còn đúng với văn bản đã ký hay đã
bị sửa sau khi ban hành.

Cách sửa: chép nguyên văn phần lời của văn bản đã ký vào issued.md, cạnh plan.yaml.

Căn cứ: docs/data-model.md (issued.md).

Sai:

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND  # <- KH505
    date: 2026-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Suýt nhầm: bản dựng lại từ dữ liệu không đối chiếu từng chữ với văn bản đã ký.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04-20
    text: reconstructed
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
    date: 2026-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}
    # data/plans/khac/issued.md
    Ủy ban nhân dân tỉnh ban hành Kế hoạch.

    Các cơ quan chủ động thực hiện.

    Các cơ quan thực hiện./.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context

CODE = "KH505"
NAME = "issued-without-text"
SEVERITY = Severity.WARNING
MESSAGE = "kế hoạch «{id}» đã ban hành nhưng chưa có nguyên văn bản đã ký (issued.md)"
HINT = "chép nguyên văn phần lời của văn bản đã ký vào issued.md, cạnh plan.yaml"

_VERBATIM = "verbatim"


def check(ctx: Context) -> Iterator[Found]:
    """Issued plans whose wording claims to be the signed one, with nothing to hold it against."""
    for folder in ctx.ws.folders:
        plan = folder.plan
        if plan is None or folder.issued is not None or plan.value.text != _VERBATIM:
            continue
        if plan.value.is_issued:
            yield Found(plan.at("number"), {"id": plan.value.id})
