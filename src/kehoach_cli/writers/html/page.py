"""The whole page: head with its looks, the document, its annexes."""

from __future__ import annotations

from kehoach_cli.document.frame import Document
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
    html = el("html", _head(document), el("body", el("main", *shown)), lang="vi")
    return f"<!DOCTYPE html>\n{html}\n"


def _head(document: Document) -> Html:
    about = document.properties
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="author", content=about.author),
        el("title", words(about.title)),
        Html(f"<style>{looks(document.notice)}</style>"),
    )
