"""An amendment as it would have to read, from what was changed in a plan's files."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_cli.drafting.change_words import aspect_words, value_words
from kehoach_cli.drafting.wording import capitalised, promise, short_name_of
from kehoach_cli.errors import NothingToDraft
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.model.amendment import Change as Amended
from kehoach_cli.model.partner import Commitment
from kehoach_cli.model.plan import Task
from kehoach_cli.workspace import Located, PlanFolder, Workspace
from kehoach_cli.workspace.changes import Change, Changes
from kehoach_cli.workspace.changes.protection import is_of_issued_text

_MARKS = "#-*+ "
_OPENING = 10
"""Words of a duty that tell it from the others of its clause."""

_BARE = frozenset({"", "title", "heading", "text", "intro", "closing", "filing"})
"""Aspects whose words need no name before them."""

_ROW = ("lead", "support", "others", "product", "due")


def started_amendment(
    sides: tuple[Workspace, Workspace],
    changes: Changes,
    folder: PlanFolder,
    *,
    own: str,
    reason: str = "",
) -> Amendment:
    """The record that says all that was changed; a draft of it that is there goes on.

    Raises ``NothingToDraft`` where nothing that the document says has changed.
    """
    draft = draft_of(folder, own)
    found = proposed_amendment(sides, changes, folder.id, own=own, reason=reason)
    if found is None:
        raise NothingToDraft(
            f"lời văn, nhiệm vụ, cam kết của kế hoạch «{folder.id}» không khác bản so sánh",
            "sửa tệp của kế hoạch trước, hoặc chỉ bản đang có hiệu lực bằng --base",
        )
    return extended(draft.value, found) if draft else found


def proposed_amendment(
    sides: tuple[Workspace, Workspace],
    changes: Changes,
    plan: str,
    *,
    own: str,
    reason: str = "",
) -> Amendment | None:
    """A record of kind «amend» that says what the plan's document says otherwise now.

    ``sides``: before and after. None where nothing that the document says has changed.
    """
    old, new = sides
    found = [
        _amended(old, new, one)
        for one in changes
        if one.plan == plan and is_of_issued_text(old, new, one)
    ]
    kept = [one for one in found if one.old or one.new]
    if not kept:
        return None
    return Amendment(id=own, kind="amend", reason=reason or None, changes=tuple(kept))


def _amended(old: Workspace, new: Workspace, one: Change) -> Amended:
    before, after = _text(old, new, one, is_old=True), _text(old, new, one, is_old=False)
    return Amended(clause=place_words((old, new), one), old=before or None, new=after or None)


def said_words(sides: tuple[Workspace, Workspace], one: Change, *, is_old: bool) -> str:
    """What an aspect said before or says now, without the name of the aspect."""
    return value_words(*sides, one.old if is_old else one.new, one.aspect).strip(_MARKS)


def _text(old: Workspace, new: Workspace, one: Change, *, is_old: bool) -> str:
    """What the document said of it, or says now."""
    ws = old if is_old else new
    if not one.aspect and one.thing in {"task", "commitment"}:
        there = one.was if is_old else one.now
        return "" if there is None else "; ".join(_whole(ws, one))
    said = said_words((old, new), one, is_old=is_old)
    if one.aspect in _BARE:
        return said
    name = aspect_words(one.thing, one.aspect.partition(":")[0])
    return f"{capitalised(name)}: {said}" if said else ""


def _whole(ws: Workspace, one: Change) -> Iterator[str]:
    """A task or commitment that came or went, as its row reads."""
    item = ws.index[one.thing].get(one.id)
    if item is None:
        return
    match item.value:
        case Task() as task:
            yield task.title
            for key in _ROW:
                held = (task.lead,) if key == "lead" and task.lead else getattr(task, key)
                value = held if isinstance(held, tuple | str) else None
                if key == "others":
                    value = tuple(other.agency for other in task.others)
                if value:
                    yield f"{aspect_words('task', key)}: {value_words(ws, ws, value)}"
        case Commitment() as commitment:
            yield promise(commitment)


def place_words(sides: tuple[Workspace, Workspace], one: Change) -> str:
    """Where the document says it, in words that no other place has."""
    old, new = sides
    item = old.index.get(one.thing, {}).get(one.id) or new.index.get(one.thing, {}).get(one.id)
    title = one.called[0] or one.called[1]
    match item.value if item else None:
        case Task(kind="duty", source=source) if source.clause:
            is_only = one.aspect in {"", "title"} or _is_only_duty(old, new, one, source.clause)
            return f"Mục {source.clause}" + ("" if is_only else f", «{_opening(title)}»")
        case Task(kind="annex"):
            return f"Phụ lục, nhiệm vụ «{title}»"
        case Task():
            return f"Nhiệm vụ «{title}»"
        case Commitment(letter=letter):
            owner = item.owner if item else ""
            whose = short_name_of(new if owner in new.actors else old, owner)
            return f"Điểm {letter}, cam kết của {whose}"
    if one.thing == "section":
        return f"Mục {one.called[0] or one.called[1]}"
    return capitalised(aspect_words(one.thing, one.aspect)) if one.aspect else "Kế hoạch"


def _is_only_duty(old: Workspace, new: Workspace, one: Change, clause: str) -> bool:
    """No other duty of the plan stands under that clause, before or now."""
    found = {
        task.value.id
        for ws in (old, new)
        for task in ws.of(Task)
        if task.owner == one.plan and task.value.source.clause == clause
    }
    return found == {one.id}


def _opening(title: str) -> str:
    words = title.split()
    return " ".join(words[:_OPENING]) + ("…" if len(words) > _OPENING else "")


def draft_of(folder: PlanFolder, own: str | None = None) -> Located[Amendment] | None:
    """The last record of kind «amend» that has no number yet, or the one of that id."""
    found = [
        one
        for one in folder.amendments
        if one.value.kind == "amend" and one.value.number is None and own in {None, one.value.id}
    ]
    return found[-1] if found else None


def extended(draft: Amendment, found: Amendment) -> Amendment:
    """The draft with what it does not say yet.

    Of a place that it names, with the wording in force, the new wording becomes that of the files;
    all else that somebody has typed in it stays.
    """
    both = (one for one in found.changes if one.old and one.new)
    now: dict[tuple[str, str | None], Amended] = {(one.clause, one.old): one for one in both}
    kept = [now.pop((one.clause, one.old), one) if one.new else one for one in draft.changes]
    known = {(one.old, one.new) for one in kept}
    more = [one for one in found.changes if (one.old, one.new) not in known]
    reason = draft.reason or found.reason
    return draft.model_copy(update={"changes": (*kept, *more), "reason": reason})
