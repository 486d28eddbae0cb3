"""Words that people typed, for rules of language: searched in raw text first, then value by value.

A file is only walked when its text holds what is looked for, so that a clean workspace costs one
fast search a file; comments and keys are then left out by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kehoach_cli.diagnostics import DataPath, Place
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import DutyBlock
from kehoach_cli.source.fold import Data
from kehoach_cli.source.read import SourceFile
from kehoach_cli.workspace import PlanFolder, Workspace

_YAML = (".yaml", ".yml")
_CODE_KEYS = frozenset({"id", "number", "symbol", "code", "file", "link", "news", "aliases"})
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|\S*://\S*")


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
    pattern = r"\s+".join(map(re.escape, excerpt.split()))
    starts = [found.start() for found in re.finditer(pattern, text)]
    start = match.start() + match[0].index(excerpt)
    nth = starts.index(start) if start in starts else 0
    return Place(place.file, place.path, excerpt=excerpt, nth=nth)


def shown(match: re.Match[str]) -> str:
    """The matched words on one line."""
    return " ".join(match[0].split())


def yaml_files(ws: Workspace) -> Iterator[SourceFile]:
    """The data files that could be read."""
    return (
        source
        for path, source in ws.sources.items()
        if path.endswith(_YAML) and not source.is_broken
    )


def holds(*needles: str) -> Callable[[str], bool]:
    """Whether a text holds one of a few short strings: the fastest of all searches."""

    def search(text: str) -> bool:
        return any(needle in text for needle in needles)

    return search


def matches(
    ws: Workspace, pattern: re.Pattern[str], gate: Callable[[str], object] | None = None
) -> Iterator[tuple[Words, re.Match[str]]]:
    """Every match in the prose of the data files, in the order of files and lines.

    ``gate`` says of a file's raw text, where a value may be broken over lines, whether it is worth
    a walk; by default the pattern itself does, which then must not care how wide a space is.
    """
    return found_in(ws, pattern.finditer, gate or pattern.search)


def found_in(
    ws: Workspace,
    find: Callable[[str], Iterator[re.Match[str]]],
    gate: Callable[[str], object] | None = None,
) -> Iterator[tuple[Words, re.Match[str]]]:
    """Everything that ``find`` finds in the prose of the data files; ``gate`` as in ``matches``."""
    for source in yaml_files(ws):
        if not (gate(source.text) if gate else any(find(source.text))):
            continue
        for words in values(source):
            if words.is_prose:
                for match in find(words.text):
                    yield words, match


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
