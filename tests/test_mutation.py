"""The mutation runner, on a room of its own whose tests see some faults, miss some, run some not.

Without mutmut (it is in the extra ``mutation``) only the counting is tried.
"""

from __future__ import annotations

import shutil
from collections import Counter
from importlib.util import find_spec
from math import inf
from pathlib import Path

import pytest
from mutation.job import Job
from mutation.tally import interval, read, row, survivors

RUNNER = Path(__file__).parents[1] / "mutation"
ROOM = """
from functools import cache


@cache
def is_late(day: int) -> bool:
    return day > 30


def is_early(day: int) -> bool:
    return day < 10


def is_never(day: int) -> bool:
    return day == 99
"""
TESTS = """
from kehoach_cli.tiny import is_early, is_late


def test_late():
    assert is_late(31) and not is_late(30)


def test_early():
    assert is_early(5)
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """One room of three functions: tested up to its edge, tested not so far, not tested."""
    files = {
        "pyproject.toml": "",
        "src/kehoach_cli/__init__.py": "",
        "src/kehoach_cli/tiny/__init__.py": ROOM,
        "tests/test_tiny.py": TESTS,
    }
    for name, text in files.items():
        path = tmp_path / "repository" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(RUNNER, tmp_path / "repository" / "mutation")
    return tmp_path / "repository"


@pytest.mark.skipif(find_spec("mutmut") is None, reason="cần mutmut: pip install '.[mutation]'")
def test_what_no_test_sees_survives(repository: Path, tmp_path: Path) -> None:
    from mutation.__main__ import try_all  # noqa: PLC0415 - these import mutmut
    from mutation.tree import lay_out  # noqa: PLC0415

    mutants = lay_out(repository, tmp_path / "tree", "tiny")
    results = tmp_path / "results" / "tiny.jsonl"
    try_all(tmp_path / "tree", ["tests"], Job(mutants, str(results), forks=2, spend=inf))
    tried = read(results)
    assert {(one["function"].partition(".x_")[2], one["outcome"]) for one in tried} == {
        ("is_late", "killed"),
        ("is_early", "survived"),
        ("is_never", "untested"),
    }
    assert {one["killer"] for one in tried} == {"tests/test_tiny.py::test_late", None}
    assert "- return day < 10\n+ return day <= 10" in survivors(tried)
    assert "is_late" not in survivors(tried)


def test_a_row_counts_what_became_of_the_mutants() -> None:
    tried = [
        {"name": str(number), "outcome": outcome}
        for number, outcome in enumerate(["killed"] * 90 + ["timeout"] * 4 + ["survived"] * 6)
    ]
    assert row("vn", tried) == "| vn | 100 | 90 | 4 | 6 | 0 | 94.0% | 87.5% – 97.2% |"
    assert row("vn", []) == "| vn | 0 | 0 | 0 | 0 | 0 | 0.0% | 0.0% – 100.0% |"


def test_more_mutants_make_surer() -> None:
    reaches = [interval(round(0.9 * total), total) for total in (10, 100, 1000, 10000)]
    assert all(low < 0.9 < high for low, high in reaches)
    assert reaches == sorted(reaches), "the lower end rises"
    assert interval(0, 10)[0] == 0
    assert interval(10, 10)[1] == 1


def test_of_two_tries_the_later_counts(tmp_path: Path) -> None:
    results = tmp_path / "vn.jsonl"
    assert read(results) == []
    results.write_text(
        '{"name": "a", "outcome": "survived"}\n'
        '{"name": "b", "outcome": "survived"}\n'
        '{"name": "a", "outcome": "killed"}\n'
    )
    assert Counter(one["outcome"] for one in read(results)) == {"killed": 1, "survived": 1}
