"""How single things read in running text: names, documents referred to, promises, figures.

Whole sentences and paragraphs stand in ``templates/``.
"""

from __future__ import annotations

from datetime import date

from kehoach_cli.document.month import MonthOnly
from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.plan import Plan, Recipient
from kehoach_cli.model.register import Document
from kehoach_cli.vn.dates import Month, format_day, long_day, pad2, pad_month
from kehoach_cli.vn.text import thousands
from kehoach_cli.workspace import Workspace

_ENDINGS = (".", "!", "?", "…", ":", ";", "./.")
_CLOSE = "./."


def name_of(ws: Workspace, actor: str) -> str:
    """The full name of an agency or partner; its id where no file names it."""
    found = ws.actors.get(actor)
    return found.name if found else actor


def short_name_of(ws: Workspace, actor: str) -> str:
    """The short name as used in tables and in Nơi nhận; the full one where there is none."""
    found = ws.actors.get(actor)
    return getattr(found, "short", None) or name_of(ws, actor)


def capitalised(text: str) -> str:
    """The text with its first letter large, the others as they were."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence: large first letter, a full stop unless it ends with a sign."""
    text = capitalised(text.strip())
    return text if text.endswith(_ENDINGS) else f"{text}."


def closed(text: str) -> str:
    """The last sentence of a document, ended by «./.» (NĐ 30/2020, the samples of Phụ lục III)."""
    text = text.strip()
    return text if text.endswith(_CLOSE) else text.rstrip(".; ") + _CLOSE


def reference(document: Document) -> str:
    """Type, number, day, issuer and title of a document (NĐ 30/2020, Phụ lục I, Phần I, II.6.a)."""
    parts = (
        document.type or _type_by_number(document.number),
        f"số {document.number}" if document.number else "",
        f"ngày {format_day(document.date)}" if document.date else "",
        f"của {document.issuer}" if document.issuer else "",
        document.title or "",
    )
    return " ".join(part for part in parts if part)


_TYPES = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GM": "Giấy mời",
}


def _type_by_number(number: str | None) -> str:
    """The type that a number's symbol begins with; a công văn's names none (PL III, Mục I)."""
    if number is None:
        return "Văn bản"
    return _TYPES.get(number.partition("/")[2].partition("-")[0], "Công văn")


def promise(commitment: Commitment) -> str:
    """A lettered commitment as one sentence: its condition, then its parts."""
    parts = "; ".join(part.strip().rstrip(".;") for part in commitment.parts)
    return sentence(f"{commitment.condition}, {parts}" if commitment.condition else parts)


def recipient(ws: Workspace, line: Recipient) -> str:
    """A line of Nơi nhận without dash and semicolon: «TT Tỉnh ủy (b/c)»."""
    if line.text:
        text = line.text
    elif line.agency:
        text = short_name_of(ws, line.agency)
    else:
        text = f"Các đơn vị tại Mục {line.section}"
    return f"{text} ({line.note.strip('()')})" if line.note else text


def day_or_month(value: date | Month | None) -> date | MonthOnly | None:
    """A document's date in the terms of its frame."""
    return MonthOnly(value.year, value.month) if isinstance(value, Month) else value


def annexed_to(title: str, number: str, symbol: str, day: date | MonthOnly | None) -> str:
    """«Kế hoạch số 12/KH-UBND ngày 20 tháng 7 năm 2026», blank where nothing is known yet.

    Source: NĐ 30/2020, Phụ lục I, Phần I, III.1.c: left blank until the document is issued, and
    in an electronic document.
    """
    match day:
        case date():
            when = long_day(day)
        case MonthOnly():
            when = f"ngày      tháng {pad_month(day.month)} năm {day.year}"
        case None:
            when = "ngày      tháng      năm      "
    return f"{title} số {number or f'      /{symbol}'} {when}"


def figure(number: int) -> str:
    """A count as official prose writes it: «05», «12», «1.205»; none is «0»."""
    if 0 < number < 10:  # noqa: PLR2004 - figures of one digit
        return pad2(number)
    return thousands(number)


def uncapitalised(text: str) -> str:
    """The text with its first letter small, to go on from a type's name; «UBND» and names stay."""
    is_word = text[1:2].islower() or text[1:2] == " "
    return text[:1].lower() + text[1:] if is_word else text


def plan_reference(plan: Plan, issuer: str) -> str:
    """«Kế hoạch số 12/KH-UBND ngày 20/7/2026 của …»; without a number only by its title."""
    day = f" ngày {format_day(plan.date)}" if isinstance(plan.date, date) else ""
    cited = f" số {plan.number}{day} của {issuer}" if plan.number else ""
    return f"Kế hoạch{cited} {uncapitalised(plan.title)}"
