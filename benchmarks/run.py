"""Measures ``kehoach`` against bare Python doing the same: medians, ratios, peak memory.

Run from the repository: ``python -m benchmarks.run --write docs/benchmarks.md``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.generate import SIZES, Size, generate
from benchmarks.page import Result, chapters_of, grouped, page
from benchmarks.processes import KEHOACH, VALIDATE, Measured, environment, measure, middle

ROUNDS = 5
GROWTH = (30, 100, 300, 1000)
"""Plans of workspaces with 100 tasks in each plan."""
_TASKS = 100

_LOAD_EACH = """
import sys, yaml
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""
_IMPORTS = "import typer, pydantic, yaml"
_NOTHING_REMEMBERED = {"KEHOACH_CACHE": "0"}
_REMEMBERING = {"KEHOACH_CACHE": "1", "CI": ""}
_CHANGED = "data/plans/kh-001/tasks.yaml"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A command of ours and what it is held against; ``aim`` is the largest wanted ratio.

    ``env``: what else stands in the environment of both, ``our_env`` in that of ours alone;
    ``prepare``: what is done before each run of ours.
    """

    title: str
    ours: tuple[str, ...]
    baseline_title: str
    baseline: tuple[str, ...]
    aim: float | None = None
    env: Mapping[str, str] = field(default_factory=lambda: _NOTHING_REMEMBERED)
    our_env: Mapping[str, str] = field(default_factory=dict)
    prepare: Callable[[], object] = lambda: None


def comparisons(folder: Path) -> tuple[Comparison, ...]:
    """Everything that is measured; ``folder`` holds one workspace of each size by its name."""
    return (
        *(_on_workspace(size, folder / size) for size in reversed(SIZES)),
        *_again(folder / "large"),
        *_at_start(folder / "small"),
    )


def _on_workspace(size: str, root: Path) -> Comparison:
    tasks = SIZES[size].plans * SIZES[size].tasks
    return Comparison(
        title=f"`kehoach validate`, {grouped(tasks)} nhiệm vụ",
        ours=(*VALIDATE, str(root)),
        baseline_title="`yaml.load(CSafeLoader)` từng tệp",
        baseline=(sys.executable, "-c", _LOAD_EACH, str(root)),
        aim=0.35 if size == "large" else None,
    )


def _again(root: Path) -> Iterator[Comparison]:
    """A second look at the largest workspace, against a first one."""
    command = (*VALIDATE, str(root))
    again = partial(
        Comparison,
        ours=command,
        baseline_title="lần đầu, không nhớ gì",
        baseline=command,
        our_env=_REMEMBERING,
    )
    yield again("`kehoach validate` lần sau, không tệp nào đổi", aim=0.1)
    yield again(
        "`kehoach validate` lần sau, một tệp nhiệm vụ đã đổi",
        prepare=lambda: _change(root / _CHANGED),
    )


def _change(path: Path) -> None:
    """One more comment at the end of a file."""
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write("# sửa\n")


def _at_start(root: Path) -> Iterator[Comparison]:
    """What any command costs before it does something, and a look at a small workspace."""
    command = (*VALIDATE, str(root))
    start = partial(
        Comparison,
        baseline_title=f"`{_IMPORTS}`",
        baseline=(sys.executable, "-c", _IMPORTS),
        aim=2,
    )
    yield start("khởi động: `kehoach --help`", ours=(*KEHOACH, "--help"))
    yield start("khởi động: `kehoach validate`, 50 nhiệm vụ, lần đầu", ours=command)
    again = "khởi động: `kehoach validate`, 50 nhiệm vụ, lần sau"
    yield start(again, ours=command, our_env=_REMEMBERING)


def growth(folder: Path, env: Mapping[str, str]) -> dict[int, Measured]:
    """Tasks → a first look at workspaces of more and more plans, one run each."""
    found = {}
    for plans in GROWTH:
        generate(folder / f"growth-{plans}", Size(plans, _TASKS))
        command = (*VALIDATE, str(folder / f"growth-{plans}"))
        found[plans * _TASKS] = measure(command, {**env, **_NOTHING_REMEMBERED})
    return found


def compare(one: Comparison, rounds: int, env: Mapping[str, str]) -> Result:
    """Both commands in turn, A B A B …, after one uncounted round; medians and their ratio."""
    both = {**env, **one.env}
    runs = [_pair(one, both) for _ in range(rounds + 1)][1:]
    return Result(
        title=one.title,
        ours=middle([ours for ours, _ in runs]),
        baseline_title=one.baseline_title,
        baseline=middle([baseline for _, baseline in runs]),
        ratio=median(ours.seconds / baseline.seconds for ours, baseline in runs),
        cpu_ratio=median(ours.cpu_seconds / baseline.cpu_seconds for ours, baseline in runs),
        aim=one.aim,
    )


def _pair(one: Comparison, env: Mapping[str, str]) -> tuple[Measured, Measured]:
    one.prepare()
    return measure(one.ours, {**env, **one.our_env}), measure(one.baseline, env)


def main() -> None:
    """``[--rounds N] [--write PAGE]``."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--write", type=Path, help="also write the page there")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kehoach-bench-") as folder:
        for name, size in SIZES.items():
            generate(Path(folder) / name, size)
        env = environment(Path(folder))
        results = [compare(one, chosen.rounds, env) for one in comparisons(Path(folder))]
        grown = growth(Path(folder), env)
    text = page(results, grown, chosen.rounds)
    print(text, end="")
    if chosen.write:
        written = chosen.write.read_text(encoding="utf-8") if chosen.write.exists() else ""
        text += chapters_of(written)  # each measured by itself
        chosen.write.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
