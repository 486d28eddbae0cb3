"""``receive``, ``received`` and ``period …``: what is written, refused and left as it was typed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as Docx
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.errors import EditRefused
from kehoach_cli.source.fold import Data
from kehoach_cli.workspace import load
from kehoach_cli.workspace.records import changed_text, receipt_added

REPOSITORY = Path(__file__).parents[2]
DIGITAL = "data/plans/hop-tac-so"
INSTITUTES = "data/plans/vien-truong"
ROUND = ("--period", "2027")
PAPER = ("receive", "so-yt", *ROUND, "--number", "512/BC-SYT", "--date", "10/12/2027")
AFTER = ("--as-of", "21/12/2027")


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the data of the province."""
    folder = tmp_path / "real"
    shutil.copytree(REPOSITORY / "data", folder / "data")
    shutil.copy(REPOSITORY / "kehoach.yaml", folder)
    return folder


@pytest.fixture
def kehoach(kehoach: Kehoach, root: Path) -> Kehoach:
    def call(*words: str | Path, at: Path = root) -> tuple[int, str, str]:
        return kehoach(*words, "--root", at)

    return call


def text(root: Path, file: str) -> str:
    """The file with the line ends that it has."""
    return (root / file).read_bytes().decode("utf-8")


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def inserted(before: str, after: str) -> str:
    """What stands in ``after`` at one place, all else being ``before``."""
    length = len(after) - len(before)
    start = next(n for n in range(len(before) + 1) if after[:n] + after[n + length :] == before)
    return after[start : start + length]


RECEIPT = """\
- period: 2027
  sender: so-yt
  received: 2027-12-10
  how: document
  number: 512/BC-SYT
  date: 2027-12-10
"""


LETTER = """\
# Sổ công văn đi; chưa có số, ngày là chưa gửi.

- id: de-nghi-bao-cao-2027-h1-{plan}
  kind: de-nghi-bao-cao
  to:
{to}  period: 2027-h1
"""
DIGITAL_SENDERS = (
    *("vp-ubnd", "so-tc", "so-yt", "so-gd", "so-xd"),
    *("cac-xa", "cong-ty-mau", "hiep-hoi-mau", "truong-mau"),
)
INSTITUTE_SENDERS = ("so-gd", "so-xd", "cong-an", "cong-ty-mau", "vien-hai", "vien-mot")


class TestReceive:
    def test_it_is_written_for_each_plan_that_the_sender_reports_on(
        self, kehoach: Kehoach, root: Path
    ) -> None:
        code, out, err = kehoach(*PAPER)
        assert (code, err) == (exits.CLEAN, "")
        assert out.splitlines()[-1] == (
            "Đã nhận báo cáo kỳ 2027 của Sở Y tế, số 512/BC-SYT, ngày 10/12/2027."
        )
        for plan in (DIGITAL, INSTITUTES):
            assert text(root, f"{plan}/receipts.yaml") == (
                f"# Sổ báo cáo đến: mỗi lần một đơn vị gửi một dòng.\n\n{RECEIPT}"
            )
        assert load(root).faults == ()

    def test_twice_is_refused_with_the_place_of_the_first(
        self, kehoach: Kehoach, root: Path
    ) -> None:
        assert kehoach(*PAPER, "--plan", "vien-truong")[0] == exits.CLEAN
        before = everything(root)
        code, out, err = kehoach(*PAPER)
        assert (code, out) == (exits.FAILED, "")
        assert f"đã có trong sổ: {INSTITUTES}/receipts.yaml:3\n" in err
        assert everything(root) == before
        assert kehoach(*PAPER, "--plan", "hop-tac-so")[0] == exits.CLEAN

    def test_a_soft_copy_and_then_the_signed_one_are_two(self, kehoach: Kehoach) -> None:
        soft = (*PAPER, "--how", "form", "--received", "11/12/2027")
        assert kehoach(*soft)[0] == exits.CLEAN
        assert kehoach(*PAPER)[0] == exits.CLEAN
        assert kehoach(*soft)[0] == exits.FAILED

    def test_word_that_nothing_arose_needs_no_number(self, kehoach: Kehoach, root: Path) -> None:
        words = ("receive", "xa-phu-loc", *ROUND, "--how", "nothing", "--received", "1/12/2027")
        assert kehoach(*words, "--note", " Báo qua\nđiện thoại: xong ")[0] == exits.CLEAN
        held = load(root).folder("hop-tac-so")
        assert held is not None
        assert held.receipts[0].value.says_nothing
        assert held.receipts[0].value.note == "Báo qua điện thoại: xong"
        rows = json.loads(kehoach("received", *ROUND, *AFTER, "--format", "json")[1])["rows"]
        (row,) = (one for one in rows if one["sender"]["id"] == "xa-phu-loc")
        assert (row["state"], row["receipt"]) == ("soft-copy", "nothing-to-report")

    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_what_people_typed_stays_byte_for_byte(
        self, kehoach: Kehoach, root: Path, line_end: str, mark: str
    ) -> None:
        typed = mark + line_end.join(
            (
                "# sổ của Lan  ",
                "",
                '- {period: "2026", sender: so-yt,   received: 2/12/2026, how: scan} # bản chụp',
                "",
                "-   period: '2027'   # kỳ này",
                "    sender: so-tc",
                "    received: 09/12/2027",
                "    how: form",
                "# hết",
                "",
            )
        )
        file = root / DIGITAL / "receipts.yaml"
        file.write_bytes(typed.encode())
        assert kehoach(*PAPER, "--plan", "hop-tac-so")[0] == exits.CLEAN
        after = text(root, f"{DIGITAL}/receipts.yaml")
        added = inserted(typed, after)
        assert "sender: so-yt" in added
        assert added.count("\n") == added.count(line_end)
        held = load(root).folder("hop-tac-so")
        assert held is not None
        assert [one.value.sender for one in held.receipts] == ["so-yt", "so-tc", "so-yt"]

    def test_a_file_with_an_error_is_left_alone(self, kehoach: Kehoach, root: Path) -> None:
        file = root / DIGITAL / "receipts.yaml"
        file.write_text("- period: 2027\n  sender: so-tc\n  la: 1\n", encoding="utf-8")
        before = everything(root)
        code, _, err = kehoach(*PAPER)
        assert code == exits.FAILED
        assert f"không ghi vào «{DIGITAL}/receipts.yaml»: tệp đang có lỗi" in err
        assert everything(root) == before

    def test_who_need_not_report_is_taken_down_for_the_only_plan(
        self, kehoach: Kehoach, real: Path
    ) -> None:
        assert kehoach(*PAPER, at=real)[0] == exits.CLEAN
        assert text(real, "data/plans/mobifone-2026-2030/receipts.yaml").endswith(RECEIPT)
        out = kehoach("received", *ROUND, *AFTER, at=real)[1]
        (line,) = (line for line in out.splitlines() if line.startswith("so-yt "))
        assert "512/BC-SYT" in line
        assert out.splitlines()[-1].startswith("105 đơn vị phải báo cáo, 105 lượt")

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("so-ytt", *ROUND, "--number", "1/BC"), "có phải là so-yt?"),
            (("so-yt", "--period", "27", "--number", "1/BC"), "không có kỳ báo cáo «27»"),
            (("so-yt", *ROUND, "--number", "BC"), "không phải là số và ký hiệu của văn bản"),
            (("so-yt", *ROUND), "cần --number"),
            (("so-yt", *ROUND, "--how", "fax"), "không có «fax»"),
            (("so-yt", *ROUND, "--how", "form", "--note", " "), "phải là một dòng chữ"),
            (("so-yt", *ROUND, "--how", "form", "--reason", "x"), "--reason chỉ dùng cùng"),
            (("so-yt", *ROUND, "--send-back"), "--send-back cần --reason"),
            (
                ("so-yt", *ROUND, "--send-back", "--reason", "x", "--how", "form"),
                "không đi cùng --date",
            ),
            (("cac-so", *ROUND, "--how", "form"), "là một nhóm"),
            (("ubnd-tinh", *ROUND, "--how", "form"), "nêu kế hoạch bằng --plan: hop-tac-so, vien"),
            (("so-yt", *ROUND, "--how", "form", "--plan", "la"), "không có kế hoạch «la»"),
            (
                (*PAPER[1:], "--received", "9/12/2027"),
                "ngày của báo cáo không thể sau ngày nhận",
            ),
        ],
    )
    def test_what_does_not_fit_is_refused_in_words(
        self, kehoach: Kehoach, root: Path, words: tuple[str, ...], said: str
    ) -> None:
        before = everything(root)
        code, out, err = kehoach("receive", *words)
        assert (code, out) == (exits.USAGE, "")
        assert said in err
        assert everything(root) == before


class TestSendBack:
    BACK = ("receive", "so-yt", *ROUND, "--send-back", "--reason", "Thiếu minh chứng")

    def test_the_last_one_is_marked_and_may_come_again(self, kehoach: Kehoach, root: Path) -> None:
        assert kehoach(*PAPER, "--plan", "vien-truong")[0] == exits.CLEAN
        assert kehoach(*self.BACK, "--received", "12/12/2027")[0] == exits.CLEAN
        mark = "  sent_back:\n    date: 2027-12-12\n    reason: Thiếu minh chứng\n"
        assert text(root, f"{INSTITUTES}/receipts.yaml").endswith(RECEIPT + mark)
        assert not (root / DIGITAL / "receipts.yaml").exists()
        assert kehoach(*self.BACK, "--received", "13/12/2027")[0] == exits.FAILED
        assert kehoach(*PAPER, "--received", "14/12/2027")[0] == exits.CLEAN

    def test_twice_never_sends_back_what_came_before(self, kehoach: Kehoach, root: Path) -> None:
        soft = (*PAPER, "--how", "form", "--received", "11/12/2027")
        assert kehoach(*PAPER)[0] == kehoach(*soft)[0] == exits.CLEAN
        assert kehoach(*self.BACK, "--received", "12/12/2027")[0] == exits.CLEAN
        before = everything(root)
        code, _, err = kehoach(*self.BACK, "--received", "12/12/2027")
        assert (code, "báo cáo sau cùng đã trả lại rồi" in err) == (exits.FAILED, True)
        assert everything(root) == before

    def test_what_nobody_took_down_cannot_go_back(self, kehoach: Kehoach) -> None:
        code, _, err = kehoach(*self.BACK)
        assert code == exits.FAILED
        assert "không có báo cáo nào của Sở Y tế để trả lại" in err

    def test_nor_before_it_came(self, kehoach: Kehoach) -> None:
        assert kehoach(*PAPER)[0] == exits.CLEAN
        assert kehoach(*self.BACK, "--received", "9/12/2027")[0] == exits.USAGE


class TestReceived:
    def test_everyone_is_in_exactly_one_state(self, kehoach: Kehoach) -> None:
        kehoach(*PAPER)
        kehoach("receive", "xa-phu-loc", *ROUND, "--number", "9/BC", "--received", "20/12/2027")
        code, out, err = kehoach("received", *ROUND, *AFTER, "--format", "json")
        assert (code, err) == (exits.CLEAN, "")
        data = json.loads(out)
        must = [row for row in data["rows"] if row["must_report"]]
        counts = {one["state"]: one["count"] for one in data["totals"]}
        assert sum(counts.values()) == len(must)
        assert all(counts[row["state"]] for row in must)
        assert data["expected"] == len({row["sender"]["id"] for row in must})
        (late,) = (row for row in must if row["state"] == "sent-late")
        assert (late["sender"]["id"], late["days_late"]) == ("xa-phu-loc", 5)

    def test_the_missing_are_those_of_the_other_views(self, kehoach: Kehoach) -> None:
        shown = json.loads(kehoach("received", *ROUND, *AFTER, "--missing", "--format", "json")[1])
        ids = {row["sender"]["id"] for row in shown["rows"]}
        silent = json.loads(kehoach("brief", *AFTER, "--period", "2027", "--format", "json")[1])
        assert ids == {one["id"] for one in silent["silent"]}
        assert {row["receipt"] for row in shown["rows"]} <= {"missing", "invalid", "returned"}
        everyone = json.loads(kehoach("received", *ROUND, *AFTER, "--format", "json")[1])
        assert shown["totals"] == everyone["totals"]

    def test_it_reads_as_a_register(
        self, kehoach: Kehoach, golden: Callable[[str, str], None]
    ) -> None:
        kehoach(*PAPER)
        golden("cli/received.txt", kehoach("received", *ROUND, *AFTER)[1])


class TestClose:
    CLOSE = ("period", "close", "2027")

    def test_a_closed_period_takes_nothing_in_until_it_is_reopened(
        self, kehoach: Kehoach, root: Path
    ) -> None:
        assert kehoach(*self.CLOSE, *AFTER)[0] == exits.CLEAN
        for words in (PAPER, ("receive", "so-yt", "--period", "2027-q3", "--how", "form")):
            code, _, err = kehoach(*words)
            assert code == exits.FAILED
            assert f"đã chốt ngày 21/12/2027 (ghi ở {DIGITAL}/closings.yaml:3)" in err
        assert kehoach(*self.CLOSE, *AFTER)[0] == exits.FAILED
        reopen = ("period", "reopen", "2027", "--document", "8/UBND-TH", "--reason", "Đính chính")
        assert kehoach(*reopen, "--date", "5/1/2028", "--as-of", "6/1/2028")[0] == exits.CLEAN
        assert kehoach(*reopen, "--as-of", "7/1/2028")[0] == exits.FAILED
        assert kehoach(*PAPER)[0] == exits.CLEAN
        assert kehoach(*self.CLOSE, "--as-of", "8/1/2028")[0] == exits.CLEAN
        held = load(root).folder("hop-tac-so")
        assert held is not None
        first, second = (one.value for one in held.closings)
        assert first.reopened is not None
        assert first.reopened.reason == "Đính chính"
        assert second.reopened is None
        assert first.fingerprint != second.fingerprint

    def test_the_round_that_is_reported_on_needs_no_name(self, kehoach: Kehoach) -> None:
        said = "Kỳ báo cáo năm 2027 (kỳ khác thì thêm --period).\n"
        named = kehoach("received", *ROUND, *AFTER)
        assert kehoach("received", *AFTER) == (*named[:2], said)
        code, out, err = kehoach("period", "close", *AFTER)
        assert (code, err) == (exits.CLEAN, said)
        assert "Đã chốt kỳ báo cáo năm 2027.\n" in out

    def test_what_changes_afterwards_is_found(self, kehoach: Kehoach, root: Path) -> None:
        assert kehoach(*self.CLOSE, *AFTER)[0] == exits.CLEAN
        file = root / INSTITUTES / "progress/2027/so-gd.yaml"
        typed = file.read_text(encoding="utf-8")
        file.write_text(f"# đã xem\n{typed}", encoding="utf-8")
        assert "KH320" not in kehoach("validate", root / INSTITUTES)[1]
        file.write_text(f"{typed}integrated: Chương trình của Sở\n", encoding="utf-8")
        assert "báo cáo của Sở GD&ĐT đã thay đổi" in kehoach("validate", root / INSTITUTES)[1]

    def test_an_error_in_a_report_of_the_period_speaks_against_it(
        self, kehoach: Kehoach, root: Path
    ) -> None:
        bad = root / DIGITAL / "progress/2026/so-yt.yaml"
        bad.write_text("sender: [", encoding="utf-8")
        assert kehoach(*self.CLOSE, *AFTER)[0] == exits.CLEAN
        (root / DIGITAL / "closings.yaml").unlink()
        (root / DIGITAL / "progress/2027/so-tc.yaml").write_text("sender: [", encoding="utf-8")
        code, out, err = kehoach(*self.CLOSE, *AFTER)
        assert (code, out) == (exits.FOUND, "")
        assert f"{DIGITAL}/progress/2027/so-tc.yaml" in err
        assert "Chưa chốt kỳ" in err
        assert not (root / DIGITAL / "closings.yaml").exists()

    def test_not_before_its_last_day(self, kehoach: Kehoach) -> None:
        code, _, err = kehoach(*self.CLOSE, "--as-of", "13/12/2027")
        assert code == exits.FAILED
        assert "kỳ 2027 đến hết ngày 14/12/2027 mới kết thúc" in err

    def test_one_plan_alone_can_be_closed_and_the_rest_later(
        self, kehoach: Kehoach, root: Path
    ) -> None:
        assert kehoach(*self.CLOSE, "--plan", "vien-truong", *AFTER)[0] == exits.CLEAN
        assert not (root / DIGITAL / "closings.yaml").exists()
        before = text(root, f"{INSTITUTES}/closings.yaml")
        assert kehoach(*self.CLOSE, *AFTER)[0] == exits.CLEAN
        assert text(root, f"{INSTITUTES}/closings.yaml") == before


class TestOpen:
    def test_the_real_round_is_completed_and_its_comments_stay(
        self, kehoach: Kehoach, real: Path, tmp_path: Path
    ) -> None:
        before = text(real, "data/periods/2027.yaml")
        out = tmp_path / "build"
        words = ("period", "open", "2027", "--guide", "123/SKHCN-CĐS", "--date", "20/11/2027")
        code, said, err = kehoach(*words, "--communes", "15/12/2027", "--out", out, at=real)
        assert (code, err) == (exits.CLEAN, "")
        assert said.endswith(f"Đã ghi 104 đề cương vào {out / 'de-cuong'}\n")
        assert text(real, "data/periods/2027.yaml") == (
            f"{before}guide:\n  number: 123/SKHCN-CĐS\n  date: 2027-11-20\n"
            "send_by:\n  communes: 2027-12-15\n"
        )
        listed = "danh-sach-don-vi-bao-cao-2027"
        assert {one.name for one in out.glob("[cd]*.*")} == {
            "cong-van-de-nghi-bao-cao-2027.docx",
            f"{listed}.docx",
            f"{listed}.xlsx",
        }
        letters = text(real, "data/plans/mobifone-2026-2030/letters.yaml")
        assert "  to:\n    - so-tc\n    - ubnd-xa-phuong\n    - mobifone\n" in letters
        assert len(list((out / "de-cuong").glob("de-cuong-bao-cao-2027-*.docx"))) == 104

    def test_a_new_round_gets_its_file_and_twice_changes_nothing(
        self, kehoach: Kehoach, root: Path, tmp_path: Path
    ) -> None:
        words = ("period", "open", "2027-h1", "--guide", "9/SKHCN", "--out", tmp_path / "out")
        assert kehoach(*words, "--ubnd", "20/6/2027", "--as-of", "1/6/2027")[0] == exits.CLEAN
        file = "data/periods/2027-h1.yaml"
        assert text(root, file) == (
            "# Kỳ báo cáo: công văn hướng dẫn, ngày chốt số liệu, hạn gửi báo cáo.\n\n"
            "id: 2027-h1\nguide:\n  number: 9/SKHCN\nsend_by:\n  focal-to-ubnd: 2027-06-20\n"
        )
        before = everything(root)
        code, out, _ = kehoach(*words, "--ubnd", "2027-06-20", "--as-of", "1/6/2027")
        assert code == exits.CLEAN
        assert file not in out
        assert everything(root) == before
        assert kehoach(*words, "--date", "30/5/2027", "--as-of", "1/6/2027", "--force")[0] == 0
        assert "guide:\n  number: 9/SKHCN\n  date: 2027-05-30\nsend_by:" in text(root, file)

    def test_other_words_than_recorded_need_a_word_of_their_own(
        self, kehoach: Kehoach, root: Path, tmp_path: Path
    ) -> None:
        file = root / "data/periods/2027.yaml"
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
        before = everything(root)
        words = ("period", "open", "2027", "--agencies", "17/12/2027", "--out", tmp_path / "out")
        code, _, err = kehoach(*words)
        assert code == exits.FAILED
        assert "hạn gửi của cơ quan, đơn vị đang ghi «16/12/2027», không phải «17/12/2027»" in err
        assert everything(root) == before
        assert not (tmp_path / "out").exists()
        assert kehoach(*words, "--change")[0] == exits.CLEAN
        old = before[str(file)].decode()
        assert file.read_bytes().decode() == old.replace(
            "agencies: 2027-12-16", "agencies: 2027-12-17"
        )

    def test_another_letter_takes_the_place_of_the_whole(
        self, kehoach: Kehoach, root: Path, tmp_path: Path
    ) -> None:
        words = ("period", "open", "2027", "--guide", "300/SKHCN", "--out", tmp_path / "out")
        assert kehoach(*words, "--change")[0] == exits.CLEAN
        assert "guide: {number: 300/SKHCN}\n" in text(root, "data/periods/2027.yaml")

    def test_errors_and_closed_periods_stop_it_before_anything_is_written(
        self, kehoach: Kehoach, root: Path, tmp_path: Path
    ) -> None:
        words = ("period", "open", "2027", "--agencies", "17/12/2027", "--change")
        to = ("--out", tmp_path / "out")
        assert kehoach("period", "close", "2027", *AFTER)[0] == exits.CLEAN
        assert "đã chốt" in kehoach(*words, *to)[2]
        (root / "data/communes.yaml").write_text("- {id: [", encoding="utf-8")
        before = everything(root)
        assert kehoach(*words, *to)[0] == exits.FOUND
        (root / "data/periods/2027.yaml").write_text("id: [", encoding="utf-8")
        assert kehoach(*words, *to)[0] == exits.FAILED
        assert not (tmp_path / "out").exists()
        changed = {name for name, data in everything(root).items() if before[name] != data}
        assert changed == {str(root / "data/periods/2027.yaml")}

    def test_the_letter_is_a_draft_in_each_register_until_it_is_out(
        self, kehoach: Kehoach, root: Path, tmp_path: Path
    ) -> None:
        to = ("--out", tmp_path / "out", "--as-of", "1/6/2027", "--force")
        words = ("period", "open", "2027-h1", *to)
        assert kehoach(*words)[0] == exits.CLEAN
        for plan, senders in ((DIGITAL, DIGITAL_SENDERS), (INSTITUTES, INSTITUTE_SENDERS)):
            assert text(root, f"{plan}/letters.yaml") == LETTER.format(
                plan=plan.rpartition("/")[2], to="".join(f"    - {one}\n" for one in senders)
            )
        assert "không" not in kehoach("validate", "data/plans/hop-tac-so/letters.yaml")[1]
        before = everything(root / "data")
        assert kehoach(*words)[0] == exits.CLEAN
        assert everything(root / "data") == before
        days = ("--agencies", "18/6/2027", "--communes", "17/6/2027", "--partners", "18/6/2027")
        out_on = ("--guide", "500/SKHCN", "--date", "1/6/2027", *days)
        assert kehoach(*words, *out_on)[0] == exits.CLEAN
        more = "  number: 500/SKHCN\n  date: 2027-06-01\n  answer_due: 2027-06-18\n"
        file = f"{INSTITUTES}/letters.yaml"
        assert text(root, file) == before[str(root / file)].decode() + more

    def test_the_reminder_goes_on_from_it(self, kehoach: Kehoach, tmp_path: Path) -> None:
        to = ("--out", tmp_path / "out")
        words = ("--guide", "500/SKHCN", "--date", "1/6/2027", "--as-of", "1/6/2027")
        assert kehoach("period", "open", "2027-h1", *words, *to)[0] == exits.CLEAN
        assert kehoach("remind", "--as-of", "20/6/2027", *to)[0] == exits.CLEAN
        document = Docx(str(tmp_path / "out/cong-van-don-doc-2027-h1.docx"))
        said = "Tiếp theo Công văn số 500/SKHCN ngày 01/6/2027, qua theo dõi"
        assert any(said in one.text for one in document.paragraphs)
        waiting = json.loads(kehoach("handover", "--as-of", "20/6/2027", "--format", "json")[1])
        assert {one["number"] for one in waiting["letters"]} == {"500/SKHCN"}

    def test_another_letter_takes_the_place_in_the_register_too(
        self, kehoach: Kehoach, root: Path, tmp_path: Path
    ) -> None:
        words = ("period", "open", "2027-h1", "--as-of", "1/6/2027", "--out", tmp_path / "out")
        first = ("--guide", "500/SKHCN", "--date", "1/6/2027")
        assert kehoach(*words, *first)[0] == exits.CLEAN
        assert kehoach(*words, "--guide", "501/SKHCN", "--change", "--force")[0] == exits.CLEAN
        for plan in (DIGITAL, INSTITUTES):
            assert "  number: 501/SKHCN\n" in text(root, f"{plan}/letters.yaml")
            assert "date:" not in text(root, f"{plan}/letters.yaml")

    def test_a_letter_that_somebody_typed_in_is_left_alone(
        self, kehoach: Kehoach, root: Path, tmp_path: Path
    ) -> None:
        file = root / DIGITAL / "letters.yaml"
        typed = '- {id: cv, kind: de-nghi-bao-cao, date: 2027-11-16, to: [so-yt], period: "2027"}\n'
        file.write_text(typed, encoding="utf-8")
        words = ("period", "open", "2027", "--as-of", "20/11/2027", "--out", tmp_path / "out")
        assert kehoach(*words)[0] == exits.CLEAN
        assert file.read_text(encoding="utf-8") == typed
        assert "number: 245/SKHCN-CĐS" in text(root, f"{INSTITUTES}/letters.yaml")

    def test_a_closing_day_of_its_own(self, kehoach: Kehoach, root: Path, tmp_path: Path) -> None:
        words = ("period", "open", "2027-h1", "--as-of", "1/6/2027", "--out", tmp_path / "out")
        assert kehoach(*words, "--closing", "20/6/2027")[0] == exits.CLEAN
        assert "id: 2027-h1\nclosing: 2027-06-20\n" in text(root, "data/periods/2027-h1.yaml")
        code, _, err = kehoach(*words, "--closing", "21/6/2027")
        assert code == exits.FAILED
        assert "ngày chốt số liệu đang ghi «20/6/2027», không phải «21/6/2027»" in err
        assert kehoach(*words, "--closing", "21/6/2027", "--change", "--force")[0] == exits.CLEAN
        assert "closing: 2027-06-21\n" in text(root, "data/periods/2027-h1.yaml")
        for day in ("1/12/2026", "1/9/2027"):
            code, _, err = kehoach(*words, "--closing", day)
            assert code == exits.USAGE
            assert "không thuộc kỳ 2027-h1" in err

    @pytest.mark.parametrize(
        ("days", "said"),
        [
            (
                ("--agencies", "10/6/2026"),
                "hạn gửi của cơ quan, đơn vị 10/6/2026 không thuộc kỳ 2027-h1; phải sau ngày",
            ),
            (
                ("--agencies", "18/6/2027", "--ubnd", "17/6/2027"),
                "hạn gửi của cơ quan, đơn vị 18/6/2027 sau hạn báo cáo UBND tỉnh ở --ubnd",
            ),
        ],
    )
    def test_days_that_no_round_has_are_refused(
        self, days: tuple[str, ...], said: str, kehoach: Kehoach, root: Path
    ) -> None:
        before = everything(root)
        code, _, err = kehoach("period", "open", "2027-h1", *days)
        assert (code, said in err) == (exits.USAGE, True)
        assert everything(root) == before

    def test_a_plan_that_cannot_be_read_is_no_year_without_plans(
        self, kehoach: Kehoach, root: Path
    ) -> None:
        for plan in (DIGITAL, INSTITUTES):
            (root / plan / "plan.yaml").write_text("id: [", encoding="utf-8")
        code, out, err = kehoach("period", "open", "2027-h1")
        assert code == exits.FOUND
        assert "plan.yaml:1:" in out + err

    def test_a_round_that_no_plan_is_in_is_refused(
        self, kehoach: Kehoach, root: Path, tmp_path: Path
    ) -> None:
        before = everything(root)
        words = ("period", "open", "2035", "--as-of", "20/11/2035", "--out", tmp_path / "out")
        code, _, err = kehoach(*words)
        assert (code, "không có kế hoạch nào trong kỳ 2035" in err) == (exits.FAILED, True)
        assert everything(root) == before
        assert not (tmp_path / "out").exists()

    def test_the_day_belongs_to_a_letter(self, kehoach: Kehoach) -> None:
        code, _, err = kehoach("period", "open", "2027", "--date", "1/1/2027")
        assert code == exits.USAGE
        assert "phải đi cùng --guide" in err


class TestDisk:
    def test_what_somebody_saved_meanwhile_is_not_lost(self, root: Path, tmp_path: Path) -> None:
        file = root / DIGITAL / "receipts.yaml"
        ws = load(root)
        folder = ws.folder("hop-tac-so")
        assert folder is not None
        record: dict[str, Data] = {
            "period": "2027",
            "sender": "so-yt",
            "received": "2027-12-10",
            "how": "scan",
        }
        change = receipt_added(folder, record)
        assert changed_text(ws, change).endswith("  how: scan\n")
        file.write_text("- period: 2027\n", encoding="utf-8")
        with pytest.raises(EditRefused, match="vừa được người khác thay đổi"):
            changed_text(ws, change)
        file.unlink()
        file.symlink_to(tmp_path / "missing.yaml")
        with pytest.raises(EditRefused, match="vừa được người khác thay đổi"):
            changed_text(ws, change)

    def test_a_link_stays_a_link(self, kehoach: Kehoach, root: Path) -> None:
        assert kehoach(*PAPER)[0] == exits.CLEAN
        file, real = root / DIGITAL / "receipts.yaml", root / "so-den.yaml"
        file.rename(real)
        file.symlink_to(real)
        again = ("receive", "so-tc", *ROUND, "--number", "7/BC-STC", "--received", "1/12/2027")
        assert kehoach(*again)[0] == exits.CLEAN
        assert file.is_symlink()
        assert "so-tc" in real.read_text(encoding="utf-8")

    def test_a_folder_that_takes_no_files_is_said(
        self, kehoach: Kehoach, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        before = everything(root)
        monkeypatch.setattr(os, "fsync", full)
        code, _, err = kehoach(*PAPER)
        assert code == exits.FAILED
        assert f"không ghi được «{DIGITAL}/receipts.yaml»" in err
        assert everything(root) == before
