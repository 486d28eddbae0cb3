"""What stands on the pages, through one run of LibreOffice, and poppler."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.document.blocks import Block, Cell, Column, Paragraph, Role, Row, Table, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
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


def with_recipients(plan: Document, count: int, form: str, blocks: tuple[Block, ...]) -> Document:
    places = tuple(form.format(n=n, long="có tên dài " * (n % 4)) for n in range(1, count + 1))
    return replace(plan, frame=replace(plan.frame, recipients=places), blocks=blocks)


def table_of(plan: Document) -> Table:
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    return table


def two_annexes(plan: Document) -> Document:
    table = table_of(plan)
    annex = (*plan.blocks[-5:-1], replace(table, rows=table.rows * 12))
    return replace(plan, blocks=(plan.blocks[0], *annex, *annex))


def narrow_columns(plan: Document) -> Document:
    columns = tuple(Column(str(n), f"Cột thứ {n}", 10) for n in range(12))
    row = (Cell("x" * 200), Cell(1_234_567_890), Cell("31/12/2026"), Cell("MobiFone;"))
    table = Table("t", columns, (Row(row + (Cell("Đang thực hiện trong hạn"),) * 8),))
    return replace(plan, blocks=(*plan.blocks[-5:-1], table))


def long_issuer(plan: Document) -> Document:
    issuer = "Trung tâm Công nghệ và Cổng thông tin điện tử tỉnh Đắk Lắk"
    frame = replace(plan.frame, parent=("Sở Khoa học và Công nghệ",), issuer=(issuer,))
    return replace(plan, frame=frame, blocks=body(3, 1))


LISTED = range(8, 34, 3)
SIGNED = range(1, 61)


def documents(plan: Document) -> Iterator[tuple[str, Document]]:
    """All that is looked at here, by name."""
    for lines in LISTED:
        place = "Nơi nhận {n} {long}(báo cáo)"
        yield f"listed-{lines}", with_recipients(plan, 24, place, body(lines, 2))
    for lines in SIGNED:
        yield f"signed-{lines}", replace(plan, blocks=body(lines, 1 + lines % 3))
    table = table_of(plan)
    yield "recipients", with_recipients(plan, 120, "Nơi {n}x", body(3, 1))
    yield "plan", plan
    rows = replace(table, rows=table.rows * 30)
    yield "annex", replace(plan, blocks=(*plan.blocks[:-1], rows))
    yield "two-annexes", two_annexes(plan)
    yield "columns", narrow_columns(plan)
    yield "issuer", long_issuer(plan)


@pytest.fixture(scope="module")
def folder(
    plan: Document,
    to_docx: Callable[[Document], bytes],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Where each document lies as a PDF under its name."""
    folder = tmp_path_factory.mktemp("pages")
    made = dict(documents(plan))
    for name, document in made.items():
        (folder / f"{name}.docx").write_bytes(to_docx(document))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        + ["--convert-to", "pdf", "--outdir", str(folder)]
        + [str(folder / f"{name}.docx") for name in made],
        check=True,
        capture_output=True,
    )
    return folder


def pages_of(pdf: Path) -> list[str]:
    """The text of each page."""
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


@pytest.mark.parametrize("lines", LISTED)
def test_a_long_list_of_recipients_is_whole_and_stays_with_its_signer(
    folder: Path, lines: int
) -> None:
    last = " ".join(pages_of(folder / f"listed-{lines}.pdf")[-1].split())
    assert all(f"- Nơi nhận {n} " in last for n in range(1, 25))
    assert "Mở kết" in last
    assert "Hết./." in last
    assert "- Lưu: VT, KGVX." in last
    assert "Nguyễn Văn A" in last


def test_no_list_of_recipients_is_cut(folder: Path) -> None:
    text = "".join(pages_of(folder / "recipients.pdf"))
    assert all(f"- Nơi {n}x;" in text for n in range(1, 121))


@pytest.mark.parametrize("lines", SIGNED)
def test_the_signature_never_stands_alone(folder: Path, lines: int) -> None:
    last = pages_of(folder / f"signed-{lines}.pdf")[-1]
    assert "Mở kết" in last
    assert "Hết./." in last
    assert "Nơi nhận:" in last
    assert "- Lưu: VT, KGVX." in last
    assert "Nguyễn Văn A" in last


def test_page_numbers_and_the_notice(folder: Path) -> None:
    texts = pages_of(folder / "plan.pdf")
    firsts = [text.split()[0] for text in texts]
    assert firsts == ["ỦY", "2", "Phụ"]
    assert all("Bản dựng lại từ dữ liệu" in text for text in texts)


def test_an_annex_counts_its_own_pages(folder: Path) -> None:
    texts = pages_of(folder / "annex.pdf")
    annex = [text.split()[0] for text in texts[2:]]
    assert annex[:3] == ["Phụ", "2", "3"]
    assert all("Trách nhiệm" in text for text in texts[2:-1])


def test_each_of_two_annexes_counts_from_one_on_top_in_the_middle(folder: Path) -> None:
    texts = pages_of(folder / "two-annexes.pdf")
    firsts = [text.split()[0] for text in texts]
    each = len(firsts) // 2
    numbers = [str(n) for n in range(2, each + 1)]
    assert each > 1
    assert firsts == ["ỦY", *("Phụ", *numbers) * 2]
    assert all("Bản dựng lại từ dữ liệu" in text for text in texts)
    for across, words in words_of(folder / "two-annexes.pdf"):
        text, left, right, top = min(words, key=lambda word: word[3])
        if text.isdigit():
            middle = (85.05 + across - 56.7) / 2  # between margins of 30 and 20 mm
            assert abs((left + right) / 2 - middle) < 1
            assert top < 56.7


def test_a_long_word_stays_on_the_page_and_figures_stay_whole(folder: Path) -> None:
    sheets = words_of(folder / "columns.pdf")
    assert all(right < across - 56.7 for across, words in sheets for _, _, right, _ in words)
    words = [word for _, found in sheets[1:] for word in found]
    assert {"1.234.567.890", "31/12/2026", "MobiFone;"} <= {text for text, *_ in words}
    assert sum(text.count("x") for text, *_ in words) == 200


def test_a_long_issuer_stays_in_its_half(folder: Path) -> None:
    lines = pages_of(folder / "issuer.pdf")[0].splitlines()
    begins = (
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "TRUNG TÂM CÔNG NGHỆ",
        "VÀ CỔNG THÔNG TIN ĐIỆN TỬ",
        "TỈNH",
    )
    shown = [line.strip() for line in lines if line.strip()]
    assert all(line.startswith(begin) for line, begin in zip(shown, begins, strict=False))
    left = {"NGHỆ", "TỬ", "LẮK"}
    _, words = words_of(folder / "issuer.pdf")[0]
    assert max(right for text, _, right, _ in words if text in left) < 85.05 + 3969 / 20
