"""One syntax fault per file, placed where it was opened rather than where the parser gave up.

A quote that nobody closed swallows forty lines before PyYAML notices; the officer needs the quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from kehoach_cli.diagnostics import Fault, Place, Related, Span
from kehoach_cli.source.characters import tab_faults
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
_SEEN_HERE = "lỗi lộ ra ở đây"

REFUSALS = {
    "alias": "dấu * gọi lại một giá trị khác không được dùng; hãy ghi giá trị ra đầy đủ",
    "anchor": "neo & không được dùng; nếu là chữ thì đặt giá trị trong dấu nháy",
    "tag": "nhãn kiểu bắt đầu bằng dấu ! không được dùng; nếu là chữ thì đặt trong dấu nháy",
    "merge": "khoá gộp << không được dùng; hãy ghi các khoá ra đầy đủ",
    "key": "khoá phải là chữ trên một dòng, không thể là danh sách, nhóm khoá hay giá trị trống",
    "document": "một tệp chỉ được có một phần nội dung, không tách bằng dòng «---»",
    "depth": "dữ liệu lồng nhau quá sâu",
}
"""Lawful YAML that plan data do not need, and why the file is not read further."""


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
    return _fault(file, line, column, REFUSALS[error.reason])


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
    problem, context = getattr(error, "problem", None), getattr(error, "context", None)
    opening, sentence = (
        _swallowed(last, line)
        or _bracket(opened, line)
        or _context(error, problem, context)
        or ((line, column), translate(problem, context))
    )
    related = () if opening == (line, column) else (_related(file, line, column),)
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
    flows = [event for event in opened if getattr(event, "flow_style", False)]
    if flows and _start(flows[-1])[0] < line:
        return _start(flows[-1]), _UNCLOSED_FLOW[type(flows[-1])]
    return None


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
