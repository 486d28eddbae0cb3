"""Limits at which a command stops: its sentence has a code, and the rule's page is true."""

from __future__ import annotations

import ast
import io
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import openpyxl
import pytest
from tests.conftest import Kehoach

from fuzz import pdfs
from kehoach_cli.cli import exits
from kehoach_cli.exchange.package import PdfTooLarge, Refused, TableTooLong, Unreadable
from kehoach_cli.rules import LIMIT_RULES, RULES
from kehoach_cli.rules.base import Rule
from kehoach_cli.rules.page import Example, examples

SOURCE = Path(__file__).parents[2] / "src" / "kehoach_cli"
BASE = Path(__file__).parents[1] / "workspaces" / "base"
CASES = [
    pytest.param(rule, example, id=f"{rule.CODE}-{number}-{example.verdict}")
    for rule in LIMIT_RULES
    for number, example in enumerate(examples(rule), 1)
]
HINTED = re.compile(r"\n  gợi ý: .+\n")


def sheet_of(last: int, *, holds_words: bool) -> bytes:
    """A sheet whose last cell holds words, or only looks as if it did."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "PHỤ LỤC"
    sheet.cell(last, 1, "Việc cuối" if holds_words else None).number_format = "0"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table_of(columns: int) -> bytes:
    """A Word file with one row."""
    document = docx.Document()
    document.add_table(1, columns).cell(0, 0).text = "Trồng cây"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pieces(count: int) -> bytes:
    """A PDF with so many pieces of text."""
    return pdfs.made(b"BT /F1 9 Tf " + b"(a) Tj " * count + b"ET")


FILES: Mapping[str, Callable[[int], bytes]] = {
    r"Trang tính: (\S+) dòng": lambda last: sheet_of(last, holds_words=True),
    r"Trang tính: định dạng ở dòng (\S+)": lambda last: sheet_of(last, holds_words=False),
    r"Bảng: (\S+) cột": table_of,
    r"Tệp: (\S+) trang": lambda count: pdfs.made(pages=pdfs.pages_of(count)),
    r"Tệp: (\S+) đoạn chữ": pieces,
}
"""How a page names a file, and its bytes."""


def made(words: str) -> bytes:
    for pattern, make in FILES.items():
        if found := re.fullmatch(pattern, words):
            return make(int(found[1].replace(".", "")))
    raise AssertionError(words)


@pytest.fixture
def ws(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "ws")


def typed(ws: Path, example: Example) -> list[object]:
    """The command that meets what the example shows."""
    ((name, text),) = example.files
    file = ws / name
    file.parent.mkdir(exist_ok=True)
    if name.startswith("templates/"):
        file.write_text(text, encoding="utf-8")
        return ["render-docx", "mau", "--out", ws / "ra", "--root", ws]
    file.write_bytes(made(text.strip()))
    return ["import", file, "--id", "moi", "--dry-run", "--root", ws]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example_is_refused_with_the_code_or_taken(
    ws: Path, kehoach: Kehoach, rule: Rule, example: Example
) -> None:
    code, _, said = kehoach(*typed(ws, example))
    if example.verdict == "Sai":
        ((_, line),) = example.marks
        assert code == exits.FAILED
        assert said.startswith(f"kehoach: {rule.CODE} ")
        assert HINTED.search(said)
        assert f"dòng {line}:" in said or line == 1
    else:
        assert rule.CODE not in said
        assert code != exits.FAILED


@pytest.mark.parametrize("rule", LIMIT_RULES, ids=lambda rule: str(rule.CODE))
def test_the_page_is_explained(kehoach: Kehoach, rule: Rule) -> None:
    code, out, _ = kehoach("explain", rule.CODE)
    assert (code, out.splitlines()[0]) == (exits.CLEAN, f"{rule.CODE} · {rule.NAME}")
    assert sorted(rule.MESSAGE) == sorted(rule.HINT)


@pytest.mark.parametrize(
    ("start", "rule"), [(b"%PDF-1.7", "KH953"), (b"PK\x03\x04", "KH836"), (b"KE HOACH", "KH011")]
)
def test_a_file_of_more_than_fifty_megabytes_is_not_read(
    ws: Path, kehoach: Kehoach, start: bytes, rule: str
) -> None:
    with (ws / "to.bin").open("wb") as file:
        file.write(start)
        file.truncate(50_000_001)
    code, _, said = kehoach("import", ws / "to.bin", "--id", "moi", "--root", ws)
    assert code == exits.FAILED
    assert said.startswith(f"kehoach: {rule} không đọc «")


def test_what_validate_can_see_of_a_template_has_the_same_code(ws: Path, kehoach: Kehoach) -> None:
    text = (BASE.parents[2] / "templates" / "ke-hoach.md.j2").read_text(encoding="utf-8")
    (ws / "templates").mkdir()
    deep = f"{text}\n{{{{ {'(' * 5000}1{')' * 5000} }}}}\n"
    (ws / "templates" / "ke-hoach.md.j2").write_text(deep, encoding="utf-8")
    code, out, _ = kehoach("validate", "--root", ws)
    assert code == exits.FOUND
    assert "KH522 khối gọi lại chính nó không dứt, hoặc lồng nhau quá sâu" in out


@pytest.mark.parametrize("name", ["ke-hoach.md.j2", "reference.docx"])
def test_a_template_of_many_megabytes_is_a_finding(ws: Path, kehoach: Kehoach, name: str) -> None:
    (ws / "templates").mkdir()
    with (ws / "templates" / name).open("wb") as file:
        file.truncate(20_000_001)
    code, out, _ = kehoach("validate", "--root", ws)
    assert code == exits.FOUND
    assert f"templates/{name}:1:1: KH011" in out


def test_a_template_behind_a_link_is_a_finding(ws: Path, kehoach: Kehoach) -> None:
    (ws / "templates").mkdir()
    (ws.parent / "rieng").write_text("mật khẩu", encoding="utf-8")
    (ws / "templates" / "ke-hoach.md.j2").symlink_to(ws.parent / "rieng")
    code, out, said = kehoach("validate", "--root", ws)
    assert code == exits.FOUND
    assert "templates/ke-hoach.md.j2:1:1: KH001 liên kết dẫn ra ngoài" in out
    assert "mật khẩu" not in out + said


def test_every_rule_that_a_refusal_names_is_there() -> None:
    """Names are typed where something is refused; nobody notices a wrong one before that."""
    names = {rule.NAME for rule in RULES}
    said = {
        node.args[2].value
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and len(node.args) > 2
        if ast.unparse(node.func).endswith("Error") and isinstance(node.args[2], ast.Constant)
    }
    assert said >= {"file-too-large", "unreadable-file", "windows-name"}
    assert said <= names
    refused = (Refused, Unreadable, TableTooLong, PdfTooLarge)
    assert {name for one in refused for name in (one.unreadable, one.large)} <= names
