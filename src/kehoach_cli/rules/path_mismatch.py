"""Mã ghi trong tệp khác với tên tệp hoặc tên thư mục.

Vì sao: tệp của ai, kỳ nào được nhận ra từ đường dẫn; hai nơi nói khác nhau thì báo cáo có thể tính
cho nhầm đơn vị.

Cách sửa: sửa mã trong tệp, hoặc đổi tên tệp, thư mục.

Căn cứ: docs/data-model.md.

Sai: tệp chép từ đối tác khác mà chưa sửa mã.

    # data/partners/cong-ty-mau.yaml
    id: cong-ty-cu  # <- KH105
    name: Công ty Mẫu
    kind: company

Sai: báo cáo để nhầm thư mục của kỳ khác.

    # data/plans/mau/progress/2026/so-yt.yaml
    sender: so-yt
    period: "2027"  # <- KH105
    reported: 2027-06-10
    nothing_to_report: true

Suýt nhầm: đơn vị của đối tác có mã riêng, không theo tên tệp.

    # data/partners/cong-ty-mau.yaml
    id: cong-ty-mau
    name: Công ty Mẫu
    kind: company
    units: [{id: chi-nhanh-tinh, name: Chi nhánh tỉnh}]

Đúng:

    # data/partners/cong-ty-mau.yaml
    id: cong-ty-mau
    name: Công ty Mẫu
    kind: company
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.fields import ID_PATTERN, Entity
from kehoach_cli.model.partner import Partner
from kehoach_cli.model.plan import Plan
from kehoach_cli.model.register import Round
from kehoach_cli.model.report import Report
from kehoach_cli.model.session import Session
from kehoach_cli.rules.base import Context

CODE = "KH105"
NAME = "path-mismatch"
SEVERITY = Severity.ERROR
MESSAGE = "khóa «{key}» ghi «{got}» nhưng tên {what} là «{expected}»"
HINT = {
    "id": "ghi «{expected}», hoặc đổi tên {what}",
    "no-id": "đổi tên {what} thành «{got}»",
}

_IS_ID = re.compile(ID_PATTERN)
_FILE, _FOLDER = 1, 2
_WHAT = {_FILE: "tệp", _FOLDER: "thư mục"}
_EXPECTED: tuple[tuple[type[Entity], str, int], ...] = (
    (Plan, "id", _FOLDER),
    (Partner, "id", _FILE),
    (Round, "id", _FILE),
    (Session, "id", _FILE),
    (Report, "sender", _FILE),
    (Report, "period", _FOLDER),
)
"""Which key repeats which part of the path, counted from its end."""


def check(ctx: Context) -> Iterator[Found]:
    """Every id in a file that its path contradicts."""
    for model, key, part in _EXPECTED:
        for item in ctx.ws.own(model):
            got = getattr(item.value, key)
            expected = item.file.removesuffix(".yaml").split("/")[-part]
            if got != expected:
                reason = "id" if _IS_ID.match(expected) else "no-id"
                args = {"key": key, "got": got, "expected": expected, "what": _WHAT[part]}
                yield Found(item.at(key), args | {"reason": reason})
