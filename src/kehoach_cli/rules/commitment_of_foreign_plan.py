"""Cam kết thuộc một kế hoạch mà đối tác không tham gia.

Vì sao: cam kết gắn vào kế hoạch nào thì được in và theo dõi ở kế hoạch ấy; gắn nhầm thì cam kết
không bao giờ được hỏi đến.

Cách sửa: sửa khóa plan của cam kết, hoặc thêm đối tác vào khóa partners của kế hoạch.

Căn cứ: docs/data-model.md.

Sai:

    # data/partners/doi-tac-2.yaml
    id: doi-tac-2
    name: Công ty Đối tác Hai
    kind: company
    commitments:
      - id: dt2-a
        plan: mau  # <- KH403
        letter: a
        parts: [Cử đầu mối]

Suýt nhầm: kế hoạch nêu một đơn vị của đối tác, cam kết đứng tên đối tác.

    # data/plans/hai/plan.yaml
    id: hai
    kind: ke-hoach
    text: reconstructed
    title: Triển khai hợp tác
    period: "2027"
    partners: [doi-tac-2-tinh]
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch.
    sections: [{heading: NỘI DUNG, commitments: [doi-tac-2]}]
    closing: Trên đây là Kế hoạch./.
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}
    # data/partners/doi-tac-2.yaml
    id: doi-tac-2
    name: Công ty Đối tác Hai
    kind: company
    units: [{id: doi-tac-2-tinh, name: Đối tác Hai tỉnh Mẫu}]
    commitments:
      - id: dt2-a
        plan: hai
        letter: a
        parts: [Cử đầu mối]

Đúng:

    # data/partners/doi-tac.yaml
    id: doi-tac
    name: Tổng công ty Đối tác
    kind: telecom
    commitments:
      - id: dt-a
        plan: mau
        letter: a
        parts: [Cử đầu mối]
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.partnership import participation

CODE = "KH403"
NAME = "commitment-of-foreign-plan"
SEVERITY = Severity.WARNING
MESSAGE = "cam kết {id} thuộc kế hoạch {plan} nhưng {partner} không phải đối tác của kế hoạch ấy"
HINT = "sửa khóa plan, hoặc thêm {owner} vào khóa partners của kế hoạch"


def check(ctx: Context) -> Iterator[Found]:
    """Commitments for a plan whose partners do not include theirs."""
    takes_part = participation(ctx)
    for folder in ctx.ws.folders:
        for owner, promised in ctx.ws.promised(folder.id).items():
            if folder.plan is None or takes_part(folder.plan, owner):
                continue
            related = Related(folder.plan.at("partners"), "các đối tác của kế hoạch")
            for item in promised:
                args = {
                    "id": item.value.id,
                    "plan": folder.id,
                    "partner": short_name_of(ctx.ws, owner),
                    "owner": owner,
                }
                yield Found(item.at("plan"), args, (related,))
