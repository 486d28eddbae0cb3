"""The register's names as patterns that find them under any diacritics and capitals.

A pattern is a tree of letters, so that one pass over a text asks for all names at once; each letter
stands for all its forms. Only what begins with a capital is asked for, and communes only after
«xã», «phường»: the rest would be common words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from kehoach_cli.model.partner import Partner, PartnerUnit
from kehoach_cli.model.register import Agency
from kehoach_cli.vn.text import fold
from kehoach_cli.workspace import Workspace

_Tree = dict[str, "_Tree"]
_END = ""
_SHORTEST = 4
_INDENT = 60
"""Characters that a line break inside a name may cost."""
_GROUP = "group"
_COMMUNE = "commune"
_UNIT_NAME = re.compile(r"(?:UBND|Ủy ban nhân dân) (?P<unit>xã|phường|đặc khu) (?P<name>.+)")
_TWINS = {"k": "c", "c": "k"}
_NEXT_CAPITAL = r"\s+[A-ZÀ-ÝĂĐĨŨƠƯ]"


def _forms() -> Mapping[str, str]:
    """A letter without diacritics → all Vietnamese letters that fold to it."""
    found = {chr(code): chr(code) for code in range(ord("a"), ord("z") + 1)}
    for letter in map(chr, range(0xC0, 0x1EFA)):
        base = fold(letter) if letter.islower() else ""
        if base in found:
            found[base] += letter
    return found


_FORMS = _forms()
_BARE = str.maketrans(
    {form: base for base, forms in _FORMS.items() for form in (*forms, *forms.upper())}
)
"""Letter for letter, unlike ``fold``."""


@dataclass(frozen=True)
class Names:
    """Right forms of names by their folded form, and the word that stands before each («xã»)."""

    right: Mapping[str, tuple[str, ...]]
    before: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds every name in any form that begins with a capital."""
        tree: _Tree = {}
        for name in self.right:
            node = tree
            for letter in name:
                node = node.setdefault(letter, {})
            node[_END] = {}
        initials = "".join(_capitals(letter) for letter in tree)
        if self.before:
            opening = rf"{self.before}(?<!\w{self.before})\s+"
            branches = [f"[{_capitals(one)}]{_rest(below)}" for one, below in tree.items()]
        else:
            opening = rf"[{initials}](?<![\w.@/-][{initials}])"
            branches = [f"(?<=[{_capitals(one)}]){_rest(below)}" for one, below in tree.items()]
        return re.compile(f"{opening}(?:{'|'.join(branches)}){self._ending.pattern}")

    @cached_property
    def _ending(self) -> re.Pattern[str]:
        """What must not follow a name: more of a word, of an address, of a longer name."""
        return re.compile(rf"(?!\w|{_NEXT_CAPITAL})" if self.before else r"(?!\w|[.@-]\w)")

    @cached_property
    def _said_rightly(self) -> frozenset[str]:
        forms = {form for forms in self.right.values() for form in forms}
        said = forms | {form.upper() for form in forms}
        return frozenset(f"{self.before} {form}".strip() for form in said)

    def has_fault(self, text: str) -> bool:
        """Whether a raw text holds a name that needs a correction; needs no ``pattern``."""
        found = self._openings.finditer(text)
        return any(self._is_fault(text, one.end() if self.before else one.start()) for one in found)

    @cached_property
    def _openings(self) -> re.Pattern[str]:
        """Where a name may begin: after its word, or by its first letters in any form.

        Much cheaper to make than ``pattern``, which clean workspaces never need.
        """
        if self.before:
            return re.compile(rf"{self.before}(?<!\w{self.before})\s+")
        initials = "".join(
            _capitals(letter) for letter in sorted({head[0] for head in self._by_head})
        )
        heads = "|".join(
            f"(?<=[{_capitals(head[0])}]){''.join(map(_loosely, head[1:]))}"
            for head in self._by_head
        )
        return re.compile(rf"[{initials}](?<![\w.@/-][{initials}])(?:{heads})")

    @cached_property
    def _by_head(self) -> Mapping[str, list[str]]:
        """Folded names by their first letters, the longest first."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.right, key=len, reverse=True):
            found.setdefault(name[: self._head], []).append(name)
        return found

    @cached_property
    def _head(self) -> int:
        """How many first letters all names have."""
        return min(_SHORTEST, *map(len, self.right))

    @cached_property
    def _reach(self) -> int:
        """Characters that hold the longest name and what follows, broken over lines."""
        return 2 * max(map(len, self.right)) + _INDENT

    def _is_fault(self, text: str, start: int) -> bool:
        """Whether the name that begins there, the longest that fits, needs a correction."""
        said = " ".join(text[start : start + self._reach].split())
        bare = said.translate(_BARE)
        for name in self._by_head.get(bare[: self._head], ()):
            if bare.startswith(name) and self._ending.match(said, len(name)):
                words = f"{self.before} {said[: len(name)]}".strip()
                return said[:1].isupper() and self.correction(words) is not None
        return False

    def correction(self, said: str) -> str | None:
        """The right form of what was said; None when it is right, or right in capitals."""
        if said in self._said_rightly:
            return None
        forms = self.right.get(fold(said.removeprefix(self.before)), ())
        right = forms[0].upper() if said.isupper() and forms else "".join(forms[:1])
        return f"{self.before} {right}".strip() if right else None


def names_of(ws: Workspace) -> tuple[Names, ...]:
    """Province, agencies and partners in one pattern; communes by the word before their name.

    Groups and whoever nobody can list have common words for names and are left out.
    """
    communes = (
        Names(_by_fold(pair for name in names for pair in _spelled(name)), unit)
        for unit, names in _communes(ws).items()
    )
    general = _by_fold((*_province(ws), *((fold(name), name) for name in _actor_names(ws))))
    return tuple(names for names in (Names(general), *communes) if names.right)


def _by_fold(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for folded, name in pairs:
        known = found.get(folded, ())
        right = name[:1].upper() + name[1:]
        found[folded] = known if right in known else (*known, right)
    return found


def unit_names(ws: Workspace) -> dict[str, list[str]]:
    """«tỉnh», «xã», «phường» → the names of such units in the register."""
    found = _communes(ws)
    if ws.settings is not None:
        found["tỉnh"] = [ws.settings.value.province.name]
    return found


def _communes(ws: Workspace) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in ws.of(Agency):
        if item.value.kind == _COMMUNE and (match := _UNIT_NAME.fullmatch(item.value.name)):
            found.setdefault(match["unit"], []).append(match["name"])
    return found


def _actor_names(ws: Workspace) -> Iterator[str]:
    """Names, short names and aliases of single agencies and partners, too short ones left out."""
    for actor in ws.actors.values():
        if not isinstance(actor, PartnerUnit) and (actor.open or actor.kind in (_GROUP, _COMMUNE)):
            continue
        short = actor.short if isinstance(actor, Agency | Partner) else None
        for name in (actor.name, short or "", *actor.aliases):
            if len(name) >= _SHORTEST:
                yield name


def _province(ws: Workspace) -> Iterator[tuple[str, str]]:
    """The province's name, if it is no single, maybe common, word; also without its space."""
    name = ws.settings.value.province.name if ws.settings else ""
    if " " in name:
        yield from _spelled(name)
        yield fold(name).replace(" ", ""), name


def _spelled(name: str) -> Iterator[tuple[str, str]]:
    """A place name under each way to fold it: final k and c are often taken for each other."""
    words = fold(name).split()
    spellings = [
        dict.fromkeys((word, word[:-1] + _TWINS.get(word[-1], word[-1]))) for word in words
    ]
    for chosen in product(*spellings):
        yield " ".join(chosen), name


def _capitals(letter: str) -> str:
    return _FORMS[letter].upper() if letter in _FORMS else re.escape(letter)


def _loosely(letter: str) -> str:
    """Any form of a letter, and more: quick to compile."""
    is_plain = letter in _FORMS and len(_FORMS[letter]) == 1
    return f"[{letter}{letter.upper()}]" if is_plain else r"\w" if letter in _FORMS else r"\W+"


def _class(letter: str) -> str:
    if letter in _FORMS:
        return f"[{_FORMS[letter]}{_FORMS[letter].upper()}]"
    return {" ": r"\s+", "-": "[-–]"}.get(letter, re.escape(letter))


def _rest(tree: _Tree) -> str:
    """The pattern of what may follow, the longest first."""
    parts = [f"{_class(letter)}{_rest(below)}" for letter, below in tree.items() if letter != _END]
    if _END in tree:
        parts.append("")
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
