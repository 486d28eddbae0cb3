"""KH2xx beyond the examples of their pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kehoach_cli.diagnostics import Diagnostic
from kehoach_cli.rules import due_not_understood, past_session_planned
from kehoach_cli.vn.due import DueProblem

FindIn = Callable[[Mapping[str, str | bytes]], list[Diagnostic]]

NOT_A_DEADLINE = DueProblem.NOT_A_DEADLINE
"""Has a rule of its own, KH210."""
EXTENSIONS = "data/plans/mau/extensions.yaml"
GRANTED = "granted: {number: 12/UBND-KGVX, date: 2027-06-30}"


def of(found: list[Diagnostic], code: str) -> list[Diagnostic]:
    return [one for one in found if one.code == code]


def task(more: str) -> dict[str, str | bytes]:
    text = (
        "annex: {title: DANH MỤC}\ntasks:\n"
        "  - {id: nv-1, kind: duty, source: {clause: II.1}, title: Rà soát, lead: so-khcn, "
    )
    return {"data/plans/mau/tasks.yaml": text + more + "}\n"}


@pytest.mark.parametrize(
    ("due", "reason"),
    [
        ("Khi có kinh phí", "không hiểu thời hạn"),
        ("31/6/2027", "có thật"),
        ("30/6", "thiếu năm"),
        ("2030 - 2026", "kết thúc trước khi bắt đầu"),
        ("trước 16 giờ thứ Sáu", "không rõ tuần nào"),
    ],
)
def test_the_reason_why_a_due_is_not_understood_is_said(
    find_in: FindIn, due: str, reason: str
) -> None:
    (found,) = of(find_in(task(f'due: "{due}"')), "KH201")
    assert reason in found.message
    assert "nhiệm vụ nv-1 (Rà soát)" in found.message


def test_every_problem_of_a_due_has_its_sentence_and_hint() -> None:
    problems = {problem.value for problem in DueProblem if problem is not NOT_A_DEADLINE}
    assert set(due_not_understood.MESSAGE) == set(due_not_understood.HINT)
    assert set(due_not_understood.MESSAGE) - problems == {"some-week", "some-beginning"}
    assert problems <= set(due_not_understood.MESSAGE)


def test_a_day_without_a_year_is_understood_in_a_plan_of_one_year(
    root: Path, find_in: FindIn
) -> None:
    plan = root / "data/plans/mau/plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("period: 2026 - 2030", 'period: "2026"')
    plan.write_text(text, encoding="utf-8")
    assert of(find_in(task("due: 30/6")), "KH201") == []


def test_dues_of_milestones_and_preparations_are_read(find_in: FindIn) -> None:
    files = task("milestones: [{text: Trình, due: Bao giờ xong}]")
    files["data/plans/mau/sessions/s.yaml"] = (
        "id: s\ntitle: Họp\nstate: held\ntime: Sáng\nplace: A\n"
        "preparation: [{agency: so-khcn, text: Hồ sơ, due: Sớm}, {agency: so-tc, text: Chỗ}]\n"
    )
    messages = [one.message for one in of(find_in(files), "KH201")]
    assert messages == [
        "không hiểu thời hạn «Sớm» của việc chuẩn bị cho buổi làm việc s (Họp)",
        "không hiểu thời hạn «Bao giờ xong» của mốc của nhiệm vụ nv-1 (Rà soát)",
    ]


@pytest.mark.parametrize("due", ["Năm 2025", "Trước ngày 01/01/2026", "2029 - 2031"])
def test_a_due_outside_the_plan_shows_the_plans_period(find_in: FindIn, due: str) -> None:
    (found,) = of(find_in(task(f"due: {due}")), "KH202")
    assert "2026 - 2030" in found.message
    assert found.related[0].span.file == "data/plans/mau/plan.yaml"


def test_a_due_without_a_plan_that_can_be_used_is_still_read(find_in: FindIn) -> None:
    files = task("due: Quý I/2040") | {"data/plans/mau/plan.yaml": "id: mau\n"}
    found = find_in(files)
    assert of(found, "KH202") == []


def test_an_extension_of_a_recurring_task_is_not_compared(find_in: FindIn) -> None:
    text = f"- {{task: nv-2, due: Quý I/2026, reason: chờ, {GRANTED}}}\n"
    assert of(find_in({EXTENSIONS: text}), "KH205") == []


def test_a_document_without_number_or_day_does_not_grant(find_in: FindIn) -> None:
    text = "- {task: pl-1, due: Quý I/2028, reason: chờ, granted: {type: Công văn}}\n"
    (found,) = of(find_in({EXTENSIONS: text}), "KH204")
    assert "không có số, không có ngày" in found.message


def test_a_milestone_after_an_extension_that_was_only_asked_for(find_in: FindIn) -> None:
    files = task("due: Quý II/2027, milestones: [{text: Trình, due: Tháng 9/2027}]")
    files[EXTENSIONS] = "- {task: nv-1, due: Quý IV/2027, reason: chờ}\n"
    assert len(of(find_in(files), "KH206")) == 1
    files[EXTENSIONS] = f"- {{task: nv-1, due: Thường xuyên, reason: chờ, {GRANTED}}}\n"
    assert of(find_in(files), "KH206") == []


def test_a_task_given_after_its_due_shows_its_own_day(find_in: FindIn) -> None:
    (found,) = of(find_in(task("due: Quý I/2027, assigned: 2027-04-01")), "KH207")
    assert "trước ngày giao 01/4/2027" in found.message
    assert found.related[0].span.file == "data/plans/mau/tasks.yaml"


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ("Dự kiến trong tháng 5 năm 2027", ["planned", "invited"]),
        ("14 giờ 00, ngày 29/6/2027", ["planned", "invited"]),
        ("Quý I/2027", ["planned", "invited"]),
        ("ngày 30/6/2027", []),
        ("tháng 6/2027", []),
        ("Sẽ thông báo sau", []),
        ("ngày nào đó", []),
    ],
)
def test_the_time_of_a_session_in_words(find_in: FindIn, time: str, told: list[str]) -> None:
    found = []
    for state in ("planned", "invited", "held", "cancelled"):
        text = f"id: s\ntitle: Họp\nstate: {state}\ntime: {time}\nplace: A\n"
        files = {"data/plans/mau/sessions/s.yaml": text}
        found += [state for _ in of(find_in(files), past_session_planned.CODE)]
    assert found == told


def test_the_day_of_a_session_counts_before_its_words(find_in: FindIn) -> None:
    text = "id: s\ntitle: H\nstate: invited\ntime: tháng 5/2027\nday: 1/7/2027\nplace: A\n"
    assert of(find_in({"data/plans/mau/sessions/s.yaml": text}), "KH209") == []


def test_a_written_calendar_moves_the_begin_of_the_period(find_in: FindIn) -> None:
    report = {
        "data/plans/mau/progress/2027/so-yt.yaml": (
            'sender: so-yt\nperiod: "2027"\nreported: 2026-12-20\nnothing_to_report: true\n'
        )
    }
    assert of(find_in(report), "KH208") == []
    settings = (
        "schema: 1\nprovince: {name: Mẫu, code: '00', place: Mẫu}\nfocal: so-khcn\n"
        "issuer: ubnd-tinh\ncalendar: nd266-2026\n"
    )
    (found,) = of(find_in(report | {"kehoach.yaml": settings}), "KH208")
    assert "(01/01/2027)" in found.message


def test_a_cell_without_a_deadline_is_not_called_misread(find_in: FindIn) -> None:
    found = find_in(task("due: Đề xuất giao Sở B tham mưu"))
    assert [one.code for one in found if one.code.startswith("KH2")] == ["KH210"]


def test_a_due_that_counts_from_the_issue_is_held_against_the_plan(find_in: FindIn) -> None:
    found = find_in(task("due: 9 năm kể từ ngày ban hành Kế hoạch"))
    (outside,) = of(found, "KH202")
    assert "10/4/2035" in outside.message
    assert of(find_in(task("due: 9 năm sau khi có hướng dẫn")), "KH202") == []
