"""The frame of a document from its template's front matter and the organ that issues it.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, as cited in ``issuing``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import TypedDict, TypeVar

from kehoach_cli.document.frame import (
    Circulation,
    Frame,
    LetterFrame,
    Marks,
    MinutesFrame,
    Signer,
    TitledFrame,
    Urgency,
)
from kehoach_cli.document.inlines import plain, read_inlines
from kehoach_cli.document.month import MonthOnly
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
from kehoach_cli.errors import TemplateError
from kehoach_cli.model.register import Agency
from kehoach_cli.vn.dates import parse_day, parse_month

Render = Callable[[str], str]
S = TypeVar("S", Urgency, Circulation)


class _Head(TypedDict):
    issuer: tuple[str, ...]
    parent: tuple[str, ...]
    number: str
    symbol: str
    recipients: tuple[str, ...]
    filing: str
    draft_mark: bool
    marks: Marks


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
            address = (party.address or "") if isinstance(party, Agency) else ""
            return LetterFrame(**dated, subject=_text(render("subject")), address=address)
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
        "marks": _marks(scene, render),
    }


_ELECTRONIC, _PAPER = "điện tử", "giấy"


def is_electronic(scene: Scene) -> bool:
    """The document goes out electronically, by ``--param ban`` or by ``kehoach.yaml``.

    Raises ``TemplateError`` for any other word.
    """
    asked = unicodedata.normalize("NFC", scene.params.get("ban", "")).strip().lower()
    if asked not in {"", _ELECTRONIC, _PAPER}:
        raise TemplateError(f"không có bản «{asked}»", f"ghi {_PAPER} hoặc {_ELECTRONIC}")
    by_settings = scene.settings is not None and scene.settings.copies == "electronic"
    return asked == _ELECTRONIC or (not asked and by_settings)


def _marks(scene: Scene, render: Render) -> Marks:
    """What the command line says of the document, else what its template says."""

    def said(param: str, key: str) -> str:
        return scene.params.get(param, "") or _text(render(key))

    return Marks(
        urgency=_stamp(Urgency, said("khan", "urgency"), "độ khẩn"),
        circulation=_stamp(Circulation, said("luu_hanh", "circulation"), "phạm vi lưu hành"),
        drafter=said("soan_thao", "drafter"),
    )


def _stamp(stamps: type[S], words: str, what: str) -> S | None:
    """The stamp that these words name, in large or small letters; none for no words."""
    if not words:
        return None
    for one in stamps:
        if unicodedata.normalize("NFC", words).strip().upper() == one:
            return one
    known = ", ".join(one.capitalize() for one in stamps)
    raise TemplateError(f"không có {what} «{words}»", f"các mức: {known}")


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
