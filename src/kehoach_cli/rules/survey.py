"""All that can be said of a workspace, put together from what is said of its parts.

Who does the work (one process or several) and what is known from before is the caller's affair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from kehoach_cli.diagnostics import Shown
from kehoach_cli.frozen import frozen
from kehoach_cli.rules.facts import Facts, merge
from kehoach_cli.rules.parts import Checked, Leads, PartChecker, tied
from kehoach_cli.rules.run import rank
from kehoach_cli.source.footprint import Part


@frozen
class Job:
    """Plan folders to be checked together, and who leads annex tasks in the others."""

    parts: tuple[Part, ...]
    leads: Leads


Names = tuple[str, ...]

Known = Callable[[Sequence[Part]], Checked | None]
"""What was said of these folders, as they stand now, when they were checked together before."""

Run = Callable[[Sequence[Job]], Iterable[Checked]]
"""Does the jobs, and gives their results in the same order."""


@frozen
class Survey:
    """Every finding once, by file and line; ``checked``: what to know from now on.

    ``digests`` of the plan folders as they were read, in their order.
    """

    found: tuple[Shown, ...]
    told: Facts
    checked: tuple[Checked, ...]
    digests: tuple[str, ...]


def survey(checker: PartChecker, plans: Sequence[Part], run: Run, known: Known) -> Survey:
    """Check every plan folder that is not known, then all by what they tell of one another."""
    shared = checker.shared.facts
    remembered = {part.name: known([part]) for part in plans}
    alone = {name: one for name, one in remembered.items() if one is not None}
    fresh = [part for part in plans if part.name not in alone]
    first = _run(run, {(part.name,): (part,) for part in fresh}, _told(shared, alone).leads)
    alone |= {name: one for (name,), one in first.items()}
    told = _told(shared, alone)
    final: dict[Names, Checked] = {}
    again: dict[Names, tuple[Part, ...]] = {}
    by_name = {part.name: part for part in plans}
    for names in tied({name: one.facts for name, one in alone.items()}):
        parts = tuple(by_name[name] for name in names)
        before = known(parts) if len(parts) > 1 else alone[names[0]]
        if before is not None and before.holds_for(_without(told.leads, names)):
            final[names] = before
        else:
            again[names] = parts
    final |= _run(run, again, told.leads)
    found = [one for checked in final.values() for one in checked.found]
    each = {one.finding: one for one in (*found, *checker.check_shared(told))}
    return Survey(
        found=tuple(sorted(each.values(), key=lambda one: rank(one.finding))),
        told=told,
        checked=(*(one for name, one in alone.items() if (name,) not in final), *final.values()),
        digests=tuple(alone[part.name].digests[0] for part in plans),
    )


def _told(shared: Facts, alone: Mapping[str, Checked]) -> Facts:
    """What all tell together, in the order of their files."""
    return merge([shared, *(alone[name].facts for name in sorted(alone, key=_folder))])


def _folder(name: str) -> str:
    return f"{name}/"


def _run(run: Run, groups: Mapping[Names, tuple[Part, ...]], leads: Leads) -> dict[Names, Checked]:
    jobs = [Job(parts, _without(leads, names)) for names, parts in groups.items()]
    return dict(zip(groups, run(jobs), strict=True))


def _without(leads: Leads, names: Names) -> Leads:
    return {name: held for name, held in leads.items() if name not in names}
