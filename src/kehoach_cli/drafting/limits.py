"""How much a template may do, and the words for one that wants more.

They stand here alone, so that the rule «template-too-much» has them without Jinja.
"""

from __future__ import annotations

from collections.abc import Mapping

RULE = "template-too-much"
"""The rule of templates beyond a limit."""

MOST_STEPS = 50_000
"""Turns of all loops and calls of macros in one text."""

MOST_SIZE = 2_000_000
"""Characters of one text, or of a list with all that it holds; each member counts as ten."""

MOST_WORK = 10_000_000
"""The same for all that a text makes, compares and prints while it is rendered."""

TOO_MANY_STEPS = f"mẫu lặp quá {MOST_STEPS:,} lần nên dừng lại".replace(",", ".")
TOO_BIG = "mẫu tạo ra văn bản hoặc danh sách quá lớn nên dừng lại"
TOO_LARGE = "phép nhân, lũy thừa hay chia lấy dư chỉ dùng cho số không quá lớn"
NESTED = "khối gọi lại chính nó không dứt, hoặc lồng nhau quá sâu"

HINTS: Mapping[str, str] = {
    TOO_MANY_STEPS: "bỏ bớt vòng lặp lồng nhau, hoặc lặp trên danh sách ngắn hơn",
    TOO_BIG: "không nối, nhân đôi chữ hay danh sách trong vòng lặp",
    TOO_LARGE: "tính sẵn con số trong dữ liệu, mẫu chỉ in ra",
    NESTED: "bỏ chỗ khối gọi lại chính nó, bớt tầng lồng nhau",
}
"""Each sentence, and how to go on."""
