"""What the words of a duty tell besides: the part that its agency has, with whom, until when."""

from __future__ import annotations

import re

from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.exchange.intake.names import Names
from kehoach_cli.frozen import frozen
from kehoach_cli.vn.due import DueShape, read_due

_ROLES = (
    (re.compile(r"Phối hợp\b"), "phối hợp"),
    (re.compile(r"(?:[^;,.]{0,40}, )?[Tt]ham mưu\b"), "tham mưu"),
    (re.compile(r"Tham gia\b"), "tham gia"),
)
_WITH = re.compile(r"[Pp]hối hợp (?:chặt chẽ )?(?:với|cùng) ")
_BETWEEN = re.compile(r"(?:,\s+|\s+và\s+|;\s+)")
_YEARLY = re.compile(r"(?:^|(?<=[;.,] ))[Hh](?:ằ|à)ng (?:năm|quý|tháng)\b")
"""Only where a clause begins: «dự toán hằng năm» is no deadline."""
_DATED = re.compile(
    r"\b(?:[Tt]rước|[Cc]hậm nhất|[Đđ]ến hết|[Tt]rong|[Hh]oàn thành trong)"
    r"(?: (?:vào|trong|đến))?(?: (?:ngày|tháng|quý|năm))? [IVX\d][IVX\d/. -]*"
    r"(?:(?:năm|tháng) \d{1,4})*(?: ?(?:hằng|hàng) (?:năm|quý|tháng))?"
)
_UNKNOWN = {DueShape.UNKNOWN, DueShape.NOT_A_DEADLINE}


@frozen
class Holding:
    """The part of the agency; "" where it leads; ``support`` are ids."""

    role: str
    support: tuple[str, ...]


def holding_of(title: str, names: Names) -> Holding:
    """What the agency does in a duty, by its first words; who is named after «phối hợp với»."""
    role = next((role for pattern, role in _ROLES if pattern.match(title)), "")
    return Holding(role, _support(title, names))


def _support(title: str, names: Names) -> tuple[str, ...]:
    """Those whom the register knows, named one after the other; the first unknown ends the row."""
    start = _WITH.search(title)
    found: list[str] = []
    rest = title[start.end() :] if start else ""
    while name := names.opening(rest):
        found.append(names.party(name).id)
        after = _BETWEEN.match(rest, len(name))
        rest = rest[after.end() :] if after else ""
    return tuple(dict.fromkeys(found))


def due_in(title: str) -> str:
    """The deadline that the words name, if they name one that is understood; else ""."""
    found = [match[0].strip(" ,.;") for match in _DATED.finditer(title)]
    found += [match[0] for match in _YEARLY.finditer(title)]
    known = [said for said in found if read_due(said).shape not in _UNKNOWN]
    return capitalised(known[0]) if len(known) == 1 else ""
