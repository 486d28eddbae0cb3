"""Văn bản hợp tác đã hết thời hạn mà vẫn ghi còn hiệu lực.

Vì sao: kế hoạch và báo cáo dẫn văn bản hợp tác làm căn cứ; văn bản đã hết thời hạn thì phải ký tiếp
hoặc kết thúc.

Cách sửa: đã hết thời hạn thì ghi status: expired; đã ký gia hạn thì sửa period theo văn bản mới.

Căn cứ: docs/data-model.md.

Sai:

    # data/partners/doi-tac-2.yaml
    id: doi-tac-2
    name: Công ty Đối tác Hai
    kind: company
    agreements:
      - id: doi-tac-2-2021
        title: Thỏa thuận hợp tác giai đoạn 2021 - 2025
        signed: 2021-05-12
        period: 2021 - 2025
        status: in-force  # <- KH401

Suýt nhầm: đang ở năm cuối của giai đoạn.

    # data/partners/doi-tac-2.yaml
    id: doi-tac-2
    name: Công ty Đối tác Hai
    kind: company
    agreements:
      - id: doi-tac-2-2021
        title: Thỏa thuận hợp tác giai đoạn 2023 - 2027
        signed: 2023-05-12
        period: 2023 - 2027
        status: in-force

Đúng:

    # data/partners/doi-tac-2.yaml
    id: doi-tac-2
    name: Công ty Đối tác Hai
    kind: company
    agreements:
      - id: doi-tac-2-2021
        title: Thỏa thuận hợp tác giai đoạn 2021 - 2025
        signed: 2021-05-12
        period: 2021 - 2025
        status: expired
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Found, Related, Severity
from kehoach_cli.model.partner import Agreement
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.naming import named
from kehoach_cli.vn.dates import format_day

CODE = "KH401"
NAME = "agreement-expired"
SEVERITY = Severity.WARNING
MESSAGE = "văn bản hợp tác {agreement} ghi còn hiệu lực nhưng thời hạn đã hết ngày {last_day}"
HINT = "ghi status: expired, hoặc sửa period nếu đã ký gia hạn"


def check(ctx: Context) -> Iterator[Found]:
    """Agreements in force whose period was over on the day of the figures."""
    for item in ctx.ws.of(Agreement):
        agreement = item.value
        years = agreement.period
        if agreement.status == "in-force" and years is not None and years.last < ctx.as_of:
            args = {
                "agreement": named(agreement.id, agreement.title),
                "last_day": format_day(years.last),
            }
            related = Related(item.at("period"), "giai đoạn ở đây")
            yield Found(item.at("status"), args, (related,))
