"""Lời văn trong dữ liệu khác nguyên văn bản đã ký.

Vì sao: văn bản đã ban hành chỉ được thay đổi bằng văn bản sửa đổi, thay thế hoặc đính chính; sửa
thẳng vào dữ liệu thì bản in lại khác bản có chữ ký.

Cách sửa: trả lại đúng chữ trong issued.md; nếu kế hoạch đã được sửa đổi thì cập nhật issued.md theo
văn bản sửa đổi.

Căn cứ: Nghị định 30/2020/NĐ-CP, khoản 3 Điều 18.

Sai: sửa một đoạn sau khi ký.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: Các cơ quan thực hiện trong quý III.  # <- KH504
    closing: Các cơ quan báo cáo
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}
    # data/plans/khac/issued.md
    Ủy ban nhân dân tỉnh ban hành Kế hoạch:

    I. NỘI DUNG

    Các cơ quan thực hiện trong quý II.

    Các cơ quan báo cáo./.

Sai: bỏ một đoạn sau khi ký.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: Các cơ quan thực hiện.
    closing: Các cơ quan báo cáo
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}
    # data/plans/khac/issued.md
    Ủy ban nhân dân tỉnh ban hành Kế hoạch:

    I. NỘI DUNG

    Các cơ quan thực hiện.

    Hằng quý công khai kết quả.  # <- KH504

    Các cơ quan báo cáo./.

Suýt nhầm: khác cách xuống dòng, chữ đậm, dấu cuối câu.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: |
          - Các cơ quan thực hiện.
    closing: Các cơ quan báo cáo
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}
    # data/plans/khac/issued.md
    Ủy ban nhân dân tỉnh
    ban hành Kế hoạch:

    **I. NỘI DUNG**

    - Các cơ quan
    thực hiện;

    Các cơ quan báo cáo./.

Đúng:

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04-20
    text: verbatim
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh ban hành Kế hoạch
    sections:
      - heading: NỘI DUNG
        text: Các cơ quan thực hiện.
    closing: Các cơ quan báo cáo
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}
    # data/plans/khac/issued.md
    Ủy ban nhân dân tỉnh ban hành Kế hoạch:

    I. NỘI DUNG

    Các cơ quan thực hiện.

    Các cơ quan báo cáo./.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from kehoach_cli.diagnostics import Found, Place, Related, Severity, Span
from kehoach_cli.drafting.plan_body import PrintedText, printed_texts
from kehoach_cli.model.plan import Plan
from kehoach_cli.rules.base import Context
from kehoach_cli.source.read import SourceFile
from kehoach_cli.workspace import Located, PlanFolder

CODE = "KH504"
NAME = "issued-text-changed"
SEVERITY = Severity.ERROR
MESSAGE = {
    "changed": "«{excerpt}» khác nguyên văn bản đã ký",
    "lost": "bản đã ký có «{excerpt}» nhưng dữ liệu không có",
}
HINT = "trả lại đúng bản đã ký, hoặc cập nhật issued.md theo văn bản sửa đổi"

_WORD = re.compile(r"\w+")
_SHOWN = 50
_END = "./."


def check(ctx: Context) -> Iterator[Found]:
    """Paragraphs that only the data or only the signed text has; signs and line breaks aside."""
    for folder in ctx.ws.folders:
        plan, issued = folder.plan, folder.issued
        if plan is None or issued is None or issued.is_broken or plan.value.text != "verbatim":
            continue
        if plan.value.is_issued and _is_whole(ctx, folder, plan.value):
            said = (*_around(plan), *printed_texts(ctx.ws, folder))
            yield from _differences(said, issued)


def _is_whole(ctx: Context, folder: PlanFolder, plan: Plan) -> bool:
    """Whether all that the plan prints could be read; else what is missing looks changed."""
    here = {f"data/plans/{folder.id}/{name}.yaml" for name in ("plan", "tasks")}
    duties = [duty.agency for section in plan.sections for duty in section.duties]
    partners = [partner for section in plan.sections for partner in section.commitments]
    files = here | {"data/agencies.yaml"} | {f"data/partners/{one}.yaml" for one in partners}
    return ctx.faulty_files.isdisjoint(files) and all(
        one in ctx.ws.actors for one in (*duties, *partners)
    )


def _around(plan: Located[Plan]) -> tuple[PrintedText, ...]:
    """Title, opening sentence and closing, which stand outside the sections."""
    return (
        PrintedText("", plan.value.title, plan.at("title")),
        PrintedText("", plan.value.intro, plan.at("intro")),
        PrintedText("", plan.value.closing, plan.at("closing")),
    )


def _differences(said: tuple[PrintedText, ...], issued: SourceFile) -> Iterator[Found]:
    signed = _words(issued.text)
    changed = [one for one in said[1:] if _words(one.text) not in signed]  # may lack its title
    printed = " ".join(_words(f"{one.number} {one.text}") for one in said)
    lost = [place for place in _body(issued, said) if _words(place.excerpt) not in printed]
    for mine, theirs in zip_longest(changed, lost):
        if mine is None:
            yield Found(theirs, {"reason": "lost", "excerpt": _short(theirs.excerpt)})
        else:
            related = (Related(theirs, "bản đã ký viết ở đây"),) if theirs else ()
            args = {"reason": "changed", "excerpt": _short(mine.text)}
            yield Found(mine.place, args, related)


def _body(issued: SourceFile, said: tuple[PrintedText, ...]) -> Iterator[Place]:
    """The lines of the signed text from its opening to its end, each with its place."""
    intro, heading = _words(said[1].text), _words(said[3].text)
    has_begun = False
    for number, line in enumerate(issued.text.split("\n"), 1):
        words = _words(line)
        is_opening = intro in words
        if has_begun and words.strip() and not is_opening:
            span = Span(issued.path, number, 1, number, len(line) + 1)
            yield Place(issued.path, excerpt=line.strip(), span=span)
        has_begun = has_begun or is_opening or heading in words
        if has_begun and _END in line:
            return


def _words(text: str) -> str:
    """The words alone, in small letters, with a space before and after each."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()}…"
