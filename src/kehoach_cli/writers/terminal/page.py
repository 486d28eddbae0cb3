"""The blocks of a view as lines, and the two ways in which lines leave: plain, or through rich."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, assert_never

from kehoach_cli.document.blocks import (
    Block,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    SectionBreak,
    Table,
    Text,
)
from kehoach_cli.document.picture_words import caption_line, in_words
from kehoach_cli.writers.terminal.lines import (
    ASCII,
    BLANK,
    BLOCKS,
    DIM,
    Line,
    Piece,
    Screen,
    Signs,
    folds,
    seen,
)
from kehoach_cli.writers.terminal.tables import table_lines
from kehoach_cli.writers.terminal.tallies import tally_lines

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {
    Role.SECTION: "bold",
    Role.CLAUSE: "bold",
    Role.SUBCLAUSE: "bold",
    Role.GROUND: "italic",
    Role.NOTE: "italic",
    Role.ANNEX_NUMBER: "bold",
    Role.ANNEX_TITLE: "bold",
    Role.ANNEX_REFERENCE: "italic",
    Role.CAPTION: "bold",
}


def plain_text(blocks: Iterable[Block], width: int) -> str:
    """The blocks for a pipe, a file or a screen that draws nothing: words and figures only."""
    screen = Screen(width, draws=False, signs=BLOCKS)
    return "".join(f"{''.join(text for text, _ in line)}\n" for line in _lines(blocks, screen))


def write_terminal(blocks: Iterable[Block], console: Console) -> None:
    """Print the blocks in the width of the console; nothing in them is read as code.

    Block letters that its encoding cannot hold fall to ASCII.
    """
    from rich.text import Text as Styled  # noqa: PLC0415 - pipes do without

    screen = Screen(console.width, draws=True, signs=_signs(console.encoding))
    for line in _lines(blocks, screen):
        console.print(Styled.assemble(*line), soft_wrap=True)


def _signs(encoding: str) -> Signs:
    try:
        f"{BLOCKS.full}{BLOCKS.empty}{BLOCKS.rule}".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return BLOCKS


def _lines(blocks: Iterable[Block], screen: Screen) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Paragraph(tally=tally) if tally and tally.shares and screen.draws:
                yield from tally_lines(tally, screen)
            case Paragraph():
                yield from _paragraph(block, screen.width)
            case Table():
                yield from table_lines(block, screen)
            case Picture():
                for told in (caption_line(block), *in_words(block.drawing)):
                    yield from _paragraph(Paragraph(Role.BODY, (Text(told),)), screen.width)
            case PageBreak():
                yield BLANK
            case SectionBreak():
                yield ((screen.signs.rule * screen.width, DIM),)
            case _:
                assert_never(block)


def _paragraph(block: Paragraph, width: int) -> Iterator[Line]:
    """The paragraph in lines; a fold may stand within a run of one look."""
    style = _STYLES.get(block.role, "")
    runs = [(f"{block.number} ", style)] if block.number else []
    for run in block.inlines:
        looks = ((style, True), ("bold", run.bold), ("italic", run.italic))
        runs.append((run.text, " ".join(name for name, on in looks if on and name)))
    text = seen("".join(text for text, _ in runs))
    for start, end in folds(text, width):
        yield tuple(_between(runs, start, end))


def _between(runs: Iterable[Piece], start: int, end: int) -> Iterator[Piece]:
    """What stands from ``start`` to ``end`` of the whole text."""
    at = 0
    for text, style in runs:
        part = seen(text)[max(0, start - at) : max(0, end - at)]
        if part:
            yield part, style
        at += len(text)
