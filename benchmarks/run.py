"""Measures ``kehoach`` against bare Python doing the same: medians, ratios, peak memory.

Run from the repository: ``python -m benchmarks.run --write docs/benchmarks.md``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.generate import SIZES, generate
from benchmarks.page import Measured, Result, chapters_of, page

REPOSITORY = Path(__file__).parents[1]
ROUNDS = 5
EXIT_CODES = {0, 1}
"""Clean, and with findings; anything else has not measured what it should."""

_KIB, _MIB = 1024, 1024 * 1024

_LOAD_EACH = """
import sys, yaml
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""
_IMPORTS = "import typer, pydantic, yaml"
_KEHOACH = (sys.executable, "-m", "kehoach_cli")
_VALIDATE = (*_KEHOACH, "validate", "--as-of", "2027-06-30", "--root")


_NOTHING_REMEMBERED = {"KEHOACH_CACHE": "0"}
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
        _at_start("`kehoach validate`, 50 nhiệm vụ", (*_VALIDATE, str(folder / "small"))),
        _at_start("`kehoach --help`", (*_KEHOACH, "--help")),
    )


def _on_workspace(size: str, root: Path) -> Comparison:
    tasks = SIZES[size].plans * SIZES[size].tasks
    return Comparison(
        title=f"`kehoach validate`, {f'{tasks:,}'.replace(',', '.')} nhiệm vụ",
        ours=(*_VALIDATE, str(root)),
        baseline_title="`yaml.load(CSafeLoader)` từng tệp",
        baseline=(sys.executable, "-c", _LOAD_EACH, str(root)),
        aim=0.35 if size == "large" else None,
    )


def _again(root: Path) -> Iterator[Comparison]:
    """A second look at the largest workspace, against a first one."""
    command = (*_VALIDATE, str(root))
    again = partial(
        Comparison,
        ours=command,
        baseline_title="lần đầu, không nhớ gì",
        baseline=command,
        our_env={"KEHOACH_CACHE": "1", "CI": ""},
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


def _at_start(title: str, ours: tuple[str, ...]) -> Comparison:
    return Comparison(
        title=title,
        ours=ours,
        baseline_title=f"`{_IMPORTS}`",
        baseline=(sys.executable, "-c", _IMPORTS),
        aim=2,
    )


def compare(one: Comparison, rounds: int, env: Mapping[str, str]) -> Result:
    """Both commands in turn, A B A B …, after one uncounted round; medians and their ratio."""
    both = {**env, **one.env}
    runs = [_pair(one, both) for _ in range(rounds + 1)][1:]
    return Result(
        title=one.title,
        ours=_middle([ours for ours, _ in runs]),
        baseline_title=one.baseline_title,
        baseline=_middle([baseline for _, baseline in runs]),
        ratio=median(ours.seconds / baseline.seconds for ours, baseline in runs),
        cpu_ratio=median(ours.cpu_seconds / baseline.cpu_seconds for ours, baseline in runs),
        aim=one.aim,
    )


def _pair(one: Comparison, env: Mapping[str, str]) -> tuple[Measured, Measured]:
    one.prepare()
    return measure(one.ours, {**env, **one.our_env}), measure(one.baseline, env)


def environment(folder: Path) -> dict[str, str]:
    """That of every command: compiled modules are kept, as where programs are installed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    source = str(REPOSITORY / "src")
    return {**kept, "PYTHONPATH": source, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def measure(command: Sequence[str], env: Mapping[str, str], where: Path | None = None) -> Measured:
    """One whole process, begun in ``where``: its seconds and the most memory it held."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, cwd=where, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in EXIT_CODES:
        raise SystemExit(f"exit {process.returncode}: {' '.join(command)}")
    peak_bytes = usage.ru_maxrss * (1 if sys.platform == "darwin" else _KIB)
    return Measured(seconds, usage.ru_utime + usage.ru_stime, peak_bytes / _MIB)


def _middle(measured: Sequence[Measured]) -> Measured:
    return Measured(
        median(one.seconds for one in measured),
        median(one.cpu_seconds for one in measured),
        median(one.peak_mib for one in measured),
    )


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
    text = page(results, chosen.rounds)
    print(text, end="")
    if chosen.write:
        written = chosen.write.read_text(encoding="utf-8") if chosen.write.exists() else ""
        text += chapters_of(written)  # each measured by itself
        chosen.write.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
