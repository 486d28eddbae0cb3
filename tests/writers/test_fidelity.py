"""What is written is read back: by python-docx, and by LibreOffice, which repairs nothing."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kehoach_cli.document.blocks import Cell, Column, Paragraph, Role, Row, Table, Text
from kehoach_cli.document.frame import Document, Properties, Signer, TitledFrame
from kehoach_cli.errors import OutputError
from kehoach_cli.writers import WRITERS
from kehoach_cli.writers.characters import refuse_illegal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REFERENCE = Path(__file__).parents[2] / "templates" / "reference.docx"
HOSTILE = (
    "R&D <b>&amp;</b> “trích” \"thẳng\" 'đơn' ]]> &#10;",
    unicodedata.normalize("NFD", "Phường Buôn Ma Thuột, Đắk Lắk"),
    "Dàiquáchừng" * 60,
    "👩🏽‍💻 😀 ký tự ngoài mặt phẳng cơ bản 𠀀",
    "không\u00a0ngắt – gạch — dài … ½",
    "{{ mẫu }} %s \\n ${x} __ ** ``",
)
ANY = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=40
)
CONTROLS = st.sampled_from([chr(n) for n in range(32) if chr(n) not in "\t\n\r"] + ["\ufffe"])
LONG = os.environ.get("KEHOACH_LONG_TESTS") == "1"
ROWS, COLUMNS = 2000 if LONG else 150, 12
"""LibreOffice 7.4 takes 35 s of the processor to read 24,000 cells, so usually it gets fewer."""


def words(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(Role.BODY, (Text(text),)) for text in texts)


def table(rows: tuple[tuple[str, ...], ...]) -> Table:
    columns = tuple(Column(str(n), f"Cột {n}", 10) for n, _ in enumerate(rows[0]))
    return Table("t", columns, tuple(Row(tuple(map(Cell, row))) for row in rows))


def write(document: Document) -> bytes:
    out = io.BytesIO()
    WRITERS["docx"].write(document, out, REFERENCE.read_bytes())
    return out.getvalue()


def bare(document: Document, *blocks: Paragraph | Table) -> Document:
    """The document with nothing but these blocks in its text."""
    return replace(document, blocks=blocks, notice="")


PLAIN = Document(
    TitledFrame(
        issuer=("Ủy ban nhân dân",),
        symbol="KH-UBND",
        place="Đắk Lắk",
        type_name="KẾ HOẠCH",
        title="Thử",
        signer=Signer(("CHỦ TỊCH",)),
        recipients=("Các sở",),
        filing="Lưu: VT",
    ),
    (),
    Properties("Thử", "UBND tỉnh", date(2026, 7, 20)),
)
DOCUMENTS = {
    "words": replace(
        bare(PLAIN, *words(*HOSTILE), table((HOSTILE[:3], HOSTILE[3:]))),
        frame=replace(PLAIN.frame, recipients=HOSTILE),
    ),
    "rows": bare(PLAIN, table(tuple((f"{n}", *("ô",) * (COLUMNS - 1)) for n in range(ROWS)))),
}


def main_xml(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def texts_of(data: bytes) -> list[str]:
    """The text of every paragraph, those in tables among them, white space as single spaces."""
    found = []
    for paragraph in main_xml(data).iter(f"{W}p"):
        pieces = (
            (piece.text or "") if piece.tag == f"{W}t" else " "
            for piece in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab")
        )
        found.append(" ".join("".join(pieces).split()))
    return [text for text in found if text]


@settings(max_examples=40)
@given(texts=st.lists(ANY, min_size=1, max_size=3))
def test_python_docx_reads_the_same_text(texts: list[str]) -> None:
    document = bare(PLAIN, *words(*texts), table((tuple(texts),)))
    read = docx.Document(io.BytesIO(write(document)))
    body = [
        one.text for one in read.paragraphs if one.style and one.style.name == "KH Thân văn bản"
    ]
    assert body == texts
    assert [cell.text for cell in read.tables[1].rows[1].cells] == texts


@given(bad=CONTROLS, at=st.integers(0, 5))
def test_a_control_character_is_refused_with_its_place(bad: str, at: int) -> None:
    text = f"a{bad}b"
    cases: tuple[tuple[Document, str], ...] = (
        (bare(PLAIN, Paragraph(Role.BODY, (Text(text),), line=7)), "Đoạn 1 (dòng 7 của bản thảo)"),
        (bare(PLAIN, table((("x",), (text,)))), "Bảng «t», dòng 2"),
        (bare(PLAIN, replace(table((("x",),)), caption=text)), "Bảng «t», tên bảng"),
        (replace(PLAIN, frame=replace(PLAIN.frame, recipients=("x", text))), "Nơi nhận"),
        (replace(PLAIN, notice=text), "Dòng ghi chú trên mỗi trang"),
        (replace(PLAIN, properties=replace(PLAIN.properties, title=text)), "Tên tệp văn bản"),
    )
    document, place = cases[at]
    with pytest.raises(OutputError) as caught:
        refuse_illegal(document)
    assert caught.value.message.startswith(f"{place} có ký tự điều khiển U+{ord(bad):04X} ")


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_no_format_writes_a_control_character(form: str) -> None:
    out = io.BytesIO()
    with pytest.raises(OutputError, match=r"U\+0001"):
        WRITERS[form].write(bare(PLAIN, table((("\x01",),))), out, REFERENCE.read_bytes())
    assert out.getvalue() == b""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, bytes]]:
    """Our files and the same as LibreOffice saves them; one run for all."""
    if shutil.which("soffice") is None:
        pytest.skip("cần soffice để mở và lưu lại (LibreOffice)")
    folder = tmp_path_factory.mktemp("office")
    ours = {name: write(document) for name, document in DOCUMENTS.items()}
    paths = [folder / f"{name}.docx" for name in ours]
    for path, data in zip(paths, ours.values(), strict=True):
        path.write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "saved")]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True)
    return {
        name: (data, (folder / "saved" / f"{name}.docx").read_bytes())
        for name, data in ours.items()
    }


@pytest.mark.parametrize("name", ["words", "rows"])
def test_libreoffice_saves_the_same_text(name: str, saved: dict[str, tuple[bytes, bytes]]) -> None:
    ours, theirs = saved[name]
    assert texts_of(theirs) == texts_of(ours)


def test_two_thousand_rows_have_one_header_that_repeats() -> None:
    rows = tuple(("ô",) * COLUMNS for _ in range(2000))
    drawn = list(main_xml(write(bare(PLAIN, table(rows)))).iter(f"{W}tbl"))[1].findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in drawn] == [True] + [
        False
    ] * 2000


def test_a_long_table_keeps_its_header_after_libreoffice(
    saved: dict[str, tuple[bytes, bytes]],
) -> None:
    rows = [list(main_xml(data).iter(f"{W}tbl"))[1].findall(f"{W}tr") for data in saved["rows"]]
    repeats = [[row.find(f"{W}trPr/{W}tblHeader") is not None for row in one] for one in rows]
    assert repeats[0] == repeats[1] == [True] + [False] * ROWS
    assert {len(row.findall(f"{W}tc")) for row in rows[1]} == {COLUMNS}
