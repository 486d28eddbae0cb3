"""What some documents carry besides: stamps, circulation, drafter, address, lying pages."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.document.frame import (
    Circulation,
    Document,
    LetterFrame,
    Marks,
    Urgency,
)
from kehoach_cli.document.lines import recipient_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    ToDocx = Callable[[Document], bytes]

ADDRESS = "Địa chỉ: số 1 đường Mẫu"
STAMP = re.compile(
    r'<w:pStyle w:val="KHDoKhan"/>.*?<w:ind w:left="(\d+)" w:right="(\d+)"/>.*?<w:t [^>]*>([^<]+)<'
)


def member(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def footers(data: bytes) -> list[tuple[str, str]]:
    """Type and text of each footer that the sections refer to, in their order."""
    relations = member(data, "word/_rels/document.xml.rels")
    found = []
    for kind, key in re.findall(
        r'footerReference w:type="(\w+)" r:id="(\w+)"', member(data, "word/document.xml")
    ):
        (target,) = re.findall(rf'<Relationship [^>]*Id="{key}"[^>]*>', relations)
        name = re.findall(r'Target="([^"]+)"', target)[0]
        texts = re.findall(r"<w:t[^>]*>([^<]*)<", member(data, f"word/{name}"))
        found.append((kind, " | ".join(texts)))
    return found


@pytest.mark.parametrize(
    ("urgency", "mm"), [(Urgency.FLASH, 30), (Urgency.MOST_URGENT, 40), (Urgency.URGENT, 20)]
)
def test_a_stamp_is_as_wide_as_the_decree_says(
    letter: Document, to_docx: ToDocx, urgency: Urgency, mm: int
) -> None:
    marked = replace(letter, frame=replace(letter.frame, marks=Marks(urgency)))
    xml = member(to_docx(marked), "word/document.xml")
    ((left, right, text),) = STAMP.findall(xml)
    column = int(re.findall(r'<w:gridCol w:w="(\d+)"/>', xml)[0])
    assert text == urgency
    assert column - int(left) - int(right) == pytest.approx(mm * 1440 / 25.4, abs=1)


def test_a_circulation_mark_stands_under_the_date(letter: Document, to_docx: ToDocx) -> None:
    marks = Marks(circulation=Circulation.TO_BE_RETURNED)
    xml = member(
        to_docx(replace(letter, frame=replace(letter.frame, marks=marks))), "word/document.xml"
    )
    head = xml.split("</w:tbl>")[0]
    assert head.index("KHNgayThang") < head.index("XEM XONG TRẢ LẠI")


def test_without_marks_nothing_is_drawn(letter: Document, to_docx: ToDocx) -> None:
    xml = member(to_docx(letter), "word/document.xml")
    assert "KHDoKhan" not in xml
    assert "KHPhamVi" not in xml


def test_the_drafter_s_mark_stands_behind_the_filing(letter: Document) -> None:
    frame = replace(letter.frame, filing="Lưu: VT, CĐS", marks=Marks(drafter="NVA.(30)"))
    assert recipient_lines(frame)[-1] == "- Lưu: VT, CĐS. NVA.(30)."


def test_the_address_stands_on_the_first_page_alone(
    letter: Document, plan: Document, to_docx: ToDocx
) -> None:
    assert isinstance(letter.frame, LetterFrame)
    annexed = replace(
        letter,
        frame=replace(letter.frame, address=ADDRESS),
        blocks=plan.blocks,
        notice="Bản thử",
    )
    assert footers(to_docx(annexed)) == [
        ("default", "Bản thử"),
        ("first", f"{ADDRESS} | Bản thử"),
        ("first", "Bản thử"),
    ]


def test_a_document_may_lie_before_its_annexes(plan: Document, to_docx: ToDocx) -> None:
    xml = member(to_docx(replace(plan, landscape=True)), "word/document.xml")
    assert re.findall(r'w:orient="(\w+)"', xml) == ["landscape", "landscape"]
    widths = [int(one) for one in re.findall(r'<w:tblW w:w="(\d+)"', xml)]
    assert min(widths) > 12000
