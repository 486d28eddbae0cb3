"""A calendar of days: what falls on which day, and when to be warned; knows no plans."""

from __future__ import annotations

from datetime import date

from kehoach_cli.frozen import frozen


@frozen
class Event:
    """Something that takes a whole day.

    ``uid`` never changes, so that a later calendar replaces what an earlier one said.
    ``warnings`` are the days on which to be reminded; ``is_cancelled``: it is off.
    """

    uid: str
    day: date
    title: str
    text: str = ""
    categories: tuple[str, ...] = ()
    warnings: tuple[date, ...] = ()
    is_cancelled: bool = False


@frozen
class Calendar:
    """Events under one name; ``made`` is the day whose knowledge it holds."""

    name: str
    made: date
    events: tuple[Event, ...]
    text: str = ""
