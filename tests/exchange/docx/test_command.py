"""``kehoach check-docx``: exit codes, formats, files that are no help; and it never writes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

Plant = Callable[[str, str], bytes]


@pytest.fixture
def call(kehoach: Kehoach) -> Kehoach:
    return lambda *words: kehoach("check-docx", *words)


@pytest.fixture
def folder(tmp_path: Path, plant: Plant, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a workspace that holds a good file, a bad one and one with a warning."""
    (tmp_path / "tốt.docx").write_bytes(plant("cong-van", ""))
    (tmp_path / "sai.docx").write_bytes(plant("ke-hoach", "Trích yếu: cỡ 12"))
    typed = "Trích yếu: kẻ bằng dấu gạch dưới"
    (tmp_path / "nhắc.docx").write_bytes(plant("ke-hoach", typed))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_good_file_is_said_to_be_good(folder: Path, call: Kehoach) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert call("tốt.docx") == (exits.CLEAN, "Không có lỗi trong 1 tệp.\n", "")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.usefixtures("folder")
def test_a_finding_names_part_paragraph_and_what_the_decree_wants(call: Kehoach) -> None:
    code, out, _ = call("tốt.docx", "sai.docx")
    assert code == exits.FOUND
    first, excerpt, *_ = out.splitlines()
    assert first.startswith("sai.docx:1")
    assert "KH811 Trích yếu: cỡ chữ 12, Nghị định 30/2020 quy định 13–14" in first
    assert "│ Triển khai một việc giả định năm 2027" in excerpt
    assert out.endswith("1 lỗi trong 2 tệp.\n")


@pytest.mark.usefixtures("folder")
def test_warnings_count_when_strict(call: Kehoach) -> None:
    assert call("nhắc.docx")[0] == exits.CLEAN
    assert call("nhắc.docx", "--strict")[0] == exits.FOUND


@pytest.mark.usefixtures("folder")
def test_programs_get_the_same_shape_as_from_validate(call: Kehoach) -> None:
    code, out, _ = call("sai.docx", "--format", "json")
    assert code == exits.FOUND
    data = json.loads(out)
    (finding,) = data["findings"]
    assert (finding["code"], finding["name"], finding["path"]) == ("KH811", "part-size", "sai.docx")
    assert finding["line"] > 1
    assert data["summary"]["files"] == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit", "markdown"])
def test_every_format_of_validate_is_there(form: str, call: Kehoach) -> None:
    code, out, _ = call("sai.docx", "--format", form)
    assert code == exits.FOUND
    assert "cỡ chữ 12" in out or "c\\u1ee1 ch\\u1eef 12" in out


@pytest.mark.usefixtures("folder")
def test_files_that_cannot_be_read_do_not_hide_the_others(call: Kehoach) -> None:
    code, out, _ = call("không-có.docx", ".", "sai.docx")
    assert code == exits.FOUND
    assert "không-có.docx:1:1: KH801 không có tệp này" in out
    assert ".:1:1: KH801 đây là thư mục" in out
    assert "KH811" in out
    assert "Chưa kiểm tra được nội dung: ., không-có.docx." in out


def test_without_files_the_usage_is_said(call: Kehoach) -> None:
    assert call()[0] == exits.USAGE


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="máy này không có /dev/zero")
def test_what_never_ends_is_not_read_to_its_end(call: Kehoach) -> None:
    code, out, _ = call("/dev/zero")
    assert (code, "KH836" in out) == (exits.FOUND, True)
