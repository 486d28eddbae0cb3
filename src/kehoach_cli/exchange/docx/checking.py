"""One .docx against one rule set: every finding, the same one said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kehoach_cli.diagnostics import Fault, Place, Span
from kehoach_cli.exchange.docx.finding import find_parts
from kehoach_cli.exchange.docx.head import is_party
from kehoach_cli.exchange.docx.judges import JUDGES
from kehoach_cli.exchange.docx.looks import Pages
from kehoach_cli.exchange.docx.parts import Form
from kehoach_cli.exchange.docx.reading import read
from kehoach_cli.exchange.docx.ruleset import RuleSet
from kehoach_cli.exchange.package import Unreadable
from kehoach_cli.frozen import frozen

UNREADABLE, LARGE = Unreadable.unreadable, Unreadable.large
_NOT_JUDGED = "docx-not-judged"
_PARTY = "party-document"
_NAMED = 5  # further places that a finding names


@frozen
class Checked:
    """What was found, and the text of every paragraph for the excerpts."""

    faults: tuple[Fault, ...]
    lines: tuple[str, ...] = ()


def check(data: bytes, file: str, rules: RuleSet) -> Checked:
    """Judge the bytes of a .docx; ``file`` is what findings call it. Never raises on any bytes."""
    try:
        pages = read(data)
    except Unreadable as error:
        return _refused(file, error)
    texts = tuple(one.text for one in pages.paragraphs)
    return Checked(tuple(_faults(pages, file, rules)), texts)


def unreadable(file: str, reason: str, **args: object) -> Checked:
    """What is found in a file that is not read; ``reason`` is one of that rule's."""
    return _refused(file, Unreadable(reason, **args))


def _refused(file: str, error: Unreadable) -> Checked:
    said = {"reason": error.reason, **error.said}
    return Checked((Fault(error.rule, _beginning(file), said),))


def _beginning(file: str) -> Place:
    return Place(file, span=Span(file))


def _faults(pages: Pages, file: str, rules: RuleSet) -> Iterator[Fault]:
    if is_party(pages.paragraphs):
        yield Fault(_PARTY, _beginning(file), {"law": rules.law})
        return
    form = find_parts(pages, file, rules)
    for judge in JUDGES if form.is_official else ():
        if judge.NAME in rules.rules:
            yield from gathered(judge.judge(form, rules))
    yield from _doubts(form)


def _doubts(form: Form) -> Iterator[Fault]:
    for one in form.unclear:
        yield Fault(_NOT_JUDGED, form.at(one.paragraph), {"reason": one.reason, **one.args})


def gathered(faults: Iterable[Fault]) -> Iterator[Fault]:
    """The same sentence once, at its first place, with the numbers of the other paragraphs."""
    places: dict[str, list[Fault]] = {}
    for fault in faults:
        places.setdefault(_sentence(fault.args), []).append(fault)
    for first, *others in places.values():
        yield replace(first, args={**first.args, "more": _more(first, others)})


def _sentence(args: Mapping[str, object]) -> str:
    return repr(sorted(args.items()))


def _more(first: Fault, others: Iterable[Fault]) -> str:
    own = {_line(first)}
    numbers = [str(line) for line in dict.fromkeys(map(_line, others)) if line not in own]
    if not numbers:
        return ""
    named = ", ".join(numbers[:_NAMED])
    rest = len(numbers) - _NAMED
    return f" (cả đoạn {named}{f' và {rest} đoạn khác' if rest > 0 else ''})"


def _line(fault: Fault) -> int:
    return fault.place.span.line if fault.place.span else 0
