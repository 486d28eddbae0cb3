"""Templates checked without rendering: their head, their syntax, names, filters, directives."""

from __future__ import annotations

import re
from collections.abc import Iterator

import jinja2
from jinja2 import meta, nodes

from kehoach_cli.diagnostics import Fault, Place, Span
from kehoach_cli.document.blocks import Block
from kehoach_cli.document.markup import Directive, parse
from kehoach_cli.drafting.composing import ENVIRONMENT
from kehoach_cli.drafting.context import NAMES
from kehoach_cli.drafting.directives import problem_of
from kehoach_cli.drafting.rendering import translate
from kehoach_cli.drafting.templates import (
    FOLDER,
    SUFFIX,
    Template,
    TemplateProblem,
    load_template,
)
from kehoach_cli.workspace import Workspace

_Spot = tuple[int, str]


def template_faults(ws: Workspace) -> tuple[Fault, ...]:
    """What is wrong with the workspace's own templates, each with its line."""
    folder = ws.root / FOLDER
    names = sorted(path.name for path in folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    return tuple(
        _fault(f"{FOLDER}/{name}", line, problem)
        for name in names
        for line, problem in _problems(name.removesuffix(SUFFIX), ws)
    )


def _fault(path: str, line: int, problem: str) -> Fault:
    place = Place(path, span=Span(path, line, 1, line, 1))
    return Fault("template-fault", place, {"problem": problem})


def _problems(kind: str, ws: Workspace) -> Iterator[_Spot]:
    try:
        template = load_template(kind, ws.root)
    except TemplateProblem as error:
        yield error.line, error.problem
        return
    for text, first_line in _texts(template):
        for line, problem in _of_text(text):
            yield first_line + line - 1, problem
    for found in _directives(template.body):
        if problem := problem_of(found, in_plan_text=False):
            yield template.body_line + found.line - 1, problem


def _texts(template: Template) -> Iterator[tuple[str, int]]:
    """Every text that Jinja will see, and the line of the file it begins on."""
    yield from ((text.text, text.first_line) for text in template.head.values())
    yield template.body, template.body_line


def _of_text(text: str) -> Iterator[_Spot]:
    if "{" not in text:
        return
    try:
        tree = ENVIRONMENT.parse(text)
        unknown = meta.find_undeclared_variables(tree) - set(NAMES)
    except jinja2.TemplateSyntaxError as error:
        yield error.lineno, translate(error)
        return
    if not unknown:
        return
    for node in tree.find_all(nodes.Name):
        if node.name in unknown and node.ctx == "load":
            yield node.lineno, f"không có tên «{node.name}»; các tên có: {', '.join(NAMES)}"


_WRITTEN = re.compile(r"^[ \t]*:::[^{\n]*$", re.MULTILINE)


def _directives(body: str) -> list[Directive]:
    """The directives that stand in the body as they are, without a value in them."""
    found: list[Directive] = []

    def note(directive: Directive) -> tuple[Block, ...]:
        found.append(directive)
        return ()

    lines = body.split("\n")
    parse("\n".join(line if _WRITTEN.match(line) else "" for line in lines), note)
    return found
