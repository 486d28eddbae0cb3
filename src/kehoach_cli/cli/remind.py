"""``kehoach remind``: the công văn to exactly those who are late or silent."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans, refuse, say_written, write_documents
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import AsOf, Force, Out, Params, Root, one_of, params_of
from kehoach_cli.cli.selection import read_period

_TARGETS = ("late", "silent", "all")
_ISSUERS = {"focal": "focal", "ubnd": "issuer", "vp-ubnd": "office"}
"""The words of the command line and the keys of ``drafting.templates.ISSUERS``."""


def command(
    *,
    period: Annotated[
        str, typer.Option("--period", metavar="KỲ", help="Kỳ báo cáo: 2027, 2027-h1, 2027-q3 …")
    ],
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="late|silent|all",
            parser=one_of(_TARGETS),
            help="late: có nhiệm vụ quá hạn; silent: chưa báo cáo; all: cả hai.",
        ),
    ] = "all",
    each: Annotated[
        bool, typer.Option("--each", metavar="", help="Mỗi cơ quan, đơn vị một công văn.")
    ] = False,
    issuer: Annotated[
        str,
        typer.Option(
            "--issuer",
            metavar="focal|ubnd|vp-ubnd",
            parser=one_of(_ISSUERS),
            help="Cơ quan ban hành: cơ quan đầu mối, UBND tỉnh hoặc Văn phòng UBND tỉnh.",
        ),
    ] = "focal",
    param: Params = None,
    as_of: AsOf = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Soạn công văn đôn đốc gửi đúng những nơi có nhiệm vụ quá hạn hoặc chưa báo cáo.

    Tham số của mẫu: so, ngay, ky (chức vụ người ký), nguoi_ky, tiep_theo, han.

    Ví dụ: kehoach remind --period 2027 · kehoach remind --period 2027 --to silent --each
    """
    from kehoach_cli.drafting.kinds import REMINDER, Reminder, reminders
    from kehoach_cli.progress import evaluate

    params = params_of(param)
    context = open_context(root, as_of)
    chosen = read_period(context, period)
    errors, has_bad_reports = errors_in(context, known_plans(context, []))
    if errors:
        return refuse(context, errors)
    progress = evaluate(context.ws, context.as_of, period=chosen)
    asked = Reminder(to, _ISSUERS[issuer], each, params)
    letters = reminders(context.ws, progress, asked)
    if not letters:
        sys.stdout.write(
            f"Không có nơi nào phải đôn đốc trong kỳ báo cáo {progress.period.label}.\n"
        )
        return exits.FOUND if has_bad_reports else exits.CLEAN
    documents = {
        "-".join(filter(None, (REMINDER, chosen, name))): letter for name, letter in letters.items()
    }
    say_written(write_documents(context, documents, formats=["docx"], out=out, force=force))
    return exits.FOUND if has_bad_reports else exits.CLEAN
