"""Page numbers: Arabic, upright, centred in the top margin, none on the first page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import figure, span
from kehoach_cli.exchange.docx.looks import Margin, PageNumber, Section
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import Range, RuleSet

NAME = "page-number"

_ARABIC = {"", "decimal", "numberInDash"}
_ON_EACH_PAGE = ("default", "even")


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """What is wrong with the numbers; a first section of one page may leave them to the next."""
    wanted: Range = tuple(rules.rules[NAME]["size_pt"])
    for reason, args in _wrong(form, wanted, rules.rules[NAME]["surely_two_pages"]):
        yield Fault(NAME, form.at(None), {"reason": reason, "law": rules.law, **args})


def _wrong(
    form: Form, wanted: Range, surely_two_pages: int
) -> Iterator[tuple[str, dict[str, str]]]:
    sections = form.pages.sections
    numbers = [number for one in sections for number in _numbers(one.headers)]
    if not numbers:
        if any(_numbers(one.footers) for one in sections):
            yield "below", {}
        elif sum(len(one.words) for one in form.pages.paragraphs) > surely_two_pages:
            yield "none", {}
        return
    yield from _looks_wrong(numbers[0], wanted)
    if any(one.number_format not in _ARABIC for one in sections):
        yield "not-arabic", {}
    if _is_on_first_page(sections[0]):
        yield "on-first-page", {}


def _numbers(margins: Mapping[str, Margin]) -> list[PageNumber]:
    """The page numbers of pages other than a first one."""
    shown = (margins[kind].number for kind in _ON_EACH_PAGE if kind in margins)
    return [number for number in shown if number is not None]


def _is_on_first_page(section: Section) -> bool:
    if not section.has_title_page:
        return bool(_numbers(section.headers))
    first = section.headers.get("first")
    return first is not None and first.number is not None


def _looks_wrong(number: PageNumber, wanted: Range) -> Iterator[tuple[str, dict[str, str]]]:
    size = number.letters.size_pt
    if number.align != "center":
        yield "not-centred", {}
    if not wanted[0] <= size <= wanted[1]:
        yield "size", {"found": figure(size), "wanted": span(wanted)}
    if number.letters.italic or number.letters.bold:
        yield "not-upright", {}
