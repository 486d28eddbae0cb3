"""A pytest plugin: collects once, learns which test runs what, then tries every mutant in a fork.

Loaded by ``python -m mutation`` in the mutated copy; ``KEHOACH_MUTANTS`` names the job file,
which holds the mutants, how many forks run at once, and where the results go.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import _lru_cache_wrapper
from itertools import accumulate
from pathlib import Path
from typing import IO, NoReturn

import pytest
from hypothesis import HealthCheck, Phase, settings
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

from mutation.job import Job, Mutant, read_job
from mutation.rooms import PACKAGE

settings.register_profile(
    "mutation",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=40,
    phases=[Phase.explicit, Phase.generate],  # a failure is enough, a small one is not needed
    suppress_health_check=list(HealthCheck),
)

_SLOWER, _SPARE = 10, 5
"""A mutant may take ten times the CPU seconds of its tests and five more."""
_WALL = 20
"""Longest wall-clock time, in multiples of that: only for a mutant that waits for ever."""
_MEMORY = 3 * 1024**3
_NEWS = 100
"""How many mutants lie between two lines about how far it is."""


@dataclass(slots=True)
class Learnt:
    """What the run without a mutant has shown."""

    seconds: dict[str, float] = field(default_factory=dict)
    tests: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    killers: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Function or module → tests that have noticed a mutant of it, the last first."""
    kills: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    whole: set[str] = field(default_factory=set)
    """Tests that compare whole outputs: they have golden files."""

    def order(self, function: str, spend: float) -> list[str]:
        """The tests that run the function, likely killers first, while they take no more seconds.

        Likely are those that killed before in the function, those of its rule, those that killed
        in its module, those that killed most anywhere, those that compare whole outputs; then
        quick before slow.
        """
        module = function.rpartition(".")[0]
        code = getattr(sys.modules.get(module), "CODE", None)

        def rank(test: str) -> tuple[bool, bool, int, bool, float, str]:
            is_its_own = bool(code) and f"[{code}]" in test
            is_likely = test in self.killers[module]
            is_whole = test in self.whole
            return (
                not is_its_own,
                not is_likely,
                -self.kills[test],
                not is_whole,
                self.seconds[test],
                test,
            )

        rest = sorted(self.tests[function], key=rank)
        first = self.killers[function]
        likely = [*first, *(test for test in rest if test not in first)]
        taken = accumulate(self.seconds[test] for test in likely)
        return [test for test, seconds in zip(likely, taken, strict=True) if seconds <= spend]

    def remember(self, killer: str, function: str) -> None:
        """The test has noticed a mutant of the function: it is tried first from now on."""
        self.kills[killer] += 1
        for name in (function, function.rpartition(".")[0]):
            self.killers[name] = [killer, *(one for one in self.killers[name] if one != killer)]


class _Watch:
    """Remembers which test stumbled first; in a fork it names it in the pipe and ends."""

    def __init__(self) -> None:
        self.stumbled: str | None = None
        self.pipe: int | None = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """Before pytest makes a report of it: that would take longer than the test."""
        if call.excinfo is None:
            return
        self.stumbled = item.nodeid
        if self.pipe is not None:
            os.write(self.pipe, f"{item.nodeid}\n{call.excinfo.exconly()[:999]}".encode())
            os._exit(1)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run every test once, then every mutant."""
    job = read_job(Path(os.environ["KEHOACH_MUTANTS"]))
    watch = _Watch()
    session.config.pluginmanager.register(watch)
    learnt = _learn(session, watch)
    if learnt.failed:
        _refuse(f"fails without any mutant: {' '.join(learnt.failed)}")
    with Path(job.results).open("a", encoding="utf-8") as out:
        _try_all(session, job, learnt, watch, out)
    return True


def _refuse(reason: str) -> NoReturn:
    sys.stderr.write(f"{reason}\n")
    raise pytest.UsageError(reason)


def _learn(session: pytest.Session, watch: _Watch) -> Learnt:
    """How long each test takes and what it runs; one that is skipped tells nothing."""
    learnt = Learnt()
    set_mutant_under_test("stats")
    for item in session.items:
        _CACHES.forget()
        watch.stumbled = None
        begin = time.process_time()
        # No next item: what a session keeps must not have been made without the mutant.
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        learnt.seconds[item.nodeid] = time.process_time() - begin
        if "golden" in getattr(item, "fixturenames", ()):
            learnt.whole.add(item.nodeid)
        if session.testsfailed > len(learnt.failed):
            learnt.failed.append(item.nodeid)
        if watch.stumbled is None:
            for function in state()._stats:
                learnt.tests[function].add(item.nodeid)
        state()._stats.clear()
    set_mutant_under_test("")
    return learnt


class _Caches:
    """What our code remembers: what it knew without the mutant must be forgotten."""

    def __init__(self) -> None:
        self._known: list[Callable[[], None]] = []
        self._modules = 0

    def forget(self) -> None:
        """Empty them all, those of modules imported since the last time too."""
        if len(sys.modules) != self._modules:
            self._modules = len(sys.modules)
            found = (_clearing(each) for each in gc.get_objects())
            self._known = [clear for clear in found if clear]
        for clear in self._known:
            clear()


def _clearing(one: object) -> Callable[[], None] | None:
    """How to empty a remembering function or dictionary of ours; None for anything else."""
    if isinstance(one, _lru_cache_wrapper):
        return one.cache_clear if one.__module__.startswith(PACKAGE) else None
    if isinstance(one, dict) and hasattr(type(one), "__missing__"):
        return one.clear if type(one).__module__.startswith(PACKAGE) else None
    return None


_CACHES = _Caches()


@dataclass(slots=True)
class _Fork:
    mutant: Mutant
    pipe: int
    begin: float


def _try_all(
    session: pytest.Session, job: Job, learnt: Learnt, watch: _Watch, out: IO[str]
) -> None:
    """Never more forks at once than asked for."""
    items = {item.nodeid: item for item in session.items}
    running: dict[int, _Fork] = {}
    gc.collect()
    gc.freeze()  # forks share what is never moved again
    _control(items, learnt, watch)
    for number, mutant in enumerate(job.mutants, 1):
        tests = learnt.order(mutant.function, job.spend)
        if not tests:
            outcome = "survived" if learnt.tests[mutant.function] else "untested"
            _write(out, mutant, outcome, None, 0)
            continue
        while len(running) >= job.forks:
            _settle(running, learnt, out)
        limit = sum(learnt.seconds[test] for test in tests) * _SLOWER + _SPARE
        pid, pipe = _start(mutant.name, [items[test] for test in tests], watch, int(limit) + 1)
        running[pid] = _Fork(mutant, pipe, time.monotonic())
        if number % _NEWS == 0:
            sys.stderr.write(f"{number} of {len(job.mutants)}\n")
    while running:
        _settle(running, learnt, out)


def _control(items: dict[str, pytest.Item], learnt: Learnt, watch: _Watch) -> None:
    """A fork without a mutant must pass, else every mutant would seem to be noticed."""
    every = sorted(set().union(*learnt.tests.values()), key=learnt.seconds.__getitem__)
    limit = int(sum(learnt.seconds.values())) * _SLOWER + _SPARE
    pid, pipe = _start("", [items[test] for test in every], watch, limit)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    with os.fdopen(pipe, encoding="utf-8") as names:
        name = names.read()
    if status:
        _refuse(f"fails in a fork without any mutant ({_outcome(status)}): {name}")


def _start(mutant: str, items: list[pytest.Item], watch: _Watch, limit: int) -> tuple[int, int]:
    """Begin a fork; its number, and the pipe that will name the test which failed."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        _try_one(mutant, items, watch, write, limit)
    os.close(write)
    return pid, read


def _try_one(
    mutant: str, items: list[pytest.Item], watch: _Watch, pipe: int, limit: int
) -> NoReturn:
    """In the fork: run the tests until one fails, and end without clearing up."""
    watch.pipe = pipe
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.alarm(limit * _WALL)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    set_mutant_under_test(mutant)
    for item in items:
        _CACHES.forget()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
    os._exit(0)


def _settle(running: dict[int, _Fork], learnt: Learnt, out: IO[str]) -> None:
    """Wait for one fork to end and write what became of its mutant."""
    pid, status = os.wait()
    fork = running.pop(pid)
    with os.fdopen(fork.pipe, encoding="utf-8") as pipe:
        killer = pipe.readline().strip() or None
    outcome = _outcome(os.waitstatus_to_exitcode(status))
    if killer and killer in learnt.seconds:
        learnt.remember(killer, fork.mutant.function)
    _write(out, fork.mutant, outcome, killer, time.monotonic() - fork.begin)


def _outcome(code: int) -> str:
    """Exit code or negative signal of a fork as a word."""
    if code in {-signal.SIGXCPU, -signal.SIGALRM, -signal.SIGKILL}:
        return "timeout"
    return "survived" if code == 0 else "killed"


def _write(out: IO[str], mutant: Mutant, outcome: str, killer: str | None, seconds: float) -> None:
    line = {**asdict(mutant), "outcome": outcome, "killer": killer, "seconds": round(seconds, 2)}
    out.write(json.dumps(line, ensure_ascii=False) + "\n")
    out.flush()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Two tests of one name would hide each other."""
    names = [item.nodeid for item in session.items]
    if len(names) != len(set(names)):
        _refuse("two tests share a name")
