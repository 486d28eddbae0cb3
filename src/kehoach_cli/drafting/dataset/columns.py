"""What the tables of the data set are made of: columns with a type, a meaning and a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, Literal, TypeVar

from kehoach_cli.frozen import frozen
from kehoach_cli.model.register import InternalPart
from kehoach_cli.progress import Progress
from kehoach_cli.workspace import Workspace

R = TypeVar("R")

ColumnKind = Literal["text", "day", "count", "dong", "flag"]
"""Text in NFC; a day without a time; a whole number; an amount in đồng; yes or no."""


@frozen
class DataColumn(Generic[R]):
    """A column: what it means (in Vietnamese), and what it holds of a row.

    ``internal``: the part of ``kehoach.yaml``'s ``internal`` that keeps it from the public.
    """

    name: str
    kind: ColumnKind
    meaning: str
    read: Callable[[R], object]
    internal: InternalPart | None = None


@frozen
class DataTable(Generic[R]):
    """A table; ``meaning`` says what one row is. ``internal`` as of a column, of all of it."""

    name: str
    meaning: str
    rows: Callable[[Workspace, Progress], Iterable[R]]
    columns: tuple[DataColumn[R], ...]
    internal: InternalPart | None = None


@frozen
class Filled:
    """A table with its rows: names and kinds of the columns, their meanings, and the values."""

    name: str
    kinds: dict[str, ColumnKind]
    meanings: dict[str, str]
    rows: list[tuple[object, ...]]
