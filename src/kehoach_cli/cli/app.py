"""The table of commands, in the order and under the headings of ``kehoach --help``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from kehoach_cli import __version__
from kehoach_cli.cli import (
    amend,
    brief,
    calendar_,
    check_change,
    check_docx,
    compare,
    completion,
    dashboard,
    diff,
    explain,
    forms_export,
    forms_import,
    handover,
    history,
    import_,
    init,
    issue,
    mine,
    money,
    new_difficulty,
    new_extension,
    new_partner,
    new_plan,
    new_progress,
    new_proposal,
    new_session,
    new_task,
    period_close,
    period_open,
    period_reopen,
    receive,
    received,
    remind,
    render_docx,
    report,
    schema,
    session,
    show,
    split,
    status,
    tasks_export,
    tasks_import,
    validate,
)

CHECKING = "Kiểm tra"
TRACKING = "Theo dõi"
ROUND = "Kỳ báo cáo"
DOCUMENTS = "Văn bản"
OFFICE = "Word và Excel"
DATA = "Dữ liệu"
GIT = "Git"
LOOKING = "Xem và xuất"

COMMANDS: tuple[tuple[str, str, Callable[..., Any]], ...] = (
    ("validate", CHECKING, validate.command),
    ("check-docx", CHECKING, check_docx.command),
    ("explain", CHECKING, explain.command),
    ("status", TRACKING, status.command),
    ("brief", TRACKING, brief.command),
    ("mine", TRACKING, mine.command),
    ("money", TRACKING, money.command),
    ("split", TRACKING, split.command),
    ("session", TRACKING, session.command),
    ("handover", TRACKING, handover.command),
    ("period open", ROUND, period_open.command),
    ("receive", ROUND, receive.command),
    ("received", ROUND, received.command),
    ("period close", ROUND, period_close.command),
    ("period reopen", ROUND, period_reopen.command),
    ("report", ROUND, report.command),
    ("remind", ROUND, remind.command),
    ("render-docx", DOCUMENTS, render_docx.command),
    ("issue", DOCUMENTS, issue.command),
    ("amend", DOCUMENTS, amend.command),
    ("import", OFFICE, import_.command),
    ("compare", OFFICE, compare.command),
    ("forms export", OFFICE, forms_export.command),
    ("forms import", OFFICE, forms_import.command),
    ("tasks export", OFFICE, tasks_export.command),
    ("tasks import", OFFICE, tasks_import.command),
    ("schema", DATA, schema.command),
    ("init", DATA, init.command),
    ("new plan", DATA, new_plan.command),
    ("new task", DATA, new_task.command),
    ("new partner", DATA, new_partner.command),
    ("new session", DATA, new_session.command),
    ("new progress", DATA, new_progress.command),
    ("new difficulty", DATA, new_difficulty.command),
    ("new proposal", DATA, new_proposal.command),
    ("new extension", DATA, new_extension.command),
    ("dashboard", LOOKING, dashboard.command),
    ("calendar", LOOKING, calendar_.command),
    ("diff", GIT, diff.command),
    ("check-change", GIT, check_change.command),
    ("history", GIT, history.command),
    ("show", LOOKING, show.command),
    ("completion", LOOKING, completion.command),
)

GROUPS = {
    "period": "Mở kỳ báo cáo, chốt kỳ, mở lại kỳ đã chốt.",
    "forms": "Biểu Excel cho từng đơn vị: lập để gửi đi, nhận về vào dữ liệu.",
    "tasks": "Nhiệm vụ của Phụ lục đang dự thảo thành bảng Excel để soạn, nhận về vào dữ liệu.",
    "new": "Thêm kế hoạch, nhiệm vụ, đối tác, buổi làm việc, báo cáo, gia hạn.",
}
"""The first words of commands of two words, and what their help says."""

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


def _group(name: str) -> typer.Typer:
    """The commands that begin with this word; the word alone shows them."""
    group = typer.Typer(
        cls=_Group, options_metavar="[TÙY CHỌN]", subcommand_metavar="LỆNH …", help=GROUPS[name]
    )

    def show_help(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            typer.echo(context.get_help())

    group.callback(invoke_without_command=True, help=GROUPS[name])(show_help)
    return group


_groups: dict[str, typer.Typer] = {"": app}

for _name, _panel, _function in COMMANDS:
    _first, _, _last = _name.rpartition(" ")
    if _first not in _groups:
        _groups[_first] = _group(_first)
        app.add_typer(_groups[_first], name=_first, rich_help_panel=_panel)
    _groups[_first].command(
        _last,
        cls=_Command,
        rich_help_panel=None if _first else _panel,
        options_metavar="[TÙY CHỌN]",
        no_args_is_help=False,
    )(_function)
