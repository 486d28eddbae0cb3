"""Whatever a workspace holds: a Vietnamese sentence with its place and the contract's exit code.

No traceback, no half-written file, no English.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

BASE = Path(__file__).parents[1] / "workspaces" / "base"
EVERY_STATE = Path(__file__).parents[1] / "workspaces" / "every-state"
CLOSING = ("--as-of", "14/12/2027")
AS_OF = ("--as-of", "30/6/2027")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "ws")


FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yaml"))


def spoilt(data: bytes) -> Iterator[tuple[str, bytes]]:
    yield "emptied", b""
    yield "binary", bytes(range(256)) * 40
    yield "zeroes", b"\0" * 4096
    yield "utf-16", data.decode().encode("utf-16")
    yield "an alias bomb", b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    yield "deep", b"[" * 50_000
    yield "deep maps", b"".join(b" " * depth + b"a:\n" for depth in range(400))
    yield "a number", b"7\n"
    yield "English words", b"hello: world\n"
    for tenth in range(1, 10):
        yield f"cut at {tenth}/10", data[: len(data) * tenth // 10]


@pytest.mark.parametrize("name", FILES)
def test_a_spoilt_file_gives_findings_and_never_a_traceback(
    root: Path, kehoach: Kehoach, name: str
) -> None:
    whole = (BASE / name).read_bytes()
    for what, data in spoilt(whole):
        (root / name).write_bytes(data)
        code, out, err = kehoach("validate", "--root", root, *AS_OF)
        assert code in {exits.CLEAN, exits.FOUND}, what
        assert err == "", what
        if not what.startswith("cut"):
            assert code == exits.FOUND, what
            assert name in out, what


@pytest.mark.parametrize("name", FILES)
def test_documents_of_a_spoilt_workspace_are_not_written(
    root: Path, kehoach: Kehoach, tmp_path: Path, name: str
) -> None:
    (root / name).write_bytes(b"a: [\n")
    for words in (("render-docx",), ("report", "--year", "2027")):
        code, _, err = kehoach(*words, "--root", root, "--out", tmp_path / "out", *AS_OF)
        assert code == exits.FOUND
        assert name in err
        assert "Chưa xuất văn bản nào" in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("what", ["a folder", "a link out", "a dangling link", "a link to itself"])
def test_something_else_where_a_file_belongs(
    root: Path, kehoach: Kehoach, tmp_path: Path, name: str, what: str
) -> None:
    path = root / name
    path.unlink()
    match what:
        case "a folder":
            path.mkdir()
        case "a link out":
            outside = tmp_path / "ngoai.yaml"
            shutil.copy(BASE / name, outside)
            path.symlink_to(outside)
        case "a dangling link":
            path.symlink_to(root / "khong-co.yaml")
        case _:
            path.symlink_to(path)
    code, out, _ = kehoach("validate", "--root", root, *AS_OF)
    assert code == exits.FOUND
    assert f"{name}:1:1: KH001" in out


@pytest.mark.skipif(os.geteuid() == 0, reason="this user may read everything")
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_may_not_be_read(root: Path, kehoach: Kehoach, name: str) -> None:
    (root / name).chmod(0)
    code, out, _ = kehoach("validate", "--root", root, *AS_OF)
    assert code == exits.FOUND
    assert "không có quyền đọc" in out


def test_a_file_of_fifty_megabytes_is_refused_without_reading(root: Path, kehoach: Kehoach) -> None:
    with (root / "data/challenges.yaml").open("wb") as out:
        out.truncate(50_000_000)
    code, text, _ = kehoach("validate", "--root", root, *AS_OF)
    assert code == exits.FOUND
    assert "data/challenges.yaml:1:1: KH011" in text


def test_a_bad_progress_file_names_its_sender_and_the_document_is_written(
    root: Path, kehoach: Kehoach, tmp_path: Path
) -> None:
    bad = root / "data/plans/mau/progress/2027/so-khcn.yaml"
    bad.parent.mkdir(parents=True)
    bad.write_text("sender: [\n", encoding="utf-8")
    out = tmp_path / "out"
    code, text, _ = kehoach("report", "--year", "2027", "--root", root, "--out", out, *AS_OF)
    assert code == exits.FOUND
    assert (out / "bao-cao-2027.docx").exists()
    assert "không hợp lệ" in text or "chưa hợp lệ" in text


def test_who_sent_what_cannot_be_read_is_not_called_silent(
    tmp_path: Path, kehoach: Kehoach
) -> None:
    root = shutil.copytree(EVERY_STATE, tmp_path / "ws")
    words = ("--root", root, "--period", "2027")
    assert "\nChưa gửi báo cáo 4/16: " in kehoach("brief", *words, *CLOSING)[1]
    (root / "data/plans/hop-tac-so/progress/2027/so-yt.yaml").write_text("sender: [\n", "utf-8")
    code, text, _ = kehoach("brief", *words, *CLOSING)
    assert code == exits.FOUND
    assert "\nChưa có báo cáo hợp lệ 5/16: " in text
    out = ("--out", tmp_path / "out")
    assert kehoach("forms", "export", "--register", *words, *out)[0] == exits.FOUND


def test_a_bad_progress_file_is_named_and_the_rest_is_computed(
    tmp_path: Path, kehoach: Kehoach
) -> None:
    root = shutil.copytree(EVERY_STATE, tmp_path / "ws")
    words = ("status", "--root", root, "--period", "2027", "--as-of", "14/12/2027")
    _, whole, _ = kehoach(*words, "--format", "json")
    (root / "data/plans/hop-tac-so/progress/2027/so-yt.yaml").write_text("sender: [\n", "utf-8")
    code, text, err = kehoach(*words)
    assert code == exits.FOUND
    assert "Báo cáo có lỗi: Sở Y tế (kỳ 2027); xem: kehoach validate\n" in err
    assert "(báo cáo chưa hợp lệ: Sở Y tế)" in " ".join(text.split())
    _, rest, _ = kehoach(*words, "--format", "json")
    before, after = (json.loads(one)["items"] for one in (whole, rest))
    changed = {
        one["agency"]
        for was, now in zip(before, after, strict=True)
        for old, one in zip(was["assignments"], now["assignments"], strict=True)
        if one != old
    }
    assert changed == {"so-yt"}


def test_no_workspace_here(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = kehoach("validate")
    assert (code, out) == (exits.FAILED, "")
    assert "không tìm thấy kehoach.yaml" in err


def test_a_root_that_is_none(kehoach: Kehoach, tmp_path: Path) -> None:
    assert kehoach("validate", "--root", tmp_path / "la")[0] == exits.FAILED


@pytest.mark.parametrize(
    "words",
    [
        ("validate", "--as-of", "31/6/2027"),
        ("validate", "--format", "xml"),
        ("validate", "khong-co.yaml"),
        ("validate", "/"),
        ("validate", "--foo"),
        ("explain", "KH999"),
        ("explain",),
        ("money",),
        ("report", "--year", "27"),
        ("report", "--year", "2027", "--period", "2026-h1"),
        ("report", "--year", "2027", "--period", "2027-x"),
        ("report", "--year", "2027", "--to", "odt"),
        ("report", "--year", "2027", "--plan", "la"),
        ("status", "--agency", "so-khc"),
        ("status", "--fail-on", "khac"),
        ("render-docx", "la"),
        ("khong-co-lenh",),
    ],
)
def test_a_wrong_command_line_is_said_in_vietnamese(
    root: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(root)
    code, out, err = kehoach(*words)
    assert (code, out) == (exits.USAGE, "")
    assert err.startswith("kehoach: ")
    assert not {"Invalid", "Missing", "No such", "Error", "Usage"} & set(err.split())


def test_an_output_that_cannot_be_written(root: Path, kehoach: Kehoach, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    code, _, err = kehoach("render-docx", "--root", root, "--out", tmp_path / "tep", *AS_OF)
    assert code == exits.FAILED
    assert "không ghi được" in err


def test_a_hand_edited_document_is_kept(root: Path, kehoach: Kehoach, tmp_path: Path) -> None:
    words = ("render-docx", "--root", root, "--out", tmp_path / "out", *AS_OF)
    assert kehoach(*words)[0] == exits.CLEAN
    document = tmp_path / "out" / "ke-hoach-mau.docx"
    document.write_bytes(document.read_bytes() + b" ")
    code, _, err = kehoach(*words)
    assert code == exits.FAILED
    assert "đã được sửa" in err
    assert kehoach(*words, "--force")[0] == exits.CLEAN


def test_same_input_same_bytes(root: Path, kehoach: Kehoach, tmp_path: Path) -> None:
    documents = []
    for out in (tmp_path / "a", tmp_path / "b"):
        kehoach("render-docx", "--root", root, "--out", out, *AS_OF)
        kehoach("report", "--year", "2027", "--root", root, "--out", out, *AS_OF)
        documents.append([path.read_bytes() for path in sorted(out.glob("*.docx"))])
    assert len(documents[0]) == 2
    assert documents[0] == documents[1]


@pytest.mark.parametrize("path", ["", " "])
def test_an_empty_path_is_not_the_current_folder(root: Path, kehoach: Kehoach, path: str) -> None:
    code, _, err = kehoach("dashboard", "--root", root, *AS_OF, "--out", path)
    assert code == exits.USAGE
    assert "đường dẫn trống" in err


def test_strict_makes_warnings_count(root: Path, kehoach: Kehoach) -> None:
    path = root / "data/plans/mau/tasks.yaml"
    path.write_text(path.read_text("utf-8").replace("Quý IV/2027", "Qúy IV/2027"), encoding="utf-8")
    assert kehoach("validate", "--root", root, *AS_OF)[0] == exits.CLEAN
    assert kehoach("validate", "--strict", "--root", root, *AS_OF)[0] == exits.FOUND


def test_paths_choose_what_is_shown(
    root: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    (root / "data/la.yaml").write_text("a: 1\n", encoding="utf-8")
    assert kehoach("validate", "data/plans", *AS_OF)[0] == exits.CLEAN
    assert kehoach("validate", "data", *AS_OF)[0] == exits.FOUND
    code, out, _ = kehoach("validate", "--format", "json", *AS_OF)
    assert code == exits.FOUND
    assert [one["path"] for one in json.loads(out)["findings"]] == ["data/la.yaml"]


def test_fail_on_overdue(kehoach: Kehoach) -> None:
    words = ("status", "--root", EVERY_STATE, "--period", "2027", "--as-of", "14/12/2027")
    assert kehoach(*words)[0] == exits.CLEAN
    assert kehoach(*words, "--fail-on", "overdue")[0] == exits.FOUND


def test_a_fault_of_our_own_is_one_sentence_and_a_log(
    root: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kehoach_cli.source.footprint.walk", broken)
    monkeypatch.delenv("KEHOACH_DEBUG")
    code, _, err = kehoach("validate", "--root", root)
    assert code == exits.OWN_FAULT
    assert "Traceback" not in err
    log = Path(err.split("đã ghi vào ")[1].splitlines()[0])
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    log.unlink()
