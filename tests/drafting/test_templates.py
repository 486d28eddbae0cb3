from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach_cli.drafting.templates import (
    TemplateProblem,
    document_kinds,
    load_template,
    own_templates,
    read_template,
    resource,
)
from kehoach_cli.errors import TemplateError

ROOT = Path(__file__).parents[2]
HEAD = """---
kind: x
title: Văn bản
symbol: VB
scope: period
issuer: focal
subject: "{{ 1 }}: một"
filing: "Lưu: VT"
signer: GIÁM ĐỐC
---
Thân.
"""


def test_the_workspace_s_own_template_goes_first(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "bao-cao.md.j2").write_bytes(b"own")
    assert resource("bao-cao.md.j2", tmp_path) == b"own"


def test_an_editable_install_finds_the_repository_s_templates(tmp_path: Path) -> None:
    expected = (ROOT / "templates" / "reference.docx").read_bytes()
    assert resource("reference.docx", tmp_path) == expected


def test_an_installed_package_finds_its_own_templates(tmp_path: Path) -> None:
    package = tmp_path / "site" / "kehoach_cli"
    shutil.copytree(ROOT / "src" / "kehoach_cli", package)
    (package / "templates").mkdir()
    (package / "templates" / "bao-cao.md.j2").write_bytes(b"packaged")
    code = (
        "import pathlib; from kehoach_cli.drafting.templates import resource, document_kinds;"
        "root = pathlib.Path('nowhere');"
        "print(resource('bao-cao.md.j2', root), document_kinds(root))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "b'packaged' ('bao-cao',)"


def test_every_file_in_templates_is_a_kind_of_document(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "giay-moi.md.j2").write_text(HEAD, encoding="utf-8")
    kinds = document_kinds(tmp_path)
    assert {"bao-cao", "giay-moi", "ke-hoach", "cong-van-don-doc"} <= set(kinds)
    assert list(kinds) == sorted(kinds)


def test_a_missing_template_is_named_with_the_kinds_there_are(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        load_template("cong-van-la", tmp_path)
    assert caught.value.message == "không tìm thấy tệp mẫu «cong-van-la.md.j2»"
    assert "bao-cao, bao-cao-bai-toan, bien-ban-ra-soat" in caught.value.hint


def test_a_template_that_is_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "templates" / "ke-hoach.md.j2").mkdir(parents=True)
    assert load_template("ke-hoach", tmp_path).plain("symbol") == "KH"


def test_a_value_with_a_colon_cannot_break_the_head() -> None:
    template = read_template(HEAD, "t")
    assert template.head["subject"].text == "{{ 1 }}: một"
    assert (template.body, template.body_line) == ("Thân.\n", 11)


def test_windows_line_ends_are_read_alike() -> None:
    assert read_template(HEAD.replace("\n", "\r\n"), "t") == read_template(HEAD, "t")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("---\nkind", "kind", 1, "thiếu phần đầu"),
        ("signer: GIÁM ĐỐC\n", "", 1, "thiếu «signer»"),
        ("symbol: VB", "symbol: VB\nsymbool: VB", 5, "khóa lạ «symbool»"),
        ("scope: period", "scope: year", 5, "plan hoặc period"),
        ("issuer: focal", "issuer: ai", 6, "issuer hoặc focal"),
        ("scope: period", "form: thu\nscope: period", 5, "titled hoặc letter hoặc minutes"),
        ("scope: period", "form: minutes\nscope: period", 10, "khóa lạ «signer»"),
        ("symbol: VB\n", "", 1, "thiếu «symbol»"),
        ("symbol: VB", "symbol: VB\nsecretary: A", 5, "khóa lạ «secretary»"),
        ("issuer: focal", "issuer: focal ai", 6, "issuer hoặc focal"),
        ("title: Văn bản", "title: {a: b}", 3, "chữ hoặc danh sách chữ"),
        ("title: Văn bản", "title: 'Văn", 3, "sai cú pháp YAML"),
        ("title: Văn bản", "kind: y", 3, "khai báo hai lần"),
    ],
)
def test_a_wrong_head_is_said_with_its_line(old: str, new: str, line: int, words: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        read_template(HEAD.replace(old, new), "templates/x.md.j2")
    assert caught.value.line == line
    assert words in caught.value.problem
    assert f"mẫu «templates/x.md.j2», dòng {line}" in caught.value.message


def test_a_kind_must_be_the_file_s_name(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "y.md.j2").write_text(HEAD, encoding="utf-8")
    with pytest.raises(TemplateProblem, match="phải trùng tên tệp"):
        load_template("y", tmp_path)


def test_a_template_in_an_old_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "y.md.j2").write_bytes(b"---\nkind: y\ntitle: V\xa8n\n")
    with pytest.raises(TemplateProblem) as caught:
        load_template("y", tmp_path)
    assert (caught.value.line, caught.value.problem) == (3, "không phải văn bản UTF-8")


def test_a_template_that_came_with_us_is_not_the_workspace_s_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "kehoach_cli"
    for folder in (package / "templates", tmp_path / "templates"):
        folder.mkdir(parents=True)
        (folder / "bao-cao.md.j2").write_bytes(b"same")
        (folder / "ke-hoach.md.j2").write_bytes(str(folder).encode())
    monkeypatch.setattr("kehoach_cli.drafting.templates._PACKAGE", package)
    assert own_templates(tmp_path) == ("ke-hoach",)
