"""``kehoach history``: what became of one id, from git."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.opening import open_context, working
from kehoach_cli.cli.options import PlainForm, Root
from kehoach_cli.cli.revisions import show

if TYPE_CHECKING:
    from kehoach_cli.drafting.questions.history import Moment
    from kehoach_cli.gitlog import Step


def command(
    own: Annotated[str, typer.Argument(metavar="MÃ", help="Mã nhiệm vụ, cam kết, kế hoạch …")],
    *,
    form: PlainForm = "text",
    root: Root = None,
) -> int:
    """Kể lại một nhiệm vụ theo git: thời hạn đổi khi nào, theo văn bản nào, ai báo cáo gì, ai ghi.

    Ví dụ: kehoach history mf-04 · kehoach history mf-04 --format json
    """
    from kehoach_cli.drafting.questions.history import history_view
    from kehoach_cli.drafting.questions.show import known_ids
    from kehoach_cli.gitlog import find_repository, history
    from kehoach_cli.vn.text import nearest

    context = open_context(root, None)
    repository = find_repository(context.ws.root)
    with working("đang đọc lịch sử"):
        steps = history(repository, context.ws, own)
    known = known_ids(context.ws)
    if not steps and own not in known:
        near = nearest(own, known, cutoff=0.6)
        asked = f"; có phải là {near}?" if near else ""
        raise typer.BadParameter(f"không có gì mang mã «{own}», trước đây cũng không{asked}")
    show(history_view(context.ws, own, map(_moment, steps)), form)
    return exits.CLEAN


def _moment(step: Step) -> Moment:
    from kehoach_cli.drafting.questions.history import Moment

    if step.commit is None:
        return Moment(None, "", "", "", is_cut=False, changes=step.changes)
    one = step.commit
    return Moment(one.day, one.author, one.subject, one.id, one.is_cut, step.changes)
