"""Văn bản dẫn đến Phụ lục chưa có dòng nào hoặc không có.

Vì sao: người nhận mở đến Phụ lục mà không thấy danh mục thì không biết việc của mình.

Cách sửa: đưa danh mục vào tasks.yaml (kind: annex); nếu kế hoạch không có Phụ lục thì bỏ câu dẫn.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1.a.

Sai: có tên danh mục mà chưa có nhiệm vụ.

    # data/plans/mau/tasks.yaml
    annex:
      title: DANH MỤC NHIỆM VỤ  # <- KH502
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Làm đầu mối theo dõi
        lead: so-khcn

Sai: văn bản dẫn đến Phụ lục nhưng không khai báo Phụ lục.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Làm đầu mối theo dõi
        lead: so-khcn
    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: Các nhiệm vụ nêu tại Phụ lục kèm theo.  # <- KH502
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Suýt nhầm: Phụ lục của văn bản khác.

    # data/plans/mau/tasks.yaml
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Làm đầu mối theo dõi
        lead: so-khcn
    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: Trình bày theo Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP.
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Đúng:

    # data/plans/mau/tasks.yaml
    annex:
      title: DANH MỤC NHIỆM VỤ
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu
        lead: so-khcn
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.rules.annexes import annex_mention, has_annex_rows
from kehoach_cli.rules.base import Context

CODE = "KH502"
NAME = "annex-without-rows"
SEVERITY = Severity.WARNING
MESSAGE = {
    "empty": "Phụ lục «{title}» chưa có nhiệm vụ nào",
    "absent": "văn bản dẫn đến Phụ lục nhưng kế hoạch không khai báo Phụ lục",
}
HINT = {
    "empty": "đưa danh mục vào tasks.yaml, mỗi nhiệm vụ ghi kind: annex",
    "absent": "khai báo annex và các nhiệm vụ trong tasks.yaml, hoặc bỏ câu dẫn",
}


def check(ctx: Context) -> Iterator[Found]:
    """Annexes that print nothing, and references to an annex that is not there."""
    for folder in ctx.ws.folders:
        tasks = ctx.ws.sources.get(f"data/plans/{folder.id}/tasks.yaml")
        if has_annex_rows(ctx.ws, folder) or (tasks is not None and tasks.is_broken):
            continue
        mention = annex_mention(folder)
        if folder.annex is not None:
            related = (Related(mention, "văn bản dẫn đến Phụ lục ở đây"),) if mention else ()
            args = {"reason": "empty", "title": folder.annex.value.title}
            yield Found(folder.annex.at("title"), args, related)
        elif mention is not None:
            yield Found(mention, {"reason": "absent"})
