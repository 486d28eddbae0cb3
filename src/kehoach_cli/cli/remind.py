"""``kehoach remind``: the công văn to exactly those who are late, silent, or soon to deliver."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans, refuse, say_written, write_documents
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import (
    ISSUERS,
    AsOf,
    Force,
    Out,
    Params,
    Root,
    RoundOption,
    one_of,
    params_of,
    read_day,
)
from kehoach_cli.cli.selection import chosen_period
from kehoach_cli.vn.dates import format_day

_LAST_DAY = "han"
_TARGETS = ("late", "silent", "all", "early")

_NOBODY = (
    "Không có nơi nào phải đôn đốc trong kỳ báo cáo {}.",
    "Không có nơi nào có nhiệm vụ sắp đến hạn theo kỳ báo cáo {}.",
)
"""What is said instead of a letter; the second of an early warning."""


def command(
    *,
    period: RoundOption = None,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="late|silent|all|early",
            parser=one_of(_TARGETS),
            help="late: có nhiệm vụ quá hạn; silent: chưa báo cáo; all: cả hai; "
            "early: sắp đến hạn.",
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
            parser=one_of(ISSUERS),
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

    Với --to early thì soạn công văn nhắc những nơi có nhiệm vụ sắp đến hạn: trước bao nhiêu ngày
    làm việc thì ghi ở khóa remind_before của kehoach.yaml.

    Tham số của mẫu: so, ngay, ky (chức vụ người ký), nguoi_ky, tiep_theo, han. Không cho
    tiep_theo thì lấy công văn sau cùng của kỳ trong sổ công văn đi (letters.yaml).

    Ví dụ: kehoach remind · kehoach remind --period 2027 --to silent --each ·
    kehoach remind --period 2027 --to early
    """
    from kehoach_cli.drafting.kinds import Reminder, reminders
    from kehoach_cli.progress import evaluate

    context = open_context(root, as_of)
    params = _with_last_day(params_of(param), context.as_of)
    chosen = chosen_period(context, period)
    errors, has_bad_reports = errors_in(context, known_plans(context, []))
    if errors:
        return refuse(context, errors)
    progress = evaluate(context.ws, context.as_of, period=chosen)
    asked = Reminder(to, ISSUERS[issuer], each, params)
    letters = reminders(context.ws, progress, asked)
    if not letters:
        sys.stdout.write(f"{_NOBODY[to == 'early'].format(progress.period.label)}\n")
        return exits.FOUND if has_bad_reports else exits.CLEAN
    documents = {
        "-".join(filter(None, (asked.kind, chosen, name))): letter
        for name, letter in letters.items()
    }
    say_written(write_documents(context, documents, formats=["docx"], out=out, force=force))
    return exits.FOUND if has_bad_reports else exits.CLEAN


def _with_last_day(params: dict[str, str], as_of: date) -> dict[str, str]:
    """The values of ``--param``; the day until which to answer is one, and not over yet."""
    if not params.get(_LAST_DAY):
        return params
    try:
        day = read_day(params[_LAST_DAY])
    except typer.BadParameter as fault:
        raise typer.BadParameter(f"--param {_LAST_DAY}: {fault.message}") from fault
    if day < as_of:
        raise typer.BadParameter(
            f"--param {_LAST_DAY}: ngày {format_day(day)} đã qua, đang soạn đến ngày "
            f"{format_day(as_of)}"
        )
    return {**params, _LAST_DAY: format_day(day)}
