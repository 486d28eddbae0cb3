"""What stands in a workspace, in parts, each with the hash of all that its findings depend on.

A part is the folder of one plan, or what all plans have in common. Whoever has seen a part with the
same hash before knows already what is in it: times of files are not trusted. No YAML is read here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from functools import partial
from hashlib import blake2b
from pathlib import Path
from threading import Thread

from kehoach_cli.diagnostics import Fault
from kehoach_cli.frozen import frozen
from kehoach_cli.source.disk import SETTINGS, Straight, bytes_of

COMMON = ""
"""The name of the part that all plans look things up in."""

DATA = "data"
"""The folder of all data."""

_PLANS = "data/plans/"
_TEMPLATES = "templates"
_EVIDENCE = re.compile(r"data/plans/[^/]+/evidence/.+")
_HASH_BYTES = 20
_WORTH_A_THREAD = 20
"""So many parts take longer than to begin a thread."""


@frozen
class Entry:
    """A file, or a folder that may stand where a file should; hidden ones are none."""

    path: str
    is_folder: bool = False


@frozen
class Part:
    """The files of one plan's folder, ``name``, or of what plans share (``COMMON``), sorted."""

    name: str
    entries: tuple[Entry, ...]
    digest: str
    size_bytes: int
    held: dict[str, bytes | Fault] = field(default_factory=dict, compare=False, repr=False)
    """The bytes that were hashed, where they were asked for."""


def part_of(path: str) -> str:
    """The plan in whose folder a path lies, or ``COMMON``."""
    owner, slash, _ = path.removeprefix(_PLANS).partition("/")
    return owner if slash and path.startswith(_PLANS) else COMMON


def walk(root: Path) -> list[Entry]:
    """Everything that a workspace may consist of, sorted by path; hidden things are left out."""
    found = {SETTINGS: Entry(SETTINGS)}
    waiting = [DATA]
    if not _is_own(root, DATA):
        found[DATA], waiting = Entry(DATA), []
    while waiting:
        for entry in _below(root, waiting.pop()):
            found[entry.path] = entry
            if entry.is_folder:
                waiting.append(entry.path)
    return [found[path] for path in sorted(found)]


def _is_own(root: Path, folder: str) -> bool:
    """Whether a folder lies in the workspace: a link may lead to all there is on the machine."""
    return Path(os.path.realpath(root / folder)).is_relative_to(os.path.realpath(root))


def _below(root: Path, folder: str) -> list[Entry]:
    """What stands in a folder, none of it hidden; nothing where it cannot be opened."""
    try:
        with os.scandir(f"{root}/{folder}") as found:
            return [
                Entry(f"{folder}/{one.name}", one.is_dir(follow_symlinks=False))
                for one in found
                if not one.name.startswith(".")
            ]
    except OSError:
        return []


def parts(root: Path, *, hashed: bool = True) -> tuple[Part, ...]:
    """All parts; what plans share comes first, with its bytes.

    Not ``hashed``, only that one has its hash: for who has nothing to compare the others with.
    """
    found: dict[str, list[Entry]] = {COMMON: []}
    for entry in walk(root):
        found.setdefault(part_of(entry.path), []).append(entry)
    straight: Straight = {}
    common = part_from(root, COMMON, found.pop(COMMON), keep=True, straight=straight)
    if hashed:
        return (common, *_hashed(root, found, straight))
    return (common, *(_unread(root, name, entries) for name, entries in found.items()))


def _hashed(root: Path, found: Mapping[str, Sequence[Entry]], straight: Straight) -> Iterator[Part]:
    """Many by two threads: while the system reads, and while bytes are hashed, the other runs."""
    make = partial(part_from, root, keep=False, straight=straight)
    done: dict[str, Part] = {}

    def work(names: Iterable[str]) -> None:
        done.update((name, make(name, found[name])) for name in names)

    names = list(found)
    if len(names) >= _WORTH_A_THREAD:
        other = Thread(target=work, args=(names[1::2],))
        with suppress(RuntimeError):  # the system has no more threads: what is missing comes below
            other.start()
            work(names[::2])
            other.join()
    return (done[name] if name in done else make(name, found[name]) for name in names)


def _unread(root: Path, name: str, entries: Iterable[Entry]) -> Part:
    entries = tuple(entries)
    return Part(name, entries, "", sum(_size(root, one) for one in entries if _is_read(one)))


def _size(root: Path, entry: Entry) -> int:
    """Bytes, for a guess at the work; 0 where nobody knows."""
    try:
        return os.stat(f"{root}/{entry.path}").st_size  # noqa: PTH116 - a thousand files
    except (OSError, ValueError):
        return 0


def part_from(
    root: Path,
    name: str,
    entries: Iterable[Entry],
    *,
    keep: bool,
    straight: Straight | None = None,
) -> Part:
    """The part that consists of these, hashed as its files are now; ``straight`` as in ``disk``."""
    entries = tuple(entries)
    whole = blake2b(digest_size=_HASH_BYTES)
    held: dict[str, bytes | Fault] = {}
    size_bytes = 0
    for entry, content in _contents(root, entries, {} if straight is None else straight):
        data = repr(content).encode() if isinstance(content, Fault) else content
        whole.update(f"{entry.path}\0{entry.is_folder}\0{len(data)}\0".encode(errors="replace"))
        whole.update(data)
        size_bytes += len(data)
        if keep and _is_read(entry):
            held[entry.path] = content
    if name == COMMON:
        whole.update(_templates(root))
    return Part(name, entries, whole.hexdigest(), size_bytes, held)


def _is_read(entry: Entry) -> bool:
    return not entry.is_folder and _EVIDENCE.fullmatch(entry.path) is None


def _contents(
    root: Path, entries: Iterable[Entry], straight: Straight
) -> Iterator[tuple[Entry, bytes | Fault]]:
    """What of each thing matters: of evidence only where a link leads, of a folder nothing."""
    for entry in entries:
        if _is_read(entry):
            yield entry, bytes_of(root, entry.path, straight)
        elif not entry.is_folder and os.path.islink(root / entry.path):  # noqa: PTH114
            yield entry, os.path.realpath(root / entry.path).encode(errors="replace")
        else:
            yield entry, b""


def _templates(root: Path) -> bytes:
    """The hash of the workspace's own templates: their faults are findings too."""
    whole = blake2b(digest_size=_HASH_BYTES)
    for path in _template_paths(root):
        content = bytes_of(root, path)
        data = repr(content).encode() if isinstance(content, Fault) else content
        whole.update(f"{path}\0{len(data)}\0".encode(errors="replace"))
        whole.update(data)
    return whole.digest()


def _template_paths(root: Path) -> Iterator[str]:
    """Of a folder that is a link out of the workspace only what stands in it, not below."""
    is_own = _is_own(root, _TEMPLATES)
    for here, folders, names in os.walk(root / _TEMPLATES):
        folders.sort()
        yield from (Path(here, name).relative_to(root).as_posix() for name in sorted(names))
        if not is_own:
            return
