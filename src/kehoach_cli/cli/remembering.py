"""What was found before, in ``.kehoach/cache``: a second look at the same files needs no YAML.

One file, written anew at each change, so that what is gone is forgotten. It counts only for the
same bytes of data, the same day and the same program, and only in the folder that this machine
made for it: what comes with a checkout or an archive does not speak for its data. What is damaged
or says odd things counts as nothing. It can be deleted at any time. ``KEHOACH_CACHE=0`` does
without it, and so does CI (``CI`` is set there).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from stat import S_ISREG

from kehoach_cli import __version__
from kehoach_cli.cli.atomic import replace_file
from kehoach_cli.errors import OutputError
from kehoach_cli.frozen import frozen

FOLDER = ".kehoach"
"""What belongs to ``kehoach`` alone in a workspace; git does not see it."""

_CACHE = f"{FOLDER}/cache/validate.jsonl"
_IGNORED = f"{FOLDER}/.gitignore"
_ALL = b"*\n"
_SCHEMA = 1
_LARGEST_BYTES = 64_000_000
_PACKAGE = Path(__file__).parents[1]
_WITHOUT_RULES = frozenset({"__pycache__", "exchange", "gitlog", "reporters", "writers"})
_LIBRARIES = ("holidays", "jinja2", "pydantic", "pydantic_core", "yaml")


def is_wanted() -> bool:
    """Whether the user lets us remember."""
    return os.environ.get("KEHOACH_CACHE") != "0" and not os.environ.get("CI")


@frozen
class Memory:
    """Lines of a key and a JSON text, as they were written for a day; ``mark``: under what terms.

    Without a mark it is nobody's: nothing is kept.
    """

    root: Path
    mark: str
    body: bytes = b""

    def recall(self, key: str) -> object:
        """What was kept under the key; None where there is nothing to be used."""
        try:
            return json.loads(self._line(key.encode()))
        except (KeyError, ValueError, RecursionError):
            return None

    def _line(self, key: bytes) -> bytes:
        """Often the first is all that anybody asks for."""
        if self.body.startswith(key + b"\t"):
            return self.body[len(key) + 1 : self.body.find(b"\n")]
        return self._lines[key]

    @cached_property
    def _lines(self) -> Mapping[bytes, bytes]:
        pairs = (line.partition(b"\t") for line in self.body.split(b"\n"))
        return {key: line for key, _, line in pairs}

    def keep(self, kept: Iterable[tuple[str, object]]) -> None:
        """Remember these, and nothing else; where nothing can be written it is let be."""
        if not self.mark:
            return
        lines = {key: json.dumps(data, separators=(",", ":")) for key, data in kept}
        body = "".join(f"{key}\t{line}\n" for key, line in lines.items()).encode()
        if len(body) > _LARGEST_BYTES or body == self.body or not _is_ours(self.root):
            return
        try:
            (self.root / _CACHE).parent.mkdir(parents=True, exist_ok=True)
            if not _is_hidden(self.root):
                replace_file(self.root / _IGNORED, _ALL)
            head = json.dumps([self.mark, *_seal(self.root), _sum(body)])
            replace_file(self.root / _CACHE, f"{head}\n".encode() + body)
        except (OSError, OutputError):
            return


def remember(root: Path, as_of: date) -> Memory:
    """All that may still count on that day; empty where there is nothing, or nothing to trust."""
    mark = f"{_SCHEMA} {as_of.isoformat()} {os.path.realpath(root)} {_program()}"
    head, _, body = _bytes(root).partition(b"\n")
    try:
        is_sound = json.loads(head) == [mark, *_seal(root), _sum(body)]
    except (OSError, ValueError, RecursionError):
        is_sound = False
    return Memory(root, mark, body if is_sound else b"")


def _bytes(root: Path) -> bytes:
    try:
        stat = (root / _CACHE).stat()
        if not S_ISREG(stat.st_mode) or stat.st_size > _LARGEST_BYTES or not _is_ours(root):
            return b""
        return (root / _CACHE).read_bytes()
    except OSError:
        return b""


def _seal(root: Path) -> tuple[int, int]:
    """Which file hides the folder and when the system put it there: no one can bring that along."""
    stat = (root / _IGNORED).stat()
    return stat.st_ino, stat.st_ctime_ns


def _is_ours(root: Path) -> bool:
    """No link leads from the workspace to some other place."""
    top = os.path.realpath(root)
    return all(os.path.realpath(root / own) == str(Path(top, own)) for own in (_CACHE, _IGNORED))


def _is_hidden(root: Path) -> bool:
    """Whether git is told to see nothing of the folder."""
    try:
        return (root / _IGNORED).is_file() and (root / _IGNORED).read_bytes() == _ALL
    except OSError:
        return False


def _sum(data: bytes) -> str:
    return blake2b(data, digest_size=20).hexdigest()


def _program() -> str:
    """Version, interpreter, and how each file of the program was written: rules change with it."""
    whole = blake2b(f"{__version__} {sys.version} {sys.platform}".encode(), digest_size=20)
    for line in (*_written(_PACKAGE), *_written(_PACKAGE.parents[1] / "templates"), *_libraries()):
        whole.update(line.encode("utf-8", "replace"))
    return whole.hexdigest()


def _written(folder: Path) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _WITHOUT_RULES)
        for name in sorted(files):
            stat = os.stat(f"{here}/{name}")  # noqa: PTH116 - hundreds of files
            yield f"{here}/{name} {stat.st_size} {stat.st_mtime_ns}\n"


def _libraries() -> Iterator[str]:
    for name in _LIBRARIES:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            stat = os.stat(spec.origin)  # noqa: PTH116
            yield f"{spec.origin} {stat.st_size} {stat.st_mtime_ns}\n"
