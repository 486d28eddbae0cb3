"""The tables of rules that check no data: loaded when one of them is first asked for."""

from __future__ import annotations

import re

import pytest

from kehoach_cli import rules
from kehoach_cli.rules import every

TABLES = ["CHANGE_RULES", "EXCEL_RULES", "FORM_RULES", "LIMIT_RULES", "RULES"]


@pytest.mark.parametrize("name", TABLES)
def test_are_those_of_their_module(name: str) -> None:
    assert rules.__getattr__(name) is getattr(every, name)


def test_others_are_refused_as_python_does() -> None:
    said = "module 'kehoach_cli.rules' has no attribute 'KHONG_CO'"
    with pytest.raises(AttributeError, match=f"^{re.escape(said)}$"):
        rules.KHONG_CO  # noqa: B018
