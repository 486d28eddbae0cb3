"""The pages for people are true: examples load, commands run, links lead somewhere."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import typer

from kehoach_cli.cli.app import COMMANDS, GROUPS, app, function_of
from kehoach_cli.diagnostics import Severity
from kehoach_cli.drafting.templates import document_kinds
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Agreement, Commitment, Partner
from kehoach_cli.model.plan import Annex, Extension, Plan, Task, TaskFile
from kehoach_cli.model.records import (
    Closing,
    DecisionFile,
    DifficultyStep,
    Letter,
    ProposalDecision,
    ReceiptRecord,
)
from kehoach_cli.model.register import Agency, Challenge, Round, Settings
from kehoach_cli.model.report import LATE_REASON_LABELS, Report, TaskReport
from kehoach_cli.model.session import Session
from kehoach_cli.model.shape import slots
from kehoach_cli.model.status import STATES
from kehoach_cli.progress import (
    COMMITMENT_STATES,
    DIFFICULTY_STATES,
    PROPOSAL_STATES,
    RECEIPTS,
    REGISTER_STATES,
)
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.run import findings
from kehoach_cli.workspace import Workspace, load

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
DATA_MODEL = DOCS / "data-model.md"
GENERATED = {"rules.md", "statuses.md", "cli.md", "the-thuc.md"}
AS_OF = date(2027, 12, 31)
LINE = 120

PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
WRITTEN = [page for page in PAGES if page.name not in GENERATED]

CHAPTERS: list[tuple[str, list[type[Entity]]]] = [
    ("kehoach.yaml", [Settings]),
    ("data/agencies.yaml", [Agency]),
    ("data/challenges.yaml", [Challenge]),
    ("data/partners/", [Partner, Agreement, Commitment]),
    ("data/periods/", [Round]),
    ("data/plans/<kế hoạch>/plan.yaml", [Plan]),
    ("data/plans/<kế hoạch>/tasks.yaml", [Task, Annex]),
    ("data/plans/<kế hoạch>/extensions.yaml", [Extension]),
    ("data/plans/<kế hoạch>/receipts.yaml", [ReceiptRecord]),
    ("data/plans/<kế hoạch>/decisions.yaml", [ProposalDecision, DifficultyStep]),
    ("data/plans/<kế hoạch>/letters.yaml", [Letter]),
    ("data/plans/<kế hoạch>/amendments.yaml", [Amendment]),
    ("data/plans/<kế hoạch>/closings.yaml", [Closing]),
    ("data/plans/<kế hoạch>/sessions/", [Session]),
    ("data/plans/<kế hoạch>/progress/", [Report, TaskReport]),
]
"""Chapters of the page on files by how their titles begin, and the models they explain."""

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (kehoach\.yaml|data/\S+)\n(.*)", re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
PROGRAM = re.compile(r"(?:^|[\s/])(kehoach (?:[a-z]|--).*)$")


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def workspaces(tmp_path_factory: pytest.TempPathFactory) -> list[Workspace]:
    """The files of the page; a path shown twice is shown in two ways, and both hold."""
    usual: dict[str, str] = {}
    other: dict[str, str] = {}
    for _, block in BLOCK.findall(read(DATA_MODEL)):
        if found := FILE.fullmatch(block):
            (other if found[1] in usual else usual)[found[1]] = found[2]
    folders = [tmp_path_factory.mktemp("ws") for _ in range(2)]
    lay_out(usual, folders[0])
    lay_out(usual | other, folders[1])
    return [load(folder) for folder in folders]


class TestDataModel:
    """``docs/data-model.md``: together its examples are a workspace."""

    def test_examples_have_no_error(self, workspaces: list[Workspace]) -> None:
        for ws in workspaces:
            found = findings(Context(ws, AS_OF))
            assert [one for one in found if one.severity is not Severity.INFO] == []

    def test_every_key_of_every_file_is_shown(self, workspaces: list[Workspace]) -> None:
        shown = {
            (type(one), key)
            for ws in workspaces
            for located in ws.located
            for one in nested(located.value)
            for key in one.model_fields_set
        }
        known = {
            (model, slot.name)
            for model in Entity.__subclasses__()
            if model not in (TaskFile, DecisionFile)
            for slot in slots(model)
        }
        assert known - shown == set()

    def test_every_value_of_a_closed_list_is_explained(self) -> None:
        text = read(DATA_MODEL)
        values = {value for model in Entity.__subclasses__() for value in choices(model)}
        missing = {value for value in values if not re.search(rf"[`\[ ]{value}\b", text)}
        assert missing == set()

    def test_late_reasons_are_all_there(self) -> None:
        assert all(f"`{code}`" in read(DATA_MODEL) for code in LATE_REASON_LABELS)

    @pytest.mark.parametrize(
        ("heading", "models"),
        CHAPTERS,
    )
    def test_required_keys_are_named(self, heading: str, models: list[type[Entity]]) -> None:
        chapter = read(DATA_MODEL).split(f"\n## {heading}", 1)[1].split("\n## ")[0]
        paragraph = re.search(r"^Khóa bắt buộc.*?(?=\n\n|\Z)", chapter, re.MULTILINE | re.DOTALL)
        assert paragraph
        assert re.findall(r"`([a-z_]+)`(?=[,.]| *\n)", paragraph[0]) == [
            key for model in models for key in required(model)
        ]


def lay_out(files: dict[str, str], root: Path) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def nested(entity: Entity) -> Iterator[Entity]:
    yield entity
    for slot in slots(type(entity)):
        value = getattr(entity, slot.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Entity):
                yield from nested(one)


def choices(model: type[Entity]) -> Iterator[str]:
    for field in model.model_fields.values():
        yield from literals(field.annotation)


def literals(annotation: object) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from (str(value) for value in get_args(annotation))
    else:
        for inner in get_args(annotation):
            yield from literals(inner)


def required(model: type[Entity]) -> list[str]:
    return [
        field.alias or name for name, field in model.model_fields.items() if field.is_required()
    ]


class TestReadme:
    def test_two_commands_do_everything(self) -> None:
        shells = [text for kind, text in BLOCK.findall(read(README)) if kind in {"sh", "bash"}]
        assert len(shells) == 2
        first, second = (text.strip() for text in shells)
        assert first.endswith("kehoach report --year 2027")
        assert first.startswith("python3 -m venv ")
        assert "pytest" in second
        assert "\n" not in first + second

    def test_the_test_command_is_where_continuous_integration_looks_for_it(self) -> None:
        after = read(README).split("<!-- lenh-thu -->\n", 1)[1]
        found = BLOCK.search(after)
        assert found
        assert "pytest" in found[2]

    def test_pictures_are_there(self) -> None:
        pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", read(README))
        assert pictures == ["docs/images/ke-hoach.png", "docs/images/validate.svg"]
        assert all((ROOT / picture).exists() for picture in pictures)


class TestCommands:
    @pytest.mark.parametrize("name", [name for name, _, _ in COMMANDS])
    def test_every_command_has_its_help_and_an_example(self, name: str) -> None:
        text = function_of(next(module for known, _, module in COMMANDS if known == name)).__doc__
        assert text
        shows_examples(text)

    @pytest.mark.parametrize("name", ["", *GROUPS])
    def test_so_has_what_they_stand_under(self, name: str) -> None:
        shows_examples(GROUPS[name] if name else str(program().help))
        firsts = {known.split()[0] for known, _, _ in COMMANDS if " " in known}
        assert firsts == set(GROUPS)

    @pytest.mark.parametrize("name", [name for name, _, _ in COMMANDS])
    def test_every_command_is_on_the_pages(self, name: str) -> None:
        assert f"## kehoach {name}" in read(DOCS / "cli.md")
        assert f"kehoach {name}" in read(DOCS / "viec-va-lenh.md")

    def test_help_on_the_pages_is_vietnamese(self) -> None:
        text = read(DOCS / "cli.md")
        assert text.count("\nTùy chọn:\n") > len(COMMANDS)
        assert not re.search(r"^(Options|Arguments|Commands|Usage):", text, re.MULTILINE)

    @pytest.mark.parametrize("page", WRITTEN, ids=name_of)
    def test_every_command_line_parses(self, page: Path) -> None:
        for line in command_lines(read(page)):
            parses(line)


def shows_examples(text: str) -> None:
    """A line «Ví dụ:», and each command in it is one."""
    assert "Ví dụ: kehoach " in text
    for line in re.findall(r"kehoach [^·\n]+", text.split("Ví dụ: ")[1]):
        parses(line)


def command_lines(text: str) -> Iterator[str]:
    """What stands in `backticks` or on a line of a block, without the values to fill in."""
    lines = re.findall(r"`(kehoach [^`\n]+)`", text)
    for kind, block in BLOCK.findall(text):
        if kind in {"sh", "text", "console"}:
            lines += [found[1] for line in block.splitlines() if (found := PROGRAM.search(line))]
    yield from (line for line in lines if "…" not in line and "<" not in line)


@cache
def program() -> Any:
    return typer.main.get_command(app)


def parses(line: str) -> None:
    """The command exists and takes these options: typer reads the line, nothing is run.

    A line without options only names the command.
    """
    command, *rest = shlex.split(line)[1:]
    if command.startswith("--"):
        return
    found: Any = program()
    words = [command, *rest]
    while words and hasattr(found, "get_command"):
        context = found.make_context("kehoach", [], resilient_parsing=True)
        command, *words = words
        found = found.get_command(context, command)
        assert found is not None, line
    if words and words != ["--help"]:
        found.make_context(command, words)


class TestPictures:
    """``docs/images/``: what a page shows is drawn by a script, small, and told in words."""

    @pytest.mark.parametrize("page", PAGES, ids=name_of)
    def test_every_picture_is_drawn_by_the_program_and_told_in_words(self, page: Path) -> None:
        for words, target in PICTURE.findall(without_blocks(read(page))):
            assert len(words) > 8, target
            assert (page.parent / target).resolve() in drawn_pictures(), target

    def test_no_picture_lies_unused_or_weighs_much(self) -> None:
        files = {path for path in (DOCS / "images").rglob("*.*") if path.suffix != ".json"}
        assert files == drawn_pictures()
        assert sum(path.stat().st_size for path in files) < 1_500_000


def drawn_pictures() -> set[Path]:
    """What ``docs/pictures.py`` has drawn, and ``docs/the_thuc.py`` of each kind of document."""
    images = DOCS / "images"
    drawn = json.loads(read(images / "made-from.json"))
    kinds = {images / "the-thuc" / f"{kind}.png" for kind in document_kinds(ROOT)}
    return {images / name for name in drawn} | kinds


def test_every_kind_of_document_has_its_picture() -> None:
    """``python docs/the_thuc.py --pictures`` draws them."""
    drawn = {path.stem for path in (DOCS / "images" / "the-thuc").iterdir()}
    assert drawn == set(document_kinds(ROOT))


class TestPages:
    @pytest.mark.parametrize("page", PAGES, ids=name_of)
    def test_links_lead_somewhere(self, page: Path) -> None:
        for link in LINK.findall(without_blocks(read(page))):
            if link.startswith("https://"):
                continue
            target, _, anchor = link.partition("#")
            aim = (page.parent / target).resolve() if target else page
            assert aim.exists(), link
            assert not anchor or anchor in anchors(read(aim)), link

    @pytest.mark.parametrize("page", PAGES, ids=name_of)
    def test_text_is_composed(self, page: Path) -> None:
        assert unicodedata.is_normalized("NFC", read(page))

    @pytest.mark.parametrize("page", WRITTEN, ids=name_of)
    def test_lines_are_tidy_and_short_enough_to_review(self, page: Path) -> None:
        text = read(page)
        assert text == text.rstrip() + "\n"
        lines = BLOCK.sub("", text).splitlines()
        assert [line for line in lines if len(line) > LINE and "|" not in line] == []

    def test_every_page_is_on_the_index(self) -> None:
        index = read(DOCS / "index.md")
        pages = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")}
        assert {page for page in pages if f"]({page})" not in index} == {"index.md"}

    def test_decisions_are_numbered_without_gaps(self) -> None:
        numbers = [int(page.name[:4]) for page in sorted((DOCS / "decisions").glob("*.md"))]
        assert numbers == list(range(1, len(numbers) + 1))

    def test_generated_pages_are_fresh(self) -> None:
        env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        command = [sys.executable, str(DOCS / "generate.py"), "--check"]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def without_blocks(text: str) -> str:
    return re.sub(r"`[^`\n]*`", "", BLOCK.sub("", text))


def anchors(text: str) -> set[str]:
    """The anchors that a forge gives to headings."""
    titles = re.findall(r"^#+ (.+)$", BLOCK.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


class TestFigures:
    """``docs/figures.md`` and ``docs/glossary.md`` name things as the program does."""

    @pytest.mark.parametrize("state", [*STATES, *COMMITMENT_STATES], ids=lambda state: state.code)
    def test_every_state_is_explained(self, state: object) -> None:
        assert f"**{getattr(state, 'label', '')}**" in read(DOCS / "figures.md")

    @pytest.mark.parametrize(
        "state",
        [*REGISTER_STATES, *DIFFICULTY_STATES, *PROPOSAL_STATES],
        ids=lambda state: state.code,
    )
    def test_every_state_of_the_focal_agency_s_records_is_explained(self, state: object) -> None:
        assert f"**{getattr(state, 'label', '')}**" in read(DOCS / "figures.md")

    def test_every_receipt_is_explained(self) -> None:
        assert all(one.label in read(DOCS / "figures.md") for one in RECEIPTS)

    def test_the_glossary_gives_one_word_for_one_thing(self) -> None:
        rows = re.findall(r"^\| ([^|]+) \| `([^`|]+)`", read(DOCS / "glossary.md"), re.MULTILINE)
        assert len(rows) > 30
        assert len({vietnamese for vietnamese, _ in rows}) == len(rows)
        assert len({english for _, english in rows}) == len(rows)

    def test_the_glossary_uses_words_of_the_code(self) -> None:
        source = "\n".join(read(path) for path in (ROOT / "src").rglob("*.py"))
        words = set(re.findall(r"\w+", source.lower()))
        rows = re.findall(r"^\| [^|]+ \| `([^`|]+)`", read(DOCS / "glossary.md"), re.MULTILINE)
        for english in rows:
            parts = set(re.findall(r"[a-z]+", english.lower()))
            assert parts <= words, english
