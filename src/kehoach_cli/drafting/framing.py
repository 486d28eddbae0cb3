"""The frame of a document from its template's front matter and the organ that issues it.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, as cited in ``issuing``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypedDict

from kehoach_cli.document.frame import (
    Frame,
    LetterFrame,
    MinutesFrame,
    MonthOnly,
    Signer,
    TitledFrame,
)
from kehoach_cli.document.inlines import plain, read_inlines
from kehoach_cli.drafting.issuing import (
    issuer_lines,
    issuing,
    parent_lines,
    place_of,
    symbol_of,
)
from kehoach_cli.drafting.rendering import lines_of
from kehoach_cli.drafting.scene import Party, Scene
from kehoach_cli.drafting.templates import Template, TemplateProblem
from kehoach_cli.drafting.wording import day_or_month
from kehoach_cli.vn.dates import parse_day, parse_month

Render = Callable[[str], str]


class _Head(TypedDict):
    issuer: tuple[str, ...]
    parent: tuple[str, ...]
    number: str
    symbol: str
    recipients: tuple[str, ...]
    filing: str
    draft_mark: bool


class _Dated(_Head):
    place: str
    day: date | MonthOnly | None
    addressees: tuple[str, ...]
    signer: Signer


def frame(template: Template, scene: Scene, render: Render) -> Frame:
    """The frame; ``render`` gives the markup of one key of the front matter, "" without it."""
    party = issuing(template, scene)
    match template.plain("form"):
        case "letter":
            dated = _dated(template, scene, party, render)
            return LetterFrame(**dated, subject=_text(render("subject")))
        case "minutes":
            return MinutesFrame(
                **_head(template, scene, party, render),
                type_name=template.plain("title").upper(),
                title=_text(render("subject")),
                secretary=_signer(render, "secretary"),
                chair=_signer(render, "chair"),
            )
        case _:
            return TitledFrame(
                **_dated(template, scene, party, render),
                type_name=template.plain("title").upper(),
                title=_text(render("subject")),
            )


def _head(template: Template, scene: Scene, party: Party, render: Render) -> _Head:
    number, _, symbol = _text(render("number")).partition("/")
    return {
        "issuer": issuer_lines(party),
        "parent": parent_lines(scene, party),
        "number": number,
        "symbol": symbol or symbol_of(template, party),
        "recipients": _lines(render("recipients")),
        "filing": _text(render("filing")).rstrip("."),
        "draft_mark": scene.settings.draft_mark if scene.settings else False,
    }


def _dated(template: Template, scene: Scene, party: Party, render: Render) -> _Dated:
    return {
        **_head(template, scene, party, render),
        "place": place_of(scene, party),
        "day": _day(template, _text(render("date"))),
        "addressees": _lines(render("to")),
        "signer": _signer(render, "signer"),
    }


def _signer(render: Render, key: str) -> Signer:
    return Signer(_lines(render(key)), _text(render(f"{key}-name")))


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
