"""The runner: findings of templates show their line too, and equal findings are said once."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from kehoach_cli.rules.base import Context
from kehoach_cli.rules.run import findings
from kehoach_cli.workspace import load

BASE = Path(__file__).parents[1] / "workspaces" / "base"
TEMPLATE = Path(__file__).parents[2] / "templates" / "ke-hoach.md.j2"


def test_the_line_of_a_template_fault_can_be_shown(tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "ws")
    own = root / "templates" / TEMPLATE.name
    own.parent.mkdir()
    own.write_text(TEMPLATE.read_text("utf-8") + "{{ khong_co }}\n", encoding="utf-8")
    ctx = Context(load(root), date(2027, 6, 30))
    (found,) = findings(ctx)
    assert found.code == "KH515"
    line = ctx.text_of(found.span.file).split("\n")[found.span.line - 1]
    assert line == "{{ khong_co }}"


def test_a_file_that_is_not_there_has_no_text() -> None:
    assert Context(load(BASE), date(2027, 6, 30)).text_of("data/la.yaml") == ""
