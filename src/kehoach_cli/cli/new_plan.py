"""``kehoach new plan``: the folder of a plan with its two files."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach_cli.cli.adding import (
    IdOption,
    WordsArgument,
    free_id,
    known_actors,
    put,
    refuse_existing,
)
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import Root
from kehoach_cli.cli.recording import read_words
from kehoach_cli.errors import OutputError


def command(
    title: WordsArgument,
    *,
    period: Annotated[
        str,
        typer.Option(
            "--period", metavar="GIAI_ĐOẠN", parser=read_words, help="Ví dụ 2026 - 2030, hoặc 2027."
        ),
    ],
    partner: Annotated[
        list[str] | None,
        typer.Option("--partner", metavar="MÃ", help="Mã đối tác; ghi nhiều lần được."),
    ] = None,
    own: IdOption = None,
    root: Root = None,
) -> int:
    """Tạo một kế hoạch mới: phần lời và tệp nhiệm vụ, có chú thích chỗ cần điền.

    Ví dụ: kehoach new plan "Triển khai hợp tác về dữ liệu" --period "2027 - 2030" --id du-lieu-2027
    """
    from kehoach_cli.workspace.adding import named_id
    from kehoach_cli.workspace.starting import NewPlan, plan_texts
    from kehoach_cli.workspace.starting.provinces import slug

    context = open_context(root, None, to_write=True)
    settings = context.ws.settings
    if settings is None:
        raise OutputError("kehoach.yaml đang có lỗi", "xem: kehoach validate kehoach.yaml")
    plan_id = free_id(context, "plan", own, named_id(context.ws, "plan", slug(title)))
    partners = tuple(str(one) for one in known_actors(context, partner))
    _read_years(period)
    plan = NewPlan(plan_id, title, period, settings.value.focal, partners)
    refuse_existing(context, f"data/plans/{plan_id}")
    return put(context, plan_texts(plan), plan_id)


def _read_years(period: str) -> None:
    from pydantic import TypeAdapter, ValidationError

    from kehoach_cli.model.fields import Years

    try:
        TypeAdapter(Years).validate_python(period)
    except ValidationError as error:
        raise typer.BadParameter(
            f"«{period}» không phải là một năm hoặc một giai đoạn, ví dụ 2026 - 2030"
        ) from error
