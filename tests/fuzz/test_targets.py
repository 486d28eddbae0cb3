"""Bytes of strangers at every entrance: always a sentence, soon, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from fuzz.mutating import mutated
from fuzz.run import limited
from fuzz.targets import TARGETS, Target, sentences
from hypothesis import given, settings
from hypothesis import strategies as st

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = 20 if os.environ.get("KEHOACH_LONG_TESTS") == "1" else 4
BY_NAME = {one.name: one for one in TARGETS}


@cache
def seeds(name: str) -> tuple[bytes, ...]:
    return tuple(BY_NAME[name].seeds())


@pytest.mark.parametrize("target", TARGETS, ids=lambda one: one.name)
@settings(max_examples=EXAMPLES)
@given(place=st.integers(0, 99), seed=st.integers(0, 2**32 - 1))
def test_whatever_comes_in_is_answered_in_words(target: Target, place: int, seed: int) -> None:
    some = seeds(target.name)
    data = mutated(some[place % len(some)], seed, is_package=target.is_package)
    with limited():
        sentences(target, data)


def test_what_has_once_failed_fails_no_more_within_a_gigabyte() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "fuzz.run", "--replay"],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
