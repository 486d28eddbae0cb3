"""``kehoach calendar``: every last day once, with the reminders that ``remind`` gives."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.drafting.due_events import due_calendar
from kehoach_cli.drafting.early import upcoming
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.progress import evaluate
from kehoach_cli.workspace import load

EVERY_STATE = Path(__file__).parents[1] / "workspaces" / "every-state"
DAY = date(2027, 6, 1)


@pytest.fixture
def kehoach(kehoach: Kehoach) -> Kehoach:
    return lambda *words: kehoach("calendar", *words)


@pytest.fixture
def everybody(kehoach: Kehoach, tmp_path: Path) -> Any:
    out = tmp_path / "tat-ca.ics"
    code, said, err = kehoach("--root", EVERY_STATE, "--as-of", DAY, "--out", out)
    assert (code, err) == (exits.CLEAN, "")
    assert said.startswith(f"Đã ghi {out}\n")
    return icalendar.Calendar.from_ical(out.read_bytes())


def test_there_is_one_event_for_each_last_day_to_the_end_of_the_plans(everybody: Any) -> None:
    ws = load(EVERY_STATE)
    wanted = {
        (item.key, item.last_day)
        for year in range(2027, 2031)
        for item in evaluate(ws, DAY, period=str(year)).tasks
        if item.last_day
    }
    events = everybody.walk("VEVENT")
    found = {(re.sub(r"\.tat-ca@.*", "", one["UID"]), one["DTSTART"].dt) for one in events}
    assert found == wanted
    assert len({one["UID"] for one in events}) == len(events)


def test_reminders_are_those_of_remind(everybody: Any) -> None:
    """Who opens the calendar today has heard the alarm of the step that ``remind`` names today."""
    scene = Scene(ws := load(EVERY_STATE), DAY, given=evaluate(ws, DAY))
    steps = sorted(scene.settings.remind_before, reverse=True) if scene.settings else []
    soon = {(one.item.key, one.step) for one in upcoming(scene)}
    heard: set[tuple[str, int]] = set()
    for event in everybody.walk("VEVENT"):
        day = event["DTSTART"].dt
        rings = sorted(day + timedelta(days=one["TRIGGER"].dt.days) for one in event.walk("VALARM"))
        assert len(rings) in {0, len(steps)}
        past = [step for step, ring in zip(steps, rings, strict=False) if ring <= DAY]
        if past:
            heard.add((event["UID"].partition(".tat-ca")[0], min(past)))
    assert soon
    assert heard == soon


def test_what_is_done_or_over_does_not_ring(everybody: Any) -> None:
    events = everybody.walk("VEVENT")
    assert any(one["SUMMARY"].startswith("✓ Hạn: ") for one in events)
    for one in events:
        is_quiet = one["SUMMARY"].startswith("✓") or one["DTSTART"].dt < DAY
        assert not (is_quiet and one.walk("VALARM")), one["UID"]


def test_what_was_stopped_is_off() -> None:
    events = due_calendar(load(EVERY_STATE), date(2027, 12, 14)).calendar.events
    off = [one for one in events if one.is_cancelled]
    assert off
    assert not any(one.warnings for one in off)


def test_an_agency_gets_its_own_and_the_same_bytes_twice(kehoach: Kehoach, tmp_path: Path) -> None:
    words = ("--root", EVERY_STATE, "--as-of", DAY, "--agency", "so-yt")
    kehoach(*words, "--out", tmp_path / "a.ics")
    kehoach(*words, "--out", tmp_path / "b.ics")
    data = (tmp_path / "a.ics").read_bytes()
    assert data == (tmp_path / "b.ics").read_bytes()
    calendar: Any = icalendar.Calendar.from_ical(data)
    held = {
        item.key
        for year in range(2027, 2031)
        for item in evaluate(load(EVERY_STATE), DAY, period=str(year)).tasks
        if item.last_day and any(one.agency == "so-yt" for one in item.assignments)
    }
    assert {one["UID"].partition(".so-yt")[0] for one in calendar.walk("VEVENT")} == held
    assert calendar["X-WR-CALNAME"] == "Thời hạn nhiệm vụ – Sở Y tế"
    notice = "Dữ liệu giả định, không phải số liệu của bất kỳ địa phương nào"
    assert all(one["DESCRIPTION"].endswith(notice) for one in calendar.walk("VEVENT"))


def test_a_day_that_moved_updates_the_event_that_people_have(
    everybody: Any, kehoach: Kehoach, tmp_path: Path
) -> None:
    root = shutil.copytree(EVERY_STATE, tmp_path / "ws")
    tasks = root / "data/plans/hop-tac-so/tasks.yaml"
    text = tasks.read_text(encoding="utf-8")
    assert text.count("due: Quý II/2028") >= 1
    tasks.write_text(text.replace("due: Quý II/2028", "due: 20/12/2028"), encoding="utf-8")
    kehoach("--root", root, "--as-of", DAY + timedelta(days=1), "--out", tmp_path / "sau.ics")
    after: Any = icalendar.Calendar.from_ical((tmp_path / "sau.ics").read_bytes())
    before = {one["UID"]: one for one in everybody.walk("VEVENT")}
    again = {one["UID"]: one for one in after.walk("VEVENT")}
    assert set(before) == set(again)
    assert all(again[uid]["SEQUENCE"] > one["SEQUENCE"] for uid, one in before.items())
    moved = {
        (one["DTSTART"].dt, again[uid]["DTSTART"].dt)
        for uid, one in before.items()
        if one["DTSTART"].dt != again[uid]["DTSTART"].dt
    }
    assert moved == {(date(2028, 6, 30), date(2028, 12, 20))}


def test_an_unknown_agency_and_a_broken_plan_write_nothing(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    out = tmp_path / "lich.ics"
    code, _, err = kehoach("--root", EVERY_STATE, "--agency", "so-ytt", "--out", out)
    assert (code, out.exists()) == (exits.USAGE, False)
    assert "có phải là so-yt?" in err
    root = shutil.copytree(EVERY_STATE, tmp_path / "ws")
    tasks = next(root.glob("data/plans/*/tasks.yaml"))
    tasks.write_text(tasks.read_text(encoding="utf-8") + "\tx", encoding="utf-8")
    code, _, err = kehoach("--root", root, "--out", out)
    assert (code, out.exists()) == (exits.FOUND, False)
    assert "Chưa xuất văn bản nào" in err


def test_a_workspace_without_last_days_says_so(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    root = Path(__file__).parents[2]
    code, out, _ = kehoach("--root", root, "--as-of", DAY, "--agency", "so-yt")
    assert code == exits.CLEAN
    assert out.startswith("Không có việc nào có ngày cuối để đưa vào lịch.\n")
    assert not (tmp_path / "build").exists()
