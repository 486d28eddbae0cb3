"""The views that read the registers of the focal agency: money, letters, closings, decisions."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.document.blocks import Paragraph, Table
from kehoach_cli.document.cells import cell_text
from kehoach_cli.document.inlines import plain
from kehoach_cli.drafting.questions.handover import handover
from kehoach_cli.drafting.questions.money import money_view
from kehoach_cli.drafting.questions.view import View
from kehoach_cli.drafting.questions.waiting import waiting_view
from kehoach_cli.progress import evaluate
from kehoach_cli.workspace import Workspace, load

EVERY_STATE = Path(__file__).parents[2] / "workspaces" / "every-state"
CLOSING = date(2027, 12, 14)
PLAN = "data/plans/hop-tac-so"

LINES = """\
  - id: mau-08
    money:
      - {year: 2027, level: tinh, kind: dau-tu, source: Trung ương, needed: 2 tỷ đồng}
      - {year: 2027, level: tinh, kind: dau-tu, source: Tỉnh, needed: 500 triệu đồng,
         allocated: 400 triệu đồng, supplementary: true}
      - {year: 2028, level: tinh, kind: dau-tu, source: Tỉnh, needed: 9 tỷ đồng}
"""
LETTERS = """\
- id: cv-1
  kind: lay-y-kien
  number: 12/SKHCN-CĐS
  date: 2027-12-01
  to: [so-yt, so-tc]
  answer_due: 2027-12-10
  answered: [{by: so-tc, date: 2027-12-05}]
- id: cv-2
  kind: phan-chia
  date: 2027-12-02
  to: [so-yt]
"""
DECISIONS = """\
difficulties:
  - {difficulty: kho-khan-01, state: resolved, date: 2027-12-12}
  - {difficulty: kho-khan-03, state: reported, date: 2027-12-12}
"""
HASH = "0" * 64


def lay_out(folder: Path, files: Mapping[str, str], changes: Mapping[str, tuple[str, str]]) -> None:
    shutil.copytree(EVERY_STATE, folder)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name, (old, new) in changes.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def made(
    folder: Path,
    files: Mapping[str, str] | None = None,
    changes: Mapping[str, tuple[str, str]] | None = None,
) -> Workspace:
    lay_out(folder / "ws", files or {}, changes or {})
    ws = load(folder / "ws")
    assert [(one.kind, one.args) for one in ws.faults] == []
    return ws


def rows_of(view: View, name: str) -> list[list[str]]:
    return [
        [cell_text(cell) for cell in row.cells]
        for one in view.blocks
        if isinstance(one, Table) and one.name == name
        for row in one.rows
        if not row.group
    ]


def said(view: View) -> str:
    return "\n".join(plain(one.inlines) for one in view.blocks if isinstance(one, Paragraph))


def listed(view: View, key: str) -> list[dict[str, object]]:
    found = view.data[key]
    assert isinstance(found, list)
    return found


class TestMoney:
    @pytest.fixture
    def view(self, tmp_path: Path) -> View:
        ws = made(tmp_path, changes={f"{PLAN}/tasks.yaml": ("  - id: mau-08\n", LINES)})
        return money_view(ws, evaluate(ws, CLOSING, period="2027"))

    def test_the_sums_are_those_of_the_lines(self, view: View) -> None:
        total = {"needed": 2_500_000_000, "allocated": 400_000_000, "spent": 0}
        assert view.data["total"] == {**total, "estimated_before": None}
        for by in ("agency", "level", "kind", "source", "supplementary"):
            rows = [one for one in listed(view, "sums") if one["by"] == by]
            for key, amount in total.items():
                assert sum(int(str(one[key])) for one in rows) == amount
        assert "nhu cầu 2,5 tỷ đồng; được bố trí 400 triệu đồng; đã chi 0 đồng" in said(view)
        assert "ước thực hiện năm 2026: chưa nêu." in said(view)

    def test_the_table_shows_the_lines(self, view: View) -> None:
        rows = rows_of(view, "kinh-phi")
        assert [row[0] for row in rows] == [one["task"] for one in listed(view, "lines")]
        assert rows[1][2:] == [
            "ngân sách cấp tỉnh",
            "chi đầu tư",
            "Tỉnh",
            "500",
            "400",
            "0",
            "–",
            "bổ sung trong năm",
        ]
        assert [row[0] for row in rows_of(view, "tong-kinh-phi")] == [
            one["name"] for one in listed(view, "sums")
        ]

    def test_who_said_something_is_not_among_those_who_proposed_nothing(self, view: View) -> None:
        silent = [one["id"] for one in listed(view, "silent")]
        assert "so-khcn" not in silent
        assert "so-tc" in silent

    def test_gaps_are_tasks_without_a_figure(self, tmp_path: Path) -> None:
        split = "  - id: mau-09\n    split: {province_money: true}\n"
        ws = made(tmp_path, changes={f"{PLAN}/tasks.yaml": ("  - id: mau-09\n", split)})
        view = money_view(ws, evaluate(ws, CLOSING, period="2027"), gaps_only=True)
        gaps = {one["item"]["id"]: one["reason"] for one in listed(view, "gaps")}  # type: ignore[index]
        assert (gaps["mau-08"], gaps["mau-09"]) == ("unsaid", "province-money")
        assert "mau-01" not in gaps
        assert [row[0] for row in rows_of(view, "chua-co-so")] == list(gaps)
        assert rows_of(view, "kinh-phi") == []


class TestHandover:
    def test_letters_that_wait_for_an_answer(self, tmp_path: Path) -> None:
        ws = made(tmp_path, {f"{PLAN}/letters.yaml": LETTERS})
        view = handover(ws, evaluate(ws, CLOSING))
        (one,) = listed(view, "letters")
        assert (one["id"], one["days_left"]) == ("cv-1", -4)
        assert one["waiting"] == [{"id": "so-yt", "name": "Sở Y tế"}]
        assert (one["state"], one["label"]) == ("answer-overdue", "quá hạn trả lời")
        assert rows_of(view, "cong-van") == [
            ["12/SKHCN-CĐS", "01/12/2027", "Lấy ý kiến", "10/12/2027", "Quá hạn trả lời", "Sở Y tế"]
        ]

    def test_a_letter_names_the_one_that_it_goes_on_from(self, tmp_path: Path) -> None:
        text = (
            "- {id: a, kind: lay-y-kien, number: 1/SKHCN, date: 2027-12-01, to: [so-yt]}\n"
            "- {id: b, kind: don-doc, date: 2027-12-05, to: [so-yt], answer_due: 2027-12-30,"
            " follows: a}\n"
        )
        ws = made(tmp_path, {f"{PLAN}/letters.yaml": text})
        view = handover(ws, evaluate(ws, CLOSING))
        (one,) = listed(view, "letters")
        assert (one["follows"], one["state"]) == ("1/SKHCN", "awaited")
        assert rows_of(view, "cong-van")[0][2] == "Đôn đốc (tiếp theo 1/SKHCN)"

    def test_of_many_who_have_not_answered_the_first_are_named(self, tmp_path: Path) -> None:
        letter = (
            "- {id: cv-1, kind: lay-y-kien, date: 2027-12-01, answer_due: 2027-12-10, "
            "to: [cac-so, cac-xa, cong-an]}\n"
        )
        ws = made(tmp_path, {f"{PLAN}/letters.yaml": letter})
        ((*_, waiting),) = rows_of(handover(ws, evaluate(ws, CLOSING)), "cong-van")
        assert waiting.endswith(" và 2 đơn vị")

    def test_a_closed_round_is_open_no_more_until_it_is_opened_again(self, tmp_path: Path) -> None:
        closing = f'- {{period: "2027", closed: 2027-12-20, fingerprint: "{HASH}"}}\n'
        reopened = closing.replace(
            "}\n", ", reopened: {date: 2028-01-05, reason: Sai số, document: {number: 1/UBND}}}\n"
        )
        later = date(2028, 2, 1)
        for number, (text, ids) in enumerate(((closing, ["2028"]), (reopened, ["2027", "2028"]))):
            ws = made(tmp_path / str(number), {f"{PLAN}/closings.yaml": text})
            periods = listed(handover(ws, evaluate(ws, later)), "periods")
            assert [one["id"] for one in periods] == ids

    def test_a_resolved_difficulty_is_open_no_more(self, tmp_path: Path) -> None:
        ws = made(tmp_path, {f"{PLAN}/decisions.yaml": DECISIONS})
        progress = evaluate(ws, CLOSING)
        shown = [one["id"] for one in listed(handover(ws, progress), "difficulties")]
        assert shown == ["kho-khan-02", "kho-khan-03"]
        (told,) = listed(waiting_view(ws, progress, "ubnd"), "difficulties")
        assert (told["id"], told["state"]) == ("kho-khan-03", "đã báo cáo UBND tỉnh")
