from __future__ import annotations

import io
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from kehoach_cli.document.blocks import (
    Cell,
    Column,
    Paragraph,
    Role,
    Row,
    Share,
    Table,
    Tally,
    Text,
    Tone,
)
from kehoach_cli.document.cells import cell_text
from kehoach_cli.writers.terminal import plain_text, write_terminal
from kehoach_cli.writers.terminal.lines import ASCII
from kehoach_cli.writers.terminal.tables import TONES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kehoach_cli.document.blocks import Block
    from kehoach_cli.document.frame import Document

LETTERS = "ab ếợ ĐƯNG\u0301e\u0302\u0323 一👍\n-/;:\u00a0\t\x1b\u202e"
"""Of one and two cells, with marks typed apart, blanks that break and one that does not, and what
would move the cursor or turn the line."""


def shown(
    blocks: Iterable[Block], width: int = 90, *, colour: bool = False, encoding: str = "utf-8"
) -> str:
    bytes_ = io.BytesIO()
    out = io.TextIOWrapper(bytes_, encoding=encoding, errors="replace", newline="\n")
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    write_terminal(blocks, console)
    out.flush()
    return bytes_.getvalue().decode(encoding)


def test_a_whole_plan(plan: Document, golden: Callable[[str, str], None]) -> None:
    golden("terminal/plan.txt", shown(plan.blocks))
    assert plain_text(plan.blocks, 90) == shown(plan.blocks)


def test_nothing_is_read_as_code() -> None:
    assert shown([Paragraph(Role.BODY, (Text("[bold]Sở[/] :smile:"),))]) == "[bold]Sở[/] :smile:\n"


def test_looks_show_on_a_terminal_and_stay_with_their_words() -> None:
    block = Paragraph(Role.DASH, (Text("a"), Text("b c", bold=True, italic=True)), number="-")
    assert shown([block], colour=True) == "- a\x1b[1;3mb c\x1b[0m\n"
    assert shown([block], 4, colour=True) == "- a\x1b[1;3mb\x1b[0m\n\x1b[1;3mc\x1b[0m\n"


def test_what_moves_the_cursor_or_turns_the_line_is_a_blank() -> None:
    hostile = "a\x1b[2Jb\u202ec\x9bd\u2066e"
    assert shown([Paragraph(Role.BODY, (Text(hostile),))]) == "a [2Jb c d e\n"
    table = Table(name="b", columns=(Column("a", "Mã\x07", 1),), rows=(Row((Cell(hostile),)),))
    assert shown([table]) == "Mã\n────────────\na [2Jb c d e\n"


def test_a_table_without_rows_says_so(plan: Document) -> None:
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    empty = replace(table, rows=(), caption="", header_groups=(), empty="Chưa có nhiệm vụ")
    assert shown([empty]) == "Chưa có nhiệm vụ\n"
    assert "Nhiệm vụ" in shown([replace(empty, empty="")])


def test_a_merged_cell_is_shown_where_it_begins(plan: Document) -> None:
    table = plan.blocks[-1]
    assert isinstance(table, Table)
    rows = (Row((Cell("A", rows=2), Cell("B"))), Row((Cell("bị che"), Cell("C"))))
    text = shown([replace(table, rows=rows)])
    assert "A" in text
    assert "bị che" not in text


COLUMNS = (
    Column("id", "Mã", 20),
    Column("clause", "Điểm", 10, yields=2),
    Column("title", "Nội dung", 80),
    Column("due", "Thời hạn", 20, yields=1),
    Column("state", "Tình trạng", 30),
)
TASKS = Table(
    name="viec",
    columns=COLUMNS,
    rows=(
        Row((Cell("Kế hoạch mẫu", bold=True),), group=True),
        Row(
            (
                Cell("nv-1"),
                Cell("II.1"),
                Cell("Kết nối dữ liệu khám, chữa bệnh với nền tảng của tỉnh"),
                Cell("Quý IV/2027"),
                Cell("Đang thực hiện quá hạn", tone="late"),
            )
        ),
    ),
)


def test_columns_stand_side_by_side_where_there_is_room() -> None:
    assert shown([TASKS], 120).splitlines()[3] == (
        "nv-1  II.1  Kết nối dữ liệu khám, chữa bệnh với nền tảng của tỉnh  "
        "Quý IV/2027  Đang thực hiện quá hạn"
    )


def test_on_a_narrower_screen_columns_that_yield_go_below_the_running_text() -> None:
    assert shown([TASKS], 46) == (
        "Mã    Nội dung                    Tình trạng\n"
        "──────────────────────────────────────────────\n"
        "Kế hoạch mẫu\n"
        "nv-1  Kết nối dữ liệu khám, chữa  Đang thực\n"
        "      bệnh với nền tảng của tỉnh  hiện quá hạn\n"
        "      Điểm: II.1 · Thời hạn: Quý\n"
        "      IV/2027\n"
    )


def test_on_the_narrowest_cells_stand_one_below_the_other() -> None:
    assert shown([TASKS], 30) == (
        "\nKế hoạch mẫu\n"
        "\nMã: nv-1\n"
        "  Điểm: II.1\n"
        "  Nội dung: Kết nối dữ liệu\n"
        "  khám, chữa bệnh với nền tảng\n"
        "  của tỉnh\n"
        "  Thời hạn: Quý IV/2027\n"
        "  Tình trạng: Đang thực hiện\n"
        "  quá hạn\n"
    )


def test_a_word_wider_than_its_column_goes_on_below_with_its_marks() -> None:
    text = "e\u0302\u0323" * 7
    assert shown([Paragraph(Role.BODY, (Text(text),))], 5) == f"{text[:15]}\n{text[15:]}\n"


TALLY = Tally(
    "41 nhiệm vụ",
    41,
    (Share("hoàn thành", 40, "finished"), Share("chưa có báo cáo", 1, "silent")),
)
COUNTED = Paragraph(Role.BODY, (Text("41 nhiệm vụ: …"),), tally=TALLY)


def test_figures_are_bars_with_their_words_before_them() -> None:
    assert shown([COUNTED], 60).splitlines() == [
        "",
        "41 nhiệm vụ",
        f"  40 hoàn thành       {'█' * 37}░",
        f"   1 chưa có báo cáo  █{'░' * 37}",
    ]
    assert shown([COUNTED], 24).splitlines()[2:] == [
        "  40 hoàn thành",
        f"     {'█' * 18}░",
        "   1 chưa có báo cáo",
        f"     █{'░' * 18}",
    ]


def test_a_bar_is_full_only_for_the_whole() -> None:
    whole = replace(TALLY, total=40, shares=TALLY.shares[:1])
    assert shown([replace(COUNTED, tally=whole)]).endswith(f"hoàn thành  {'█' * 40}\n")


def test_in_a_pipe_figures_are_their_sentence() -> None:
    assert plain_text([COUNTED], 80) == "41 nhiệm vụ: …\n"


def test_what_the_encoding_cannot_hold_falls_to_ascii() -> None:
    text = shown([COUNTED], encoding="cp1258")
    assert "█" not in text
    assert f"#{ASCII.empty * 39}" in text
    assert "-----" in shown([TASKS], encoding="cp1258")


def test_states_have_colours_beside_their_words() -> None:
    assert set(TONES) == set(get_args(Tone))
    assert "\x1b[1;31mĐang thực hiện quá hạn\x1b[0m" in shown([TASKS], 120, colour=True)


def test_pipes_do_without_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    monkeypatch.setitem(sys.modules, "rich.text", None)
    assert plain_text([TASKS], 120).startswith("Mã")


words = st.text(LETTERS, max_size=40)
cells = st.builds(Cell, words | st.integers(), tone=st.none() | st.sampled_from(get_args(Tone)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = tuple(
        Column("a", draw(words), width, yields=width % 3)
        for width in draw(st.lists(st.integers(1, 100), min_size=1, max_size=7))
    )
    lengths = draw(st.lists(st.sampled_from([1, len(columns)]), max_size=4))
    rows = tuple(
        Row(tuple(draw(cells) for _ in range(length)), group=length == 1) for length in lengths
    )
    return Table("t", columns, rows, caption=draw(words))


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    counts = draw(st.lists(st.integers(1, 10**6), max_size=3))
    shares = tuple(Share(draw(words), count, "late") for count in counts)
    runs = (Text(draw(words)), Text(draw(words), bold=True))
    return Paragraph(
        draw(st.sampled_from([Role.BODY, Role.SECTION])),
        runs,
        draw(st.sampled_from(["", "a)"])),
        tally=Tally(draw(words), sum(counts), shares) if shares else None,
    )


@given(st.lists(tables() | paragraphs(), max_size=2), st.integers(20, 200))
def test_no_line_is_wider_than_the_screen(blocks: list[Block], width: int) -> None:
    for text in (shown(blocks, width), plain_text(blocks, width)):
        assert all(cell_len(line) <= width for line in text.split("\n"))


@given(tables(), st.integers(12, 120))
def test_no_letter_is_lost_at_any_width(table: Table, width: int) -> None:
    text = "".join(sorted(plain_text([table], width)))
    for row in table.rows:
        for cell in row.cells:
            for letter in set(cell_text(cell)) & set("ếợĐƯN一👍"):
                assert letter in text
