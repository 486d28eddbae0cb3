"""The frame of a document from its template's front matter and the agency that issues it.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, as cited at each function.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from kehoach_cli.document.frame import Frame, MonthOnly, Signer
from kehoach_cli.document.inlines import plain, read_inlines
from kehoach_cli.drafting.rendering import lines_of
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.templates import Template, TemplateProblem
from kehoach_cli.drafting.wording import day_or_month
from kehoach_cli.errors import TemplateError
from kehoach_cli.model.register import Agency
from kehoach_cli.vn.dates import parse_day, parse_month

_COUNCIL = re.compile(r"(Ủy ban nhân dân) ((?i:tỉnh|thành phố|xã|phường|đặc khu) .+)")
_SHORT = "UBND"


def frame(template: Template, scene: Scene, render: Callable[[str], str]) -> Frame:
    """The frame; ``render`` gives the markup of one key of the front matter, "" without it."""
    agency = scene.agency(template.plain("issuer"))
    if agency is None or scene.settings is None:
        raise TemplateError(
            "chưa biết cơ quan ban hành văn bản",
            f"khai báo «{template.plain('issuer')}» trong kehoach.yaml và cơ quan đó trong danh bạ",
        )
    number, _, symbol = _text(render("number")).partition("/")
    return Frame(
        issuer=issuer_lines(agency),
        parent=_parent_lines(scene, agency),
        symbol=symbol or symbol_of(template, agency),
        place=scene.settings.province.place,
        type_name=template.plain("title").upper(),
        title=_text(render("subject")),
        signer=Signer(_lines(render("signer")), _text(render("signer-name"))),
        recipients=_lines(render("recipients")),
        filing=_text(render("filing")).rstrip("."),
        number=number,
        day=_day(template, _text(render("date"))),
        addressees=_lines(render("to")),
        draft_mark=scene.settings.draft_mark,
    )


def issuer_lines(agency: Agency) -> tuple[str, ...]:
    """The issuing organ in capitals; a People's Committee on two lines (II.2)."""
    found = _COUNCIL.fullmatch(agency.name)
    lines = found.groups() if found else (agency.name,)
    return tuple(line.upper() for line in lines)


def _parent_lines(scene: Scene, agency: Agency) -> tuple[str, ...]:
    """The organ above, shortened as custom has it: «UBND TỈNH ĐẮK LẮK» (II.2.b)."""
    above = scene.ws.actors.get(agency.parent or "")
    if above is None:
        return ()
    return (_COUNCIL.sub(rf"{_SHORT} \2", above.name).upper(),)


def symbol_of(template: Template, agency: Agency) -> str:
    """«KH-UBND»; the type alone where the agency's own letters are not known (II.3.b)."""
    return "-".join(part for part in (template.plain("symbol"), agency.symbol) if part)


def _text(markup: str) -> str:
    return plain(read_inlines(" ".join(lines_of(markup)))[0])


def _lines(markup: str) -> tuple[str, ...]:
    return tuple(plain(read_inlines(line)[0]) for line in lines_of(markup))


def _day(template: Template, text: str) -> date | MonthOnly | None:
    if not text:
        return None
    found = parse_day(text) or parse_month(text)
    if found is None:
        line = template.head["date"].line
        raise TemplateProblem(template.path, line, f"«date» không phải ngày hay tháng: «{text}»")
    return day_or_month(found)
