"""The rules under issuer, motto and title: which line belongs to which part, and how long it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from kehoach_cli.exchange.docx.foot import is_reference
from kehoach_cli.exchange.docx.head import is_typed_rule
from kehoach_cli.exchange.docx.looks import Paragraph
from kehoach_cli.exchange.docx.parts import Form, Kind
from kehoach_cli.frozen import frozen
from kehoach_cli.writers.docx.widths import text_width

Way = Literal["drawn", "typed", "underlined", "missing"]


@frozen
class Drawn:
    """How a part is ruled off. ``length`` is twips, None where the file does not tell it."""

    way: Way
    place: Paragraph
    length: int | None = None


def rule_below(form: Form, kind: Kind) -> Drawn | None:
    """The rule under a part; None where the document has no such part."""
    part = form.of(kind)
    if not part:
        return None
    near = [*part, *_beside(form, part[-1]), *_below(form.pages.paragraphs, part[-1])]
    drawn = next(_lines(near), None) or next(_lines(_same_cell(form, part[-1])), None)
    if drawn is None and part[-1].spot is not None:
        drawn = _elsewhere(form, part[-1])
    if drawn is not None:
        return drawn
    typed = next((one for one in near if is_typed_rule(one)), None)
    if typed is not None:
        return Drawn("typed", typed)
    underlined = part[-1].printed and all(run.letters.underline for run in part[-1].printed)
    return Drawn("underlined" if underlined else "missing", part[-1])


def line_widths(part: Sequence[Paragraph]) -> tuple[int, ...]:
    """Twips of each printed line of a part; empty where blanks are still to be filled in."""
    widths = []
    for paragraph in part:
        for line in paragraph.lines():
            if not line.printed:
                return ()
            widths.append(_width(line))
    return tuple(widths)


def _width(line: Paragraph) -> int:
    return sum(
        text_width(
            run.text.upper() if run.letters.caps else run.text,
            run.letters.size_pt,
            bold=run.letters.bold,
        )
        for run in line.runs
    )


def _beside(form: Form, last: Paragraph) -> list[Paragraph]:
    """The typed line right under a part's last one, in the same paragraph."""
    rest = form.pages.paragraphs[last.number - 1].lines()
    return [line for line in rest if line.offset > last.offset][:1]


def _below(paragraphs: Sequence[Paragraph], last: Paragraph) -> Iterator[Paragraph]:
    """Blank paragraphs and typed rules right under a part, in the same cell.

    In a document that goes with a decision «(Kèm theo …)» comes before the rule.
    """
    for one in paragraphs[last.number :]:
        same = _cell(one) == _cell(last) or _is_inside(one, last)
        if not same or not (one.is_blank or is_typed_rule(one) or is_reference(one)):
            return
        yield one


def _is_inside(one: Paragraph, last: Paragraph) -> bool:
    """Whether a paragraph stands in a small table inside the cell of the part."""
    if one.spot is None or last.spot is None:
        return False
    return one.spot.top == last.spot.top and one.spot.table > last.spot.table


def _cell(paragraph: Paragraph) -> tuple[int, int, int] | None:
    spot = paragraph.spot
    return (spot.table, spot.row, spot.column) if spot else None


def _same_cell(form: Form, last: Paragraph) -> list[Paragraph]:
    """Shapes may be anchored at any paragraph of the cell."""
    cell = _cell(last)
    return [one for one in form.pages.paragraphs if cell and _cell(one) == cell and one.strokes]


def _elsewhere(form: Form, last: Paragraph) -> Drawn | None:
    """A shape that is anchored in another cell of the head: there, but for whom is not known."""
    top = last.spot.top if last.spot else -1
    others = (one for one in form.pages.paragraphs if one.spot and one.spot.top == top)
    anchor = next((one for one in others if len(one.strokes) > 1), None)
    return None if anchor is None else Drawn("drawn", anchor)


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[Drawn]:
    for one in paragraphs:
        if one.strokes:
            yield Drawn("drawn", one, one.strokes[0].length)
        elif one.layout.ruled:
            length = one.width - one.layout.left - one.layout.right
            yield Drawn("drawn", one, length if one.width else None)
