"""Gates before patterns cost no finding: what a rule finds behind them it finds without them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from kehoach_cli.diagnostics import Found
from kehoach_cli.rules import CHECKS
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.page import examples
from kehoach_cli.rules.prose import Find, Gate, Prose, Words, values, yaml_files
from kehoach_cli.source.fold import Data
from kehoach_cli.source.read import SourceFile
from kehoach_cli.workspace import load

BASE = Path(__file__).parents[1] / "workspaces" / "base"
AS_OF = date(2027, 6, 30)
TASKS = "data/plans/mau/tasks.yaml"

SEARCHING = [rule for rule in CHECKS if "ctx.prose" in inspect.getsource(rule.check)]
"""Rules that look for patterns in what is typed."""


class Ungated(Prose):
    """Tries each pattern on every value by itself."""

    def found(
        self,
        find: Find,
        *,
        holding: Sequence[str] = (),  # noqa: ARG002 - what is not asked
        gate: Gate | None = None,  # noqa: ARG002
        in_codes: bool = False,
    ) -> Iterator[tuple[Words, re.Match[str]]]:
        """Ask no gate."""
        for source in yaml_files(self.ws):
            for words in values(source):
                if in_codes or words.is_prose:
                    for match in find(words.text):
                        yield words, match


class UngatedContext(Context):
    """A context whose rules search everything."""

    @property
    def prose(self) -> Prose:
        """The same words, without gates."""
        return Ungated(self.ws)


def _lines(*verdicts: str) -> list[str]:
    """What the pages show as wrong, the marked lines alone, or as right; without its key."""
    found = (
        line.partition(": ")[2].strip("\"'")
        for rule in SEARCHING
        for one in examples(rule)
        for path, text in one.files
        for number, line in enumerate(text.split("\n"), 1)
        if one.verdict in verdicts and ((path, number) in one.marks or not one.marks)
    )
    return [line for line in found if " " in line]


SHORT = ("123/CV-UBND", "2026-2030", "theo Điểm a khoản 2")
WRONG, RIGHT = [*_lines("Sai"), *SHORT], _lines("Suýt nhầm", "Đúng")
CASES: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, str.title)
SPACES = ("  ", "\n", "\n\n", " , ", " ,", "")


def _retyped(line: str) -> Iterator[str]:
    """In other cases, and with another space somewhere."""
    words = line.split()
    yield from (change(line) for change in CASES)
    yield from (" ".join(words[n:]) for n in range(len(words)))
    for place in range(len(words) + 1):
        for space in SPACES:
            yield " ".join(words[:place]) + space + " ".join(words[place:])


RETYPED = list(dict.fromkeys(text for line in WRONG for text in _retyped(line)))

CLEAN = Context(load(BASE), AS_OF)


def found(kind: type[Context], texts: Sequence[str]) -> list[list[Found]]:
    """What each of those rules finds in a plan of nothing but those words and numbers."""
    rows: list[Data] = [{"title": text, "due_set_by": {"number": text}} for text in texts]
    sources = {TASKS: SourceFile(TASKS, data={"tasks": rows})}
    ctx = kind(replace(CLEAN.ws, sources=sources), AS_OF, common=CLEAN)
    return [sorted(rule.check(ctx), key=repr) for rule in SEARCHING]


def test_no_gate_hides_what_is_typed_alone() -> None:
    told = {text: found(UngatedContext, [text]) for text in RETYPED}
    assert all(any(by_rule) for by_rule in zip(*told.values(), strict=True))
    assert [text for text in RETYPED if found(Context, [text]) != told[text]] == []


@given(texts=st.lists(st.sampled_from([*RETYPED, *RIGHT]), min_size=2, max_size=6))
@example(texts=["vì nhân dân", "tộc", "xã Mot", "Một", "sở tài", "chính"])
@example(texts=["theo Khoản 2", "khoản 2", "Điều 3", "nhà nước", "do", "nhà nước", "một ,"])
def test_no_gate_hides_what_is_typed_beside_it(texts: list[str]) -> None:
    assert found(Context, texts) == found(UngatedContext, texts)
