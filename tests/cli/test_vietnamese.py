"""No English sentence of typer reaches a user."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from kehoach_cli.cli.vietnamese import LABELS, REFUSALS, translate_refusal

TYPER = Path(typer.__file__).parent

SPOKEN_OTHERWISE = {
    "Missing parameter: 2",  # the exception's own text, never shown
    "Missing 22.",  # shown as «Missing option '--year'.», tried below
    "Missing 22. 2",  # the same with possible values, which none of our options has
    "Option 2 requires 2",  # shown as «requires an argument.», tried below
}
"""What the parser puts together from pieces that stand elsewhere."""


def marked_for_gettext() -> Iterator[str]:
    for path in TYPER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"_", "gettext"}:
                yield str(ast.literal_eval(node.args[0]))


def test_every_label_that_typer_marks_has_a_translation() -> None:
    assert set(marked_for_gettext()) == set(LABELS)


def raised_texts() -> Iterator[str]:
    """The literal parts of everything that typer's parser refuses a command line with."""
    for name in ("_click/parser.py", "_click/exceptions.py", "_click/core.py"):
        for node in ast.walk(ast.parse((TYPER / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                text = "".join(
                    part.value if isinstance(part, ast.Constant) else "2"  # type: ignore[misc]
                    for part in node.values
                )
                if text.startswith(("Missing ", "No such ", "Option ", "Argument ", "Got ")):
                    yield text


@pytest.mark.parametrize("text", sorted(set(raised_texts())))
def test_every_refusal_of_the_parser_is_translated(text: str) -> None:
    if text in SPOKEN_OTHERWISE:
        return
    assert translate_refusal(text) != text


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("Missing option '--year'.", "thiếu tùy chọn --year"),
        ("Missing argument 'MÃ_LỖI'.", "thiếu tham số «MÃ_LỖI»"),
        (
            "No such option: --foo (Possible options: --format, --root)",
            "không có tùy chọn «--foo»; có phải là --format, --root?",
        ),
        ("Option '--as-of' requires an argument.", "tùy chọn --as-of cần một giá trị"),
        ("Option '--strict' does not take a value.", "tùy chọn --strict không nhận giá trị"),
        ("Got unexpected extra argument(s) (a b)", "thừa tham số «a b»"),
        (
            "không có lệnh 'valdate'. Did you mean 'validate'?",
            "không có lệnh «valdate»; có phải là 'validate'?",
        ),
        ("Invalid value for '--as-of': «x» không phải là ngày", "--as-of: «x» không phải là ngày"),
        ("câu của chúng tôi", "câu của chúng tôi"),
    ],
)
def test_refusals_read_as_vietnamese(english: str, vietnamese: str) -> None:
    assert translate_refusal(english) == vietnamese


def test_every_pattern_is_used() -> None:
    assert len({pattern().pattern for pattern, _ in REFUSALS}) == len(REFUSALS)
