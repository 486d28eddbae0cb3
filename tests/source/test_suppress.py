from __future__ import annotations

import unicodedata

import pytest

from kehoach_cli.diagnostics import Span
from kehoach_cli.source.characters import MAX_FAULTS_OF_A_KIND
from kehoach_cli.source.suppress import Suppression, suppression_faults, suppressions


def one(text: str) -> Suppression:
    (found,) = suppressions(text, "a.yaml")
    return found


def test_a_comment_covers_its_own_line() -> None:
    found = one("a: 1\ndue: x  # kehoach: bỏ qua KH204 – theo Công văn 12\nb: 2\n")
    assert found == Suppression(
        ("KH204",), "theo Công văn 12", Span("a.yaml", 2, 9, 2, 51), first_line=2, last_line=2
    )
    assert found.covers("KH204", 2)
    assert not found.covers("KH204", 3)
    assert not found.covers("KH205", 2)


def test_a_comment_alone_covers_the_next_line_with_data() -> None:
    found = one("# kehoach: bỏ qua KH204 - lý do\n\n# khác\na: 1\nb: 2\n")
    assert (found.first_line, found.last_line) == (4, 4)


def test_a_comment_with_nothing_below_covers_itself() -> None:
    assert one("a: 1\n# kehoach: bỏ qua KH204 — lý do").first_line == 2


def test_a_text_over_several_lines_is_covered_as_a_whole() -> None:
    before = one("# kehoach: bỏ qua KH701 - lý do\nid: x\n")
    assert (before.first_line, before.last_line) == (2, 2)
    block = one("# kehoach: bỏ qua KH701 - lý do\ntext: |\n  một\n  hai\n\nb: 1\n")
    assert (block.first_line, block.last_line) == (2, 4)


@pytest.mark.parametrize("sign", ["|", ">", ">-", "|+"])
def test_a_comment_may_stand_behind_the_sign_of_a_text(sign: str) -> None:
    header = one(f"text: {sign} # kehoach: bỏ qua KH701 - lý do\n  một\n  hai\n")
    assert (header.first_line, header.last_line) == (1, 3)


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_codes_are_parted_by_commas_and_any_dash_will_do(dash: str) -> None:
    found = one(f"a: 1 # kehoach: bỏ qua KH204, KH301,KH701 {dash} một – hai  \n")
    assert (found.codes, found.reason) == (("KH204", "KH301", "KH701"), "một – hai")


def test_decomposed_letters_are_understood() -> None:
    assert one(unicodedata.normalize("NFD", "# kehoach: bỏ qua KH204 – lý do")).counts


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("# kehoach: bỏ qua KH204", "no-reason"),
        ("# kehoach: bỏ qua KH204 – ", "no-reason"),
        ("# kehoach: bỏ qua", "not-understood"),
        ("# kehoach: bo qua KH204 - x", "not-understood"),
        ("#kehoach: bỏ qua KH20 - x", "not-understood"),
    ],
)
def test_without_codes_and_a_reason_it_does_not_count(comment: str, reason: str) -> None:
    found = one(f"a: 1 {comment}\n")
    assert not found.counts
    assert not found.covers("KH204", 1)
    (fault,) = suppression_faults((found,))
    assert (fault.kind, fault.args) == ("bad-suppression", {"reason": reason})
    assert fault.place.span == found.span


@pytest.mark.parametrize(
    "text",
    [
        "a: '# kehoach: bỏ qua KH204 - x'\n",
        "a: 'x # kehoach: bỏ qua KH204 - x'\n",
        'a: "x\n  # kehoach: bỏ qua KH204 - x"\n',
        "a: |\n  # kehoach: bỏ qua KH204 - x\n",
        "a: x#kehoach: bỏ qua KH204 - x\n",
        "kehoach: 1\n",
        "a: 1\n",
    ],
)
def test_what_stands_inside_a_scalar_is_no_comment(text: str) -> None:
    assert suppressions(text, "a.yaml") == ()


def test_comments_are_found_before_a_syntax_fault_and_after_a_block() -> None:
    text = "a: |\n  x\n# kehoach: bỏ qua KH204 - một\nb: 1\nc: [ # kehoach: bỏ qua KH205 - hai\n"
    assert [found.codes for found in suppressions(text, "a.yaml")] == [("KH204",), ("KH205",)]


def test_bad_comments_are_said_twenty_times_at_most() -> None:
    found = suppressions("# kehoach: x\n" * 100, "a.yaml")
    assert len(suppression_faults(found)) == MAX_FAULTS_OF_A_KIND
