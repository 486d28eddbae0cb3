"""Is it safe to open? What a returned workbook is, before openpyxl reads any of it.

Beside what ``exchange.package`` refuses: merged cells over more than 100,000 cells, since openpyxl
makes each of them, and files in the Strict form, whose days it reads as numbers.
"""

from __future__ import annotations

import re

from kehoach_cli.exchange.package import EXCEL, XML, Opened, Refused

_MAX_MERGED = 100_000
_LONGEST = 9
"""Letters or digits; Excel has three and seven."""

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"^[^>]{0,200}?encoding\s*=\s*[\"']([^\"']*)", re.ASCII)
_LAWFUL = frozenset({b"utf-8", b"utf-16", b"us-ascii"})
_WIDE = re.compile(rb"<\x00!\x00|\x00<\x00!")  # the same in UTF-16
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_STRICT = b"http://purl.oclc.org/ooxml"
_FIRST_BYTES = 4096
_MAIN = "xl/workbook.xml"


def refuse_unsafe(data: bytes) -> None:
    """Look at the package without trusting what it says of itself.

    Raises:
        Refused: It is no .xlsx file, or one that must not be opened.
    """
    package = Opened(data, EXCEL)
    if _MAIN not in package.names:
        raise Refused("not-excel")
    for name in package.names:
        if name.endswith(XML):
            _refuse_by_content(name, package.read(name))


def _refuse_by_content(name: str, data: bytes) -> None:
    if name == _MAIN and _STRICT in data[:_FIRST_BYTES]:
        raise Refused("strict")
    if _DOCTYPE.search(data) or _WIDE.search(data):
        raise Refused("doctype")
    declared = _ENCODING.match(data)
    if declared and declared[1].lower() not in _LAWFUL:
        raise Refused("broken")  # ECMA-376 part 2, 8.1.4: UTF-8 or UTF-16 alone
    for left, top, right, bottom in _MERGED.findall(data):
        is_short = max(map(len, (left, top, right, bottom))) <= _LONGEST
        width = _number_of(right) - _number_of(left) + 1 if is_short else 0
        if not is_short or width * (int(bottom) - int(top) + 1) > _MAX_MERGED:
            raise Refused("merged-too-large", limit=_MAX_MERGED)


def _number_of(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
