"""A PDF with a text layer as lines of pages; tables in it are not told apart from text."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from kehoach_cli.errors import KehoachError
from kehoach_cli.exchange.intake.lines import Line, Remark, Source, Surety, tidy
from kehoach_cli.exchange.package import PdfTooLarge
from kehoach_cli.vn.text import thousands

_MAX_PAGES = 300
_MAX_PAGE_BYTES = 1_000_000
_MAX_WORK = 300_000
"""Strokes of the pen in the whole file, a piece of text as ten: a page of small print has 5,000."""
_TEXT = frozenset({b"Tj", b"TJ", b"'", b'"'})
_FEWEST_LETTERS = 20
_LEAST_INDENT = 3
"""Letters by which a first line stands in."""
_ERRORS = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RuntimeError,  # NotImplementedError and RecursionError among them
    TypeError,
    ValueError,
)
"""What pypdf 7.1 raises on broken files, beside its own errors."""


def read_pdf(name: str, data: bytes) -> Source:
    """The lines of all pages; what every page repeats at its top or foot is left out.

    Raises:
        PdfTooLarge: It is too long, or too much is drawn in it.
        KehoachError: It is broken, locked, or holds pictures of text.
    """
    pages = _pages(name, data)
    letters = sum(len(line.text) for page in pages for line in page)
    if letters < _FEWEST_LETTERS * len(pages):
        said = "tệp chỉ có ảnh quét, không có lớp chữ"
        raise KehoachError(f"không đọc được «{name}»: {said}", "nhận dạng chữ (OCR) rồi thử lại")
    repeated = _repeated(pages)
    lines = tuple(line for page in pages for line in page if line.text not in repeated)
    remarks = (Remark(Surety.LIKELY, "dòng lặp ở mọi trang, đã bỏ", text) for text in repeated)
    return Source(name, lines, is_wrapped=True, remarks=tuple(remarks))


def _pages(name: str, data: bytes) -> list[list[Line]]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells users of slips, in English
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise KehoachError(
                f"không đọc được «{name}»: tệp đặt mật khẩu", "bỏ mật khẩu rồi thử lại"
            )
        if len(reader.pages) > _MAX_PAGES:
            raise PdfTooLarge("too-many-pages", limit=_MAX_PAGES)
        count = _Count()
        return [
            list(_lines(*_texts(page, count), number))
            for number, page in enumerate(reader.pages, 1)
        ]
    except DependencyError as error:
        raise KehoachError(
            f"không đọc được «{name}»: tệp bị khóa bằng mã hóa", "in tệp ra PDF mới rồi thử lại"
        ) from error
    except _ERRORS as error:
        raise KehoachError(
            f"không đọc được «{name}»: tệp PDF hỏng hoặc tải về chưa đủ", "lấy lại tệp gốc"
        ) from error


class _Count:
    """Counts what pypdf does, forms within forms too, and stops it where it would not end."""

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self.left = _MAX_WORK

    def __call__(self, operator: bytes, *_: object) -> None:
        """One more."""
        self.left -= 10 if operator in _TEXT else 1
        if self.left < 0:
            raise PdfTooLarge("too-much-drawn", limit=thousands(_MAX_WORK))


def _texts(page: PageObject, count: _Count) -> tuple[str, str]:
    """The text of a page as it is written, and as it is laid out."""
    content = page.get_contents()
    if content is not None and len(content.get_data()) > _MAX_PAGE_BYTES:
        raise PdfTooLarge("page-too-large", limit=_MAX_PAGE_BYTES // 1_000_000)
    return (
        page.extract_text(visitor_operand_before=count),
        page.extract_text(extraction_mode="layout"),
    )


def _lines(text: str, layout: str, page: int) -> Iterator[Line]:
    """The lines of a page; one that stands in begins a paragraph."""
    indents = _indents(layout)
    for number, row in enumerate(text.split("\n"), 1):
        said = tidy(row)
        if said:
            apart = indents.get(said, 0) >= _LEAST_INDENT
            yield Line(said, f"trang {page}, dòng {number}", apart=apart)


def _indents(layout: str) -> dict[str, int]:
    """Words of a line → how far it stands in from the left edge of the text."""
    rows = [row.replace("\u00a0", " ") for row in layout.split("\n") if row.strip()]
    left = min((len(row) - len(row.lstrip()) for row in rows), default=0)
    return {tidy(row): len(row) - len(row.lstrip()) - left for row in rows}


def _repeated(pages: Sequence[Sequence[Line]]) -> tuple[str, ...]:
    """Lines that stand at the top or foot of more than half of the pages."""
    counts = Counter(
        text for page in pages if page for text in {page[0].text, page[-1].text} if len(text) > 1
    )
    most = max(2, len(pages) // 2 + 1)
    return tuple(text for text, count in counts.items() if count >= most)
