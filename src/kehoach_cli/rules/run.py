"""Running the rules: what was found becomes findings with code, sentence and line, sorted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from operator import attrgetter

from kehoach_cli.diagnostics import Diagnostic, Fault, Found, RelatedSpan
from kehoach_cli.drafting import draft_faults
from kehoach_cli.rules import CHANGE_RULES, CHECKS, EXCEL_RULES, FAULT_RULES, FORM_RULES
from kehoach_cli.rules.base import Context, Rule, Sentence
from kehoach_cli.source.events import collector_paused
from kehoach_cli.source.read import read_text
from kehoach_cli.source.spans import Locator
from kehoach_cli.vn.encoding import looks_like_tcvn3_or_vni

_BY_KIND = {rule.NAME: rule for rule in (*FAULT_RULES, *FORM_RULES, *EXCEL_RULES, *CHANGE_RULES)}

TEMPLATES = "templates/"
OFFICE = ".docx"
"""What has no lines."""

UNSUPPRESSIBLE = "KH0"
"""Codes that begin so say that a file cannot be read as typed; no comment silences them."""


@collector_paused()  # hundreds of thousands of small things are kept, none is garbage
def findings(ctx: Context) -> list[Diagnostic]:
    """All findings of the workspace, suppressed ones left out, in the order of files and lines."""
    locator = Locator(partial(text_of, ctx))
    things = sorted(_everything(ctx), key=lambda pair: pair[1].place.file)
    found = dict.fromkeys(_diagnostic(rule, thing, locator) for rule, thing in things)
    kept = (one for one in found if not _is_suppressed(one, ctx))
    return sorted(kept, key=attrgetter("span", "code", "message"))


def worded(faults: Iterable[Fault], ctx: Context | None = None) -> list[Diagnostic]:
    """Faults that no rule looks for itself, as findings.

    Without a workspace each place has its span.
    """
    locator = Locator(partial(text_of, ctx) if ctx else lambda _: "")
    found = (_diagnostic(_BY_KIND[fault.kind], fault, locator) for fault in faults)
    return sorted(found, key=attrgetter("span", "code", "message"))


def text_of(ctx: Context, file: str) -> str:
    """The text of a file of the workspace; "" where it could not be read.

    Templates are no data, so the workspace does not hold them: they are read again for their lines.
    """
    source = ctx.ws.sources.get(file)
    if source is None and file.startswith(TEMPLATES) and not file.endswith(OFFICE):
        source = read_text(ctx.ws.root, file, name_encoding=looks_like_tcvn3_or_vni)
    return source.text if source else ""


def _everything(ctx: Context) -> Iterator[tuple[Rule, Found | Fault]]:
    for fault in (*ctx.ws.faults, *draft_faults(ctx.ws)):
        yield _BY_KIND[fault.kind], fault
    for rule in CHECKS:
        for found in rule.check(ctx):
            yield rule, found


def _is_suppressed(one: Diagnostic, ctx: Context) -> bool:
    source = ctx.ws.sources.get(one.span.file)
    if source is None or one.code.startswith(UNSUPPRESSIBLE):
        return False
    return any(mark.covers(one.code, one.span.line) for mark in source.suppressions)


def _diagnostic(rule: Rule, thing: Found | Fault, locator: Locator) -> Diagnostic:
    return Diagnostic(
        code=rule.CODE,
        name=rule.NAME,
        severity=rule.SEVERITY,
        span=locator.span(thing.place),
        message=_say(rule.MESSAGE, thing),
        hint=_hint(rule, thing),
        related=tuple(
            RelatedSpan(locator.span(other.place), other.message) for other in thing.related
        ),
    )


def _say(sentence: Sentence, thing: Found | Fault) -> str:
    words = sentence if isinstance(sentence, str) else sentence[str(thing.args["reason"])]
    return words.format_map(thing.args)


def _hint(rule: Rule, thing: Found | Fault) -> str:
    """The rule's hint; where the finder knows a near word, that comes first."""
    hint = _say(rule.HINT, thing)
    near = thing.args.get("nearest")
    return f"có phải ý là «{near}»? {hint}".strip() if near else hint
