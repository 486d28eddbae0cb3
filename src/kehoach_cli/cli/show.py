"""``kehoach show``: everything about one id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.answering import Form, open_inquiry, reply
from kehoach_cli.cli.opening import working
from kehoach_cli.cli.options import AsOf, PeriodOption, Root
from kehoach_cli.errors import GitFailed

if TYPE_CHECKING:
    from kehoach_cli.drafting.questions.gone import Lost
    from kehoach_cli.workspace import Workspace


def command(
    own: Annotated[str, typer.Argument(metavar="MÃ", help="Mã của bất cứ thứ gì.")],
    *,
    period: PeriodOption = None,
    as_of: AsOf = None,
    form: Form = "text",
    root: Root = None,
) -> int:
    """Xem một mã là gì: nằm ở tệp nào, ghi những gì, đang ở trạng thái nào, nơi nào nhắc tới.

    Mã đã bỏ thì cho biết văn bản sửa đổi nào bỏ nó.

    Ví dụ: kehoach show mf-04 · kehoach show so-khcn
    """
    from kehoach_cli.drafting.questions.gone import gone_of, gone_view
    from kehoach_cli.drafting.questions.show import known_ids, show_view
    from kehoach_cli.vn.text import nearest

    inquiry = open_inquiry(root, as_of, period=period)
    known = known_ids(inquiry.ws)
    if own in known:
        return reply(inquiry, show_view(inquiry.ws, inquiry.progress, own), form)
    lost = _lost(inquiry.ws, own)
    if gone := gone_of(inquiry.ws, own, lost):
        return reply(inquiry, gone_view(inquiry.progress, own, gone), form)
    if lost:
        raise typer.BadParameter(f"mã «{own}» đã bỏ; xem: kehoach history {own}")
    near = nearest(own, known, cutoff=0.6)
    asked = f"; có phải là {near}?" if near else ""
    raise typer.BadParameter(f"không có gì mang mã «{own}»{asked}")


def _lost(ws: Workspace, own: str) -> tuple[Lost, ...]:
    """What bore the id, as far as git knows; nothing without git."""
    from kehoach_cli.drafting.dropped import DROPPED
    from kehoach_cli.drafting.questions.gone import Lost
    from kehoach_cli.gitlog import find_repository, history

    try:
        with working("đang đọc lịch sử"):
            steps = history(find_repository(ws.root), ws, own)
    except GitFailed:
        return ()
    return tuple(
        Lost(one.thing, one.plan, one.called[0])
        for step in steps
        for one in step.changes
        if one.kind == "removed" and one.thing in DROPPED
    )
