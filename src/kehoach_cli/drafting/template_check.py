"""Templates checked without rendering: their head, their syntax, names, filters, directives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import jinja2
from jinja2 import meta, nodes

from kehoach_cli.diagnostics import Fault, Place, Span
from kehoach_cli.document.blocks import Block
from kehoach_cli.document.markup import Directive, MarkupFault, parse
from kehoach_cli.drafting.context import VIEWS
from kehoach_cli.drafting.limits import HINTS, RULE
from kehoach_cli.drafting.markup_words import sentence_of
from kehoach_cli.drafting.naming import meant
from kehoach_cli.drafting.rendering import ENVIRONMENT, translate
from kehoach_cli.drafting.templates import (
    FOLDER,
    SUFFIX,
    Spot,
    Template,
    TemplateProblem,
    examine_template,
)
from kehoach_cli.drafting.vocabulary import NAMES, problem_of
from kehoach_cli.source.disk import bytes_of

_KNOWN_FILTER = "upper"
"""Put in the place of an unknown one, so that Jinja goes on to what is wrong behind it."""

_BY_THEMSELVES = (
    MarkupFault.HEADING_EMPTY,
    MarkupFault.HEADING_NO_SPACE,
    MarkupFault.HEADING_TOO_DEEP,
    MarkupFault.DIRECTIVE_MALFORMED,
)
"""What is wrong with a line whatever stands around it."""


def faults_of(kind: str, root: Path) -> tuple[Fault, ...]:
    """What is wrong with the template of that kind, each with its line, in their order."""
    path = f"{FOLDER}/{kind}{SUFFIX}"
    held = bytes_of(root, path)
    if isinstance(held, Fault):
        return (held,)
    spots = dict.fromkeys(sorted(_problems(kind, root)))
    return tuple(_fault(path, line, problem) for line, problem in spots)


def _fault(path: str, line: int, problem: str) -> Fault:
    place = Place(path, span=Span(path, line, 1, line, 1))
    if problem in HINTS:
        return Fault(RULE, place, {"reason": problem})
    return Fault("template-fault", place, {"problem": problem})


def _problems(kind: str, root: Path) -> Iterator[Spot]:
    try:
        template, problems = examine_template(kind, root)
    except TemplateProblem as error:
        yield error.line, error.problem
        return
    yield from problems
    for text, first_line in _texts(template):
        for line, problem in _of_text(text, template.params):
            yield first_line + line - 1, problem
    for line, problem in _of_markup(template.body):
        yield template.body_line + line - 1, problem


def _texts(template: Template) -> Iterator[tuple[str, int]]:
    """Every text that Jinja will see, and the line of the file it begins on."""
    yield from ((text.text, text.first_line) for text in template.head.values())
    yield template.body, template.body_line


def _of_text(text: str, params: tuple[str, ...]) -> Iterator[Spot]:
    if "{" not in text:
        return
    try:
        tree = ENVIRONMENT.parse(text)
        yield from _of_calls(tree)
        unknown = meta.find_undeclared_variables(tree) - set(NAMES)
    except jinja2.TemplateSyntaxError as error:
        yield error.lineno, translate(error)
        return
    except (RecursionError, ValueError) as error:  # too deep, a number of 5,000 digits
        yield 1, translate(error)
        return
    for node in tree.find_all(nodes.Name):
        if node.name in unknown and node.ctx == "load":
            yield node.lineno, f"không có tên «{node.name}»{meant(node.name, NAMES)}"
    yield from _of_attributes(tree, params)


def _of_calls(tree: nodes.Template) -> Iterator[Spot]:
    """Unknown filters and tests; each is replaced by a known one."""
    for kind, words, known in (
        (nodes.Filter, "bộ lọc", ENVIRONMENT.filters),
        (nodes.Test, "phép thử", ENVIRONMENT.tests),
    ):
        for node in tree.find_all(kind):
            if node.name not in known:
                yield node.lineno, f"không có {words} «{node.name}»{_near(node.name, known)}"
                node.name = _KNOWN_FILTER


def _near(name: str, known: Mapping[str, object]) -> str:
    """The nearest of many; all of them would fill a screen."""
    words = meant(name, sorted(known))
    return words if words.startswith("; có phải") else ""


def _of_attributes(tree: nodes.Template, params: tuple[str, ...]) -> Iterator[Spot]:
    """Parts that no value of a name has, as far as the name says what it stands for."""
    stored = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    for node in tree.find_all(nodes.Getattr):
        base = node.node
        if not isinstance(base, nodes.Name) or base.name in stored:
            continue
        known = params if base.name == "params" else _parts_of(base.name)
        if known and node.attr not in known and not hasattr(dict, node.attr):
            yield node.lineno, f"«{base.name}» không có «{node.attr}»{meant(node.attr, known)}"


@cache
def _parts_of(name: str) -> tuple[str, ...]:
    """The public parts of what a name stands for; nothing where that is not one class."""
    kind: Any = VIEWS.get(name)
    if kind is None:
        return ()
    fields = get_type_hints(kind)
    shown = {part for part in (*dir(kind), *fields) if not part.startswith("_")}
    hidden = {
        part
        for base in kind.__mro__
        if base.__module__.startswith("pydantic")
        for part in vars(base)
    }
    return tuple(sorted(shown - hidden))


_VALUE = re.compile(r"\{\{.*?\}\}")
_CODE = re.compile(r"\{[%#].*?[%#]\}", re.DOTALL)
_KEPT = re.compile(r"[ \t]*(?:#|:::)")


def _of_markup(body: str) -> Iterator[Spot]:
    """Headings and directives that are wrong by themselves; values in them are not judged."""
    asked: list[Directive] = []

    def note(directive: Directive) -> tuple[Block, ...]:
        asked.append(directive)
        return ()

    bare = _CODE.sub(lambda found: "\n" * found[0].count("\n"), body)
    kept = (line if _KEPT.match(line) else "" for line in bare.split("\n"))
    for problem in parse("\n".join(_VALUE.sub("x", line) for line in kept), note).problems:
        if problem.kind in _BY_THEMSELVES:
            yield problem.line, sentence_of(problem)
    lines = bare.split("\n")
    for found in asked:
        if "{" not in lines[found.line - 1] and (words := problem_of(found, in_plan_text=False)):
            yield found.line, words
