"""Checking a workspace part by part: each plan beside what all share, then all by their facts.

What comes out is what ``run.findings`` finds in one piece, finding for finding. A plan's folder is
read, checked and forgotten, so that memory does not grow with the workspace, and folders can be
checked by several processes, or not at all where nothing has changed. Two folders that speak of one
another (an id or a document's number that both have) are checked again, together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from operator import attrgetter
from pathlib import Path

from kehoach_cli.diagnostics import Diagnostic, Shown
from kehoach_cli.drafting.faults import markup_faults, shared_faults
from kehoach_cli.frozen import frozen
from kehoach_cli.rules import unknown_id
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.checks import EVERYWHERE_CHECKS, ONCE_CHECKS, PLAN_CHECKS
from kehoach_cli.rules.facts import Dangling, Facts
from kehoach_cli.rules.run import is_suppressed, located
from kehoach_cli.source.footprint import Part, part_from
from kehoach_cli.workspace.kinds import kind_of
from kehoach_cli.workspace.load import load_common, load_part

Leads = Mapping[str, tuple[str, ...]]
"""Plan folder → who leads annex tasks there."""


@frozen
class Checked:
    """What was found in a plan's folder, or in a few together.

    ``digests`` of the folders as they were read. ``asked``: the plans (None: all) whose leads the
    findings depend on, ``leads``: what was said of them.
    """

    digests: tuple[str, ...]
    found: tuple[Shown, ...]
    facts: Facts
    asked: frozenset[str | None]
    leads: Leads

    def holds_for(self, leads: Leads) -> bool:
        """Whether the same would be found where those lead annex tasks in other plans."""
        return _answer(self.asked, self.leads) == _answer(self.asked, leads)


def _answer(asked: Iterable[str | None], leads: Leads) -> Leads:
    return leads if None in asked else {plan: leads.get(plan, ()) for plan in asked if plan}


@frozen
class PartChecker:
    """Checks parts of one workspace on one day; ``common`` is the part with its bytes."""

    root: Path
    common: Part
    as_of: date

    @cached_property
    def shared(self) -> Context:
        """What plans share."""
        ws = load_common(self.root, self.common.entries, self.common.held)
        return Context(ws, self.as_of)

    def prepare(self, parts: Iterable[Part]) -> None:
        """Make now what such a check needs, so that processes made from this one have it."""
        known = (kind_of(entry.path) for part in parts for entry in part.entries)
        for kind in {found[0].name: found[0] for found in known if found}.values():
            kind.prepare()
        for names in self.shared.names:
            names.prepare()
        _ = self.shared.ws.commitments, self.shared.ws.index, self.shared.ws.actors

    def check(self, parts: Sequence[Part], leads: Leads) -> Checked:
        """Read plan folders and check them together; ``leads`` are those of other plans."""
        read = [part_from(self.root, part.name, part.entries, keep=True) for part in parts]
        entries = sorted((one for part in read for one in part.entries), key=attrgetter("path"))
        held = {path: data for part in read for path, data in part.held.items()}
        ws = load_part(self.shared.ws, entries, held, leads)
        ctx = Context(ws, self.as_of, common=self.shared)
        markup = (fault for folder in ws.folders for fault in markup_faults(folder))
        checks = (*PLAN_CHECKS, *EVERYWHERE_CHECKS)
        found = tuple(_shown(one, ctx) for one in located((*ws.faults, *markup), checks, ctx))
        asked = frozenset(ws.asked) - {part.name for part in parts}
        facts = replace(ctx.facts, dangling=tuple(_placed(ctx)))
        digests = tuple(part.digest for part in read)
        return Checked(digests, found, facts, asked, _answer(asked, leads))

    def check_shared(self, told: Facts) -> Iterator[Shown]:
        """Check what plans share, and all plans by what they and it tell together."""
        ws = replace(self.shared.ws, leads=told.leads)
        ctx = Context(ws, self.as_of, common=self.shared, told=told)
        faults = (*ws.faults, *shared_faults(ws.root))
        asked = {one.place.span: one for one in told.dangling if one.place.span}
        for one in located(faults, (*ONCE_CHECKS, *EVERYWHERE_CHECKS), ctx):
            who = asked.get(one.span) if one.code == unknown_id.CODE else None
            if who is None:
                yield _shown(one, ctx)
            elif not who.is_silenced:
                yield Shown(one, who.line)


def _shown(one: Diagnostic, ctx: Context) -> Shown:
    file = one.span.file
    return Shown(one, ctx.holding(file).locator.line(file, one.span.line))


def _placed(ctx: Context) -> Iterator[Dangling]:
    """Who asks for these has not the files at hand any more."""
    for one in ctx.facts.dangling:
        span = ctx.locator.span(one.place)
        silenced = is_suppressed(unknown_id.CODE, span, ctx)
        line = ctx.locator.line(span.file, span.line)
        yield replace(one, place=replace(one.place, span=span), is_silenced=silenced, line=line)


def tied(facts: Mapping[str, Facts]) -> Iterator[tuple[str, ...]]:
    """Groups of plan folders that speak of one another; each group sorted, the others alone."""
    above = {name: name for name in facts}

    def top(name: str) -> str:
        while above[name] != name:
            above[name] = name = above[above[name]]
        return name

    first: dict[str, str] = {}
    for name, told in facts.items():
        for tie in told.ties:
            other = first.setdefault(tie, name)
            if other != name:
                above[top(name)] = top(other)
    groups: dict[str, list[str]] = {}
    for name in facts:
        groups.setdefault(top(name), []).append(name)
    return (tuple(sorted(names)) for names in groups.values())
