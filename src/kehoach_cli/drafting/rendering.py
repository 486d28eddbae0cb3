"""Jinja for templates: sandboxed, strict, and unable to let a value become markup.

Every value is escaped on its way into the text, so no template can forget it. Each line of the
result remembers the line of the template that it came from. Jinja's English sentences never reach
a user.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import CodeType

import jinja2
from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from kehoach_cli.document.inlines import escape
from kehoach_cli.drafting.limits import HINTS, NESTED, RULE
from kehoach_cli.drafting.sandbox import Sandbox, begin, bounded, limited_filters
from kehoach_cli.drafting.templates import TemplateProblem
from kehoach_cli.drafting.vocabulary import FILTERS
from kehoach_cli.frozen import frozen

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # noncharacters: no text of a user holds them
_TEMPLATES = 512
"""Most texts that are kept as programs: a document has about a dozen of them."""
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_LEADING = re.compile(f"(?:{_OPEN}[0-9]+{_CLOSE})*{_OPEN}([0-9]+){_CLOSE}")
_RUNTIME = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    SyntaxError,  # of the Python that a template becomes: too many loops in one another
    TypeError,
    ValueError,
)


@frozen
class Rendered:
    """Text and, for each of its lines, the line of the template's file."""

    text: str
    lines: tuple[int, ...]

    def line(self, number: int) -> int:
        """The template's line of the text's line ``number`` (from 1)."""
        return self.lines[min(number, len(self.lines)) - 1]


class _LineMarks(Extension):
    """Puts a mark with its line number before every stretch of a template's own text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            if token.type == "data":
                lines = token.value.split("\n")
                marked = (f"{_mark(token.lineno + n)}{line}" for n, line in enumerate(lines))
                yield Token(token.lineno, "data", "\n".join(marked))
            else:
                yield token


def _mark(line: int) -> str:
    return f"{_OPEN}{line}{_CLOSE}"


def _escape_value(value: object) -> object:
    """What Jinja prints for a value; an undefined one raises when it becomes text."""
    return escape(bounded(value)).replace(_OPEN, "").replace(_CLOSE, "")


def _environment() -> jinja2.Environment:
    made = Sandbox(
        undefined=StrictUndefined,
        finalize=_escape_value,
        autoescape=False,  # not HTML: ``finalize`` escapes for our markup
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[_LineMarks],
        optimized=False,  # nothing is worked out before it can be measured
    )
    made.filters = limited_filters(FILTERS, made.filters)
    del made.globals["lipsum"]
    return made


ENVIRONMENT = _environment()
"""The one environment of all templates."""


@lru_cache(maxsize=_TEMPLATES)
def _compiled(text: str, path: str) -> CodeType:
    """A letter to each of a hundred senders is one template."""
    return ENVIRONMENT.compile(text, filename=path)


def render(text: str, names: Mapping[str, object], path: str, first_line: int) -> Rendered:
    """Renders a text that begins on ``first_line`` of ``path``; raises ``TemplateProblem``."""
    begin()
    try:
        names_of_all = ENVIRONMENT.make_globals(None)
        template = jinja2.Template.from_code(ENVIRONMENT, _compiled(text, path), names_of_all)
        out = template.render(names)
    except _RUNTIME as error:
        if _is_ours(error, path):
            raise
        line = first_line + _line_of(error, path) - 1
        raise _problem_at(path, line, translate(error)) from error
    return _unmark(out, first_line)


def _problem_at(path: str, line: int, problem: str) -> TemplateProblem:
    """What is wrong with a template; where it wants too much, by the rule of limits."""
    if problem in HINTS:
        return TemplateProblem(path, line, problem, HINTS[problem], RULE)
    return TemplateProblem(path, line, problem)


def _unmark(text: str, first_line: int) -> Rendered:
    """Takes the marks out; of several at a line's start the last stands before its words."""
    lines, at = [], 1
    for line in text.split("\n"):
        leading = _LEADING.match(line)
        at = int(leading[1]) if leading else at
        lines.append(first_line + at - 1)
    return Rendered(_MARK.sub("", text), tuple(lines))


def _line_of(error: BaseException, path: str) -> int:
    """The template's line: Jinja puts it into the traceback, or onto a syntax error."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno or 1 for frame in frames if frame.filename == path]
    return lines[-1] if lines else 1


def _is_ours(error: BaseException, path: str) -> bool:
    """A fault of a property that the template only asked for, not of the template."""
    frames = traceback.extract_tb(error.__traceback__)
    spots = [number for number, frame in enumerate(frames) if frame.filename == path]
    below = frames[spots[-1] + 1 :] if spots else []
    return len(below) > 1 and below[0].name == "getattr" and below[-1].filename != below[0].filename


MESSAGES: tuple[tuple[str, str], ...] = (
    (r"'(.+)' is undefined", "không có tên «{0}»"),
    (r"'?(.+?)'? has no attribute '(.+)'", "«{1}» không có ở đây"),
    (r"'?(.+?)'? has no element (.+)", "không có phần tử thứ {1}"),
    (r"No filter named '(.+)'(?: found)?\.", "không có bộ lọc «{0}»"),
    (r"No test named '(.+)'(?: found)?\.", "không có phép thử «{0}»"),
    (r"unexpected end of template, expected (.+)\.", "mẫu hết khi còn chờ {0}"),
    (r"Unexpected end of template\..*", "mẫu hết khi một khối chưa đóng (thiếu endif, endfor …)"),
    (r"Encountered unknown tag '(.+?)'\..*", "thẻ «{0}» lạ hoặc đặt sai chỗ"),
    (r"expected token (.+), got (.+)", "chờ {0} nhưng gặp {1}"),
    (r"Expected an expression, got (.+)", "thiếu biểu thức trước {0}"),
    (r"tag name expected", "thiếu tên thẻ sau «{{%»"),
    (r"unexpected char (.+) at .+", "ký tự lạ {0}"),
    (r"unexpected '(.+)', expected '(.+)'", "gặp «{0}» khi đang chờ «{1}»"),
    (r"unexpected (.+)", "gặp {0} không đúng chỗ"),
    (r"Missing end of comment tag", "chú thích chưa đóng bằng «#}}»"),
    (r"Missing end of raw directive", "khối raw chưa đóng bằng endraw"),
    (r"Invalid character in identifier", "tên có ký tự không dùng được"),
    (r"can't assign to (.+)", "không gán được cho {0}"),
    (r"(?s)access to attribute '(.+?)' of .+ is unsafe\.", "không được dùng «{0}» trong mẫu"),
    (r"(?s).+ is not safely callable", "không được gọi hàm này trong mẫu"),
    (r"(?:expected|invalid|non-default|You cannot|Required|Block names|names) .+", "biểu thức sai"),
    *((re.escape(words), words) for words in HINTS),
    (
        r"no loader for this environment specified",
        "một mẫu không nạp được tệp khác (include, import, extends)",
    ),
    (r"block '(.+)' defined twice", "khối «{0}» khai báo hai lần"),
)
"""Jinja's sentences (whole, as patterns) and what a user reads instead."""

GENERAL = "biểu thức không tính được với dữ liệu này"


_KINDS: tuple[tuple[type[BaseException], str], ...] = (
    (ZeroDivisionError, "chia cho 0"),
    (RecursionError, NESTED),
    (SyntaxError, NESTED),
)


def translate(error: BaseException) -> str:
    """The Vietnamese words for an error of Jinja or of an expression in a template."""
    for kind, words in _KINDS:
        if isinstance(error, kind):
            return words
    message = str(error) if isinstance(error, TypeError) else ""
    if isinstance(error, jinja2.TemplateError):
        message = str(error.message)  # ``str`` of a syntax error adds where it stands
    for pattern, words in MESSAGES:
        if found := re.fullmatch(pattern, message):
            return words.format(*found.groups())
    return GENERAL


def lines_of(text: Rendered | str) -> Iterable[str]:
    """Lines that are not blank, trimmed: how a list of the front matter reads."""
    source = text.text if isinstance(text, Rendered) else text
    return [line.strip() for line in source.split("\n") if line.strip()]
