"""One table of an annex, written in several ways: ours, and how others would do it.

Each way takes the rows as text and gives the bytes of a .docx. What must be ready before, a
template, a ``Document``, the text for pandoc, is made by ``prepare`` and not measured.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks import words

Rows = Sequence[tuple[str, ...]]
Way = Callable[[], bytes]

COLUMNS = (
    *("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời hạn", "Phần việc của đối tác"),
    *("Phần việc của tỉnh", "Kinh phí", "Ghi chú"),
)
REFERENCE = Path(__file__).parents[1] / "templates" / "reference.docx"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="a" Type="{_RELATED}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def rows_of(count: int) -> Rows:
    """That many rows of ten cells."""
    return [
        (
            str(number),
            f"{words.WORK[number % 8]} {words.OBJECTS[number % 12]} {words.SCOPES[number % 7]}",
            words.DEPARTMENTS[number % 12][1],
            words.DEPARTMENTS[(number + 5) % 12][1],
            words.PRODUCTS[number % 5],
            f"Quý {('I', 'II', 'III', 'IV')[number % 4]}/{2026 + number % 5}",
            words.PARTNER_PARTS[number % 3],
            words.PROVINCE_PARTS[number % 3],
            f"{number % 90 * 50} triệu đồng",
            "R&D <thử>",
        )
        for number in range(1, count + 1)
    ]


def _ours(rows: Rows) -> Way:
    """A Kế hoạch with its frame, and the table as its lying annex."""
    from kehoach_cli.writers.docx import package  # noqa: F401 - loaded before the clock runs

    return ours_of(rows, "docx")


def ours_of(rows: Rows, form: str) -> Way:
    """The same Kế hoạch in one of our forms."""
    from kehoach_cli.document.blocks import (
        Cell,
        Column,
        Paragraph,
        Role,
        Row,
        SectionBreak,
        Table,
        Text,
    )
    from kehoach_cli.document.frame import Document, Properties, Signer, TitledFrame
    from kehoach_cli.writers import WRITERS

    columns = tuple(Column(str(n), title, 20 + n) for n, title in enumerate(COLUMNS))
    table = Table("nhiem-vu", columns, tuple(Row(tuple(map(Cell, row))) for row in rows))
    frame = TitledFrame(
        issuer=("Ủy ban nhân dân", "tỉnh Bình Sơn Hà"),
        symbol="KH-UBND",
        place="Bình Sơn Hà",
        type_name="KẾ HOẠCH",
        title="Triển khai các nội dung hợp tác",
        signer=Signer(("CHỦ TỊCH",)),
        recipients=("Các sở, ban, ngành",),
        filing="Lưu: VT",
    )
    body = Paragraph(Role.BODY, (Text("Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"),))
    annex = (SectionBreak(landscape=True), Paragraph(Role.ANNEX_NUMBER, (Text("Phụ lục"),)), table)
    about = Properties("Kế hoạch", "UBND tỉnh", date(2026, 7, 20))
    document = Document(frame, (body, *annex), about)
    looks = REFERENCE.read_bytes()

    def write() -> bytes:
        out = io.BytesIO()
        WRITERS[form].write(document, out, looks)
        return out.getvalue()

    return write


def _bare(rows: Rows) -> Way:
    """Nothing but the table, as strings into a zip: the least that can be done."""

    def cell(text: str) -> str:
        return f'<w:tc><w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'

    def write() -> bytes:
        drawn = "".join(
            f"<w:tr>{''.join(cell(text) for text in row)}</w:tr>" for row in (COLUMNS, *rows)
        )
        grid = "<w:gridCol/>" * len(COLUMNS)
        table = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{drawn}</w:tbl><w:p/>"
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("[Content_Types].xml", _TYPES)
            package.writestr("_rels/.rels", _RELATIONS)
            text = f'<w:document xmlns:w="{_W}"><w:body>{table}</w:body></w:document>'
            package.writestr("word/document.xml", text)
        return out.getvalue()

    return write


def _python_docx(rows: Rows) -> Way:
    """Row by row with the library's own objects, as its manual shows."""
    import docx

    def write() -> bytes:
        document = docx.Document()
        table = document.add_table(rows=1, cols=len(COLUMNS))
        for cell, text in zip(table.rows[0].cells, COLUMNS, strict=True):
            cell.text = text
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return write


def _docxtpl(rows: Rows) -> Way:
    """A Word file with Jinja in its table, one row that repeats."""
    import docx
    from docxtpl import DocxTemplate  # type: ignore[import-not-found,import-untyped,unused-ignore]

    made = docx.Document()
    table = made.add_table(rows=4, cols=len(COLUMNS))
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for number, (cell, text) in enumerate(zip(table.rows[0].cells, COLUMNS, strict=True)):
        cell.text = text
        table.rows[2].cells[number].text = f"{{{{ row[{number}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    template = io.BytesIO()
    made.save(template)

    def write() -> bytes:
        document = DocxTemplate(io.BytesIO(template.getvalue()))
        document.render({"rows": rows}, autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return write


def pandoc() -> str | None:
    """Where the program is, if it is installed."""
    if found := shutil.which("pandoc"):
        return found
    if find_spec("pypandoc"):
        import pypandoc  # type: ignore[import-not-found,import-untyped,unused-ignore]

        return str(pypandoc.get_pandoc_path())
    return None


def _pandoc(rows: Rows) -> Way:
    """An HTML table through the program's own writer."""
    drawn = "".join(
        f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>"
        for row in (COLUMNS, *rows)
    )
    page = f"<table>{drawn}</table>".encode()
    command = [pandoc() or "pandoc", "-f", "html", "-t", "docx", "-o", "-"]

    def write() -> bytes:
        return subprocess.run(command, input=page, capture_output=True, check=True).stdout

    return write


WAYS: dict[str, Callable[[Rows], Way]] = {
    "bare": _bare,
    "ours": _ours,
    "docxtpl": _docxtpl,
    "python-docx": _python_docx,
    "pandoc": _pandoc,
}


def installed() -> tuple[str, ...]:
    """The ways that this machine can go."""
    absent = {"docxtpl"} - ({"docxtpl"} if find_spec("docxtpl") else set())
    absent |= set() if pandoc() else {"pandoc"}
    return tuple(way for way in WAYS if way not in absent)
