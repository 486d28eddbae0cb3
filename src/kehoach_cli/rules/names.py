"""The register's names, found under any diacritics and capitals.

One pattern of first letters asks a text for all names at once; what it finds is compared without
diacritics. Only what begins with a capital is asked for, and communes only after «xã», «phường»:
the rest would be common words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import islice, pairwise, product

from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import Partner, PartnerUnit
from kehoach_cli.model.register import Agency
from kehoach_cli.vn.text import fold
from kehoach_cli.workspace import Workspace

_SHORTEST = 4
_HEAD = 7
"""First letters by which names are looked up."""
_INDENT = 60
"""Characters that a line break inside a name may cost."""
_GROUP = "group"
_COMMUNE = "commune"
_UNIT_NAME = re.compile(r"(?:UBND|Ủy ban nhân dân) (?P<unit>xã|phường|đặc khu) (?P<name>.+)")
_TWINS = {"k": "c", "c": "k"}
_NEXT_CAPITAL = r"\s+[A-ZÀ-ÝĂĐĨŨƠƯ]"


_MARKED = frozenset("adeiouy")
"""Letters that Vietnamese writes with marks."""


def _forms() -> Mapping[str, str]:
    """A letter without diacritics → all Vietnamese letters that fold to it."""
    found = {chr(code): chr(code) for code in range(ord("a"), ord("z") + 1)}
    for letter in map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))):
        base = fold(letter) if letter.islower() else ""
        if base and base in _MARKED:
            found[base] += letter
    return found


_FORMS = _forms()
_BARE = str.maketrans(
    {form: base for base, forms in _FORMS.items() for form in (*forms, *forms.upper())}
)
"""Letter for letter, unlike ``fold``."""


@frozen
class Names:
    """Right forms of names by their folded form, and the word that stands before each («xã»)."""

    right: Mapping[str, tuple[str, ...]]
    before: str = ""

    def prepare(self) -> None:
        """Build the patterns now."""
        _ = self._openings, self._by_head, self._ending, self._reach, self._said_rightly
        _ = self._rightly

    def misspelt(self, text: str) -> Iterator[re.Match[str]]:
        """Every name in the text, raw or a value, that needs a correction; it may break lines."""
        end = 0
        for opening in self._openings.finditer(text):
            start = opening.end() if self.before else opening.start()
            if start < end:
                continue
            if right := self._rightly.match(text, start):
                end = right.end()
                continue
            if not (said := self._name_at(text, start)):
                continue
            end = _end_of(said, text, start)
            words = f"{self.before} {said}".strip()
            if words not in self._said_rightly and self.correction(words):
                yield from islice(_as_written(words).finditer(text, opening.start()), 1)

    def _name_at(self, text: str, start: int) -> str:
        """The name that begins there, in any form: the longest that fits, with single spaces."""
        if not text[start : start + 1].isupper():
            return ""
        candidates = self._candidates(_bare(text[start : start + _INDENT]))
        if not candidates:
            return ""
        said = " ".join(text[start : start + self._reach].split())
        bare = _bare(said)
        fitting = (name for name in candidates if bare.startswith(name))
        ended = (said[: len(one)] for one in fitting if self._ending.match(said, len(one)))
        return next(ended, "")

    def _candidates(self, bare: str) -> list[str]:
        """Folded names with the same first letters, the longest first."""
        heads = (bare[:length] for length in range(_HEAD, 0, -1))
        return [name for head in heads for name in self._by_head.get(head, ())]

    @cached_property
    def _by_head(self) -> Mapping[str, list[str]]:
        """Folded names by their first letters, the longest first; short ones by themselves."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.right, key=len, reverse=True):
            found.setdefault(name[:_HEAD], []).append(name)
        return found

    @cached_property
    def _openings(self) -> re.Pattern[str]:
        """Where a name may begin: after its word, or by its first letters in any form."""
        if self.before:
            return re.compile(rf"{self.before}(?<!\w{self.before})\s+")
        initials = "".join(_capitals(letter) for letter in sorted({name[0] for name in self.right}))
        rests: dict[str, list[str]] = {}
        for head in self._by_head:
            rests.setdefault(head[0], []).append("".join(map(_loosely, head[1:])))
        heads = "|".join(
            f"(?<=[{_capitals(first)}])(?:{'|'.join(rest)})" for first, rest in rests.items()
        )
        return re.compile(rf"[{initials}](?<![\w.@/-][{initials}])(?={heads})")

    @cached_property
    def _rightly(self) -> re.Pattern[str]:
        """Names typed as they should be that no longer one begins with: nearly all there are."""
        known = sorted(self.right)
        short = {one for one, other in pairwise(known) if other.startswith(one)}
        forms = [form for name, forms in self.right.items() if name not in short for form in forms]
        either = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
        return re.compile(rf"(?:{either}){self._ending.pattern}" if forms else r"(?!)")

    @cached_property
    def _ending(self) -> re.Pattern[str]:
        """What must not follow a name: more of a word, of an address, of a longer name."""
        return re.compile(rf"(?!\w|{_NEXT_CAPITAL})" if self.before else r"(?!\w|[.@-]\w)")

    @cached_property
    def _reach(self) -> int:
        """Characters that hold the longest name and what follows, broken over lines."""
        return 2 * max(map(len, self.right)) + _INDENT

    @cached_property
    def _said_rightly(self) -> frozenset[str]:
        forms = {form for forms in self.right.values() for form in forms}
        said = forms | {form.upper() for form in forms}
        return frozenset(f"{self.before} {form}".strip() for form in said)

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
        if not folded:
            continue  # nothing but marks
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


def _bare(text: str) -> str:
    """Letter for letter without marks and capitals, with single spaces."""
    return " ".join(text.split()).translate(_BARE)


def _end_of(words: str, text: str, start: int) -> int:
    """Where those words end that begin at ``start``."""
    if text.startswith(words, start):
        return start + len(words)
    match = _as_written(words).match(text, start)
    return match.end() if match else start


@cache
def _as_written(words: str) -> re.Pattern[str]:
    """Those words, whatever space is between them."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _capitals(letter: str) -> str:
    return _FORMS[letter].upper() if letter in _FORMS else re.escape(letter)


def _loosely(letter: str) -> str:
    """Any form of a letter, and more: quick to compile."""
    is_plain = letter in _FORMS and len(_FORMS[letter]) == 1
    return f"[{letter}{letter.upper()}]" if is_plain else r"\w" if letter in _FORMS else r"\W+"
