"""The table of commands, in the order and under the headings of ``kehoach --help``.

A command's module is imported when the command is asked for, so that none pays for the others.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from kehoach_cli import __version__
from kehoach_cli.cli import IS_ASKED
from kehoach_cli.cli.reading import read_without_adapters

CHECKING = "Kiểm tra"
TRACKING = "Theo dõi"
ROUND = "Kỳ báo cáo"
DOCUMENTS = "Văn bản"
OFFICE = "Word và Excel"
DATA = "Dữ liệu"
GIT = "Git"
LOOKING = "Xem và xuất"

COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("validate", CHECKING, "validate"),
    ("check-docx", CHECKING, "check_docx"),
    ("explain", CHECKING, "explain"),
    ("status", TRACKING, "status"),
    ("brief", TRACKING, "brief"),
    ("mine", TRACKING, "mine"),
    ("money", TRACKING, "money"),
    ("split", TRACKING, "split"),
    ("session", TRACKING, "session"),
    ("handover", TRACKING, "handover"),
    ("rollup", TRACKING, "rollup"),
    ("period open", ROUND, "period_open"),
    ("receive", ROUND, "receive"),
    ("received", ROUND, "received"),
    ("period close", ROUND, "period_close"),
    ("period reopen", ROUND, "period_reopen"),
    ("report", ROUND, "report"),
    ("remind", ROUND, "remind"),
    ("render-docx", DOCUMENTS, "render_docx"),
    ("issue", DOCUMENTS, "issue"),
    ("amend", DOCUMENTS, "amend"),
    ("import", OFFICE, "import_"),
    ("compare", OFFICE, "compare"),
    ("forms export", OFFICE, "forms_export"),
    ("forms import", OFFICE, "forms_import"),
    ("tasks export", OFFICE, "tasks_export"),
    ("tasks import", OFFICE, "tasks_import"),
    ("schema", DATA, "schema"),
    ("init", DATA, "init"),
    ("new plan", DATA, "new_plan"),
    ("new task", DATA, "new_task"),
    ("new partner", DATA, "new_partner"),
    ("new session", DATA, "new_session"),
    ("new progress", DATA, "new_progress"),
    ("new difficulty", DATA, "new_difficulty"),
    ("new proposal", DATA, "new_proposal"),
    ("new extension", DATA, "new_extension"),
    ("dashboard", LOOKING, "dashboard"),
    ("calendar", LOOKING, "calendar_"),
    ("export", LOOKING, "export"),
    ("diff", GIT, "diff"),
    ("check-change", GIT, "check_change"),
    ("history", GIT, "history"),
    ("show", LOOKING, "show"),
    ("completion", LOOKING, "completion"),
)
"""What is typed, its heading in the help, and the module here that holds its ``command``."""

GROUPS = {
    "period": "Mở kỳ báo cáo, chốt kỳ, mở lại kỳ đã chốt.\n\n"
    "Ví dụ: kehoach period close 2027 --as-of 20/12/2027",
    "forms": "Biểu Excel cho từng đơn vị: lập để gửi đi, nhận về vào dữ liệu.\n\n"
    "Ví dụ: kehoach forms export --period 2027 --all · kehoach forms import bieu-nhan-ve --dry-run",
    "tasks": "Nhiệm vụ của Phụ lục đang dự thảo thành bảng Excel để soạn, nhận về vào dữ liệu.\n\n"
    "Ví dụ: kehoach tasks export mobifone-2026-2030",
    "new": "Thêm kế hoạch, nhiệm vụ, đối tác, buổi làm việc, báo cáo, gia hạn.\n\n"
    'Ví dụ: kehoach new task mobifone-2026-2030 "Lập kho dữ liệu" --lead so-khcn · '
    "kehoach new progress mobifone-2026-2030 2027 so-tc",
}
"""The first words of commands of two words, and what their help says, with an example."""

_PROGRAM, _OPTIONS, _COMMAND, _COMMANDS = "kehoach", "[TÙY CHỌN]", "LỆNH …", "Lệnh"
_USAGE = "Cách dùng: "
_HELP = "Hiện hướng dẫn này."


class _InVietnamese:
    """What typer 0.29 builds in English without asking its tables: usage line, help, type names."""

    rich_markup_mode: Any

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:
        """Drawn by rich on a terminal; plain in files and pipes, which need not wait for rich."""
        self.rich_markup_mode = "rich" if sys.stdout.isatty() else None
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _USAGE)

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help, option.metavar = _HELP, ""
        return option

    def get_params(self, ctx: Any) -> Any:
        params = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            read_without_adapters(param)
            if isinstance(param, TyperArgument):
                param.display_type = _no_type  # type: ignore[method-assign,assignment]
        if IS_ASKED in os.environ:
            from kehoach_cli.cli.completing import teach

            teach(params)
        return params


def _no_type(_: Any) -> str:
    return ""


class _Command(_InVietnamese, TyperCommand):
    pass


class _Group(_InVietnamese, TyperGroup):
    """What begins with one word, or the whole program; builds each command at its first use."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._first = "" if self.name == _PROGRAM else f"{self.name} "
        below = (name.removeprefix(self._first) for name, _, _ in COMMANDS if self._holds(name))
        self.commands: dict[str, Any] = dict.fromkeys(name.split()[0] for name in below)

    def _holds(self, name: str) -> bool:
        return name.startswith(self._first)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer calls it so
        """Their names; typer's own way would leave out what is not built yet."""
        return list(self.commands)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - typer calls it so
        """The command of that name, or None."""
        if cmd_name in self.commands and self.commands[cmd_name] is None:
            self.commands[cmd_name] = _built(self._first + cmd_name)
        return self.commands.get(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Under their headings, as rich has them."""
        panels: dict[str, list[tuple[str, str]]] = {}
        for name in self.commands:
            one = self.get_command(ctx, name)
            rows = panels.setdefault(one.rich_help_panel or _COMMANDS, [])
            rows.append((name, _first_paragraph(one.help)))
        for panel, rows in panels.items():
            with formatter.section(panel):
                formatter.write_dl(rows)


def _first_paragraph(text: str) -> str:
    return " ".join(text.partition("\n\n")[0].split())


def _built(name: str) -> Any:
    """The command, or the group of those that begin with this word, as typer runs it."""
    panel, module = next(
        (panel, module) for known, panel, module in COMMANDS if f"{known} ".startswith(f"{name} ")
    )
    made = _group(name, panel) if name in GROUPS else _single(name, panel, module)
    return typer.main.get_command(made)


def function_of(module: str) -> Callable[..., Any]:
    """What does a row of the table: ``command`` in that module of this room."""
    function: Callable[..., Any] = import_module(f"kehoach_cli.cli.{module}").command
    return function


def _single(name: str, panel: str, module: str) -> typer.Typer:
    first, _, last = name.rpartition(" ")
    made = typer.Typer(add_completion=False, rich_markup_mode="rich")
    made.command(
        last,
        cls=_Command,
        rich_help_panel=None if first else panel,
        options_metavar=_OPTIONS,
        no_args_is_help=False,
    )(function_of(module))
    return made


def _group(name: str, panel: str) -> typer.Typer:
    """The commands that begin with this word; the word alone shows them."""
    group = typer.Typer(
        name=name,
        cls=_Group,
        add_completion=False,
        rich_markup_mode="rich",
        options_metavar=_OPTIONS,
        subcommand_metavar=_COMMAND,
    )

    def show_help(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            typer.echo(context.get_help())

    group.callback(invoke_without_command=True, help=GROUPS[name], rich_help_panel=panel)(show_help)
    return group


app = typer.Typer(
    name=_PROGRAM,
    cls=_Group,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    options_metavar=_OPTIONS,
    subcommand_metavar=_COMMAND,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"kehoach {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _kehoach(
    context: typer.Context,
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            metavar="",
            callback=_show_version,
            is_eager=True,
            help="Hiện số phiên bản.",
        ),
    ] = False,
) -> None:
    """Kế hoạch hợp tác của tỉnh dưới dạng tệp: kiểm tra, theo dõi, xuất văn bản đúng thể thức.

    Ví dụ: kehoach validate · kehoach brief · kehoach status --help
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
