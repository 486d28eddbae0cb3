"""Random files, random changes: exactly the intended data change, all other lines stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple, cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_cli.diagnostics import DataPath
from kehoach_cli.errors import EditRefused
from kehoach_cli.source.characters import clean
from kehoach_cli.source.edit import Append, Insert, Operation, Remove, Set, compose, edit
from kehoach_cli.source.fold import PLAIN, Data, fold
from kehoach_cli.source.spans import SpanMap, span_map

ODD = [
    *(
        "#",
        "a #b",
        "a: b",
        "a:",
        "- a",
        "-",
        "?",
        "? a",
        "a, b",
        "[x",
        "x]",
        "{x}",
        "'",
        '"',
        "it's",
    ),
    *(
        "yes",
        "null",
        "~",
        "true",
        "1.10",
        "12:30",
        "2026-01-01",
        "---",
        "...",
        "%a",
        "@a",
        "`a",
        "!a",
    ),
    *(
        "&a",
        "*a",
        "|",
        ">",
        "<<",
        "",
        " ",
        " a",
        "a ",
        "a  b",
        "a\tb",
        "\ta",
        "a\nb",
        "a\nb\n",
        "\n",
    ),
    *(
        "a\n\nb",
        "a\n b",
        " a\nb",
        "a \nb",
        "a\nb\n\n",
        "\r",
        "a\r\nb",
        "\x00",
        "\x07",
        "\x7f",
        "\x85",
    ),
    *(
        "\u2028",
        "\ufeff",
        "\ufeffa",
        "\xa0",
        "a\xa0b",
        "\xa0a",
        "😀 tệp",
        "e\u0302\u0301",
        "\\",
        "\\n",
    ),
    *("Sở KH&CN", "Quý IV/2026", "a, {b}: [c] #d", "dài " * 60 + "hết", "x" * 1500, "# kehoach: a"),
    *("\ud7ff", "\ue000", "\ufffd", "\U0010ffff", "a\\\nb", "đ) «x» “y” – ’"),
]
TEXTS = st.sampled_from(ODD) | st.text(alphabet="aế: -,#'\"[]{}\n|>?&*!%@`\\", max_size=6)
KEYS = st.sampled_from(
    ["id", "title", "tasks", "ghi chú", "a b", "1", "null", "a: b", "#x", "", "-"]
)
VALUES: st.SearchStrategy[Data] = st.recursive(
    TEXTS | st.sampled_from([None, True, False]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


LITERAL = re.compile(r"\w[^\n\r\t\x00-\x1f\x7f-\x9f\u2028\ufeff]*\S(\n{1,2}\w+)*\n?")


class Typist:
    """Types data as people do: any layout, comments, blank lines; every word of it is drawn."""

    def __init__(self, draw: Any) -> None:
        self._draw = draw
        self._comments = 0

    def file(self, data: Data) -> str:
        lines = self._block(data, 0) if self._is_block(data) else [self._flow(data)]
        end: str = self._pick("\n", "\n\n", "\n# cuối\n")
        text = "\n".join([*self._own_line(0), *lines]) + end
        text = text.replace("\n", self._pick("\n", "\n", "\r\n"))
        mark: str = self._pick("", "", "\ufeff")
        return mark + text

    def _block(self, data: Any, column: int) -> list[str]:
        wide = self._pick(2, 2, 3)
        lines: list[str] = []
        pairs = data.items() if isinstance(data, dict) else ((None, item) for item in data)
        for key, value in pairs:
            lines += self._own_line(column)
            opening = " " * column + ("-" if key is None else self._key(key) + ":")
            if isinstance(value, str) and LITERAL.fullmatch(value) and self._pick(True, False):  # noqa: FBT003 - drawn
                chomp = "" if value.endswith("\n") else "-"
                body = value.removesuffix("\n").split("\n")
                lines.append(f"{opening} |{chomp}{self._comment()}")
                lines += [" " * (column + wide) + line if line else "" for line in body]
            elif not self._is_block(value):
                text = self._flow(value) if value is not None else self._pick("", " ~", " null")
                space = "" if value is None else self._pick(" ", " ", "  ")
                lines += [*(opening + space + text + self._comment()).split("\n")]
            elif key is None and self._pick(True, False):  # noqa: FBT003 - drawn
                first, *rest = self._bare(value, column + 2)
                lines += [opening + " " + first[column + 2 :], *rest]
            else:
                is_flush = isinstance(value, list) and key is not None and self._pick(True, False)  # noqa: FBT003 - drawn
                inner = self._block(value, column + (0 if is_flush else wide))
                lines += [opening + self._comment(), *inner]
            lines += [""] * self._pick(0, 0, 1)
        return lines

    def _bare(self, value: Data, column: int) -> list[str]:
        lines = self._block(value, column)
        while not lines[0].strip() or lines[0].lstrip().startswith("#"):
            lines = lines[1:]
        return lines

    def _flow(self, data: Data) -> str:
        if isinstance(data, list):
            inner = self._pick(", ", ",  ").join(map(self._flow, data))
            return f"[{inner}{self._pick('', ',') if data else ''}]"
        if isinstance(data, dict):
            pairs = (f"{self._key(key)}: {self._flow(item)}" for key, item in data.items())
            space = self._pick("", " ")
            return f"{{{space}{', '.join(pairs)}{space}}}"
        return self._scalar(data)

    def _scalar(self, value: Data) -> str:
        if not isinstance(value, str):
            return {None: "null", True: "true", False: "false"}[value]  # type: ignore[index]
        is_simple = re.fullmatch(r"\w[\w/.]*( [\w/.]+)*", value) and value not in PLAIN
        if is_simple and self._pick(True, True, False):  # noqa: FBT003 - drawn
            return value
        if value.isprintable() and self._pick(True, False):  # noqa: FBT003 - drawn
            return "'" + value.replace("'", "''") + "'"
        return '"' + "".join(f"\\U{ord(character):08X}" for character in value) + '"'

    def _key(self, key: str) -> str:
        return compose({key: "x"}).removesuffix(": x\n")

    def _comment(self) -> str:
        return "  " + self._text() if self._pick(False, False, True) else ""  # noqa: FBT003 - drawn

    def _own_line(self, column: int) -> list[str]:
        indent = " " * (column + self._pick(0, 0, 1))
        return [indent + self._text()] if self._pick(False, False, True) else []  # noqa: FBT003 - drawn

    def _text(self) -> str:
        self._comments += 1
        return f"# ghi chú {self._comments}, [x]: 'y'"

    def _is_block(self, value: Data) -> bool:
        return isinstance(value, list | dict) and bool(value) and self._pick(True, True, False)  # noqa: FBT003 - drawn

    def _pick(self, *choices: Any) -> Any:
        return self._draw(st.sampled_from(choices))


class Case(NamedTuple):
    text: str
    data: Data
    operations: list[Operation]


@st.composite
def cases(draw: Any, most: int = 3) -> Case:
    data = draw(st.dictionaries(KEYS, VALUES, max_size=4) | st.lists(VALUES, max_size=3))
    text = Typist(draw).file(data)
    operations: list[Operation] = []
    for _ in range(draw(st.integers(1, most))):
        known = list(paths(data))
        path, value = draw(st.sampled_from(known))
        kinds: list[Operation] = [Set(path, draw(VALUES))] if path else []
        if isinstance(value, list) or value is None:
            kinds.append(Append(path, draw(VALUES)))
        if isinstance(value, dict):
            kinds += [Set((*path, "mới"), draw(VALUES)), Append((*path, "thêm"), draw(VALUES))]
        if path:
            kinds.append(Remove(path))
        one = draw(st.sampled_from(kinds))
        if not any(related(one.path, other.path) for other in operations):
            operations.append(one)
    return Case(text, data, operations)


def paths(value: Data, path: DataPath = ()) -> Iterator[tuple[DataPath, Data]]:
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*path, index))


def related(one: DataPath, other: DataPath) -> bool:
    return one[: len(other)] == other or other[: len(one)] == one


def outcome(data: Data, operations: list[Operation]) -> Data:
    """The same in the plainest words: changes first, then removals from the back."""
    top: Any = {"top": deepcopy(data)}
    removals = [one for one in operations if isinstance(one, Remove)]
    removals.sort(key=lambda one: [str(step) for step in one.path], reverse=True)
    for one in [*(one for one in operations if not isinstance(one, Remove)), *removals]:
        parent: Any = top
        *above, last = ("top", *one.path)
        for step in above:
            parent = parent[step]
        if isinstance(one, Set):
            parent[last] = one.value
        elif isinstance(one, Append):
            old = parent.get(last) if isinstance(parent, dict) else parent[last]
            parent[last] = [*(old or []), one.value]
        else:
            del parent[last]
    return cast("Data", top["top"])


@st.composite
def insertions(draw: Any) -> tuple[str, list[str], dict[int, tuple[str, ...]], set[int]]:
    """A file with a list under «a», what comes behind which of its items, and which items go."""
    items = draw(st.lists(st.sampled_from("pqrst"), min_size=2, max_size=5))
    text = Typist(draw).file({"a": items})
    places = st.sampled_from(range(-1, len(items)))
    news = draw(st.dictionaries(places, st.tuples(st.sampled_from("xyz")), min_size=1))
    gone = draw(st.sets(st.sampled_from(range(len(items))), max_size=len(items) - 1))
    return text, items, news, gone - set(news)


def untouched(case: Case) -> list[str]:
    """The lines on which nothing stands that an operation speaks of."""
    text = clean(case.text)
    lines, spans = text.split("\n"), span_map(text)
    taken: set[int] = set()
    for one in case.operations:
        is_there = (one.path, "value") in spans
        path = one.path if is_there else one.path[:-1]
        line, column, end_line, end_column = spans[path, "value"]
        is_growing = isinstance(one, Append) or not is_there
        is_flow = lines[line - 1][column - 1 : column] in {"[", "{"}
        if is_growing and not is_flow and (line, column) != (end_line, end_column):
            end_line = (
                line - 1 if lines[line - 1][column - 1 : end_column - 1] not in NULLS else line
            )
        if not is_growing or end_line >= line:
            taken.update(range(opening(lines, spans, path), end_line))
        if isinstance(one, Remove):
            taken.update(comments_below(lines, end_line))
            taken.update(opening(lines, spans, path[:length]) for length in range(len(path)))
    kept = (line for number, line in enumerate(lines) if number not in taken)
    return [bare(line) for line in kept if line.strip()]


def bare(line: str) -> str:
    """Without the dash that a line takes over when what stood behind it is gone."""
    return line.lstrip(" -")


NULLS = {"~", "null"}


def opening(lines: list[str], spans: SpanMap, path: DataPath) -> int:
    """Number, from 0, of the line with the key or the dash."""
    line, column, *_ = spans.get((path, "key"), spans[path, "value"])
    line -= 1
    if path and isinstance(path[-1], int) and not lines[line][: column - 1].strip():
        line = max(above for above in range(line) if lines[above].strip().startswith("-"))
    return line


def comments_below(lines: list[str], line: int) -> Iterator[int]:
    while line < len(lines) and (not lines[line].strip() or lines[line].strip().startswith("#")):
        yield line
        line += 1


def is_in_order(some: list[str], every: list[str]) -> bool:
    rest = iter(every)
    return all(line in rest for line in some)


PATIENT = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=100)


@PATIENT
@given(cases())
def test_the_result_says_what_was_asked_for_and_all_other_lines_stay(case: Case) -> None:
    before = fold(clean(case.text), "a.yaml")
    assert before.faults == ()
    assert before.data == case.data
    after = edit(case.text, "a.yaml", case.operations)
    assert fold(clean(after), "a.yaml").data == outcome(case.data, case.operations)
    assert is_in_order(untouched(case), [bare(line) for line in clean(after).split("\n")])
    assert after.startswith("\ufeff") == case.text.startswith("\ufeff")
    assert "\r\n" not in case.text or not re.search(r"(?<!\r)\n", after)


@PATIENT
@given(insertions())
def test_items_come_behind_those_that_are_named(
    given: tuple[str, list[str], dict[int, tuple[str, ...]], set[int]],
) -> None:
    text, items, news, gone = given
    asked: list[Operation] = [Insert(("a", index), values) for index, values in news.items()]
    asked += [Remove(("a", index)) for index in sorted(gone)]
    wanted = list(news.get(-1, ()))
    for index, item in enumerate(items):
        wanted += [*([] if index in gone else [item]), *news.get(index, ())]
    assert fold(clean(edit(text, "a.yaml", asked)), "a.yaml").data == {"a": wanted}


@PATIENT
@given(VALUES)
def test_any_value_makes_a_file(value: Data) -> None:
    text = compose(value, comment="Một\nHai")
    assert fold(clean(text), "a.yaml").data == value
    assert clean(text) == text
    assert text.startswith("# Một\n# Hai\n")


@PATIENT
@given(cases(most=1))
def test_a_change_twice_is_a_change_once(case: Case) -> None:
    if isinstance(case.operations[0], Set):
        once = edit(case.text, "a.yaml", case.operations)
        assert edit(once, "a.yaml", case.operations) == once


PIECES = [
    "a",
    "b",
    ":",
    ": ",
    "- ",
    "-",
    "? ",
    "\n",
    "\n  ",
    "\n    ",
    " ",
    "#",
    " # c",
    ",",
    "---",
]
PIECES += [
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "|",
    "|+",
    ">-",
    "\t",
    "\r\n",
    "&x",
    "*x",
    "!",
    "\x85",
    "...",
]


@PATIENT
@given(st.data(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join), VALUES)
def test_whatever_the_file_a_change_is_right_or_refused(
    data: st.DataObject, text: str, value: Data
) -> None:
    before = fold(clean(text), "a.yaml").data
    path, _ = data.draw(st.sampled_from(list(paths(before))))
    kinds: list[Operation] = [
        Set(path, value),
        Append(path, value),
        Remove(path),
        Set((*path, "mới"), value),
    ]
    operation = data.draw(st.sampled_from(kinds))
    try:
        after = fold(clean(edit(text, "a.yaml", [operation])), "a.yaml").data
    except EditRefused:
        return
    if operation == kinds[-1] and outcome_of(before, path) is None:
        operation = Set(path, {"mới": value})
    assert after == outcome(before, [operation])


def outcome_of(data: Any, path: DataPath) -> Data:
    for step in path:
        data = data[step]
    return cast("Data", data)
