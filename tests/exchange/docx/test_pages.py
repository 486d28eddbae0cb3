"""Every form rule's manual page is true: its examples are made as Word files and judged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from kehoach_cli.exchange.docx.checking import Checked
from kehoach_cli.rules import FORM_RULES
from kehoach_cli.rules.base import Rule
from kehoach_cli.rules.page import Example, examples
from kehoach_cli.rules.run import worded

CASES = [
    pytest.param(rule, example, id=f"{rule.CODE}-{number}-{example.verdict}")
    for rule in FORM_RULES
    for number, example in enumerate(examples(rule), 1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example_gives_exactly_the_marked_findings(
    rule: Rule,
    example: Example,
    plant: Callable[[str, str], bytes],
    judged: Callable[[bytes], Checked],
) -> None:
    ((file, changes),) = example.files
    data = plant(PurePosixPath(file).stem, changes.strip())
    found = [one.code for one in worded(judged(data).faults)]
    assert found.count(rule.CODE) == len(example.marks), found
    if example.verdict != "Sai":
        assert found == [], found
