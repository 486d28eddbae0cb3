"""What stands below the text: who receives the plan, where it is filed, who signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.exchange.intake.lines import Line, Remark, Surety
from kehoach_cli.exchange.intake.names import Names
from kehoach_cli.frozen import frozen
from kehoach_cli.source.fold import Data

_TITLE = re.compile(r"Nơi nhận\s*:?\s*")
_NOTE = re.compile(r"(.+?)\s*\(([^()]{2,20})\)")
_SECTION = re.compile(r"(?:Các|Như) (?:cơ quan, )?đơn vị tại [Mm]ục ([IVX]+(?:\.\d+)*)")
_FILED = re.compile(r"Lưu\s*:")
_DASH = re.compile(r"[-–—+•]\s*")
COLLECTIVE = "TM. ỦY BAN NHÂN DÂN"


@frozen
class Ending:
    """Recipients as data, filing without its full stop, the signature."""

    recipients: tuple[dict[str, Data], ...]
    filing: str
    offices: tuple[str, ...]
    name: str
    remarks: tuple[Remark, ...]


def read_ending(lines: Sequence[Line], names: Names, *, collective: bool) -> Ending:
    """The part below the text; ``collective``: the template prints «TM. ỦY BAN NHÂN DÂN» itself."""
    listed, signed = _told_apart(lines)
    filed = [one for one in listed if _FILED.match(_bare(one))]
    named = [one for one in listed if one not in filed]
    offices = tuple(one.text for one in signed if one.text.isupper())
    others = [one.text for one in signed if not one.text.isupper()]
    if collective and offices[:1] == (COLLECTIVE,):
        offices = offices[1:]
    recipients = tuple(recipient_data(one.text, names) for one in named)
    filing = _bare(filed[-1]).rstrip(".") if filed else ""
    name = others[-1] if others else ""
    remarks = tuple(_remarks(recipients, filing, offices, name, lines))
    return Ending(recipients, filing, offices, name, remarks)


def _told_apart(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Lines of Nơi nhận and those of the signature, whichever comes first."""
    listed: list[Line] = []
    signed: list[Line] = []
    for line in lines:
        text = _TITLE.sub("", line.text, count=1)
        if text and (_DASH.match(text) or _FILED.match(text)):
            listed.append(Line(text, line.where))
        elif text and not text.startswith("("):
            signed.append(line)
    return listed, signed


def _bare(line: Line) -> str:
    return _DASH.sub("", line.text, count=1).strip().rstrip(";").strip()


def recipient_data(text: str, names: Names) -> dict[str, Data]:
    """A line, with its dash and its end or without, as data: an agency, a mục, or words."""
    text = _DASH.sub("", text, count=1).strip().rstrip(";").strip()
    if section := _SECTION.fullmatch(text.rstrip(".")):
        return {"section": section[1]}
    noted = _NOTE.fullmatch(text)
    said, note = (noted[1], noted[2]) if noted else (text, "")
    party = names.party(said)
    if not party.id:
        return {"text": text}
    printed: dict[str, Data] = {"agency": party.id}
    if short_name_of(names.ws, party.id) != said:
        printed["text"] = said
    return {**printed, "note": note} if note else printed


def _remarks(
    recipients: Sequence[dict[str, Data]],
    filing: str,
    offices: Sequence[str],
    name: str,
    lines: Sequence[Line],
) -> Iterator[Remark]:
    where = lines[0].where if lines else ""
    known = sum("text" not in one or "agency" in one for one in recipients)
    said = f"{len(recipients)} dòng, {known} dòng khớp danh bạ"
    yield Remark(Surety.SURE if recipients else Surety.OPEN, "nơi nhận", said, where)
    yield Remark(Surety.SURE if filing else Surety.OPEN, "lưu", filing or "không thấy", where)
    signed = "; ".join((*offices, name)) if offices else "không thấy"
    yield Remark(Surety.SURE if offices and name else Surety.OPEN, "người ký", signed, where)
