"""What one run has to try, as the file says that is handed to it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mutant:
    """One planted fault: mutmut's name for it, its function, and both versions of its lines."""

    name: str
    function: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Job:
    """Mutants, the file that takes what became of them, and how they are tried."""

    mutants: list[Mutant]
    results: str
    forks: int
    """How many at once."""
    spend: float
    """Seconds of tests for a mutant; what they have not noticed by then counts as survived."""


def read_job(file: Path) -> Job:
    """The job of a file that ``json`` has written of one."""
    job = json.loads(file.read_text(encoding="utf-8"))
    return Job(**{**job, "mutants": [Mutant(**each) for each in job["mutants"]]})
