"""Runs of text inside a line of markup: ``**bold**``, ``*italic*``, backslash escapes.

Lines and paragraphs are the business of ``markup``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kehoach_cli.document.blocks import Inlines, Text

_TOKEN = re.compile(r"\\([!-/:-@\[-`{-~])|(\*\*?)|([^\\*]+|\\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACES = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_ANYWHERE = re.compile(r'[\\*"]')
_AT_START = re.compile(r'[\\*"#>:.)=-]')


def escape(value: object) -> str:
    r"""Text that the markup reads back as ``str(value)``, wherever in a line it is put.

    White space, line ends among it, becomes one space each (a no-break space stays); ``None`` is
    empty. Signs that mean something at a line's start are escaped in the first word only.
    """
    text = "" if value is None else _SPACES.sub(" ", str(value))
    end = text.find(" ", 1)  # of the first word; a space before it does not count
    end = len(text) if end < 0 else end
    head = _AT_START.sub(r"\\\g<0>", text[:end])
    return head + _ANYWHERE.sub(r"\\\g<0>", text[end:])


def unescape(text: str) -> str:
    """What ``escape`` was given, but for its white space."""
    return _ESCAPED.sub(r"\1", text)


def read_inlines(text: str) -> tuple[Inlines, str]:
    """The runs of a line, and the emphasis mark that is never closed (``**``, ``*`` or "")."""
    open_marks: list[str] = []
    runs: list[Text] = []
    for escaped, mark, plain in _TOKEN.findall(text):
        if not mark:
            runs.append(Text(escaped or plain, "**" in open_marks, "*" in open_marks))
        elif mark in open_marks:
            open_marks.remove(mark)
        else:
            open_marks.append(mark)
    return joined(runs), "".join(open_marks[:1])


def joined(runs: Iterable[Text]) -> Inlines:
    """The same text with neighbours of one look made one run."""
    out: list[Text] = []
    for run in runs:
        if out and (out[-1].bold, out[-1].italic) == (run.bold, run.italic):
            out[-1] = Text(out[-1].text + run.text, run.bold, run.italic)
        else:
            out.append(run)
    return tuple(out)


def plain(inlines: Inlines) -> str:
    """The text alone, without its looks."""
    return "".join(run.text for run in inlines)
