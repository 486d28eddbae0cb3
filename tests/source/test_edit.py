from __future__ import annotations

import pytest

from kehoach_cli.diagnostics import DataPath
from kehoach_cli.errors import EditRefused, KehoachError
from kehoach_cli.source.characters import clean
from kehoach_cli.source.edit import Append, Insert, Operation, Remove, Set, compose, edit
from kehoach_cli.source.fold import MAX_DEPTH, Data, fold
from kehoach_cli.source.rounds import splice
from kehoach_cli.source.splice import Splice

TASKS = """\
# đầu tệp
annex:
  title: Danh mục
tasks:
  # nhóm một
  - id: mf-01   # mã
    title: "Xây dựng"   # ghi chú
    support: [mobifone, so-tc]
    document: {number: 1/BC, date: 2027-01-01}
    due:     # chưa có
    # thuộc mf-01

  - id: mf-02
    text: |   # khối
      Dòng một
      Dòng hai

    folded: >-
      một câu dài
      gãy dòng
  # cuối danh sách

last: {a: [b: c , d], e: f}
"""


def change(text: str, *operations: Operation) -> str:
    return edit(text, "a.yaml", operations)


def becomes(before: str, after: str, *operations: Operation) -> None:
    """Only the part between ``before`` and ``after`` of TASKS is another."""
    assert TASKS.count(before) == 1
    assert change(TASKS, *operations) == TASKS.replace(before, after)


class TestSet:
    @pytest.mark.parametrize(
        ("path", "value", "before", "after"),
        [
            (("annex", "title"), "Phụ lục", "Danh mục", "Phụ lục"),
            (("tasks", 0, "id"), "x: y", "mf-01   # mã", '"x: y"   # mã'),
            (("tasks", 0, "title"), "Mới", '"Xây dựng"', '"Mới"'),
            (("tasks", 0, "title"), True, '"Xây dựng"', "true"),
            (("tasks", 0, "due"), "30/6", "due:     #", "due: 30/6     #"),
            (("tasks", 0, "due"), ["a"], "due:     #", "due: [a]     #"),
            (("tasks", 0, "support", 1), "a, b", "so-tc]", '"a, b"]'),
            (("tasks", 0, "support"), [], "[mobifone, so-tc]", "[]"),
            (("tasks", 0, "document", "date"), None, "2027-01-01", "null"),
            (
                ("tasks", 0, "document"),
                {"link": "x"},
                "{number: 1/BC, date: 2027-01-01}",
                "{link: x}",
            ),
            (("last", "a", 0, "b"), "g", "b: c ,", "b: g ,"),
            (("tasks", 1, "folded"), "ngắn", "một câu dài\n      gãy dòng", "ngắn"),
            (
                ("tasks", 1, "folded"),
                "x\n\ny",
                ">-\n      một câu dài\n      gãy dòng",
                "|-\n      x\n\n      y",
            ),
            (
                ("tasks", 1, "text"),
                "Một",
                "|   # khối\n      Dòng một\n      Dòng hai",
                "|-   # khối\n      Một",
            ),
            (
                ("tasks", 1, "text"),
                " a",
                "|   # khối\n      Dòng một\n      Dòng hai",
                '" a"   # khối',
            ),
            (
                ("tasks", 1, "text"),
                [["a"], "b"],
                " |   # khối\n      Dòng một\n      Dòng hai",
                "   # khối\n      - - a\n      - b",
            ),
            (("tasks", 1, "id"), "a\nb\n", " mf-02\n", " |\n      a\n      b\n"),
            (("annex",), "không", ":\n  title: Danh mục", ": không"),
            (("annex",), {"b": {}}, "  title: Danh mục", "  b: {}"),
            (("annex",), ["x"], ":\n  title: Danh mục", ": [x]"),
        ],
    )
    def test_replaces_a_value_and_nothing_else(
        self, path: DataPath, value: Data, before: str, after: str
    ) -> None:
        becomes(before, after, Set(path, value))

    def test_adds_a_key_behind_the_last_one(self) -> None:
        becomes(
            "due:     # chưa có\n",
            "due:     # chưa có\n    money: null\n    note:\n      a:\n        - - x\n",
            Set(("tasks", 0, "money"), None),
            Set(("tasks", 0, "note"), {"a": [["x"]]}),
        )

    def test_what_is_there_already_changes_nothing(self) -> None:
        odd = "a:   'x'  \n\n\n"
        assert change(odd, Set(("a",), "x")) == odd
        assert change(TASKS) == TASKS

    def test_a_comment_further_in_does_not_become_text(self) -> None:
        assert change("a: x\n    # sâu\n", Set(("a",), "b\nc")) == 'a: "b\\nc"\n    # sâu\n'

    @pytest.mark.parametrize(
        ("text", "value", "expected"),
        [
            ("a:\n  x # c\n", "y", "a:\n  y # c\n"),
            ("a:\n  x # c\n", {"b": "1"}, "a:\n   # c\n  b: 1\n"),
            ("a:\n  x\n", {"b": "1"}, "a:\n  b: 1\n"),
            ("a:\n  >\n  x\n", "y z", "a: y z\n"),
            ("a: 'it''s'\n", "it's two", "a: 'it''s two'\n"),
            ("a: 'x'\n", "b\tc", 'a: "b\\tc"\n'),
            ("a: x", ["b", {"c": "d"}], "a:\n  - b\n  - c: d\n"),
            ("a: |+\n  x\n\n\nb: 1\n", "y", "a: |-\n  y\nb: 1\n"),
            ("a: >\n  x\n", "y\n", "a: >\n  y\n"),
            ("a: >\n  x\n", "", 'a: ""\n'),
            ("a: []  # c\n", ["x"], "a: [x]  # c\n"),
            ("a: # c\n  # d\n  - x\n", "y\nz", 'a: "y\\nz" # c\n  # d\n'),
        ],
    )
    def test_layouts(self, text: str, value: Data, expected: str) -> None:
        assert change(text, Set(("a",), value)) == expected

    @pytest.mark.parametrize(
        ("text", "path", "expected"),
        [
            ("{a}\n", ("a",), "{a: v}\n"),
            ("{a: }\n", ("a",), "{a: v }\n"),
            ("{a: }\n", ("b",), "{a: null, b: v }\n"),
            ("{a: , }\n", ("b",), "{a: null , b: v }\n"),
            ("{a: 1,}\n", ("b",), "{a: 1, b: v}\n"),
            ("{ a: 1 }\n", ("b",), "{ a: 1, b: v }\n"),
            ("[a: 1]\n", (0, "b"), "[{a: 1, b: v}]\n"),
            ("a: {}\n", ("a", "b"), "a: {b: v}\n"),
            ("a: # c\n", ("a", "b"), "a: # c\n  b: v\n"),
            ("- x\n", (0,), "- v\n"),
            ("-\n  x\n", (0,), "-\n  v\n"),
            ("-   a: 1\n    b: 2 # c\n", (0,), "-   v # c\n"),
            ("x\n", (), "v\n"),
            ("--- {a: 1} # c\n", (), "--- v # c\n"),
            ("a:\n  b:\n", ("a", "b"), "a:\n  b: v\n"),
        ],
    )
    def test_places(self, text: str, path: DataPath, expected: str) -> None:
        assert change(text, Set(path, "v")) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", "k:\n  - x\n"),
            ("# c", "# c\nk:\n  - x\n"),
            ("---\n", "---\nk:\n  - x\n"),
            ("# c\na: 1 # d\n\n# e\n", "# c\nk:\n  - x\n\n# e\n"),
            ("[a] # c\n", " # c\nk:\n  - x\n"),
            ("--- [a]\n", "--- {k: [x]}\n"),
        ],
    )
    def test_the_whole_file(self, text: str, expected: str) -> None:
        assert change(text, Set((), {"k": ["x"]})) == expected


class TestAppend:
    def test_an_item_comes_behind_the_last_one_as_its_neighbours_are_typed(self) -> None:
        item: Data = {"id": "mf-03", "document": {"number": "2", "date": "3"}, "support": ["x"]}
        becomes(
            "      gãy dòng\n",
            "      gãy dòng\n\n  - id: mf-03\n"
            "    document: {number: 2, date: 3}\n    support: [x]\n",
            Append(("tasks",), item),
        )

    def test_several_come_in_their_order(self) -> None:
        becomes("so-tc]", "so-tc, a, b]", *(Append(("tasks", 0, "support"), x) for x in "ab"))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a:\n- x # c\n- y\n", "a:\n- v\n- x # c\n- w\n- u\n- y\n"),
            ("a: [x,  # c\n  y]\n", "a: [v, x, w, u,  # c\n  y]\n"),
            ("a:\n\n- x\n  # c\n\n- y\n", "a:\n\n- v\n\n- x\n  # c\n\n- w\n- u\n\n- y\n"),
            ("a: {b: 1}\n", None),
            ("a: []\n", None),
        ],
    )
    def test_items_may_come_in_between(self, text: str, expected: str | None) -> None:
        asked = (Insert(("a", 0), ("w", "u")), Insert(("a", -1), ("v",)))
        if expected is not None:
            assert change(text, *asked) == expected
            return
        with pytest.raises(EditRefused):
            change(text, *asked)

    @pytest.mark.parametrize("path", [(1,), (2,), (-2,), ("x",)])
    def test_nothing_comes_behind_an_item_that_is_not_there(self, path: DataPath) -> None:
        with pytest.raises(EditRefused, match="trong tệp không có"):
            change("- a\n", Insert(path, ("v",)))

    def test_an_item_that_goes_is_followed_by_nothing(self) -> None:
        with pytest.raises(EditRefused, match="cùng nhắm vào"):
            change("a: [x, y]\n", Insert(("a", 0), ("v",)), Remove(("a", 0)))

    def test_a_missing_list_is_begun_and_filled(self) -> None:
        added = "  columns: [a, b]\n"
        operations: list[Operation] = [Append(("annex", "columns"), value) for value in "ab"]
        becomes("Danh mục\n", "Danh mục\n" + added, *operations)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a:\n- x\nb: 1\n", "a:\n- x\n- v\nb: 1\n"),
            ("a:\n    - x # c\n", "a:\n    - x # c\n    - v\n"),
            ("a: []\n", "a: [v]\n"),
            ("a: [ ] # c\n", "a: [v] # c\n"),
            ("a: ~ # c\n", "a: # c\n  - v\n"),
            ("a:", "a:\n  - v\n"),
            ("a: [\n  x,  # c\n  y   # d\n]\n", "a: [\n  x,  # c\n  y, v   # d\n]\n"),
            ("a: [\n  x,  # c, d\n]\n", "a: [\n  x, v  # c, d\n]\n"),
            ("a:\n  - x\n    # thuộc x\n  # cuối\n", "a:\n  - x\n    # thuộc x\n  - v\n  # cuối\n"),
            ("a:\n  - |+\n    x\n\nb: 1\n", "a:\n  - |+\n    x\n\n  - v\nb: 1\n"),
            ("b: 1\n", "b: 1\na:\n  - v\n"),
            ("b:\n- 1: {}\n  2: {}\n", "b:\n- 1: {}\n  2: {}\na:\n- v\n"),
        ],
    )
    def test_layouts(self, text: str, expected: str) -> None:
        assert change(text, Append(("a",), "v")) == expected

    def test_nested_lists_grow_together(self) -> None:
        after = change("a:\n  - b: [x]\n", Append(("a",), {}), Append(("a", 0, "b"), "y"))
        assert after == "a:\n  - b: [x, y]\n  - {}\n"

    def test_a_new_map_can_be_filled_at_once(self) -> None:
        after = change("a: 1\n", Set(("b",), {}), Append(("b", "c"), "x"), Set(("b", "d"), "y"))
        assert after == "a: 1\nb:\n  c:\n    - x\n  d: y\n"

    def test_a_file_of_comments_becomes_a_list(self) -> None:
        assert change("# c\n\n", Append((), {"a": "b"})) == "# c\n\n- a: b\n"


class TestRemove:
    @pytest.mark.parametrize(
        ("path", "gone"),
        [
            (("tasks", 0, "title"), '    title: "Xây dựng"   # ghi chú\n'),
            (("tasks", 0, "due"), "    due:     # chưa có\n"),
            (("tasks", 0, "support", 0), "mobifone, "),
            (("tasks", 0, "support", 1), ", so-tc"),
            (("tasks", 0, "document", "date"), ", date: 2027-01-01"),
            (("last", "e"), ", e: f"),
            (("tasks", 1), TASKS[TASKS.index("  - id: mf-02") : TASKS.index("  # cuối")]),
            (("tasks", 0), TASKS[TASKS.index("  - id: mf-01") : TASKS.index("\n  - id: mf-02")]),
        ],
    )
    def test_its_lines_go_with_their_comments(self, path: DataPath, gone: str) -> None:
        assert TASKS.count(gone) == 1
        assert change(TASKS, Remove(path)) == TASKS.replace(gone, "")

    @pytest.mark.parametrize(
        ("text", "path", "expected"),
        [
            ("- a: 1\n  # về b\n  b: 2\n", (0, "a"), "- # về b\n  b: 2\n"),
            ("- a: 1 # c\n  b: 2\n", (0, "a"), "- b: 2\n"),
            ("a:\n  # trên\n  - x\n    # dưới\n# c\n", ("a", 0), "a: []\n  # trên\n# c\n"),
            ("a: [x] # c\n", ("a", 0), "a: [] # c\n"),
            ("a: [x]\n      # sâu\n", ("a", 0), "a: []\n      # sâu\n"),
            ("a: 1\n", ("a",), "{}\n"),
            ("- {a: 1}\n", (0, "a"), "- {}\n"),
            ("[a: 1]\n", (0, "a"), "[{}]\n"),
            ("[\n  x,  # c\n  y,\n]\n", (0,), "[\n  y,\n]\n"),
            ("[\n  x,  # c\n  y   # d\n]\n", (1,), "[\n  x,  # c\n]\n"),
            ("[\n  x,\n  y ]\n", (1,), "[\n  x,\n  ]\n"),
            ("[x, y, ]\n", (1,), "[x, ]\n"),
            ("{a: , b: 1}\n", ("b",), "{a: }\n"),
            ("a: 1\nb: 2", ("b",), "a: 1\n"),
        ],
    )
    def test_layouts(self, text: str, path: DataPath, expected: str) -> None:
        assert change(text, Remove(path)) == expected

    def test_items_are_counted_as_in_the_text_before(self) -> None:
        operations: list[Operation] = [
            Append(("a",), "v"),
            Remove(("a", 0)),
            Remove(("a", 2)),
            Set(("a", 1), "w"),
        ]
        assert change("a: [x, y, z]\n", *operations) == "a: [w, v]\n"

    def test_all_items_one_by_one(self) -> None:
        assert change("a:\n  - x\n  - y\n", Remove(("a", 0)), Remove(("a", 1))) == "a: []\n"


class TestBytes:
    def test_line_ends_and_byte_order_mark_stay(self) -> None:
        text = "\ufeff" + TASKS.replace("\n", "\r\n")
        after = change(text, Append(("tasks",), {"a": "x\ny"}), Remove(("annex", "title")))
        assert after.startswith("\ufeff#")
        assert after.count("\n") == after.count("\r\n") == text.count("\n") + 3

    def test_odd_line_ends_and_forbidden_characters_stay(self) -> None:
        text = "# a\x0c\rb: 1\r\nc: '\ufeff\x85'\rd: 2\r"
        assert change(text, Set(("d",), "3")) == text.replace("2", "3")
        assert change(text, Set(("e",), "3")) == text + "e: 3\r"
        assert change("\ufeff\ufeffa: 1\n", Set(("a",), "2")) == "\ufeff\ufeffa: 2\n"

    def test_a_missing_last_line_end_is_added_only_where_lines_are(self) -> None:
        assert change("a: 1\nb: 2", Set(("a",), "3")) == "a: 3\nb: 2"
        assert change("a: 1\nb: 2", Set(("c",), "3")) == "a: 1\nb: 2\nc: 3\n"

    def test_the_last_text_without_a_line_end_is_not_given_one(self) -> None:
        with pytest.raises(EditRefused, match="an toàn") as caught:
            change("a: |\n  x", Set(("b",), "y"))
        assert "xuống dòng" in caught.value.hint

    def test_doubled_keys_elsewhere_do_no_harm(self) -> None:
        assert change("a: 1\na: 2\nb: 3\n", Set(("b",), "4")) == "a: 1\na: 2\nb: 4\n"
        assert change("a: 1\na: 2\nb: 3\n", Set(("a",), "4")) == "a: 4\na: 2\nb: 3\n"


@pytest.mark.parametrize(
    ("text", "operations", "words"),
    [
        ("a: [\n", [Set(("a",), "x")], "lỗi cú pháp"),
        ("a: &x 1\nb: *x\n", [Set(("a",), "x")], "neo &"),
        ("a: 1\n", [Set(("b", "c"), "x")], "không có «b»"),
        ("a: 1\n", [Set(("a", "c"), "x")], "không có «a.c»"),
        ("a: [1]\n", [Set(("a", 1), "x")], r"không có «a\[1\]»"),
        ("a: [1]\n", [Set(("a", -1), "x")], r"không có «a\[-1\]»"),
        ("a: [1]\n", [Set(("a", "b"), "x")], "không có «a.b»"),
        ("a: 1\n", [Set((0,), "x")], r"không có «\[0\]»"),
        ("a: 1\n", [Append(("a",), "x")], "«a» không phải là danh sách"),
        ("a: 1\n", [Append(("b", "c"), "x")], "không có «b»"),
        ("a: 1\n", [Remove(("b",))], "không có «b»"),
        ("a: 1\n", [Remove(())], "không có"),
        ("a: 1\n", [Remove(("a",)), Remove(("a",))], "hai thay đổi"),
        ("a: {b: 1}\n", [Remove(("a",)), Set(("a", "b"), "x")], "hai thay đổi"),
        ("a: {b: 1}\n", [Remove(("a", "b")), Set(("a",), "x")], "hai thay đổi"),
        ("a: [1]\n", [Remove(("a", 0)), Append(("a", 0), "x")], "hai thay đổi"),
        ("a: 1\na: 2\nb: 3\n", [Remove(("a",))], "an toàn"),
        ("? a\n: 1\n? b\n", [Set(("b",), "x")], "an toàn"),
        ("? a\n: 1\n? b\n: 2\n", [Remove(("b",))], "an toàn"),
        ("a: 1\n", [Set(("k" * 1100,), "x")], "an toàn"),
        ("a: 1\n", [Set(("a",), "\ud800")], "ký tự hỏng"),
        ("a: 1\n", [Set(("a",), {"\udfff": "x"})], "ký tự hỏng"),
    ],
)
def test_what_cannot_be_done_safely_is_refused(
    text: str, operations: list[Operation], words: str
) -> None:
    with pytest.raises(EditRefused, match=words) as caught:
        change(text, *operations)
    assert isinstance(caught.value, KehoachError)
    assert "a.yaml" in caught.value.message


def test_a_value_too_deep_is_refused() -> None:
    value: Data = "x"
    for _ in range(MAX_DEPTH * 40):
        value = [value]
    with pytest.raises(EditRefused, match="quá sâu"):
        change("a: 1\n", Set(("a",), value))
    with pytest.raises(EditRefused, match="quá sâu"):
        compose(value)


class TestCompose:
    def test_the_house_style(self) -> None:
        value: Data = {
            "sender": "so-yt",
            "period": "2027",
            "document": {"number": "512/BC-SYT", "date": "2027-12-10"},
            "tasks": [{"task": "mf-07", "text": "Một\nHai\n", "due": None}, "null", [["x"], []]],
            "done": True,
        }
        assert compose(value, comment="Báo cáo\ncủa Sở Y tế") == (
            "# Báo cáo\n# của Sở Y tế\n\n"
            "sender: so-yt\nperiod: 2027\n"
            "document:\n  number: 512/BC-SYT\n  date: 2027-12-10\n"
            "tasks:\n  - task: mf-07\n    text: |\n      Một\n      Hai\n    due: null\n"
            '  - "null"\n  - - - x\n    - []\n'
            "done: true\n"
        )

    @pytest.mark.parametrize(
        ("value", "text"),
        [(None, ""), ([], "[]\n"), ("---", '"---"\n'), ("a", "a\n"), ({}, "{}\n")],
    )
    def test_small_files(self, value: Data, text: str) -> None:
        assert compose(value) == text
        assert fold(clean(text), "a.yaml").data == value

    def test_a_comment_alone(self) -> None:
        assert compose(None, comment="x\u2028y") == "# x\n# y\n"

    def test_a_key_too_long_is_refused(self) -> None:
        with pytest.raises(EditRefused, match="khoá quá dài"):
            compose({"k" * 1100: "x"})


def test_of_two_overlapping_splices_the_later_is_left_out() -> None:
    assert splice("abcd", [Splice(1, 3, "y"), Splice(0, 2, "x"), Splice(3, 3, "z")]) == "xczd"
