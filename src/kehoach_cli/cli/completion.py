"""``kehoach completion``: the script that lets a shell complete commands and options."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach_cli.cli import IS_ASKED, exits
from kehoach_cli.cli.options import one_of

SHELLS = ("bash", "zsh", "fish", "powershell")
_BEFORE = {"zsh": "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }\n"}
"""What typer's script takes for granted and a bare .zshrc has not done."""


def command(
    shell: Annotated[
        str,
        typer.Argument(
            metavar="|".join(SHELLS), parser=one_of(SHELLS), help="Loại dòng lệnh đang dùng."
        ),
    ],
) -> int:
    """In đoạn mã để dòng lệnh tự điền lệnh, tùy chọn, giá trị, mã khi bấm phím Tab.

    bash: thêm đoạn mã vào tệp .bashrc; zsh: .zshrc; fish: ~/.config/fish/completions/kehoach.fish;
    PowerShell: tệp $PROFILE. Mở cửa sổ lệnh mới thì có tác dụng.

    Ví dụ: kehoach completion bash
    """
    from typer.completion import (  # type: ignore[attr-defined] # typer 0.29 names no exports
        get_completion_script,
    )

    script = get_completion_script(prog_name="kehoach", complete_var=IS_ASKED, shell=shell)
    sys.stdout.write(f"{_BEFORE.get(shell, '')}{script}\n")
    return exits.CLEAN
