"""All that drafting can find wrong without rendering: templates, looks, the plans' own markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kehoach_cli.diagnostics import Fault
from kehoach_cli.document.blocks import Block
from kehoach_cli.document.markup import Directive, parse
from kehoach_cli.drafting.markup_words import sentence_of
from kehoach_cli.drafting.plan_body import line_place
from kehoach_cli.drafting.templates import FOLDER, REFERENCE, own_reference, own_templates
from kehoach_cli.drafting.vocabulary import problem_of
from kehoach_cli.source.disk import bytes_of
from kehoach_cli.workspace import PlanFolder, Workspace


def draft_faults(ws: Workspace) -> tuple[Fault, ...]:
    """Faults of templates, of the file of their looks and of the plans' texts, with places."""
    plans = (fault for folder in ws.folders for fault in markup_faults(folder))
    return (*shared_faults(ws.root), *plans)


def shared_faults(root: Path) -> tuple[Fault, ...]:
    """The faults that belong to no plan: of the workspace's own templates and their looks."""
    return (*template_faults(root), *look_faults(root))


def template_faults(root: Path) -> tuple[Fault, ...]:
    """What is wrong with the workspace's own templates; Jinja is loaded only if there are any."""
    names = own_templates(root)
    if not names:
        return ()
    from kehoach_cli.drafting.template_check import faults_of  # noqa: PLC0415 - Jinja: +60 ms

    return tuple(fault for name in names for fault in faults_of(name, root))


def look_faults(root: Path) -> tuple[Fault, ...]:
    """What is wrong with the workspace's own reference file; nothing where it has none."""
    file = own_reference(root)
    if file is None:
        return ()
    held = bytes_of(root, f"{FOLDER}/{REFERENCE}")
    if isinstance(held, Fault):
        return (held,)
    from kehoach_cli.drafting.reference_check import reference_faults  # noqa: PLC0415 - few have one

    return reference_faults(file)


def markup_faults(folder: PlanFolder) -> tuple[Fault, ...]:
    """What is wrong with the markup of the plan's own texts, each with its place in the file."""
    return tuple(_markup_faults(folder))


def _markup_faults(folder: PlanFolder) -> Iterator[Fault]:
    if folder.plan is None:
        return
    for index, section in enumerate(folder.plan.value.sections):
        asked: list[Directive] = []
        text = section.text or ""
        for problem in parse(text, _noting(asked), first_level=2).problems:
            place = line_place(folder.plan, index, text, problem.line)
            yield Fault("markup-fault", place, {"problem": sentence_of(problem)})
        for found in asked:
            if words := problem_of(found, in_plan_text=True):
                place = line_place(folder.plan, index, text, found.line)
                yield Fault("markup-fault", place, {"problem": words})


def _noting(asked: list[Directive]) -> Callable[[Directive], Sequence[Block]]:
    """Answers no directive, but keeps them."""

    def note(directive: Directive) -> Sequence[Block]:
        asked.append(directive)
        return ()

    return note
