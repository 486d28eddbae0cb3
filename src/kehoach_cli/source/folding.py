"""The loop behind ``source.fold``, apart from it since it needs PyYAML.

Own loop instead of a PyYAML constructor: that one keeps the last of two equal keys, guesses types,
recurses, and is three to four times slower.
"""

from __future__ import annotations

from itertools import islice
from sys import intern
from typing import TYPE_CHECKING, TypeAlias

from yaml import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from kehoach_cli.diagnostics import DataPath, Fault, Place, Related
from kehoach_cli.source.characters import MAX_FAULTS_OF_A_KIND
from kehoach_cli.source.events import (
    PARSE_ERRORS,
    EventSource,
    event_span,
    open_events,
)
from kehoach_cli.source.fold import MAX_DEPTH, PLAIN, Data, Folded
from kehoach_cli.source.pausing import collector_paused
from kehoach_cli.source.syntax import RefusedError, refusal_fault, syntax_faults

if TYPE_CHECKING:
    from collections.abc import Callable

_FIRST_HERE = "khai báo lần đầu ở đây"
_ODD_KEYS = frozenset(PLAIN) | {"<<"}


class _State:
    """What the loop knows, kept outside of it so that an error finds it."""

    __slots__ = ("doubled", "items", "last", "mapping", "stack")

    def __init__(self) -> None:
        self.items: list[Data] = []
        self.mapping: dict[str, Data] | None = None
        self.last: Event | None = None
        self.stack: list[_Frame] = []
        self.doubled: list[_Doubled] = []


_Frame: TypeAlias = "tuple[dict[str, Data] | None, list[Data], str | None, Event]"
_Doubled: TypeAlias = "tuple[dict[str, Data], str, Data, Event, DataPath]"


def fold_events(text: str, file: str, opener: Callable[[str], EventSource] = open_events) -> Folded:
    """What ``source.fold.fold`` gives, read from the events that ``opener`` finds."""
    state = _State()
    try:
        with collector_paused():
            _walk(opener(text), state)
    except RefusedError as error:
        return Folded(None, (refusal_fault(error, file),), is_broken=True)
    except PARSE_ERRORS as error:
        opened = [frame[3] for frame in state.stack]
        return Folded(None, syntax_faults(error, text, file, state.last, opened), is_broken=True)
    data = state.items[0] if state.items else None
    return Folded(data, _doubled_faults(state, file))


def _walk(source: EventSource, state: _State) -> None:  # noqa: C901, PLR0912 - one loop, for speed
    """The inner loop over every value of a workspace: no call per value."""
    get_event, stack = source.get_event, state.stack
    mapping: dict[str, Data] | None = None
    items = state.items
    key: str | None = None
    while (event := get_event()) is not None:
        state.last = event
        if type(event) is ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                raise _refused_node(event)
            if mapping is not None and key is None:
                key = intern(event.value)
                if key in _ODD_KEYS and event.implicit[0]:
                    raise RefusedError("merge" if key == "<<" else "key", event)
                if key in mapping:
                    state.doubled.append((mapping, key, mapping[key], event, _path(stack)))
                continue
            value: Data = event.value
            if value in PLAIN and event.implicit[0]:
                value = PLAIN[value]
            if mapping is None or key is None:
                items.append(value)
            else:
                mapping[key] = value
            key = None
        elif type(event) is MappingEndEvent or type(event) is SequenceEndEvent:
            mapping, items, _, _ = stack.pop()
            key = None
        elif isinstance(event, CollectionStartEvent):
            _check_collection(event, stack, is_key=mapping is not None and key is None)
            fresh: dict[str, Data] | None = {} if type(event) is MappingStartEvent else None
            inner: list[Data] = []
            _attach(mapping, items, key, inner if fresh is None else fresh)
            stack.append((mapping, items, key, event))
            mapping, items, key = fresh, inner, None
        elif type(event) is AliasEvent:
            raise RefusedError("alias", event)
        elif type(event) is DocumentStartEvent and state.items:
            raise RefusedError("document", event)


def _attach(
    mapping: dict[str, Data] | None, items: list[Data], key: str | None, child: Data
) -> None:
    if mapping is not None and key is not None:
        mapping[key] = child
    else:
        items.append(child)


def _check_collection(event: CollectionStartEvent, stack: list[_Frame], *, is_key: bool) -> None:
    if event.tag is not None or event.anchor is not None:
        raise _refused_node(event)
    if is_key:
        raise RefusedError("key", event)
    if len(stack) >= MAX_DEPTH:
        raise RefusedError("depth", event)


def _refused_node(event: NodeEvent) -> RefusedError:
    return RefusedError("tag" if event.anchor is None else "anchor", event)


def _path(stack: list[_Frame]) -> DataPath:
    """The way to the open collection; the outermost frame is the file itself."""
    return tuple(
        key if key is not None else len(items) - 1 for _, items, key, _ in islice(stack, 1, None)
    )


def _doubled_faults(state: _State, file: str) -> tuple[Fault, ...]:
    """Put the first values back, latest first, and say where the others stand."""
    for mapping, key, first, _, _ in reversed(state.doubled):
        mapping[key] = first
    return tuple(
        Fault(
            "duplicate-key",
            Place(file, span=event_span(event, file)),
            {"key": key},
            (Related(Place(file, (*path, key), on="key"), _FIRST_HERE),),
        )
        for _, key, _, event, path in state.doubled[:MAX_FAULTS_OF_A_KIND]
    )
