"""Chữ cái của điểm sai thứ tự.

Vì sao: các điểm đánh theo thứ tự chữ cái tiếng Việt a, b, c, d, đ, e, g, h …; thiếu hoặc lặp một
chữ thì không dẫn chiếu được đến đúng điểm.

Cách sửa: đánh lại chữ cái theo thứ tự, sau d là đ, không dùng f, j, w, z.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.đ; chính Nghị định đánh d, đ, e, g, h.

Sai: bỏ chữ đ.

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: |  # <- KH510 +8
          a) Rà soát.

          b) Tổng hợp.

          c) Báo cáo.

          d) Công bố.
          e) Lưu trữ.
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Suýt nhầm: sang khoản khác thì đánh lại từ a.

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: |
          1. Việc trước.

          a) Rà soát.

          b) Tổng hợp.

          2. Việc sau.

          a) Báo cáo.
    closing: Các cơ quan thực hiện
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
        text: |
          a) Rà soát.

          b) Tổng hợp.

          c) Báo cáo.

          d) Công bố.

          đ) Lưu trữ.
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.plan_body import OutlineItem
from kehoach_cli.rules.base import Context
from kehoach_cli.vn.text import POINT_LETTERS

CODE = "KH510"
NAME = "point-letters"
SEVERITY = Severity.WARNING
MESSAGE = "điểm «{number}» sai thứ tự: ở đây phải là «{expected})»"
HINT = "đánh lại theo thứ tự a, b, c, d, đ, e, g, h …"

_POINT = 4


def check(ctx: Context) -> Iterator[Found]:
    """Letters typed in a section's text; those of commitments have a rule of their own."""
    for folder in ctx.ws.folders:
        items = ctx.outlines[folder.id]
        file = folder.plan.file if folder.plan else ""
        for _, section in groupby(items, attrgetter("section")):
            yield from _out_of_order(item for item in section if item.place.file == file)


def _out_of_order(section: Iterable[OutlineItem]) -> Iterator[Found]:
    count = 0
    for item in section:
        if item.level != _POINT or not item.number.endswith(")"):
            count = 0
            continue
        letter = item.number.rstrip(")")
        expected = POINT_LETTERS[count % len(POINT_LETTERS)]
        if item.written and letter not in (expected, POINT_LETTERS[0]):
            yield Found(item.place, {"number": item.number, "expected": expected})
        count = POINT_LETTERS.find(letter[:1]) + 1
