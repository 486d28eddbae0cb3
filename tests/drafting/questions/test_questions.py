"""Every view: text and data come from the same rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.document.blocks import Paragraph, Table
from kehoach_cli.document.cells import cell_text
from kehoach_cli.document.inlines import plain
from kehoach_cli.drafting.questions.brief import WIDTH, brief
from kehoach_cli.drafting.questions.challenges import challenge_view
from kehoach_cli.drafting.questions.handover import handover
from kehoach_cli.drafting.questions.mine import mine_view
from kehoach_cli.drafting.questions.missing import CHOICES, missing_view
from kehoach_cli.drafting.questions.session import session_view
from kehoach_cli.drafting.questions.split import split_view
from kehoach_cli.drafting.questions.view import View
from kehoach_cli.drafting.questions.waiting import waiting_view
from kehoach_cli.drafting.report_view import ReportView
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.model.session import Session
from kehoach_cli.progress import Progress, assignments_of, evaluate
from kehoach_cli.workspace import Workspace, load

WORKSPACES = Path(__file__).parents[2] / "workspaces"
CLOSING = date(2027, 12, 14)
TASKS = "data/plans/mau/tasks.yaml"
DAYS = (date(2026, 11, 21), date(2027, 6, 30), date(2027, 12, 14), date(2028, 2, 1))

Data = dict[str, object]


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return load(WORKSPACES / "every-state")


@pytest.fixture(scope="module")
def progress(ws: Workspace) -> Progress:
    return evaluate(ws, CLOSING)


@pytest.fixture(scope="module")
def base() -> Workspace:
    return load(WORKSPACES / "base")


def rows_of(answer: View, name: str) -> list[list[str]]:
    """The cells of a table as they read, group rows left out."""
    (table,) = (one for one in answer.blocks if isinstance(one, Table) and one.name == name)
    return [[cell_text(cell) for cell in row.cells] for row in table.rows if not row.group]


def lines_of(answer: View) -> list[str]:
    return [plain(one.inlines) for one in answer.blocks if isinstance(one, Paragraph)]


def listed(answer: View, key: str) -> list[Data]:
    found = answer.data[key]
    assert isinstance(found, list)
    return found


def ids(rows: list[Data]) -> list[object]:
    return [one["item"]["id"] for one in rows]  # type: ignore[index]


class TestBrief:
    @pytest.mark.parametrize("day", DAYS)
    @pytest.mark.parametrize("place", [WORKSPACES / "every-state", Path(__file__).parents[3]])
    def test_it_has_at_most_ten_lines_that_a_phone_shows_whole(
        self, place: Path, day: date
    ) -> None:
        ws = load(place)
        answer = brief(ws, evaluate(ws, day))
        lines = lines_of(answer)
        assert len(lines) <= 10
        assert all(len(line) <= WIDTH for line in lines)
        assert answer.data["lines"] == lines

    def test_its_figures_are_those_of_the_report(self, ws: Workspace, progress: Progress) -> None:
        answer = brief(ws, progress)
        report = ReportView(Scene(ws, CLOSING, given=progress))
        figures = answer.data["figures"]
        assert isinstance(figures, dict)
        assert figures["overdue"] == report.overdue == 7
        assert (figures["tasks"], figures["done"], figures["silent"]) == (41, 14, 6)
        assert len(listed(answer, "silent")) == report.missing
        assert sum(one["count"] for one in listed(answer, "late")) == 7  # type: ignore[misc]

    def test_who_is_late_longest_comes_first(self, ws: Workspace, progress: Progress) -> None:
        first = listed(brief(ws, progress), "late")[0]
        assert first["agency"] == {"id": "so-yt", "name": "Sở Y tế"}
        assert (first["since"], first["days_late"]) == ("2027-06-29", 168)

    def test_a_long_name_leaves_room_for_the_figure(self, ws: Workspace) -> None:
        answer = brief(ws, evaluate(ws, date(2027, 12, 14), plan="vien-truong"))
        assert any("1 việc quá hạn" in line for line in lines_of(answer))

    def test_it_says_what_the_issuer_is_asked(self, ws: Workspace, progress: Progress) -> None:
        asked = brief(ws, progress).data["asked"]
        assert isinstance(asked, dict)
        assert [one["item"]["id"] for one in asked["submitted"]] == ["mau-13", "mau-11"]

    def test_a_difficulty_put_to_the_issuer_is_said(self, tmp_path: Path) -> None:
        ws = changed(tmp_path, "every-state", DIFFICULTY, "to: so-tc", "to: ubnd-tinh")
        lines = lines_of(brief(ws, evaluate(ws, CLOSING)))
        assert "Kiến nghị UBND tỉnh (1): Giao dự toán ngay từ đầu năm" in lines

    def test_nothing_asked_is_said_too(self, base: Workspace) -> None:
        assert "Không có việc chờ UBND tỉnh" in lines_of(brief(base, evaluate(base, CLOSING)))

    def test_a_period_that_has_not_begun_has_nobody_silent(self, ws: Workspace) -> None:
        answer = brief(ws, evaluate(ws, date(2026, 11, 21), period="2027"))
        assert answer.data["silent"] == []
        assert "Kỳ chưa bắt đầu (từ 15/12/2026)" in lines_of(answer)

    def test_nobody_is_called_silent_before_a_report_was_asked_for(self, ws: Workspace) -> None:
        before, after = (
            lines_of(brief(ws, evaluate(ws, date(2027, 11, day), period="2027")))
            for day in (14, 15)
        )
        assert any(one.startswith("Chưa đến kỳ gửi báo cáo: ") for one in before)
        assert any(one.startswith("Chưa gửi báo cáo ") for one in after)

    def test_after_the_closing_day_it_names_the_round_under_way(self, ws: Workspace) -> None:
        lines = lines_of(brief(ws, evaluate(ws, date(2027, 12, 20))))
        assert "Đang làm báo cáo năm 2027: thêm --period 2027" in lines


DIFFICULTY = "data/plans/hop-tac-so/progress/2027/so-khcn.yaml"


def changed(folder: Path, name: str, file: str, old: str, new: str) -> Workspace:
    """The workspace with one text replaced; an empty ``old`` adds to the end of the file."""
    import shutil  # noqa: PLC0415 - the one place

    root = shutil.copytree(WORKSPACES / name, folder / "ws")
    text = (root / file).read_text(encoding="utf-8") if (root / file).exists() else ""
    assert old in text
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
    ws = load(root)
    assert [(one.kind, one.args) for one in ws.faults] == []
    return ws


class TestWaiting:
    def test_what_the_issuer_has_on_its_desk(self, ws: Workspace, progress: Progress) -> None:
        answer = waiting_view(ws, progress, "ubnd")
        submitted = listed(answer, "submitted")
        assert ids(submitted) == [row[0] for row in rows_of(answer, "cho-duyet")]
        assert ids(submitted) == ["mau-13", "mau-11"]
        assert [one["days"] for one in submitted] == [47, 13]
        assert lines_of(answer)[-1].startswith("2 sản phẩm chờ duyệt; 0 khó khăn")

    def test_the_issuer_may_be_named_by_its_id(self, ws: Workspace, progress: Progress) -> None:
        by_word, by_id = (waiting_view(ws, progress, who) for who in ("ubnd", "ubnd-tinh"))
        assert by_word.data["submitted"] == by_id.data["submitted"]

    def test_difficulties_put_to_an_agency(self, ws: Workspace, progress: Progress) -> None:
        answer = waiting_view(ws, progress, "so-tc")
        (one,) = listed(answer, "difficulties")
        assert (one["id"], one["since"], one["days"]) == ("kho-khan-01", "2027-12-10", 4)
        assert rows_of(answer, "cho-tra-loi") == [
            [
                "kho-khan-01",
                "Kinh phí được bố trí muộn",
                "Giao dự toán ngay từ đầu năm",
                "Sở KH&CN",
                "Chưa được trả lời",
                "10/12/2027",
                "4",
            ]
        ]

    @pytest.mark.parametrize("who", ["partner", "cong-ty-mau", "cong-ty-mau-tinh"])
    def test_a_partner_named_as_the_reason(
        self, ws: Workspace, progress: Progress, who: str
    ) -> None:
        answer = waiting_view(ws, progress, who)
        assert ids(listed(answer, "held_up")) == ["mau-14"]
        assert rows_of(answer, "cho-viec")[0][3] == "Đối tác thực hiện chậm"

    def test_a_supporter_named_as_the_reason(self, tmp_path: Path) -> None:
        file = "data/plans/vien-truong/progress/2027/so-khcn.yaml"
        said = "status: in-progress\n    late_reason: cho-phoi-hop\n"
        text = (WORKSPACES / "every-state" / file).read_text(encoding="utf-8")
        old = text[text.index("status: done") :]
        ws = changed(tmp_path, "every-state", file, old, said)
        progress = evaluate(ws, CLOSING)
        assert ids(listed(waiting_view(ws, progress, "so-tc"), "held_up")) == ["ket-luan-01"]
        assert ids(listed(waiting_view(ws, progress, "so-yt"), "held_up")) == []

    def test_who_waits_for_an_approver_without_having_submitted(self, tmp_path: Path) -> None:
        file = "data/plans/hop-tac-so/progress/2027/so-khcn.yaml"
        ws = changed(tmp_path, "every-state", file, "cho-kinh-phi", "cho-phe-duyet")
        answer = waiting_view(ws, evaluate(ws, CLOSING), "ubnd")
        assert ids(listed(answer, "held_up")) == ["mau-12"]
        assert ids(listed(answer, "submitted")) == ["mau-13", "mau-11"]


class TestMissing:
    def test_every_task_shown_lacks_what_it_is_shown_for(
        self, ws: Workspace, progress: Progress
    ) -> None:
        answer = missing_view(ws, progress, CHOICES)
        items = listed(answer, "items")
        assert ids(items) == [row[0] for row in rows_of(answer, "con-thieu")]
        tasks = {item.id: item.task.value for item in progress.tasks if item.task}
        for key in ("due", "product", "lead", "person", "approver"):
            lacking = {name for name, task in tasks.items() if getattr(task, key) is None}
            shown = {one["item"]["id"] for one in items if key in one["missing"]}  # type: ignore[index,operator]
            assert shown == lacking
            assert answer.data["counts"][key] == len(lacking)  # type: ignore[index]

    def test_a_task_of_many_rounds_is_shown_once(self, ws: Workspace, progress: Progress) -> None:
        items = ids(listed(missing_view(ws, progress, ["product"]), "items"))
        assert items.count("phan-cong-01") == 1

    def test_one_agency_sees_its_own(self, ws: Workspace, progress: Progress) -> None:
        answer = missing_view(ws, progress, ["due", "product"], agency="so-khcn")
        assert ids(listed(answer, "items")) == [
            "trach-nhiem-01",
            "trach-nhiem-02",
            "trach-nhiem-03",
        ]
        assert lines_of(answer)[-1] == "3 nhiệm vụ: 1 chưa có thời hạn; 3 chưa có sản phẩm."

    def test_nothing_missing_is_said(self, ws: Workspace, progress: Progress) -> None:
        answer = missing_view(ws, progress, ["lead"])
        assert listed(answer, "items") == []
        assert rows_of(answer, "con-thieu") == []

    def test_the_split_of_shared_annex_tasks(self, ws: Workspace, progress: Progress) -> None:
        assert ids(listed(missing_view(ws, progress, ["split"]), "items")) == [
            item.id for item in progress.tasks if item.kind == "annex"
        ]


class TestMine:
    @pytest.mark.parametrize(
        "actor", ["so-khcn", "so-yt", "so-gd", "xa-tan-an", "cong-ty-mau", "vien-mot"]
    )
    def test_what_is_its_own_are_its_assignments(
        self, ws: Workspace, progress: Progress, actor: str
    ) -> None:
        answer = mine_view(ws, progress, actor)
        items = listed(answer, "items")
        own = [one for one in assignments_of(progress.items) if one.agency == actor]
        assert sum(one["is_own"] is True for one in items) == len(own)
        states = sorted(one["item"]["state"] for one in items if one["is_own"])  # type: ignore[index]
        assert states == sorted(one.state.code for one in own)
        assert ids(items) == [row[0] for row in rows_of(answer, "viec-cua")]

    def test_its_own_silent_task_past_its_last_day_says_so(
        self, ws: Workspace, progress: Progress
    ) -> None:
        silent = [
            (one.agency, item.id)
            for item in progress.tasks
            for one in item.assignments
            if one.state.is_silent and one.is_past_by_plan and item.assignment_count == 1
        ]
        assert silent
        for agency, task in silent:
            rows = {row[0]: row[5:] for row in rows_of(mine_view(ws, progress, agency), "viec-cua")}
            state, days = rows[task]
            assert state == "Chưa có báo cáo"
            assert days.startswith("đã qua ")

    def test_a_part_that_comes_through_a_group_names_it(
        self, ws: Workspace, progress: Progress
    ) -> None:
        shown = {row[0]: row[3] for row in rows_of(mine_view(ws, progress, "so-yt"), "viec-cua")}
        assert shown["mau-02"] == "Chủ trì"
        assert shown["trach-nhiem-02"] == "Chủ trì (Các sở, ban, ngành)"

    def test_what_it_supports_is_shown_with_the_state_of_the_whole(
        self, ws: Workspace, progress: Progress
    ) -> None:
        items = listed(mine_view(ws, progress, "so-tc"), "items")
        (one,) = (row for row in items if row["item"]["id"] == "ket-luan-01")  # type: ignore[index]
        assert (one["role"], one["is_own"], one["via"]) == ("phối hợp", False, None)

    def test_a_partner_sees_its_commitments_and_its_unit_the_same(
        self, ws: Workspace, progress: Progress
    ) -> None:
        whole, unit = (mine_view(ws, progress, who) for who in ("cong-ty-mau", "cong-ty-mau-tinh"))
        assert ids(listed(whole, "items"))[:6] == [f"cong-ty-mau-{n}" for n in "abcd"] + [
            "cong-ty-mau-dd",
            "cong-ty-mau-e",
        ]
        assert ids(listed(whole, "items")) == ids(listed(unit, "items"))

    def test_a_group_sees_each_task_once(self, ws: Workspace, progress: Progress) -> None:
        answer = mine_view(ws, progress, "cac-xa")
        rows = {row[0]: row for row in rows_of(answer, "viec-cua")}
        assert rows["mau-22"][5] == "Đang thực hiện trong hạn; 2/4 đã hoàn thành"
        assert rows["mau-22"][3] == "Chủ trì"

    def test_late_ones_are_counted(self, ws: Workspace, progress: Progress) -> None:
        answer = mine_view(ws, progress, "so-yt")
        assert answer.data["late"] == 2
        assert "2 lượt đang quá hạn" in lines_of(answer)[-1]

    def test_nothing_is_said_in_words(self, ws: Workspace, progress: Progress) -> None:
        answer = mine_view(ws, progress, "ubnd-tinh")
        assert listed(answer, "items") == []


SPLIT = """\
    split:
      partner_does: Khảo sát hạ tầng
      province_does: Ban hành quyết định
      province_money: true
      agreed: {type: Biên bản làm việc, date: 2027-01-20}
    money:
      - {year: 2027, level: tinh, kind: khcn-dmst-cds, source: tỉnh, needed: 1,2 tỷ đồng}
      - {year: 2028, level: tinh, kind: khcn-dmst-cds, source: tỉnh, needed: 300 triệu đồng}
  - id: mau-02
"""


class TestSplit:
    def test_shared_tasks_of_the_annex_are_there(self, ws: Workspace, progress: Progress) -> None:
        answer = split_view(ws, progress)
        shown = [one["id"] for one in listed(answer, "items")]
        assert shown == [row[0] for row in rows_of(answer, "phan-chia")]
        assert shown == [f"mau-{n:02d}" for n in range(1, 28)]
        assert {row[-1] for row in rows_of(answer, "phan-chia")} == {"chưa phân chia"}

    def test_parts_money_and_documents_stand_beside_what_is_open(self, tmp_path: Path) -> None:
        file = "data/plans/hop-tac-so/tasks.yaml"
        split = SPLIT.replace("1,2 tỷ đồng", '"1,2 tỷ đồng"')
        ws = changed(tmp_path, "every-state", file, "  - id: mau-02\n", split)
        answer = split_view(ws, evaluate(ws, CLOSING))
        assert rows_of(answer, "phan-chia")[0] == [
            "mau-01",
            "Ban hành kiến trúc số của tỉnh",
            "Công ty Viễn thông Mẫu",
            "Khảo sát hạ tầng",
            "Ban hành quyết định",
            "Tỉnh bố trí; nhu cầu 1,5 tỷ đồng",
            "Biên bản làm việc ngày 20/01/2027",
            "",
            "văn bản thông báo",
        ]
        first = listed(answer, "items")[0]
        assert (first["needed"], first["open"]) == (1_500_000_000, ["announced"])

    def test_one_partner_only(self, ws: Workspace, progress: Progress) -> None:
        assert len(listed(split_view(ws, progress, partner="cong-ty-mau"), "items")) == 27
        assert listed(split_view(ws, progress, partner="vien-mot"), "items") == []

    def test_a_commitment_makes_a_task_shared(self, tmp_path: Path) -> None:
        ws = changed(
            tmp_path,
            "every-state",
            "data/plans/hop-tac-so/tasks.yaml",
            "support: [cong-ty-mau]",
            "commitment: truong-mau-a",
        )
        first = listed(split_view(ws, evaluate(ws, CLOSING)), "items")[0]
        assert first["partners"] == [{"id": "truong-mau", "name": "Trường Đại học Mẫu"}]


class TestChallenges:
    def test_the_real_ones_that_nothing_answers_are_shown(self) -> None:
        ws = load(Path(__file__).parents[3])
        answer = challenge_view(ws, evaluate(ws, date(2026, 11, 21)))
        rows = listed(answer, "challenges")
        assert [one["id"] for one in rows] == [row[0] for row in rows_of(answer, "bai-toan")]
        assert len(rows) == 8
        bare = [one["id"] for one in rows if not (one["tasks"] or one["proposals"])]
        assert bare == ["bt-5", "bt-7", "bt-8"]
        assert answer.data["unanswered"] == len(bare)
        assert [one["id"] for one in rows if one["prepared_by"] is None] == bare
        assert all(one["compiled_by"] == {"id": "so-khcn", "name": "Sở KH&CN"} for one in rows)

    def test_a_proposal_that_names_it_stands_beside_it(self, tmp_path: Path) -> None:
        file = "data/plans/hop-tac-so/progress/2027/so-yt.yaml"
        changed(tmp_path, "every-state", file, "kind: task\n", "kind: task\n    challenge: bt-1\n")
        (tmp_path / "ws/data/challenges.yaml").write_text(CHALLENGE, encoding="utf-8")
        ws = load(tmp_path / "ws")
        answer = challenge_view(ws, evaluate(ws, CLOSING))
        assert rows_of(answer, "bai-toan") == [
            [
                "bt-1",
                "Y tế",
                "Chưa giao",
                "Sở KH&CN",
                "Chưa giao",
                "Chưa có",
                "de-xuat-01: Trợ lý ảo cho trạm y tế (Sở Y tế)",
            ]
        ]
        assert answer.data["unanswered"] == 0


CHALLENGE = """\
- id: bt-1
  title: Y tế
  compiled_by: so-khcn
  source: {plan: hop-tac-so, clause: I.2}
"""

SESSION = """\
id: lam-viec-2027
title: Làm việc với các viện
state: invited
time: 8 giờ 00
day: 2028-01-12
place: Hội trường
chair: Phó Chủ tịch
invited:
  - agency: vien-mot
    side: partner
    invited: {type: Giấy mời, number: 31/GM-UBND, date: 2027-12-05}
    reply: coming
    materials: [Báo cáo kết quả]
  - {text: Các sở, side: province, reply: none}
  - {agency: vien-hai, side: partner, reply: not-coming}
agenda: [Đánh giá, Thống nhất]
preparation:
  - {agency: so-khcn, text: Báo cáo chung, task: ket-luan-01}
  - {agency: so-gd, text: Chương trình đào tạo, due: Trước ngày 10/01/2028, task: phan-cong-04}
  - {agency: so-tc, text: Dự toán}
"""


class TestSession:
    @pytest.fixture
    def ws(self, tmp_path: Path) -> Workspace:
        file = "data/plans/vien-truong/sessions/lam-viec-2027.yaml"
        return changed(tmp_path, "every-state", file, "", SESSION)

    def view(self, ws: Workspace, *, readiness_only: bool = False) -> View:
        (found,) = ws.of(Session)
        return session_view(ws, evaluate(ws, CLOSING), found, readiness_only=readiness_only)

    def test_readiness_in_one_line(self, ws: Workspace) -> None:
        answer = self.view(ws, readiness_only=True)
        (line,) = lines_of(answer)
        assert line == (
            "Chuẩn bị: đã ấn định ngày; giấy mời 1/3; trả lời 2/3 (1 dự); "
            "tài liệu của đối tác 1/2; nội dung đã chuẩn bị 1/3."
        )
        assert answer.data == self.view(ws).data

    @pytest.mark.parametrize("time", ["14 giờ ngày 05/9/2027", "14 giờ, 5/9/2027", "14 giờ"])
    def test_the_day_is_told_once(self, ws: Workspace, time: str) -> None:
        (found,) = ws.of(Session)
        value = found.value.model_copy(update={"time": time, "day": date(2027, 9, 5)})
        answer = session_view(
            ws, evaluate(ws, CLOSING), replace(found, value=value), readiness_only=False
        )
        (told,) = [one for one in lines_of(answer) if "Thời gian" in one]
        assert told.count("/9/2027") == 1

    def test_what_was_reported_done_in_an_earlier_period_is_prepared(self, ws: Workspace) -> None:
        (found,) = ws.of(Session)
        later = evaluate(ws, date(2028, 6, 30))
        assert "ket-luan-01" not in {item.id for item in later.tasks}
        answer = session_view(ws, later, found, readiness_only=False)
        assert rows_of(answer, "chuan-bi")[0][4].startswith("Đã hoàn thành (báo cáo ngày ")
        assert lines_of(answer)[-1].endswith("nội dung đã chuẩn bị 1/3.")

    def test_guests_with_letters_replies_and_materials(self, ws: Workspace) -> None:
        rows = rows_of(self.view(ws), "thanh-phan")
        assert [row[2:] for row in rows] == [
            ["Dự", "Báo cáo kết quả"],
            ["Chưa trả lời", ""],
            ["Không dự", "Chưa có"],
        ]
        assert [row[0] for row in rows] == [one["who"] for one in listed(self.view(ws), "invited")]

    def test_what_each_prepares_and_how_it_stands(self, ws: Workspace) -> None:
        rows = rows_of(self.view(ws), "chuan-bi")
        assert [(row[0], row[2], row[4]) for row in rows] == [
            ("Sở KH&CN", "Trước ngày 15/5/2027", "Hoàn thành đúng hạn"),
            ("Sở GD&ĐT", "Trước ngày 10/01/2028", "Thường xuyên, không xác định thời hạn"),
            ("Sở Tài chính", "", ""),
        ]
        done = [one["is_done"] for one in listed(self.view(ws), "preparation")]
        assert done == [True, False, False]

    def test_time_place_chair_and_agenda_are_said(self, ws: Workspace) -> None:
        lines = lines_of(self.view(ws))
        assert lines[1] == "Đã mời. Thời gian: 8 giờ 00 (ngày 12/01/2028). Địa điểm: Hội trường."
        assert lines[2] == "Chủ trì: Phó Chủ tịch."
        assert lines[3:6] == ["Nội dung", "1. Đánh giá", "2. Thống nhất"]

    def test_the_handover_names_it_as_coming(self, ws: Workspace) -> None:
        (one,) = listed(handover(ws, evaluate(ws, CLOSING)), "sessions")
        assert (one["id"], one["day"]) == ("lam-viec-2027", "2028-01-12")


class TestHandover:
    def test_every_table_is_its_list(self, ws: Workspace, progress: Progress) -> None:
        answer = handover(ws, progress)
        assert len(rows_of(answer, "ky")) == len(listed(answer, "periods")) == 1
        shown = [row[0] for row in rows_of(answer, "kho-khan")]
        assert shown == [one["id"] for one in listed(answer, "difficulties")]
        assert [one["id"] for one in listed(answer, "drafts")] == ["vien-truong"]

    def test_who_is_silent_is_who_the_figures_miss(self, ws: Workspace, progress: Progress) -> None:
        (period,) = listed(handover(ws, progress), "periods")
        silent = {(one["plan"], one["sender"]["id"]) for one in period["missing"]}  # type: ignore[attr-defined]
        assert silent == {(one.plan_id, one.id) for one in progress.missing}
        assert (period["come"], period["expected"]) == (12, 16)

    def test_an_open_round_that_has_not_begun_has_nobody_silent(self, ws: Workspace) -> None:
        periods = listed(handover(ws, evaluate(ws, date(2026, 11, 21))), "periods")
        assert [(one["id"], one["is_opened"]) for one in periods] == [
            ("2026", False),
            ("2027", True),
        ]
        assert periods[0]["missing"]
        assert periods[1]["missing"] == []

    def test_what_falls_due_within_fourteen_days(self, ws: Workspace) -> None:
        september = {"mau-03", "mau-07", "mau-12", "mau-17", "ket-luan-02"}
        for day, due in ((date(2027, 9, 15), set[str]()), (date(2027, 9, 16), september)):
            answer = handover(ws, evaluate(ws, day))
            dues = listed(answer, "dues")
            assert set(ids(dues)) == due
            assert not due or ids(dues) == [row[0] for row in rows_of(answer, "den-han")]

    def test_a_round_of_a_recurring_task_is_one_of_them(self, ws: Workspace) -> None:
        closing = date(2027, 3, 5)
        dues = listed(handover(ws, evaluate(ws, closing)), "dues")
        assert [one["item"]["last_day"] for one in dues] == ["2027-03-10"]  # type: ignore[index]
        assert ids(dues) == ["phan-cong-01"]

    def test_an_extension_that_was_only_asked_for_is_open(self, ws: Workspace) -> None:
        before = listed(handover(ws, evaluate(ws, date(2027, 5, 10))), "extensions")
        assert [(one["task"], one["due"], one["asked_due"]) for one in before] == [
            ("mau-04", "Quý II/2027", "Quý IV/2027")
        ]
        assert listed(handover(ws, evaluate(ws, date(2027, 5, 20))), "extensions") == []


VIEWS: list[Callable[[Workspace, Progress], View]] = [
    brief,
    handover,
    challenge_view,
    split_view,
    lambda ws, progress: mine_view(ws, progress, "so-khcn"),
    lambda ws, progress: missing_view(ws, progress, CHOICES),
    lambda ws, progress: waiting_view(ws, progress, "ubnd"),
]


@pytest.mark.parametrize("number", range(len(VIEWS)))
@pytest.mark.parametrize("day", DAYS)
def test_all_begin_with_schema_day_and_period(ws: Workspace, number: int, day: date) -> None:
    progress = evaluate(ws, day)
    data = VIEWS[number](ws, progress).data
    assert list(data)[:3] == ["schema", "as_of", "period"]
    assert (data["schema"], data["as_of"]) == (1, day.isoformat())


def test_what_falls_due_after_the_close_is_of_the_next_period(tmp_path: Path) -> None:
    file = "data/plans/hop-tac-so/tasks.yaml"
    ws = changed(tmp_path, "every-state", file, "due: Thường xuyên", "due: ngày 20 hằng tháng")
    dues = listed(handover(ws, evaluate(ws, date(2027, 12, 10))), "dues")
    assert "2027-12-20" in [one["item"]["last_day"] for one in dues]  # type: ignore[index]
