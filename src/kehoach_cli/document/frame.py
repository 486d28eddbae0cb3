"""The frame (thể thức) around a document's body: head, addressees, signature, recipients.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II and III.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kehoach_cli.document.blocks import Block
from kehoach_cli.document.month import MonthOnly


@dataclass(frozen=True, slots=True)
class Signer:
    """Lines of authority and office («KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH»), then the name, if known."""

    lines: tuple[str, ...]
    name: str = ""


class Urgency(StrEnum):
    """Độ khẩn, as it is stamped (III.2.b)."""

    FLASH = "HỎA TỐC"
    MOST_URGENT = "THƯỢNG KHẨN"
    URGENT = "KHẨN"


class Circulation(StrEnum):
    """Chỉ dẫn về phạm vi lưu hành, as it is printed (III.2.c)."""

    INTERNAL = "LƯU HÀNH NỘI BỘ"
    TO_BE_RETURNED = "XEM XONG TRẢ LẠI"


@dataclass(frozen=True, slots=True)
class Marks:
    """What some documents carry besides: how urgent, for whom, who drafted it, how many copies.

    ``drafter`` is the drafter's mark with the number of copies sent out, «NVA.(30)» (III.3); it
    stands behind the filing.
    """

    urgency: Urgency | None = None
    circulation: Circulation | None = None
    drafter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What the upper left corner of every document holds, and where the document goes."""

    issuer: tuple[str, ...]  # lines of the issuing organ, bold
    symbol: str  # «KH-UBND»: what follows the number
    recipients: tuple[str, ...]  # without dash and semicolon
    filing: str  # «Lưu: VT, KGVX (Ng-10b)», without the final full stop
    parent: tuple[str, ...] = ()  # cơ quan chủ quản, not bold
    number: str = ""  # «123»; blank when not known
    draft_mark: bool = False  # prints DỰ THẢO (not a matter of NĐ 30)
    marks: Marks = Marks()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated(_Head):
    """A document with place and day, that one person signs and that may name its addressees."""

    place: str  # địa danh; blank when not known
    signer: Signer
    day: date | MonthOnly | None = None
    addressees: tuple[str, ...] = ()  # Kính gửi


@dataclass(frozen=True, slots=True, kw_only=True)
class TitledFrame(_Dated):
    """«Văn bản có tên loại» (NĐ 30/2020, Phụ lục III, mẫu 1.4), with Kính gửi when going up."""

    type_name: str  # «KẾ HOẠCH»
    title: str  # trích yếu


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFrame(_Dated):
    """«Công văn» (mẫu 1.5): no tên loại; its symbol has no letters of a type, «SKHCN-CĐS»."""

    subject: str  # what follows «V/v» under the number
    address: str = ""  # at the foot of page 1, under a rule as wide as the text (III.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesFrame(_Head):
    """«Biên bản» (mẫu 1.9): neither place nor day beside the number, two signatures."""

    type_name: str  # «BIÊN BẢN»
    title: str  # name of the meeting
    secretary: Signer  # on the left, Nơi nhận below
    chair: Signer


Frame = TitledFrame | LetterFrame | MinutesFrame


@dataclass(frozen=True, slots=True)
class Properties:
    """Core properties of the file; ``created`` stands for the clock, so that bytes repeat."""

    title: str
    author: str
    created: date
    language: str = "vi-VN"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready for any writer.

    ``notice`` is a line that every page must carry («Bản dựng lại từ dữ liệu, …»), or "".
    ``landscape`` turns the pages before the first annex, for wide tables in the text (I.2).
    """

    frame: Frame
    blocks: tuple[Block, ...]
    properties: Properties
    notice: str = ""
    landscape: bool = False
