from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vn.text import (
    POINT_LETTERS,
    fold,
    is_nfc,
    join_vi,
    nearest,
    nfc,
    point_letter,
    roman,
)


def test_decomposed_text_is_told_from_composed_and_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Đắk Lắk")
    assert not is_nfc(decomposed)
    assert nfc(decomposed) == "Đắk Lắk"
    assert is_nfc("Đắk Lắk")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Sở Khoa học và Công nghệ", "so khoa hoc va cong nghe"),
        ("  ĐẮK \u00a0 LẮK\n", "dak lak"),
        ("Ea H’leo", "ea h'leo"),
        ("2026 – 2030", "2026 - 2030"),
    ],
)
def test_folding_drops_case_marks_and_spare_spaces(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(alphabet="aàảãáạđĐơƯ ’–.\n"))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Đăk Lăk", "Đắk Lắk"),
        ("so-khcnn", "so-khcn"),
        ("Sở khoa học & công nghệ", "Sở Khoa học và Công nghệ"),
        ("Bộ Quốc phòng", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_found_or_none(word: str, meant: str | None) -> None:
    names = ["Đắk Lắk", "so-khcn", "so-tc", "Sở Khoa học và Công nghệ"]
    assert nearest(word, names) == meant


def test_of_choices_that_fold_alike_the_first_is_nearest() -> None:
    assert nearest("ban do", ["Bản đồ", "Bán đo"]) == "Bản đồ"


def test_points_are_lettered_as_the_decree_does() -> None:
    letters = [point_letter(n) for n in range(1, 24)]
    assert letters == list("abcdđeghiklmnopqrstuvxy")
    assert "".join(letters) == POINT_LETTERS


@pytest.mark.parametrize("n", [0, -1, 24])
def test_there_is_no_letter_outside_the_alphabet(n: int) -> None:
    with pytest.raises(ValueError, match="no letter"):
        point_letter(n)


@pytest.mark.parametrize(
    ("n", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (3999, "MMMCMXCIX")]
)
def test_roman_numerals(n: int, numeral: str) -> None:
    assert roman(n) == numeral


@pytest.mark.parametrize("n", [0, 4000])
def test_there_is_no_roman_numeral_outside_its_range(n: int) -> None:
    with pytest.raises(ValueError, match="no Roman"):
        roman(n)


@pytest.mark.parametrize(
    ("words", "row"),
    [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_words_in_a_row(words: list[str], row: str) -> None:
    assert join_vi(words) == row
