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


@dataclass(frozen=True, slots=True)
class Picture:
    """How the program makes what is shown, and how that becomes a picture."""

    make: Callable[[Path], Path]
    draw: Callable[[Path, Path], None]


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


def screen(*words: str, first: int, last: int) -> Callable[[Path], Path]:
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


def document(*words: str, name: str) -> Callable[[Path], Path]:
    """A file that a command writes; ``name`` is its name below the folder."""

    def make(folder: Path) -> Path:
        place = ("--root", str(EXAMPLES), *DAY, "--out", str(folder))
        kehoach(*words, *place)
        return folder / name

    return make


def page(
    number: int, dpi: int, part: tuple[float, float, float, float] = (0, 0, 1, 1)
) -> Callable[[Path, Path], None]:
    """A page of a document in grey, or a part of it: left, top, right and bottom from 0 to 1."""

    def draw(source: Path, out: Path) -> None:
        from PIL import Image

        profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
        office = ["soffice", profile, "--headless", "--convert-to", "pdf"]
        _call([*office, "--outdir", str(source.parent), str(source)])
        shown = source.parent / "page"
        which = ("-f", str(number), "-l", str(number), "-singlefile")
        look = ("-r", str(dpi), "-gray", "-png", *which)
        _call(["pdftoppm", *look, str(source.with_suffix(".pdf")), str(shown)])
        picture = Image.open(shown.with_suffix(".png")).convert("L")
        left, top, right, bottom = part
        wide, high = picture.size
        picture = picture.crop(
            (round(left * wide), round(top * high), round(right * wide), round(bottom * high))
        )
        picture.quantize(GREYS).save(out, optimize=True)

    return draw


def site(folder: Path) -> Path:
    """The dashboard."""
    kehoach("dashboard", "--root", str(EXAMPLES), *DAY, "--out", str(folder / "site"))
    return folder / "site"


def window(width: int, height: int) -> Callable[[Path, Path], None]:
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
        page(1, 90),
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
        page(2, 150, (0.03, 0.07, 0.66, 0.5)),
    ),
    "dashboard.png": Picture(site, window(1180, 820)),
    "dashboard-dien-thoai.png": Picture(site, window(360, 720)),
}


def fingerprint(source: Path) -> str:
    """What a picture is drawn from, as a number: contents, whatever packed them."""
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
            yield from ((name, package.read(name)) for name in sorted(package.namelist()))
    else:
        yield source.name, source.read_bytes()


def _call(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - LibreOffice, poppler


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
