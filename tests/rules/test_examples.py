"""Every rule's manual page is true: its examples are loaded and give exactly what they say.

Which words, columns and related places they give stands in ``tests/golden/rules``.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.rules.conftest import told

from kehoach_cli.diagnostics import Diagnostic
from kehoach_cli.rules import CHANGE_RULES, EXCEL_RULES, FORM_RULES, LIMIT_RULES, RULES
from kehoach_cli.rules.base import Context, Rule
from kehoach_cli.rules.page import Example, examples
from kehoach_cli.rules.run import findings
from kehoach_cli.workspace import load

AS_OF = date(2027, 6, 30)
BASE = Path(__file__).parents[1] / "workspaces" / "base"

RULES_HERE = [
    rule
    for rule in RULES
    if rule not in FORM_RULES  # their examples are Word files: tests/exchange/docx
    if rule not in EXCEL_RULES  # their examples are Excel files: tests/exchange/forms
    if rule not in LIMIT_RULES  # a command stops at them: tests/cli/test_limits.py
    if rule not in CHANGE_RULES  # their examples are edits: tests/rules/test_change_pages.py
]


def lay_out(example: Example, root: Path) -> None:
    shutil.copytree(BASE, root)
    for name, text in example.files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="surrogateescape", newline="")
    written = {path.relative_to(root).as_posix() for path in root.rglob("*")}
    if not written >= dict(example.files).keys():
        pytest.skip("hệ tệp này không giữ được các tên của ví dụ")


def test_the_base_workspace_is_clean() -> None:
    assert findings(Context(load(BASE), AS_OF)) == []


@pytest.mark.parametrize("rule", RULES_HERE, ids=lambda rule: str(rule.CODE))
def test_examples_give_exactly_the_marked_findings(
    rule: Rule, tmp_path: Path, golden: Golden
) -> None:
    given, marked = {}, {}
    for number, example in enumerate(examples(rule), 1):
        name = f"{number} {example.verdict}"
        lay_out(example, tmp_path / name)
        given[name] = findings(Context(load(tmp_path / name), AS_OF))
        marked[name] = set(example.marks)
    assert {name: places(rule, found) for name, found in given.items()} == marked
    golden(f"rules/{rule.CODE}.txt", told(rule, given))


def places(rule: Rule, found: list[Diagnostic]) -> set[tuple[str, int]]:
    return {(one.span.file, one.span.line) for one in found if one.code == rule.CODE}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.CODE))
def test_page_shows_a_fault_a_near_miss_and_the_cure(rule: Rule) -> None:
    verdicts = {example.verdict for example in examples(rule)}
    assert verdicts == {"Sai", "Suýt nhầm", "Đúng"}
    wrong = [example for example in examples(rule) if example.verdict == "Sai"]
    assert all(example.marks for example in wrong)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.CODE for rule in RULES}) == len({rule.NAME for rule in RULES}) == len(RULES)
