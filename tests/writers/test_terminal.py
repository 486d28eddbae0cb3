from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Console

from kehoach_cli.document.blocks import Cell, Column, Paragraph, Role, Row, Table, Text
from kehoach_cli.writers.terminal import write_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kehoach_cli.document.blocks import Block
    from kehoach_cli.document.frame import Document


def shown(blocks: Iterable[Block], width: int = 90, *, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    write_terminal(blocks, console)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def test_a_whole_plan(plan: Document, golden: Callable[[str, str], None]) -> None:
    golden("terminal/plan.txt", shown(plan.blocks))


def test_nothing_is_read_as_code() -> None:
    assert shown([Paragraph(Role.BODY, (Text("[bold]Sở[/] :smile:"),))]) == "[bold]Sở[/] :smile:\n"


def test_looks_show_on_a_terminal() -> None:
    block = Paragraph(Role.DASH, (Text("a"), Text("b", bold=True, italic=True)), number="-")
    assert shown([block], colour=True) == "- a\x1b[1;3mb\x1b[0m\n"


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


def test_on_a_narrow_screen_cells_stand_one_below_the_other() -> None:
    columns = tuple(Column(key, title, 20) for key, title in (("a", "Mã"), ("b", "Thời hạn")))
    rows = (
        Row((Cell("Kế hoạch mẫu", bold=True),), group=True),
        Row((Cell("nv-1"), Cell("Quý IV/2027"))),
        Row((Cell("nv-2"), Cell(None))),
    )
    table = Table(name="bang", columns=columns, rows=rows)
    assert shown([table], width=19) == (
        "\nKế hoạch mẫu\n\nMã: nv-1\n  Thời hạn: Quý\nIV/2027\n\nMã: nv-2\n"
    )
    assert shown([table], width=40).startswith("Mã             Thời hạn\n")
