"""Which section of a plan became which, and what reads otherwise in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach_cli.diagnostics import Place
from kehoach_cli.model.plan import Plan, PlanSection
from kehoach_cli.workspace.changes.saying import say
from kehoach_cli.workspace.changes.shapes import Change, Value
from kehoach_cli.workspace.changes.things import section_name
from kehoach_cli.workspace.changes.wording import differing_lines
from kehoach_cli.workspace.entities import Located

_Numbered = tuple[int, PlanSection]


def section_changes(old: Located[Plan], new: Located[Plan]) -> Iterator[Change]:
    """Sections that came or went, and within those that stayed heading, text, duties, promises."""
    for before, after in _matched(old.value.sections, new.value.sections):
        called = (_name(before), _name(after))
        was = old.at("sections", before[0]) if before else None
        now = new.at("sections", after[0]) if after else None
        whole = Change("section", new.value.id, new.owner, called=called, was=was, now=now)
        if before is None or after is None:
            yield replace(whole, old=_text(before), new=_text(after))
            continue
        for aspect, mine, theirs in _aspects(before[1], after[1]):
            yield replace(
                whole,
                aspect=aspect,
                old=mine,
                new=theirs,
                was=_at(old, before[0], aspect, mine),
                now=_at(new, after[0], aspect, theirs),
            )


def _at(plan: Located[Plan], index: int, aspect: str, value: Value) -> Place:
    """The key, and of running text the line in it."""
    place = plan.at("sections", index, aspect)
    is_line = aspect == "text" and isinstance(value, str)
    return replace(place, excerpt=str(value)) if is_line else place


def _text(section: _Numbered | None) -> str | None:
    return (section[1].text or section[1].heading).strip() if section else None


def _name(section: _Numbered | None) -> str:
    return section_name(*section) if section else ""


def _aspects(old: PlanSection, new: PlanSection) -> Iterator[tuple[str, Value, Value]]:
    if _flat(old.heading) != _flat(new.heading):
        yield "heading", _flat(old.heading), _flat(new.heading)
    for mine, theirs in differing_lines(old.text or "", new.text or ""):
        yield "text", mine, theirs
    if old.duties != new.duties:
        for mine, theirs in differing_lines(_lines_of(old), _lines_of(new)):
            yield "duties", mine, theirs
    if old.commitments != new.commitments:
        yield "commitments", tuple(old.commitments), tuple(new.commitments)


def _lines_of(section: PlanSection) -> str:
    return "\n".join(say(duty) or "" for duty in section.duties)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _matched(
    old: tuple[PlanSection, ...], new: tuple[PlanSection, ...]
) -> list[tuple[_Numbered | None, _Numbered | None]]:
    """Sections of one heading belong together; what is left over in the order in which it stands.

    Only where equally many are left over did each become the other.
    """
    rest = dict(enumerate(new))
    left: list[_Numbered] = []
    found: list[tuple[_Numbered | None, _Numbered | None]] = []
    for index, section in enumerate(old):
        twin = next(
            (key for key, one in rest.items() if _flat(one.heading) == _flat(section.heading)), None
        )
        if twin is None:
            left.append((index, section))
        else:
            found.append(((index, section), (twin, rest.pop(twin))))
    if len(left) == len(rest):
        found += zip(left, rest.items(), strict=True)
    else:
        found += [(one, None) for one in left]
        found += [(None, one) for one in rest.items()]
    return sorted(found, key=lambda pair: (pair[1] or pair[0] or (0,))[0])
