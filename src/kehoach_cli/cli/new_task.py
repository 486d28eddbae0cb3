"""``kehoach new task``: one more task or duty of a plan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kehoach_cli.cli.adding import (
    IdOption,
    NumberOption,
    PlanArgument,
    WordsArgument,
    add,
    document,
    folder_of,
    free_id,
    known_actors,
    refuse_doubled,
)
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import Root, one_of, read_day
from kehoach_cli.cli.recording import read_words
from kehoach_cli.cli.selection import known_agency

if TYPE_CHECKING:
    from kehoach_cli.source.fold import Data

KINDS = ("annex", "duty", "conclusion", "proposal")


def _words(name: str, text: str) -> Any:
    return typer.Option(name, metavar="LỜI", parser=read_words, help=text)


def command(
    plan: PlanArgument,
    title: WordsArgument,
    *,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="|".join(KINDS),
            parser=one_of(KINDS),
            help="Tại Phụ lục, nêu trong phần lời, sau kết luận, từ đề xuất.",
        ),
    ] = "annex",
    clause: Annotated[
        str | None, _words("--clause", "Khoản của kế hoạch, ví dụ II.1; cần khi kind là duty.")
    ] = None,
    number: NumberOption = None,
    day: Annotated[
        date | None,
        typer.Option("--date", metavar="NGÀY", parser=read_day, help="Ngày của văn bản giao."),
    ] = None,
    proposal: Annotated[
        str | None, typer.Option("--proposal", metavar="MÃ", help="Mã đề xuất được chấp nhận.")
    ] = None,
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="MÃ", help="Cơ quan chủ trì.")
    ] = None,
    support: Annotated[
        list[str] | None,
        typer.Option("--support", metavar="MÃ", help="Cơ quan phối hợp; ghi nhiều lần được."),
    ] = None,
    due: Annotated[str | None, _words("--due", "Thời hạn đúng như in: Quý IV/2027.")] = None,
    product: Annotated[str | None, _words("--product", "Sản phẩm.")] = None,
    person: Annotated[str | None, _words("--person", "Người, đơn vị phụ trách.")] = None,
    approver: Annotated[
        str | None, typer.Option("--approver", metavar="MÃ", help="Cấp phê duyệt sản phẩm.")
    ] = None,
    own: IdOption = None,
    root: Root = None,
) -> int:
    """Thêm một nhiệm vụ hoặc trách nhiệm vào tasks.yaml; chỗ đã có giữ nguyên từng ký tự.

    Ví dụ: kehoach new task mobifone-2026-2030 "Lập kho dữ liệu" --lead so-khcn --due "Quý IV/2027"
    """
    from kehoach_cli.workspace.adding import numbered_id, task_added, task_prefix

    context = open_context(root, None, to_write=True)
    folder = folder_of(context, plan)
    proposed = numbered_id(context.ws, "task", task_prefix(folder), width=2)
    refuse_doubled(lead, support)
    record: dict[str, Data] = {
        "id": free_id(context, "task", own, proposed),
        "kind": kind,
        "source": _source(kind, clause, document(number, day), proposal),
        "title": title,
        "lead": known_agency(context, lead) if lead else None,
        "support": known_actors(context, support),
        "person": person,
        "product": product,
        "approver": known_agency(context, approver) if approver else None,
        "due": due,
    }
    return add(context, task_added(folder, record), str(record["id"]))


def _source(kind: str, clause: str | None, given: Data, proposal: str | None) -> Data:
    """Where the task comes from; each kind needs its own."""
    match kind:
        case "annex":
            return {"clause": clause or "Phụ lục"}
        case "duty" if clause:
            return {"clause": clause}
        case "conclusion" if given:
            return {"document": given}
        case "proposal" if proposal:
            return {"proposal": proposal}
    needed = {"duty": "--clause", "conclusion": "--document", "proposal": "--proposal"}[kind]
    raise typer.BadParameter(f"nhiệm vụ loại {kind} cần {needed}")
