"""Số, ký hiệu không đúng với loại văn bản hoặc cơ quan ban hành.

Vì sao: ký hiệu gồm chữ viết tắt tên loại và tên cơ quan ban hành; sai ký hiệu thì văn bản sai thể
thức và người nhận tìm không ra.

Cách sửa: kế hoạch của UBND tỉnh có dạng 15/KH-UBND. Công văn không có chữ viết tắt tên loại: viết
123/UBND-KGVX, không viết 123/CV-UBND.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3; Phụ lục III, Mục I.

Sai:

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/BC-UBND  # <- KH507
    date: 2026-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Sai: ký hiệu của công văn có chữ CV.

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      granted: {number: 12/CV-UBND, date: 30/6/2027}  # <- KH507

Suýt nhầm: số cũ có các số 0 ở đầu; CVP là chức danh, không phải ký hiệu.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 0156/KH-UBND
    date: 2025-11-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    recipients: [{agency: cac-so-nganh}, {text: "CVP, các PCVP"}]
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Đúng:

    # data/plans/mau/extensions.yaml
    - task: pl-1
      due: Quý II/2028
      reason: chờ kinh phí
      granted: {number: 12/UBND-KGVX, date: 30/6/2027}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Place, Severity
from kehoach_cli.model.plan import Plan
from kehoach_cli.model.register import Agency
from kehoach_cli.rules.base import Context
from kehoach_cli.workspace import Located, Workspace

CODE = "KH507"
NAME = "number-form"
SEVERITY = Severity.ERROR
MESSAGE = {
    "plan": "số «{number}» không đúng ký hiệu của kế hoạch này",
    "letter": "ký hiệu của công văn không có chữ «CV»: «{number}»",
}
HINT = {
    "plan": "viết theo dạng {right}",
    "letter": "viết theo dạng 123/UBND-KGVX",
}

_SYMBOLS = {"ke-hoach": "KH"}
"""Abbreviations of the kinds of document (NĐ 30/2020, Phụ lục III, Mục I)."""

_WITH_CV = re.compile(r"\A[0-9]+[A-Za-z]?/(?:[^/\s]*-)?CV(?:-\S*)?\Z")


def check(ctx: Context) -> Iterator[Found]:
    """Plans with a foreign symbol, and «CV» in any document number."""
    for folder in ctx.ws.folders:
        if folder.plan is not None:
            yield from _of_plan(ctx.ws, folder.plan)
    for words, match in ctx.prose.matches(_WITH_CV, holding=("/CV", "-CV"), in_codes=True):
        if words.path[-1:] == ("number",):
            args = {"reason": "letter", "number": match[0]}
            yield Found(Place(words.file, words.path), args)


def _of_plan(ws: Workspace, plan: Located[Plan]) -> Iterator[Found]:
    number = plan.value.number
    if number is None or _WITH_CV.match(number):
        return
    issuer = ws.actors.get(plan.value.issuer or (ws.settings.value.issuer if ws.settings else ""))
    if not isinstance(issuer, Agency) or issuer.symbol is None:
        return
    count, _, symbol = number.partition("/")
    right = f"{_SYMBOLS[plan.value.kind]}-{issuer.symbol}"
    if symbol != right:
        args = {"reason": "plan", "number": number, "right": f"{count}/{right}"}
        yield Found(plan.at("number"), args)
