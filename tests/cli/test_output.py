"""Files are written whole or not at all, and a hand edit is never lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kehoach_cli.cli.atomic import replace_file
from kehoach_cli.cli.output import LEDGER, write_all
from kehoach_cli.errors import OutputError


def test_writes_files_and_remembers_their_sums(tmp_path: Path) -> None:
    out = tmp_path / "build"
    paths = write_all(out, {"a.docx": b"mot", "b.docx": b"hai"}, force=False)
    assert [path.read_bytes() for path in paths] == [b"mot", b"hai"]
    assert set(json.loads((out / LEDGER).read_text(encoding="utf-8"))) == {"a.docx", "b.docx"}


def test_an_untouched_file_is_overwritten(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.docx": b"mot"}, force=False)
    write_all(tmp_path, {"a.docx": b"hai"}, force=False)
    assert (tmp_path / "a.docx").read_bytes() == b"hai"


def test_a_hand_edit_is_kept_and_nothing_else_is_written(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.docx": b"mot", "b.docx": b"mot"}, force=False)
    (tmp_path / "b.docx").write_bytes(b"sua tay")
    with pytest.raises(OutputError, match=r"b\.docx.* đã được sửa"):
        write_all(tmp_path, {"a.docx": b"hai", "b.docx": b"hai"}, force=False)
    assert (tmp_path / "a.docx").read_bytes() == b"mot"
    assert (tmp_path / "b.docx").read_bytes() == b"sua tay"


def test_force_overwrites_a_hand_edit(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"cua nguoi khac")
    write_all(tmp_path, {"a.docx": b"hai"}, force=True)
    assert (tmp_path / "a.docx").read_bytes() == b"hai"


@pytest.mark.parametrize("ledger", [b"", b"\xff", b"[1]", b"{", b"null", rb'{"\ud800": []}'])
def test_a_broken_ledger_protects_every_file(tmp_path: Path, ledger: bytes) -> None:
    write_all(tmp_path, {"a.docx": b"mot"}, force=False)
    (tmp_path / LEDGER).write_bytes(ledger)
    with pytest.raises(OutputError):
        write_all(tmp_path, {"a.docx": b"hai"}, force=False)
    assert (tmp_path / "a.docx").read_bytes() == b"mot"


def test_no_temporary_file_is_left_behind_when_the_place_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(OSError, match=r"."):
        replace_file(tmp_path / "a.docx", b"mot")
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_in_the_place_of_one_file_stops_all(tmp_path: Path, *, force: bool) -> None:
    (tmp_path / "b.docx").mkdir()
    with pytest.raises(OutputError, match=r"b\.docx.*thư mục trùng tên tệp"):
        write_all(tmp_path, {"a.docx": b"mot", "b.docx": b"hai"}, force=force)
    assert [path.name for path in tmp_path.iterdir()] == ["b.docx"]


def test_a_folder_that_is_a_file_is_a_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("tep", encoding="utf-8")
    with pytest.raises(OutputError, match="không ghi được"):
        write_all(tmp_path / "build", {"a.docx": b"mot"}, force=False)


def test_a_new_file_has_ordinary_rights(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_all(tmp_path, {"a.docx": b"mot"}, force=False)
    finally:
        os.umask(mask)
    assert (tmp_path / "a.docx").stat().st_mode & 0o777 == 0o644
