"""A rule's docstring as its manual page: a title, why and how, and examples that run as tests."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Literal, get_args

from kehoach_cli.frozen import frozen
from kehoach_cli.rules.base import Rule

Verdict = Literal["Sai", "Đúng", "Suýt nhầm"]

_HEADING = re.compile(rf"^({'|'.join(get_args(Verdict))}):(.*)$")
_FILE = re.compile(r"^# (\S+/\S+|kehoach\.yaml)$")
_MARK = re.compile(r"\s*# <- (KH\d{3})(?: \+(?P<below>\d+)| (?P<file>\S+))?$")
_REPEATED = re.compile(r"<(\S) × (\d+)>")
_CODE_POINT = re.compile(r"<(?:U\+([0-9A-F]{4,6})|0x([89A-F][0-9A-F]))>")


@frozen
class Example:
    """Files to lay over a clean workspace, and the lines where this rule must speak.

    A mark ``# <- KH201`` stands on the faulty line; ``# <- KH201 +2`` two lines above it, for
    lines that cannot hold a comment; ``# <- KH001 data/x.yaml`` means the first line of another
    file. ``<U+2028>`` stands for that character, ``<0xB8>`` for that byte, which the text holds
    as the «surrogateescape» of PEP 383; ``<x × 100>`` for a hundred of that letter.
    """

    verdict: Verdict
    files: tuple[tuple[str, str], ...]
    marks: frozenset[tuple[str, int]]


def page(rule: Rule) -> str:
    """The rule's manual page, as ``kehoach explain`` prints it."""
    return inspect.cleandoc(rule.__doc__ or "")


def examples(rule: Rule) -> tuple[Example, ...]:
    """The page's examples in their order."""
    return tuple(_examples(page(rule).splitlines()))


def _examples(lines: list[str]) -> Iterator[Example]:
    starts = [number for number, line in enumerate(lines) if _HEADING.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        block = [line[4:] for line in lines[start + 1 : end] if line.startswith("    ") or not line]
        yield _example(lines[start].split(":")[0], block)  # type: ignore[arg-type]


def _example(verdict: Verdict, block: list[str]) -> Example:
    files: dict[str, list[str]] = {}
    marks = set()
    current = ""
    for line in block:
        if name := _FILE.match(line):
            current = name[1]
            files[current] = []
        elif current:
            files[current].append(_typed(_MARK.sub("", line)))
            if mark := _MARK.search(line):
                line_number = len(files[current]) + int(mark["below"] or 0)
                marks.add((mark["file"], 1) if mark["file"] else (current, line_number))
    texts = tuple((name, "\n".join(text).strip("\n") + "\n") for name, text in files.items())
    return Example(verdict, texts, frozenset(marks))


def _typed(line: str) -> str:
    many = _REPEATED.sub(lambda match: match[1] * int(match[2]), line)
    return _CODE_POINT.sub(_character, many)


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16) if match[1] else 0xDC00 + int(match[2], 16))
