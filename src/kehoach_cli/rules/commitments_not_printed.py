"""Kế hoạch không in cam kết của đối tác.

Vì sao: cam kết có trong dữ liệu và được theo dõi, nhưng văn bản gửi đi không nêu, nên đối tác không
biết mình được đề nghị những gì.

Cách sửa: thêm commitments vào mục tổ chức thực hiện của plan.yaml; nếu cam kết không thuộc kế hoạch
này thì sửa khóa plan của cam kết.

Căn cứ: docs/data-model.md.

Sai:

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: reconstructed
    title: Triển khai hợp tác
    period: 2026 - 2030
    partners: [doi-tac]
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch.
    sections:  # <- KH404
      - heading: TỔ CHỨC THỰC HIỆN
        duties: [so-khcn]
    closing: Trên đây là Kế hoạch./.
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Suýt nhầm: đối tác của kế hoạch chưa có cam kết nào thì không có gì để in.

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: reconstructed
    title: Triển khai hợp tác
    period: 2026 - 2030
    partners: [doi-tac]
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch.
    sections:
      - heading: TỔ CHỨC THỰC HIỆN
        duties: [so-khcn]
    closing: Trên đây là Kế hoạch./.
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}
    # data/partners/doi-tac.yaml
    id: doi-tac
    name: Tổng công ty Đối tác
    kind: telecom

Đúng:

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: reconstructed
    title: Triển khai hợp tác
    period: 2026 - 2030
    partners: [doi-tac]
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch.
    sections:
      - heading: TỔ CHỨC THỰC HIỆN
        duties: [so-khcn]
        commitments: [doi-tac]
    closing: Trên đây là Kế hoạch./.
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.partnership import participation

CODE = "KH404"
NAME = "commitments-not-printed"
SEVERITY = Severity.WARNING
MESSAGE = "không mục nào của kế hoạch {plan} in {count} cam kết của {partner}"
HINT = "thêm commitments: [{owner}] vào mục tổ chức thực hiện"


def check(ctx: Context) -> Iterator[Found]:
    """One finding for each partner of a plan whose commitments no section prints."""
    takes_part = participation(ctx)
    for folder in ctx.ws.folders:
        plan = folder.plan
        for owner, promised in ctx.ws.promised(folder.id).items():
            if plan is None or not takes_part(plan, owner):
                continue
            if not any(owner in section.commitments for section in plan.value.sections):
                args = {
                    "plan": folder.id,
                    "count": len(promised),
                    "partner": short_name_of(ctx.ws, owner),
                    "owner": owner,
                }
                related = Related(promised[0].at("id"), "cam kết đầu tiên ở đây")
                yield Found(plan.at("sections", on="key"), args, (related,))
