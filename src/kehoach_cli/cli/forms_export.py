"""``kehoach forms export``: one Excel form for each sender, with exactly what it has to report."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans, refuse, say_written
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AsOf, Force, Root, read_path
from kehoach_cli.cli.output import write_all
from kehoach_cli.cli.screen import stepping
from kehoach_cli.cli.selection import known_agency, read_period

if TYPE_CHECKING:
    from kehoach_cli.progress import Progress
    from kehoach_cli.rules.base import Context


def command(
    *,
    period: Annotated[
        str, typer.Option("--period", metavar="KỲ", help="Kỳ báo cáo: 2027, 2027-h1, 2027-q3 …")
    ],
    agency: Annotated[
        list[str] | None,
        typer.Option("--agency", metavar="MÃ", help="Đơn vị cần biểu; ghi nhiều lần được."),
    ] = None,
    everybody: Annotated[
        bool, typer.Option("--all", metavar="", help="Mọi đơn vị phải báo cáo trong kỳ.")
    ] = False,
    register: Annotated[
        bool,
        typer.Option("--register", metavar="", help="Sổ theo dõi báo cáo của cơ quan đầu mối."),
    ] = False,
    as_of: AsOf = None,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="THƯ_MỤC", parser=read_path, help="Nơi ghi các biểu."),
    ] = Path("build/bieu"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Lập biểu Excel cho từng đơn vị: đúng nhiệm vụ, cam kết của đơn vị đó, ô nào điền được ô nấy.

    Biểu có sẵn điều đơn vị đã báo cáo trong kỳ và báo cáo kỳ trước. Đơn vị điền xong gửi lại thì
    nhận về bằng kehoach forms import.

    Với --register thì lập sổ theo dõi báo cáo: mỗi đơn vị một dòng, để ghi báo cáo giấy đã đến.

    Ví dụ: kehoach forms export --period 2027 --all ·
    kehoach forms export --period 2027 --agency so-yt --agency so-tc ·
    kehoach forms export --period 2027 --register
    """
    from kehoach_cli.exchange.forms.content import form_of
    from kehoach_cli.exchange.forms.workbook import form_bytes
    from kehoach_cli.progress import evaluate

    if [everybody, bool(agency), register].count(True) != 1:
        raise typer.BadParameter("chọn một: --agency cho từng đơn vị, --all hoặc --register")
    context = open_context(root, as_of)
    chosen = read_period(context, period)
    errors, has_bad_reports = errors_in(context, known_plans(context, []))
    if errors:
        return refuse(context, errors)
    progress = evaluate(context.ws, context.as_of, period=chosen)
    if register:
        _write_register(context, progress, out, force=force)
        return exits.FOUND if has_bad_reports else exits.CLEAN
    wanted, broken = _senders(context, progress, agency or ())
    files = {
        f"bieu-bao-cao-{chosen}-{sender}.xlsx": form_bytes(form_of(context.ws, progress, sender))
        for sender in stepping(wanted, "đang lập biểu")
    }
    if files:
        write_all(out, files, force=force)
    sys.stdout.write(f"Đã ghi {len(files)} biểu vào {out}\n")
    for sender in broken:
        sys.stderr.write(f"Chưa lập biểu cho {sender}: báo cáo đã có của đơn vị đang có lỗi\n")
    return exits.FOUND if broken else exits.CLEAN


def _write_register(context: Context, progress: Progress, out: Path, *, force: bool) -> None:
    from kehoach_cli.exchange.forms.purposes import REGISTER_BOOK
    from kehoach_cli.exchange.forms.register import register_form
    from kehoach_cli.exchange.forms.workbook import form_bytes

    data = form_bytes(register_form(context.ws, progress))
    say_written(
        write_all(out, {f"{REGISTER_BOOK.sender}-{progress.period.id}.xlsx": data}, force=force)
    )


def _senders(
    context: Context, progress: Progress, asked: Collection[str]
) -> tuple[list[str], list[str]]:
    """Whom to make a form for, and whose own file cannot be read, so that a form would be false."""
    from kehoach_cli.drafting.scene import Scene
    from kehoach_cli.drafting.sender_view import own_items

    known = [known_agency(context, one) for one in dict.fromkeys(asked)]
    for sender in known:
        if not any(own_items(Scene(context.ws, context.as_of, given=progress, sender=sender))):
            raise typer.BadParameter(f"«{sender}» không có việc gì phải báo cáo trong kỳ")
    senders = known or list(dict.fromkeys(one.id for one in progress.senders if one.must_report))
    bad = {
        sender
        for folder in context.ws.folders
        for period, sender in folder.bad_reports
        if period == progress.period.id
    }
    return [one for one in senders if one not in bad], [one for one in senders if one in bad]
