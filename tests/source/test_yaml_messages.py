from __future__ import annotations

import ast
import inspect
import unicodedata
from collections.abc import Iterator

import pytest
import yaml

from kehoach_cli.source.messages import CONTEXTS, PROBLEMS, UNKNOWN_PROBLEM, translate
from kehoach_cli.source.syntax import REFUSALS

MODULES = [yaml.scanner, yaml.parser, yaml.reader, yaml.composer]
ERRORS = {"ScannerError", "ParserError", "ReaderError", "ComposerError"}


def raised_strings(module: object) -> Iterator[tuple[int, str]]:
    """Position of the argument and the English text before what was found."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):  # type: ignore[arg-type]
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS:
            for index, argument in enumerate(node.args):
                value = argument.left if isinstance(argument, ast.BinOp) else argument
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield index, value.value


ALL = sorted({(index, said) for module in MODULES for index, said in raised_strings(module)})
COMPOSER_CONTEXTS = {known for known in PROBLEMS if known.startswith(("expected a s", "found d"))}


@pytest.mark.parametrize("said", [said for index, said in ALL if index == 2])
def test_every_problem_of_pyyaml_has_its_vietnamese(said: str) -> None:
    before = said.split("%", maxsplit=1)[0].strip(" '")
    assert any(said.startswith(known) or known.startswith(before) for known in PROBLEMS)
    assert translate(said) != UNKNOWN_PROBLEM


@pytest.mark.parametrize("said", [said for index, said in ALL if index == 0])
def test_every_context_of_pyyaml_has_its_vietnamese(said: str) -> None:
    before = said.split("%", maxsplit=1)[0].strip()
    assert any(known.startswith(before) for known in (*CONTEXTS, *COMPOSER_CONTEXTS))


def test_the_sources_were_really_read() -> None:
    assert len(ALL) > 40


@pytest.mark.parametrize("table", [PROBLEMS, CONTEXTS, REFUSALS])
def test_sentences_are_vietnamese_in_nfc_and_end_without_a_full_stop(table: dict[str, str]) -> None:
    for sentence in table.values():
        assert unicodedata.is_normalized("NFC", sentence)
        assert not sentence.endswith(".")
        assert not sentence or any(
            ord(letter) > 0x1E00 or letter in "ữđăơưêôâ" for letter in sentence
        )


def test_what_is_not_in_the_table_gets_a_general_sentence() -> None:
    assert translate("a new sentence of a later libyaml") == UNKNOWN_PROBLEM
    assert translate(None) == UNKNOWN_PROBLEM


def test_the_context_is_said_after_the_problem() -> None:
    assert translate(
        "found unknown escape character 'q'", "while scanning a double-quoted scalar"
    ) == (PROBLEMS["found unknown escape character"] + ", khi đang đọc chuỗi trong dấu nháy kép")
