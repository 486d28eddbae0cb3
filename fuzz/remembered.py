"""The entrance of ``.kehoach/cache``: whoever may write there, even with a right sum, stops nobody.

What is written below the line that vouches for it is what is tried; that line is always right.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from kehoach_cli.cli.checking import check
from kehoach_cli.cli.opening import in_form, summarise
from kehoach_cli.cli.plain import Outcome
from kehoach_cli.reporters import REPORTERS

BASE = Path(__file__).parents[1] / "tests" / "workspaces" / "base"
AS_OF = date(2027, 6, 30)
_CACHE = ".kehoach/cache/validate.jsonl"


@cache
def _place() -> TemporaryDirectory[str]:
    """A workspace that is there as long as the process, with a cache of our own."""
    place = TemporaryDirectory(prefix="kehoach-fuzz-")
    left_out = shutil.ignore_patterns(".kehoach")
    shutil.copytree(BASE, place.name, dirs_exist_ok=True, ignore=left_out)
    with (Path(place.name) / "data/agencies.yaml").open("a", encoding="utf-8") as file:
        file.write("khóa-lạ: 1\n")  # so that something is found
    check(Path(place.name), AS_OF, remembers=True)
    return place


@cache
def _genuine() -> bytes:
    return (Path(_place().name) / _CACHE).read_bytes()


def read_cache(data: bytes) -> Iterable[str]:
    """Check the workspace with these bytes under a right sum; every report of what comes out."""
    root = Path(_place().name)
    *mark, _ = json.loads(_genuine().partition(b"\n")[0])
    head = json.dumps([*mark, blake2b(data, digest_size=20).hexdigest()])
    (root / _CACHE).write_bytes(f"{head}\n".encode() + data)
    outcome = check(root, AS_OF, remembers=True)
    _report(root, outcome)
    return []


def _report(root: Path, outcome: Outcome) -> None:
    found = [one.finding for one in outcome.found]
    lines = {(one.finding.span.file, one.finding.span.line): one.line for one in outcome.found}
    summary = summarise(outcome.counts, outcome.unchecked, found)

    def line_of(file: str, line: int) -> str:
        return lines.get((file, line), "")

    for form in REPORTERS:
        said = in_form(
            form, found, summary, lambda *place: lines.get(place, ""), root=root, colour=False
        )
        said.encode("utf-8")


def cache_seeds() -> Iterable[bytes]:
    """What we keep ourselves, whole and without what is said of all."""
    _, _, body = _genuine().partition(b"\n")
    return [body, body.partition(b"\n")[2]]
