from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vn import collation

COMMUNES = [
    "Phường Buôn Hồ",
    "Phường Buôn Ma Thuột",
    "Phường Cư Bao",
    "Phường Đông Hòa",
    "Phường Ea Kao",
    "Phường Hòa Hiệp",
    "Phường Tân An",
    "Phường Tân Lập",
    "Phường Thành Nhất",
    "Phường Tuy Hòa",
    "Xã Buôn Đôn",
    "Xã Cuôr Đăng",
    "Xã Cư M’gar",
    "Xã Cư Pơng",
    "Xã Cư Prao",
    "Xã Cư Pui",
    "Xã Cư Yang",
    "Xã Dang Kang",
    "Xã Dliê Ya",
    "Xã Dray Bhăng",
    "Xã Dur Kmăl",
    "Xã Đắk Liêng",
    "Xã Đắk Phơi",
    "Xã Đồng Xuân",
    "Xã Đức Bình",
    "Xã Ea Bá",
    "Xã Ea Bung",
    "Xã Ea Hiao",
    "Xã Ea H’leo",
    "Xã Ea Na",
    "Xã Ea Ning",
    "Xã Ea Nuôl",
    "Xã Ea Ô",
    "Xã Ea Păl",
    "Xã Ea Phê",
    "Xã Hòa Mỹ",
    "Xã Hòa Phú",
    "Xã Hòa Sơn",
    "Xã Hòa Thịnh",
    "Xã Krông Á",
    "Xã Krông Ana",
    "Xã Krông Năng",
    "Xã Krông Nô",
    "Xã M’Drắk",
    "Xã Phú Hòa 1",
    "Xã Phú Hòa 2",
    "Xã Phú Mỡ",
    "Xã Phú Xuân",
    "Xã Tam Giang",
    "Xã Tân Tiến",
    "Xã Tây Hòa",
    "Xã Tây Sơn",
    "Xã Tuy An Bắc",
    "Xã Tuy An Đông",
    "Xã Xuân Cảnh",
    "Xã Xuân Lãnh",
    "Xã Xuân Lộc",
    "Xã Yang Mao",
]


def test_communes_sort_as_by_hand() -> None:
    by_code_point = sorted(COMMUNES)
    assert by_code_point != COMMUNES
    assert sorted(by_code_point, key=collation.key) == COMMUNES


@pytest.mark.parametrize(
    "row",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["a", "ă", "â", "b", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
        ["tan", "tàn", "tang"],
        ["bà con", "bá chủ"],
        ["bt-2", "bt-10", "bt-a"],
        ["Sở 02", "Sở 2", "Sở 3"],
        ["Zalo", "\u0416"],
        ["c", "\u010d", "d"],
        ["", "Xã"],
    ],
)
def test_each_row_is_in_order(row: list[str]) -> None:
    backwards = row[::-1]
    assert sorted(backwards, key=collation.key) == row


def test_composed_and_decomposed_names_are_the_same() -> None:
    assert collation.key("Đắk") == collation.key("Đa\u0306\u0301k")


@given(st.text(), st.text())
def test_the_order_is_total(one: str, other: str) -> None:
    a, b = collation.key(one), collation.key(other)
    assert (a < b) + (b < a) + (a == b) == 1
    assert (a == b) == (a[1] == b[1])
