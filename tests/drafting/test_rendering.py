from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator

import jinja2.compiler
import jinja2.lexer
import jinja2.parser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.document.blocks import Paragraph
from kehoach_cli.document.inlines import plain
from kehoach_cli.document.markup import parse
from kehoach_cli.drafting.rendering import GENERAL, render, translate
from kehoach_cli.drafting.templates import TemplateProblem


def rendered(text: str, **names: object) -> str:
    return render(text, names, "templates/x.md.j2", 1).text


@given(st.text())
def test_any_value_stays_one_paragraph_with_its_own_words(value: str) -> None:
    text = rendered("Đầu {{ v }} cuối", v=value)
    (paragraph,) = parse(text, lambda _: ()).blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.inlines).split() == ["Đầu", *value.split(), "cuối"]


@pytest.mark.parametrize("value", ["# a", "- a", "::: bang ten=x", "1. a", "a) b", "---", "> a"])
def test_a_value_at_the_start_of_a_line_is_no_markup(value: str) -> None:
    (paragraph,) = parse(rendered("{{ v }}", v=value), lambda _: ()).blocks
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.number, plain(paragraph.inlines)) == ("", value)


def test_values_are_not_rendered_again() -> None:
    assert "{{ x }}" in rendered("{{ v }}", v="{{ x }}")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a\n\n{{ la }}", 3, "không có tên «la»"),
        ("a\n{{ v.la }}", 2, "«la» không có ở đây"),
        ("{{ v | la }}", 1, "không có bộ lọc «la»"),
        ("a\n{% if v is la %}{% endif %}", 2, "không có phép thử «la»"),
        ("a\nb {% for x in v %}", 2, "chưa đóng"),
        ("{% la %}", 1, "thẻ «la» lạ"),
        ("{{ v", 1, "mẫu hết"),
        ("{{ v.__class__ }}", 1, "không được dùng «__class__»"),
        ("\n{{ 1 // 0 }}", 2, "chia cho 0"),
        ("{{ v | ngay_dai }}", 1, GENERAL),
        ("{{ ] }}", 1, "gặp"),
        ("a\n{{ 'x' * 99999999999 }}", 2, "không quá lớn"),
        ("{{ 9 ** 9999999999 }}", 1, "không quá lớn"),
        ("{{ '%99999999999d' % 1 }}", 1, "không quá lớn"),
        ("{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}", 1, "gọi lại chính nó"),
        ("a\n{% include 'b' %}", 2, "không nạp được tệp khác"),
    ],
)
def test_a_fault_names_its_line_in_vietnamese(text: str, line: int, words: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        rendered(text, v=[])
    assert caught.value.line == line
    assert words in caught.value.problem


def test_numbers_of_ordinary_size_are_still_worked_out() -> None:
    assert rendered("{{ 6 * 7 }} {{ 7 % 4 }} {{ 2 ** 3 }}") == "42 3 8"


def test_each_line_remembers_the_line_that_it_came_from() -> None:
    text = "một\n{% for x in v %}\nhai {{ x }}\n{% endfor %}\nba\n"
    out = render(text, {"v": [1, 2]}, "t", 11)
    assert out.text.split("\n") == ["một", "hai 1", "hai 2", "ba", ""]
    assert [out.line(n) for n in range(1, 6)] == [11, 13, 13, 15, 16]


def test_a_fault_of_our_own_is_not_laid_at_the_template_s_door() -> None:
    class Faulty:
        @property
        def value(self) -> int:
            return int("x")

    with pytest.raises(ValueError, match="invalid literal"):
        rendered("{{ v.value }}", v=Faulty())


def _messages() -> Iterator[str]:
    """Every sentence that Jinja's lexer and parser can refuse a template with."""
    for module in (jinja2.lexer, jinja2.parser):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and _name(node.func) in {"fail", "TemplateSyntaxError"}:
                yield from _text(node.args[0])


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _text(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = (
            str(part.value) if isinstance(part, ast.Constant) else "'x'" for part in node.values
        )
        yield "".join(parts).replace("''x''", "'x'")


def test_every_refusal_of_jinja_has_vietnamese_words() -> None:
    found = sorted(set(_messages()))
    assert len(found) > 15
    assert [m for m in found if translate(jinja2.TemplateError(m)) == GENERAL] == []
