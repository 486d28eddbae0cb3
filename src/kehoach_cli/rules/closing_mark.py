"""Dấu «./.» viết hai lần hoặc viết giữa văn bản.

Vì sao: dấu «./.» báo hết văn bản và được thêm vào cuối lời kết khi in; viết thêm ở chỗ khác thì
người đọc tưởng văn bản đã hết.

Cách sửa: xóa dấu «./.»; lời kết có hay không có dấu này đều in ra đúng một lần.

Căn cứ: Nghị định 30/2020/NĐ-CP, các mẫu ở Phụ lục III, Mục II.

Sai:

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: Các cơ quan thực hiện./.  # <- KH513
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Suýt nhầm: một dấu ở cuối lời kết thì khi in không thêm nữa.

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
    closing: Các cơ quan báo cáo trước ngày 30/11./.
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Đúng:

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
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.prose import plan_texts

CODE = "KH513"
NAME = "closing-mark"
SEVERITY = Severity.WARNING
MESSAGE = "dấu «./.» thừa: dấu này chỉ in một lần, ở cuối lời kết"
HINT = "xóa dấu này"

_MARK = re.compile(r"\./\.")
_AT_THE_END = re.compile(r"\./\.\s*\Z")


def check(ctx: Context) -> Iterator[Found]:
    """Every «./.» of a plan but one at the very end of its closing."""
    for folder in ctx.ws.folders:
        for words in plan_texts(folder):
            if "./." not in words.text:
                continue
            is_closing = words.path[-1:] == ("closing",)
            end = _AT_THE_END.search(words.text) if is_closing else None
            for match in _MARK.finditer(words.text):
                if end is None or match.start() != end.start():
                    yield Found(words.at(match))
