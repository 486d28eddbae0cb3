"""``Pages`` → ``Form``: the document cut into head, text, signing block and annexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach_cli.exchange.docx.foot import (
    foot_end,
    foot_start,
    is_annex,
    is_reference,
    read_annexes,
    read_foot,
)
from kehoach_cli.exchange.docx.head import is_nation, read_head
from kehoach_cli.exchange.docx.looks import Pages, Paragraph
from kehoach_cli.exchange.docx.middle import read_middle
from kehoach_cli.exchange.docx.parts import NO_FORM, Form, Found, Kind, Unclear
from kehoach_cli.exchange.docx.ruleset import Nature, RuleSet
from kehoach_cli.vn.text import fold

_MINUTES = "bien ban"
_ABOVE_ANNEX = 3  # lines: an annex in a file of its own has number and signing time above it
_TELLING = {Kind.NUMBER, Kind.TYPE_NAME, Kind.RECIPIENTS_TITLE}
_MUCH = 5  # paragraphs behind the signature that are more than an address


def find_parts(pages: Pages, file: str, rules: RuleSet) -> Form:
    """The document with its parts told apart."""
    paragraphs = pages.paragraphs
    if _is_annex_only(paragraphs):
        return Form(file, pages, "annex", tuple(read_annexes(paragraphs)))
    head = read_head(paragraphs, rules)
    unclear = [*head.unclear, *_changes(pages)]
    second = _second_nation(paragraphs, head.end)
    if second is not None:
        unclear.append(Unclear("several-documents", paragraphs[second]))
    main = paragraphs[:second]
    start = foot_start(main, head.end, rules)
    middle_end = _middle_end(main, head.end, start)
    has_subject = any(one.kind is Kind.SUBJECT for one in head.found)
    found = [*head.found]
    found += read_middle(main[head.end : middle_end], rules, has_subject=has_subject)
    end = middle_end
    if start is not None:
        end = foot_end(main, start)
        found += read_foot(main[start:end], rules)
        unclear += _foot_doubts(main[start], found)
    found += read_annexes(main[end:])
    unclear += _rest_doubts(main[end:])
    if not any(one.kind in _TELLING for one in found) and not head.has_nation:
        return Form(file, pages, "titled", (), (Unclear(NO_FORM), *unclear))
    unclear += [] if pages.sections else [Unclear("no-page-setup")]
    return Form(file, pages, _nature(found), tuple(found), tuple(unclear))


def _is_annex_only(paragraphs: Sequence[Paragraph]) -> bool:
    first = [one for one in paragraphs if not one.is_blank][:_ABOVE_ANNEX]
    for one in first:
        if is_nation(one) or one.spot is not None:
            return False
        if is_annex(one):
            return True
    return False


def _second_nation(paragraphs: Sequence[Paragraph], start: int) -> int | None:
    """Where a further document begins; forms inside an annex are none."""
    for index in range(start, len(paragraphs)):
        if is_annex(paragraphs[index]):
            return None
        if is_nation(paragraphs[index]):
            spot = paragraphs[index].spot
            while spot and index and (above := paragraphs[index - 1].spot):
                if above.top != spot.top:
                    break
                index -= 1  # noqa: PLW2901 - the table's beginning
            return index
    return None


def _middle_end(paragraphs: Sequence[Paragraph], start: int, foot: int | None) -> int:
    if foot is not None:
        return foot
    annexes = (i for i in range(start, len(paragraphs)) if is_annex(paragraphs[i]))
    return next(annexes, len(paragraphs))


def _nature(found: Sequence[Found]) -> Nature:
    kinds = {one.kind for one in found}
    types = [fold(one.paragraph.words) for one in found if one.kind is Kind.TYPE_NAME]
    if types and types[0].startswith(_MINUTES):
        return "minutes"
    if Kind.NUMBER not in kinds and any(_is_attached(one) for one in found):
        return "attached"
    is_letter = Kind.SUBJECT in kinds or (not types and Kind.ADDRESSEES in kinds)
    return "letter" if is_letter else "titled"


def _is_attached(one: Found) -> bool:
    """Whether the line under the title says that the document goes with a decision."""
    return one.kind in {Kind.OTHER, Kind.BODY} and bool(is_reference(one.paragraph))


def _changes(pages: Pages) -> Iterator[Unclear]:
    if pages.has_changes:
        yield Unclear("tracked-changes")


def _foot_doubts(first: Paragraph, found: Sequence[Found]) -> Iterator[Unclear]:
    if first.spot is None and not any(one.kind is Kind.OFFICE for one in found):
        yield Unclear("foot-without-table", first)


def _rest_doubts(paragraphs: Sequence[Paragraph]) -> Iterator[Unclear]:
    """Much text behind the signature that no annex heading opens."""
    rest = []
    for one in paragraphs:
        if is_annex(one):
            return
        if not one.is_blank and not one.in_box:
            rest.append(one)
    if len(rest) > _MUCH:
        yield Unclear("after-signature", rest[0])
