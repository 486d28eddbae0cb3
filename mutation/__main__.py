"""Mutates rooms and says how many mutants their tests notice.

Run from the repository: ``python -m mutation vn progress``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from fnmatch import fnmatch
from math import inf
from pathlib import Path
from random import Random

from mutation.job import Job
from mutation.rooms import ROOMS
from mutation.tally import NOTICED, read, row, survivors
from mutation.tree import lay_out

REPOSITORY = Path(__file__).parents[1]
RESULTS = REPOSITORY / "build" / "mutation"
_QUIET = ("-q", "-s", "--assert=plain", "--no-header", "--no-summary", "-p", "no:cacheprovider")


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every room was tried; what survives is for people to judge."""
    parser = argparse.ArgumentParser(prog="python -m mutation", description=__doc__)
    parser.add_argument("rooms", nargs="*", default=list(ROOMS), metavar="ROOM")
    parser.add_argument("--sample", type=int, help="try only that many mutants of a room")
    parser.add_argument("--seed", type=int, default=1, help="which sample")
    parser.add_argument("--only", default="*", help="try mutants whose name matches")
    parser.add_argument("--again", action="store_true", help="try only what was not killed yet")
    parser.add_argument("--spend", type=float, default=inf, help="seconds of tests for a mutant")
    parser.add_argument("--forks", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--show", action="store_true", help="show what survived, try nothing")
    given = parser.parse_args(arguments)
    for room in given.rooms:
        results = RESULTS / f"{room}.jsonl"
        if not given.show:
            _try_room(room, results, given)
        print(row(room, read(results)))
        if given.show:
            print(survivors(read(results)))
    return 0


def _try_room(room: str, results: Path, given: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(prefix="kehoach-mutation-") as folder:
        tree = Path(folder) / "tree"
        mutants = [
            each for each in lay_out(REPOSITORY, tree, room) if fnmatch(each.name, given.only)
        ]
        if given.sample and given.sample < len(mutants):
            mutants = Random(given.seed).sample(mutants, given.sample)  # noqa: S311
        if given.again:
            noticed = {each["name"] for each in read(results) if each["outcome"] in NOTICED}
            mutants = [each for each in mutants if each.name not in noticed]
        elif given.only == "*":
            results.unlink(missing_ok=True)
        try_all(tree, ROOMS[room], Job(mutants, str(results), given.forks, given.spend))


def try_all(tree: Path, tests: Sequence[str], job: Job) -> None:
    """Run those tests of a laid out tree on every mutant of the job, whose results it adds to."""
    Path(job.results).parent.mkdir(parents=True, exist_ok=True)
    file = tree / "mutants.json"
    file.write_text(json.dumps(asdict(job)), encoding="utf-8")
    plugins = ("-p", "mutation.plugin", "--hypothesis-profile=mutation")
    # a folder of its own: other runs of pytest on this machine clear the shared one after three
    folder = (f"--basetemp={tree.parent / 'tmp'}", "-o", "tmp_path_retention_policy=none")
    subprocess.run(
        [sys.executable, "-m", "pytest", *tests, *plugins, *folder, *_QUIET],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "src"), "KEHOACH_MUTANTS": str(file)},
        stdout=subprocess.DEVNULL,
        check=True,
    )


if __name__ == "__main__":
    sys.exit(main())
