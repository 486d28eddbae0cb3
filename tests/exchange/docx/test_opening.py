"""Files that are no .docx, or must not be opened: one clear sentence, never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.exchange.docx.checking import Checked, check
from kehoach_cli.exchange.docx.ruleset import rule_set
from kehoach_cli.rules.run import worded

RULES = rule_set("nd30-2020")
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
ENTITY = (
    b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
)
LAUGHS = (
    b'<!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body/></w:document>"
)


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def reasons(data: bytes) -> list[object]:
    return [fault.args.get("reason") for fault in check(data, "x.docx", RULES).faults]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "not-word"),
        (OLE, "old-word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"PK\x03\x04 rest", "truncated"),
        (packed(xl__workbook_dot_xml=b"<a/>"), "other-program"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.text"), "other-program"),
        (packed(word__vbaProject_dot_bin=b"x", word__document_dot_xml=b"<a/>"), "macros"),
        (packed(other=b"x"), "no-document"),
        (packed(word__document_dot_xml=b"<a>"), "broken-xml"),
        (packed(word__document_dot_xml=ENTITY), "doctype"),
        (packed(word__document_dot_xml=LAUGHS), "doctype"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    assert reasons(data) == [reason]
    (said,) = worded(check(data, "x.docx", RULES).faults)
    assert said.code == "KH801"
    assert said.hint


def test_a_bomb_is_not_unpacked() -> None:
    bomb = packed(word__document_dot_xml=b" " * 100_000_001)
    assert len(bomb) < 200_000
    assert reasons(bomb) == ["unpacks-too-large"]


def test_a_document_without_text_is_not_recognised() -> None:
    empty = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body/></w:document>"
    )
    assert reasons(packed(word__document_dot_xml=empty)) == ["no-form"]


@settings(max_examples=30)
@given(st.data())
def test_no_bytes_raise(data: st.DataObject) -> None:
    """Broken in any one place, a file gives findings, whatever they are."""
    good = packed(word__document_dot_xml=MINIMAL)
    at = data.draw(st.integers(0, len(good) - 1))
    byte = data.draw(st.integers(0, 255))
    worded(check(good[:at] + bytes([byte]) + good[at + 1 :], "x.docx", RULES).faults)


MINIMAL = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:body><w:p><w:pPr><w:ind w:left="x"/><w:numPr><w:numId w:val="a"/></w:numPr></w:pPr>'
    b'<w:r><w:rPr><w:sz w:val="y"/><w:color w:val="red"/></w:rPr><w:t>a</w:t></w:r></w:p>'
    b"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"
)


def test_the_file_is_named_as_the_user_typed_it(
    plant: Callable[[str, str], bytes], judged: Callable[[bytes], Checked]
) -> None:
    checked = judged(plant("ke-hoach", "Trích yếu: cỡ 12"))
    (fault,) = checked.faults
    assert fault.place.span is not None
    assert fault.place.span.file == "mau.docx"
    line = checked.lines[fault.place.span.line - 1]
    assert line.startswith("Triển khai một việc giả định")
    assert fault.place.span.column == 1
