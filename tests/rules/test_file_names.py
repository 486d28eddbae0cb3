"""Names of files and folders that other systems refuse, or take for one another."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Golden
from tests.rules.conftest import BASE, told
from tests.rules.test_parts import in_one_piece, surveyed
from tests.rules.test_varied import base, said

from kehoach_cli.rules import names_alike, windows_name
from kehoach_cli.rules.base import Check, Context
from kehoach_cli.source.file_names import is_reserved, refused_by_windows
from kehoach_cli.vn.text import nfc
from kehoach_cli.workspace import load

EVIDENCE = "data/plans/mau/evidence/"
CASES: dict[Check, dict[str, tuple[str, ...]]] = {
    windows_name: {
        "trong và ngoài kế hoạch": ("data/con.yaml", "data/periods/NUL.yaml", f"{EVIDENCE}Com1.x"),
        "thư mục nêu một lần": (f"{EVIDENCE}aux/1.txt", f"{EVIDENCE}aux/2.txt", f"{EVIDENCE}b/aux"),
        "ký tự, chỗ cuối": tuple(
            f"{EVIDENCE}{one}" for one in ('a"b', "a|b", "a\\b", "a.", "a ", "a\tb", " a", ".a.b")
        ),
        "thư mục của kế hoạch": ("data/plans/prn/tasks.yaml",),
        "tên thường": tuple(f"{EVIDENCE}{one}" for one in ("console", "aux1.txt", "a.con", "com")),
    },
    names_alike: {
        "dựng sẵn, dấu rời": (f"{EVIDENCE}Báo cáo.txt", f"{EVIDENCE}Ba\u0301o ca\u0301o.txt"),
        "cả hai": (f"{EVIDENCE}BÁO CÁO.txt", f"{EVIDENCE}ba\u0301o ca\u0301o.txt"),
        "ba tên": tuple(f"{EVIDENCE}{one}.txt" for one in ("bb", "bB", "BB")),
        "thư mục và tệp trong đó": (f"{EVIDENCE}A/x", f"{EVIDENCE}a/X", f"{EVIDENCE}a/y"),
        "kế hoạch": ("data/plans/MAU/plan.yaml", "data/plans/MAU/tasks.yaml"),
        "tệp chung": ("data/Agencies.yaml", "data/Partners/moi.yaml"),
        "Đ là chữ khác D": (f"{EVIDENCE}Đ.txt", f"{EVIDENCE}d.txt"),
    },
}


@pytest.mark.parametrize("rule", CASES, ids=lambda rule: str(rule.CODE))
def test_what_a_rule_says_of(rule: Check, golden: Golden) -> None:
    given = {name: said(rule, dict.fromkeys(paths, b"a")) for name, paths in CASES[rule].items()}
    golden(f"rules/rare/{rule.CODE}.txt", told(rule, given))


def test_a_file_that_is_missing_is_like_no_other() -> None:
    files = {path: data for path, data in base().items() if path != "data/agencies.yaml"}
    ctx = Context(load(BASE, {**files, "data/Agencies.yaml": b"[]"}), date(2027, 6, 30))
    assert list(names_alike.check(ctx)) == []


def test_plans_alike_are_found_part_by_part(tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "ws")
    if (root / "data/plans/MAU").exists():
        pytest.skip("hệ tệp này không phân biệt chữ hoa, chữ thường")
    shutil.copytree(root / "data/plans/mau", root / "data/plans/Mau")
    (root / "data/PLANS").mkdir()
    (root / "data/PLANS/doc.txt").write_text("a", encoding="utf-8")
    found = in_one_piece(Context(load(root), date(2027, 6, 30)))
    assert [one.finding.span.file for one in found if one.finding.code == "KH015"] == [
        "data/plans/mau/issued.md"
    ]
    assert list(surveyed(root).found) == found


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1))
def test_a_name_is_refused_for_one_reason_or_none(name: str) -> None:
    reason = refused_by_windows(name)
    assert reason in {"", "device", "sign", "end"}
    assert (reason == "device") == is_reserved(name)
    assert reason == refused_by_windows(nfc(name)) or not name.isascii()
