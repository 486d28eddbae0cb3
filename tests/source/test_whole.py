"""Whole answers for a few files: where everything stands, every change, every slip of the hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.diagnostics import DataPath, Fault, Place, Span
from kehoach_cli.errors import EditRefused
from kehoach_cli.source.edit import Append, Insert, Operation, Remove, Set, edit
from kehoach_cli.source.fold import Data, fold
from kehoach_cli.source.read import SourceFile, read_source
from kehoach_cli.source.spans import Locator, span_map

if TYPE_CHECKING:
    from tests.conftest import Golden

FILES = {
    "blocks": """\
# đầu tệp
plan: ke-hoach   # mã
tasks:
  - id: mf-01
    title: 'Xây dựng'
    due:
    support: [so-tc, so-yt]

  # thuộc mf-02
  - id: mf-02
    text: |
      Dòng một
      Dòng hai
    note: >-
      một câu
      gãy dòng
last: "hết"
""",
    "brackets": """\
- {id: a, to: [b, "c d"], more: {e: f}}
- {id: g,
   to: [], more: {}}
- [h, [i]]
""",
    "dashes": """\
a:
- b: 1
  c:
  - d

  - e
- - f
  -
    g: 2
h:
    i:
        j: 3
""",
    "ends": "\ufeffa: 1\r\nb:\r\n- c\r\n- d",
}
NEW: tuple[Data, ...] = (
    "mới",
    "có: dấu",
    "hai\ndòng\n",
    None,
    ["x", "y z"],
    {"k": "v", "l": ["m"]},
    "từ " * 40 + "cuối",
)
SLIPS = (
    "\tid: a",
    "  x: [",
    " y: 1",
    "- z",
    '"',
    "due: a: b",
    "&n 1",
    "<<: *n",
    "!!str x",
    "a\u00a0b: \x07",
    "? k",
    "%",
    "---",
    "id: mf-01",
    "# kehoach: bỏ qua KH204 – vì lẽ đó",
    "# kehoach: bỏ qua",
)
BYTES = {
    "an old font": "a: kÕ ho¹ch".encode("latin-1"),
    "UTF-16": "id: kế".encode("utf-16-le"),
    "UTF-16 with its mark": "\ufeffid: kế".encode("utf-16-le"),
    "NUL": b"a: 1\r\nid: \x00\xff",
    "another encoding": "\ufeffid: mã-x\r\n- id: b-c # ".encode() + b"\xe1\x80",
    "control characters": "a: \x07\x08\u2028\ufffe\n'b\ufeff': x\n".encode(),
    "escapes": b'a: {b: ["\\x07", "\\u2028\\0"]}\n"\\b": 1\n',
    "no escape": b'a: "\\uD8"\n',
}


def paths(data: Data, path: DataPath = ()) -> Iterator[DataPath]:
    yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from paths(value, (*path, number))


def named(path: DataPath) -> str:
    return "/".join(map(str, path))


def stretch(span: Span) -> str:
    return f"{span.line}:{span.column}–{span.end_line}:{span.end_column}"


@pytest.mark.parametrize("name", FILES)
def test_where_everything_stands(golden: Golden, name: str) -> None:
    spans = span_map(FILES[name])
    lines = [f"{named(path)} {on}: {span}" for (path, on), span in spans.items()]
    data = json.dumps(fold(FILES[name].removeprefix("\ufeff"), name).data, ensure_ascii=False)
    golden(f"source/places-{name}.txt", "\n".join([data, *lines, ""]))


@pytest.mark.parametrize("name", FILES)
def test_every_change_of_every_part(golden: Golden, name: str) -> None:
    data = fold(FILES[name].removeprefix("\ufeff"), name).data
    told = [
        f"## {type(operation).__name__} {named(operation.path)}\n{changed(name, operation)}\n"
        for path in paths(data)
        for operation in operations(path)
    ]
    golden(f"source/changes-{name}.txt", "".join(told))


def operations(path: DataPath) -> Iterator[Operation]:
    yield Remove(path)
    yield from (Set(path, value) for value in NEW)
    yield Set((*path, "thêm"), "1")
    yield from (Append(path, value) for value in NEW[3:])
    yield from (Append((*path, "thêm"), value) for value in NEW[4:6])
    if path and isinstance(path[-1], int):
        yield Insert(path, (NEW[0], NEW[5]))
        yield Insert((*path[:-1], -1), (NEW[4],))


def changed(name: str, operation: Operation) -> str:
    """The lines that go and those that come; or why it cannot be."""
    before = FILES[name]
    try:
        after = edit(before, name, [operation])
    except EditRefused as refused:
        return f"! {refused.message}\n! {refused.hint}\n"
    rows = ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return "".join(f"{row[:2]}{row[2:]!r}\n" for row in rows if row[0] in "+-")


@pytest.mark.parametrize("name", FILES)
def test_every_slip_on_every_line(golden: Golden, name: str) -> None:
    lines = FILES[name].splitlines(keepends=True)
    told = []
    for number, line in enumerate(lines):
        for slip in ("", line, line[1:], *(f"{slip}\n{line}" for slip in SLIPS)):
            text = "".join([*lines[:number], slip, *lines[number + 1 :]])
            told.append(f"## {number + 1} {slip!r}\n{read(f'{name}.yaml', text.encode())}")
    golden(f"source/slips-{name}.txt", "".join(told))


def test_bytes_that_are_no_plain_text(golden: Golden) -> None:
    told = (f"## {name}\n{read('a.yaml', data)}" for name, data in BYTES.items())
    golden("source/bytes.txt", "".join(told))


def read(file: str, data: bytes) -> str:
    """All that reading finds."""
    found = read_source(Path("/"), file, name_encoding=old_name, held={file: data})
    locator = Locator(lambda _: found.text)
    lines = [" ".join(["broken", *sorted(found.ids)])] if found.is_broken else []
    lines += [line for fault in found.faults for line in said(fault, locator)]
    return "".join(f"{line}\n" for line in (*lines, *silenced(found)))


def old_name(data: bytes) -> str | None:
    return "TCVN3" if b"\xd5" in data else None


def said(fault: Fault, locator: Locator) -> Iterator[str]:
    def where(place: Place) -> str:
        return f"{place.file}:{stretch(locator.span(place))}"

    yield f"{where(fault.place)}: {fault.kind} {dict(fault.args)!r}"
    yield from (f"  + {where(other.place)}: {other.message}" for other in fault.related)


def silenced(found: SourceFile) -> Iterator[str]:
    for one in found.suppressions:
        lines = f"{one.first_line}–{one.last_line}"
        yield f"{stretch(one.span)}: {one.codes} on {lines}: {one.reason!r}"
