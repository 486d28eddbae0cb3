"""Reading many workspaces, one after another or in several processes, each let go before the next.

Only figures come back, so the memory is that of the largest province in each process.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from functools import partial
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import TypeVar

from kehoach_cli.diagnostics import Severity
from kehoach_cli.drafting.questions.provinces import LeftOut, Province, province_of
from kehoach_cli.errors import KehoachError
from kehoach_cli.frozen import frozen
from kehoach_cli.progress import evaluate
from kehoach_cli.rules import due_not_understood, duplicate_id, unknown_id
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.run import located
from kehoach_cli.workspace import find_root, load

R = TypeVar("R")

_PAYS_FROM_BYTES = 4_000_000
"""A second process costs some 0.4 s to start, as long as it takes to read so much."""

_OF_FIGURES = (unknown_id, duplicate_id, due_not_understood)
"""Rules whose findings change figures: half a task file leaves reports on tasks that are gone.

All rules together would cost as much as reading.
"""


@frozen
class Asked:
    """What of each workspace: the day and, if one was asked for, the period."""

    as_of: date
    period: str | None


def each_once(folders: Sequence[Path]) -> list[Path]:
    """The folders in their order, each once however it was typed."""
    return list({folder.resolve(): folder for folder in reversed(folders)}.values())[::-1]


def read_provinces(folders: Sequence[Path], asked: Asked) -> Iterator[Province | LeftOut]:
    """Each workspace in the order given; in as many processes as there are cores, if it pays."""
    read = partial(read_province, asked=asked)
    workers = min(os.cpu_count() or 1, len(folders))
    if workers < 2 or sum(map(_size_bytes, folders)) < _PAYS_FROM_BYTES:  # noqa: PLR2004 - a second
        return map(read, folders)
    return in_pool(folders, read, workers)


def read_province(folder: Path, asked: Asked) -> Province | LeftOut:
    """The figures of the workspace in ``folder``, or why there are none."""
    try:
        root = folder.resolve()
        if find_root(root) != root:
            return LeftOut(str(folder), "không có kehoach.yaml")
        return _figures(folder, root, asked)
    except KehoachError as error:
        return LeftOut(str(folder), error.message)
    except OSError as error:
        return LeftOut(str(folder), f"không mở được: {error.strerror or error}")
    finally:
        gc.collect()  # nothing else frees cycles here, and the next province needs the room


def _figures(folder: Path, root: Path, asked: Asked) -> Province:
    ws = load(root)
    found = located(ws.faults, _OF_FIGURES, Context(ws, asked.as_of))
    errors = sum(one.severity is Severity.ERROR for one in found)
    progress = evaluate(ws, asked.as_of, period=asked.period)
    return province_of(ws, progress, str(folder), errors)


def in_pool(folders: Sequence[Path], read: Callable[[Path], R], workers: int) -> Iterator[R]:
    """In processes of their own; what a killed one leaves undone is read here."""
    os.environ["PYTHONSAFEPATH"] = (
        "1"  # else a file multiprocessing.py in the folder at hand is run
    )
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_start)
    try:
        for folder, found in [(folder, pool.submit(read, folder)) for folder in folders]:
            try:
                yield found.result()
            except BrokenProcessPool:
                yield read(folder)
    finally:
        for child in active_children():  # idle by now, or busy for nobody after Ctrl-C
            child.terminate()
        pool.shutdown(cancel_futures=True)


def _start() -> None:
    """As in ``main``: Ctrl-C ends it without a word, and the collector rests."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()


def _size_bytes(folder: Path) -> int:
    """Of all files below; 0 of what cannot be looked into, which is said later."""
    return sum(
        os.path.getsize(path)  # noqa: PTH202 - thousands of files: no Path for each
        for here, _, names in os.walk(folder)
        for name in names
        if os.path.isfile(path := os.path.join(here, name))  # noqa: PTH113, PTH118 - the same
    )
