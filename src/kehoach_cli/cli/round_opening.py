"""Opening a round: first its file, then, from what the file says, its documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans, refuse, say_written, write_documents
from kehoach_cli.cli.recording import folders_of, refuse_closed, write_changes
from kehoach_cli.cli.selection import read_period
from kehoach_cli.errors import OutputError
from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from kehoach_cli.model.register import Document as Cited
    from kehoach_cli.progress.requests import Request
    from kehoach_cli.rules.base import Context
    from kehoach_cli.source.fold import Data
    from kehoach_cli.workspace.records import Difference

_GUIDE: dict[tuple[str, ...], str] = {
    ("guide", "number"): "số công văn",
    ("guide", "date"): "ngày công văn",
}

_REQUEST = "de-nghi-bao-cao"


@frozen
class Opening:
    """What the command line says of a round; ``day``: of the công văn whose number is ``guide``.

    ``closing``: the day on which its figures close, where it is not that of the calendar.
    ``days``: last days to send, by their keys under ``send_by``.
    """

    period: str
    guide: str | None
    day: date | None
    closing: date | None
    days: Mapping[str, date | None]

    def record(self) -> dict[str, Data]:
        """The round as a new file would hold it."""
        record: dict[str, Data] = {"id": self.period}
        if self.guide:
            dated: dict[str, Data] = {"date": self.day.isoformat()} if self.day else {}
            record["guide"] = {"number": self.guide, **dated}
        if self.closing:
            record["closing"] = self.closing.isoformat()
        known: dict[str, Data] = {key: one.isoformat() for key, one in self.days.items() if one}
        return {**record, "send_by": known} if known else record


def open_round(context: Context, opening: Opening, *, change: bool) -> int:
    """Write the file of the round; raise ``OutputError`` where it says otherwise so far.

    Errors in the data that the documents draw on stop it before anything is written.
    """
    from kehoach_cli.workspace.records import round_opened

    if opening.day and not opening.guide:
        raise typer.BadParameter("--date là ngày của công văn, phải đi cùng --guide")
    period = read_period(context, opening.period)
    _check_days(context, opening)
    made, differences = round_opened(context.ws, opening.record())
    plans = known_plans(context, [])
    errors, _ = errors_in(context, plans)
    if errors:
        return refuse(context, errors)
    _refuse_empty(context, period)
    if differences and not change:
        raise OutputError(
            f"kỳ {period} đã mở với nội dung khác: {'; '.join(map(_told, differences))}",
            "thêm --change để thay nội dung đã ghi, rồi gửi lại công văn cho các đơn vị",
        )
    if made.operations:
        refuse_closed(context, folders_of(context, plans), period)
        write_changes(context, [made])
    return exits.CLEAN


def _check_days(context: Context, opening: Opening) -> None:
    """Each day lies in its period or the month after it; the focal agency's own comes last."""
    from kehoach_cli.model.register import Round
    from kehoach_cli.progress.round_days import ROUND_DAYS, before_senders, bounds_of, outside
    from kehoach_cli.vn.dates import format_day

    wanted = Round.model_validate(opening.record())
    bounds = bounds_of(context.ws, wanted.id)
    for path, day in outside(context.ws, wanted).items():
        first, latest = bounds or (day, day)
        raise typer.BadParameter(
            f"{ROUND_DAYS[path]} {format_day(day)} không thuộc kỳ {opening.period}; "
            f"phải sau ngày {format_day(first)} và không quá {format_day(latest)}"
        )
    for path, day in before_senders(wanted).items():
        raise typer.BadParameter(
            f"{ROUND_DAYS[path]} {format_day(day)} sau hạn báo cáo UBND tỉnh ở --ubnd"
        )


def _refuse_empty(context: Context, period: str) -> None:
    """A round that no plan is in has nobody to write to."""
    from kehoach_cli.progress import evaluate

    if not evaluate(context.ws, context.as_of, period=period).plans:
        raise OutputError(
            f"không có kế hoạch nào trong kỳ {period}",
            "xem lại năm của kỳ, hoặc khóa period trong plan.yaml",
        )


def register_request(context: Context, period: str, *, change: bool) -> None:
    """Enter the công văn in the register of each plan of the round that is not closed there.

    It has the number and the day that the round has; while it has none it is a draft.
    """
    from kehoach_cli.progress import evaluate
    from kehoach_cli.progress.closings import closing_over
    from kehoach_cli.progress.requests import requests_of
    from kehoach_cli.workspace.records import letter_recorded

    settings = context.ws.settings
    progress = evaluate(context.ws, context.as_of, period=period)
    changes = [
        made
        for request in requests_of(progress, settings.value.focal if settings else None)
        if (folder := context.ws.folder(request.plan_id))
        and closing_over(context.ws, folder, period) is None
        and (made := letter_recorded(folder, _letter(context, period, request), replace=change))
    ]
    write_changes(context, changes)


def _letter(context: Context, period: str, request: Request) -> dict[str, Data]:
    guide = _guide_of(context, period)
    number = guide.number if guide else None
    day = guide.date if guide and guide.number else None
    due = request.answer_due
    return {
        "id": f"{_REQUEST}-{period}-{request.plan_id}",
        "kind": _REQUEST,
        **({"number": number} if number else {}),
        **({"date": day.isoformat()} if day else {}),
        "to": list(request.to),
        "period": period,
        **({"answer_due": due.isoformat()} if due else {}),
    }


def _told(one: Difference) -> str:
    from kehoach_cli.progress.round_days import ROUND_DAYS

    name = {**_GUIDE, **ROUND_DAYS}[one.path]
    return f"{name} đang ghi «{_as_read(one.recorded)}», không phải «{_as_read(one.wanted)}»"


def _as_read(text: str) -> str:
    """A day as people read it; all else as it is typed."""
    from kehoach_cli.vn.dates import format_day, parse_day

    day = parse_day(text)
    return format_day(day) if day else text


def write_round(
    context: Context, period: str, params: Mapping[str, str], out: Path, *, force: bool
) -> int:
    """Write the documents; number and day of the công văn are those of the round."""
    from kehoach_cli.drafting.opening_round import OUTLINES, opening_documents, sender_list
    from kehoach_cli.progress import evaluate

    errors, has_bad_reports = errors_in(context, known_plans(context, []))
    if errors:
        return refuse(context, errors)
    progress = evaluate(context.ws, context.as_of, period=period)
    documents = opening_documents(context.ws, progress, {**_guide(context, period), **params})
    paths = write_documents(context, documents, formats=["docx"], out=out, force=force)
    senders = sender_list(context.ws, progress)
    paths += write_documents(context, senders, formats=["docx", "xlsx"], out=out, force=force)
    say_written([path for path in paths if path.parent == out])
    count = sum(path.parent != out for path in paths)
    typer.echo(f"Đã ghi {count} đề cương vào {out / OUTLINES}")
    return exits.FOUND if has_bad_reports else exits.CLEAN


def _guide(context: Context, period: str) -> dict[str, str]:
    """The number and day of the công văn as far as the round knows them."""
    from kehoach_cli.vn.dates import format_day

    guide = _guide_of(context, period)
    if guide is None:
        return {}
    known = {"so": guide.number, "ngay": format_day(guide.date) if guide.date else None}
    return {key: value for key, value in known.items() if value}


def _guide_of(context: Context, period: str) -> Cited | None:
    from kehoach_cli.model.register import Round

    return next((one.value.guide for one in context.ws.of(Round) if one.value.id == period), None)
