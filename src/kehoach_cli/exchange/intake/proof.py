"""The data of a read plan rendered again and laid beside its source, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher

from pydantic import ValidationError

from kehoach_cli.exchange.intake.lines import Line, tidy
from kehoach_cli.exchange.intake.parts import Parts
from kehoach_cli.exchange.intake.planning import Draft
from kehoach_cli.exchange.intake.printed import printed
from kehoach_cli.frozen import frozen
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.plan import Annex, Plan, Task
from kehoach_cli.workspace import Located, Workspace

_DASH = re.compile(r"[-–—•▪●]\s+")
_ENDS = re.compile(r"[;.]$")


@frozen
class Said:
    """A paragraph and where it stands; ``where`` is "" for one that only the rendering has."""

    text: str
    where: str = ""


@frozen
class Pair:
    """What the source says and what the data print; None where one has no such paragraph."""

    source: Said | None
    printed: Said | None


def with_draft(ws: Workspace, draft: Draft) -> Workspace | None:
    """The workspace as it will be; None where keys are missing that every plan needs."""
    folder = f"data/plans/{draft.id}"
    rows = draft.tasks.get("tasks")
    try:
        found: list[Located[Entity]] = [
            Located(Plan.model_validate(draft.plan), f"{folder}/plan.yaml", (), draft.id)
        ]
        if draft.tasks.get("annex"):
            annex = Annex.model_validate(draft.tasks["annex"])
            found.append(Located(annex, f"{folder}/tasks.yaml", ("annex",), draft.id))
        for number, row in enumerate(rows if isinstance(rows, list) else []):
            path = ("tasks", number)
            found.append(Located(Task.model_validate(row), f"{folder}/tasks.yaml", path, draft.id))
    except ValidationError:
        return None
    paths = ws.paths | {one.file for one in found}
    return replace(ws, located=(*ws.located, *found), paths=paths)


def printed_texts(ws: Workspace, plan_id: str, as_of: date) -> tuple[str, ...]:
    """Title, text and what is below it, as the plan is printed; without its annex."""
    folder = ws.folder(plan_id)
    return tuple(one.text for one in printed(ws, folder, as_of)) if folder else ()


def source_texts(parts: Parts) -> tuple[Said, ...]:
    """The same parts of the source, in the same order."""
    title = Said(" ".join(line.text for line in parts.title), _where(parts.title))
    text = [Said(one.text, one.where) for one in parts.text if isinstance(one, Line)]
    listed = [one for one in parts.below if one.text.startswith(("-", "–", "+"))]
    signed = [
        one
        for one in parts.below
        if one not in listed
        and not one.text.startswith("Nơi nhận")
        and not one.text.startswith("(")
    ]
    return tuple(
        one
        for one in (title, *text, *(Said(x.text, x.where) for x in (*listed, *signed)))
        if one.text
    )


def signed_text(parts: Parts) -> str:
    """The wording from its title to its end, as ``issued.md`` keeps it."""
    said = source_texts(parts)[: 1 + sum(isinstance(one, Line) for one in parts.text)]
    return "\n\n".join(one.text for one in said) + "\n"


def differences(source: Sequence[Said], printed: Sequence[str]) -> tuple[Pair, ...]:
    """Paragraphs that are not the same in both, in their order; signs of lists aside."""
    left = [comparable(one.text) for one in source]
    right = [comparable(one) for one in printed]
    found: list[Pair] = []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            found += _paired(source[a:b], [Said(one) for one in printed[c:d]])
    return tuple(found)


def comparable(text: str) -> str:
    """What has to be the same: the words; which dash and how a list ends does not matter."""
    said = _DASH.sub("- ", tidy(text), count=1)
    return _ENDS.sub("", said) if said.startswith("- ") else said


def _paired(source: Sequence[Said], printed: Sequence[Said]) -> Iterator[Pair]:
    for number in range(max(len(source), len(printed))):
        yield Pair(
            source[number] if number < len(source) else None,
            printed[number] if number < len(printed) else None,
        )


def _where(lines: Sequence[Line]) -> str:
    return lines[0].where if lines else ""
