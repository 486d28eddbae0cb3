"""Draw the pictures of the pages from ``examples/``; ``--check`` only says which are old.

Each picture is drawn from what the program writes: a screen, a page of a document, the dashboard.
``docs/images/made-from.json`` keeps what each was drawn from, so ``--check`` needs neither
LibreOffice nor a browser. First pages of all kinds of documents: ``docs/the_thuc.py --pictures``.
Run from the repository: ``python docs/pictures.py [NAME …]``. Drawing takes LibreOffice with Calc,
poppler-utils, Chromium, Playwright and Pillow.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

DOCS = Path(__file__).parent
EXAMPLES = DOCS.parent / "examples"
IMAGES = DOCS / "images"
MADE_FROM = IMAGES / "made-from.json"

DAY = ("--as-of", "10/12/2027")
COLUMNS = 112
GREYS = 16
PAPER = TerminalTheme(
    (252, 252, 252),
    (40, 40, 40),
    [
        (40, 40, 40),
        (178, 34, 34),
        (20, 110, 50),
        (150, 95, 0),
        (30, 80, 170),
        (130, 50, 140),
        (0, 110, 120),
        (110, 110, 110),
    ],
)
"""Dark letters on paper, readable in a bright room and in print."""
SCREEN = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<style>text {{ font: {char_height}px "Liberation Mono", "Courier New", Menlo, monospace; \
line-height: {line_height}px; }} {styles}</style>
<defs>{lines}</defs>
<rect width="100%" height="100%" rx="8" fill="#fcfcfc" stroke="#ccc"/>
<g transform="translate({terminal_x}, {terminal_y})">{backgrounds}<g>{matrix}</g></g>
</svg>
"""
"""A frame without the fonts that rich would fetch from a network; DejaVu loses Vietnamese marks."""


_Make = Callable[[Path], Path]
_Draw = Callable[[Path, Path], None]


@dataclass(frozen=True, slots=True)
class Picture:
    """How the program makes what is shown, and how that becomes a picture."""

    make: _Make
    draw: _Draw


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def kehoach(*words: str) -> str:
    """Run the program on a terminal; what stands on the screen, with its colours."""
    from kehoach_cli.cli import run

    screen = _Terminal()
    sys.argv = ["kehoach", *words]
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(io.StringIO()):
        run()
    return screen.getvalue()


def screen(*words: str, first: int, last: int) -> _Make:
    """Lines of what a command shows, below the command itself."""

    def make(folder: Path) -> Path:
        lines = kehoach(*words, "--root", str(EXAMPLES), *DAY).splitlines()[first:last]
        text = "\n".join([f"$ kehoach {' '.join(words)}", *lines, ""])
        path = folder / "screen.txt"
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    return make


def draw_screen(source: Path, out: Path) -> None:
    """The letters as a picture that stays sharp."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(source.read_text(encoding="utf-8").rstrip("\n")))
    drawn = console.export_svg(
        theme=PAPER, code_format=SCREEN, unique_id=out.stem, font_aspect_ratio=0.6
    )
    out.write_text(drawn, encoding="utf-8", newline="\n")


def document(*words: str, name: str) -> _Make:
    """A file that a command writes; ``name`` is its name below the folder."""

    def make(folder: Path) -> Path:
        place = ("--root", str(EXAMPLES), *DAY, "--out", str(folder))
        kehoach(*words, *place)
        return folder / name

    return make


Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a page, from 0 to 1."""


def page(words: str, dpi: int, part: Box = (0, 0, 1, 1), colours: int = GREYS) -> _Draw:
    """The first page of a document that holds these words, or a part of it."""

    def draw(source: Path, out: Path) -> None:
        from PIL import Image

        profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
        office = ["soffice", profile, "--headless", "--convert-to", "pdf"]
        _call([*office, "--outdir", str(source.parent), str(source)])
        pdf, shown = source.with_suffix(".pdf"), source.parent / "page"
        number = str(_number_of(pdf, words))
        look = ("-r", str(dpi), "-png", "-singlefile", "-f", number, "-l", number)
        _call(["pdftoppm", *look, str(pdf), str(shown)])
        picture = Image.open(shown.with_suffix(".png")).convert("RGB" if colours > GREYS else "L")
        left, top, right, bottom = part
        wide, high = picture.size
        picture = picture.crop(
            (round(left * wide), round(top * high), round(right * wide), round(bottom * high))
        )
        picture.quantize(colours).save(out, optimize=True)

    return draw


def _number_of(pdf: Path, words: str) -> int:
    """The number of the first page with these words, from 1."""
    pages = _call(["pdftotext", str(pdf), "-"]).split("\f")
    return 1 + next(at for at, text in enumerate(pages) if words in " ".join(text.split()))


def site(folder: Path) -> Path:
    """The dashboard."""
    kehoach("dashboard", "--root", str(EXAMPLES), *DAY, "--out", str(folder / "site"))
    return folder / "site"


def window(width: int, height: int) -> _Draw:
    """The overview in a browser window of this size."""

    def draw(source: Path, out: Path) -> None:
        from PIL import Image
        from playwright.sync_api import sync_playwright

        chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
        with sync_playwright() as started:
            browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            view = browser.new_page(viewport={"width": width, "height": height})
            view.goto((source / "index.html").as_uri())
            view.wait_for_selector("h1")
            view.screenshot(path=str(out))
            browser.close()
        Image.open(out).convert("RGB").quantize(64).save(out, optimize=True)

    return draw


PICTURES: dict[str, Picture] = {
    "status.svg": Picture(screen("status", "--agency", "so-xd", first=0, last=40), draw_screen),
    "validate.svg": Picture(screen("validate", first=0, last=9), draw_screen),
    "ke-hoach.png": Picture(
        document(
            "render-docx",
            "hop-tac-thien-ha-xanh",
            name="ke-hoach-hop-tac-thien-ha-xanh.docx",
        ),
        page("KẾ HOẠCH", 90),
    ),
    "bieu-excel.png": Picture(
        document(
            "forms",
            "export",
            "--period",
            "2027",
            "--agency",
            "so-yt",
            name="bieu-bao-cao-2027-so-yt.xlsx",
        ),
        page("NHIỆM VỤ –", 150, (0.03, 0.07, 0.66, 0.5)),
    ),
    "bieu-do.png": Picture(
        document("report", "--year", "2027", "--pictures", name="bao-cao-2027.docx"),
        page("Hình 2.", 80, (0.04, 0.06, 0.96, 0.72), colours=32),
    ),
    "dashboard.png": Picture(site, window(1180, 820)),
    "dashboard-dien-thoai.png": Picture(site, window(360, 720)),
}


def fingerprint(source: Path) -> str:
    """What a picture is drawn from, as a number: contents, whatever packed them or drew in them."""
    found = hashlib.sha256()
    for name, data in _contents(source):
        found.update(name.encode() + b"\0" + data + b"\0")
    return found.hexdigest()[:16]


def _contents(source: Path) -> Iterator[tuple[str, bytes]]:
    if source.is_dir():
        files = sorted(path for path in source.rglob("*") if path.is_file())
        yield from ((file.name, file.read_bytes()) for file in files if file.name[0] != ".")
    elif zipfile.is_zipfile(source):
        with zipfile.ZipFile(source) as package:
            names = [name for name in sorted(package.namelist()) if "/media/" not in name]
            yield from ((name, package.read(name)) for name in names)
    else:
        yield source.name, source.read_bytes()


def _call(command: list[str]) -> str:
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - LibreOffice, poppler
    return done.stdout.decode(errors="replace")


def main() -> int:
    """Draw the pictures that are named, or all; with ``--check`` name those that are old."""
    os.environ.update(COLUMNS=str(COLUMNS), TERM="xterm-256color", KEHOACH_DEBUG="1")
    os.environ.pop("NO_COLOR", None)
    known = json.loads(MADE_FROM.read_text(encoding="utf-8")) if MADE_FROM.exists() else {}
    wanted = [word for word in sys.argv[1:] if not word.startswith("-")] or list(PICTURES)
    old = []
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            source = PICTURES[name].make(Path(folder))
            made_from = fingerprint(source)
            if "--check" in sys.argv:
                old += [name] if known.get(name) != made_from else []
                continue
            PICTURES[name].draw(source, IMAGES / name)
            known[name] = made_from
    if old:
        sys.stderr.write(f"hình đã cũ: {', '.join(old)}; chạy: python docs/pictures.py\n")
    elif "--check" not in sys.argv:
        text = json.dumps(dict(sorted(known.items())), indent=2)
        MADE_FROM.write_text(text + "\n", encoding="utf-8", newline="\n")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main())
