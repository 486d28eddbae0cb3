"""Phụ lục không được nhắc đến trong văn bản.

Vì sao: phần lời không dẫn đến Phụ lục thì người đọc không biết Phụ lục quy định việc gì.

Cách sửa: thêm câu dẫn vào một mục, ví dụ «Các nhiệm vụ cụ thể nêu tại Phụ lục kèm theo Kế hoạch
này».

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1.a.

Sai:

    # data/plans/mau/tasks.yaml
    annex:
      title: DANH MỤC NHIỆM VỤ  # <- KH503
    tasks:
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu
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
        text: Các nhiệm vụ theo Phụ lục I của Nghị quyết số 03/NQ-CP.
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Suýt nhầm: Phụ lục được nhắc ở một trách nhiệm, in trong mục Tổ chức thực hiện.

    # data/plans/mau/tasks.yaml
    annex:
      title: DANH MỤC NHIỆM VỤ
    tasks:
      - id: nv-1
        kind: duty
        source: {clause: II.1}
        title: Theo dõi các nhiệm vụ tại Phụ lục
        lead: so-khcn
      - id: pl-1
        kind: annex
        source: {clause: Phụ lục}
        title: Xây dựng kho dữ liệu
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
        text: Các cơ quan thực hiện.
      - heading: TỔ CHỨC THỰC HIỆN
        duties: [so-khcn]
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

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.annexes import annex_mention, has_annex_rows
from kehoach_cli.rules.base import Context

CODE = "KH503"
NAME = "annex-not-mentioned"
SEVERITY = Severity.WARNING
MESSAGE = "văn bản không có câu nào dẫn đến Phụ lục «{title}»"
HINT = "thêm câu dẫn, ví dụ «nêu tại Phụ lục kèm theo Kế hoạch này»"


def check(ctx: Context) -> Iterator[Found]:
    """Annexes with rows that no text of their plan refers to."""
    for folder in ctx.ws.folders:
        if folder.annex is None or folder.plan is None:
            continue
        if has_annex_rows(ctx.ws, folder) and annex_mention(folder) is None:
            yield Found(folder.annex.at("title"), {"title": folder.annex.value.title})
