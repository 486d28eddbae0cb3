"""The table of commands, in the order and under the headings of ``kehoach --help``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from kehoach_cli import __version__
from kehoach_cli.cli import explain, render_docx, report, status, validate

CHECKING = "Kiểm tra"
TRACKING = "Theo dõi"
ROUND = "Kỳ báo cáo"
DOCUMENTS = "Văn bản"

COMMANDS: tuple[tuple[str, str, Callable[..., Any]], ...] = (
    ("validate", CHECKING, validate.command),
    ("explain", CHECKING, explain.command),
    ("status", TRACKING, status.command),
    ("report", ROUND, report.command),
    ("render-docx", DOCUMENTS, render_docx.command),
)

_USAGE = "Cách dùng: "
_HELP = "Hiện hướng dẫn này."


class _Command(TyperCommand):
    """A command whose own words are Vietnamese."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _USAGE)

    def get_help_option(self, ctx: Any) -> Any:
        return _in_vietnamese(super().get_help_option(ctx))


class _Group(TyperGroup):
    """The same for ``kehoach`` itself."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _USAGE)

    def get_help_option(self, ctx: Any) -> Any:
        return _in_vietnamese(super().get_help_option(ctx))


def _in_vietnamese(option: Any) -> Any:
    if option is not None:
        option.help = _HELP
    return option


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
        typer.Option("--version", callback=_show_version, is_eager=True, help="Hiện số phiên bản."),
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
