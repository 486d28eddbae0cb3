"""Where each value stands in its file, folded on demand: only files with findings pay for it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from yaml import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from kehoach_cli.diagnostics import DataPath, Place, Span
from kehoach_cli.source.characters import clean, line_and_column
from kehoach_cli.source.events import PARSE_ERRORS, open_events, position
from kehoach_cli.source.excerpts import stretch_of
from kehoach_cli.source.fold import MAX_DEPTH
from kehoach_cli.source.pausing import collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.source.events import EventSource

Stretch: TypeAlias = "tuple[int, int, int, int]"
"""Line, column, end line, end column; half-open, from 1, columns in code points."""

SpanMap: TypeAlias = "dict[tuple[DataPath, Literal['key', 'value']], Stretch]"

_KEPT_FILES = 16
_BLOCKS = ("|", ">")
_YAML_SUFFIXES = (".yaml", ".yml")


def span_map(text: str, opener: Callable[[str], EventSource] = open_events) -> SpanMap:
    """The stretch of every key and value, up to the first syntax error or alias.

    A collection without brackets ends with its last child, a block of text with its last line
    that is not blank, a value left out has no width. Of doubled keys the first counts, as in
    ``fold``.
    """
    text = clean(text)
    recorder = _Recorder(text.split("\n"))
    try:
        with collector_paused():
            source = opener(text)
            while (event := source.get_event()) is not None and recorder.depth <= MAX_DEPTH:
                if type(event) is AliasEvent:
                    break
                recorder.take(event)
    except PARSE_ERRORS:
        pass
    return recorder.spans


class _Recorder:
    """Takes events in their order and notes where keys and values stand."""

    def __init__(self, lines: list[str]) -> None:
        self.spans: SpanMap = {}
        self._lines = lines
        self._open: list[_Collection] = []
        self._end = (1, 1)

    @property
    def depth(self) -> int:
        return len(self._open)

    def take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, CollectionStartEvent):
            path = self._next_path()
            start = position(event.start_mark)
            self.spans.setdefault((path, "value"), (*start, *start))
            self._open.append(_Collection(path, start, is_map=type(event) is MappingStartEvent))
        elif isinstance(event, CollectionEndEvent):
            self._close(event)

    def _take_scalar(self, event: ScalarEvent) -> None:
        start, end = position(event.start_mark), scalar_end(event, self._lines)
        self._end = end
        inner = self._open[-1] if self._open else None
        if inner is not None and inner.is_map and inner.key is None:
            inner.key = event.value
            self.spans.setdefault(((*inner.path, event.value), "key"), (*start, *end))
        else:
            self.spans.setdefault((self._next_path(), "value"), (*start, *end))

    def _next_path(self) -> DataPath:
        """The path of the value that comes now."""
        if not self._open:
            return ()
        inner = self._open[-1]
        if not inner.is_map:
            inner.count += 1
            return (*inner.path, inner.count - 1)
        key, inner.key = inner.key or "", None
        return (*inner.path, key)

    def _close(self, event: CollectionEndEvent) -> None:
        collection = self._open.pop()
        start, end = position(event.start_mark), position(event.end_mark)
        if start != end:
            self._end = end
        key: tuple[DataPath, Literal["key", "value"]] = (collection.path, "value")
        if self.spans[key][:2] == collection.start:
            self.spans[key] = (*collection.start, *self._end)


class _Collection:
    """An open list or map: its path, and how far it has come."""

    __slots__ = ("count", "is_map", "key", "path", "start")

    def __init__(self, path: DataPath, start: tuple[int, int], *, is_map: bool) -> None:
        self.path = path
        self.start = start
        self.is_map = is_map
        self.count = 0
        self.key: str | None = None


def scalar_end(event: ScalarEvent, lines: list[str]) -> tuple[int, int]:
    """Where a scalar ends; PyYAML ends a block of text at the line after its last blank line."""
    line, column = position(event.end_mark)
    if event.style not in {"|", ">"}:
        return line, column
    first = position(event.start_mark)[0]
    last = line if column > 1 else line - 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    return last, len(lines[last - 1].rstrip()) + 1


class Locator:
    """Turns places of data into lines and columns; keeps the last few files it was asked for."""

    def __init__(self, read: Callable[[str], str]) -> None:
        """``read`` gives the text of a file by its path; empty for one that cannot be read."""
        self._text = lru_cache(_KEPT_FILES)(lambda file: clean(read(file)))
        self._lines = lru_cache(_KEPT_FILES)(lambda file: self._text(file).split("\n"))
        self._spans = lru_cache(_KEPT_FILES)(self._fold)

    def span(self, place: Place) -> Span:
        """Lines and columns of ``place``.

        A path that is not there means its nearest ancestor, an item of a list has no key of its
        own, and an excerpt that cannot be found as typed (escapes) means its whole value.
        """
        if place.span is not None:
            return place.span
        path, stretch = self._nearest(place)
        if place.excerpt and path == place.path:
            stretch = self._narrow(place, stretch) or stretch
        return Span(place.file, *stretch)

    def line(self, file: str, number: int) -> str:
        """A line of the file from 1, without its end; empty beyond the last."""
        lines = self._lines(file)
        return lines[number - 1] if 1 <= number <= len(lines) else ""

    def _fold(self, file: str) -> SpanMap:
        return span_map(self._text(file)) if file.endswith(_YAML_SUFFIXES) else {}

    def _nearest(self, place: Place) -> tuple[DataPath, Stretch]:
        spans = self._spans(place.file)
        if (place.path, place.on) in spans:
            return place.path, spans[place.path, place.on]
        for length in range(len(place.path), -1, -1):
            path = place.path[:length]
            if (path, "value") in spans:
                return path, spans[path, "value"]
        return (), self._whole(place)

    def _whole(self, place: Place) -> Stretch:
        """Of a file without data: all of it when a text is looked for, else its beginning."""
        lines = self._lines(place.file)
        return (1, 1, len(lines), len(lines[-1]) + 1) if place.excerpt else (1, 1, 1, 1)

    def _narrow(self, place: Place, stretch: Stretch) -> Stretch | None:
        """The nth occurrence inside the stretch; folded text may break it over lines."""
        line, column, end_line, end_column = stretch
        rows = list(self._lines(place.file)[line - 1 : end_line])
        rows[-1] = rows[-1][: end_column - 1]
        source = "\n".join(rows)
        begin = column - 1
        if place.path and source[begin : begin + 1] in _BLOCKS:
            begin = source.find("\n") + 1  # a comment may stand behind «|»
        found = stretch_of(place.excerpt, source[begin:], place.nth)
        if found is None:
            return None
        start, end = (offset + begin for offset in found)
        return (*_at(source, start, line), *_at(source, end, line))


def _at(source: str, offset: int, first_line: int) -> tuple[int, int]:
    line, column = line_and_column(source, offset)
    return line + first_line - 1, column
