"""All findings of a workspace, by the shortest way: what is known stays, the rest is shared out.

Nothing has changed: hashes, and one file of what was found then. Something has: the plan folders
that did, beside what plans share, on as many processors as they are worth. Who needs the workspace
itself loads it in one piece (``opening``).
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.cli.crew import Crew, processes_for
from kehoach_cli.cli.opening import working
from kehoach_cli.cli.plain import ODD, Outcome, plain_outcome, read_outcome
from kehoach_cli.cli.remembering import Memory, remember
from kehoach_cli.diagnostics import Shown
from kehoach_cli.frozen import frozen
from kehoach_cli.source.footprint import Part, parts

if TYPE_CHECKING:
    from kehoach_cli.rules.parts import Checked, PartChecker
    from kehoach_cli.rules.survey import Job

LEAST_BYTES = 250_000
"""Files of that size are worth a process of their own."""

_CHECKING = "đang kiểm tra"


def check(root: Path, as_of: date, *, remembers: bool, least_bytes: int = LEAST_BYTES) -> Outcome:
    """Every finding of the workspace on that day.

    ``remembers``: what was found before is used, and what is found now is kept in the workspace.
    ``least_bytes``: plan folders of that size are worth a process of their own.
    """
    memory = remember(root, as_of) if remembers else Memory(root, "")
    common, *plans = parts(root, hashed=bool(memory.body))
    whole = _whole(common.digest, *(part.digest for part in plans))
    try:
        return read_outcome(memory.recall(whole))
    except ODD:
        return _Checking(root, as_of, common, memory, least_bytes).outcome(plans)


def _whole(*digests: str) -> str:
    """The key of what is said of all."""
    return _key("whole", *digests)


def _key(*digests: str) -> str:
    return blake2b("+".join(digests).encode(), digest_size=20).hexdigest()


@frozen
class _Checking:
    """One run over what is not known."""

    root: Path
    as_of: date
    common: Part
    memory: Memory
    least_bytes: int

    def outcome(self, plans: Sequence[Part]) -> Outcome:
        from kehoach_cli.cli.plain_facts import plain_checked
        from kehoach_cli.rules import WHOLE_CHECKS
        from kehoach_cli.rules.parts import PartChecker
        from kehoach_cli.rules.survey import survey

        if WHOLE_CHECKS:
            return _in_one_piece(self.root, self.as_of)
        checker = PartChecker(self.root, self.common, self.as_of)
        done = survey(checker, plans, lambda jobs: self._run(checker, jobs), self._known)
        outcome = Outcome(done.found, done.told.counts, done.told.unchecked)
        read = {digest for one in done.checked for digest in one.digests}
        if read <= {*done.digests}:  # else somebody is writing
            kept = {_key(self.common.digest, *one.digests): one for one in done.checked}
            known = ((key, plain_checked(one)) for key, one in kept.items())
            self.memory.keep(
                [(_whole(self.common.digest, *done.digests), plain_outcome(outcome)), *known]
            )
        return outcome

    def _known(self, asked: Sequence[Part]) -> Checked | None:
        from kehoach_cli.cli.plain_facts import read_checked

        digests = tuple(part.digest for part in asked)
        try:
            found = read_checked(self.memory.recall(_key(self.common.digest, *digests)))
        except ODD:
            return None
        return found if found.digests == digests else None

    def _run(self, checker: PartChecker, jobs: Sequence[Job]) -> list[Checked]:
        if not jobs:
            return []
        sizes = [sum(part.size_bytes for part in job.parts) for job in jobs]
        processes = min(len(jobs), processes_for(sum(sizes), self.least_bytes))
        if processes > 1:
            return _shared_out(checker, jobs, sizes, processes)
        with working(_CHECKING):
            return [checker.check(job.parts, job.leads) for job in jobs]


def _shared_out(
    checker: PartChecker, jobs: Sequence[Job], sizes: Sequence[int], processes: int
) -> list[Checked]:
    """The largest jobs first, so that all processes end at about the same time."""
    from kehoach_cli.cli.plain_facts import plain_checked, read_checked

    order = sorted(range(len(jobs)), key=lambda number: -sizes[number])

    def work(number: int) -> object:
        job = jobs[order[number]]
        return plain_checked(checker.check(job.parts, job.leads))

    checker.prepare(jobs[order[0]].parts)
    gc.freeze()  # what is there now is shared by all processes as long as nobody touches it
    with Crew(work, len(jobs), processes) as crew, working(_CHECKING):
        results = dict(zip(order, crew.results(), strict=True))
    return [read_checked(results[number]) for number in range(len(jobs))]


def _in_one_piece(root: Path, as_of: date) -> Outcome:
    from kehoach_cli.rules.base import Context
    from kehoach_cli.rules.run import findings
    from kehoach_cli.workspace import load

    ctx = Context(load(root), as_of)
    line = ctx.locator.line
    found = tuple(Shown(one, line(one.span.file, one.span.line)) for one in findings(ctx))
    return Outcome(found, ctx.facts.counts, ctx.facts.unchecked)
