"""What is measured: commands as whole processes, by clock, processor and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

REPOSITORY = Path(__file__).parents[1]
EXIT_CODES = {0, 1}
"""Clean, and with findings; anything else has not measured what it should."""

DAY = ("--as-of", "2027-06-30")
KEHOACH = (sys.executable, "-m", "kehoach_cli")
VALIDATE = (*KEHOACH, "validate", *DAY, "--root")
"""The folder of the workspace follows."""

_KIB, _MIB = 1024, 1024 * 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one command: seconds by the clock and of the processor, peak memory in MiB."""

    seconds: float
    cpu_seconds: float
    peak_mib: float


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


def middle(runs: Iterable[Measured]) -> Measured:
    """Medians of several runs, each figure by itself."""
    found = [(one.seconds, one.cpu_seconds, one.peak_mib) for one in runs]
    return Measured(*(median(figures) for figures in zip(*found, strict=True)))
