"""New lines are typed as their likes: steps, brackets, blocks, widths, depth."""

from __future__ import annotations

import pytest

from kehoach_cli.diagnostics import DataPath
from kehoach_cli.errors import EditRefused
from kehoach_cli.source.edit import Append, Operation, Remove, Set, compose, edit
from kehoach_cli.source.fold import MAX_DEPTH, Data


def change(text: str, *operations: Operation) -> str:
    return edit(text, "a.yaml", operations)


def nested(depth: int) -> Data:
    value: Data = "x"
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("text", "item", "added"),
    [
        ("- a: [x]\n- a: [x]\n- a:\n  - x\n", {"a": ["z"]}, "- a: [z]\n"),
        ("- a: [x]\n- a:\n  - x\n- a:\n  - x\n", {"a": ["z"]}, "- a:\n  - z\n"),
        ("- a: [x]\n- a:\n  - x\n", {"a": ["z"]}, "- a:\n  - z\n"),
        ("- a: [x]\n- b: [x]\n- c:\n  - x\n", {"c": ["z"]}, "- c:\n  - z\n"),
        ("- a: [x]\n- b: [x]\n- c:\n  - x\n", {"d": ["z"]}, "- d: [z]\n"),
        ("- - x\n  - y\n- [x]\n- [y]\n", ["z"], "- [z]\n"),
        ("- - x\n  - y\n- - x\n- [y]\n", ["z"], "- - z\n"),
        ("- {a: x}\n- b: [x]\n", ["z"], "- - z\n"),
        ("- ? a\n  : b: 1\n", {"x": {"y": "z"}}, "- x:\n    y: z\n"),
    ],
)
def test_brackets_stand_where_most_likes_have_them(text: str, item: Data, added: str) -> None:
    assert change(text, Append((), item)) == text + added


@pytest.mark.parametrize(("letters", "is_flow"), [(92, True), (93, False)])
def test_brackets_go_where_the_line_would_be_too_long(letters: int, is_flow: bool) -> None:  # noqa: FBT001
    word = "x" * letters
    expected = f"bc: [{word}, y]" if is_flow else f"bc:\n  - {word}\n  - y"
    assert change("a: [x]\nbc: null\n", Set(("bc",), [word, "y"])) == f"a: [x]\n{expected}\n"


def test_maps_take_the_step_of_the_file_and_dashes_take_two() -> None:
    text = "a:\n    b: 1\n    c:\n        d: 1\n"
    new = (
        Set(("e",), {"f": {"g": "1"}}),
        Append(("l",), {"m": {"n": "1"}}),
        Append(("l",), ["o", "p\nq"]),
    )
    assert change(text, *new) == (
        f"{text}e:\n    f:\n        g: 1\nl:\n  - m:\n        n: 1\n"
        "  - - o\n    - |-\n      p\n      q\n"
    )


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("a: x\n", "b\nc", "a: |-\n  b\n  c\n"),
        ("a: x\n", "b \nc", 'a: "b \\nc"\n'),
        ("a: x\n", " b\nc", 'a: " b\\nc"\n'),
        ("a: x\n", "b\ufeff\nc", 'a: "b\\uFEFF\\nc"\n'),
        ("a: x\n", "b\x7f\nc", 'a: "b\\u007F\\nc"\n'),
        ("a: x\n", "\tb\nc", 'a: "\\tb\\nc"\n'),
        ("a: x\n", "\u00a0b\nc", 'a: "\u00a0b\\nc"\n'),
        ("a: |\n  x\n\n\nb: 1\n", "2", "a: |-\n  2\n\n\nb: 1\n"),
        ("a: |\n  x", "2", "a: |-\n  2\n"),
        ("a: |\nb: 1\n", "z", "a: |-\n  z\nb: 1\n"),
    ],
)
def test_blocks_hold_what_their_reader_can_see(text: str, value: str, expected: str) -> None:
    assert change(text, Set(("a",), value)) == expected


def test_folded_words_are_never_cut() -> None:
    value = "một-hai-ba-bốn " * 9 + "năm\n"
    row = " ".join(["một-hai-ba-bốn"] * 6)
    rest = " ".join(["một-hai-ba-bốn"] * 3)
    assert change("a: >\n  x\n", Set(("a",), value)) == f"a: >\n  {row}\n  {rest} năm\n"


def test_a_word_wider_than_the_page_has_a_line_of_its_own() -> None:
    word = "x" * 120
    assert change("a: >\n  x\n", Set(("a",), f"{word} y\n")) == f"a: >\n  {word}\n  y\n"


def test_between_brackets_values_and_keys_keep_or_get_their_quotes() -> None:
    text = "a: {b: [c], d: 'e'}\n"
    new = (Set(("a", "d"), "f g"), Set(("a", "b", 0), "h: i"))
    assert change(text, *new) == "a: {b: [\"h: i\"], d: 'f g'}\n"
    assert change("a: {x: 1}\nb: {x: 2}\n", Set(("b",), {"d, e": "1"})) == (
        'a: {x: 1}\nb: {"d, e": "1"}\n'.replace('"1"', "1")
    )


@pytest.mark.parametrize(
    ("text", "path", "value", "added"),
    [
        ("a:\n  - x\n\n  - y\n", ("a",), "z", "\n  - z\n"),
        ("a:\n  - x\n\n  # c\n  - y\n", ("a",), "z", "\n  - z\n"),
        ("a:\n  - x\n  - y\n", ("a",), "z", "  - z\n"),
        ("a:\n  - b: 1\n    c: 2\n\n  - b: 3\n", ("a",), {"b": "4"}, "\n  - b: 4\n"),
    ],
)
def test_items_stand_apart_as_the_last_two_do(
    text: str, path: DataPath, value: Data, added: str
) -> None:
    assert change(text, Append(path, value)) == text + added


def test_a_key_needs_quotes_only_where_it_stands() -> None:
    assert change("a: 1\n", Set(("b, c",), "2")) == "a: 1\nb, c: 2\n"
    assert change("{a: 1}\n", Set(("b, c",), "2")) == '{a: 1, "b, c": 2}\n'


def test_a_map_stands_in_as_most_do() -> None:
    text = "a:\n    b: 1\nc:\n  d: 1\ne:\n    f: 1\n"
    assert change(text, Set(("g",), {"h": "1"})) == f"{text}g:\n    h: 1\n"


def test_a_map_may_stand_one_column_in() -> None:
    text = "a:\n b: 1\n"
    assert change(text, Set(("c",), {"d": "1"})) == f"{text}c:\n d: 1\n"


def test_several_items_stand_apart_from_those_before_only() -> None:
    text = "a:\n  - x\n\n  - y\n"
    new = (Append(("a",), "z"), Append(("a",), "t"))
    assert change(text, *new) == f"{text}\n  - z\n  - t\n"
    keys = (Set(("c",), "3"), Append(("d",), "4"), Set(("e",), "5"))
    assert change("a: 1\n\nb: 2\n", *keys) == "a: 1\n\nb: 2\n\nc: 3\nd:\n  - 4\ne: 5\n"


class TestRefusal:
    def refused(self, text: str, *operations: Operation) -> tuple[str, str]:
        with pytest.raises(EditRefused) as raised:
            change(text, *operations)
        return raised.value.message, raised.value.hint

    def test_of_a_broken_file_says_to_mend_it_first(self) -> None:
        message, hint = self.refused("a: [b\n", Set(("a",), "1"))
        assert message.startswith("không sửa được «a.yaml»: tệp có lỗi cú pháp YAML (ngoặc [ mở")
        assert hint == "sửa lỗi đó trước; kehoach validate chỉ rõ chỗ sai"

    def test_of_two_changes_of_one_thing_says_how_many_may_be(self) -> None:
        assert self.refused("a: {b: 1}\n", Set(("a", "b"), "1x"), Remove(("a",))) == (
            "không sửa được «a.yaml»: hai thay đổi cùng nhắm vào «a.b»",
            "mỗi lần chỉ được nêu một thay đổi cho một chỗ",
        )

    def test_of_depth_begins_where_reading_ends(self) -> None:
        deepest = MAX_DEPTH - 1
        assert compose(nested(deepest)) == "- " * deepest + "x\n"
        assert change("a: 1\n", Set(("a",), nested(deepest - 1))).endswith("- x\n")
        assert self.refused("a: 1\n", Set(("a",), nested(MAX_DEPTH))) == (
            "không sửa được «a.yaml»: nội dung cần ghi lồng nhau quá sâu",
            "",
        )
        maps: Data = "x"
        for _ in range(MAX_DEPTH):
            maps = {"k": maps}
        for value in (nested(MAX_DEPTH), maps):
            with pytest.raises(EditRefused, match=r"^nội dung cần ghi lồng nhau quá sâu$"):
                compose(value)

    def test_of_a_broken_sign_says_which(self) -> None:
        assert self.refused("a: 1\n", Set(("a",), "\ud800")) == (
            "không sửa được «a.yaml»: nội dung cần ghi có ký tự hỏng (nửa cặp thay thế Unicode)",
            "",
        )

    def test_of_a_key_too_long_names_yaml(self) -> None:
        with pytest.raises(
            EditRefused, match=r"^nội dung có khoá quá dài, không ghi được vào tệp YAML$"
        ):
            compose({"k" * 2000: "x"})
