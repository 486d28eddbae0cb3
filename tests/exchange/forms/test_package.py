"""Hostile office files: refused with a reason, quickly, and never with a traceback."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Book

from kehoach_cli.exchange.forms.reading import read_book
from kehoach_cli.exchange.package import EXCEL, Refused


@pytest.fixture(scope="module")
def good() -> bytes:
    book = Book()
    book.active["A1"] = "Mã đơn vị"  # type: ignore[index]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(data: bytes, **parts: bytes) -> bytes:
    """The package with parts put in or in the place of others; «__» stands for «/»."""
    out = io.BytesIO()
    named = {name.replace("__", "/"): part for name, part in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, part in named.items():
            new.writestr(name, part)
    return out.getvalue()


def sheet_with(rows: str) -> bytes:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return f"<worksheet {space}>{rows}</worksheet>".encode()


def reason_of(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_book(data)
    return refused.value.reason


BOMB = b'<?xml version="1.0"?>' + b" " * 61_000_000
ENTITY = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'
MERGED = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
SHEET = "xl__worksheets__sheet1.xml"


def test_a_plain_workbook_is_read(good: bytes) -> None:
    assert read_book(good).sheets[0].at(1, 1).text == "Mã đơn vị"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="an-empty-file"),
        pytest.param(b"%PDF-1.7 ...", "not-excel", id="a-pdf"),
        pytest.param(b"PK\x05\x06" + b"\0" * 18, "not-excel", id="an-empty-package"),
        pytest.param(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "old-excel", id="an-xls"),
        pytest.param(
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
            id="with-a-password",
        ),
        pytest.param(b"PK" + b"\0" * EXCEL.file, "too-large", id="over-20-mb"),
    ],
)
def test_what_is_no_package(data: bytes, reason: str) -> None:
    assert reason_of(data) == reason


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        pytest.param({"xl__vbaProject.bin": b"macro"}, "macros", id="macros"),
        pytest.param({"word__document.xml": b"<w/>"}, "other-program", id="a-docx-renamed"),
        pytest.param(
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"},
            "other-program",
            id="an-ods-renamed",
        ),
        pytest.param(
            {"xl__workbook.xml": b'<workbook xmlns="http://purl.oclc.org/ooxml/s/main"/>'},
            "strict",
            id="strict-open-xml",
        ),
        pytest.param({SHEET: BOMB}, "unpacks-too-large", id="a-zip-bomb"),
        pytest.param({SHEET: ENTITY}, "doctype", id="an-external-entity"),
        pytest.param({SHEET: ENTITY.decode().encode("utf-16")}, "doctype", id="the-same-in-utf-16"),
        pytest.param({SHEET: sheet_with(MERGED.decode())}, "merged-too-large", id="all-merged"),
        pytest.param({SHEET: b"<worksheet><oops>"}, "broken", id="xml-that-ends-early"),
        pytest.param({SHEET: b"\0\1\2"}, "broken", id="no-xml"),
    ],
)
def test_what_must_not_be_opened(good: bytes, parts: dict[str, bytes], reason: str) -> None:
    assert reason_of(repacked(good, **parts)) == reason


def test_too_many_parts(good: bytes) -> None:
    parts = {f"xl__media__{number}.png": b"" for number in range(2001)}
    assert reason_of(repacked(good, **parts)) == "too-many-parts"


def test_a_cell_in_the_last_row_does_not_make_a_million(good: bytes) -> None:
    cell = '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    sheet = read_book(repacked(good, **{SHEET: sheet_with(cell)})).sheets[0]
    assert len(sheet.cells) == 1
    assert sheet.last == (1_048_576, 16_384)


def test_links_to_other_files_are_not_followed(good: bytes) -> None:
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    assert read_book(repacked(good, xl__externalLinks__externalLink1=link))


@pytest.fixture(scope="module")
def sent(office: Any) -> bytes:
    data: bytes = office.send("xa-phu-loc").data()
    return data


@settings(max_examples=12)
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_form_cut_off_anywhere_is_refused(sent: bytes, share: float) -> None:
    assert reason_of(sent[: int(len(sent) * share)]) in {"empty", "not-excel", "truncated"}


@settings(max_examples=12)
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_a_broken_byte_never_raises_anything_else(sent: bytes, place: float, byte: int) -> None:
    data = bytearray(sent)
    data[int(len(data) * place)] = byte
    with suppress(Refused):
        read_book(bytes(data))


def test_only_the_two_encodings_of_office_files_are_read(good: bytes) -> None:
    odd = b'<?xml version="1.0" encoding="cp037"?>' + "<!DOCTYPE a []>".encode("cp037")
    assert reason_of(repacked(good, xl__sharedStrings__xml=odd, **{SHEET: odd})) == "broken"
    late = b'<?xml version="1.0" encoding="UTF-16"?>' + b" " * 5000
    wide = late + "<!DOCTYPE a []>".encode("utf-16-le")
    assert reason_of(repacked(good, **{SHEET: wide})) == "doctype"


@pytest.mark.parametrize(
    "ref", [b"A1:A" + b"9" * 5000, b"A1:A9999999999", b"A1:" + b"Z" * 99 + b"1"]
)
def test_a_merge_beyond_all_sheets_is_refused(good: bytes, ref: bytes) -> None:
    sheet = sheet_with("<sheetData/>").replace(
        b"</worksheet>", b'<mergeCells><mergeCell ref="' + ref + b'"/></mergeCells></worksheet>'
    )
    assert reason_of(repacked(good, **{SHEET: sheet})) == "merged-too-large"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("<row><c/></row>" * 120_001, id="cells"),
        pytest.param(f'<row><c t="inlineStr"><is><t>{"a" * 200_001}</t></is></c></row>', id="text"),
        pytest.param("<row/>" * 1_000_001, id="marks"),
    ],
)
def test_more_than_anybody_fills_in_is_refused_before_it_is_read(good: bytes, rows: str) -> None:
    sheet = sheet_with(f"<sheetData>{rows}</sheetData>")
    assert reason_of(repacked(good, **{SHEET: sheet})) == "too-much-content"
