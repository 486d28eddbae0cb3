"""What stands above and below the text: issuer, nation, number, title, addressees; signatures.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II; Phụ lục III, mẫu 1.4, 1.5, 1.9.
"""

from __future__ import annotations

from typing import assert_never

from kehoach_cli.document.frame import Frame, LetterFrame, MinutesFrame, Signer, TitledFrame
from kehoach_cli.document.lines import (
    ADDRESSED_TO,
    DRAFT,
    MOTTO,
    NATION,
    RECIPIENTS,
    addressee_lines,
    date_line,
    number_line,
    recipient_lines,
    subject_line,
)
from kehoach_cli.writers.html.elements import Html, el, lines, words

_NOTHING = Html("")


def opening(frame: Frame) -> Html:
    """Everything above the text."""
    under: tuple[Html, ...]
    match frame:
        case TitledFrame():
            under = (_title(frame.type_name, frame.title), _addressees(frame))
        case LetterFrame():
            under = (_addressees(frame),)
        case MinutesFrame():
            under = (_title(frame.type_name, frame.title),)
        case _:
            assert_never(frame)
    return el("header", _head(frame), *under)


def signing(frame: Frame) -> Html:
    """Signatures and recipients, which stay on one page; below them the address of a công văn."""
    recipients = el(
        "div",
        el("p", words(RECIPIENTS), css="noi-nhan"),
        lines("noi-nhan-ds", recipient_lines(frame)),
    )
    parts: tuple[Html, ...]
    match frame:
        case TitledFrame() | LetterFrame():
            parts = (recipients, _signature(frame.signer))
        case MinutesFrame():
            parts = (_signature(frame.secretary), _signature(frame.chair), recipients)
        case _:
            assert_never(frame)
    signed = el("div", *parts, css="ky")
    address = frame.address if isinstance(frame, LetterFrame) else ""
    return el("footer", signed, *([el("p", words(address), css="dia-chi")] if address else []))


def _head(frame: Frame) -> Html:
    """Issuer beside the nation, then number beside the day."""
    day = "" if isinstance(frame, MinutesFrame) else date_line(frame)
    issuer = el(
        "div", lines("chu-quan", frame.parent), lines("ban-hanh", frame.issuer), css="co-quan"
    )
    nation = el(
        "div",
        el("p", words(NATION), css="quoc-hieu"),
        el("p", words(MOTTO), css="tieu-ngu"),
        css="nuoc",
    )
    number = [el("p", words(number_line(frame)), css="so")]
    if isinstance(frame, LetterFrame):
        number.append(el("h1", words(subject_line(frame)), css="viec"))
    if frame.draft_mark:
        number.append(el("p", words(DRAFT), css="dong-khung"))
    if frame.marks.urgency:
        number.append(el("p", words(frame.marks.urgency), css="dong-khung khan"))
    dated = [el("p", words(day), css="ngay")]
    if frame.marks.circulation:
        dated.append(el("p", words(frame.marks.circulation), css="dong-khung"))
    return el("div", issuer, nation, el("div", *number), el("div", *dated), css="dau")


def _title(type_name: str, title: str) -> Html:
    shown = (
        el("span", words(type_name), css="ten-loai"),
        el("span", words(title), css="trich-yeu"),
    )
    return el("h1", *shown)


def _addressees(frame: TitledFrame | LetterFrame) -> Html:
    places = addressee_lines(frame)
    if not places:
        return _NOTHING
    if len(places) == 1:
        return el("div", el("p", words(f"{ADDRESSED_TO} {places[0]}")), css="kinh-gui")
    return el(
        "div",
        el("p", words(ADDRESSED_TO)),
        el("div", lines("noi-gui", places)),
        css="kinh-gui nhieu",
    )


def _signature(signer: Signer) -> Html:
    office = lines("chuc-vu", signer.lines)
    return el("div", office, el("p", words(signer.name), css="ho-ten"), css="nguoi-ky")
