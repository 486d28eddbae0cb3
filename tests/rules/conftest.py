"""Findings of the clean workspace of the examples with some files laid over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.diagnostics import Diagnostic, Span
from kehoach_cli.rules.base import Context, Rule
from kehoach_cli.rules.run import findings
from kehoach_cli.workspace import load

BASE = Path(__file__).parents[1] / "workspaces" / "base"

FindIn = Callable[[Mapping[str, str | bytes]], list[Diagnostic]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the clean workspace."""
    shutil.copytree(BASE, tmp_path / "ws")
    return tmp_path / "ws"


@pytest.fixture
def find_in(root: Path) -> FindIn:
    """Lay files over the clean workspace and give all findings of 30/6/2027."""

    def find(files: Mapping[str, str | bytes]) -> list[Diagnostic]:
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return findings(Context(load(root), date(2027, 6, 30)))

    return find


def told(rule: Rule, given: Mapping[str, Iterable[Diagnostic]]) -> str:
    """What is found in each example: all that the rule says, where others speak too."""
    return "\n".join(
        f"## {name}\n" + "".join(_told(one, whole=one.code == rule.CODE) for one in found)
        for name, found in given.items()
    )


def _told(one: Diagnostic, *, whole: bool) -> str:
    words = [
        f"  {one.message}",
        f"  → {one.hint}",
        *(f"  + {stretch(other.span)}: {other.message}" for other in one.related),
    ]
    head = f"{stretch(one.span)}: {one.severity} {one.code} {one.name}"
    return "".join(f"{line}\n" for line in [head, *(words if whole else ())])


def short(one: Diagnostic) -> str:
    """Where it is and what it says, on one line."""
    return f"{stretch(one.span)}: {one.code} {one.message}"


def stretch(span: Span) -> str:
    """«data/x.yaml:3:5–3:9»."""
    return f"{span.file}:{span.line}:{span.column}–{span.end_line}:{span.end_column}"
