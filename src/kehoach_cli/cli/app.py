"""The table of commands, in the order and under the headings of ``kehoach --help``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from kehoach_cli import __version__
from kehoach_cli.cli import (
    brief,
    explain,
    handover,
    mine,
    money,
    remind,
    render_docx,
    report,
    session,
    split,
    status,
    validate,
)

CHECKING = "Kiểm tra"
TRACKING = "Theo dõi"
ROUND = "Kỳ báo cáo"
DOCUMENTS = "Văn bản"

COMMANDS: tuple[tuple[str, str, Callable[..., Any]], ...] = (
    ("validate", CHECKING, validate.command),
    ("explain", CHECKING, explain.command),
    ("status", TRACKING, status.command),
    ("brief", TRACKING, brief.command),
    ("mine", TRACKING, mine.command),
    ("money", TRACKING, money.command),
    ("split", TRACKING, split.command),
    ("session", TRACKING, session.command),
    ("handover", TRACKING, handover.command),
    ("report", ROUND, report.command),
    ("remind", ROUND, remind.command),
    ("render-docx", DOCUMENTS, render_docx.command),
)

_USAGE = "Cách dùng: "
_HELP = "Hiện hướng dẫn này."


class _InVietnamese:
    """What typer 0.29 builds in English without asking its tables: usage line, help, type names."""

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
            if isinstance(param, TyperArgument):
                param.display_type = _no_type  # type: ignore[method-assign,assignment]
        return params


def _no_type(_: Any) -> str:
    return ""


class _Command(_InVietnamese, TyperCommand):
    pass


class _Group(_InVietnamese, TyperGroup):
    pass


app = typer.Typer(
    name="kehoach",
    cls=_Group,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH …",
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
    """Kế hoạch hợp tác của tỉnh dưới dạng tệp: kiểm tra, theo dõi, xuất văn bản đúng thể thức."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


for _name, _panel, _function in COMMANDS:
    app.command(
        _name,
        cls=_Command,
        rich_help_panel=_panel,
        options_metavar="[TÙY CHỌN]",
        no_args_is_help=False,
    )(_function)
