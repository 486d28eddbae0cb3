r"""Files of the workspace in, whatever their bytes: what is wrong is a fault, no exception.

Texts come with ``\n`` line ends, without a byte order mark, forbidden characters as spaces: as
the parser and the reporters see them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Fault, Place, Span
from kehoach_cli.frozen import frozen
from kehoach_cli.source.characters import (
    clean_escaped,
    examine,
    line_and_column,
    unify_line_ends,
)
from kehoach_cli.source.disk import Held, bytes_of, limited, unreadable
from kehoach_cli.source.fold import Data, Folded, fold
from kehoach_cli.source.quick import read_quickly
from kehoach_cli.source.suppress import Suppression, suppression_faults, suppressions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_UNNAMED = ("binary", "unknown")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_IDS = re.compile(
    r"""(?:^[ \t]*(?:-[ \t]+)*|[{,]\s*)id:[ \t]*["']?([a-z0-9]+(?:-[a-z0-9]+)*)""", re.MULTILINE
)


@frozen
class SourceFile:
    """One file as read.

    ``path`` is relative to the root and uses ``/``; ``text`` is empty where nothing readable was
    found; ``data`` is None for an empty or broken file; ``ids`` are those that a scan of the lines
    finds in a broken file, so that references to them are not called unknown.
    """

    path: str
    text: str = ""
    data: Data = None
    faults: tuple[Fault, ...] = ()
    is_broken: bool = False
    ids: frozenset[str] = frozenset()
    suppressions: tuple[Suppression, ...] = ()
    is_plain: bool = False
    """Typed in the plain ways throughout: in NFC, without escapes and odd characters."""


def read_source(
    root: Path,
    path: str,
    *,
    name_encoding: Callable[[bytes], str | None],
    held: Held | None = None,
) -> SourceFile:
    """The YAML file at ``path`` under ``root``; never raises.

    ``held``: files by path, read in place of those on the disk.
    ``name_encoding`` names an old Vietnamese encoding from its bytes, None when it knows none.
    ``text`` stays as typed; ``data`` is NFC, so that a word typed with separate marks is still the
    word it looks like.
    """
    raw = _text_of(path, _bytes_of(root, path, held), name_encoding)
    if isinstance(raw, SourceFile):
        return raw
    quick = read_quickly(raw)
    text, faults = (raw, ()) if quick else examine(raw, path)
    folded = Folded(*quick) if quick else _folded(unicodedata.normalize("NFC", text), path)
    comments = suppressions(text, path)
    is_escaped = not quick and "\\" in text
    data, escaped = clean_escaped(folded.data, path) if is_escaped else (folded.data, ())
    return SourceFile(
        path,
        text,
        data,
        (*faults, *folded.faults, *escaped, *suppression_faults(comments)),
        folded.is_broken,
        scan_ids(text) if folded.is_broken else frozenset(),
        comments,
        is_plain=quick is not None,
    )


def _folded(text: str, path: str) -> Folded:
    """A cleaned text, which may be plain now; what a mark or a line end kept it from being."""
    read = read_quickly(text)
    return fold(text, path) if read is None else Folded(*read)


def read_text(
    root: Path,
    path: str,
    *,
    name_encoding: Callable[[bytes], str | None],
    held: Held | None = None,
) -> SourceFile:
    """The file at ``path`` that holds no YAML (``issued.md``), with the same care; never raises."""
    raw = _text_of(path, _bytes_of(root, path, held), name_encoding)
    if isinstance(raw, SourceFile):
        return raw
    text, faults = examine(raw, path)
    return SourceFile(path, text, faults=faults)


def scan_ids(text: str) -> frozenset[str]:
    """Every ``id: x`` that opens a line, a list item or a flow map."""
    return frozenset(_IDS.findall(text))


def _text_of(
    path: str, data: bytes | Fault, name_encoding: Callable[[bytes], str | None]
) -> str | SourceFile:
    if isinstance(data, Fault):
        return SourceFile(path, faults=(data,), is_broken=True)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = _encoding_fault(data, error.start, path, name_encoding)
        ids = scan_ids(data.decode("utf-8", "replace"))
        return SourceFile(path, faults=(fault,), is_broken=True, ids=ids)


def _bytes_of(root: Path, path: str, held: Held | None) -> bytes | Fault:
    if held is None:
        return bytes_of(root, path)
    return limited(path, held[path]) if path in held else unreadable(path, "missing")


def _encoding_fault(
    data: bytes, offset: int, path: str, name_encoding: Callable[[bytes], str | None]
) -> Fault:
    """Placed at the first byte that is not UTF-8; a NUL byte means no text at all."""
    if data.startswith(_UTF16_MARKS):
        encoding = "UTF-16"
    elif b"\x00" in data:
        encoding = "binary"
    else:
        encoding = name_encoding(data) or "unknown"
    before = unify_line_ends(data[:offset].decode("utf-8").removeprefix("\ufeff"))
    line, column = line_and_column(before, len(before))
    place = Place(path, span=Span(path, line, column, line, column + 1))
    reason = encoding if encoding in _UNNAMED else "named"
    return Fault("not-utf8", place, {"reason": reason, "encoding": encoding})
