"""Căn cứ and the first sentence of a Kế hoạch."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach_cli.drafting.wording import reference
from kehoach_cli.exchange.intake.lines import Line, Remark, Surety
from kehoach_cli.frozen import frozen
from kehoach_cli.model.fields import NUMBER_PATTERN
from kehoach_cli.model.register import Document
from kehoach_cli.source.fold import Data
from kehoach_cli.vn.dates import parse_day

_GROUND = re.compile(r"(-\s+)?Căn cứ (.+)", re.DOTALL)
_PROSE = re.compile(
    r"Căn cứ (.+?), ((?:UBND|Ủy ban nhân dân|Ủy ban Nhân dân) .*ban hành.*)", re.DOTALL
)
_CITED = re.compile(
    r"(?P<type>[^\d;,]+?)(?: số (?P<number>\S+))?(?: ngày (?P<date>\d{1,2}/\d{1,2}/\d{4}))?"
    r"(?: của (?P<issuer>.+?))?(?: (?P<title>(?:về|Về|ban hành|quy định|phê duyệt|của|giữa) .+))?"
)


@frozen
class Opening:
    """What stands before mục I: căn cứ as data, and the first sentence."""

    style: str
    grounds: tuple[dict[str, Data], ...]
    intro: str
    remarks: tuple[Remark, ...] = ()


def read_opening(lines: Sequence[Line]) -> Opening:
    """The opening; its paragraphs that are no căn cứ are parted by blank lines."""
    cited = [found for line in lines if (found := _GROUND.fullmatch(line.text))]
    others = [line for line in lines if not _GROUND.fullmatch(line.text)]
    if len(lines) == 1 and (prose := _PROSE.fullmatch(lines[0].text)):
        grounds = tuple(_ground(one) for one in prose[1].split("; "))
        return _opening("prose", grounds, prose[2], lines)
    if not others:
        return _opening("lines", (), "\n\n".join(line.text for line in lines), lines)
    style = "dashes" if any(found[1] for found in cited) else "lines"
    grounds = tuple(_ground(found[2].rstrip(".;, ")) for found in cited)
    return _opening(style, grounds, "\n\n".join(one.text for one in others), lines)


def _opening(
    style: str,
    grounds: tuple[dict[str, Data], ...],
    intro: str,
    lines: Sequence[Line],
) -> Opening:
    where = lines[0].where if lines else ""
    if grounds:
        surety, said = Surety.LIKELY, f"{len(grounds)} căn cứ"
    elif intro.startswith("Căn cứ "):
        surety, said = Surety.UNSURE, "chưa tách được, để nguyên trong lời mở đầu"
    else:
        surety, said = Surety.SURE, "không nêu căn cứ"
    remarks = [Remark(surety, "căn cứ", said, where)]
    return Opening(style, grounds, intro, tuple(remarks))


def _ground(text: str) -> dict[str, Data]:
    """A document cited, cut up where its parts read back as the same words; else all as type."""
    found = _CITED.fullmatch(text)
    if found is None:
        return {"type": text}
    fields = {key: value for key, value in found.groupdict().items() if value}
    number = fields.get("number", "1/X")
    day = parse_day(fields["date"]) if "date" in fields else None
    if not re.fullmatch(NUMBER_PATTERN, number) or ("date" in fields and day is None):
        return {"type": text}
    if day is not None:
        fields["date"] = day.isoformat()
    same = reference(Document.model_validate(fields)) == text
    return {**fields} if same else {"type": text}
