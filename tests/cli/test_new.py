"""``kehoach new …``: well-formed records, ids that never clash, what people typed untouched."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.diagnostics import Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.run import findings
from kehoach_cli.workspace import load

PLAN = "hop-tac-so"
TASKS = f"data/plans/{PLAN}/tasks.yaml"
AS_OF = ("--as-of", "30/6/2027")


@pytest.fixture
def kehoach(kehoach: Kehoach, root: Path) -> Kehoach:
    return lambda *words: kehoach("new", *words, "--root", root)


def text(root: Path, file: str) -> str:
    return (root / file).read_bytes().decode("utf-8")


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def errors(root: Path) -> list[str]:
    found = findings(Context(load(root), date(2027, 6, 30)))
    return [one.message for one in found if one.severity is Severity.ERROR]


EVERY_COMMAND = [
    ("plan", "Hợp tác về dữ liệu", "--period", "2027 - 2030", "--partner", "cong-ty-mau"),
    ("task", PLAN, "Lập kho dữ liệu # chung: một", "--lead", "so-khcn", "--due", "Quý IV/2027"),
    ("task", PLAN, "Việc sau họp", "--kind", "conclusion", "--document", "5/TB-UBND"),
    ("partner", "Trường Đại học Mẫu", "--kind", "university"),
    ("session", PLAN, "Làm việc quý I", "--time", "Tháng 3/2027", "--place", "UBND tỉnh"),
    ("progress", PLAN, "2027-q2", "so-yt", *AS_OF),
    ("difficulty", PLAN, "2027-q2", "so-yt", "Chưa có định mức", "--to", "so-tc", *AS_OF),
    ("proposal", PLAN, "2027-q2", "so-yt", "Bệnh án điện tử", "--kind", "project", *AS_OF),
    ("extension", "mau-01", "Quý II/2029", "--reason", "Chờ kinh phí", "--granted", "12/UBND-TH"),
]


@pytest.mark.parametrize("words", EVERY_COMMAND, ids=lambda words: words[0])
class TestEveryCommand:
    def test_adds_what_validates_and_explains_its_keys(
        self, kehoach: Kehoach, root: Path, words: tuple[str, ...]
    ) -> None:
        before = everything(root)
        code, out, err = kehoach(*words)
        assert (code, err) == (exits.CLEAN, "")
        file = out.splitlines()[0].removeprefix("Đã ghi ")
        assert "   # " in text(root, file)
        assert errors(root) == []
        assert everything(root).keys() >= before.keys()


@pytest.mark.parametrize("words", [EVERY_COMMAND[1], EVERY_COMMAND[6]], ids=lambda words: words[0])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_other_byte_stays(
    kehoach: Kehoach, root: Path, words: tuple[str, ...], line_end: str
) -> None:
    for _ in range(2):
        for file in root.rglob("*.yaml"):
            unix = file.read_bytes().replace(b"\r\n", b"\n")
            file.write_bytes(unix.replace(b"\n", line_end.encode()))
        before = everything(root)
        kehoach(*words)
        after = everything(root)
        changed = {path: data for path, data in before.items() if after[path] != data}
        for path, data in changed.items():
            kept = [line for line in after[path].splitlines() if line in data.splitlines()]
            assert [line for line in data.splitlines() if line not in kept] == []
            assert after[path].count(b"\n") == after[path].count(line_end.encode())
        assert len(after) + len(changed) > len(before)


class TestIds:
    def test_tasks_go_on_from_the_last_number(self, kehoach: Kehoach, root: Path) -> None:
        held = load(root).folder(PLAN)
        assert held is not None
        last = max(one.value.id for one in held.tasks if one.value.id.startswith("mau-"))
        number = int(last.rpartition("-")[2]) + 1
        out = kehoach("task", PLAN, "Việc mới")[1]
        assert f"Mã: mau-{number:02d}." in out

    def test_an_id_in_a_broken_file_is_not_given_again(self, kehoach: Kehoach, root: Path) -> None:
        (root / "data/plans/vien-truong/tasks.yaml").write_text(
            "tasks:\n  - id: mau-99\n  title: [", encoding="utf-8"
        )
        assert "Mã: mau-100." in kehoach("task", PLAN, "Việc mới")[1]

    def test_names_get_numbers_when_they_are_taken(self, kehoach: Kehoach) -> None:
        words = ("partner", "Doanh nghiệp Thử", "--kind", "company")
        assert "Mã: doanh-nghiep-thu." in kehoach(*words)[1]
        assert "Mã: doanh-nghiep-thu-2." in kehoach(*words)[1]

    def test_a_taken_one_is_refused_with_its_place(self, kehoach: Kehoach, root: Path) -> None:
        before = everything(root)
        code, _, err = kehoach("task", PLAN, "x", "--id", "mau-01")
        assert code == exits.USAGE
        assert f"mã «mau-01» đã có ở {TASKS}:" in err
        assert everything(root) == before


class TestRefused:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("task", "la", "x"), "không có kế hoạch «la»"),
            (("task", PLAN, " "), "phải là một dòng chữ"),
            (("task", PLAN, "x", "--lead", "so-ytt"), "có phải là so-yt?"),
            (
                ("task", PLAN, "x", "--lead", "so-yt", "--support", "so-yt"),
                "«so-yt» đã chủ trì nên không phối hợp với chính mình",
            ),
            (
                ("task", PLAN, "x", "--support", "so-yt", "--support", "so-yt"),
                "«so-yt» được ghi hai lần ở --support",
            ),
            (("task", PLAN, "x", "--kind", "duty"), "loại duty cần --clause"),
            (("task", PLAN, "x", "--kind", "proposal"), "loại proposal cần --proposal"),
            (("task", PLAN, "x", "--kind", "conclusion"), "loại conclusion cần --document"),
            (("task", PLAN, "x", "--id", "Mã"), "«Mã» không phải là mã"),
            (("plan", "x", "--period", "2030 - 2026"), "không phải là một năm"),
            (("plan", "!", "--period", "2026"), "không đặt được mã từ tên này"),
            (("progress", PLAN, "27", "so-yt"), "không có kỳ báo cáo «27»"),
            (("progress", PLAN, "2027", "cac-so"), "là một nhóm"),
            (("extension", "mau-0x", "Quý I/2028", "--reason", "x"), "không có nhiệm vụ"),
        ],
    )
    def test_in_words_and_nothing_is_written(
        self, kehoach: Kehoach, root: Path, words: tuple[str, ...], said: str
    ) -> None:
        before = everything(root)
        code, _, err = kehoach(*words)
        assert code == exits.USAGE
        assert said in err
        assert everything(root) == before

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("task", PLAN, "x", "--due", "tháng 14/2027"), "«tháng 14/2027»"),
            (("task", PLAN, "x", "--due", "mai kia"), "không hiểu thời hạn «mai kia»"),
            (
                ("task", PLAN, "x", "--kind", "proposal", "--proposal", "dx-la"),
                "không có đề xuất nào mang mã «dx-la»",
            ),
            (
                ("extension", "mau-01", "mai kia", "--reason", "x", "--granted", "1/UBND-TH"),
                "không hiểu thời hạn «mai kia»",
            ),
        ],
    )
    def test_what_would_be_an_error_is_not_written(
        self, kehoach: Kehoach, root: Path, words: tuple[str, ...], said: str
    ) -> None:
        before = everything(root)
        code, out, err = kehoach(*words)
        assert (code, out) == (exits.FOUND, "")
        assert said in err
        assert "Chưa ghi gì" in err
        assert everything(root) == before

    @pytest.mark.parametrize("words", [("progress",), ("difficulty", "Thiếu"), ("proposal", "Thử")])
    def test_a_day_before_the_period_leads_to_its_option(
        self, kehoach: Kehoach, words: tuple[str, ...]
    ) -> None:
        what, *said = words
        code, _, err = kehoach(what, PLAN, "2028", "so-yt", *said, "--as-of", "1/3/2027")
        assert (code, "KH208" in err) == (exits.FOUND, True)
        assert "Chưa ghi gì: hãy nêu ngày báo cáo ở --as-of" in err

    def test_errors_of_others_do_not_stand_in_the_way(self, kehoach: Kehoach, root: Path) -> None:
        tasks = text(root, TASKS).replace("due: Quý", "due: Quy quy", 1)
        (root / TASKS).write_text(tasks, encoding="utf-8")
        assert errors(root) != []
        assert kehoach("task", PLAN, "Việc mới", "--due", "Quý IV/2027")[0] == exits.CLEAN

    def test_a_report_that_is_there_stays(self, kehoach: Kehoach, root: Path) -> None:
        before = everything(root)
        code, _, err = kehoach("progress", PLAN, "2027", "so-yt")
        assert code == exits.FAILED
        assert "đã có nên không tạo lại" in err
        assert everything(root) == before

    def test_a_file_with_a_fault_is_left_alone(self, kehoach: Kehoach, root: Path) -> None:
        (root / TASKS).write_text("tasks:\n  - {id: x, la: 1}\n", encoding="utf-8")
        before = everything(root)
        assert kehoach("task", PLAN, "x")[0] == exits.FAILED
        assert everything(root) == before


def test_a_new_file_leads_editors_to_its_schema(kehoach: Kehoach, root: Path) -> None:
    (root / "schemas").mkdir()
    (root / "schemas" / "partner.schema.json").write_text("{}", encoding="utf-8")
    kehoach("partner", "Doanh nghiệp Thử", "--kind", "company")
    assert text(root, "data/partners/doanh-nghiep-thu.yaml").startswith(
        "# yaml-language-server: $schema=../../schemas/partner.schema.json\n"
    )


def test_tasks_that_must_be_reported_on_are_named(kehoach: Kehoach, root: Path) -> None:
    kehoach("progress", PLAN, "2027-q2", "so-yt", *AS_OF)
    written = text(root, f"data/plans/{PLAN}/progress/2027-q2/so-yt.yaml")
    assert "\n# Việc phải báo cáo:\n#   - mau-" in written
