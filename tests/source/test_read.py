from __future__ import annotations

import os
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.diagnostics import Fault, Span
from kehoach_cli.source.characters import MAX_FAULTS_OF_A_KIND, clean
from kehoach_cli.source.disk import MAX_BYTES
from kehoach_cli.source.read import SourceFile, read_source, read_text, scan_ids

PLAN = """\
# danh mục nhiệm vụ
tasks:
  - id: mf-01  # việc đầu
    title: "Xây dựng «nền tảng» dữ liệu"
    support: [mobifone, so-tc]
    split: {partner_does: 'hạ tầng', province_does: >-
        bố trí
        kinh phí}
  - id: mf-02
    title: |
      Dòng một
        # không phải ghi chú

    due: Quý IV/2026
"""


def no_name(_data: bytes) -> str | None:
    return None


def read(root: Path, data: bytes | str, name: str = "a.yaml") -> SourceFile:
    (root / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_source(root, name, name_encoding=no_name)


def only(found: SourceFile) -> Fault:
    (fault,) = found.faults
    return fault


def test_a_good_file_gives_its_values_and_no_fault(tmp_path: Path) -> None:
    found = read(tmp_path, "a: 1\nb: [x, null]\n")
    assert found == SourceFile(
        "a.yaml", "a: 1\nb: [x, null]\n", {"a": "1", "b": ["x", None]}, is_plain=True
    )


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffa: ứng\n",
        "a: ứng\r\n",
        unicodedata.normalize("NFD", "a: ứng\n"),
        "a: >-\n  x\x07\n",
        "a: x\u2028\n",
        "a: |\n  x\x85\n  y\n",
        'a: "\\u0061"\n',
        "a: 1\n\n\x1b\n",
    ],
)
def test_a_file_with_odd_characters_is_not_plain(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, "a: ứng « »\u00a0\U0001f600 — \\\n").is_plain
    found = read(tmp_path, text)
    assert not found.is_plain
    assert isinstance(found.data, dict)


def test_words_typed_with_separate_marks_are_the_words_they_look_like(tmp_path: Path) -> None:
    typed = unicodedata.normalize("NFD", "role: phối hợp\n")
    source = read(tmp_path, typed)
    assert source.data == {"role": "phối hợp"}
    assert source.text == typed


def test_an_empty_file_has_no_data_and_is_not_broken(tmp_path: Path) -> None:
    assert read(tmp_path, b"") == SourceFile("a.yaml")


def test_windows_line_ends_stay_out_of_text_and_values(tmp_path: Path) -> None:
    found = read(tmp_path, "a: |\r\n  một\r\n  hai\r\n")
    assert found.text == "a: |\n  một\n  hai\n"
    assert found.data == {"a": "một\nhai\n"}


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    fault = only(read_source(tmp_path, "none.yaml", name_encoding=no_name))
    assert (fault.kind, fault.args) == ("unreadable-file", {"reason": "missing"})


@pytest.mark.parametrize("name", ["a\0b.yaml", "file.yaml/below.yaml"])
def test_a_name_that_cannot_exist_is_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.yaml").touch()
    fault = only(read_source(tmp_path, name, name_encoding=no_name))
    assert fault.args == {"reason": "missing"}


def test_an_overlong_name_is_an_io_error(tmp_path: Path) -> None:
    fault = only(read_source(tmp_path, "x" * 300, name_encoding=no_name))
    assert fault.args == {"reason": "io-error"}


def test_a_directory_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    found = read_source(tmp_path, "a.yaml", name_encoding=no_name)
    assert only(found).args == {"reason": "directory"}
    assert found.is_broken


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert only(read_source(tmp_path, "a.yaml", name_encoding=no_name)).args == {
        "reason": "not-a-file"
    }


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.yaml").write_text("a: 1")
    (root / "a.yaml").symlink_to(tmp_path / "secret.yaml")
    for path in ("a.yaml", "../secret.yaml"):
        fault = only(read_source(root, path, name_encoding=no_name))
        assert fault.args == {"reason": "outside-workspace"}


def test_a_link_inside_the_workspace_is_followed(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("a: 1")
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    assert read_source(tmp_path, "a.yaml", name_encoding=no_name).data == {"a": "1"}


def test_links_that_dangle_or_loop_are_faults(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "b.yaml")
    for name in ("a.yaml", "b.yaml"):
        fault = only(read_source(tmp_path, name, name_encoding=no_name))
        assert (fault.kind, fault.args) == ("unreadable-file", {"reason": "missing"})


def test_a_file_without_permission_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1")
    (tmp_path / "a.yaml").chmod(0)
    if os.access(tmp_path / "a.yaml", os.R_OK):
        pytest.skip("this user may read everything")
    fault = only(read_source(tmp_path, "a.yaml", name_encoding=no_name))
    assert fault.args == {"reason": "no-permission"}


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as big:
        big.truncate(50_000_000)
    fault = only(read_source(tmp_path, "a.yaml", name_encoding=no_name))
    assert fault.kind == "file-too-large"
    assert fault.args == {"size_bytes": 50_000_000, "limit_bytes": MAX_BYTES}


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("a: ế".encode("utf-16"), "UTF-16"),
        (b"a: \xff\x00", "binary"),
        (b"a: \xb8\xb9", "TCVN3"),
        (b"a: \xfe", "unknown"),
    ],
)
def test_what_is_not_utf8_is_named(tmp_path: Path, data: bytes, encoding: str) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    found = read_source(
        tmp_path, "a.yaml", name_encoding=lambda raw: "TCVN3" if b"\xb8" in raw else None
    )
    assert (only(found).kind, only(found).args["encoding"]) == ("not-utf8", encoding)
    assert (found.text, found.data, found.is_broken) == ("", None, True)


def test_the_first_bad_byte_is_placed_and_ids_are_still_found(tmp_path: Path) -> None:
    found = read(tmp_path, "a: ế\r\n- id: mf-01\r\nấn".encode() + b"\xff")
    assert only(found).place.span == Span("a.yaml", 3, 3, 3, 4)
    assert found.ids == {"mf-01"}


def test_forbidden_characters_are_named_and_the_file_is_still_read(tmp_path: Path) -> None:
    found = read(tmp_path, "\ufeffa: x\u2028y\nb: z\x07\n")
    assert found.data == {"a": "x y", "b": "z"}
    assert [
        (fault.kind, fault.args["name"], fault.args["codepoint"], fault.place.span)
        for fault in found.faults
    ] == [
        (
            "forbidden-character",
            "dấu thứ tự byte (BOM)",
            "U+FEFF",
            Span("a.yaml", 1, 1, 1, 2),
        ),
        ("forbidden-character", "ký tự ngắt dòng", "U+2028", Span("a.yaml", 1, 5, 1, 6)),
        ("forbidden-character", "ký tự điều khiển", "U+0007", Span("a.yaml", 2, 5, 2, 6)),
    ]
    assert not found.is_broken


def test_rubbish_is_named_twenty_times_at_most(tmp_path: Path) -> None:
    assert len(read(tmp_path, "\0" * 500).faults) == MAX_FAULTS_OF_A_KIND


def test_tabs_are_named_twenty_times_at_most(tmp_path: Path) -> None:
    found = read(tmp_path, "a:\n" + "\tb: 1\n" * 30)
    assert [fault.kind for fault in found.faults] == ["forbidden-character"] * MAX_FAULTS_OF_A_KIND


def test_a_broken_file_keeps_the_ids_that_a_scan_finds(tmp_path: Path) -> None:
    found = read(tmp_path, "tasks:\n  - id: mf-01\n  - {title: x, id: 'mf-02'}\n  - [\nid: mf\n")
    assert found.is_broken
    assert found.ids == {"mf-01", "mf-02", "mf"}


def test_a_scan_takes_ids_and_nothing_that_ends_in_id() -> None:
    assert scan_ids("parent_id: a\ngrid: b\n- - id: c\nx: id: d\n") == {"c"}


def test_other_texts_are_read_with_the_same_care(tmp_path: Path) -> None:
    (tmp_path / "issued.md").write_bytes("# Mục đích\r\na: [\x0b".encode())
    found = read_text(tmp_path, "issued.md", name_encoding=no_name)
    assert found.text == "# Mục đích\na: [ "
    assert (only(found).kind, found.data) == ("forbidden-character", None)
    assert (found.path, only(found).place.file) == ("issued.md", "issued.md")
    missing = read_text(tmp_path, "none.md", name_encoding=no_name)
    assert (missing.path, only(missing).kind) == ("none.md", "unreadable-file")


def test_a_suppression_is_read_and_a_bad_one_is_a_fault(tmp_path: Path) -> None:
    found = read(tmp_path, "a: 1 # kehoach: bỏ qua KH204 – đã hỏi\nb: 2 # kehoach: bỏ qua KH204\n")
    assert [one.counts for one in found.suppressions] == [True, False]
    assert (only(found).kind, only(found).args) == ("bad-suppression", {"reason": "no-reason"})


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
def test_reading_never_raises_on_any_bytes(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read(Path(folder), data)


@settings(deadline=None)
@given(st.text(alphabet="ab: -[]{}'\"|>&*!%#?,\n\t~\\\r\x85\u2028", max_size=60))
def test_reading_never_raises_on_what_looks_like_yaml(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = read(Path(folder), text)
    assert found.is_broken <= bool(found.faults)


@pytest.mark.parametrize(
    ("typed", "codepoint", "value"),
    [
        (r"mã \x1b[0m", "U+001B", "mã  [0m"),
        (r"a\0b", "U+0000", "a b"),
        (r"a\Lb\L", "U+2028", "a b "),
        (r"a\\x1b\tb\n", None, "a\\x1b\tb\n"),
    ],
)
def test_forbidden_characters_of_escapes_are_named_at_their_value(
    tmp_path: Path, typed: str, codepoint: str | None, value: str
) -> None:
    source = read(tmp_path, f'- id: bt-1\n  parts: [x, "{typed}"]\n')
    assert source.data == [{"id": "bt-1", "parts": ["x", value]}]
    assert [(one.kind, one.place.path, one.args["codepoint"]) for one in source.faults] == (
        [("forbidden-character", (0, "parts", 1), codepoint)] if codepoint else []
    )


def test_escapes_are_named_twenty_times_at_most(tmp_path: Path) -> None:
    source = read(tmp_path, "".join(['- "\\x1b"\n'] * 30))
    assert source.data == [" "] * 30
    assert len(source.faults) == MAX_FAULTS_OF_A_KIND


def test_reading_never_raises_on_a_plan_cut_anywhere(tmp_path: Path) -> None:
    data = PLAN.encode()
    for length in range(len(data)):
        found = read(tmp_path, data[:length])
        kinds = [fault.kind for fault in found.faults if fault.kind == "yaml-syntax"]
        assert len(kinds) <= 1


@given(st.text(max_size=50))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
