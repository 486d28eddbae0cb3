"""Counts what became of the mutants; how sure a sample makes us."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from math import sqrt
from pathlib import Path

Tried = dict[str, str]
_CERTAINTY = 1.96
"""Standard deviations of a 95 % interval."""
NOTICED = frozenset({"killed", "timeout"})


def read(results: Path) -> list[Tried]:
    """What became of each mutant, nothing before a first run; of two tries the later counts."""
    lines = results.read_text(encoding="utf-8").splitlines() if results.exists() else []
    tried = [json.loads(line) for line in lines]
    return list({each["name"]: each for each in tried}.values())


def row(room: str, tried: Iterable[Tried]) -> str:
    """One room as a row of a Markdown table."""
    counts = Counter(each["outcome"] for each in tried)
    total = counts.total()
    noticed = sum(counts[each] for each in NOTICED)
    low, high = interval(noticed, total)
    numbers = (total, *(counts[each] for each in ("killed", "timeout", "survived", "untested")))
    share = f"{noticed / max(total, 1):.1%}"
    return "| " + " | ".join([room, *map(str, numbers), share, f"{low:.1%} – {high:.1%}"]) + " |"


def interval(noticed: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of the share in the room, when ``total`` is a random sample of it."""
    if not total:
        return 0.0, 1.0
    share, z = noticed / total, _CERTAINTY
    middle = share + z * z / (2 * total)
    reach = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    low, high = ((middle + side) / (1 + z * z / total) for side in (-reach, reach))
    return max(low, 0.0), min(high, 1.0)


def survivors(tried: Iterable[Tried]) -> str:
    """Every mutant that no test noticed, with its lines before and after."""
    return "\n".join(
        f"\n{each['name']} ({each['outcome']})\n- {each['before']}\n+ {each['after']}"
        for each in sorted(tried, key=lambda one: one["name"])
        if each["outcome"] not in NOTICED
    )
