"""Every fault names the file that it stands in, and why that file is not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach_cli.diagnostics import Fault
from kehoach_cli.source.disk import MAX_BYTES
from kehoach_cli.source.read import SourceFile, read_source

NAME = "data/plans/p/tasks.yaml"


def named(data: bytes) -> str | None:
    return "VNI" if b"\xf4" in data else None


def read(data: bytes | Fault) -> SourceFile:
    return read_source(Path("/khong-dung-den"), NAME, name_encoding=named, held={NAME: data})


@pytest.mark.parametrize(
    "data",
    [
        b"a: [",
        b"a: 1\n<<<<<<< x\nb: 2\n",
        b"a: *b\n",
        b"a: &b c\n",
        b"a: !b c\n",
        b"a: 1\na: 2\n",
        b"\ta: 1\n",
        "a: 1 # kehoach: bỏ qua KH204\n".encode(),
        b'a: "\\u0001"\n',
        "a: \u20281\n".encode(),
        b"a: \xff\n",
        b"[" * 70,
        b"x" * (MAX_BYTES + 1),
    ],
)
def test_a_fault_names_its_file(data: bytes) -> None:
    faults = read(data).faults
    assert faults
    assert read(data).path == NAME
    assert {fault.place.file for fault in faults} == {NAME}
    assert {fault.place.span.file for fault in faults if fault.place.span} <= {NAME}


@pytest.mark.parametrize(
    ("data", "args"),
    [
        ("a: ố\n".encode("utf-16"), {"reason": "named", "encoding": "UTF-16"}),
        (b"\xff\x00", {"reason": "binary", "encoding": "binary"}),
        (b"\xff", {"reason": "unknown", "encoding": "unknown"}),
        (b"\xf4", {"reason": "named", "encoding": "VNI"}),
    ],
)
def test_the_encoding_is_named_or_said_to_be_unknown(data: bytes, args: dict[str, str]) -> None:
    (fault,) = read(data).faults
    assert (fault.kind, dict(fault.args)) == ("not-utf8", args)


def test_ids_are_scanned_for_only_where_the_file_is_broken() -> None:
    assert read(b"- id: a\n").ids == frozenset()
    assert read(b"- id: a\n- [\n").ids == {"a"}


def test_what_is_not_held_is_missing() -> None:
    found = read_source(Path("/khong-dung-den"), NAME, name_encoding=named, held={})
    assert [dict(fault.args) for fault in found.faults] == [{"reason": "missing"}]
    assert (found.path, found.is_broken) == (NAME, True)
