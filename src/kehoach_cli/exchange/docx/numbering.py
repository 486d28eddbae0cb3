"""Automatic numbers: which label Word puts before a paragraph, and how its list is indented."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from kehoach_cli.exchange.docx.xml import Element, value, w, whole
from kehoach_cli.vn.text import roman

_PLACEHOLDER = re.compile(r"%([1-9])")
_LETTERS = 26
_MOST_LEVELS = 9
_LARGEST = 3999


def _letter(n: int) -> str:
    """Word's own letters: a … z, aa, bb …; it knows no đ."""
    rounds, index = divmod(max(n, 1) - 1, _LETTERS)
    return chr(ord("a") + index) * (rounds + 1)


def _roman(n: int) -> str:
    return roman(min(max(n, 1), _LARGEST))


_WRITTEN: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerLetter": _letter,
    "none": lambda _: "",
}


class Numbering:
    """The numbering part of one file, and the counters of its lists while the body is read."""

    def __init__(self, root: Element | None) -> None:
        """Keep lists and their abstract definitions by id."""
        found = [] if root is None else root
        self._abstract = {
            one.get(w("abstractNumId"), ""): one for one in found if one.tag == w("abstractNum")
        }
        self._lists = {one.get(w("numId"), ""): one for one in found if one.tag == w("num")}
        self._counts: dict[str, list[int]] = {}
        self._level = lru_cache(maxsize=None)(self._read_level)

    def properties(self, number: str, level: int) -> list[Element]:
        """The paragraph properties of a level of a list."""
        found = self._level(number, level)
        ppr = None if found is None else found.find(w("pPr"))
        return [] if ppr is None else [ppr]

    def level_of_style(self, number: str, style: str) -> str:
        """The level that a list gives to a paragraph style; the first one where it names none."""
        for level in range(_MOST_LEVELS):
            found = self._level(number, level)
            if found is not None and value(found, "pStyle") == style:
                return str(level)
        return "0"

    def next_label(self, number: str, level: int) -> str:
        """Count one further in the list and give the label; "" for bullets that are no text."""
        found = self._level(number, level)
        if found is None:
            return ""
        counts = self._counts.setdefault(self._key(number), [])
        while len(counts) <= level:
            counts.append(self._start(number, len(counts)) - 1)
        counts[level] += 1
        del counts[level + 1 :]
        if value(found, "numFmt") == "bullet":
            return _bullet(value(found, "lvlText") or "")
        text = value(found, "lvlText") or ""
        return _PLACEHOLDER.sub(lambda match: self._written(number, int(match[1]) - 1), text)

    def _written(self, number: str, level: int) -> str:
        counts = self._counts[self._key(number)]
        count = counts[level] if level < len(counts) else self._start(number, level)
        found = self._level(number, level)
        write = _WRITTEN.get((value(found, "numFmt") or "decimal"), str)
        return write(max(count, 0))

    def _key(self, number: str) -> str:
        """Lists of the same definition count together, unless one starts anew."""
        one = self._lists.get(number)
        if one is None or one.find(w("lvlOverride")) is not None:
            return f"list {number}"
        return f"definition {value(one, 'abstractNumId')}"

    def _start(self, number: str, level: int) -> int:
        one = self._lists.get(number)
        for override in [] if one is None else one.findall(w("lvlOverride")):
            start = value(override, "startOverride")
            if override.get(w("ilvl")) == str(level) and start:
                return whole(start, 1)
        return whole(value(self._level(number, level), "start"), 1)

    def _read_level(self, number: str, level: int) -> Element | None:
        one = self._lists.get(number)
        if one is None:
            return None
        overrides = (o.find(w("lvl")) for o in one.findall(w("lvlOverride")))
        own = [lvl for lvl in overrides if lvl is not None]
        abstract = self._abstract.get(value(one, "abstractNumId") or "")
        defined = [] if abstract is None else abstract.findall(w("lvl"))
        return next((lvl for lvl in (*own, *defined) if lvl.get(w("ilvl")) == str(level)), None)


def _bullet(text: str) -> str:
    """A bullet as a dash where it is one; signs of symbol fonts are no text."""
    return text if text in {"-", "–", "—", "+", "*", "•"} else ""
