"""Mục của kế hoạch in cam kết của đối tác không có cam kết nào.

Vì sao: văn bản sẽ in tiêu đề «Đề nghị …» mà bên dưới không có nội dung.

Cách sửa: bỏ đối tác ấy khỏi commitments của mục, hoặc ghi các cam kết vào tệp của đối tác với
đúng mã kế hoạch.

Căn cứ: docs/data-model.md.

Sai: đối tác chưa cam kết gì cho kế hoạch này.

    # data/partners/doi-tac-2.yaml
    id: doi-tac-2
    name: Công ty Đối tác Hai
    kind: company
    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: reconstructed
    title: Triển khai hợp tác
    period: 2026 - 2030
    partners: [doi-tac, doi-tac-2]
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch.
    sections:
      - heading: TỔ CHỨC THỰC HIỆN
        commitments:
          - doi-tac
          - doi-tac-2  # <- KH405
    closing: Trên đây là Kế hoạch./.
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Suýt nhầm: cam kết của đối tác bị lỗi nên chưa đọc được; lỗi ấy có phát hiện riêng.

    # data/partners/doi-tac.yaml
    id: doi-tac
    name: Tổng công ty Đối tác
    kind: telecom
    commitments:
      - {id: doi-tac-a, plan: mau, letter: aa, parts: [Cử đầu mối]}

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
        commitments: [doi-tac]
    closing: Trên đây là Kế hoạch./.
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.rules.base import Context

CODE = "KH405"
NAME = "commitments-printed-empty"
SEVERITY = Severity.ERROR
MESSAGE = "{partner} không có cam kết nào cho kế hoạch {plan} để in ở mục này"
HINT = "bỏ {owner} khỏi commitments của mục, hoặc ghi cam kết vào tệp của đối tác"


def check(ctx: Context) -> Iterator[Found]:
    """Partners that a section prints and that have promised nothing for its plan."""
    for folder in ctx.ws.folders:
        for number, section in enumerate(folder.plan.value.sections if folder.plan else ()):
            for item, owner in enumerate(section.commitments):
                known = ctx.ws.index["actor"].get(owner)
                if folder.plan is None or known is None or known.file in ctx.faulty_files:
                    continue
                if (owner, folder.id) not in ctx.ws.commitments:
                    args = {
                        "partner": short_name_of(ctx.ws, owner),
                        "plan": folder.id,
                        "owner": owner,
                    }
                    yield Found(folder.plan.at("sections", number, "commitments", item), args)
