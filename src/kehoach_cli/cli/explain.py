"""``kehoach explain``: the manual page of a rule."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach_cli.cli import exits


def command(
    code: Annotated[str, typer.Argument(metavar="MÃ_LỖI", help="Mã như KH201, hoặc tên quy tắc.")],
) -> int:
    """Giải thích một quy tắc: vì sao có, cách sửa, căn cứ, ví dụ đúng và sai.

    Ví dụ: kehoach explain KH201
    """
    from kehoach_cli.rules import RULES
    from kehoach_cli.rules.page import page
    from kehoach_cli.vn.text import nearest

    for rule in RULES:
        if code.upper() == rule.CODE or code == rule.NAME:
            typer.echo(f"{rule.CODE} · {rule.NAME}\n\n{page(rule)}")
            return exits.CLEAN
    near = nearest(code.upper(), [rule.CODE for rule in RULES]) or RULES[0].CODE
    raise typer.BadParameter(f"không có quy tắc «{code}»; có phải là {near}?")
