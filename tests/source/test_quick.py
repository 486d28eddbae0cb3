"""The quick reader gives what the parser gives, or leaves the file to it."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Final
from unicodedata import normalize

import pytest

from kehoach_cli.source import lines
from kehoach_cli.source.characters import clean
from kehoach_cli.source.fold import Data, fold
from kehoach_cli.source.lines import KNOWN, _Known
from kehoach_cli.source.quick import read_quickly

REPOSITORY = Path(__file__).parents[2]
FILES: Final = sorted(
    path
    for folder in ("data", "examples/data", "tests/workspaces")
    for path in (REPOSITORY / folder).rglob("*.yaml")
)
PIECES = (
    "- ", "-", "a: ", "b:", "c: x", "null", "~", "true", "[", "]", "{", "}", ", ", ": ", ":", " #",
    "#", '"', "'", "''", "|", "|-", ">-", ">", ">+", "|2", "\n", "\n\n", "\n  ", "\n    ", "\n- ",
    "\n  - ", "\n# x\n", " ", "  ", "x y", "12:30", "1.10", "0o7", "-1", "?", "? a", "&a", "*a",
    "!t", "%", "@", "`", "---", "...", "\\", "\t",
    "\r", "\x85", "\u0301", "\ufeff", "\x7f", "ư", "\u00a0", "<<", "<<: x", "key-1: ",
)  # fmt: skip


def agrees(text: str) -> bool:
    """Whether the quick reader read it; it must then be as the parser has it."""
    read = read_quickly(text)
    if read is None:
        return False
    assert clean(text) == text == normalize("NFC", text)
    folded = fold(text, "a.yaml")
    assert not folded.is_broken
    assert not folded.faults
    assert repr(read[0]) == repr(folded.data)
    return True


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb:\n  c: x y\n  d: ~\ne: null\nf: true\n",
        "a:\n- x\n- y\nb:\n  - z\n",
        "- a: 1\n  b: 2\n-   c: 3\n    d: 4\n",
        "a:   # why\n  b: 1 # so\nc: 'it' # and\n",
        "a: [x, y z, \"q, r\", 's', [], {k: v}]\nb: {k: [1, 2], l: 'm'}\nc: []\nd: {}\n",
        "a: >-\n  one\n  two\n\n  three\n\n\n\nb: |\n  one\n    two\n\n  three\nc: >\n  x\n",
        "a: |-\n  # no comment\n  x: y\n# a comment\nb: 1\n",
        "a: |\n    x\n\n      y\n    z\n\n# a comment\nb: >\n x\n\n\n y\n z\n",
        "a:\n  - |\n    x\n  - >-\n    y\n\n    z\n\n  - b: |-\n      x\n\n    c: 1\n",
        "- >-\n  one\n  two\n- x\n",
        "a: 12:30\nb: http://x.vn/#y\nc: 1.10\nd: 092\ne: a#b\nf: x  y\n",
        "a:\n\nb: 1\n\n\n# end",
        "a:\n  - b:\n      - c: [1]\n    d: 2\n  - e\nf: g\n",
        "a: [x\u00a0, \u3000y, z ]\nb: { c: d }\nd: |\n  \u00a0x\n  y\n",
        "a: X # c\nb: Xa # d\n",
        f"a: {'[' * 31}x{']' * 31}\n",
        "".join(f"{'  ' * depth}a:\n" for depth in range(29)) + "  " * 29 + "a: 1\n",
    ],
)
def test_house_style_is_read_quickly(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment\n",
        "a: 1\na: 2\n",
        "a: {b: 1, b: 2}\n",
        "a: x\n  y\n",
        "a: 'it''s'\n",
        'a: "x\\ty"\n',
        'a: "x\n  y"\n',
        "a: [x,\n  y]\n",
        "a: [x, ]\n",
        "a: [b: c]\n",
        "a: {b}\n",
        "a: &x 1\nb: *x\n",
        "a: !t 1\n",
        "? a\n: b\n",
        "<<: {a: 1}\n",
        "null: 1\n",
        "---\na: 1\n",
        "a: 1\n...\n",
        "a:\t1\n",
        "a: b: c\n",
        "a: -1\n",
        "a: |2\n   x\n",
        "a: |+\n  x\n\n",
        "a: >-\n  one\n    two\n  three\n",
        "a: |\n  x",
        "a: |\n  x \n  y\n",
        "a: >-\n  x\ty\n",
        "a: |\n  x\n   \n  y\n",
        "a: {null: 1}\n",
        "a: [x,\ty]\n",
        "a: x\n   \nb: y\n",
        "a: |\nb: 1\n",
        "- a\nb: 1\n",
        "a: 1\n- b\n",
        "  a: 1\n",
        "a: 1 \nb: 2\n",
        "a: 1 ",
        "true: 1\n",
        "a:\n    b: 1\n  c: 2\n",
        "- - a\n",
        "-\n  a: 1\n",
        "một: 1\n",
        '"a": 1\n',
        f"{'a' * 1025}: 1\n",
        f"- {{{'a' * 1025}: 1}}\n",
        f"a: {'[' * 32}x{']' * 32}\n",
        "".join(f"{'  ' * depth}a:\n" for depth in range(30)) + "  " * 30 + "a: 1\n",
    ],
)
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    assert read_quickly(clean(text)) is None


def test_a_file_of_millions_of_lines_is_left_to_the_parser() -> None:
    assert read_quickly("a: 1\n" + "\n" * 100_000) is None
    assert read_quickly("a: 1\n" + "\n" * 99_999) == ({"a": "1"},)


def test_equal_lines_hold_lists_and_maps_of_their_own() -> None:
    read = read_quickly("- [a]\n- [a]\n- {b: c}\n- {b: c}\n")
    assert read is not None
    assert isinstance(read[0], list)
    assert len({id(one) for one in read[0]}) == 4


@pytest.mark.parametrize("value", ["[[a]]", "[{a: b}]", "{a: [b]}", "{a: {b: c}}", "[a, [b]]"])
def test_so_do_those_within_them(value: str) -> None:
    read = read_quickly(f"- {value}\n- {value}\n")
    assert read is not None
    first, second = (insides(one) for one in read[0])  # type: ignore[union-attr]
    assert first
    assert not first & second


def insides(value: Data) -> set[int]:
    """Which lists and maps lie within."""
    if not isinstance(value, list | dict):
        return set()
    within = value.values() if isinstance(value, dict) else value
    return {id(value)}.union(*map(insides, within))


def test_no_more_lines_are_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_MOST_KNOWN", 3)
    KNOWN.clear()
    kept = [len(KNOWN) for number in range(10) if agrees(f"a{number}: 1\n")]
    assert (min(kept), max(kept)) == (2, 3)
    text = "".join(f"a{number}: {number}\n" for number in range(10)) + f"b: {'x' * 300}\nid: c\n"
    assert agrees(text)
    assert 0 < len(KNOWN) <= 3
    assert not any(line.startswith(("b: ", "id: ")) for line in KNOWN)


def test_what_was_said_of_a_text_is_kept() -> None:
    asked: list[str] = []

    def say(text: str) -> str:
        asked.append(text)
        return text.upper()

    known = _Known(say)
    assert [known["ab"], known["ab"]] == ["AB", "AB"]
    assert asked == ["ab"]


def test_nearly_all_files_of_ours_are_read_quickly() -> None:
    read = [agrees(path.read_text(encoding="utf-8")) for path in FILES]
    assert sum(read) > 0.9 * len(read)


@pytest.mark.parametrize("seed", range(20))
def test_files_with_odd_pieces_never_say_something_else(seed: int) -> None:
    draw = Random(seed)  # noqa: S311 - reproducible, not secret
    texts = [path.read_text(encoding="utf-8")[:3000] for path in draw.sample(FILES, 5)]
    read = 0
    for _ in range(150):
        text = draw.choice(texts)
        for _ in range(draw.randint(1, 3)):
            start = draw.randrange(len(text))
            end = start + draw.choice((0, 0, 1, 2, 5, 20))
            text = text[:start] + "".join(draw.choices(PIECES, k=2)) + text[end:]
        read += agrees(text)
    for _ in range(300):
        read += agrees("".join(draw.choices(PIECES, k=draw.randint(2, 14))))
    assert read
