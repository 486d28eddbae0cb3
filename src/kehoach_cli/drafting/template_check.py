"""Templates checked without rendering: their head, their syntax, names, filters, directives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
from jinja2 import meta, nodes

from kehoach_cli.diagnostics import Fault, Place, Span
from kehoach_cli.document.blocks import Block
from kehoach_cli.document.markup import Directive, parse
from kehoach_cli.drafting.rendering import ENVIRONMENT, translate
from kehoach_cli.drafting.templates import (
    FOLDER,
    SUFFIX,
    Template,
    TemplateProblem,
    load_template,
)
from kehoach_cli.drafting.vocabulary import NAMES, problem_of

_Spot = tuple[int, str]


def faults_of(kind: str, root: Path) -> tuple[Fault, ...]:
    """What is wrong with the template of that kind, each with its line."""
    path = f"{FOLDER}/{kind}{SUFFIX}"
    return tuple(_fault(path, line, problem) for line, problem in _problems(kind, root))


def _fault(path: str, line: int, problem: str) -> Fault:
    place = Place(path, span=Span(path, line, 1, line, 1))
    return Fault("template-fault", place, {"problem": problem})


def _problems(kind: str, root: Path) -> Iterator[_Spot]:
    try:
        template = load_template(kind, root)
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
