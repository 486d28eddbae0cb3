from __future__ import annotations

from kehoach_cli.document.blocks import Paragraph, Role, SectionBreak, Text
from kehoach_cli.document.markup import parse
from kehoach_cli.document.numbering import number


def numbers(text: str) -> list[str]:
    blocks = number(parse(text, lambda _: ()).blocks)
    return [block.number for block in blocks if isinstance(block, Paragraph)]


def test_each_level_counts_under_the_one_above() -> None:
    text = "# A\n## B\n### C\n### C\n#### D\n#### D\n## B\n### C\n# A\n## B\n1. x\nđ) y\n- z\n\nw"
    assert numbers(text) == [
        *("I.", "1.", "1.1.", "1.2.", "a)", "b)", "2.", "2.1.", "II.", "1."),
        *("1.", "đ)", "-", ""),
    ]


def test_a_second_level_without_a_first_has_one_figure() -> None:
    assert numbers("### A\n### B") == ["1.", "2."]


def test_the_fifth_point_is_d_with_a_stroke() -> None:
    assert numbers("#### x\n" * 7) == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


def test_letters_are_doubled_after_the_last() -> None:
    assert numbers("#### x\n" * 25)[-3:] == ["y)", "aa)", "bb)"]


def test_an_annex_begins_anew_and_a_given_number_is_kept_and_counted() -> None:
    title = Paragraph(Role.SECTION, (Text("A"),))
    given = Paragraph(Role.SECTION, (Text("A"),), number="Phần I.")
    blocks = number([given, title, SectionBreak(), title])
    assert [b.number for b in blocks if isinstance(b, Paragraph)] == ["Phần I.", "II.", "I."]
