"""A view answers a question: blocks for people and data for programs, of the same rows.

A row is a frozen dataclass whose fields are the keys of the JSON; the columns of a table read the
same fields, so that text and JSON cannot say different things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TypeVar

from kehoach_cli.document.blocks import (
    Block,
    Cell,
    CellValue,
    Column,
    Paragraph,
    Role,
    Row,
    Table,
    Text,
)
from kehoach_cli.drafting.item_words import due_of, plan_heading, progress_of, title_of
from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.frozen import frozen
from kehoach_cli.progress import Item, Progress
from kehoach_cli.workspace import Workspace

SCHEMA = 1

R = TypeVar("R")


@frozen
class View:
    """A view: what the screen shows, and the data of ``--format json``."""

    blocks: tuple[Block, ...]
    data: dict[str, object]


@frozen
class Named:
    """An agency or partner by id, with its short name."""

    id: str
    name: str


@frozen
class ItemFacts:
    """A task or commitment as every view tells it.

    ``due`` as printed, with the round or the extension; ``progress`` is the state in words.
    """

    id: str
    kind: str
    plan: str
    clause: str | None
    title: str
    due: str
    last_day: date | None
    state: str
    progress: str


def named(ws: Workspace, actor: str) -> Named:
    """The actor with its short name."""
    return Named(actor, short_name_of(ws, actor))


def all_named(ws: Workspace, actors: Iterable[str]) -> tuple[Named, ...]:
    """The actors with their short names, nobody twice."""
    return tuple(named(ws, actor) for actor in dict.fromkeys(actors))


def names(actors: Iterable[Named]) -> str:
    """The short names in a row, as tables show them."""
    return "; ".join(one.name for one in actors)


def facts_of(item: Item) -> ItemFacts:
    """What every view tells of an item."""
    return ItemFacts(
        id=item.id,
        kind=item.kind,
        plan=item.plan_id,
        clause=item.clause,
        title=title_of(item).rstrip("."),
        due=due_of(item),
        last_day=item.last_day,
        state=item.state.code,
        progress=progress_of(item),
    )


def view_of(progress: Progress, blocks: Iterable[Block], parts: Mapping[str, object]) -> View:
    """The blocks, and the parts as data after the day and the period; days are ISO 8601."""
    head = {
        "schema": SCHEMA,
        "as_of": progress.as_of.isoformat(),
        "period": progress.period.id,
    }
    return View(tuple(blocks), {**head, **{key: as_data(one) for key, one in parts.items()}})


def as_data(value: object) -> object:
    """Rows and their fields as what JSON can hold."""
    match value:
        case date():
            return value.isoformat()
        case list() | tuple():
            return [as_data(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {one.name: as_data(getattr(value, one.name)) for one in fields(value)}
        case _:
            return value


Show = tuple[Column, Callable[[R], CellValue | Cell]]
"""A column and what it shows of a row; a cell where it must read otherwise than its value."""


def listing(
    name: str,
    shows: tuple[Show[R], ...],
    rows: Iterable[R],
    *,
    caption: str = "",
    empty: str = "",
    group: Callable[[R], str] | None = None,
) -> Table:
    """A table of rows; ``group`` gives the heading of a row, printed where it changes."""
    return Table(
        name=name,
        columns=tuple(column for column, _ in shows),
        rows=tuple(_rows(shows, rows, group)),
        caption=caption,
        empty=empty,
    )


def _rows(
    shows: tuple[Show[R], ...], rows: Iterable[R], group: Callable[[R], str] | None
) -> Iterator[Row]:
    above: str | None = None
    for row in rows:
        heading = group(row) if group else None
        if heading is not None and heading != above:
            yield Row((Cell(heading, bold=True),), group=True)
        above = heading
        shown = (show(row) for _, show in shows)
        yield Row(tuple(one if isinstance(one, Cell) else Cell(one) for one in shown))


def plan_headings(progress: Progress) -> dict[str, str]:
    """Plan → the heading of its rows."""
    return {plan.id: plan_heading(plan) for plan in progress.plans}


def heading(text: str) -> Paragraph:
    """The line that says what is shown."""
    return Paragraph(Role.SECTION, (Text(text),))


def line(text: str) -> Paragraph:
    """A line of running text."""
    return Paragraph(Role.BODY, (Text(text),))
