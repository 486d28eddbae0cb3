"""Dẫn đến một mục mà kế hoạch không có.

Vì sao: «Các đơn vị tại Mục V» hay «theo Mục II.3» chỉ đến chỗ không có thì người nhận không biết
mình được nhắc ở đâu; thường do mục đã bị thêm, bớt mà câu dẫn chưa sửa.

Cách sửa: sửa số mục theo số in ra.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.

Sai: Nơi nhận dẫn đến mục không có.

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
    recipients: [{section: V}]  # <- KH512
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Sai: phần lời dẫn đến khoản không có.

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: Các cơ quan thực hiện theo Mục I.3.  # <- KH512
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}

Suýt nhầm: mục của văn bản khác.

    # data/plans/mau/plan.yaml
    id: mau
    kind: ke-hoach
    text: verbatim
    title: Triển khai hợp tác
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: Trình bày theo Mục III Phụ lục I ban hành kèm theo Nghị định; Mục V của Nghị quyết.
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

          2. Báo cáo theo Mục I.1 và khoản 1 Mục I.
    recipients: [{section: I}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.drafting.plan_body import OutlineItem
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.prose import plan_texts, shown
from kehoach_cli.vn.text import roman

CODE = "KH512"
NAME = "section-reference"
SEVERITY = Severity.WARNING
MESSAGE = "kế hoạch không có mục «{number}»"
HINT = "các mục của kế hoạch: {known}"

_ELSEWHERE = (
    r"Phụ\s+lục|Phần|Chương|Nghị|Quyết|Thông|Luật|Bộ luật|Công văn|Chỉ thị|Kế hoạch\s+số"
    r"|Chương trình|Biên bản|Đề án|Báo cáo|văn bản"
)
_REFERENCE = re.compile(
    r"(?:khoản\s+(?P<clause>[0-9]{1,2})\s+)?[Mm]ục\s+(?P<section>[IVX]+(?:\.[0-9]{1,2})*)"
    rf"(?!\w|\.\w|,?\s+(?:của\s+|tại\s+|trong\s+)?(?:{_ELSEWHERE}))"
)
_OF_ANNEX = re.compile(r"(?:Phụ\s+lục|Phần|Chương)(?:\s+[IVX0-9]+)?,?\s+\Z")
_CLAUSE, _SUBCLAUSE = 2, 3


def check(ctx: Context) -> Iterator[Found]:
    """References of a plan to itself, in its words and in Nơi nhận, that lead nowhere."""
    for folder in ctx.ws.folders:
        plan = folder.plan
        if plan is None:
            continue
        known = _printed(ctx.outlines[folder.id])
        sections = ", ".join(one for one in known if "." not in one)
        for number, line in enumerate(plan.value.recipients):
            if line.section and line.section not in known:
                place = plan.at("recipients", number, "section")
                yield Found(place, {"number": line.section, "known": sections})
        for words in plan_texts(folder):
            for match in _REFERENCE.finditer(words.text):
                wanted = ".".join(part for part in (match["section"], match["clause"]) if part)
                if wanted not in known and not _OF_ANNEX.search(words.text[: match.start()]):
                    args = {"number": shown(match).removeprefix("Mục "), "known": sections}
                    yield Found(words.at(match), args)


def _printed(items: Iterable[OutlineItem]) -> dict[str, None]:
    """«II», «II.3», «V.3.1»: what a text can refer to, in the order of the plan."""
    found: dict[str, None] = {}
    for item in items:
        section, own = roman(item.section + 1), item.number.rstrip(".")
        found.setdefault(section)
        if item.level in (_CLAUSE, _SUBCLAUSE):
            found.setdefault(f"{section}.{own}")
    return found
