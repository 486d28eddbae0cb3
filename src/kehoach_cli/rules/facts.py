"""What has to be known of a part of a workspace to judge the others: small, and free of models.

A plan's folder is checked beside the registers alone. What it then tells is merged with what the
other folders tell; rules that look across plans ask that, never all the plans at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from kehoach_cli.diagnostics import Counts, Place
from kehoach_cli.drafting.dropped import DROPPED, tells_of_what_was
from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.plan import Plan, Task
from kehoach_cli.model.shape import references
from kehoach_cli.rules.numbers import number_key, numbered
from kehoach_cli.vn.text import fold
from kehoach_cli.workspace import Workspace
from kehoach_cli.workspace.entities import PLAN_KINDS

Strings = tuple[str, ...]


@frozen
class Dangling:
    """A reference to what the part and the registers do not declare; others may.

    ``is_silenced``: a comment says that it may stand. ``line``: the text of its line. Both are
    known only where ``place`` has its span.
    """

    kind: str
    id: str
    place: Place
    is_silenced: bool = False
    line: str = ""


@frozen
class Facts:
    """What a part tells of itself, or what several tell together.

    ``declared``: kind of id → ids, in the order of files and lines. ``leads``: plan folder → who
    leads its annex tasks. ``issued``: plan folder → the day from which its plan is in force.
    ``unread``: files of which nothing could be read; ``broken``: ids of what cannot be used.
    ``ties``: what makes two parts speak of one another when both have it: the id of something
    that plans declare, the number of a document.
    """

    declared: Mapping[str, Strings]
    actors_used: frozenset[str]
    broken: frozenset[str]
    unread: frozenset[str]
    unchecked: Strings
    leads: Mapping[str, Strings]
    issued: Mapping[str, date]
    dangling: tuple[Dangling, ...]
    ties: frozenset[str]
    counts: Counts


def gather(ws: Workspace, used: Mapping[str, set[str]]) -> Facts:
    """The facts of a workspace or a part of one; ``used``: kind of id → ids that it refers to."""
    declared = _declared(ws)
    beyond = ws.common.broken_ids if ws.common else frozenset()
    broken = ws.broken_ids - beyond
    plans = {folder.id: folder.plan.value for folder in ws.folders if folder.plan}
    return Facts(
        declared=declared,
        actors_used=frozenset(used.get("actor", ())),
        broken=broken,
        unread=ws.unread,
        unchecked=tuple(sorted(path for path, one in ws.sources.items() if one.is_broken)),
        leads=ws.own_leads,
        issued={name: plan.issued_from for name, plan in plans.items() if plan.issued_from},
        dangling=tuple(_dangling(ws, used)),
        ties=frozenset(_ties(ws, declared, used, broken)),
        counts=_counts(ws),
    )


def _declared(ws: Workspace) -> dict[str, Strings]:
    found: dict[str, dict[str, None]] = {}
    for kind, item in ws.named:
        found.setdefault(kind, {})[item.value.id] = None  # type: ignore[attr-defined]
    return {kind: tuple(ids) for kind, ids in found.items()}


def _dangling(ws: Workspace, used: Mapping[str, set[str]]) -> Iterator[Dangling]:
    unknown = {kind: ids - ws.index[kind].keys() for kind, ids in used.items()}
    if not any(unknown.values()):
        return
    for item in ws.located:
        for one in references(item.value):
            if one.id in unknown[one.kind] and not (
                one.kind in DROPPED and tells_of_what_was(ws, item)
            ):
                yield Dangling(one.kind, one.id, item.at(*one.path))


def _ties(
    ws: Workspace,
    declared: Mapping[str, Strings],
    used: Mapping[str, set[str]],
    broken: Iterable[str],
) -> Iterator[str]:
    for kind in PLAN_KINDS:
        for own in chain(declared.get(kind, ()), used.get(kind, ()), broken):
            yield f"{kind} {own}"
    for number, year, _ in numbered(ws):
        yield "number {} {}".format(*number_key(number, year))
    for folder in ws.folders:
        yield f"folder {fold(folder.id)}"


def _counts(ws: Workspace) -> Counts:
    plans, tasks, commitments = (len(ws.own(model)) for model in (Plan, Task, Commitment))
    return Counts(len(ws.sources), plans, tasks, commitments)


def merge(parts: Iterable[Facts]) -> Facts:
    """What the parts tell together; they come in the order of their files, and have no ties."""
    told = list(parts)
    declared: dict[str, dict[str, None]] = {}
    for one in told:
        for kind, ids in one.declared.items():
            declared.setdefault(kind, {}).update(dict.fromkeys(ids))
    return Facts(
        declared={kind: tuple(ids) for kind, ids in declared.items()},
        actors_used=frozenset().union(*(one.actors_used for one in told)),
        broken=frozenset().union(*(one.broken for one in told)),
        unread=frozenset().union(*(one.unread for one in told)),
        unchecked=tuple(sorted(chain.from_iterable(one.unchecked for one in told))),
        leads={name: leads for one in told for name, leads in one.leads.items()},
        issued={name: day for one in told for name, day in one.issued.items()},
        dangling=tuple(
            one
            for one in chain.from_iterable(part.dangling for part in told)
            if one.id not in declared.get(one.kind, {})
        ),
        ties=frozenset(),
        counts=sum((one.counts for one in told), Counts()),
    )
