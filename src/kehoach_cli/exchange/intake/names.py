"""Which agency or partner of the registers a name means: by name, short form or alias.

Only what is the same, capitals, marks and «Ủy ban nhân dân» aside, is taken; what is near is
proposed and never assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from rapidfuzz import fuzz, process

from kehoach_cli.frozen import frozen
from kehoach_cli.model.partner import PartnerUnit
from kehoach_cli.vn.text import fold
from kehoach_cli.workspace import Workspace

_NEAR = 72
_MOST = 3
_LONGEST_SLUG = 40
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_UNCLEAR = "-chua-ro"
_REQUEST = re.compile(r"(?:Đề nghị|đề nghị|Giao|giao)\s+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*\.?$")
_ENDS_NAME = re.compile(
    r"\s+(?:là|chủ trì|chủ động|chịu trách nhiệm|có trách nhiệm|tham gia|tham mưu|phối hợp)\b"
    r"|\s*:\s"
)
"""What follows a name in the sentence that tells its duty."""
_NOT_WORDS = re.compile(r"[^\w&,]+")
_SAME = (
    ("uy ban nhan dan", "ubnd"),
    ("&", " va "),
    ("so nganh", "so, nganh"),
)
_MANY = re.compile(r"[Cc]ác ")
_CUT_ALL = re.compile(r"\s*[;\n•+]\s*")
"""«Các sở, ngành» is one name, whatever commas are in it."""
_CUT = re.compile(r"\s*[;\n•+]\s*|\s*,\s+|\s+và\s+")


@frozen
class Near:
    """A name of the register that is like the one in the text; ``share`` of 100."""

    id: str
    name: str
    share: int


@frozen
class Party:
    """Who is meant by ``said``; ``id`` is "" where no register names them."""

    said: str
    id: str
    near: tuple[Near, ...] = ()


@frozen
class Names:
    """The registers, and what the user says besides: name as printed → id."""

    ws: Workspace
    given: Mapping[str, str]

    @cached_property
    def _ids(self) -> dict[str, str]:
        """Every form of every name → id; of two that read alike the first."""
        found = {normal(name): given for name, given in self.given.items()}
        for actor, name in self._forms():
            found.setdefault(normal(name), actor)
        return found

    def _forms(self) -> Iterator[tuple[str, str]]:
        for key, actor in self.ws.actors.items():
            yield key, actor.name
        province = self.ws.settings.value.province.name if self.ws.settings else ""
        for key, actor in self.ws.actors.items():
            short = "" if isinstance(actor, PartnerUnit) else actor.short or ""
            for name in (short, *actor.aliases):
                if name:
                    yield key, name
            if province and not isinstance(actor, PartnerUnit):
                yield key, f"{actor.name} tỉnh {province}"

    def party(self, said: str) -> Party:
        """Who is meant; «Đề nghị» before and brackets after the name do not count."""
        for words in (said, _IN_BRACKETS.sub("", said)):
            for form in (words, _bare(words)):
                if found := self._ids.get(normal(form)):
                    return Party(said, found)
        return self._named_first(_bare(_IN_BRACKETS.sub("", said)))

    def _named_first(self, said: str) -> Party:
        """Who is named before a verb: «Công an tỉnh chủ trì …», for whom the whole is no name.

        «Các sở, ban, ngành chủ trì …» are some of a group, so the group is only proposed.
        """
        name = _ENDS_NAME.split(said, maxsplit=1)[0]
        known = self._ids.get(normal(name), "") if name != said else ""
        chosen = any(normal(name) == normal(one) for one in self.given)
        if known and (chosen or not _MANY.match(name)):
            return Party(name, known)
        return Party(name, "", self._near(name))

    def parties(self, cell: str) -> tuple[Party, ...]:
        """All who are named in a cell or a list, in their order.

        Names of the register hold commas and «và» themselves, so the longest that fits is taken
        first; what no register names ends at the next comma.
        """
        found: list[Party] = []
        rest = cell.strip(" -–;,.\n")
        while rest:
            name = self.opening(rest)
            if name is None:
                cut = (_CUT_ALL if _MANY.match(rest) else _CUT).search(rest)
                words = rest[: cut.start()] if cut else rest
                party = self.party(words.strip(" .-"))
            else:
                words, party = name, self.party(name)
            if party.said and all(party.id != one.id or not party.id for one in found):
                found.append(party)
            rest = re.sub(r"^(?:[\s;,.:•+-]|và\s)+", "", rest[len(words) :])
        return tuple(found)

    def id_of(self, party: Party) -> str:
        """The id, or one of its own for a name that nobody knows: never that of another."""
        if party.id:
            return party.id
        made = slug(party.said)
        return f"{made}{_UNCLEAR}" if made in self.ws.actors else made

    def opening(self, text: str) -> str | None:
        """The longest name of the register that the text begins with, as it is typed there.

        «Đề nghị», «Giao» before it belong to it.
        """
        if request := _REQUEST.match(text):
            name = self.opening(text[request.end() :])
            return request[0] + name if name else None
        ends = [match.start() for match in re.finditer(r"(?=[\s;,.:()]|$)", text[:160])]
        return next(
            (text[:end] for end in reversed(ends) if end and normal(text[:end]) in self._ids), None
        )

    def _near(self, said: str) -> tuple[Near, ...]:
        found = process.extract(
            normal(said), list(self._ids), scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR, limit=9
        )
        best: dict[str, Near] = {}
        for form, share, _ in found:
            key = self._ids[form]
            if key in self.ws.actors:
                best.setdefault(key, Near(key, self.ws.actors[key].name, round(share)))
        return tuple(best.values())[:_MOST]


def _bare(said: str) -> str:
    """A name without the verb of a request before it: «Đề nghị Tổng công ty …»."""
    name = _REQUEST.sub("", said.strip(), count=1)
    return f"{name[0].upper()}{name[1:]}" if name else said


def normal(name: str) -> str:
    """A name as it is looked up: no marks, no capitals, common abbreviations one way."""
    folded = fold(name)
    for one, other in _SAME:
        folded = folded.replace(one, other)
    return " ".join(_NOT_WORDS.sub(" ", folded).replace(",", " ").split())


def slug(name: str, longest: int = _LONGEST_SLUG) -> str:
    """An id made of a name: «cac-so-ban-nganh», cut at a word."""
    said = _NOT_SLUG.sub("-", fold(name)).strip("-") or "chua-ro"
    if len(said) <= longest:
        return said
    return said[: longest + 1].rpartition("-")[0] or said[:longest]
