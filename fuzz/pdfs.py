"""PDF files as strangers make them: cut off, locked, in rings, with numbers beyond all paper."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import accumulate

_WORDS = b"BT /F1 14 Tf 100 700 Td (KE HOACH) Tj 0 -20 Td (I. MUC TIEU) Tj 0 -20 Td (1. Tang) Tj ET"
_OBJECT = re.compile(rb"(\d+) 0 obj")
_FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"


LOCKED = b"/Encrypt <</Filter /Standard /V 5 /R 6 /O () /U () /P -1>> /ID [<00><00>]"
"""By a cipher that needs a library of its own."""


def pages_of(count: int) -> bytes:
    """The same page so many times."""
    return b"<</Type /Pages /Kids [%s] /Count %d>>" % (b"3 0 R " * count, count)


def made(
    content: bytes = _WORDS,
    *,
    filters: bytes = b"",
    font: bytes = _FONT,
    pages: bytes = b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
    more: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """One page of text."""
    page = (
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources <</Font <</F1 5 0 R>> >> >>"
    )
    stream = b"<</Length %d %s>> stream\n%s\nendstream" % (len(content), filters, content)
    objects = (b"<</Type /Catalog /Pages 2 0 R>>", pages, page, stream, font)
    bodies = [b"%d 0 obj %s endobj\n" % item for item in enumerate(objects, 1)]
    return _with_places([b"%PDF-1.4\n", *bodies, more], trailer)


def _with_places(parts: list[bytes], trailer: bytes) -> bytes:
    """The file with its table of where each object stands, without which nothing is read."""
    starts = list(accumulate(map(len, parts)))
    found = _OBJECT.finditer(parts[-1])
    more = {int(one[1]): starts[-2] + one.start() for one in found}
    places = dict(enumerate(starts[:-2], 1)) | more
    rows = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in sorted(places.items()))
    table = b"xref\n0 1\n0000000000 65535 f \n%s" % rows
    end = b"trailer <</Root 1 0 R /Size 99 %s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, starts[-1])
    return b"".join([*parts, table, end])


def hostile() -> Iterator[bytes]:
    """Files that some reader has once hung, filled the memory or fallen over at."""
    yield made()[:-60]
    yield made()[: len(made()) // 2]
    yield made(pages=b"<</Type /Pages /Kids [2 0 R] /Count 1>>")
    yield made(pages=b"<</Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 3>>")
    yield made(pages=b"<</Type /Pages /Kids [3 0 R] /Count 2147483647>>")
    yield made(pages=pages_of(20_000))
    yield made(pages=b"[" * 100_000)
    yield made(pages=b"<</Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count -1>>")
    yield made(trailer=b"/Prev 9")
    yield made(trailer=LOCKED)
    yield made(b"BT /F1 14 Tf 99999999999 700 Td (xa) Tj 0 -99999999999 Td (sau) Tj ET")
    yield made(b"BT /F1 14 Tf 1 0 0 1 9999999 9 Tm (xa) Tj 1 0 0 1 0 -9999999 Tm (sau) Tj ET" * 9)
    yield made(b"BT /F1 0.0000001 Tf 100 700 Td (nho) Tj 50 0 Td (nho) Tj ET")
    yield made(b"BT /F1 14 Tf 1e-9 0 0 1e-9 0 0 Tm (nho) Tj 100 0 Td (nho) Tj ET")
    yield made(b"q " * 30_000 + _WORDS)
    yield made(b"[" * 50_000 + _WORDS)
    yield made(b"BT /F1 14 Tf " + b"(a) Tj 0 -1 Td " * 5_000 + b"ET")
    yield made(b"BI /W 9999999 /H 9999999 ID " + b"a" * 1000 + b" EI " + _WORDS)
    yield made(zlib.compress(b" " * 100_000_000, 9), filters=b"/Filter /FlateDecode")
    twice = zlib.compress(zlib.compress(b" " * 100_000_000, 9), 9)
    yield made(twice, filters=b"/Filter [/FlateDecode /FlateDecode]")
    yield made(b"80" * 9, filters=b"/Filter [%s]" % (b"/ASCIIHexDecode " * 20_000))
    yield made(_mapped(b"1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange"), font=_MAPPED)
    ranges = b"100 beginbfrange " + b"<0000> <FFFF> <0000> " * 100 + b"endbfrange"
    yield made(font=_MAPPED, more=_stream(6, _mapped(ranges * 20)))
    yield made(font=_MAPPED, more=_stream(6, _mapped(b"1 beginbfrange <0000> <FFFFFFFF> <0000>")))
    yield made(
        more=b"6 0 obj <</Type /ObjStm /N 99999999 /First 9 /Length 2>> stream\n1 \nendstream"
    )
    yield made(more=b"7 0 obj 7 0 R endobj\n", trailer=b"/Info 7 0 R")
    yield made(more=b"6 0 obj << " * 20_000)
    yield nested(10)


def nested(depth: int) -> bytes:
    """Forms that draw the next one twice each."""
    form = b"<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X %d 0 R>> >>"
    twice = b" /Length 11>> stream\n/X Do /X Do\nendstream"
    forms = (b"%d 0 obj %s%s endobj\n" % (n, form % (n + 1), twice) for n in range(6, 6 + depth))
    page = b"<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</XObject <</X 6 0 R>> >> >>"
    last = b"98 0 obj %s endobj\n" % page
    pages = b"<</Type /Pages /Kids [98 0 R] /Count 1>>"
    return made(b"/X Do /X Do", pages=pages, more=b"".join(forms) + last)


_MAPPED = b"<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 6 0 R>>"


def _mapped(rows: bytes) -> bytes:
    return b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange %s endcmap" % rows


def _stream(number: int, data: bytes) -> bytes:
    return b"%d 0 obj <</Length %d>> stream\n%s\nendstream endobj\n" % (number, len(data), data)
