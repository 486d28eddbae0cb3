"""Common slips: the place an officer looks at, and a sentence that says what to do."""

from __future__ import annotations

import pytest

from kehoach_cli.source.fold import fold

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", 2, 1, "gộp hai bản sửa"),
        (f"- a: 1\n{NBSP}{NBSP}b: 2\n  c: 3\n", 2, 1, "dấu cách lạ (U+00A0)"),
        (f"a: 1\nb:{NBSP}2\nc: 3\n", 2, 3, "dấu cách lạ (U+00A0)"),
        (f"b:{NBSP}2\nc: 3\n", 1, 3, "dấu cách lạ (U+00A0)"),
        ("- id: x\n   kind: duty\n", 2, 4, "thụt vào sâu hơn dòng trên"),
        ("a: Báo cáo: kết quả\n", 1, 11, "phải đặt trong dấu nháy"),
        (f"a: Báo{NBSP}cáo: kết quả\n", 1, 11, "phải đặt trong dấu nháy"),
        ("a: **đậm** chữ\n", 1, 5, "bắt đầu bằng dấu & hoặc * phải đặt trong dấu nháy"),
        ("a: * chữ\n", 1, 5, "bắt đầu bằng dấu & hoặc * phải đặt trong dấu nháy"),
        ("a: !Báo cáo\n", 1, 6, "bắt đầu bằng dấu ! phải đặt trong dấu nháy"),
        ("a: {{ x }} chữ\n", 1, 5, "bắt đầu bằng dấu { hoặc [ phải đặt trong dấu nháy"),
    ],
)
def test_a_slip_is_named_where_it_stands(text: str, line: int, column: int, words: str) -> None:
    (fault,) = fold(text, "t.yaml").faults
    span = fault.place.span
    assert span is not None
    assert (span.line, span.column) == (line, column)
    assert words in str(fault.args["problem"])


def test_an_odd_space_within_words_is_no_slip() -> None:
    assert fold(f"a: Báo{NBSP}cáo\nb: |\n {NBSP}x\n", "t.yaml").faults == ()
