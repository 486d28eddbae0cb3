"""Which differences change what an issued document says."""

from __future__ import annotations

from kehoach_cli.model.plan import Annex
from kehoach_cli.workspace.changes.shapes import Change
from kehoach_cli.workspace.entities import Workspace

_PLAN = frozenset(
    {"title", "issuer", "period", "partners", "grounds", "intro", "closing"}
    | {"numbering", "recipients", "filing", "signer"}
)
_TASK = frozenset(
    {"title", "kind", "source", "group", "mode", "lead", "support", "others", "product", "due"}
)
_COMMITMENT = frozenset(
    {"plan", "letter", "parts", "condition", "recurrence", "counterpart", "province_does"}
)
_PRINTED_KINDS = frozenset({"annex", "duty"})
"""Tasks that the plan itself gives; others come from documents of their own."""


def is_of_issued_text(old: Workspace, new: Workspace, one: Change) -> bool:
    """Whether the plan's document says it: its sections, its annex, its duties, its commitments.

    Of a task that is what every Phụ lục prints, and what this one has columns for.
    """
    match one.thing:
        case "plan":
            return one.aspect in _PLAN
        case "section" | "annex":
            return True
        case "commitment":
            return not one.aspect or one.aspect in _COMMITMENT
        case "task":
            return _is_printed(old, new, one)
    return False


def _is_printed(old: Workspace, new: Workspace, one: Change) -> bool:
    kinds = {
        getattr(item.value, "kind", "")
        for ws in (old, new)
        if (item := ws.index["task"].get(one.id)) is not None
    }
    if not kinds & _PRINTED_KINDS:
        return False
    columns = {
        str(column)
        for annex in (*old.of(Annex), *new.of(Annex))
        if annex.owner == one.plan
        for column in annex.value.columns
    }
    return not one.aspect or one.aspect in _TASK | columns
