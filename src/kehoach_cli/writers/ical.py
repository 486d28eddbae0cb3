"""Calendars as .ics files that phones and mail programs import.

Source: RFC 5545, sections 3.1 (lines of 75 octets), 3.3.11 (escaping), 3.6.1, 3.6.6, 3.8.7.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kehoach_cli.document.events import Calendar, Event

_OCTETS = 75
_HOUR = 8
"""Reminders ring at eight in the morning of their day, by the clock of who reads them."""
_BEGINNING = date(2000, 1, 1)
_CONTROLS = dict.fromkeys([*range(0x20), 0x7F])
_ESCAPES = _CONTROLS | str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
"""Control characters have no place in a calendar; line ends and signs are written out."""


def write_calendar(calendar: Calendar) -> bytes:
    """The calendar in UTF-8; same calendar, same bytes.

    ``SEQUENCE`` and ``DTSTAMP`` follow from the day the calendar was made, so that what was made
    later replaces what was made before.
    """
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kehoach//kehoach-cli//VI",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(calendar.name)}",
        f"X-WR-CALNAME:{_text(calendar.name)}",
        *([f"X-WR-CALDESC:{_text(calendar.text)}"] if calendar.text else []),
        *(line for event in calendar.events for line in _event(event, calendar.made)),
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(event: Event, made: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{_day(made)}T000000Z"
    yield f"SEQUENCE:{max(0, (made - _BEGINNING).days)}"
    yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
    yield f"DTEND;VALUE=DATE:{_day(event.day + timedelta(days=1))}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{_text(event.text)}"
    if event.categories:
        yield f"CATEGORIES:{','.join(_text(one) for one in event.categories)}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    for day in event.warnings:
        yield from _alarm(event, (event.day - day).days)
    yield "END:VEVENT"


def _alarm(event: Event, days: int) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(event.title)}"
    yield f"TRIGGER:{_trigger(days)}"
    yield "END:VALARM"


def _trigger(days: int) -> str:
    """From the midnight at which the day begins: 3 days before at eight is -P2DT16H."""
    if days <= 0:
        return f"PT{_HOUR}H"
    whole = f"{days - 1}D" if days > 1 else ""
    return f"-P{whole}T{24 - _HOUR}H"


def _day(day: date) -> str:
    return f"{day:%Y%m%d}".rjust(8, "0")


def _text(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """No line is longer than 75 octets, and no letter is cut in two."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += octets
    return "\r\n".join(parts)
