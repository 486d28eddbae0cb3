"""Every kind of document that we write is in form, and still is when LibreOffice has saved it."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.cli import exits, run
from kehoach_cli.cli.kinds import Wanted, documents_of
from kehoach_cli.document.frame import Document
from kehoach_cli.drafting.kinds import Reminder, reminders, scope_of
from kehoach_cli.drafting.templates import document_kinds
from kehoach_cli.exchange.docx.checking import check
from kehoach_cli.exchange.docx.ruleset import rule_set
from kehoach_cli.progress import evaluate
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.run import worded
from kehoach_cli.workspace import load
from kehoach_cli.writers import WRITERS

ROOT = Path(__file__).parents[3]
REFERENCE = ROOT / "templates" / "reference.docx"
AS_OF = date(2027, 12, 20)
RULES = rule_set("nd30-2020")
MARKS = {"khan": "hỏa tốc", "luu_hanh": "lưu hành nội bộ", "soan_thao": "PL.(30)"}
BY_COMMAND = {"cong-van-don-doc": "all", "cong-van-nhac-han": "early"}
"""Kinds that «kehoach remind» writes, and to whom."""


def documents(root: Path, name: str) -> Iterator[tuple[str, Document]]:
    """A document of every kind of a workspace, and one with all marks that there are."""
    context = Context(load(root), AS_OF)
    plans = [folder.id for folder in context.ws.folders]
    for kind in document_kinds(root):
        if kind in BY_COMMAND:
            progress = evaluate(context.ws, AS_OF)
            letters = reminders(context.ws, progress, Reminder(target=BY_COMMAND[kind]))
            made = {kind: next(iter(letters.values()))} if letters else {}
        else:
            made, _ = documents_of(context, wanted(context, kind), plans)
        yield from ((f"{name}-{key}", document) for key, document in made.items())
    if scope_of("giay-moi", root) == "session":
        marked, _ = documents_of(context, wanted(context, "giay-moi", MARKS), plans)
        yield from ((f"{name}-marked-{key}", document) for key, document in marked.items())


def wanted(context: Context, kind: str, params: dict[str, str] | None = None) -> Wanted:
    scope = scope_of(kind, context.ws.root)
    return Wanted(
        kind,
        params or {},
        period="2027" if scope in {"period", "sender"} else None,
        agency="so-yt" if scope == "sender" else None,
        session="lam-viec-2026" if scope == "session" else None,
    )


def written(document: Document) -> bytes:
    out = io.BytesIO()
    WRITERS["docx"].write(document, out, REFERENCE)
    return out.getvalue()


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Our files by name."""
    found = {name: written(one) for name, one in documents(ROOT / "examples", "examples")}
    assert len(found) >= 20
    return found


def said(data: bytes, name: str) -> list[str]:
    return [f"{name}: {one.code} {one.message}" for one in worded(check(data, name, RULES).faults)]


@pytest.fixture(scope="module")
def plans() -> dict[str, bytes]:
    """The plans of the province itself, by name."""
    context = Context(load(ROOT), AS_OF)
    made, _ = documents_of(context, Wanted("ke-hoach"), [one.id for one in context.ws.folders])
    return {f"real-{name}": written(one) for name, one in made.items()}


def test_every_kind_is_in_form(files: dict[str, bytes]) -> None:
    assert [line for name, data in files.items() for line in said(data, name)] == []


def test_the_plans_of_the_province_are_in_form(plans: dict[str, bytes]) -> None:
    assert len(plans) == 2
    assert [line for name, data in plans.items() for line in said(data, name)] == []


def test_a_workspace_that_holds_nothing_yet_is_in_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["kehoach", "init", str(tmp_path), "--province", "Đắk Lắk"])
    assert run() == exits.CLEAN
    context = Context(load(tmp_path), AS_OF)
    for kind in document_kinds(tmp_path):
        if kind not in BY_COMMAND and scope_of(kind, tmp_path) in {"period", "partner"}:
            made, _ = documents_of(context, wanted(context, kind), ())
            assert [line for name, one in made.items() for line in said(written(one), name)] == []


def test_libreoffice_keeps_the_form(
    files: dict[str, bytes], plans: dict[str, bytes], tmp_path: Path
) -> None:
    files = files | plans
    if shutil.which("soffice") is None:
        pytest.skip("cần soffice để mở và lưu lại (LibreOffice)")
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved")]
    paths = [str(tmp_path / f"{name}.docx") for name in files]
    subprocess.run([*command, *paths], check=True, capture_output=True)
    saved = {path.name: path.read_bytes() for path in sorted((tmp_path / "saved").iterdir())}
    assert len(saved) == len(files)
    assert [line for name, data in saved.items() for line in said(data, name)] == []
