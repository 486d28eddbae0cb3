r"""Text that Markdown reads back as it was: every sign that could mean something is escaped.

Source: CommonMark 0.31.2, 2.4 (backslash escapes), 6.2 (emphasis), 6.7 (hard line breaks); GFM
0.29, 4.10 (tables). ``$`` is no sign of either, but GitHub reads formulas between two of them.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator, Sequence

from kehoach_cli.document.blocks import Text
from kehoach_cli.document.inlines import joined

_ANYWHERE = re.compile(r"[\\`*_\[\]<~|#$]|&(?=#?[0-9A-Za-z]+;)")
_AT_START = re.compile(r">|[-+=](?=[ \t=-]|$)|:(?=-)")
_NUMBER = re.compile(r"([0-9]{1,9})([.)])(?=[ \t]|$)")
_BLANKS = " \t"
_SPACES = re.compile(r"[ \t\n\r]*")
_RETURNS = re.compile(r"\r\n?")
BREAK = "\\\n"
"""A line end inside a paragraph."""


def flowing(inlines: Sequence[Text], *, at_start: bool = True) -> str:
    """Runs of text as the inside of a paragraph; ``at_start`` when a line begins with them."""
    text = _RETURNS.sub("\n", "".join(_runs(joined(inlines)))).strip(_BLANKS + "\n")
    lines = (line.strip(_BLANKS) for line in text.split("\n"))
    begun = [_begun(line) if at_start or n else line for n, line in enumerate(lines)]
    return BREAK.join(begun)


def one_line(text: str, *, is_bold: bool = False) -> str:
    """Text as the inside of a heading or a cell of a table; a line end becomes ``<br>``."""
    lines = _RETURNS.sub("\n", text).strip(_BLANKS + "\n").split("\n")
    return "<br>".join(flowing((Text(line, is_bold),), at_start=False) for line in lines)


def bold(text: str) -> str:
    """A whole line of text in bold, "" for nothing."""
    return flowing((Text(text, bold=True),)) if text.strip() else ""


def _begun(line: str) -> str:
    """The line with its first sign escaped where it would begin a list, heading or table."""
    line = _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line
    return f"\\{line}" if _AT_START.match(line) else line


def _runs(inlines: Sequence[Text]) -> Iterator[str]:
    """Each run escaped; its outer spaces stay outside its emphasis, where they mean nothing."""
    for index, run in enumerate(inlines):
        inside = run.text.strip(_BLANKS + "\n\r")
        text = _ANYWHERE.sub(r"\\\g<0>", inside)
        if not inside or not (run.bold or run.italic):
            yield _ANYWHERE.sub(r"\\\g<0>", run.text)
            continue
        before = _SPACES.match(run.text)
        left = before[0] if before else ""
        right = run.text[len(left) + len(inside) :]
        around = _neighbours(inlines, index, left, right)
        yield f"{left}{_emphasised(text, inside, run, around)}{right}"


def _neighbours(inlines: Sequence[Text], index: int, left: str, right: str) -> tuple[str, str]:
    """The signs before and after the emphasis; "*" where another emphasis touches it."""
    before = left[-1:] or _edge(inlines[index - 1], -1) if index else left[-1:]
    following = inlines[index + 1 : index + 2]
    after = right[:1] or (_edge(following[0], 0) if following else "")
    return before, after


def _edge(run: Text, at: int) -> str:
    sign = run.text[at] if run.text else "*"
    return "*" if (run.bold or run.italic) and not sign.isspace() else sign


def _emphasised(text: str, inside: str, run: Text, around: tuple[str, str]) -> str:
    marks = "*" * (2 * run.bold + run.italic)
    if (
        _flanks(around[0], inside[0])
        and _flanks(around[1], inside[-1])
        and not {"\n", "\r"} & {*inside}
    ):
        return f"{marks}{text}{marks}"
    tags = [name for name, on in (("strong", run.bold), ("em", run.italic)) if on]
    opened = "".join(f"<{name}>" for name in tags)
    return opened + text + "".join(f"</{name}>" for name in reversed(tags))


def _flanks(outside: str, inside: str) -> bool:
    """Whether a mark between the two signs is read as one (CommonMark 6.2)."""
    if outside == "*" or inside.isspace():
        return False
    return not _is_sign(inside) or not outside or outside.isspace() or _is_sign(outside)


def _is_sign(character: str) -> bool:
    return character in string.punctuation or unicodedata.category(character)[0] in "PS"
