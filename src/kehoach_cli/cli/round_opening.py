"""Opening a round: first its file, then, from what the file says, its documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import errors_in, known_plans, refuse, say_written, write_documents
from kehoach_cli.cli.recording import folders_of, refuse_closed, write_changes
from kehoach_cli.cli.selection import read_period
from kehoach_cli.errors import OutputError

if TYPE_CHECKING:
    from kehoach_cli.rules.base import Context
    from kehoach_cli.source.fold import Data
    from kehoach_cli.workspace.records import Difference

_NAMES = {
    ("guide", "number"): "số công văn",
    ("guide", "date"): "ngày công văn",
    ("send_by", "agencies"): "hạn gửi của cơ quan, đơn vị",
    ("send_by", "communes"): "hạn gửi của UBND xã, phường",
    ("send_by", "partners"): "hạn gửi của đối tác",
    ("send_by", "focal-to-ubnd"): "hạn báo cáo UBND tỉnh",
}


@dataclass(frozen=True, slots=True)
class Opening:
    """What the command line says of a round; ``day``: of the công văn whose number is ``guide``.

    ``days``: last days to send, by their keys under ``send_by``.
    """

    period: str
    guide: str | None
    day: date | None
    days: Mapping[str, date | None]

    def record(self) -> dict[str, Data]:
        """The round as a new file would hold it."""
        record: dict[str, Data] = {"id": self.period}
        if self.guide:
            dated: dict[str, Data] = {"date": self.day.isoformat()} if self.day else {}
            record["guide"] = {"number": self.guide, **dated}
        known: dict[str, Data] = {key: one.isoformat() for key, one in self.days.items() if one}
        return {**record, "send_by": known} if known else record


def open_round(context: Context, opening: Opening, *, change: bool) -> int:
    """Write the file of the round; raise ``OutputError`` where it says otherwise so far.

    Errors in the data that the documents draw on stop it before anything is written.
    """
    from kehoach_cli.workspace.records import refuse_faulty, round_opened

    if opening.day and not opening.guide:
        raise typer.BadParameter("--date là ngày của công văn, phải đi cùng --guide")
    period = read_period(context, opening.period)
    made, differences = round_opened(context.ws, opening.record())
    refuse_faulty(context.ws, made.file)
    plans = known_plans(context, [])
    errors, _ = errors_in(context, plans)
    if errors:
        return refuse(context, errors)
    if differences and not change:
        raise OutputError(
            f"kỳ {period} đã mở với nội dung khác: {'; '.join(map(_told, differences))}",
            "thêm --change để thay nội dung đã ghi, rồi gửi lại công văn cho các đơn vị",
        )
    if made.operations:
        refuse_closed(context, folders_of(context, plans), period)
        write_changes(context, [made])
    return exits.CLEAN


def _told(one: Difference) -> str:
    return f"{_NAMES[one.path]} đang ghi «{one.recorded}», không phải «{one.wanted}»"


def write_round(
    context: Context, period: str, params: Mapping[str, str], out: Path, *, force: bool
) -> int:
    """Write the documents; number and day of the công văn are those of the round."""
    from kehoach_cli.drafting.opening_round import OUTLINES, opening_documents
    from kehoach_cli.progress import evaluate

    errors, has_bad_reports = errors_in(context, known_plans(context, []))
    if errors:
        return refuse(context, errors)
    progress = evaluate(context.ws, context.as_of, period=period)
    documents = opening_documents(context.ws, progress, {**_guide(context, period), **params})
    paths = write_documents(context, documents, formats=["docx"], out=out, force=force)
    say_written([path for path in paths if path.parent == out])
    count = sum(path.parent != out for path in paths)
    typer.echo(f"Đã ghi {count} đề cương vào {out / OUTLINES}")
    return exits.FOUND if has_bad_reports else exits.CLEAN


def _guide(context: Context, period: str) -> dict[str, str]:
    """The number and day of the công văn as far as the round knows them."""
    from kehoach_cli.model.register import Round
    from kehoach_cli.vn.dates import format_day

    guide = next((one.value.guide for one in context.ws.of(Round) if one.value.id == period), None)
    if guide is None:
        return {}
    known = {"so": guide.number, "ngay": format_day(guide.date) if guide.date else None}
    return {key: value for key, value in known.items() if value}
