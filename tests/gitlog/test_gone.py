"""``kehoach show`` of an id that nothing bears any more: which amendment took it out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable

import pytest
from tests.gitlog.conftest import HERE, TASKS, Repo

from kehoach_cli.cli import exits

Command = Callable[..., tuple[int, str, str]]
AMENDMENTS = f"{HERE}/amendments.yaml"
EXTENSIONS = f"{HERE}/extensions.yaml"
TITLE = "Xây dựng kho dữ liệu dùng chung"
ROW = f"    - clause: Phụ lục\n      old: {TITLE}; chủ trì Sở KH&CN\n"
OTHER = "    - clause: Mục II\n      old: Một câu khác\n"
AMENDED = "- id: sua-doi-1\n  kind: amend\n  number: 9/KH-UBND\n  date: 2027-02-03\n  changes:\n"
DRAFT = "- id: sua-doi-2\n  kind: amend\n  changes:\n"
GRANTED = """\
- task: pl-1
  due: Quý II/2028
  reason: Chờ kinh phí
  granted: {number: 8/UBND-KGVX, date: 2027-01-20}
"""


def drop(repo: Repo) -> None:
    """Take the task of the annex out of the plan."""
    text = repo.text(TASKS)
    repo.write(TASKS, text[: text.index("  - id: pl-1")])


def said_of(kehoach: Command, repo: Repo, *words: str) -> tuple[int, str, str]:
    return kehoach(repo.root, "show", "pl-1", "--as-of", "2027-03-01", *words)


@pytest.mark.parametrize(
    ("amendments", "by"),
    [
        (AMENDED + ROW, "Bỏ theo sửa đổi sua-doi-1 (số 9/KH-UBND ngày 03/02/2027)."),
        (DRAFT + ROW, "Bỏ theo sửa đổi sua-doi-2 (dự thảo, chưa có số)."),
        (
            AMENDED + OTHER + f"{ROW}      new: Dùng kho có sẵn\n" + DRAFT + OTHER,
            "Bỏ theo sửa đổi sua-doi-1 (số 9/KH-UBND ngày 03/02/2027).",
        ),
        (
            AMENDED + f"{ROW}      new: Nâng cấp kho\n" + DRAFT + ROW,
            "Bỏ theo sửa đổi sua-doi-2 (dự thảo, chưa có số).",
        ),
    ],
)
def test_the_amendment_that_took_it_out_is_named(
    repo: Repo, kehoach: Command, amendments: str, by: str
) -> None:
    drop(repo)
    repo.write(AMENDMENTS, amendments)
    code, out, err = said_of(kehoach, repo)
    assert (code, err) == (exits.CLEAN, "")
    head, line, *_ = out.splitlines()
    assert head == f"Nhiệm vụ pl-1 · đã bỏ khỏi kế hoạch «mau»: {TITLE}"
    assert line == by


def test_programs_get_the_rows_and_who_still_names_it(repo: Repo, kehoach: Command) -> None:
    drop(repo)
    repo.write(AMENDMENTS, AMENDED + ROW)
    repo.write(EXTENSIONS, GRANTED)
    data = json.loads(said_of(kehoach, repo, "--format", "json")[1])
    assert (data["id"], data["found"]) == ("pl-1", [])
    (gone,) = data["gone"]
    assert [gone[key] for key in ("kind", "plan", "title")] == ["task", "mau", TITLE]
    (row,) = gone["by"]
    assert (row["amendment"], row["date"], row["clause"]) == ("sua-doi-1", "2027-02-03", "Phụ lục")
    assert gone["mentions"] == [{"file": EXTENSIONS, "line": 1, "text": "- task: pl-1"}]


def test_a_commitment_is_told_by_the_plans_rows(repo: Repo, kehoach: Command) -> None:
    file = "data/partners/doi-tac.yaml"
    repo.write(file, repo.text(file).partition("  - id: doi-tac-b")[0])
    repo.write(AMENDMENTS, f"{AMENDED}{OTHER}    - clause: Mục I\n      new: Thêm\n")
    code, out, _ = kehoach(repo.root, "show", "doi-tac-b", "--as-of", "2027-03-01")
    assert code == exits.FOUND  # the signed text still has it
    assert out.startswith("Cam kết doi-tac-b · đã bỏ khỏi kế hoạch «mau»\nKhông còn tên của nó")
    assert "Một câu khác" in out
    assert "Thêm" not in out


class TestWithoutGit:
    @pytest.fixture
    def repo(self, repo: Repo) -> Repo:
        shutil.rmtree(repo.top / ".git")
        drop(repo)
        return repo

    def test_what_stands_tells_of_which_plan_it_was(self, repo: Repo, kehoach: Command) -> None:
        repo.write(AMENDMENTS, AMENDED + ROW + DRAFT + OTHER)
        repo.write(EXTENSIONS, GRANTED)
        code, out, _ = said_of(kehoach, repo)
        assert code == exits.CLEAN
        assert "đã bỏ khỏi kế hoạch «mau»\nKhông còn tên của nó ở đây" in out
        assert all(words in out for words in (TITLE, "Một câu khác", "sua-doi-1", "sua-doi-2"))

    @pytest.mark.parametrize("extensions", ["[]\n", GRANTED.partition("  granted")[0]])
    def test_nobody_knows_what_nothing_that_stands_names(
        self, repo: Repo, kehoach: Command, extensions: str
    ) -> None:
        repo.write(AMENDMENTS, AMENDED + ROW)
        repo.write(EXTENSIONS, extensions)
        code, _, err = said_of(kehoach, repo)
        assert code == exits.USAGE
        assert "không có gì mang mã «pl-1»" in err


@pytest.mark.parametrize(
    "amendments", ["", AMENDED + OTHER, f"{DRAFT}{ROW}".replace("amend", "correct", 1)]
)
def test_what_no_amendment_took_out_is_told_by_git(
    repo: Repo, kehoach: Command, amendments: str
) -> None:
    drop(repo)
    if amendments:
        repo.write(AMENDMENTS, amendments)
    code, out, err = said_of(kehoach, repo)
    assert (code, out) == (exits.USAGE, "")
    assert "mã «pl-1» đã bỏ; xem: kehoach history pl-1" in err


def test_what_was_never_there_has_a_near_word(repo: Repo, kehoach: Command) -> None:
    code, _, err = kehoach(repo.root, "show", "pl-11", "--as-of", "2027-03-01")
    assert code == exits.USAGE
    assert "không có gì mang mã «pl-11»; có phải là pl-1?" in err
