"""``kehoach import``: an official Kế hoạch in Word or as text becomes files of the workspace."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli import exits
from kehoach_cli.cli.intake import office_errors, read_bytes, write_new
from kehoach_cli.cli.opening import find_all, open_context, show_findings, today, working
from kehoach_cli.cli.options import DryRun, PlainForm, Root, read_path
from kehoach_cli.cli.screen import print_blocks
from kehoach_cli.diagnostics import Severity

if TYPE_CHECKING:
    from kehoach_cli.exchange.intake.telling import Told


def _read_id(text: str) -> str:
    from kehoach_cli.model.fields import EXPECTED_BY_PATTERN, ID_PATTERN

    if not re.fullmatch(ID_PATTERN, text):
        raise typer.BadParameter(f"«{text}» không phải là {EXPECTED_BY_PATTERN[ID_PATTERN]}")
    return text


def command(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="TỆP",
            parser=read_path,
            help="Kế hoạch hoặc Phụ lục: .docx, .xlsx, .pdf, .txt, .md.",
        ),
    ],
    *,
    plan_id: Annotated[
        str | None,
        typer.Option(
            "--id", metavar="MÃ", parser=_read_id, help="Mã của kế hoạch; mặc định đặt theo số."
        ),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="TÊN=MÃ",
            help="Tên in trong văn bản là cơ quan có mã này; ghi nhiều lần được.",
        ),
    ] = None,
    dry_run: DryRun = False,
    form: PlainForm = "text",
    root: Root = None,
) -> int:
    """Đọc một Kế hoạch đã có vào thư mục làm việc, giữ nguyên lời văn.

    Ghi thành data/plans/MÃ/plan.yaml và tasks.yaml; không ghi đè kế hoạch đã có. Phụ lục gửi riêng
    thì thêm vào kế hoạch có mã ấy. Bảng hiện ra nói rõ hiểu được gì, đoán gì, chưa hiểu gì và ở đâu
    trong tệp.

    Ví dụ: kehoach import ke-hoach.docx --dry-run ·
    kehoach import ke-hoach.docx --id hop-tac-2027 --name "Sở KHCN tỉnh=so-khcn" ·
    kehoach import phu-luc.xlsx --id mobifone-2026-2030
    """
    from kehoach_cli.exchange.intake.importing import imported
    from kehoach_cli.exchange.intake.telling import view

    context = open_context(root, None, to_write=not dry_run)
    given = _given(names or (), context.ws.actors)
    with working("đang đọc tệp"), office_errors(file.name):
        found = imported(
            context.ws,
            file.name,
            read_bytes(file),
            plan_id=plan_id or "",
            given=given,
            as_of=today(),
        )
    shown = view(found.told)
    if form == "json":
        sys.stdout.write(json.dumps(shown.data, ensure_ascii=False, indent=2) + "\n")
    else:
        print_blocks(shown.blocks, sys.stdout)
    if not found.files:
        sys.stderr.write("Chưa ghi gì: trong tệp không thấy mục nào, nhiệm vụ nào.\n")
    elif not dry_run:
        written = write_new(context.ws, found.files, joins=found.joins)
        (sys.stderr if form == "json" else sys.stdout).write(
            "".join(f"Đã ghi {one}\n" for one in written)
        )
        return _left(root, found.told)
    return exits.CLEAN if found.told.is_whole else exits.FOUND


def _given(names: Collection[str], known: Collection[str]) -> dict[str, str]:
    """Names as printed → ids of the registers."""
    found = {}
    for text in names:
        name, sign, actor = text.rpartition("=")
        if not (name.strip() and sign) or actor not in known:
            raise typer.BadParameter(f"«{text}» không có dạng TÊN=MÃ với mã có trong danh bạ")
        found[name.strip()] = actor
    return found


def _left(root: Path | None, told: Told) -> int:
    """Show what the new files still lack."""
    context = open_context(root, None)
    folder = f"data/plans/{told.plan}/"
    left = [one for one in find_all(context) if one.span.file.startswith(folder)]
    errors = [one for one in left if one.severity is Severity.ERROR]
    if errors:
        show_findings(context, errors, to_stderr=True)
    if len(left) > len(errors):
        sys.stderr.write(
            f"{len(left) - len(errors)} điều khác cần xem: kehoach validate {folder.rstrip('/')}\n"
        )
    return exits.CLEAN if told.is_whole and not errors else exits.FOUND
