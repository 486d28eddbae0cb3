"""The documentation as a site: ``sphinx-build -W -c docs . build/docs`` from the repository.

The pages stay plain Markdown that a forge shows as well: what only the site needs (the sidebar,
Vietnamese search, words of the theme) is made here. The sidebar is what ``docs/index.md`` links to.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.search import SearchLanguage

project = "kehoach"
language = "vi"
root_doc = "docs/index"
extensions = ["myst_parser"]
include_patterns = ["docs/**.md", "*.md", "*/README.md"]
exclude_patterns = [
    ".*",
    "build",
    "data",
    "src",
    "templates",
    "tests",
    "benchmarks",
    "**/node_modules",
]
locale_dirs = ["docs/locale"]
gettext_compact = False

myst_heading_anchors = 4
suppress_warnings = ["misc.highlighting_failure"]  # `…` stands for what an example leaves out
highlight_language = "text"

html_theme = "furo"
html_title = "kehoach: tài liệu"
html_static_path = ["_static"]
templates_path = ["_templates"]
html_css_files = ["trang.css"]
html_additional_pages = {"index": "door.html"}
html_copy_source = False
html_show_sourcelink = False
html_search_scorer = str(Path(__file__).parent / "_search" / "order.js")
html_show_search_summary = False  # a page opened from a folder may not fetch others
html_show_copyright = False
html_use_index = False
html_theme_options: dict[str, object] = {"top_of_page_buttons": []}
pygments_style = "tango"
pygments_dark_style = "github-dark"

SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
PAGE = re.compile(r"\]\(([^)#:]+)\.md\)")

MENDED = {
    "<pre><span></span>": '<pre tabindex="0"><span></span>',  # what scrolls can be reached by keys
    '<div class="table-wrapper ': '<div tabindex="0" class="table-wrapper ',
    'class="caption" role="heading">': 'class="caption" role="heading" aria-level="2">',
    "Toggle site navigation sidebar": "Mở, đóng danh sách trang",
    "Toggle table of contents sidebar": "Mở, đóng mục lục của trang",
    "Toggle Light / Dark / Auto color theme": "Đổi nền sáng, tối, theo máy",
    "<title>Contents</title>": "<title>Mục lục</title>",
    "<title>Menu</title>": "<title>Danh sách trang</title>",
    "<title>Expand</title>": "<title>Mở ra</title>",
    "<title>Light mode</title>": "<title>Nền sáng</title>",
    "<title>Dark mode</title>": "<title>Nền tối</title>",
    "<title>Auto light/dark, in light mode</title>": "<title>Theo máy, đang sáng</title>",
    "<title>Auto light/dark, in dark mode</title>": "<title>Theo máy, đang tối</title>",
}
"""What furo leaves out for screen readers, or says in English without asking the catalogue."""


def add_sidebar(app: Sphinx, page: str, source: list[str]) -> None:
    """Give the index a hidden table of contents for each of its sections.

    The index need not name pages outside of ``docs/``.
    """
    if page == app.config.root_doc:
        source[0] += "".join(sidebar(source[0], posixpath.dirname(page)))
    elif not page.startswith("docs/"):
        source[0] = f"---\norphan: true\n---\n{source[0]}"


def sidebar(index: str, folder: str) -> Iterator[str]:
    """The sections of the index with the pages that each links to, as directives.

    A page that several sections name stands under the first.
    """
    known: set[str] = set()
    _, *rest = SECTION.split(index)
    for title, text in zip(rest[::2], rest[1::2], strict=True):
        linked = [
            posixpath.normpath(posixpath.join("/", folder, one)) for one in PAGE.findall(text)
        ]
        pages = [one for one in dict.fromkeys(linked) if one not in known]
        known.update(pages)
        lines = "\n".join(pages)
        yield f"\n\n```{{toctree}}\n:hidden:\n:caption: {title}\n\n{lines}\n```\n"


def mend(app: Sphinx, failure: Exception | None) -> None:
    """Mend what the theme wrote, in every page: words in English, a heading without its level."""
    if failure or app.builder.format != "html":
        return
    for path in Path(app.outdir).rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for old, new in MENDED.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8", newline="\n")


SAME_IN_THE_BROWSER = """
var Stemmer = function () {
  this.stemWord = function (word) {
    return word.toLowerCase().normalize("NFD").replace(/\\p{M}/gu, "").replace(/đ/g, "d");
  };
};
"""


class SearchVietnamese(SearchLanguage):
    """Words without their diacritics, in index and question: «ke hoach» finds «kế hoạch»."""

    lang = "vi"
    language_name = "Vietnamese"
    js_stemmer_code = SAME_IN_THE_BROWSER

    def stem(self, word: str) -> str:
        """The word in small letters without marks."""
        parts = unicodedata.normalize("NFD", word.lower())
        bare = "".join(one for one in parts if not unicodedata.category(one).startswith("M"))
        return bare.replace("đ", "d")

    def word_filter(self, word: str) -> bool:
        """Every word counts but numbers, as in the browser."""
        return not word.isdigit()


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.add_search_language(SearchVietnamese)
    app.connect("source-read", add_sidebar)
    app.connect("build-finished", mend)
    return {"parallel_read_safe": True}
