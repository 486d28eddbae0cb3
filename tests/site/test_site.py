"""``docs/`` as a site: every link leads somewhere, it is Vietnamese, it needs no network.

Building takes the extra ``docs``; without it the module is skipped. One build, one Chromium.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("sphinx", reason="cần thêm các gói của extra docs để dựng trang tài liệu")

ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
ENGLISH = {"CONTRIBUTING.html"}
"""Pages for developers; those of ``docs/decisions/`` are in English too."""

LOADED = re.compile(
    r"<(?:script|img|iframe|source)[^>]+src=\"([^\"]+)\"|<link[^>]+href=\"([^\"]+)\""
)
THEME = re.compile(
    r"\b(?:Toggle|Skip to|Back to|On this page|Next|Previous|Search|Contents|Home|Made with|"
    r"Light|Dark|Link to this)\b"
)

needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="cần Chromium (gói chromium của Debian) để thử trang tài liệu"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built from nothing; a warning is an error."""
    out = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-c", "docs"]
    done = subprocess.run(
        [*command, "-d", str(out / "trees"), ".", str(out / "site")],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return out / "site"


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def test_every_page_of_the_repository_is_there(site: Path) -> None:
    written = {
        path.relative_to(ROOT).with_suffix(".html") for path in (ROOT / "docs").rglob("*.md")
    }
    assert {path.as_posix() for path in written} <= {name for name, _ in pages(site)}


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loaded = {
        one for _, text in pages(site) for pair in LOADED.findall(text) for one in pair if one
    }
    assert {one for one in loaded if "//" in one} == set()
    styles = "\n".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", styles)


def test_the_theme_speaks_vietnamese(site: Path) -> None:
    for name, text in pages(site):
        if name in ENGLISH or "/decisions/" in name:
            continue
        frame = re.sub(r"<article.*?</article>|<script.*?</script>", "", text, flags=re.DOTALL)
        shown = re.sub(
            r"<!--.*?-->|<(?:a|span)[^>]*class=\"reference.*?</a>", "", frame, flags=re.DOTALL
        )
        assert THEME.findall(shown) == [], name


def test_the_sidebar_is_the_index(site: Path) -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    page = (site / "docs" / "index.html").read_text(encoding="utf-8")
    captions = re.findall(r'class="caption-text">([^<]+)<', page)
    assert captions == re.findall(r"^## (.+)$", index, re.MULTILINE)


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    """A window as wide as a phone; pages are opened from their folder."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        yield chromium.new_page(viewport={"width": 360, "height": 740})
        chromium.close()


@needs_browser
@pytest.mark.parametrize("asked", ["ke hoach", "kế hoạch", "don doc", "Đôn đốc"])
def test_search_finds_words_with_and_without_diacritics(
    site: Path, browser: Page, asked: str
) -> None:
    said: list[str] = []
    browser.on("console", lambda message: said.append(message.text))
    browser.on("request", lambda one: None if one.url.startswith("file:") else said.append(one.url))
    browser.goto((site / "search.html").as_uri() + f"?q={asked}")
    browser.wait_for_selector("#search-results .search-summary:text('Tìm thấy')")
    assert browser.inner_text("#search-results h2") == "Kết quả tìm"
    browser.wait_for_selector("#search-results li a")
    first = browser.query_selector_all("#search-results li a")[0]
    assert "/docs/cach-lam/" in str(first.get_property("href"))
    assert said == []


@needs_browser
def test_a_phone_shows_every_page_without_scrolling_sideways(site: Path, browser: Page) -> None:
    wide = []
    for name in ("index", "bat-dau", "viec-va-lenh", "figures", "quyen-sua"):
        browser.goto((site / "docs" / f"{name}.html").as_uri())
        if browser.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)
    assert wide == []


@needs_browser
def test_screen_readers_find_their_way(site: Path, browser: Page) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    rules = {"preload": False, "resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa"]}
    for name in ("docs/index", "docs/cach-lam/theo-doi", "search"):
        browser.goto((site / f"{name}.html").as_uri())
        assert axe.run(browser, options=rules).response["violations"] == [], name
