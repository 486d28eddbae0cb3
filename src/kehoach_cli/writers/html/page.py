"""The whole page: head with its looks, then a document with its annexes, or an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kehoach_cli.document.blocks import Block, Paragraph
from kehoach_cli.document.frame import Document
from kehoach_cli.document.inlines import plain
from kehoach_cli.writers.characters import refuse_illegal
from kehoach_cli.writers.html.body import notice, parts
from kehoach_cli.writers.html.elements import Html, el, words
from kehoach_cli.writers.html.frame import opening, signing
from kehoach_cli.writers.html.looks import looks


def page(document: Document) -> str:
    """The text of the file."""
    refuse_illegal(document)
    (_, main), *annexes = parts(document.blocks)
    line = notice(document.notice)
    sheet = "ngang" if document.landscape else None
    shown = [
        el("article", line, opening(document.frame), *main, signing(document.frame), css=sheet),
        *(
            el("section", line, *blocks, css="phu-luc ngang" if turn.landscape else "phu-luc")
            for turn, blocks in annexes
            if turn
        ),
    ]
    about = document.properties
    return _whole(_head(about.title, about.author, document.notice), shown)


def write_page(blocks: Iterable[Block], title: str, notice_line: str = "") -> str:
    """The text of a page that answers a question; for views such as ``kehoach status``.

    The title is its heading; a first paragraph that says the same is not said twice.
    """
    shown = (html for _, part in parts(_after(title, blocks)) for html in part)
    heading = el("h1", words(title))
    sheet = el("article", notice(notice_line), heading, *shown, css="ngang tra-loi")
    return _whole(_head(title, None, notice_line), [sheet])


def _after(title: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without a first paragraph that is the title."""
    for number, block in enumerate(blocks):
        is_title = isinstance(block, Paragraph) and plain(block.inlines) == title
        if number or not is_title:
            yield block


def _whole(head: Html, shown: Iterable[Html]) -> str:
    html = el("html", head, el("body", el("main", *shown)), lang="vi")
    return f"<!DOCTYPE html>\n{html}\n"


def _head(title: str, author: str | None, notice_line: str) -> Html:
    authored = [] if author is None else [el("meta", name="author", content=author)]
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        *authored,
        el("title", words(title)),
        Html(f"<style>{looks(notice_line)}</style>"),
    )
