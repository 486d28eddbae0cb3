"""The 34 provinces and cities, and their communes, as they have been since 01/7/2025.

They come with the program in ``communes.txt``; a workspace holds its own copy, which people check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kehoach_cli.frozen import frozen
from kehoach_cli.vn.text import fold, nearest, nfc

_FILE = Path(__file__).with_name("communes.txt")
_CITY = "Thành phố "
_NAMED_IN_FULL = "Thành phố Hồ Chí Minh"
"""A city with the name of a person never stands without «Thành phố» (NĐ 30/2020, PL I.II.4.a)."""


@frozen
class Commune:
    """A xã, phường or đặc khu with its code and an id that no other of its province has."""

    id: str
    code: str
    name: str


@frozen
class Province:
    """A province or city under the central government; ``name`` without «Thành phố»."""

    code: str
    full_name: str
    communes: tuple[Commune, ...]

    @property
    def name(self) -> str:
        """The name alone."""
        return self.full_name.removeprefix(_CITY)

    @property
    def place(self) -> str:
        """Địa danh of its documents."""
        return self.full_name if self.full_name == _NAMED_IN_FULL else self.name

    @property
    def unit(self) -> str:
        """What it is, as in «UBND tỉnh»."""
        return "thành phố" if self.full_name.startswith(_CITY) else "tỉnh"


@cache
def provinces() -> tuple[Province, ...]:
    """All of them, by code."""
    blocks: list[tuple[str, list[str]]] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            blocks[-1][1].append(line.strip())
        elif not line.startswith("#"):
            blocks.append((line, []))
    heads = (head.partition(" ") for head, _ in blocks)
    return tuple(
        Province(code, name, tuple(_communes(lines)))
        for (code, _, name), (_, lines) in zip(heads, blocks, strict=True)
    )


def _communes(lines: list[str]) -> Iterator[Commune]:
    """Names that read the same without diacritics are told apart by their codes."""
    taken: set[str] = set()
    for line in lines:
        code, _, name = line.partition(" ")
        own = slug(name) if slug(name) not in taken else f"{slug(name)}-{code}"
        taken.add(own)
        yield Commune(own, code, nfc(name))


def slug(name: str) -> str:
    """A name as an id: «Xã Ea Súp» is ``xa-ea-sup``; "" when it has no letter or digit."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def find_province(text: str) -> Province | None:
    """The province with that name or code, however it is typed."""
    wanted = _plain(text)
    for one in provinces():
        if wanted in {one.code, _plain(one.full_name), _plain(one.name)}:
            return one
    return None


def nearest_province(text: str) -> str | None:
    """The name that was perhaps meant."""
    return nearest(text, [one.name for one in provinces()])


def _plain(text: str) -> str:
    return re.sub(r"^(tinh|thanh-pho|tp)-", "", slug(nfc(text)))
