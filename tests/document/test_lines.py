from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kehoach_cli.document.frame import LetterFrame, Signer, TitledFrame
from kehoach_cli.document.lines import (
    addressee_lines,
    date_line,
    number_line,
    recipient_lines,
    subject_line,
)
from kehoach_cli.document.month import MonthOnly

FRAME = TitledFrame(
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH ĐẮK LẮK"),
    symbol="KH-UBND",
    place="Đắk Lắk",
    type_name="KẾ HOẠCH",
    title="Hợp tác",
    signer=Signer(("KT. CHỦ TỊCH",)),
    recipients=("Như trên", "Các sở, ban, ngành"),
    filing="Lưu: VT, KGVX (Ng-10b)",
)


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("", "Số:        /KH-UBND"),
        ("5", "Số: 05/KH-UBND"),
        ("123", "Số: 123/KH-UBND"),
        ("092", "Số: 092/KH-UBND"),
    ],
)
def test_number_line(number: str, line: str) -> None:
    assert number_line(replace(FRAME, number=number)) == line


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2026, 2, 5), "Đắk Lắk, ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 15), "Đắk Lắk, ngày 15 tháng 3 năm 2026"),
        (MonthOnly(2026, 7), "Đắk Lắk, ngày       tháng 7 năm 2026"),
        (MonthOnly(2026, 1), "Đắk Lắk, ngày       tháng 01 năm 2026"),
        (None, "Đắk Lắk, ngày       tháng       năm      "),
    ],
)
def test_date_line(day: date | MonthOnly | None, line: str) -> None:
    assert date_line(replace(FRAME, day=day)) == line


def test_one_addressee_stands_alone_several_are_listed() -> None:
    assert addressee_lines(FRAME) == ()
    assert addressee_lines(replace(FRAME, addressees=("UBND tỉnh",))) == ("UBND tỉnh",)
    assert addressee_lines(replace(FRAME, addressees=("A", "B"))) == ("- A;", "- B.")


def test_recipients_end_with_where_the_document_is_filed() -> None:
    assert recipient_lines(FRAME) == (
        "- Như trên;",
        "- Các sở, ban, ngành;",
        "- Lưu: VT, KGVX (Ng-10b).",
    )


def test_a_letter_says_what_it_is_about_and_has_no_letters_of_a_type() -> None:
    letter = LetterFrame(
        issuer=("SỞ Y TẾ",),
        symbol="SYT",
        place="",
        subject="báo cáo năm 2027",
        signer=Signer(("GIÁM ĐỐC",)),
        recipients=("Như trên",),
        filing="Lưu: VT",
    )
    assert subject_line(letter) == "V/v báo cáo năm 2027"
    assert number_line(letter) == "Số:        /SYT"
    assert date_line(letter).startswith("……………, ngày")
