"""A rule's wrong examples with a value less, or a day sooner or later: what it says then.

Where it says nothing, nothing is written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import cache

import pytest
from tests.conftest import Golden
from tests.rules.conftest import BASE, short
from tests.rules.test_examples import AS_OF, RULES_HERE

from kehoach_cli.diagnostics import DataPath, Diagnostic
from kehoach_cli.errors import EditRefused
from kehoach_cli.rules import CHECKS
from kehoach_cli.rules.base import Check, Context
from kehoach_cli.rules.page import Example, examples
from kehoach_cli.rules.run import in_order, located
from kehoach_cli.source.edit import Operation, Remove, Set, edit
from kehoach_cli.source.fold import Data, fold
from kehoach_cli.workspace import load

ISO = re.compile(r"20\d\d-\d\d-\d\d")
MOST = 12
"""Values of one example that are taken away."""

Files = dict[str, bytes]


@cache
def base() -> Files:
    paths = (path for path in BASE.rglob("*") if path.suffix in {".yaml", ".md"})
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in paths}


def values(data: Data, path: DataPath = ()) -> Iterator[tuple[DataPath, Data]]:
    steps: Iterable[tuple[str | int, Data]] = ()
    if isinstance(data, dict):
        steps = data.items()
    elif isinstance(data, list):
        steps = enumerate(data)
    for step, value in steps:
        yield (*path, step), value
        yield from values(value, (*path, step))


def operations(text: str) -> Iterator[tuple[str, Operation]]:
    """Values taken away, and days that come a day earlier or later, with what was done."""
    found = list(values(fold(text, "").data))
    for path, _ in found[:: len(found) // MOST + 1]:
        yield f"without {named(path)}", Remove(path)
    for path, value in found:
        if isinstance(value, str) and ISO.fullmatch(value):
            for days in (-1, 1):
                moved = date.fromisoformat(value) + timedelta(days)
                yield f"{named(path)} {moved}", Set(path, str(moved))


def named(path: DataPath) -> str:
    return "/".join(map(str, path))


def variants(example: Example) -> Iterator[tuple[str, Files]]:
    """What was done to a file in which the rule has something to say, and all files then."""
    typed = dict(example.files)
    whole = {name: text.encode("utf-8", "surrogateescape") for name, text in typed.items()}
    for name in sorted({file for file, _ in example.marks} & set(typed)):
        for done, operation in operations(typed[name]) if name.endswith(".yaml") else ():
            with suppress(EditRefused):
                text = edit(typed[name], name, [operation])
                yield f"{name} {done}", whole | {name: text.encode("utf-8", "surrogateescape")}


def said(rule: Check, files: Files) -> list[Diagnostic]:
    return in_order(located((), [rule], Context(load(BASE, base() | files), AS_OF)))


@pytest.mark.parametrize(
    "rule", [rule for rule in CHECKS if rule in RULES_HERE], ids=lambda rule: str(rule.CODE)
)
def test_what_a_rule_says_then(rule: Check, golden: Golden) -> None:
    lines: list[str] = []
    wrong = [example for example in examples(rule) if example.verdict == "Sai"]
    for number, example in enumerate(wrong, 1):
        for done, files in variants(example):
            found = said(rule, files)
            lines += [f"## {number} {done}", *map(short, found)] if found else []
    golden(f"rules/varied/{rule.CODE}.txt", "".join(f"{line}\n" for line in lines))
