"""The pages of the rules about changes are true: their edits are made and judged."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.rules.conftest import told

from kehoach_cli.diagnostics import Diagnostic
from kehoach_cli.rules import CHANGE_RULES
from kehoach_cli.rules.base import Rule
from kehoach_cli.rules.changing import refusals
from kehoach_cli.rules.page import Example, examples
from kehoach_cli.rules.run import worded
from kehoach_cli.source.edit import Set, edit
from kehoach_cli.source.fold import Data, fold
from kehoach_cli.workspace import load

BASE = Path(__file__).parents[1] / "workspaces" / "base"
AS = "lenh/--as"


@cache
def base() -> dict[str, bytes]:
    return {
        path.relative_to(BASE).as_posix(): path.read_bytes()
        for path in BASE.rglob("*")
        if path.is_file()
    }


def value_of(text: str) -> Data:
    return fold(f"x: {text}", "x.yaml").data["x"]  # type: ignore[index,call-overload]


def edited(text: bytes, file: str, lines: str) -> bytes:
    """The file after «tasks.2.due: Quý I/2028», one change a line."""
    operations = []
    for line in filter(str.strip, lines.splitlines()):
        way, _, value = line.partition(": ")
        path = tuple(int(step) if step.isdigit() else step for step in way.split("."))
        operations.append(Set(path, value_of(value)))
    return edit(text.decode(), file, operations).encode()


def sides(example: Example) -> tuple[dict[str, bytes], dict[str, bytes], str | None]:
    """The files before, the files after, and who made the changes."""
    old, new, sender = base() | {}, {}, None
    for name, text in example.files:
        if name == AS:
            sender = text.strip()
        elif name.startswith("truoc/"):
            old[name.removeprefix("truoc/")] = text.encode()
        elif name.startswith("sua/"):
            file = name.removeprefix("sua/")
            new[file] = edited(old[file], file, text)
        else:
            new[name] = text.encode()
    return old, old | new, sender


@pytest.mark.parametrize("rule", CHANGE_RULES, ids=lambda rule: str(rule.CODE))
def test_examples_give_the_marked_finding_and_no_other(rule: Rule, golden: Golden) -> None:
    given, marked = {}, {}
    for number, example in enumerate(examples(rule), 1):
        name = f"{number} {example.verdict}"
        given[name] = judged(rule, example)
        marked[name] = {rule.CODE} if example.verdict == "Sai" else set()
    assert {name: {one.code for one in found} for name, found in given.items()} == marked
    golden(f"rules/{rule.CODE}.txt", told(rule, given))


def judged(rule: Rule, example: Example) -> list[Diagnostic]:
    """What the rules say of the edits; of those with a known sender, what this rule says."""
    old, new, sender = sides(example)
    touched = [
        (path, "M" if path in old else "A") for path, data in new.items() if old.get(path) != data
    ]
    faults = refusals(load(BASE, old), load(BASE, new), touched, sender)
    return [one for one in worded(faults) if sender is None or one.code == rule.CODE]


@pytest.mark.parametrize("rule", CHANGE_RULES, ids=lambda rule: str(rule.CODE))
def test_every_reason_has_its_sentence_and_its_hint(rule: Rule) -> None:
    if not isinstance(rule.MESSAGE, str):
        assert not isinstance(rule.HINT, str)
        assert sorted(rule.MESSAGE) == sorted(rule.HINT)
