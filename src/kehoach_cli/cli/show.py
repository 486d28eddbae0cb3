"""``kehoach show``: everything about one id."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach_cli.cli.answering import Form, open_inquiry, reply
from kehoach_cli.cli.options import AsOf, PeriodOption, Root


def command(
    own: Annotated[str, typer.Argument(metavar="MÃ", help="Mã của bất cứ thứ gì.")],
    *,
    period: PeriodOption = None,
    as_of: AsOf = None,
    form: Form = "text",
    root: Root = None,
) -> int:
    """Xem một mã là gì: nằm ở tệp nào, ghi những gì, đang ở trạng thái nào, nơi nào nhắc tới.

    Ví dụ: kehoach show mf-04 · kehoach show so-khcn
    """
    from kehoach_cli.drafting.questions.show import known_ids, show_view
    from kehoach_cli.vn.text import nearest

    inquiry = open_inquiry(root, as_of, period=period)
    known = known_ids(inquiry.ws)
    if own not in known:
        near = nearest(own, known, cutoff=0.6)
        asked = f"; có phải là {near}?" if near else ""
        raise typer.BadParameter(f"không có gì mang mã «{own}»{asked}")
    return reply(inquiry, show_view(inquiry.ws, inquiry.progress, own), form)
