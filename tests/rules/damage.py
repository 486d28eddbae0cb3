"""Workspaces as they may become by accident: lines lost and doubled, ids exchanged, folders copied.

The same seed gives the same damage.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_ODD_LINES = (
    "  x: [",
    "\tid: a",
    "date: 2019-01-01",
    "id: mot-ma-la",
    "# kehoach: bỏ qua KH101, KH102 – xem lại",
)


def damage(root: Path, draw: Random, times: int) -> None:
    """Damage that many files or folders of the workspace."""
    for _ in range(times):
        kind = draw.choice(tuple(_DAMAGES))
        if kind == "folder":
            _copy_plan(root, draw)
            continue
        file = draw.choice(sorted(path for path in (root / "data").rglob("*.*") if path.is_file()))
        if kind == "file":
            file.unlink()
            continue
        lines = file.read_bytes().decode("utf-8", "replace").split("\n")
        file.write_bytes("\n".join(_DAMAGES[kind](lines, root, draw)).encode())


def _lose(lines: list[str], _root: Path, draw: Random) -> list[str]:
    gone = draw.randrange(len(lines))
    return [*lines[:gone], *lines[gone + 1 :]]


def _double(lines: list[str], _root: Path, draw: Random) -> list[str]:
    place = draw.randrange(len(lines))
    return [*lines[:place], draw.choice(lines), *lines[place:]]


def _disturb(lines: list[str], _root: Path, draw: Random) -> list[str]:
    place = draw.randrange(len(lines))
    return [*lines[:place], draw.choice(_ODD_LINES), *lines[place + 1 :]]


def _exchange(lines: list[str], root: Path, draw: Random) -> list[str]:
    """Put some id of the workspace where another one stands."""
    text = "\n".join(lines)
    places = list(_ID.finditer(text))
    other = draw.choice(sorted((root / "data").rglob("*.yaml"))).read_bytes()
    ids = _ID.findall(other.decode("utf-8", "replace"))
    if places and ids:
        start, end = draw.choice(places).span()
        text = text[:start] + draw.choice(ids) + text[end:]
    return text.split("\n")


def _copy_plan(root: Path, draw: Random) -> None:
    """One more plan that has all the ids of another."""
    plans = sorted(path for path in (root / "data/plans").iterdir() if path.is_dir())
    target = root / "data/plans" / draw.choice(("a", "hop-tac-so-2", "Hop-tac-so"))
    if plans and not target.exists():
        shutil.copytree(draw.choice(plans), target)


_Damage = Callable[[list[str], Path, Random], list[str]]


def _as_is(lines: list[str], _root: Path, _draw: Random) -> list[str]:
    return lines


_DAMAGES: Mapping[str, _Damage] = {
    "lost line": _lose,
    "doubled line": _double,
    "odd line": _disturb,
    "other id": _exchange,
    "another id": _exchange,
    "file": _as_is,
    "folder": _as_is,
}
