"""Pages as pictures, compared with those that were once looked at and found good.

A page is drawn at 50 dpi in grey and cut into blocks of 10 × 10 dots (5 mm). Of each block counts
only how dark it is on the whole, and the whole page may lie one dot (0.5 mm) off. So another
smoothing of the letters (up to 10 of 255) or half a dot (15) does not matter, while a rule that is
missing (20 and more), a line that moved or a word that is no longer bold does.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.document.frame import Document

PROGRAMS = ("soffice", "pdftoppm")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"cần {', '.join(MISSING)} để so trang (LibreOffice, poppler-utils)"
)
GOLDEN = Path(__file__).parents[1] / "golden" / "pages"
DPI, BLOCK = 50, 10
MOST = 18
"""Of 255: how much darker or lighter a block may be."""
NEAR = [(x, y) for x in (0, -1, 1) for y in (0, -1, 1)]

OF = ("plan", "report", "letter", "minutes")


def difference(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of a block, 0 to 255; 255 for pages of other sizes."""
    if one.size != other.size:
        return 255
    mine, theirs = (image.convert("L") for image in (one, other))
    return min(_of_blocks(ImageChops.offset(mine, x, y), theirs) for x, y in NEAR)


def _of_blocks(one: Image.Image, other: Image.Image) -> int:
    blocks = ImageChops.difference(one.reduce(BLOCK), other.reduce(BLOCK))
    return int(ImageStat.Stat(blocks).extrema[0][1])


def _lightest(strip: Image.Image) -> int:
    """The lightest dot of a strip: low where a line is drawn all along it."""
    return int(ImageStat.Stat(strip).extrema[0][1])


def test_the_measure_sees_a_missing_rule_and_no_other_smoothing() -> None:
    page = Image.open(GOLDEN / "plan-1.png").convert("L")
    assert difference(page, page) == 0
    assert difference(page, ImageChops.offset(page, 1, 1)) == 0
    assert difference(page, page.filter(ImageFilter.GaussianBlur(0.7))) <= MOST
    lines = [y for y in range(40, 80) if _lightest(page.crop((116, y, 138, y + 1))) < 140]
    without = page.copy()
    without.paste(255, (100, lines[0] - 1, 160, lines[0] + 2))
    assert difference(page, without) > MOST
    assert difference(page, page.resize((10, 10))) == 255


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture
def pages(
    request: pytest.FixtureRequest, to_docx: Callable[[Document], bytes], folder: Path
) -> dict[str, Path]:
    """The picture of every page of every document; LibreOffice runs once for the module."""
    if not list(folder.glob("*.png")):
        paths = [folder / f"{name}.docx" for name in OF]
        for path in paths:
            path.write_bytes(to_docx(request.getfixturevalue(path.stem)))
        command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, *map(str, paths)], check=True, capture_output=True)
        for path in paths:
            draw = ["pdftoppm", "-r", str(DPI), "-gray", "-png", str(path.with_suffix(".pdf"))]
            subprocess.run([*draw, str(path.with_suffix(""))], check=True)
    return {path.name: path for path in sorted(folder.glob("*.png"))}


def test_pages_look_as_they_were_found_good(
    pages: dict[str, Path], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--golden-update"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        GOLDEN.mkdir(parents=True)
        for path in pages.values():
            Image.open(path).convert("L").quantize(16).save(GOLDEN / path.name, optimize=True)
    assert sorted(pages) == sorted(path.name for path in GOLDEN.iterdir())
    far = {
        name: found
        for name, path in pages.items()
        if (found := difference(Image.open(path), Image.open(GOLDEN / name))) > MOST
    }
    assert far == {}, f"xem các trang trong {next(iter(pages.values())).parent}"
