"""Số thứ tự viết tay sai thứ tự, hoặc viết lặp trong tiêu đề.

Vì sao: số mục, khoản nhảy cóc hay lặp lại thì không dẫn chiếu được đến đúng chỗ; tiêu đề tự mang số
thì in ra có hai số.

Cách sửa: đánh lại số từ 1, không bỏ số nào; tiêu đề (dòng bắt đầu bằng #, heading) không ghi số vì
số được đánh khi in.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.đ.

Sai: bỏ số 3.

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: |  # <- KH509 +5
          1. Rà soát.

          2. Tổng hợp.

          4. Báo cáo.
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Sai: tiêu đề tự mang số.

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: I. NỘI DUNG  # <- KH509
        text: Các cơ quan thực hiện.
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Sai: khoản cấp hai không nằm dưới khoản nào.

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: |  # <- KH509 +1
          3.1. Rà soát.
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Suýt nhầm: mỗi mục đánh số lại từ 1; năm, ngày ở đầu dòng không phải là số thứ tự.

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
          1. Rà soát.

          2. Tổng hợp.
      - heading: 2026 LÀ NĂM BẢN LỀ
        text: |
          1. Báo cáo.

          30/6/2026 là ngày chốt số liệu.
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
          1. Rà soát.

          1.1. Rà soát lần đầu.

          2. Tổng hợp.
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.plan_body import OutlineItem
from kehoach_cli.rules.base import Context

CODE = "KH509"
NAME = "section-order"
SEVERITY = Severity.WARNING
MESSAGE = {
    "order": "số «{number}» không nối tiếp: ở đây phải là «{expected}»",
    "stray": "số «{number}» không nằm dưới khoản «{expected}»",
    "own-number": "tiêu đề «{text}» tự mang số, khi in sẽ có hai số",
}
HINT = {
    "order": "đánh lại số thứ tự từ 1, không bỏ số nào",
    "stray": "thêm khoản bên trên hoặc đánh lại số",
    "own-number": "bỏ số ở đầu tiêu đề; số được đánh khi in",
}

_OWN_NUMBER = re.compile(r"(?:[IVX]+|[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-zđ])[.)]\s")
_CLAUSE, _SUBCLAUSE = 2, 3


def check(ctx: Context) -> Iterator[Found]:
    """Numbers of khoản that do not follow each other as printed; headings with a number inside."""
    for plan_id, items in ctx.outlines.items():
        for item in items:
            if not item.written and _OWN_NUMBER.match(item.text):
                yield Found(item.place, {"reason": "own-number", "text": item.text})
        folder = ctx.ws.folder(plan_id)
        plan = folder.plan if folder else None
        is_figures = plan is not None and plan.value.numbering == "figures"
        for index, section in groupby(items, attrgetter("section")):
            yield from _out_of_order(section, f"{index + 1}." if is_figures else "")


def _without(prefix: str, item: OutlineItem) -> OutlineItem:
    """«3.1.» of mục «3.» as «1.», the khoản that it is; «3.» alone is what it is."""
    own = item.number.removeprefix(prefix)
    if own in {item.number, ""}:
        return item
    return replace(item, number=own, level=1 + own.count("."))


def _out_of_order(section: Iterable[OutlineItem], prefix: str) -> Iterator[Found]:
    """``prefix`` is the number of the mục, where it stands before those of its khoản.

    Where no khoản of a mục has it, they are counted by themselves. Each is called as it is printed.
    """
    pairs = [(one.number, _without(prefix, one)) for one in section]
    before = prefix if any(printed != item.number for printed, item in pairs) else ""
    clause = subclause = 0
    for printed, item in pairs:
        if item.level not in (_CLAUSE, _SUBCLAUSE):
            continue
        parts = [int(part) for part in item.number.split(".") if part]
        said = {"number": printed}
        if item.level == _SUBCLAUSE and parts[:-1] != ([clause] if clause else []):
            yield Found(item.place, {"reason": "stray", **said, "expected": f"{before}{parts[0]}."})
            continue
        right = [clause + 1] if item.level == _CLAUSE else [*parts[:-1], subclause + 1]
        expected = f"{before}{'.'.join(map(str, right))}."
        if parts != right or (before and printed == item.number):
            yield Found(item.place, {"reason": "order", **said, "expected": expected})
        clause, subclause = (parts[-1], 0) if item.level == _CLAUSE else (clause, parts[-1])
