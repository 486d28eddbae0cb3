"""The commands that answer questions, as people and programs get them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

WORKSPACES = Path(__file__).parents[1] / "workspaces"
EVERY_STATE = ("--root", WORKSPACES / "every-state", "--as-of", "14/12/2027")

Golden = Callable[[str, str], None]
QUESTIONS = {
    "brief": ("brief",),
    "mine": ("mine", "so-yt"),
    "split": ("split", "--partner", "cong-ty-mau"),
    "money": ("money", "--year", "2027"),
    "handover": ("handover",),
    "status-missing": ("status", "--missing", "due,product"),
    "status-waiting-on": ("status", "--waiting-on", "ubnd"),
    "status-by-challenge": ("status", "--by", "challenge"),
}


def test_an_answer_is_a_page_that_says_what_every_page_must(kehoach: Kehoach) -> None:
    notice = "Dữ liệu giả định, không phải số liệu của bất kỳ địa phương nào"
    _, page, _ = kehoach("brief", *EVERY_STATE, "--format", "html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert re.search(r"<title>\w.*</title>", page)
    assert page.count(f">{notice}<") == 1
    _, text, _ = kehoach("mine", "so-yt", *EVERY_STATE, "--format", "md")
    assert text.startswith(f"> *{notice}*\n\n## ")


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_reads_as_it_was_found_good(kehoach: Kehoach, golden: Golden, name: str) -> None:
    code, out, err = kehoach(*QUESTIONS[name], *EVERY_STATE)
    assert (code, err) == (exits.CLEAN, "")
    golden(f"cli/{name}.txt", out)


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_gives_its_data(kehoach: Kehoach, name: str) -> None:
    code, out, _ = kehoach(*QUESTIONS[name], *EVERY_STATE, "--format", "json")
    data = json.loads(out)
    assert code == exits.CLEAN
    assert (data["schema"], data["as_of"], data["period"]) == (1, "2027-12-14", "2027")


def test_a_session_of_the_real_data(kehoach: Kehoach) -> None:
    root = ("--root", Path(__file__).parents[2], "--as-of", "21/11/2026")
    code, out, _ = kehoach("session", "chuong-trinh-lam-viec", "--readiness", *root)
    assert code == exits.CLEAN
    assert out.startswith("Chuẩn bị: chưa ấn định ngày; giấy mời 0/11;")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("mine", "so-ytt"), "có phải là so-yt?"),
        (("mine",), "thiếu"),
        (("split", "--partner", "la"), "không có cơ quan, đơn vị «la»"),
        (("session", "la"), "không có chương trình làm việc «la»"),
        (("status", "--missing", "due,la"), "không có «la»; chọn một trong: due, product"),
        (("status", "--waiting-on", "la"), "không có cơ quan, đơn vị «la»"),
        (("status", "--by", "la"), "chọn một trong: challenge"),
        (("status", "--missing", "due", "--by", "challenge"), "chỉ dùng một trong: --missing"),
    ],
)
def test_what_does_not_exist_is_refused_in_vietnamese(
    kehoach: Kehoach, words: tuple[str, ...], said: str
) -> None:
    code, out, err = kehoach(*words, *EVERY_STATE)
    assert (code, out) == (exits.USAGE, "")
    assert err.startswith("kehoach: ")
    assert said in err.lower() or said in err


def test_broken_data_are_answered_from_what_can_be_read(kehoach: Kehoach, tmp_path: Path) -> None:
    import shutil  # noqa: PLC0415 - only here

    root = shutil.copytree(WORKSPACES / "every-state", tmp_path / "ws")
    (root / "data/plans/vien-truong/tasks.yaml").write_text("tasks: [\n", encoding="utf-8")
    code, out, err = kehoach("brief", "--root", root, "--as-of", "14/12/2027")
    assert code == exits.FOUND
    assert "lỗi (xem: kehoach validate)" in err
    assert out.startswith("Năm 2027, đến 14/12/2027")


@pytest.mark.parametrize(
    ("agency", "expected"),
    [("so-yt", exits.FOUND), ("cac-so", exits.FOUND), ("cac-xa", exits.CLEAN)],
)
def test_fail_on_overdue_counts_the_members_of_a_group(
    kehoach: Kehoach, agency: str, expected: int
) -> None:
    words = ("status", "--agency", agency, *EVERY_STATE, "--fail-on", "overdue")
    assert kehoach(*words)[0] == expected


def test_fail_on_overdue_counts_with_a_question_too(kehoach: Kehoach) -> None:
    words = ("status", "--missing", "due", *EVERY_STATE, "--fail-on", "overdue")
    assert kehoach(*words)[0] == exits.FOUND
