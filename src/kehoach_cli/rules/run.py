"""Running the rules: what was found becomes findings with code, sentence and line, sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from operator import attrgetter

from kehoach_cli.diagnostics import Diagnostic, Fault, Found, Place, RelatedSpan, Span
from kehoach_cli.drafting import draft_faults
from kehoach_cli.rules import CHECKS
from kehoach_cli.rules.base import Check, Context, Rule, Sentence
from kehoach_cli.source.pausing import collector_paused

UNSUPPRESSIBLE = "KH0"
"""Codes that begin so say that a file cannot be read as typed; no comment silences them."""


@collector_paused()  # hundreds of thousands of small things are kept, none is garbage
def findings(ctx: Context) -> list[Diagnostic]:
    """All findings of the workspace, suppressed ones left out, in the order of files and lines.

    What is found part by part (``parts``) is held against this.
    """
    faults = (*ctx.ws.faults, *draft_faults(ctx.ws))
    return in_order(located(faults, CHECKS, ctx))


def located(faults: Iterable[Fault], checks: Iterable[Check], ctx: Context) -> Iterator[Diagnostic]:
    """The faults, and what the rules find, with their lines; suppressed findings are left out."""
    things = sorted(_everything(faults, checks, ctx), key=lambda pair: pair[1].place.file)
    span_of = partial(_span_of, ctx)
    for one in dict.fromkeys(_diagnostic(rule, thing, span_of) for rule, thing in things):
        if not is_suppressed(one.code, one.span, ctx):
            yield one


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each finding once, by file and line; nothing is left to the order in which they came."""
    return sorted(dict.fromkeys(found), key=rank)


def rank(one: Diagnostic) -> tuple[object, ...]:
    """What findings are sorted by."""
    related = [(other.span, other.message) for other in one.related]
    return one.span, one.code, one.message, one.hint, related


def worded(faults: Iterable[Fault], ctx: Context | None = None) -> list[Diagnostic]:
    """Faults that no rule looks for itself, as findings.

    Without a workspace each place has its span.
    """
    span_of = partial(_span_of, ctx) if ctx else _span_in_no_text
    found = (_diagnostic(_rule_of(fault.kind), fault, span_of) for fault in faults)
    return sorted(found, key=attrgetter("span", "code", "message"))


def code_of(name: str) -> str:
    """The code of a rule, by its ``NAME``."""
    from kehoach_cli.rules.every import RULES  # noqa: PLC0415 - sixty modules that no check needs

    return next(rule.CODE for rule in RULES if name == rule.NAME)


def is_suppressed(code: str, span: Span, ctx: Context) -> bool:
    """Whether a comment in the file says that such a finding may stand there."""
    source = ctx.holding(span.file).ws.sources.get(span.file)
    if source is None or code.startswith(UNSUPPRESSIBLE):
        return False
    return any(mark.covers(code, span.line) for mark in source.suppressions)


def _rule_of(kind: str) -> Rule:
    """The rule with the words for this kind of fault."""
    return _of_files().get(kind) or _elsewhere()[kind]


@cache
def _of_files() -> Mapping[str, Rule]:
    """Those for what is found in a workspace's files."""
    from kehoach_cli.rules.fault_rules import FAULT_RULES  # noqa: PLC0415 - most have no fault

    return {rule.NAME: rule for rule in FAULT_RULES}


@cache
def _elsewhere() -> Mapping[str, Rule]:
    """Those for what is found in files of others, between revisions, while drafting."""
    from kehoach_cli.rules.every import (  # noqa: PLC0415 - sixty modules that no check needs
        CHANGE_RULES,
        EXCEL_RULES,
        FORM_RULES,
        LIMIT_RULES,
    )

    others = (*FORM_RULES, *EXCEL_RULES, *CHANGE_RULES, *LIMIT_RULES)
    return {rule.NAME: rule for rule in others}


def _everything(
    faults: Iterable[Fault], checks: Iterable[Check], ctx: Context
) -> Iterator[tuple[Rule, Found | Fault]]:
    for fault in faults:
        yield _rule_of(fault.kind), fault
    for rule in checks:
        for found in rule.check(ctx):
            yield rule, found


def _span_of(ctx: Context, place: Place) -> Span:
    return ctx.holding(place.file).locator.span(place)


def _span_in_no_text(place: Place) -> Span:
    from kehoach_cli.source.spans import Locator  # noqa: PLC0415 - PyYAML: +15 ms

    return Locator(lambda _: "").span(place)


def _diagnostic(rule: Rule, thing: Found | Fault, span_of: Callable[[Place], Span]) -> Diagnostic:
    return Diagnostic(
        code=rule.CODE,
        name=rule.NAME,
        severity=rule.SEVERITY,
        span=span_of(thing.place),
        message=_say(rule.MESSAGE, thing),
        hint=_hint(rule, thing),
        related=tuple(RelatedSpan(span_of(other.place), other.message) for other in thing.related),
    )


def _say(sentence: Sentence, thing: Found | Fault) -> str:
    words = sentence if isinstance(sentence, str) else sentence[str(thing.args["reason"])]
    return words.format_map(thing.args)


def _hint(rule: Rule, thing: Found | Fault) -> str:
    """The rule's hint; where the finder knows a near word, that comes first."""
    hint = _say(rule.HINT, thing)
    near = thing.args.get("nearest")
    return f"có phải ý là «{near}»? {hint}".strip() if near else hint
