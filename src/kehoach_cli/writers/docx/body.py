"""The content of ``word/document.xml``: frame, blocks and sections in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import assert_never

from kehoach_cli.document.blocks import (
    PageBreak,
    Paragraph,
    Picture,
    Role,
    SectionBreak,
    Table,
    Text,
)
from kehoach_cli.document.frame import Document, Frame
from kehoach_cli.document.inlines import joined, plain
from kehoach_cli.document.styles import Style
from kehoach_cli.frozen import frozen
from kehoach_cli.writers.docx import tables
from kehoach_cli.writers.docx.frame import opening
from kehoach_cli.writers.docx.page import Margins, Page, section
from kehoach_cli.writers.docx.pictures import Stored, place
from kehoach_cli.writers.docx.rules import lines_of, rule, rule_under
from kehoach_cli.writers.docx.signing import signing
from kehoach_cli.writers.docx.styles import Styles
from kehoach_cli.writers.docx.xml import Xml, paragraph, run

_EMPHASIS = {
    (True, False): Style.BOLD,
    (False, True): Style.ITALIC,
    (True, True): Style.BOLD_ITALIC,
}
_TYPED_NUMBERS = frozenset((Role.NUMBERED, Role.POINT))
_IN_PHRASES = frozenset((Role.ANNEX_TITLE, Role.ANNEX_REFERENCE))
_NO_MARGINS = Margins()
Content = Paragraph | Table | Picture | PageBreak
Pictures = Mapping[Picture, Stored]
_NO_PICTURES: Pictures = {}


@frozen
class _Part:
    """The main text or one annex; whether its pages lie."""

    landscape: bool
    is_annex: bool = True
    blocks: list[Content] = field(default_factory=list)


def build(
    document: Document,
    styles: Styles,
    page: Page,
    margins: Margins = _NO_MARGINS,
    pictures: Pictures = _NO_PICTURES,
) -> Iterator[Xml]:
    """Everything inside ``w:body``, the last section's properties included."""
    main, *annexes = parts = _parts(document)
    own = [margins.main, margins.annex, *[()] * len(annexes)]
    sections = [_section(part, page, one) for part, one in zip(parts, own, strict=False)]
    yield from _parted(_main(document.frame, main, styles, page, pictures), styles, at_edge=False)
    for ended, annex in zip(sections, annexes, strict=False):
        yield paragraph(styles[Style.SECTION_BREAK], section=ended)
        room = page.text_width(landscape=annex.landscape)
        content = _blocks(annex.blocks, styles, room, pictures, keep_last=False)
        yield from _parted(content, styles, at_edge=True)
    if not annexes or _ends_in_table(parts[-1]):
        yield paragraph(styles[Style.SECTION_BREAK])  # Word wants a paragraph after a table
    yield sections[-1]


def _main(
    content: Frame, main: _Part, styles: Styles, page: Page, pictures: Pictures
) -> Iterator[Xml]:
    room = page.text_width(landscape=main.landscape)
    yield from opening(content, styles, room)
    yield from _blocks(main.blocks, styles, room, pictures, keep_last=True)
    yield signing(content, styles, room)


def _parted(elements: Iterable[Xml], styles: Styles, *, at_edge: bool) -> Iterator[Xml]:
    """The elements with a tiny paragraph between tables and, ``at_edge``, before a first one.

    Word makes one table of two that touch; LibreOffice 7.4 keeps a landscape section portrait
    when a table comes first in it.
    """
    gap = 0 if at_edge else None  # above a table that comes next; none where text stands above
    for element in elements:
        is_table = element.startswith("<w:tbl>")
        if is_table and gap is not None:
            yield paragraph(styles[Style.SECTION_BREAK], keep=True, before=gap or None)
        yield element
        gap = tables.GAP_BELOW if is_table else None


def _parts(document: Document) -> list[_Part]:
    parts = [_Part(document.landscape, is_annex=False)]
    for block in document.blocks:
        if isinstance(block, SectionBreak):
            parts.append(_Part(block.landscape))
        else:
            parts[-1].blocks.append(block)
    return parts


def _ends_in_table(part: _Part) -> bool:
    return bool(part.blocks) and isinstance(part.blocks[-1], Table)


def _section(part: _Part, page: Page, margins: Sequence[Xml]) -> Xml:
    return section(page, landscape=part.landscape, restart=part.is_annex, margins=margins)


def _blocks(
    blocks: Sequence[Content], styles: Styles, room: int, pictures: Pictures, *, keep_last: bool
) -> Iterator[Xml]:
    """The blocks of one part; ``keep_last`` holds the last one on the page of the signature."""
    for index, block in enumerate(blocks):
        is_last = index == len(blocks) - 1
        keep = keep_last if is_last else _is_typed_title(block)
        match block:
            case Paragraph():
                below_table = index > 0 and tables.is_drawn(blocks[index - 1])
                before = tables.GAP_BELOW if below_table else None
                yield from _paragraph(block, styles, room, keep=keep, before=before)
                if _ends_a_heading(blocks, index):
                    lines = lines_of(plain(block.inlines), styles, block.role, room)
                    under = rule_under(lines, styles, block.role)
                    yield rule(styles[Style.TITLE_RULE], under, room)
            case Table():
                yield from tables.draw(block, styles, room, keep=keep)
            case Picture():
                yield from place(block, pictures[block], styles, room, keep=keep)
            case PageBreak():
                yield paragraph(styles[Style.PAGE_BREAK])
            case _:
                assert_never(block)


def _ends_a_heading(blocks: Sequence[Content], index: int) -> bool:
    """«(Kèm theo …)» of an annex, not a line of that look above its table."""
    roles = [
        one.role for one in blocks[max(0, index - 1) : index + 1] if isinstance(one, Paragraph)
    ]
    return roles[-1:] == [Role.ANNEX_REFERENCE] and roles[:-1] != [Role.ANNEX_REFERENCE]


def _is_typed_title(block: Content) -> bool:
    """«1. **Nội dung**»: a title under a typed number, which what it heads must follow."""
    return (
        isinstance(block, Paragraph)
        and block.role in _TYPED_NUMBERS
        and bool(block.inlines)
        and all(text.bold for text in block.inlines)
    )


def _paragraph(
    block: Paragraph, styles: Styles, room: int, *, keep: bool, before: int | None
) -> Iterator[Xml]:
    texts = joined((*_number(block), *block.inlines))
    if block.role in _IN_PHRASES and len(texts) == 1:
        lines = lines_of(texts[0].text, styles, block.role, room)
        texts = (replace(texts[0], text="\n".join(lines)),)
    runs = (run(text.text, _emphasis(text, styles, block.role)) for text in texts)
    yield paragraph(styles[block.role], *runs, keep=keep, before=before)


def _number(block: Paragraph) -> tuple[Text, ...]:
    """The number before the text; a typed one is as bold as its text where all of that is."""
    is_bold = block.role in _TYPED_NUMBERS and all(text.bold for text in block.inlines)
    return (Text(f"{block.number} ", bold=is_bold),) if block.number else ()


def _emphasis(text: Text, styles: Styles, role: Role) -> str | None:
    """Style of a run; none for what its paragraph is already: Word would switch that off."""
    look = styles.look(role)
    style = _EMPHASIS.get((text.bold and not look.bold, text.italic and not look.italic))
    return styles[style] if style else None
