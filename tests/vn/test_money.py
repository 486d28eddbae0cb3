from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vn.money import MoneyError, Unit, format_money, parse_money, with_unit


@pytest.mark.parametrize(
    ("text", "vnd"),
    [
        ("1.500 triệu đồng", 1_500_000_000),
        ("2,4 tỷ đồng", 2_400_000_000),
        ("2,40 tỉ đồng", 2_400_000_000),
        ("15.501,318 tỷ đồng", 15_501_318_000_000),
        ("800 nghìn đồng", 800_000),
        ("800 ngàn đồng", 800_000),
        ("1.000 đồng", 1_000),
        ("1.000,00 đồng", 1_000),
        ("12.500.000 đồng", 12_500_000),
        ("1200000", 1_200_000),
        ("0", 0),
        ("0 đồng", 0),
        ("0,5 Triệu Đồng", 500_000),
        ("  1.500\u00a0triệu  đồng ", 1_500_000_000),
        ("1500 trie\u0323\u0302u đo\u0302\u0300ng", 1_500_000_000),
    ],
)
def test_money_is_read_to_the_dong(text: str, vnd: int) -> None:
    assert parse_money(text) == vnd


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1.500", "no-unit"),
        ("1,5", "no-unit"),
        ("1.500 triệu", "no-unit"),
        ("2 tỷ", "no-unit"),
        ("1.5 triệu đồng", "not-money"),
        ("0.500 triệu đồng", "not-money"),
        ("1.50.000 đồng", "not-money"),
        ("-5 triệu đồng", "not-money"),
        ("007", "not-money"),
        ("1_000", "not-money"),
        ("1e6", "not-money"),
        ("100 USD", "not-money"),
        ("triệu đồng", "not-money"),
        ("", "not-money"),
        ("1" * 19, "not-money"),
        ("9" * 12 + " tỷ đồng", "not-money"),
        ("1" * 5000, "not-money"),
        ("0,5 đồng", "fraction-of-dong"),
        ("0,0001 nghìn đồng", "fraction-of-dong"),
    ],
)
def test_what_is_no_money_says_why(text: str, kind: str) -> None:
    with pytest.raises(MoneyError) as raised:
        parse_money(text)
    assert raised.value.kind == kind


@pytest.mark.parametrize(
    ("vnd", "unit", "figure"),
    [
        (1_500_000_000, "triệu đồng", "1.500"),
        (2_400_000, "triệu đồng", "2,4"),
        (1, "triệu đồng", "0,000001"),
        (0, "triệu đồng", "0"),
        (1_234_567, "đồng", "1.234.567"),
        (15_501_318_000_000, "tỷ đồng", "15.501,318"),
        (-1_500_000, "nghìn đồng", "-1.500"),
    ],
)
def test_figures_are_exact(vnd: int, unit: Unit, figure: str) -> None:
    assert format_money(vnd, unit) == figure


@pytest.mark.parametrize(
    ("vnd", "text"),
    [
        (2_400_000_000, "2,4 tỷ đồng"),
        (1_234_567_000, "1.234,567 triệu đồng"),
        (800_000, "800 nghìn đồng"),
        (1_234_567, "1.234,567 nghìn đồng"),
        (999, "999 đồng"),
        (0, "0 đồng"),
        (-3_000_000, "-3 triệu đồng"),
    ],
)
def test_the_natural_unit_leaves_few_decimals(vnd: int, text: str) -> None:
    assert with_unit(vnd) == text


UNITS: list[Unit] = ["tỷ đồng", "triệu đồng", "nghìn đồng", "đồng"]


@given(st.integers(0, 10**18 - 1), st.sampled_from(UNITS))
def test_money_survives_format_and_parse(vnd: int, unit: Unit) -> None:
    assert parse_money(f"{format_money(vnd, unit)} {unit}") == vnd
    assert parse_money(with_unit(vnd)) == vnd


@given(st.text())
def test_any_text_is_money_or_a_money_error(text: str) -> None:
    with suppress(MoneyError):
        assert parse_money(text) >= 0
