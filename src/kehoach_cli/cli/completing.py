"""What may follow on a command line: the words of a choice, the ids that the files at hand hold.

Ids are looked for line by line, without reading data into models: a shell waits for them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kehoach_cli.cli.options import choices_of
from kehoach_cli.errors import KehoachError

_PARTS = ("", "-h1", "-h2", "-9m", "-q1", "-q2", "-q3", "-q4")
"""Of a year, behind its number; months are too many."""

_WORD = re.compile("[A-Za-z0-9_-]+")
"""What any id is made of. Names of files may hold more, which a shell would run: zsh evaluates
what it is told (typer 0.29 leaves a backslash as it is), bash looks for files behind a «*»."""

Words = Callable[[Path], Iterable[str]]
"""Root of the workspace → what may be meant."""


def teach(params: Iterable[Any]) -> None:
    """Let each parameter of a command say what may be meant by the beginning of a word."""
    for param in params:
        reader = getattr(param.type_descriptor.parameter_info, "parser", None)
        if known := choices_of(reader):
            param.shell_complete = _chosen(known)
        elif words := _IDS.get((_name(param), param.metavar or "")):
            param.shell_complete = _found(words)


def _name(param: Any) -> str:
    """«--plan» of an option; "" of an argument, which has only its metavar."""
    return max(param.opts, key=len) if param.param_type_name == "option" else ""


def _chosen(known: tuple[str, ...]) -> Callable[[Any, str], list[Any]]:
    return lambda _, incomplete: _items(known, incomplete)


def _found(words: Words) -> Callable[[Any, str], list[Any]]:
    def complete(context: Any, incomplete: str) -> list[Any]:
        root = _root(context.params.get("root"))
        known = filter(_WORD.fullmatch, set(words(root))) if root else ()
        return _items(sorted(known), incomplete)

    return complete


def _items(words: Iterable[str], incomplete: str) -> list[Any]:
    from typer.core import CompletionItem  # type: ignore[attr-defined] # 0.29 names no exports

    return [CompletionItem(one) for one in words if one.startswith(incomplete)]


def _root(given: Path | None) -> Path | None:
    """The workspace that the command would take; None where there is none."""
    from kehoach_cli.source.disk import find_root

    typed = given or os.environ.get("KEHOACH_ROOT")
    try:
        return find_root(Path(typed).resolve() if typed else Path.cwd())
    except (KehoachError, OSError):
        return None


def _stems(root: Path, pattern: str) -> Iterator[str]:
    return (path.stem for path in root.glob(f"data/{pattern}.yaml"))


def _ids(root: Path, pattern: str) -> Iterator[str]:
    """What the files declare, one that cannot be read nothing."""
    from kehoach_cli.source.disk import bytes_of
    from kehoach_cli.source.read import scan_ids

    for path in root.glob(f"data/{pattern}.yaml"):
        data = bytes_of(root, path.relative_to(root).as_posix())
        if isinstance(data, bytes):
            yield from scan_ids(data.decode(errors="replace"))


def _plans(root: Path) -> Iterator[str]:
    return (path.parent.name for path in root.glob("data/plans/*/plan.yaml"))


def _partners(root: Path) -> Iterator[str]:
    return _stems(root, "partners/*")


def _actors(root: Path) -> Iterator[str]:
    yield from _ids(root, "agencies")
    yield from _ids(root, "communes")
    yield from _partners(root)


def _tasks(root: Path) -> Iterator[str]:
    return _ids(root, "plans/*/tasks")


def _sessions(root: Path) -> Iterator[str]:
    return _stems(root, "plans/*/sessions/*")


def _periods(root: Path) -> Iterator[str]:
    """Those of the years that rounds have been opened in."""
    opened = set(_stems(root, "periods/*"))
    yield from opened
    yield from (f"{year}{part}" for year in {one[:4] for one in opened} for part in _PARTS)


def _anything(root: Path) -> Iterator[str]:
    for words in (_plans, _tasks, _actors, _sessions):
        yield from words(root)


def _waited_on(root: Path) -> Iterator[str]:
    yield from ("partner", "ubnd")
    yield from _actors(root)


_IDS: Mapping[tuple[str, str], Words] = {
    ("--plan", "MÃ"): _plans,
    ("--agency", "MÃ"): _actors,
    ("--lead", "MÃ"): _actors,
    ("--support", "MÃ"): _actors,
    ("--approver", "MÃ"): _actors,
    ("--as", "MÃ"): _actors,
    ("--to", "MÃ"): _actors,
    ("--partner", "MÃ"): _partners,
    ("--session", "MÃ"): _sessions,
    ("--period", "KỲ"): _periods,
    ("--waiting-on", "AI"): _waited_on,
    ("--explain", "MÃ_VIỆC"): _tasks,
    ("", "KẾ_HOẠCH"): _plans,
    ("", "ĐƠN_VỊ"): _actors,
    ("", "NHIỆM_VỤ"): _tasks,
    ("", "KỲ"): _periods,
    ("", "BUỔI"): _sessions,
    ("", "MÃ"): _anything,
}
"""What to look for, by the name of an option and what its help calls the value."""
