"""Calendar files: as RFC 5545 has them, read back by the icalendar package."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.document.events import Calendar, Event
from kehoach_cli.writers.ical import write_calendar

DAY = date(2027, 6, 30)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=200)


def read(event: Event, made: date = date(2027, 6, 1)) -> Any:
    data = write_calendar(Calendar("Lịch thử", made, (event,)))
    calendar: Any = icalendar.Calendar.from_ical(data)
    assert calendar.errors == []
    (found,) = calendar.walk("VEVENT")
    assert found.errors == []
    return found


@given(TEXTS, TEXTS)
def test_every_text_comes_back_and_no_line_is_too_long(title: str, text: str) -> None:
    event = Event("a@b", DAY, f"x{title}", f"x{text}")
    data = write_calendar(Calendar(f"x{title}", DAY, (event,), text=f"x{text}"))
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(b"\n" not in line and line.decode() for line in lines[:-1])
    found: Any = icalendar.Calendar.from_ical(data)
    (back,) = found.walk("VEVENT")
    assert (back["SUMMARY"], back["DESCRIPTION"]) == (event.title, event.text)


def test_an_event_takes_its_whole_day_and_leaves_the_person_free() -> None:
    found = read(Event("mf-01@tinh-66", DAY, "Hạn: ban hành đề án", categories=("Việc", "a,b")))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (DAY, DAY + timedelta(days=1))
    assert (found["UID"], found["STATUS"], found["TRANSP"]) == (
        "mf-01@tinh-66",
        "CONFIRMED",
        "TRANSPARENT",
    )
    assert found["CATEGORIES"].cats == ["Việc", "a,b"]


def test_warnings_ring_at_eight_in_the_morning_of_their_days() -> None:
    days = (DAY - timedelta(days=40), DAY - timedelta(days=1), DAY)
    found = read(Event("a@b", DAY, "Hạn", warnings=days))
    alarms = [one["TRIGGER"].dt for one in found.walk("VALARM")]
    assert alarms == [timedelta(hours=8, days=-back) for back in (40, 1, 0)]


def test_what_is_made_later_replaces_what_was_made_before() -> None:
    event = Event("a@b", DAY, "Hạn")
    before, after = read(event, date(2027, 6, 1)), read(event, date(2027, 6, 2))
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt
    assert read(event, date(1990, 1, 1))["SEQUENCE"] == 0


def test_what_is_off_is_cancelled_and_control_characters_are_left_out() -> None:
    found = read(Event("a@b", DAY, "Dừng\x07 lại", is_cancelled=True))
    assert (found["STATUS"], found["SUMMARY"]) == ("CANCELLED", "Dừng lại")
