"""``kehoach new partner``: the file of a partner."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach_cli.cli.adding import IdOption, WordsArgument, add, free_id, refuse_existing
from kehoach_cli.cli.opening import open_context
from kehoach_cli.cli.options import Root, one_of

KINDS = ("telecom", "institute", "university", "college", "association", "company", "group")


def command(
    name: WordsArgument,
    *,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="LOẠI",
            parser=one_of(KINDS),
            help="telecom, institute, university, college, association, company hoặc group.",
        ),
    ],
    own: IdOption = None,
    root: Root = None,
) -> int:
    """Tạo tệp của một đối tác, có chú thích chỗ ghi văn bản hợp tác và cam kết.

    Ví dụ: kehoach new partner "Trường Đại học Mẫu" --kind university
    """
    from kehoach_cli.workspace.adding import named_id, partner_added
    from kehoach_cli.workspace.starting.provinces import slug

    context = open_context(root, None, to_write=True)
    partner = free_id(context, "actor", own, named_id(context.ws, "actor", slug(name)))
    addition = partner_added({"id": partner, "name": name, "kind": kind, "confirmed": False})
    refuse_existing(context, addition.change.file)
    return add(context, addition, partner)
