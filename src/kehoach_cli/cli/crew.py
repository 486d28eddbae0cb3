"""A few processes that share the work: each takes the next job when it has done one.

Made by ``fork``, so that nothing is imported or read twice; where there is no such thing, or
another thread runs, one process does it all. A helper that is killed or breaks down costs only
time: what it has not done the first process does.
"""

from __future__ import annotations

import json
import os
import select
import signal
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from kehoach_cli.frozen import frozen

_TOKEN_BYTES = 4
_MOST_TOKENS = 1_000
"""A pipe holds 4 KiB at least, before who writes has to wait."""
_PATIENCE_SECONDS = 60
"""How long a helper may go on with its last job when all others are done."""
_MOST_PROCESSES = 8


def processes_for(size_bytes: int, least_bytes: int) -> int:
    """How many processes work of that size is worth, when each should have ``least_bytes``."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(cores, _MOST_PROCESSES, size_bytes // least_bytes))


@frozen
class _Helper:
    process: int
    results: int


class Crew:
    """Does ``count`` jobs; ``work`` gives for a number from 0 something that JSON can hold."""

    def __init__(self, work: Callable[[int], object], count: int, processes: int) -> None:
        """Helpers begin at once."""
        self._work = work
        self._count = count
        self._first = os.getpid()
        self._chunk = -(-count // _MOST_TOKENS) or 1
        self._tokens, entrance = os.pipe()
        chunks = -(-count // self._chunk)
        os.write(entrance, b"".join(n.to_bytes(_TOKEN_BYTES) for n in range(chunks)))
        os.close(entrance)
        self._helpers = [self._helper() for _ in range(min(processes, count) - 1)]

    def __enter__(self) -> Self:
        """Leaving ends all helpers."""
        return self

    def results(self) -> list[object]:
        """What came of the jobs, by their numbers."""
        done = dict(self._take())
        for helper in self._helpers:
            done.update(_read(helper.results))
        return [done[n] if n in done else self._work(n) for n in range(self._count)]

    def _take(self) -> list[tuple[int, object]]:
        """Do jobs as long as there are any."""
        done: list[tuple[int, object]] = []
        while self._is_wanted() and (token := os.read(self._tokens, _TOKEN_BYTES)):
            first = int.from_bytes(token) * self._chunk
            numbers = range(first, min(first + self._chunk, self._count))
            done += [(n, self._work(n)) for n in numbers]
        return done

    def _is_wanted(self) -> bool:
        """A helper whose first process has been killed works for nobody."""
        return self._first in {os.getpid(), os.getppid()}

    def _helper(self) -> _Helper:
        results, entrance = os.pipe()
        process = os.fork()
        if process:
            os.close(entrance)
            return _Helper(process, results)
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # it is the first process that speaks
            data = json.dumps(self._take()).encode()
            with os.fdopen(entrance, "wb") as out:
                out.write(data)
        finally:
            os._exit(0)  # whatever happened: what is missing is done again, where it is seen

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nobody is left behind."""
        os.close(self._tokens)
        for helper in self._helpers:
            os.close(helper.results)
            os.kill(helper.process, signal.SIGKILL)  # not waited for yet: the number is still its
            os.waitpid(helper.process, 0)


def _read(results: int) -> dict[int, object]:
    """What a helper has done; nothing of one that ended early or does not end."""
    pieces: list[bytes] = []
    while select.select([results], [], [], _PATIENCE_SECONDS)[0]:
        piece = os.read(results, 1 << 20)
        if not piece:
            break
        pieces.append(piece)
    try:
        return {int(n): result for n, result in json.loads(b"".join(pieces))}
    except ValueError:
        return {}
