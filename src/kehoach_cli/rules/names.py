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
            ending = rf"(?!\w|{_NEXT_CAPITAL})"
        else:
            opening = rf"[{initials}](?<![\w.@/-][{initials}])"
            branches = [f"(?<=[{_capitals(one)}]){_rest(below)}" for one, below in tree.items()]
            ending = r"(?!\w|[.@-]\w)"
        return re.compile(f"{opening}(?:{'|'.join(branches)}){ending}")

    @cached_property
    def _said_rightly(self) -> frozenset[str]:
        forms = {form for forms in self.right.values() for form in forms}
        said = forms | {form.upper() for form in forms}
        return frozenset(f"{self.before} {form}".strip() for form in said)

    def has_fault(self, text: str) -> bool:
        """Whether a raw text holds a name that needs a correction."""
        found = self.pattern.finditer(text)
        return any(
            one[0] not in self._said_rightly and self.correction(" ".join(one[0].split()))
            for one in found
        )

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
