"""A table as CSV: what Excel would compute stays text."""

from __future__ import annotations

import csv
import io

import pytest

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.writers.csv import table_csv


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_no_text_becomes_a_formula(sign: str) -> None:
    table = Table("bang", (Column("a", "A", 40),), (Row((Cell(f"{sign}1+2"),)), Row((Cell(-3),))))
    text = table_csv(table).decode("utf-8-sig")
    assert [*csv.reader(io.StringIO(text))][1:] == [[f"'{sign}1+2"], ["-3"]]
