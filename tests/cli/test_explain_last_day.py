"""``kehoach status --explain``: each step from the words in the file to the last day."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Protocol

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

BASE = Path(__file__).parents[1] / "workspaces" / "base"
PLAN = "data/plans/mau"
GRANTED = "granted: {number: 12/UBND-KGVX, date: 2027-03-25}"


class Explain(Protocol):
    """Steps, and the last days, of a task with these further keys."""

    def __call__(self, more: str, extensions: str = "") -> tuple[dict[str, str], list[str]]: ...


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "ws")


@pytest.fixture
def kehoach(kehoach: Kehoach, root: Path) -> Kehoach:
    day = ("--as-of", "30/6/2027")
    return lambda *words: kehoach("status", *day, "--root", root, "--explain", *words)


@pytest.fixture
def explain(kehoach: Kehoach, root: Path) -> Explain:
    def call(more: str, extensions: str = "") -> tuple[dict[str, str], list[str]]:
        row = "  - {id: nv-1, kind: duty, source: {clause: II.1}, title: Rà soát, lead: so-khcn"
        tasks = f"annex: {{title: DANH MỤC}}\ntasks:\n{row}, {more}}}\n"
        (root / PLAN / "tasks.yaml").write_text(tasks, encoding="utf-8")
        (root / PLAN / "extensions.yaml").write_text(extensions or "[]\n", encoding="utf-8")
        _, out, err = kehoach("nv-1", "--format", "json")
        assert out, err
        (place,) = json.loads(out)["places"]
        return {one["step"]: one["text"] for one in place["steps"]}, place["last_days"]

    return call


@pytest.mark.parametrize(
    ("more", "steps", "days"),
    [
        (
            "due: Quý 4/ 2027, due_set_by: {number: 300/UBND-TH, date: 2026-05-04}",
            {
                "Ghi trong dữ liệu": (
                    "«Quý 4/ 2027», ấn định tại Công văn số 300/UBND-TH ngày 04/5/2026"
                ),
                "Viết đúng": "«Quý IV/2027»",
                "Được hiểu là": "«Quý 4/ 2027» kết thúc vào 31/12/2027, ngày cuối của quý",
                "Ngày cuối": "31/12/2027",
            },
            ["2027-12-31"],
        ),
        (
            "note: ghi chú",
            {
                "Ghi trong dữ liệu": "không có khóa due",
                "Ngày cuối": "không có; việc vẫn nằm trong tổng số",
            },
            [],
        ),
        (
            "due: Quý I/2031",
            {
                "Kế hoạch": (
                    "thực hiện 2026 - 2030, từ 01/01/2026 đến 31/12/2030;"
                    " ngày cuối nằm ngoài thời gian này"
                )
            },
            ["2031-03-31"],
        ),
        (
            "due: 10 ngày làm việc sau khi có hướng dẫn",
            {"Sự kiện": "chưa xảy ra; khi xảy ra thì ghi ngày ở khóa due_event"},
            [],
        ),
        (
            "due: 10 ngày sau khi có hướng dẫn, due_event: {day: 2027-03-01}",
            {"Sự kiện": "xảy ra ngày 01/3/2027 (khóa due_event)", "Ngày cuối": "11/3/2027"},
            ["2027-03-11"],
        ),
        (
            (
                "due: 10 ngày sau khi có hướng dẫn,"
                " due_event: {document: {number: 12/HD-SNV, date: 2027-03-01}}"
            ),
            {
                "Sự kiện": (
                    "xảy ra ngày 01/3/2027, theo Hướng dẫn số 12/HD-SNV ngày 01/3/2027"
                    " (khóa due_event)"
                )
            },
            ["2027-03-11"],
        ),
        (
            "due: 30 ngày kể từ ngày ban hành Kế hoạch",
            {"Sự kiện": "ngày của kế hoạch: 10/4/2026", "Ngày cuối": "10/5/2026"},
            ["2026-05-10"],
        ),
        (
            "due: 30 ngày kể từ ngày 01/7/2026",
            {"Sự kiện": None, "Ngày cuối": "31/7/2026"},
            ["2026-07-31"],
        ),
        (
            "due: Trước ngày 20 hằng tháng",
            {
                "Ngày cuối": (
                    "các lần đến hạn trong năm 2027: 19/12/2026, 19/01/2027, 19/02/2027, "
                    "19/3/2027, 19/4/2027, 19/5/2027, 19/6/2027, 19/7/2027, 19/8/2027, "
                    "19/9/2027, 19/10/2027 và 19/11/2027"
                )
            },
            ["2026-12-19", *(f"2027-{month:02d}-19" for month in range(1, 12))],
        ),
        (
            "due: Quý IV/2027, milestones: [{text: Trình, due: Tháng 6/2027}]",
            {"Mốc «Trình»": "«Tháng 6/2027» kết thúc vào 30/6/2027, ngày cuối của tháng"},
            ["2027-12-31"],
        ),
    ],
)
def test_every_step_is_told(
    explain: Explain, more: str, steps: dict[str, str | None], days: list[str]
) -> None:
    told, last_days = explain(more)
    assert {step: told.get(step) for step in steps} == steps
    assert last_days == days


def test_a_draft_has_no_day_of_issue(explain: Explain, root: Path) -> None:
    plan = root / PLAN / "plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("state: issued", "state: draft")
    plan.write_text(text, encoding="utf-8")
    told, last_days = explain("due: 30 ngày kể từ ngày ban hành Kế hoạch")
    assert told["Sự kiện"] == "kế hoạch chưa ban hành hoặc chưa ghi ngày (khóa date)"
    assert last_days == []


@pytest.mark.parametrize(
    ("due", "extension", "ending", "last"),
    [
        ("Quý I/2027", GRANTED, "cho phép tại Công văn số 12/UBND-KGVX ngày 25/3/2027", "31/12"),
        (
            "Quý I/2027",
            "requested: {number: 9/TTr, date: 2027-03-20}",
            "mới đề nghị, chưa có văn bản cho phép nên chưa tính",
            "31/3",
        ),
        (
            "Quý I/2027",
            "granted: {number: 12/UBND-KGVX, date: 2027-08-01}",
            "ngày 01/8/2027, sau ngày 30/6/2027 nên chưa tính",
            "31/3",
        ),
    ],
)
def test_an_extension_says_whether_it_counts(
    explain: Explain, due: str, extension: str, ending: str, last: str
) -> None:
    told, _ = explain(
        f"due: {due}", f"- {{task: nv-1, due: Quý IV/2027, reason: chờ, {extension}}}\n"
    )
    assert told["Gia hạn"].endswith(ending)
    assert told["Ngày cuối"] == f"{last}/2027"


@pytest.mark.parametrize(
    ("due", "later", "ending"),
    [
        (
            "Trước ngày 20 hằng tháng",
            "Quý IV/2027",
            "việc lặp lại theo ngày không gia hạn từng lần nên không tính",
        ),
        ("Quý I/2027", "Càng sớm càng tốt", "không hiểu được nên giữ thời hạn cũ"),
    ],
)
def test_an_extension_that_changes_nothing_says_why(
    explain: Explain, due: str, later: str, ending: str
) -> None:
    told, _ = explain(f"due: {due}", f"- {{task: nv-1, due: {later}, reason: chờ, {GRANTED}}}\n")
    assert told["Gia hạn"].endswith(ending)


def test_an_earlier_extension_gives_way_to_a_later_one(explain: Explain) -> None:
    later = GRANTED.replace("03-25", "06-01")
    text = "".join(
        f"- {{task: nv-1, due: {due}, reason: chờ, {granted}}}\n"
        for due, granted in (("Quý III/2027", GRANTED), ("Quý IV/2027", later))
    )
    told, last_days = explain("due: Quý I/2027", text)
    assert last_days == ["2027-12-31"]
    assert told["Gia hạn"].endswith("ngày 01/6/2027")


def test_of_a_plan_that_cannot_be_used_the_years_are_left_out(explain: Explain, root: Path) -> None:
    (root / PLAN / "plan.yaml").write_text("id: mau\n", encoding="utf-8")
    told, last_days = explain("due: Quý IV/2027")
    assert "Kế hoạch" not in told
    assert last_days == ["2027-12-31"]


def test_the_screen_shows_the_same_steps(kehoach: Kehoach) -> None:
    code, out, err = kehoach("pl-1")
    assert (code, err) == (exits.CLEAN, "")
    assert out.splitlines()[0].startswith("pl-1 – ")
    assert "Được hiểu là" in out
    assert "Ngày cuối" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pl1"], "không có nhiệm vụ «pl1»; có phải là pl-1?"),
        (["gì đó"], "không có nhiệm vụ «gì đó»"),
        (["pl-1", "--by", "challenge"], "chỉ dùng một trong: --by, --explain"),
    ],
)
def test_an_unknown_task_is_refused_with_the_nearest(
    kehoach: Kehoach, words: list[str], said: str
) -> None:
    code, out, err = kehoach(*words)
    assert (code, out) == (exits.USAGE, "")
    assert said in err
