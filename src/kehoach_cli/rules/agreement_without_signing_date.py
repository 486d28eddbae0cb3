"""Văn bản hợp tác còn hiệu lực mà không có ngày ký.

Vì sao: kế hoạch, báo cáo dẫn văn bản hợp tác kèm ngày ký; thiếu ngày thì dẫn không đúng và không
biết có hiệu lực từ khi nào.

Cách sửa: ghi ngày ký vào khóa signed; chưa ký thì ghi status: in-preparation.

Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.a (khi viện dẫn phải ghi ngày của
văn bản).

Sai:

    # data/partners/doi-tac-2.yaml
    id: doi-tac-2
    name: Công ty Đối tác Hai
    kind: company
    agreements:
      - id: doi-tac-2-2026
        title: Thỏa thuận hợp tác giai đoạn 2026 - 2030
        period: 2026 - 2030
        status: in-force  # <- KH407

Suýt nhầm: văn bản đang soạn thì chưa có ngày ký.

    # data/partners/doi-tac-2.yaml
    id: doi-tac-2
    name: Công ty Đối tác Hai
    kind: company
    agreements:
      - id: doi-tac-2-2026
        title: Thỏa thuận hợp tác giai đoạn 2026 - 2030
        period: 2026 - 2030
        status: in-preparation

Đúng:

    # data/partners/doi-tac-2.yaml
    id: doi-tac-2
    name: Công ty Đối tác Hai
    kind: company
    agreements:
      - id: doi-tac-2-2026
        title: Thỏa thuận hợp tác giai đoạn 2026 - 2030
        signed: 2026-05-12
        period: 2026 - 2030
        status: in-force
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Severity
from kehoach_cli.model.partner import Agreement
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named

CODE = "KH407"
NAME = "agreement-without-signing-date"
SEVERITY = Severity.WARNING
MESSAGE = "văn bản hợp tác {agreement} ghi còn hiệu lực nhưng không có ngày ký"
HINT = "ghi ngày ký vào khóa signed; chưa ký thì ghi status: in-preparation"


def check(ctx: Context) -> Iterator[Found]:
    """Agreements in force that do not say when they were signed."""
    for item in ctx.ws.of(Agreement):
        if item.value.status == "in-force" and item.value.signed is None:
            yield Found(item.at("status"), {"agreement": named(item.value.id, item.value.title)})
