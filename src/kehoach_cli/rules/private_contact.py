"""Số điện thoại di động hoặc địa chỉ thư riêng trong dữ liệu.

Vì sao: kho dữ liệu có lịch sử và nhiều bản sao; số điện thoại, thư riêng của một người đã đưa vào
thì không thu lại được. Đầu mối chỉ cần ghi chức danh và đơn vị.

Cách sửa: xóa số máy, địa chỉ thư; ghi chức danh, đơn vị; nếu cần thì ghi số máy, hộp thư công vụ
của cơ quan. Báo cho người giữ kho nếu dữ liệu đã được gửi đi.

Căn cứ: docs/data-model.md (đầu mối ghi chức danh, đơn vị, không ghi số máy, thư riêng).

Sai:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh, liên hệ 0912.345.678  # <- KH703
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Sai: cả trong ghi chú.

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh  # hỏi anh.a@vidu.com  # <- KH703
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Suýt nhầm: số văn bản có số 0 ở đầu, hộp thư công vụ và máy bàn của cơ quan không phải là thông tin
riêng.

    # data/challenges.yaml
    - id: bt-1
      title: Theo Công văn số 0912/UBND-KGVX, gửi skhcn@mau.gov.vn, máy bàn 0262 3850 123
      compiled_by: so-khcn
      source: {plan: mau, clause: I}

Đúng:

    # data/challenges.yaml
    - id: bt-1
      title: Nông nghiệp thông minh, liên hệ Phòng Chuyển đổi số
      compiled_by: so-khcn
      source: {plan: mau, clause: I}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Place, Severity, Span
from kehoach_cli.rules.base import Context
from kehoach_cli.source.characters import line_and_column
from kehoach_cli.source.read import SourceFile

CODE = "KH703"
NAME = "private-contact"
SEVERITY = Severity.WARNING
MESSAGE = {
    "phone": "có số điện thoại di động «{shown}»",
    "mail": "có địa chỉ thư không phải của cơ quan nhà nước «{shown}»",
}
HINT = "ghi chức danh, đơn vị thay cho số máy, thư riêng"

_REST = r"[ .-]?[35789](?:[ .-]?[0-9]){8}(?![0-9/])"
_PHONES = (
    ("0", re.compile(rf"0(?<![\w/.,+-]0){_REST}")),
    ("+", re.compile(rf"\+84\)?(?:[ .-]?\(0\))?{_REST}")),
)
"""Numbers as typed here and from abroad, each with the rarest sign that it must have."""
_MAIL = re.compile(r"@(?:[\w-]+\.)+[A-Za-z]{2,}")
_MAILBOX = re.compile(r"[\w.+%-]+$")
_OFFICIAL = (".gov.vn",)
_KEPT = 4


def check(ctx: Context) -> Iterator[Found]:
    """Every Vietnamese mobile number, and every mail address outside gov.vn, comments included."""
    for source in ctx.ws.sources.values():
        for sign, pattern in _PHONES:
            for match in pattern.finditer(source.text) if sign in source.text else ():
                yield _found(source, match.start(), match.end(), "phone")
        if "@" in source.text:
            yield from _mails(source)


def _mails(source: SourceFile) -> Iterator[Found]:
    for match in _MAIL.finditer(source.text):
        mailbox = _MAILBOX.search(source.text, max(0, match.start() - 80), match.start())
        if mailbox and not match[0].lower().endswith(_OFFICIAL):
            yield _found(source, mailbox.start(), match.end(), "mail")


def _found(source: SourceFile, start: int, end: int, reason: str) -> Found:
    line, column = line_and_column(source.text, start)
    span = Span(source.path, line, column, line, column + end - start)
    words = source.text[start : start + _KEPT] + "…"
    return Found(Place(source.path, span=span), {"reason": reason, "shown": words})
