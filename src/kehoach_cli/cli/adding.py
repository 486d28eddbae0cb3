"""What the commands ``kehoach new …`` do alike: ids, what is referred to, writing, telling."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.documents import known_plans
from kehoach_cli.cli.opening import show_findings
from kehoach_cli.cli.output import refuse_reserved
from kehoach_cli.cli.recording import (
    place_of,
    read_number,
    read_words,
    refuse_closed,
    write_texts,
)
from kehoach_cli.cli.selection import known_agency, read_period
from kehoach_cli.errors import OutputError

if TYPE_CHECKING:
    from kehoach_cli.rules.base import Context
    from kehoach_cli.source.fold import Data
    from kehoach_cli.workspace import PlanFolder
    from kehoach_cli.workspace.adding import Addition

IdOption = Annotated[
    str | None, typer.Option("--id", metavar="MÃ", help="Mã; bỏ trống thì chương trình đặt.")
]
PlanArgument = Annotated[str, typer.Argument(metavar="KẾ_HOẠCH", help="Mã kế hoạch.")]
SenderArgument = Annotated[str, typer.Argument(metavar="ĐƠN_VỊ", help="Mã đơn vị báo cáo.")]
WordsArgument = Annotated[
    str, typer.Argument(metavar="LỜI", parser=read_words, help="Tên hoặc nội dung, một dòng.")
]
NumberOption = Annotated[
    str | None,
    typer.Option("--document", metavar="SỐ", parser=read_number, help="Số, ký hiệu văn bản."),
]

_LONGEST_ID = 80


def checked_id(text: str) -> str:
    """A well-formed id."""
    from kehoach_cli.model.fields import EXPECTED_BY_PATTERN, ID_PATTERN

    if not re.fullmatch(ID_PATTERN, text) or len(text) > _LONGEST_ID:
        raise typer.BadParameter(f"«{text}» không phải là {EXPECTED_BY_PATTERN[ID_PATTERN]}")
    return text


def free_id(context: Context, kind: str, given: str | None, proposed: str) -> str:
    """The id that was given, refused where it is taken; else the proposed one."""
    from kehoach_cli.workspace.adding import taken_ids

    if given is None and not proposed:
        raise typer.BadParameter("không đặt được mã từ tên này; thêm --id")
    if given is None:
        return proposed
    if checked_id(given) in taken_ids(context.ws, kind):
        item = context.ws.index[kind].get(given)
        where = f" ở {place_of(context, item)}" if item else ""
        raise typer.BadParameter(f"mã «{given}» đã có{where}")
    return given


def folder_of(context: Context, plan: str) -> PlanFolder:
    """The folder of the plan with that id."""
    known_plans(context, [plan])
    return next(one for one in context.ws.folders if one.id == plan)


def known_actors(context: Context, actors: Sequence[str] | None) -> list[Data]:
    """The ids of those agencies, each checked."""
    return [known_agency(context, one) for one in actors or ()]


def refuse_doubled(lead: str | None, support: Sequence[str] | None) -> None:
    """Refuse an agency that supports itself, or is named twice."""
    named = [lead, *(support or ())]
    doubled = next((one for one in named if one and named.count(one) > 1), None)
    if doubled == lead and doubled:
        raise typer.BadParameter(f"«{doubled}» đã chủ trì nên không phối hợp với chính mình")
    if doubled:
        raise typer.BadParameter(f"«{doubled}» được ghi hai lần ở --support")


def known_sender(context: Context, sender: str) -> str:
    """The id of one that can report: a group does not, its members do."""
    actor = context.ws.actors[known_agency(context, sender)]
    if getattr(actor, "kind", "") == "group":
        raise typer.BadParameter(f"«{sender}» là một nhóm; nêu từng đơn vị")
    return sender


def open_period(context: Context, folder: PlanFolder, period: str) -> str:
    """The period's id, refused where it is closed for the plan."""
    read_period(context, period)
    refuse_closed(context, [folder], period)
    return period


def document(number: str | None, day: date | None) -> Data:
    """A document by number and day, as data files hold it; None without both."""
    known: dict[str, Data] = {"number": number, "date": day.isoformat() if day else None}
    return {key: value for key, value in known.items() if value} or None


def refuse_existing(context: Context, file: str) -> None:
    """Raise where the new file would take the place of another."""
    if os.path.lexists(context.ws.root / file):
        raise OutputError(f"«{file}» đã có nên không tạo lại", "mở tệp đó để ghi thêm")


def add(context: Context, addition: Addition, own: str) -> int:
    """Write the record and say its id."""
    from kehoach_cli.workspace.adding import taught_text

    return put(context, {addition.change.file: taught_text(context.ws, addition)}, own)


_DAY = "nêu ngày báo cáo ở --as-of NGÀY (không nêu thì là hôm nay), hoặc chọn kỳ khác."


def put(context: Context, texts: Mapping[str, str], own: str) -> int:
    """Write whole texts and say the id of what is new; nothing where they bring an error."""
    from kehoach_cli.cli.trying import new_errors, tried
    from kehoach_cli.rules.report_outside_period import CODE

    refuse_reserved(texts)
    after = tried(context, texts)
    if broken := [one for one in new_errors(context, after) if one.span.file in texts]:
        show_findings(after, broken, to_stderr=True)
        said = _DAY if {one.code for one in broken} == {CODE} else "sửa các lỗi trên rồi chạy lại."
        sys.stderr.write(f"Chưa ghi gì: hãy {said}\n")
        return exits.FOUND
    write_texts(context, texts)
    sys.stdout.write(f"Mã: {own}. Điền tiếp chỗ còn thiếu rồi chạy: kehoach validate\n")
    return exits.CLEAN
