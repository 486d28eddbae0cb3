"""Where a signed file differs from the data: paragraph by paragraph, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from rapidfuzz import fuzz

from kehoach_cli.drafting.wording import short_name_of
from kehoach_cli.exchange.intake.marks import Level, mark_of
from kehoach_cli.exchange.intake.printed import Printed
from kehoach_cli.exchange.intake.proof import Said, comparable
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Task
from kehoach_cli.workspace import Located, Workspace

_ALIKE = 55
"""Of 100: from here on two paragraphs are the same one, edited."""
_CONTEXT = 6
"""Words shown beside a difference."""

_COUNTED = {Level.SECTION, Level.CLAUSE, Level.SUBCLAUSE}

A = TypeVar("A")
B = TypeVar("B")


@frozen
class Change:
    """A paragraph that is other, only in the data, or only in the file.

    ``after`` is the paragraph of the data behind which one that only the file has stands.
    """

    ours: Printed | None
    theirs: Said | None
    after: Printed | None = None


@frozen
class CellChange:
    """A cell of the annex; ``key`` is "" for a row that only one side has."""

    task: Located[Task] | None
    title: str
    key: str = ""
    ours: str = ""
    theirs: str = ""
    value: object = None


def changes(ours: Sequence[Printed], theirs: Sequence[Said]) -> tuple[Change, ...]:
    """All paragraphs that are not the same, in the order of the data."""
    pairs = aligned(
        ours, theirs, lambda one: comparable(one.text), lambda one: comparable(one.text)
    )
    found: list[Change] = []
    last: Printed | None = None
    for mine, other in pairs:
        if mine is None or other is None or comparable(mine.text) != comparable(other.text):
            found.append(Change(mine, other, None if mine else last))
        last = mine or last
    return tuple(found)


def aligned(
    ours: Sequence[A], theirs: Sequence[B], mine: Callable[[A], str], other: Callable[[B], str]
) -> Iterator[tuple[A | None, B | None]]:
    """Both in one row: the same and the edited side by side, the rest alone."""
    left, right = [mine(one) for one in ours], [other(one) for one in theirs]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(ours[a:b], theirs[c:d], strict=True)
            continue
        for x, y in _alike(left[a:b], right[c:d]):
            yield None if x is None else ours[a + x], None if y is None else theirs[c + y]


def _alike(left: Sequence[str], right: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """The pairing in order whose texts are most alike, by dynamic programming."""
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for x in range(len(left) - 1, -1, -1):
        for y in range(len(right) - 1, -1, -1):
            pair = _share(left[x], right[y]) + best[x + 1][y + 1]
            best[x][y] = max(best[x + 1][y], best[x][y + 1], pair)
    found: list[tuple[int | None, int | None]] = []
    x = y = 0
    while x < len(left) or y < len(right):
        both = x < len(left) and y < len(right)
        share = _share(left[x], right[y]) if both else 0
        if share and best[x][y] == share + best[x + 1][y + 1]:
            found.append((x, y))
            x, y = x + 1, y + 1
        elif x < len(left) and (y == len(right) or best[x][y] == best[x + 1][y]):
            found.append((x, None))
            x += 1
        else:
            found.append((None, y))
            y += 1
    return found


def _share(one: str, other: str) -> float:
    """How much two texts are alike, of 100; those of one counted number are the same paragraph."""
    share = fuzz.ratio(one, other, score_cutoff=_ALIKE)
    mine, theirs = mark_of(one), mark_of(other)
    counted = mine and theirs and mine.level in _COUNTED and mine.number == theirs.number
    return max(share, _ALIKE) if counted else share


_CELLS: tuple[tuple[str, Callable[[Task], object]], ...] = (
    ("group", lambda task: task.group),
    ("title", lambda task: task.title),
    ("lead", lambda task: task.lead),
    ("co_leads", lambda task: task.co_leads),
    ("support", lambda task: task.support),
    ("person", lambda task: task.person),
    ("product", lambda task: task.product),
    ("approver", lambda task: task.approver),
    ("due", lambda task: task.due),
    ("note", lambda task: task.note),
)


def cell_changes(
    ws: Workspace, ours: Sequence[Located[Task]], theirs: Sequence[Task], columns: Sequence[str]
) -> tuple[CellChange, ...]:
    """The cells of the columns that the file's table has; rows are known by what they are about."""
    rows = aligned(ours, theirs, lambda one: one.value.title, lambda one: one.title)
    shown = {*columns, "group", *(("co_leads",) if "lead" in columns else ())}
    found: list[CellChange] = []
    for mine, other in rows:
        if mine is None or other is None:
            title = mine.value.title if mine else other.title if other else ""
            found.append(CellChange(mine, title, theirs=other.title if other else ""))
            continue
        for key, value in _CELLS:
            if key in shown and value(mine.value) != value(other):
                said = (_shown(ws, value(mine.value)), _shown(ws, value(other)))
                found.append(CellChange(mine, mine.value.title, key, *said, value(other)))
    return tuple(found)


def _shown(ws: Workspace, value: object) -> str:
    """A cell as people read it; ids as the short names that they stand for."""
    if isinstance(value, tuple):
        return "; ".join(_shown(ws, one) for one in value)
    said = "" if value is None else str(value)
    return short_name_of(ws, said) if said in ws.actors else said


def marked(ours: str, theirs: str) -> str:
    """The words of both: «[-bỏ-]», «{+thêm+}», what is the same shortened."""
    left, right = ours.split(), theirs.split()
    said: list[str] = []
    opcodes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(opcodes):
        if kind == "equal":
            said.append(_short(left[a:b], first=number == 0, last=number == len(opcodes) - 1))
            continue
        said += [f"[-{' '.join(left[a:b])}-]"] if b > a else []
        said += ["{+" + " ".join(right[c:d]) + "+}"] if d > c else []
    return " ".join(said)


def _short(words: Sequence[str], *, first: bool, last: bool) -> str:
    """Words that are the same, the middle left out."""
    if len(words) <= 2 * _CONTEXT:
        return " ".join(words)
    head = [] if first else words[:_CONTEXT]
    tail = [] if last else words[-_CONTEXT:]
    return " ".join([*head, "…", *tail])
