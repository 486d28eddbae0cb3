"""Kế hoạch đã ban hành còn chỗ trống của bản mẫu.

Vì sao: lệnh tạo kế hoạch để sẵn những dòng trong ngoặc vuông cho người soạn điền; còn sót thì chúng
được in ra như lời của văn bản.

Cách sửa: thay cả dòng, cả ngoặc vuông bằng nội dung thật, hoặc bỏ mục ấy.

Căn cứ: docs/bat-dau.md (kehoach init, kehoach new plan).

Sai:

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04-20
    text: reconstructed
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: "[Ai ban hành, để làm gì.]"  # <- KH117
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Suýt nhầm: ngoặc vuông giữa câu là lời của văn bản.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: issued
    number: 16/KH-UBND
    date: 2026-04-20
    text: reconstructed
    title: Triển khai chuyển đổi số
    period: 2026 - 2030
    intro: Ủy ban nhân dân tỉnh [sau đây gọi là UBND tỉnh] ban hành Kế hoạch
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH], name: Nguyễn Văn Mẫu}

Đúng: bản dự thảo thì chưa cần điền hết.

    # data/plans/khac/plan.yaml
    id: khac
    kind: ke-hoach
    state: draft
    text: reconstructed
    title: "[Trích yếu]"
    period: 2026 - 2030
    intro: "[Ai ban hành, để làm gì.]"
    sections: [{heading: NỘI DUNG, text: Các cơ quan chủ động thực hiện.}]
    closing: Các cơ quan thực hiện
    filing: "Lưu: VT"
    signer: {lines: [CHỦ TỊCH]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.prose import shown

CODE = "KH117"
NAME = "placeholder-left"
SEVERITY = Severity.ERROR
MESSAGE = "kế hoạch «{id}» đã ban hành nhưng còn chỗ chưa điền: «{words}»"
HINT = "thay cả dòng bằng nội dung thật, hoặc bỏ mục ấy"

_WHOLE_LINE = re.compile(r"^[ \t]*(?:[-#][ \t]+)?\\?\[[^\[\]\n]+\][ \t]*$", re.MULTILINE)
"""A line of nothing but words in square brackets; in markup the brackets are escaped."""


def check(ctx: Context) -> Iterator[Found]:
    """Lines that are only bracketed words, in the text and the tasks of issued plans."""
    issued = {
        f"data/plans/{folder.id}/{file}": folder.id
        for folder in ctx.ws.folders
        if folder.plan is not None and folder.plan.value.is_issued
        for file in ("plan.yaml", "tasks.yaml")
    }
    for words, match in ctx.prose.matches(_WHOLE_LINE, holding=("[",), in_codes=True):
        if words.file in issued:
            said = shown(match).replace("\\", "").lstrip("-# ")
            yield Found(words.at(match), {"id": issued[words.file], "words": said})
