"""Words that people typed, for rules of language: searched in one piece first, then value by value.

Comments and keys are no words: what is searched is what was loaded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

from kehoach_cli.diagnostics import DataPath, Place
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import DutyBlock
from kehoach_cli.source.excerpts import nth_of
from kehoach_cli.source.fold import Data
from kehoach_cli.source.read import SourceFile
from kehoach_cli.workspace import PlanFolder, Workspace

Find: TypeAlias = Callable[[str], Iterator[re.Match[str]]]
Gate: TypeAlias = Callable[[str], object]

_YAML = (".yaml", ".yml")
_CODE_KEYS = frozenset({"id", "number", "symbol", "code", "file", "link", "news", "aliases"})
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|\S*://\S*")
_BETWEEN = "\n\0\n"
"""Stands around each text of many in one piece: ends every word and line, goes on with none."""


@frozen
class Words:
    """A text value of a file."""

    file: str
    path: DataPath
    text: str

    @property
    def is_prose(self) -> bool:
        """It is read by people: no id, number, address of a file or page, no list of aliases."""
        return _CODE_KEYS.isdisjoint(self.path) and not _CODE.fullmatch(self.text)

    def at(self, match: re.Match[str]) -> Place:
        """The place of a match of some pattern in this text."""
        return excerpt_at(Place(self.file, self.path), self.text, match)


def excerpt_at(place: Place, text: str, match: re.Match[str]) -> Place:
    """The place of a match inside the value ``text`` that stands at ``place``."""
    excerpt = match[0].strip()
    start = match.start() + match[0].index(excerpt)
    return Place(place.file, place.path, excerpt=excerpt, nth=nth_of(excerpt, text, start))


def shown(match: re.Match[str]) -> str:
    """The matched words on one line."""
    return " ".join(match[0].split())


@frozen
class _Page:
    """A file's text values: each text once, and each with its place."""

    source: SourceFile
    texts: tuple[str, ...]

    @cached_property
    def whole(self) -> str:
        """Each text once, in one piece."""
        return f"{_BETWEEN}{_BETWEEN.join(self.texts)}{_BETWEEN}"

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """All of them with their places, in the order of the lines."""
        return tuple(values(self.source))

    def holding(self, needles: Sequence[str]) -> Sequence[str]:
        """The texts that hold one of those strings; () in the time of the fastest search."""
        for needle in needles:
            if needle in self.whole:
                break
        else:
            return ()
        return [text for text in self.texts if any(needle in text for needle in needles)]

    def found(self, find: Find, texts: Iterable[str]) -> Iterator[tuple[Words, re.Match[str]]]:
        """Everything that ``find`` finds in those texts, wherever they stand."""
        hits = {text: found for text in texts if (found := tuple(find(text)))}
        for words in self.words if hits else ():
            for match in hits.get(words.text, ()):
                yield words, match


@frozen
class Prose:
    """What is typed in the data files of a workspace, to be searched for patterns.

    All the different texts of a file are searched in one piece, then text by text, and only for
    what is found one asks where it stands: a clean file costs one fast search.
    """

    ws: Workspace

    @cached_property
    def _pages(self) -> tuple[_Page, ...]:
        return tuple(_Page(source, texts_of(source.data)) for source in yaml_files(self.ws))

    def matches(
        self,
        pattern: re.Pattern[str],
        *,
        holding: Sequence[str] = (),
        gate: Gate | None = None,
        in_codes: bool = False,
    ) -> Iterator[tuple[Words, re.Match[str]]]:
        r"""Every match in the prose of the data files, in the order of files and lines.

        What is worth a search is said by one of these, else by the pattern, which then should begin
        with letters to be fast. ``holding``: short strings, one of which is in all that the pattern
        matches; mind that its ``\s`` may be a line end. ``gate``: looks at many texts in one piece,
        each between line ends. ``in_codes``: what nobody reads as prose is searched as well.
        """
        gate = gate or pattern.search
        return self.found(pattern.finditer, holding=holding, gate=gate, in_codes=in_codes)

    def found(
        self,
        find: Find,
        *,
        holding: Sequence[str] = (),
        gate: Gate | None = None,
        in_codes: bool = False,
    ) -> Iterator[tuple[Words, re.Match[str]]]:
        """Everything that ``find`` finds in the prose of the data files; else as ``matches``."""
        is_worth_it = gate or (lambda whole: any(find(whole)))
        for page in self._pages:
            if holding:
                texts = page.holding(holding)
            else:
                texts = page.texts if is_worth_it(page.whole) else ()
            for words, match in page.found(find, texts) if texts else ():
                if in_codes or words.is_prose:
                    yield words, match


def yaml_files(ws: Workspace) -> Iterator[SourceFile]:
    """The data files that could be read."""
    return (
        source
        for path, source in ws.sources.items()
        if path.endswith(_YAML) and not source.is_broken
    )


def texts_of(data: Data) -> tuple[str, ...]:
    """The different text values below ``data``; in a fraction of the time of ``values``."""
    found: dict[str, None] = {}
    todo: list[Data] = [[data]]
    for one in todo:  # it grows under way
        for below in one.values() if type(one) is dict else one:  # type: ignore[union-attr]
            if type(below) is str:
                found[below] = None
            elif type(below) is dict or type(below) is list:
                todo.append(below)
    return tuple(found)


def values(source: SourceFile) -> Iterator[Words]:
    """All text values of a file in their order."""
    todo: list[tuple[DataPath, Data]] = [((), source.data)]
    while todo:
        path, data = todo.pop()
        match data:
            case str():
                yield Words(source.path, path, data)
            case dict():
                todo += [((*path, key), data[key]) for key in reversed(data)]
            case list():
                todo += [((*path, number), data[number]) for number in reversed(range(len(data)))]


def plan_texts(folder: PlanFolder) -> Iterator[Words]:
    """What a plan prints in words, sections first to last, then its duties; not its annex."""
    plan = folder.plan
    if plan is None:
        return
    named: list[tuple[DataPath, str | None]] = [(("intro",), plan.value.intro)]
    for number, section in enumerate(plan.value.sections):
        here: DataPath = ("sections", number)
        named += [((*here, "heading"), section.heading), ((*here, "text"), section.text)]
        for item, duty in enumerate(section.duties):
            named += _duty_texts(duty, (*here, "duties", item))
    named.append((("closing",), plan.value.closing))
    for path, text in named:
        if text:
            yield Words(plan.file, (*plan.path, *path), text)
    for task in folder.tasks:
        if task.value.kind == "duty":
            yield Words(task.file, (*task.path, "title"), task.value.title)


def _duty_texts(duty: DutyBlock, path: DataPath) -> Iterator[tuple[DataPath, str | None]]:
    yield (*path, "heading"), duty.heading
    yield (*path, "text"), duty.text
    for item, nested in enumerate(duty.nested):
        yield from _duty_texts(nested, (*path, "nested", item))
