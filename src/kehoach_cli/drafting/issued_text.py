"""The wording of a plan as one text, as ``issued.md`` keeps it beside the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kehoach_cli.document.blocks import Paragraph
from kehoach_cli.document.inlines import plain
from kehoach_cli.drafting.grounds import body, with_grounds
from kehoach_cli.drafting.plan_body import printed_texts
from kehoach_cli.drafting.wording import closed, reference
from kehoach_cli.source.edit import Operation, Set
from kehoach_cli.workspace import PlanFolder, Workspace
from kehoach_cli.workspace.records import Change, changed_text


def issued_files(
    ws: Workspace,
    folder: PlanFolder,
    number: str,
    day: date,
    signed: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The whole texts of the files that say that the plan was issued under that number and day.

    ``signed``: new files from the signed document, once nothing in it differs from the data; the
    data are its words then. Without it a plan that is only reconstructed gets no ``issued.md``.
    Raises ``EditRefused`` where ``plan.yaml`` cannot be changed.
    """
    is_verbatim = folder.plan is not None and folder.plan.value.text == _VERBATIM
    operations: list[Operation] = [
        Set(("state",), "issued"),
        Set(("number",), number),
        Set(("date",), day.isoformat()),
    ]
    if signed is not None and not is_verbatim:
        operations.append(Set(("text",), _VERBATIM))
    here = f"data/plans/{folder.id}"
    plan = Change(f"{here}/plan.yaml", tuple(operations), None, "")
    texts = {plan.file: changed_text(ws, plan)} | dict(signed or {})
    if (is_verbatim or signed is not None) and folder.issued is None:
        texts.setdefault(f"{here}/issued.md", issued_text(ws, folder))
    return texts


_VERBATIM = "verbatim"


def issued_text(ws: Workspace, folder: PlanFolder) -> str:
    """Title, opening, every numbered paragraph and the closing, each in a paragraph of its own.

    "" for a folder without a usable plan.
    """
    return "\n\n".join(_paragraphs(ws, folder)) + "\n" if folder.plan else ""


def _paragraphs(ws: Workspace, folder: PlanFolder) -> Iterator[str]:
    if folder.plan is None:
        return
    plan = folder.plan.value
    yield _flat(plan.title)
    yield _flat(plan.intro)
    for one in printed_texts(ws, folder):
        yield _flat(f"{one.number} {one.text}")
    yield closed(_flat(plan.closing))


def issued_lines(ws: Workspace, folder: PlanFolder) -> Iterator[str]:
    """Every line that the signed text of this plan may have, with its number and without.

    Nothing for a folder without a usable plan.
    """
    if folder.plan is None:
        return
    plan = folder.plan.value
    yield from (plan.title, plan.closing)
    cited = [reference(one) for one in plan.grounds.items]
    for block in with_grounds((body(plan.intro),), cited, plan.grounds.style):
        if isinstance(block, Paragraph):
            yield plain(block.inlines)
    for one in printed_texts(ws, folder):
        yield from (one.text, f"{one.number} {one.text}")


def _flat(text: str) -> str:
    return " ".join(text.split())
