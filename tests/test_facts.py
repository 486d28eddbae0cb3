"""Every fact of the two official plans stands in the data, where its row says.

``tests/facts/<plan>.tsv`` has a row for each: the clause of the printed plan, the words, where they
are kept (``file#path``; a list is entered by number or by an item's ``id``) and whether a reader of
the Kế hoạch sees them (``text``) or they live in the data alone (``data``). What a reader sees is
read back out of the Word file.
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from kehoach_cli.drafting.plan_document import plan_document
from kehoach_cli.drafting.templates import resource
from kehoach_cli.workspace import load
from kehoach_cli.writers import WRITERS

ROOT = Path(__file__).parents[1]
FACT_FILES = sorted((ROOT / "tests" / "facts").glob("*.tsv"))
WHERE = {"text", "data"}


@dataclass(frozen=True, slots=True)
class Fact:
    clause: str
    fact: str
    path: str
    where: str


def read_facts(file: Path) -> tuple[Fact, ...]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Fact(**row) for row in rows)


@cache
def read_yaml(name: str) -> Any:
    text = (ROOT / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - builds text, lists and maps only


def enter(value: Any, step: str) -> Any:
    if isinstance(value, dict):
        return value[step]
    if step.isdigit():
        return value[int(step)]
    return next(item for item in value if item["id"] == step)


def as_one_line(text: str) -> str:
    return " ".join(text.split())


def as_printed(value: str) -> str:
    """A day as documents write it (NĐ 30/2020, PL I.II.4.b): 05/02/2026, but 05/7/2026."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return as_one_line(value)
    months_with_zero = 2
    month = f"{day.month:02}" if day.month <= months_with_zero else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def kept_words(path: str) -> str:
    name, _, steps = path.partition("#")
    value = read_yaml(name)
    for step in steps.split("."):
        value = enter(value, step)
    assert isinstance(value, str), f"{path} is no single value"
    return f"{as_one_line(value)} {as_printed(value)}"


def missing_facts(facts: tuple[Fact, ...]) -> list[str]:
    missing = []
    for row in facts:
        try:
            kept = kept_words(row.path)
        except (LookupError, StopIteration, FileNotFoundError):
            missing.append(f"{row.clause}: nothing at {row.path}")
            continue
        if row.fact not in kept:
            missing.append(f"{row.clause}: «{row.fact}» is not in {row.path}")
    return missing


@pytest.mark.parametrize("file", FACT_FILES, ids=lambda file: file.stem)
def test_every_fact_stands_where_its_row_says(file: Path) -> None:
    assert missing_facts(read_facts(file)) == []


def printed_words(plan_id: str) -> str:
    """All text of the plan's Word file, body, tables, headers and footers, as one line."""
    ws = load(ROOT)
    folder = ws.folder(plan_id)
    assert folder is not None
    out = BytesIO()
    document = plan_document(ws, folder, date(2026, 11, 21))
    WRITERS["docx"].write(document, out, resource("reference.docx", ROOT))
    paragraphs = docx.Document(out).element.body.iter(f"{{{WORD}}}p")
    texts = ("".join(text_of(node) for node in paragraph.iter()) for paragraph in paragraphs)
    return as_one_line(" ".join(texts))


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def text_of(node: Any) -> str:
    if node.tag == f"{{{WORD}}}t":
        return str(node.text)
    return " " if node.tag in {f"{{{WORD}}}br", f"{{{WORD}}}tab"} else ""


@pytest.mark.parametrize("file", FACT_FILES, ids=lambda file: file.stem)
def test_every_fact_that_a_reader_sees_is_printed(file: Path) -> None:
    printed = printed_words(file.stem)
    seen = [row for row in read_facts(file) if row.where == "text"]
    assert [f"{row.clause}: {row.fact}" for row in seen if row.fact not in printed] == []


@pytest.mark.parametrize("file", FACT_FILES, ids=lambda file: file.stem)
def test_rows_are_whole_and_no_row_stands_twice(file: Path) -> None:
    facts = read_facts(file)
    assert {row.where for row in facts} <= WHERE
    assert all(row.clause and row.fact and row.path for row in facts)
    assert len(set(facts)) == len(facts)
    text = file.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


def test_both_plans_have_their_facts() -> None:
    plans = {folder.name for folder in (ROOT / "data" / "plans").iterdir()}
    assert {file.stem for file in FACT_FILES} == plans


def test_an_unknown_place_and_a_changed_word_are_told_apart() -> None:
    nowhere = Fact("I", "Đắk Lắk", "kehoach.yaml#province.nobody", "data")
    changed = Fact("I", "Đăk Lăk", "kehoach.yaml#province.name", "data")
    assert missing_facts((nowhere, changed)) == [
        "I: nothing at kehoach.yaml#province.nobody",
        "I: «Đăk Lăk» is not in kehoach.yaml#province.name",
    ]


def test_all_communes_are_kept_once() -> None:
    communes = read_yaml("data/communes.yaml")
    wards = [commune for commune in communes if commune["id"].startswith("phuong-")]
    assert (len(communes), len(wards)) == (102, 14)
    assert len({commune["id"] for commune in communes}) == len(communes)
    assert len({commune["code"] for commune in communes}) == len(communes)
