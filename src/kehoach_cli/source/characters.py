"""Characters that have no business in a data file, and the text as the parser gets it.

YAML counts U+2028, U+2029 and U+0085 as line ends while editors do not, so that every line number
after one would be wrong. They, control characters and byte order marks are named, then replaced
by one space each: the file is still read and every other column stays where it was.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import DataPath, Fault, Place, Span

if TYPE_CHECKING:
    from kehoach_cli.source.fold import Data

MAX_FAULTS_OF_A_KIND = 20
"""A file full of rubbish is said to be so twenty times, not a million."""

BOM = "\ufeff"
"""The mark that some editors put before the first character of a file."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_UNUSUAL = re.compile(f"[\t\r{_FORBIDDEN.pattern[1:]}")
_INDENT_TAB = re.compile("^ *(\t)", re.MULTILINE)
_NAMES = {
    "\x00": "ký tự rỗng",
    "\t": "dấu tab dùng để thụt lề",
    "\x85": "ký tự xuống dòng NEL",
    "\u2028": "ký tự ngắt dòng",
    "\u2029": "ký tự ngắt đoạn",
    BOM: "dấu thứ tự byte (BOM)",
}
_OTHER_NAME = "ký tự điều khiển"


def unify_line_ends(text: str) -> str:
    r"""Every line end as ``\n``; editors show ``\r\n`` and a lone ``\r`` as one line end too."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def is_usual(text: str) -> bool:
    """Whether a line, or a few, is in NFC, without tabs and without what ``clean`` would change."""
    is_shown = text.isprintable() or not _UNUSUAL.search(text)  # the first is the quicker question
    return is_shown and unicodedata.is_normalized("NFC", text)


def clean(text: str) -> str:
    """The text without a leading byte order mark, forbidden characters as spaces.

    Doing it twice changes nothing.
    """
    return _FORBIDDEN.sub(" ", unify_line_ends(text.removeprefix(BOM)))


def examine(text: str, file: str) -> tuple[str, tuple[Fault, ...]]:
    """The clean text, and one ``forbidden-character`` for each of the first twenty places.

    A byte order mark at the very start has no column of its own: it is placed at 1:1.
    """
    body = unify_line_ends(text.removeprefix(BOM))
    cleaned = _FORBIDDEN.sub(" ", body)
    found = [(0, BOM)] if text.startswith(BOM) else []
    if cleaned != body:
        matches = islice(_FORBIDDEN.finditer(body), MAX_FAULTS_OF_A_KIND)
        found += [(match.start(), match[0]) for match in matches]
    return cleaned, tuple(
        _fault(body, offset, character, file) for offset, character in found[:MAX_FAULTS_OF_A_KIND]
    )


def tab_faults(text: str, file: str, line: int) -> tuple[Fault, ...]:
    """Tabs that indent ``line`` (from 1) and later lines; none when ``line`` itself has none.

    Asked only when the parser has stopped at that line: within a block of text a tab is content.
    """
    start = _line_start(text, line)
    if not _INDENT_TAB.match(text, start):
        return ()
    matches = islice(_INDENT_TAB.finditer(text, start), MAX_FAULTS_OF_A_KIND)
    return tuple(_fault(text, match.start(1), "\t", file) for match in matches)


def clean_escaped(data: Data, file: str) -> tuple[Data, tuple[Fault, ...]]:
    r"""The data in NFC, forbidden characters as spaces with a fault for each of the first twenty.

    Such characters come into data by escapes in quotes (``"\x1b"``), which the text as typed does
    not show: asked only where it holds a backslash. Keys are left as they are: nobody knows them.
    """
    found: list[Fault] = []
    return _clean_at(data, file, (), found), tuple(found[:MAX_FAULTS_OF_A_KIND])


def _clean_at(data: Data, file: str, path: DataPath, found: list[Fault]) -> Data:
    match data:
        case str():
            marks = dict.fromkeys(_FORBIDDEN.findall(data))
            found += [_named(Place(file, path), character) for character in marks]
            return unicodedata.normalize("NFC", _FORBIDDEN.sub(" ", data) if marks else data)
        case dict():
            return {key: _clean_at(one, file, (*path, key), found) for key, one in data.items()}
        case list():
            return [_clean_at(one, file, (*path, n), found) for n, one in enumerate(data)]
        case _:
            return data


def _line_start(text: str, line: int) -> int:
    offset = 0
    for _ in range(line - 1):
        offset = text.find("\n", offset) + 1
    return offset


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    r"""Where an offset into a text with ``\n`` line ends stands, from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")


def _fault(text: str, offset: int, character: str, file: str) -> Fault:
    line, column = line_and_column(text, offset)
    return _named(Place(file, span=Span(file, line, column, line, column + 1)), character)


def _named(place: Place, character: str) -> Fault:
    args = {"name": _NAMES.get(character, _OTHER_NAME), "codepoint": f"U+{ord(character):04X}"}
    return Fault("forbidden-character", place, args)
