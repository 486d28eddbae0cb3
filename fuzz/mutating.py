"""Bytes made worse: text by lines and words, packages part by part, so that much is still read."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from random import Random

_ODD = ("\u2028", "\u202e", "\ufdd0", "\u0301", "\U0010ffff", "đ" * 300, "١٢٣", "\u0000", "–")
NASTY: tuple[bytes, ...] = (
    *(
        b"",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\r",
        b"\t",
        b"\x1b[2J",
        b"%s{0}",
    ),
    *(one.encode() for one in _ODD),
    *(b"9" * 5000, b"-1", b"1e999", b"NaN", b"0x10", b"2147483648", b"99999999999", b"1048577"),
    *(b"[" * 2000, b"{{" * 50, b"{% for a in range(99999) %}", b"&a [*a, *a]", b"<<: *a", b"!!x y"),
    *(
        b"../../../etc/passwd",
        b"/etc/passwd",
        b"=1+1",
        b"@SUM(A1)",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    ),
    *(b"\\ud800", b"\\u0000", b"\\u001b[2J", b"null", b"-1", b"1" + b"0" * 12),
    *(b"&b;", b"<a>" * 500, b"]]>", b"30/02/2027", b"31/12/9999", b"00/00/0000", b"# kehoach: "),
)
"""What something or other has once stumbled over."""

_PIECE = re.compile(rb"\w+|[^\w\s]+|\s+")
_NUMBER = re.compile(rb"\d+")
_LONGEST = 300_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, LookupError, RuntimeError, ValueError)
"""What zipfile raises where something has been made worse before."""


def mutated(data: bytes, seed: int, *, is_package: bool = False) -> bytes:
    """The data changed at one to eight places, or all of it; same seed, same bytes."""
    chance = Random(seed)  # noqa: S311 - not for secrets
    if is_package and data.startswith(b"PK") and chance.random() < 0.9:
        with suppress(*_BROKEN):
            return _package(data, chance)
    return _several(data, chance)


def _several(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        data = chance.choice(_WAYS)(data, chance)[:_LONGEST]
    return data


def _package(data: bytes, chance: Random) -> bytes:
    """The same package with one or two parts made worse, left out, or there twice."""
    with zipfile.ZipFile(BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for name in chance.sample(sorted(parts), k=min(len(parts), chance.choice((1, 1, 2)))):
        match chance.randrange(12):
            case 0:
                del parts[name]
            case 1:
                parts[name] = parts[chance.choice(sorted(parts))]
            case _:
                parts[name] = _several(parts[name], chance)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def _span(data: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 3, 10, 100, 1000)))


def _cut(data: bytes, chance: Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _insert(data: bytes, chance: Random) -> bytes:
    start, _ = _span(data, chance)
    return data[:start] + chance.choice(NASTY) + data[start:]


def _flip(data: bytes, chance: Random) -> bytes:
    start, _ = _span(data, chance)
    return data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :]


def _word(data: bytes, chance: Random) -> bytes:
    """Another word of the same text, or a nasty one, in the place of one."""
    pieces = _PIECE.findall(data)
    if pieces:
        place = chance.randrange(len(pieces))
        pieces[place] = chance.choice((chance.choice(pieces), chance.choice(NASTY)))
    return b"".join(pieces)


def _number(data: bytes, chance: Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    one = chance.choice(found)
    return data[: one.start()] + chance.choice(NASTY) + data[one.end() :]


def _lines(data: bytes, chance: Random) -> bytes:
    """Lines in another order, doubled, or moved in."""
    lines = data.split(b"\n")
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines[here], lines[there] = lines[there], lines[here]
        case 1:
            lines.insert(here, lines[there])
        case 2:
            lines[here] = b"  " + lines[here]
        case _:
            lines[here] = lines[here].lstrip()
    return b"\n".join(lines)


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_cut, _repeat, _insert, _flip, _word, _word, _number, _lines, _lines),
)
