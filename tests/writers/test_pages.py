"""What stands on the pages, through LibreOffice and poppler."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.document.blocks import Block, Paragraph, Role, Table, Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kehoach_cli.document.frame import Document

PROGRAMS = ("soffice", "pdftotext")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"cần {', '.join(MISSING)} để xem trang (LibreOffice, poppler-utils)"
)
SENTENCE = "Các cơ quan, đơn vị chủ động triển khai thực hiện, báo cáo khó khăn, vướng mắc. "


def body(lines: int, last: int) -> tuple[Block, ...]:
    """Short paragraphs, then one of ``last`` sentences that ends in a mark."""
    short = [Paragraph(Role.BODY, (Text(f"Dòng {n}."),)) for n in range(1, lines)]
    return (*short, Paragraph(Role.BODY, (Text(f"Mở kết {SENTENCE * last}Hết./."),)))


def pages(folder: Path, documents: dict[str, bytes]) -> dict[str, list[str]]:
    """The text of each page of each document, by one run of LibreOffice."""
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        + ["--convert-to", "pdf", "--outdir", str(folder)]
        + [str(folder / f"{name}.docx") for name in documents],
        check=True,
        capture_output=True,
    )
    return {name: pages_of(folder / f"{name}.pdf") for name in documents}


def pages_of(pdf: Path) -> list[str]:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


def test_the_signature_never_stands_alone(
    plan: Document, to_docx: Callable[[Document], bytes], tmp_path: Path
) -> None:
    documents = {
        f"{lines}": to_docx(replace(plan, blocks=body(lines, 1 + lines % 3)))
        for lines in range(1, 61)
    }
    for name, texts in pages(tmp_path, documents).items():
        last = texts[-1]
        assert "Mở kết" in last, name
        assert "Hết./." in last, name
        assert "Nơi nhận:" in last, name
        assert "- Lưu: VT, KGVX." in last, name
        assert "Nguyễn Văn A" in last, name


def test_page_numbers_and_the_notice(
    plan: Document, to_docx: Callable[[Document], bytes], tmp_path: Path
) -> None:
    texts = pages(tmp_path, {"plan": to_docx(plan)})["plan"]
    firsts = [text.split()[0] for text in texts]
    assert firsts == ["ỦY", "2", "Phụ"]
    assert all("Bản dựng lại từ dữ liệu" in text for text in texts)


def test_an_annex_counts_its_own_pages(
    plan: Document, to_docx: Callable[[Document], bytes], tmp_path: Path
) -> None:
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    table = replace(table, rows=table.rows * 30)
    texts = pages(tmp_path, {"a": to_docx(replace(plan, blocks=(*plan.blocks[:-1], table)))})["a"]
    annex = [text.split()[0] for text in texts[2:]]
    assert annex[:3] == ["Phụ", "2", "3"]
    assert all("Trách nhiệm" in text for text in texts[2:-1])
