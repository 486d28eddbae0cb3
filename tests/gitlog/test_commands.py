"""The commands on revisions, end to end, in a repository made for each test."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from docx import Document
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.vn.text import is_nfc

from .conftest import FOLDER, HERE, PLAN, TASKS, Repo

Golden = Callable[[str, str], None]

REPORT = f"{HERE}/progress/2027/so-khcn.yaml"
DONE = """\
sender: so-khcn
period: "2027"
reported: 2027-12-01
tasks:
  - task: pl-1
    status: done
    done_on: 2027-11-20
    product: [{document: {number: 900/QĐ-UBND, date: 2027-11-20}}]
"""
EXTENSION = """\
- task: pl-1
  due: Quý II/2028
  reason: Chờ kinh phí
  granted: {number: 640/UBND-TH, date: 2027-10-02}
"""


class TestDiff:
    def test_says_what_changed_and_who_must_confirm(self, repo: Repo, kehoach: Kehoach) -> None:
        repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
        repo.put(TASKS, "lead: so-khcn\n    support", "lead: so-yt\n    support")
        code, out, _ = kehoach(repo.root, "diff")
        assert code == exits.CLEAN
        assert "2 thay đổi từ HEAD đến tệp trên đĩa" in out
        assert "đổi thời hạn" in out
        assert "Sở Y tế" in out
        assert is_nfc(out)

    def test_json_and_markdown_say_the_same(self, repo: Repo, kehoach: Kehoach) -> None:
        repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
        repo.commit("dời thời hạn")
        _, out, _ = kehoach(repo.root, "diff", "HEAD~1", "HEAD", "--format", "json")
        data = json.loads(out)
        (one,) = data["changes"]
        assert (one["id"], one["what"], one["old"], one["new"]) == (
            "pl-1",
            "đổi thời hạn",
            "Quý IV/2027",
            "Quý I/2028",
        )
        assert [each["agency"]["id"] for each in data["confirm"]] == one["actors"]
        _, page, _ = kehoach(repo.root, "diff", "HEAD~1..HEAD", "--format", "md")
        assert "| đổi thời hạn | Quý IV/2027 | Quý I/2028 |" in page

    def test_names_the_part_of_the_plan(self, repo: Repo, kehoach: Kehoach) -> None:
        repo.put(PLAN, "text: verbatim", "text: reconstructed")
        repo.put(f"{HERE}/issued.md", "trên địa bàn", "ở cơ sở")
        _, out, _ = kehoach(repo.root, "diff", "--format", "json")
        assert [one["what"] for one in json.loads(out)["changes"]] == [
            "đổi nguồn của lời văn",
            "đổi lời văn đã ký",
        ]

    def test_nothing_changed(self, repo: Repo, kehoach: Kehoach) -> None:
        code, out, err = kehoach(repo.root, "diff")
        assert (code, out, err) == (exits.CLEAN, "0 thay đổi từ HEAD đến tệp trên đĩa\n", "")

    def test_a_broken_file_is_said_not_taken_for_gone(self, repo: Repo, kehoach: Kehoach) -> None:
        repo.write(TASKS, repo.text(TASKS) + "  - {id: x\n")
        code, out, err = kehoach(repo.root, "diff")
        assert code == exits.CLEAN
        assert "bỏ nhiệm vụ" not in out
        assert TASKS in err

    def test_writes_the_amending_plan(self, repo: Repo, kehoach: Kehoach, tmp_path: Path) -> None:
        repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
        code, out, _ = kehoach(repo.root, "diff", "--to", "docx", "--out", str(tmp_path / "ra"))
        assert code == exits.CLEAN
        assert [path.name for path in (tmp_path / "ra").glob("*.docx")] == [
            "ke-hoach-sua-doi-mau.docx"
        ]
        assert "Đã ghi" in out

    def test_a_draft_has_nothing_to_amend(
        self, repo: Repo, kehoach: Kehoach, tmp_path: Path
    ) -> None:
        draft(repo)
        repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
        out = tmp_path / "ra"
        code, _, err = kehoach(repo.root, "diff", "--to", "docx", "--out", str(out))
        assert (code, out.exists()) == (exits.CLEAN, False)
        assert "không có gì để sửa đổi" in err

    def test_whole_output(self, repo: Repo, kehoach: Kehoach, golden: Golden) -> None:
        repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
        repo.put(TASKS, "    support: [so-tc, doi-tac]", "    support: [so-yt, doi-tac]\n" + MONEY)
        repo.write(TASKS, repo.text(TASKS) + NEW_TASK)
        repo.put(PLAN, "Các nhiệm vụ cụ thể tại Phụ lục kèm theo.", "Các nhiệm vụ tại Phụ lục.")
        repo.put(PLAN, "  - agency: cac-so-nganh\n", "  - {agency: so-yt, note: t/h}\n")
        repo.write(f"{HERE}/extensions.yaml", EXTENSION)
        repo.write(REPORT, DONE)
        for form, name in (("text", "diff.txt"), ("md", "diff.md"), ("json", "diff.json")):
            _, out, _ = kehoach(repo.root, "diff", "--format", form)
            golden(f"gitlog/{name}", out)


MONEY = """\
    money:
      - year: 2027
        level: tinh
        kind: dau-tu
        source: Ngân sách tỉnh
        needed: 1.200 triệu đồng
"""
NEW_TASK = """\
  - id: pl-2
    kind: annex
    source: {clause: Phụ lục}
    title: Mở cổng dữ liệu
    lead: so-khcn
    due: Quý II/2028
"""


class TestHistory:
    def story(self, repo: Repo) -> None:
        repo.put(TASKS, "title: Xây dựng kho dữ liệu dùng chung", "title: Kho dữ liệu")
        repo.commit("tasks: rút gọn tên", day="2027-02-01")
        repo.write(f"{HERE}/extensions.yaml", EXTENSION)
        repo.commit("gia hạn pl-1", author="Trần Thị Mẫu", day="2027-10-05")
        repo.write(REPORT, DONE)

    def test_tells_it_in_words(self, repo: Repo, kehoach: Kehoach) -> None:
        self.story(repo)
        code, out, _ = kehoach(repo.root, "history", "pl-1")
        assert code == exits.CLEAN
        lines = [line.strip() for line in out.splitlines()]
        told = [line for line in lines if "·" not in line]
        assert told == [
            "Lịch sử của pl-1: Kho dữ liệu",
            "Thêm nhiệm vụ: «Xây dựng kho dữ liệu dùng chung»",
            "Đổi tên: «Xây dựng kho dữ liệu dùng chung» → «Kho dữ liệu»",
            "Thêm gia hạn: «Quý II/2028», theo số 640/UBND-TH ngày 02/10/2027",
            "Chưa ghi vào git",
            "Sở KH&CN báo cáo kỳ 2027: «đã hoàn thành; 20/11/2027»",
        ]
        assert any(line.startswith("05/10/2027 · Trần Thị Mẫu · gia hạn pl-1 (") for line in lines)

    def test_json(self, repo: Repo, kehoach: Kehoach) -> None:
        self.story(repo)
        _, out, _ = kehoach(repo.root, "history", "pl-1", "--format", "json")
        history = json.loads(out)["history"]
        assert [one["day"] for one in history] == ["2026-04-10", "2027-02-01", "2027-10-05", None]
        assert history[2]["changes"][0]["by"] == ["số 640/UBND-TH ngày 02/10/2027"]

    def test_something_that_has_gone_still_has_its_history(
        self, repo: Repo, kehoach: Kehoach
    ) -> None:
        text = repo.text(TASKS)
        repo.write(TASKS, text[: text.index("  - id: pl-1")])
        repo.commit("bỏ pl-1")
        code, out, _ = kehoach(repo.root, "history", "pl-1")
        assert code == exits.CLEAN
        assert "Bỏ nhiệm vụ: «Xây dựng kho dữ liệu dùng chung»" in out

    def test_an_unknown_id_is_refused_with_the_nearest(self, repo: Repo, kehoach: Kehoach) -> None:
        code, _, err = kehoach(repo.root, "history", "pl-2")
        assert code == exits.USAGE
        assert "có phải là pl-1?" in err

    def test_a_shallow_clone_says_that_more_was_before(
        self, repo: Repo, kehoach: Kehoach, tmp_path: Path
    ) -> None:
        self.story(repo)
        repo.commit("báo cáo")
        repo.git("clone", "--quiet", "--depth=1", repo.top.as_uri(), str(tmp_path / "nông"))
        _, out, _ = kehoach(tmp_path / "nông" / FOLDER, "history", "pl-1")
        assert "chỉ tải về một phần lịch sử" in out


class TestCheckChange:
    def test_refuses_and_says_where(self, repo: Repo, kehoach: Kehoach) -> None:
        repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
        code, out, _ = kehoach(repo.root, "check-change", "--base", "HEAD")
        assert code == exits.FOUND
        assert f"{TASKS}:25:10: KH216" in out

    def test_every_form_of_validate(self, repo: Repo, kehoach: Kehoach) -> None:
        repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
        _, out, _ = kehoach(repo.root, "check-change", "--base", "HEAD", "--format", "json")
        assert [one["code"] for one in json.loads(out)["findings"]] == ["KH216"]
        _, out, _ = kehoach(repo.root, "check-change", "--base", "HEAD", "--format", "github")
        assert f"file={FOLDER}/{TASKS}" in out

    def test_what_others_added_to_the_base_is_not_this_branchs_doing(
        self, repo: Repo, kehoach: Kehoach
    ) -> None:
        repo.git("checkout", "--quiet", "-b", "so-tc")
        repo.write(f"{HERE}/progress/2027/so-tc.yaml", DONE.replace("so-khcn", "so-tc"))
        repo.commit("báo cáo của Sở Tài chính")
        repo.git("checkout", "--quiet", "main")
        repo.write(REPORT, DONE)
        repo.commit("báo cáo của Sở KH&CN")
        repo.git("checkout", "--quiet", "so-tc")
        code, out, _ = kehoach(repo.root, "check-change", "--base", "main", "--as", "so-tc")
        assert (code, out[:13]) == (exits.CLEAN, "Không có lỗi ")

    def test_a_sender_may_not_touch_another_file_anywhere(
        self, repo: Repo, kehoach: Kehoach
    ) -> None:
        (repo.top / "README.md").write_text("x", encoding="utf-8")
        code, out, _ = kehoach(repo.root, "check-change", "--base", "HEAD", "--as", "so-tc")
        assert code == exits.FOUND
        assert "«../../README.md»" in out
        code, _, _ = kehoach(repo.root, "check-change", "--base", "HEAD", "--as", "so-khcn")
        assert code == exits.CLEAN, "the focal agency may"

    def test_a_sender_changes_no_mode_and_puts_no_link(self, repo: Repo, kehoach: Kehoach) -> None:
        (repo.root / PLAN).chmod(0o755)
        own = repo.root / HERE / "progress" / "2027" / "so-tc.yaml"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.symlink_to("../../plan.yaml")
        words = ("check-change", "--base", "HEAD", "--as", "so-tc")
        code, out, _ = kehoach(repo.root, *words)
        assert code == exits.FOUND
        assert f"{PLAN}:1:1: KH114" in out
        assert f"không được đổi quyền chạy của «{PLAN}»" in out
        assert "không được đặt liên kết (symlink)" in out

    def test_a_report_does_not_speak_in_anothers_name(self, repo: Repo, kehoach: Kehoach) -> None:
        file = f"{HERE}/progress/2027/so-tc.yaml"
        repo.write(file, DONE)
        code, out, _ = kehoach(repo.root, "check-change", "--base", "HEAD", "--as", "so-tc")
        assert (code, f"{file}:1:9: KH114" in out) == (exits.FOUND, True), out
        assert "là báo cáo của «so-tc» nhưng ghi sender: so-khcn" in out

    def test_without_a_repository_a_sentence_and_three(
        self, kehoach: Kehoach, tmp_path: Path
    ) -> None:
        (tmp_path / "kehoach.yaml").write_text("schema: 1\n", encoding="utf-8")
        for words in (("diff",), ("history", "x"), ("check-change", "--base", "main")):
            code, out, err = kehoach(tmp_path, *words)
            assert (code, out) == (exits.FAILED, "")
            assert "không nằm trong kho git" in err


def draft(repo: Repo) -> None:
    """The plan as it was before it was issued."""
    lines = [
        line
        for line in repo.text(PLAN).splitlines(keepends=True)
        if not line.startswith(("number:", "date:"))
    ]
    repo.write(PLAN, "".join(lines).replace("state: issued", "state: draft  # nháp"))
    (repo.root / HERE / "issued.md").unlink()
    repo.commit("còn là dự thảo")


ISSUE = ("issue", "mau", "--number", "15/KH-UBND", "--date", "10/4/2026", "--as-of", "1/5/2026")


class TestIssue:
    def test_fixes_number_day_and_wording(self, repo: Repo, kehoach: Kehoach) -> None:
        draft(repo)
        before = repo.text(PLAN)
        code, _, _ = kehoach(repo.root, *ISSUE)
        assert code == exits.CLEAN
        added = "number: 15/KH-UBND\ndate: 2026-04-10\n"
        assert repo.text(PLAN) == before.replace("state: draft ", "state: issued ") + added
        assert "1. Sở Khoa học và Công nghệ" in repo.text(f"{HERE}/issued.md")
        code, out, _ = kehoach(repo.root, "validate", "--strict", "--as-of", "1/5/2026")
        assert code == exits.CLEAN, out

    def test_a_wrong_or_used_number_writes_nothing(self, repo: Repo, kehoach: Kehoach) -> None:
        draft(repo)
        other = (
            repo.text(PLAN).replace("id: mau", "id: hai").replace("state: draft", "state: issued")
        )
        repo.write(
            "data/plans/hai/plan.yaml",
            other.replace("[so-khcn, cac-xa]", "[]").replace("commitments: [doi-tac]", "")
            + "number: 20/KH-UBND\ndate: 2026-03-01\n",
        )
        before = repo.text(PLAN)
        for number, code_said in (("15/QĐ-UBND", "KH507"), ("20/KH-UBND", "KH508")):
            words = [number if one == "15/KH-UBND" else one for one in ISSUE]
            code, out, err = kehoach(repo.root, *words)
            assert (code, out) == (exits.FOUND, "")
            assert code_said in err
        assert repo.text(PLAN) == before
        assert not (repo.root / HERE / "issued.md").exists()

    def test_numbers_begin_at_one(self, repo: Repo, kehoach: Kehoach) -> None:
        draft(repo)
        for number in ("0/KH-UBND", "000/KH-UBND"):
            words = [number if one == "15/KH-UBND" else one for one in ISSUE]
            code, _, err = kehoach(repo.root, *words)
            assert (code, f"«{number}» không phải là số" in err) == (exits.USAGE, True), err
        words = ["015/KH-UBND" if one == "15/KH-UBND" else one for one in ISSUE]
        assert kehoach(repo.root, *words)[0] == exits.CLEAN

    def test_a_day_to_come_and_a_second_time_are_refused(
        self, repo: Repo, kehoach: Kehoach
    ) -> None:
        code, _, err = kehoach(repo.root, *ISSUE)
        assert code == exits.FAILED
        assert "đã ban hành, số 15/KH-UBND" in err
        draft(repo)
        code, _, err = kehoach(repo.root, *ISSUE[:-1], "1/4/2026")
        assert code == exits.USAGE
        assert "chưa đến" in err

    def test_a_signed_file_that_differs_is_shown_and_nothing_is_written(
        self, repo: Repo, kehoach: Kehoach, tmp_path: Path
    ) -> None:
        draft(repo)
        kehoach(repo.root, "render-docx", "mau", "--out", str(tmp_path / "ra"))
        (signed,) = (tmp_path / "ra").glob("*.docx")
        repo.put(TASKS, "trên địa bàn", "ở cơ sở")
        before = repo.text(PLAN)
        code, out, err = kehoach(repo.root, *ISSUE, "--file", str(signed))
        assert code == exits.FOUND
        assert "{+trên địa bàn.+}" in out
        assert "--take" in err
        assert repo.text(PLAN) == before

    def test_a_signed_file_that_agrees_makes_the_text_verbatim(
        self, repo: Repo, kehoach: Kehoach, tmp_path: Path
    ) -> None:
        draft(repo)
        repo.put(PLAN, "text: verbatim", "text: reconstructed  # dựng lại")
        kehoach(repo.root, "render-docx", "mau", "--out", str(tmp_path / "ra"))
        (page,) = (tmp_path / "ra").glob("*.docx")
        code, out, err = kehoach(repo.root, *ISSUE, "--file", str(page))
        assert (code, err) == (exits.CLEAN, ""), out
        assert "text: verbatim  # dựng lại" in repo.text(PLAN)
        assert "Phối hợp triển khai trên địa bàn." in repo.text(f"{HERE}/issued.md")

    def test_without_a_signed_file_a_reconstruction_is_not_called_signed(
        self, repo: Repo, kehoach: Kehoach
    ) -> None:
        draft(repo)
        repo.put(PLAN, "text: verbatim", "text: reconstructed")
        code, _, err = kehoach(repo.root, *ISSUE)
        assert code == exits.CLEAN
        assert "kehoach compare mau" in err
        assert not (repo.root / HERE / "issued.md").exists()


class TestAmend:
    def test_the_changes_become_the_record_that_allows_them(
        self, repo: Repo, kehoach: Kehoach, tmp_path: Path
    ) -> None:
        repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
        repo.put(PLAN, "tại Phụ lục kèm theo", "tại Phụ lục mới")
        out = str(tmp_path / "ra")
        code, said, _ = kehoach(repo.root, "amend", "mau", "--reason", "Đổi", "--out", out)
        assert (code, "2 chỗ thay đổi" in said) == (exits.CLEAN, True)
        record = repo.text(f"{HERE}/amendments.yaml")
        assert 'new: "Thời hạn: Quý I/2028"' in record
        assert kehoach(repo.root, "check-change", "--base", "HEAD")[0] == exits.FOUND
        numbered = "kind: amend\n  number: 44/KH-UBND\n  date: 2027-03-09"
        repo.put(f"{HERE}/amendments.yaml", "kind: amend", numbered)
        code, said, _ = kehoach(repo.root, "check-change", "--base", "HEAD")
        assert code == exits.CLEAN, said

    def test_again_it_goes_on_with_the_draft(
        self, repo: Repo, kehoach: Kehoach, tmp_path: Path
    ) -> None:
        out = str(tmp_path / "ra")
        repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
        kehoach(repo.root, "amend", "mau", "--out", out)
        repo.put(f"{HERE}/amendments.yaml", "kind: amend", "kind: amend  # giữ lại")
        repo.put(TASKS, "Quý I/2028", "Quý II/2028")
        repo.put(TASKS, "kho dữ liệu dùng chung", "kho dữ liệu mở")
        code, said, _ = kehoach(repo.root, "amend", "mau", "--out", out)
        record = repo.text(f"{HERE}/amendments.yaml")
        assert (code, "2 chỗ thay đổi" in said) == (exits.CLEAN, True)
        assert "# giữ lại" in record
        assert "Quý I/2028" not in record
        assert record.count("- id:") == 1

    def test_the_places_of_one_task_are_told_together(
        self, repo: Repo, kehoach: Kehoach, tmp_path: Path
    ) -> None:
        repo.put(TASKS, "Quý IV/2027", "Quý I/2028")
        repo.put(TASKS, "support: [so-tc, doi-tac]", "support: [so-yt, doi-tac]")
        repo.put(PLAN, "tại Phụ lục kèm theo", "tại Phụ lục mới")
        kehoach(repo.root, "amend", "mau", "--out", str(tmp_path / "ra"))
        (page,) = (tmp_path / "ra").glob("*.docx")
        table = next(one for one in Document(str(page)).tables if len(one.columns) == 4)
        assert [cell.text for cell in table.columns[0].cells] == ["TT", "1", "2", "2"]
        assert "Phụ lục, nhiệm vụ" in table.columns[1].cells[3].text

    def test_a_plan_that_cannot_be_read_is_said(self, repo: Repo, kehoach: Kehoach) -> None:
        repo.put(PLAN, "sections:", "sections: ]")
        code, out, err = kehoach(repo.root, "amend", "mau")
        assert (code, out) == (exits.FOUND, "")
        assert f"{PLAN}:" in err
        assert "KH003" in err

    def test_nothing_to_amend_and_nothing_in_force(self, repo: Repo, kehoach: Kehoach) -> None:
        code, _, err = kehoach(repo.root, "amend", "mau")
        assert code == exits.FAILED
        assert "không khác" in err
        draft(repo)
        code, _, err = kehoach(repo.root, "amend", "mau")
        assert code == exits.FAILED
        assert "chưa ban hành" in err
