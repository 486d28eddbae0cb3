"""One syntax fault per file, placed where it was opened rather than where the parser gave up.

A quote that nobody closed swallows forty lines before PyYAML notices; the officer needs the quote.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import yaml

from kehoach_cli.diagnostics import Fault, Place, Related, Span
from kehoach_cli.source.characters import line_and_column, tab_faults
from kehoach_cli.source.events import position
from kehoach_cli.source.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterable

_AT_CONTEXT = {
    ("while scanning a quoted scalar", "found unexpected end of stream"),
    ("while scanning a quoted scalar", "found unexpected document indicator"),
    ("while scanning a quoted scalar", "found unexpected document separator"),
    ("while scanning a simple key", "could not find expected ':'"),
}
_UNCLOSED_QUOTE = "dấu nháy mở ở đây có lẽ chưa được đóng: chuỗi kéo dài sang các dòng sau"
_UNCLOSED_FLOW: dict[type[yaml.Event], str] = {
    yaml.SequenceStartEvent: "ngoặc [ mở ở đây chưa được đóng, hoặc thiếu dấu phẩy bên trong",
    yaml.MappingStartEvent: "ngoặc { mở ở đây chưa được đóng, hoặc thiếu dấu phẩy bên trong",
}
_CONFLICT = "(?m)^<{7} "
_ODD_SPACE = r"(?: |-)*(?:[\w-]+:)?([\u00a0\u2000-\u200b\u202f\u205f\u3000])"
_BARE_KEY = r"( *)[\w-]+ *"
_CONFLICT_LEFT = (
    "git để lại dấu này khi gộp hai bản sửa cùng một chỗ; giữ phần đúng, xóa các dòng «<<<<<<<», "
    "«=======», «>>>>>>>»"
)
_ODD_SPACE_HERE = "có dấu cách lạ ({}), hay gặp khi chép từ Word hoặc trang mạng; gõ lại dấu cách"
_TOO_DEEP = "dòng này thụt vào sâu hơn dòng trên nên không phải là khóa của cùng một mục"
_SEEN_HERE = "lỗi lộ ra ở đây"

REFUSALS = {
    "alias": "dấu * không được dùng ở đầu giá trị; nếu là chữ thì đặt giá trị trong dấu nháy",
    "anchor": "neo & không được dùng; nếu là chữ thì đặt giá trị trong dấu nháy",
    "tag": "nhãn kiểu bắt đầu bằng dấu ! không được dùng; nếu là chữ thì đặt trong dấu nháy",
    "merge": "khóa gộp << không được dùng; hãy ghi các khóa ra đầy đủ",
    "key": (
        "khóa phải là chữ trên một dòng, không thể là danh sách, nhóm khóa hay giá trị trống; "
        "giá trị bắt đầu bằng dấu { hoặc [ phải đặt trong dấu nháy"
    ),
    "document": "một tệp chỉ được có một phần nội dung, không tách bằng dòng «---»",
    "depth": "dữ liệu lồng nhau quá sâu",
}
"""Lawful YAML that plan data do not need, and why the file is not read further."""


_KINDS = {"alias": "yaml-alias", "anchor": "yaml-alias", "depth": "nested-too-deep"}
"""Those that may be meant to do harm have rules of their own."""


class RefusedError(Exception):
    """Lawful YAML that is not accepted; ``reason`` is a key of ``REFUSALS``."""

    def __init__(self, reason: str, event: yaml.Event) -> None:
        """Keep the event for its place."""
        super().__init__(reason)
        self.reason = reason
        self.event = event


def refusal_fault(error: RefusedError, file: str) -> Fault:
    """Placed where the refused thing begins."""
    line, column = _start(error.event)
    fault = _fault(file, line, column, REFUSALS[error.reason])
    return replace(fault, kind=_KINDS.get(error.reason, fault.kind))


def syntax_faults(
    error: Exception, text: str, file: str, last: yaml.Event | None, opened: Iterable[yaml.Event]
) -> tuple[Fault, ...]:
    """What the parser's ``error`` says; ``last`` is the event before it, ``opened`` innermost last.

    Several faults only for tabs that indent: each of them has to go.
    """
    line, column = position(getattr(error, "problem_mark", None))
    tabs = tab_faults(text, file, line)
    if tabs:
        return tabs
    if conflict := re.search(_CONFLICT, text):
        return (_fault(file, *line_and_column(text, conflict.start()), _CONFLICT_LEFT),)
    problem, context = getattr(error, "problem", None), getattr(error, "context", None)
    opening, sentence = (
        _swallowed(last, line)
        or _bracket(opened, line)
        or _odd_space(text, line)
        or _too_deep(problem, text, line, column)
        or _context(error, problem, context)
        or ((line, column), translate(problem, context))
    )
    related = () if opening[0] == line else (_related(file, line, column),)
    return (_fault(file, *opening, sentence, related),)


def _swallowed(last: yaml.Event | None, line: int) -> tuple[tuple[int, int], str] | None:
    """A quoted text over several lines that ends just where the trouble begins."""
    if isinstance(last, yaml.ScalarEvent) and last.style in {'"', "'"}:
        start, (end_line, _) = _start(last), position(last.end_mark)
        if start[0] < end_line == line:
            return start, _UNCLOSED_QUOTE
    return None


def _bracket(opened: Iterable[yaml.Event], line: int) -> tuple[tuple[int, int], str] | None:
    """The innermost open bracket, when it stands on an earlier line."""
    flows = [
        event
        for event in opened
        if isinstance(event, yaml.CollectionStartEvent) and event.flow_style
    ]
    if flows and _start(flows[-1])[0] < line:
        return _start(flows[-1]), _UNCLOSED_FLOW[type(flows[-1])]
    return None


def _odd_space(text: str, line: int) -> tuple[tuple[int, int], str] | None:
    """A space that only looks like one, where this line or the one before begins."""
    for number, words in _two_lines(text, line):
        if odd := re.match(_ODD_SPACE, words):
            return (number, odd.start(1) + 1), _ODD_SPACE_HERE.format(f"U+{ord(odd[1]):04X}")
    return None


def _two_lines(text: str, line: int) -> list[tuple[int, str]]:
    """The line before and the line itself, with their numbers."""
    lines = text.split("\n")
    return [(one, lines[one - 1]) for one in (line - 1, line) if 1 <= one <= len(lines)]


def _too_deep(
    problem: str | None, text: str, line: int, column: int
) -> tuple[tuple[int, int], str] | None:
    """A colon that is refused after a lone key: the key is indented wrongly."""
    if problem is None or not problem.startswith("mapping values are not allowed"):
        return None
    words = text.split("\n")[line - 1][: column - 1]
    key = re.fullmatch(_BARE_KEY, words)
    return ((line, len(key[1]) + 1), _TOO_DEEP) if key else None


def _context(
    error: Exception, problem: str | None, context: str | None
) -> tuple[tuple[int, int], str] | None:
    if (context, problem) not in _AT_CONTEXT:
        return None
    return position(getattr(error, "context_mark", None)), translate(problem)


def _start(event: yaml.Event) -> tuple[int, int]:
    return position(event.start_mark)


def _related(file: str, line: int, column: int) -> Related:
    return Related(Place(file, span=Span(file, line, column, line, column + 1)), _SEEN_HERE)


def _fault(
    file: str, line: int, column: int, problem: str, related: tuple[Related, ...] = ()
) -> Fault:
    place = Place(file, span=Span(file, line, column, line, column + 1))
    return Fault("yaml-syntax", place, {"problem": problem}, related)
