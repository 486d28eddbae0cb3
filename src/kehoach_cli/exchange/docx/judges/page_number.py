"""Page numbers: Arabic, upright, centred in the top margin, none on the first page."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.judges.base import figure, span
from kehoach_cli.exchange.docx.looks import PageNumber, Section
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.ruleset import Range, RuleSet

NAME = "page-number"

_ARABIC = {"", "decimal", "numberInDash"}
_ON_EACH_PAGE = ("default", "even")


def judge(form: Form, rules: RuleSet) -> Iterator[Fault]:
    """What is wrong with the numbers of the first section, whose headers the others inherit."""
    if not form.pages.sections:
        return
    section = form.pages.sections[0]
    wanted: Range = tuple(rules.rules[NAME]["size_pt"])
    for reason, args in _wrong(form, section, wanted, rules.rules[NAME]["surely_two_pages"]):
        yield Fault(NAME, form.at(None), {"reason": reason, "law": rules.law, **args})


def _wrong(
    form: Form, section: Section, wanted: Range, surely_two_pages: int
) -> Iterator[tuple[str, dict[str, str]]]:
    above = [one.number for kind in _ON_EACH_PAGE if (one := section.headers.get(kind))]
    numbers = [number for number in above if number is not None]
    if not numbers:
        below = [one.number for kind in _ON_EACH_PAGE if (one := section.footers.get(kind))]
        if any(number is not None for number in below):
            yield "below", {}
        elif sum(len(one.words) for one in form.pages.paragraphs) > surely_two_pages:
            yield "none", {}
        return
    for number in numbers[:1]:
        yield from _looks_wrong(number, wanted)
    if section.number_format not in _ARABIC:
        yield "not-arabic", {}
    first = section.headers.get("first")
    if not section.has_title_page or (first is not None and first.number is not None):
        yield "on-first-page", {}


def _looks_wrong(number: PageNumber, wanted: Range) -> Iterator[tuple[str, dict[str, str]]]:
    size = number.letters.size_pt
    if number.align != "center":
        yield "not-centred", {}
    if not wanted[0] <= size <= wanted[1]:
        yield "size", {"found": figure(size), "wanted": span(wanted)}
    if number.letters.italic or number.letters.bold:
        yield "not-upright", {}
