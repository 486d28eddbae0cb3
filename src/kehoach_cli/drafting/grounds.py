"""Căn cứ before the first sentence: as italic lines, with dashes, or in one paragraph with it.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.a (lines in italics, a semicolon after
each, a full stop after the last); plans of the province use the other two as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach_cli.document.blocks import Block, Paragraph, Role, Text
from kehoach_cli.drafting.wording import capitalised

_ROLES = {"lines": (Role.GROUND, ""), "dashes": (Role.DASH, "-")}


def body(text: str) -> Paragraph:
    """A paragraph of the text."""
    return Paragraph(Role.BODY, (Text(text),))


def with_grounds(blocks: Sequence[Block], cited: Sequence[str], style: str) -> tuple[Block, ...]:
    """The blocks of a text with its căn cứ before them; ``cited`` are without the word «Căn cứ».

    ``style``: lines, dashes or prose. The first paragraph is the sentence that goes on from them.
    """
    if style == "prose" and cited:
        return _begun(blocks, f"Căn cứ {'; '.join(cited)}, ")
    ends = [*[";"] * (len(cited) - 1), "."]
    role, mark = _ROLES.get(style, _ROLES["lines"])
    listed = [
        Paragraph(role, (Text(f"Căn cứ {one}{end}"),), mark)
        for one, end in zip(cited, ends, strict=False)
    ]
    return (*listed, *_begun(blocks, ""))


def _begun(blocks: Sequence[Block], before: str) -> tuple[Block, ...]:
    """The blocks, their first sentence going on from the words before it, else capitalised."""
    match blocks:
        case [Paragraph(role=Role.BODY, inlines=(first, *others)) as intro, *rest]:
            text = before + first.text if before else capitalised(first.text)
            return (replace(intro, inlines=(replace(first, text=text), *others)), *rest)
        case _:
            alone = (body(f"{before.rstrip(', ')}."),) if before else ()
            return (*alone, *blocks)
