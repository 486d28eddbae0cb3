"""What a judge is, and the ways of asking that several judges share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from kehoach_cli.diagnostics import Fault
from kehoach_cli.exchange.docx.looks import Paragraph, Run
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.exchange.docx.ruleset import PartRule, RuleSet


class Judge(Protocol):
    """A module with the name of its rule and the function that applies it."""

    @property
    def NAME(self) -> str: ...  # noqa: D102, N802 - a module's constant

    def judge(self, form: Form, rules: RuleSet) -> Iterator[Fault]:
        """Yield what breaks the rule; equal sentences are gathered later."""
        ...


def ruled(form: Form, rules: RuleSet) -> Iterator[tuple[PartRule, Paragraph]]:
    """Every line of every part that the set knows, with what it says of the part."""
    for one in form.found:
        rule = rules.parts.get(one.kind)
        if rule is not None:
            yield rule, one.paragraph


def runs(form: Form, rules: RuleSet) -> Iterator[tuple[PartRule, Paragraph, Run]]:
    """The same, run by run; only runs that print letters or figures."""
    for rule, paragraph in ruled(form, rules):
        for run in paragraph.printed:
            yield rule, paragraph, run


def figure(number: float) -> str:
    """A measure as people write it: «13», «13,5»."""
    return f"{number:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def span(wanted: tuple[float, float]) -> str:
    """A range as people write it: «13–14», or one figure."""
    low, high = (figure(one) for one in wanted)
    return low if low == high else f"{low}–{high}"


def with_rule(rules: RuleSet) -> Iterator[tuple[PartRule, Kind]]:
    """The parts that have a drawn rule below them."""
    for kind in Kind:
        part = rules.parts.get(kind)
        if part is not None and part.rule_to_line is not None:
            yield part, kind


def begins(form: Form, section: int) -> Paragraph | None:
    """The first paragraph of a section, from 0."""
    return next((one for one in form.pages.paragraphs if one.section == section), None)


def prose(form: Form) -> Iterator[Paragraph]:
    """The paragraphs of the text that are neither headings nor rows of dots nor in the middle."""
    for one in form.of(Kind.BODY):
        if one.printed and not (one.layout.align == "center" and one.words.isupper()):
            yield one


def ends_with(line: Paragraph, mark: str) -> bool:
    """Whether the line ends so; a line that still holds dots to be filled in counts as if."""
    text = line.words.rstrip()
    has_blanks = "…" in text or "..." in text or "\t" in line.raw.strip()
    return text.endswith(mark) or has_blanks
