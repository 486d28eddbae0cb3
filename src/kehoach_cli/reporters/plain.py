"""Findings as people read them: the place, the sentence, the line with a mark, the hint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from kehoach_cli.diagnostics import Diagnostic, Severity, Span
from kehoach_cli.reporters.base import LineOf, ManualOf, Summary, no_manual
from kehoach_cli.reporters.words import NONE_FOUND, SEVERITY_NAMES, counts, scope, unchecked

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_SHOWN = 110
"""Characters of a long source line that are shown around the place."""
_BEFORE = 40

_Line = tuple[str | tuple[str, str], ...]
"""A line in pieces: text, or text with its style."""
_BLANK: _Line = ()


def report(
    findings: Sequence[Diagnostic],
    summary: Summary,
    line: LineOf,
    *,
    colour: bool,
    manual: ManualOf = no_manual,  # noqa: ARG001 - the code leads to it
    above: str = "",  # noqa: ARG001 - people stand in the workspace
) -> str:
    """All findings, then a summary in one sentence."""
    lines = [row for one in findings for row in (*_finding(one, line), _BLANK)]
    lines += _summary(summary)
    return _coloured(lines) if colour else _uncoloured(lines)


def _uncoloured(lines: Iterable[_Line]) -> str:
    texts = ((piece if isinstance(piece, str) else piece[0] for piece in row) for row in lines)
    return "".join(f"{''.join(row)}\n" for row in texts)


def _coloured(lines: Iterable[_Line]) -> str:
    """Through rich, which takes longer to import than a small workspace to be checked."""
    from rich.console import Console  # noqa: PLC0415 - see above
    from rich.text import Text  # noqa: PLC0415 - see above

    out = StringIO()
    console = Console(file=out, force_terminal=True, highlight=False, soft_wrap=True)
    for row in lines:
        console.print(Text.assemble(*row))
    return out.getvalue()


def _finding(one: Diagnostic, line: LineOf) -> Iterator[_Line]:
    style = _STYLES[one.severity]
    span = one.span
    yield (
        (f"{span.file}:{span.line}:{span.column}:", "bold"),
        " ",
        (one.code, style),
        f" {_weight(one.severity)}{_visible(one.message)}",
    )
    yield from _source(span, line(span.file, span.line), style)
    if one.hint:
        yield ("  gợi ý: ", "green"), _visible(one.hint)
    for other in one.related:
        place = f"{other.span.file}:{other.span.line}:{other.span.column}"
        yield ("  xem: ", "cyan"), f"{place}: {_visible(other.message)}"


def _source(span: Span, source: str, style: str) -> Iterator[_Line]:
    """The line of the place and marks under it; nothing where the line is blank."""
    if not source.strip():
        return
    from rich.cells import cell_len  # noqa: PLC0415 - clean data have nothing to point at

    start = min(span.column - 1, len(source))
    end = span.end_column - 1 if span.end_line == span.line else len(source.rstrip())
    end = max(min(end, len(source)), start + 1)
    first = max(0, start - _BEFORE) if len(source) > _SHOWN else 0
    shown = source[first : first + _SHOWN]
    left, right = "…" if first else "", "…" if len(source) > first + _SHOWN else ""
    before = cell_len(left + _visible(source[first:start]))
    marked = max(1, cell_len(_visible(source[start : min(end, first + _SHOWN)])))
    gutter = f"{span.line:>5} │ "
    yield (gutter, "dim"), f"{left}{_visible(shown)}{right}"
    yield (" " * 5 + " │ ", "dim"), " " * before, ("^" * marked, style)


def _visible(text: str) -> str:
    """Control characters, which would move the cursor, as a sign one cell wide."""
    return "".join(
        character if character.isprintable() else ("\ufffd" if character != "\t" else " ")
        for character in text
    )


def _weight(severity: Severity) -> str:
    """What an error need not say, its colour and the exit code do."""
    return "" if severity is Severity.ERROR else f"({SEVERITY_NAMES[severity]}) "


def _summary(summary: Summary) -> Iterator[_Line]:
    found = [(words, _STYLES[severity]) for words, severity in counts(summary)]
    pieces: list[str | tuple[str, str]] = []
    for piece in found or [(NONE_FOUND, "bold green")]:
        pieces += [piece, ", "]
    yield (*pieces[:-1], f" trong {scope(summary)}.")
    if left := unchecked(summary):
        yield (left,)
