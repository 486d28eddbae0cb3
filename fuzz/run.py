"""Long runs: ``python -m fuzz.run [TARGET…] --seconds 600``, from the top of the repository.

With atheris (``pip install '.[fuzz]'``) ``--coverage`` lets what the program does lead to new ways
(``fuzz.exploring``).
What fails is kept in ``fuzz/corpus/<target>/`` under the sum of its bytes, where the tests try it
again for ever; mend the fault, then commit both. ``--replay`` tries all that is kept, in 1 GB.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from fuzz.mutating import mutated
from fuzz.targets import TARGETS, Target, sentences

CORPUS = Path(__file__).parent / "corpus"
MOST_SECONDS = 5
MOST_BYTES = 1_000_000_000


class TooSlow(BaseException):
    """More than five seconds of one input; no handler of ours may swallow it."""


@contextmanager
def limited(seconds: float = MOST_SECONDS) -> Iterator[None]:
    """Raise ``TooSlow`` after so many seconds of processor time."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlow

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def limit_memory() -> None:
    """From here on this process gets no more than 1 GB above what its libraries took."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + MOST_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def fault_of(target: Target, data: bytes) -> str:
    """What goes wrong with these bytes, "" for nothing."""
    try:
        with limited():
            sentences(target, data)
    except TooSlow:
        return f"more than {MOST_SECONDS} s\n{traceback.format_exc()}"
    except MemoryError:
        return f"more than {MOST_BYTES} bytes\n{traceback.format_exc()}"
    except Exception:  # noqa: BLE001 - the question is just that
        return traceback.format_exc()
    return ""


def kept(target: Target) -> list[bytes]:
    """What has once failed."""
    return [path.read_bytes() for path in sorted((CORPUS / target.name).glob("*"))]


def keep(target: Target, data: bytes) -> Path:
    """Write it down for the tests."""
    path = CORPUS / target.name / hashlib.sha256(data).hexdigest()[:16]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def run(targets: Sequence[Target], seconds: float, seed: int) -> int:
    """Each target in turn, until the time is over; how many different faults were found."""
    seeds = {one.name: [*one.seeds(), *kept(one)] for one in targets}
    seen: set[str] = set()
    until, tried = time.monotonic() + seconds, 0
    limit_memory()
    while time.monotonic() < until:
        seed += 1
        target = targets[seed % len(targets)]
        some = seeds[target.name]
        data = mutated(some[seed // len(targets) % len(some)], seed, is_package=target.is_package)
        tried += 1
        if said := fault_of(target, data):
            spot = f"{target.name} {spot_of(said)}"
            if spot not in seen:
                seen.add(spot)
                print(f"{keep(target, data)}: {said}", flush=True)
    print(f"{tried} inputs, {len(seen)} faults, last seed {seed}", flush=True)
    return len(seen)


def spot_of(said: str) -> str:
    """Where it happened: the last line of ours, and the kind of error."""
    lines = said.splitlines()
    ours = [one.strip() for one in lines if "kehoach_cli" in one]
    return f"{ours[-1] if ours else ''} {lines[-1].partition(':')[0]}"


def replay(targets: Sequence[Target]) -> int:
    """All seeds and all that has once failed; how many fail."""
    cases = [(one, data) for one in targets for data in (*one.seeds(), *kept(one))]
    limit_memory()
    said = [f"{one.name}: {words}" for one, data in cases if (words := fault_of(one, data))]
    print("\n".join([*said, f"{len(cases)} inputs, {len(said)} faults"]), flush=True)
    return len(said)


def explore(targets: Sequence[Target], seconds: float) -> None:
    """Let atheris find new ways by what the program does, so long for each target."""
    for one in targets:
        words = [sys.executable, "-m", "fuzz.exploring", one.name, f"{seconds:.0f}"]
        print(one.name, flush=True)
        subprocess.run(words, check=False)  # noqa: S603 - ourselves


def main() -> int:
    """Read the command line."""
    known = {one.name: one for one in TARGETS}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(known))
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    parser.add_argument("--coverage", action="store_true", help="with atheris, so long for each")
    parser.add_argument("--replay", action="store_true", help="only what is kept")
    asked = parser.parse_args()
    if unknown := set(asked.targets) - set(known):
        parser.error(f"no target {', '.join(sorted(unknown))}")
    chosen = [known[name] for name in asked.targets] or list(TARGETS)
    if asked.coverage:
        explore(chosen, asked.seconds)
        return 0
    if asked.replay:
        return min(replay(chosen), 1)
    return min(run(chosen, asked.seconds, asked.seed), 1)


if __name__ == "__main__":
    sys.exit(main())
