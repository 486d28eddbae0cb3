"""Characters that XML cannot hold are refused before anything is written.

Source: W3C XML 1.0, 2.2 (Char). Drafting refuses them with their place in a file; what comes this
far is named by its place in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from kehoach_cli.document.blocks import Block, Paragraph, Picture, Table
from kehoach_cli.document.cells import cell_text
from kehoach_cli.document.frame import (
    Document,
    Frame,
    LetterFrame,
    MinutesFrame,
    TitledFrame,
)
from kehoach_cli.document.inlines import plain
from kehoach_cli.document.picture_words import alternative
from kehoach_cli.errors import OutputError

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def refuse_illegal(document: Document) -> None:
    """Raises ``OutputError`` naming the first text that holds an illegal character."""
    for place, text in _texts(document):
        if bad := _ILLEGAL.search(text):
            raise OutputError(
                f"{place} có ký tự điều khiển U+{ord(bad[0]):04X} không ghi được vào tệp",
                f"xóa ký tự đó trong «{_ILLEGAL.sub('□', text)[:60]}»",
            )


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    yield "Tên tệp văn bản", document.properties.title
    yield "Tên tác giả của tệp", document.properties.author
    yield "Dòng ghi chú trên mỗi trang", document.notice
    yield from _frame_texts(document.frame)
    for index, block in enumerate(document.blocks, start=1):
        yield from _block_texts(index, block)


def _frame_texts(frame: Frame) -> Iterator[tuple[str, str]]:
    parts = {
        "Tên cơ quan chủ quản": frame.parent,
        "Tên cơ quan ban hành": frame.issuer,
        "Số, ký hiệu": (frame.number, frame.symbol),
        **_own_texts(frame),
        "Nơi nhận": (*frame.recipients, frame.filing, frame.marks.drafter),
    }
    for place, texts in parts.items():
        for text in texts:
            yield place, text


def _own_texts(frame: Frame) -> dict[str, tuple[str, ...]]:
    """The texts of a frame that other kinds of frame do not have."""
    match frame:
        case TitledFrame():
            named = {"Tên loại văn bản": (frame.type_name,), "Trích yếu": (frame.title,)}
            return {"Địa danh": (frame.place,), **named, **_signed(frame)}
        case LetterFrame():
            own = {"Trích yếu": (frame.subject,), "Địa chỉ": (frame.address,)}
            return {"Địa danh": (frame.place,), **own, **_signed(frame)}
        case MinutesFrame():
            return {
                "Tên loại văn bản": (frame.type_name,),
                "Trích yếu": (frame.title,),
                "Thư ký": (*frame.secretary.lines, frame.secretary.name),
                "Chủ tọa": (*frame.chair.lines, frame.chair.name),
            }
        case _:
            assert_never(frame)


def _signed(frame: TitledFrame | LetterFrame) -> dict[str, tuple[str, ...]]:
    return {
        "Kính gửi": frame.addressees,
        "Quyền hạn, chức vụ của người ký": frame.signer.lines,
        "Họ tên người ký": (frame.signer.name,),
    }


def _block_texts(index: int, block: Block) -> Iterator[tuple[str, str]]:
    if isinstance(block, Paragraph):
        line = f" (dòng {block.line} của bản thảo)" if block.line else ""
        yield f"Đoạn {index}{line}", block.number + plain(block.inlines)
    if isinstance(block, Picture):
        yield f"Hình {block.number}", alternative(block)
    if isinstance(block, Table):
        place = f"Bảng «{_ILLEGAL.sub('□', block.name)}»"
        yield f"{place}, tên bảng", block.caption + block.empty
        for column in block.columns:
            yield f"{place}, đầu cột", column.title
        for group in block.header_groups:
            yield f"{place}, đầu nhóm cột", group.title
        for number, row in enumerate(block.rows, start=1):
            texts = [cell_text(cell) for cell in row.cells]
            if _ILLEGAL.search("".join(texts)):
                yield from ((f"{place}, dòng {number}", text) for text in texts)
