"""What stands on the pages, through LibreOffice and poppler."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.document.blocks import Block, Cell, Column, Paragraph, Role, Row, Table, Text

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


Word = tuple[str, float, float, float]  # text; left, right and top in points


def words_of(pdf: Path) -> list[tuple[float, list[Word]]]:
    """Width and words of each page."""
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = []
    for page in text.split("<page ")[1:]:
        across = re.match(r'width="([\d.]+)"', page)
        assert across is not None
        words = re.findall(
            r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]*)', page
        )
        found.append(
            (float(across[1]), [(t, float(x), float(r), float(y)) for x, y, r, t in words])
        )
    return found


def test_a_long_list_of_recipients_is_whole_and_stays_with_its_signer(
    plan: Document, to_docx: Callable[[Document], bytes], tmp_path: Path
) -> None:
    places = tuple(f"Nơi nhận {n} {'có tên dài ' * (n % 4)}(báo cáo)" for n in range(1, 25))
    frame = replace(plan.frame, recipients=places)
    documents = {
        f"{lines}": to_docx(replace(plan, frame=frame, blocks=body(lines, 2)))
        for lines in range(8, 34, 3)
    }
    for name, texts in pages(tmp_path, documents).items():
        last = " ".join(texts[-1].split())
        assert all(f"- Nơi nhận {n} " in last for n in range(1, 25)), name
        assert "Mở kết" in last, name
        assert "Hết./." in last, name
        assert "- Lưu: VT, KGVX." in last, name
        assert "Nguyễn Văn A" in last, name


def test_no_list_of_recipients_is_cut(
    plan: Document, to_docx: Callable[[Document], bytes], tmp_path: Path
) -> None:
    frame = replace(plan.frame, recipients=tuple(f"Nơi {n}x" for n in range(1, 121)))
    document = replace(plan, frame=frame, blocks=body(3, 1))
    text = "".join(pages(tmp_path, {"a": to_docx(document)})["a"])
    assert all(f"- Nơi {n}x;" in text for n in range(1, 121))


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


def test_each_of_two_annexes_counts_from_one_on_top_in_the_middle(
    plan: Document, to_docx: Callable[[Document], bytes], tmp_path: Path
) -> None:
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    annex = (*plan.blocks[-5:-1], replace(table, rows=table.rows * 12))
    document = replace(plan, blocks=(plan.blocks[0], *annex, *annex))
    texts = pages(tmp_path, {"a": to_docx(document)})["a"]
    firsts = [text.split()[0] for text in texts]
    each = len(firsts) // 2
    numbers = [str(n) for n in range(2, each + 1)]
    assert each > 1
    assert firsts == ["ỦY", *("Phụ", *numbers) * 2]
    assert all("Bản dựng lại từ dữ liệu" in text for text in texts)
    for across, words in words_of(tmp_path / "a.pdf"):
        text, left, right, top = min(words, key=lambda word: word[3])
        if text.isdigit():
            middle = (85.05 + across - 56.7) / 2  # between margins of 30 and 20 mm
            assert abs((left + right) / 2 - middle) < 1
            assert top < 56.7


def test_a_long_word_stays_on_the_page_and_figures_stay_whole(
    plan: Document, to_docx: Callable[[Document], bytes], tmp_path: Path
) -> None:
    columns = tuple(Column(str(n), f"Cột thứ {n}", 10) for n in range(12))
    row = (Cell("x" * 200), Cell(1_234_567_890), Cell("31/12/2026"), Cell("MobiFone;"))
    table = Table("t", columns, (Row(row + (Cell("Đang thực hiện trong hạn"),) * 8),))
    document = replace(plan, blocks=(*plan.blocks[-5:-1], table))
    pages(tmp_path, {"a": to_docx(document)})
    sheets = words_of(tmp_path / "a.pdf")
    assert all(right < across - 56.7 for across, words in sheets for _, _, right, _ in words)
    words = [word for _, found in sheets[1:] for word in found]
    assert {"1.234.567.890", "31/12/2026", "MobiFone;"} <= {text for text, *_ in words}
    assert sum(text.count("x") for text, *_ in words) == 200


def test_a_long_issuer_stays_in_its_half(
    plan: Document, to_docx: Callable[[Document], bytes], tmp_path: Path
) -> None:
    issuer = "Trung tâm Công nghệ và Cổng thông tin điện tử tỉnh Đắk Lắk"
    frame = replace(plan.frame, parent=("Sở Khoa học và Công nghệ",), issuer=(issuer,))
    document = replace(plan, frame=frame, blocks=body(3, 1))
    lines = pages(tmp_path, {"a": to_docx(document)})["a"][0].splitlines()
    begins = (
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "TRUNG TÂM CÔNG NGHỆ",
        "VÀ CỔNG THÔNG TIN ĐIỆN TỬ",
        "TỈNH",
    )
    shown = [line.strip() for line in lines if line.strip()]
    assert all(line.startswith(begin) for line, begin in zip(shown, begins, strict=False))
    left = {"NGHỆ", "TỬ", "LẮK"}
    _, words = words_of(tmp_path / "a.pdf")[0]
    assert max(right for text, _, right, _ in words if text in left) < 85.05 + 3969 / 20
