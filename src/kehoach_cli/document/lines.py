"""The fixed lines of the frame as text: number, place and day, addressees, recipients.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, as cited at each function. Looks and
places on the page are the writers' business.
"""

from __future__ import annotations

from datetime import date

from kehoach_cli.document.frame import Frame, LetterFrame, TitledFrame
from kehoach_cli.document.month import MonthOnly
from kehoach_cli.vn.dates import long_day, pad_month

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ADDRESSED_TO = "Kính gửi:"
RECIPIENTS = "Nơi nhận:"
DRAFT = "DỰ THẢO"

_BLANK = " " * 6
_NO_PLACE = "……………"


def number_line(frame: Frame) -> str:
    """«Số: 05/KH-UBND»: a figure below ten gets a zero, an unknown number stays blank (II.3.c)."""
    number = frame.number.zfill(2) if frame.number else " " * 7
    return f"Số: {number}/{frame.symbol}"


def cited_number(frame: Frame) -> str:
    """«05/KH-UBND» as other lines cite it, or "" while the document has no number."""
    return f"{frame.number.zfill(2)}/{frame.symbol}" if frame.number else ""


def date_line(frame: TitledFrame | LetterFrame) -> str:
    """«Đắk Lắk, ngày 05 tháng 02 năm 2026»; what is not known stays blank (II.4).

    The year of a document without a day is blank too: the file's own date says nothing about it.
    """
    match frame.day:
        case date():
            day = long_day(frame.day)
        case MonthOnly(year, month):
            day = f"ngày{_BLANK} tháng {pad_month(month)} năm {year}"
        case _:
            day = f"ngày{_BLANK} tháng{_BLANK} năm{_BLANK}"
    return f"{frame.place or _NO_PLACE}, {day}"


def subject_line(frame: LetterFrame) -> str:
    """«V/v đôn đốc …»: what a công văn is about, under its number (II.5.b)."""
    return f"V/v {frame.subject}"


def addressee_lines(frame: TitledFrame | LetterFrame) -> tuple[str, ...]:
    """What follows «Kính gửi:»: the only addressee as it is, several as «- …;» to «.» (II.9.b)."""
    if len(frame.addressees) <= 1:
        return frame.addressees
    return tuple(_listed(frame.addressees))


def recipient_lines(frame: Frame) -> tuple[str, ...]:
    """The list under «Nơi nhận:», ending with where the document is filed (II.9.d).

    Behind the filing stands the drafter's mark: «- Lưu: VT, CĐS. NVA.(30).» (mẫu 1.4).
    """
    drafter = frame.marks.drafter.rstrip(".")
    filing = f"{frame.filing}. {drafter}" if drafter else frame.filing
    return tuple(_listed((*frame.recipients, filing)))


def _listed(items: tuple[str, ...]) -> list[str]:
    """Dash before each, semicolon after each, full stop after the last."""
    return [f"- {item};" for item in items[:-1]] + [f"- {item}." for item in items[-1:]]
