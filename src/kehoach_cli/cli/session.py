"""``kehoach session``: a working session with partners, and how ready it is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.answering import Form, Sheets, To, open_inquiry, reply
from kehoach_cli.cli.options import AsOf, Force, Out, Root
from kehoach_cli.cli.selection import known_session


def command(
    session: Annotated[
        str, typer.Argument(metavar="BUỔI", help="Mã chương trình làm việc (tên tệp).")
    ],
    *,
    readiness: Annotated[
        bool, typer.Option("--readiness", metavar="", help="Chỉ một dòng: đã chuẩn bị đến đâu.")
    ] = False,
    as_of: AsOf = None,
    form: Form = "text",
    to: To = None,
    out: Out = Path("build"),
    force: Force = False,
    root: Root = None,
) -> int:
    """Xem một chương trình làm việc: mời ai, ai trả lời, tài liệu, ai chuẩn bị gì, nội dung.

    Ví dụ: kehoach session chuong-trinh-lam-viec · kehoach session chuong-trinh-lam-viec --readiness
    """
    from kehoach_cli.drafting.questions.session import session_view

    inquiry = open_inquiry(root, as_of)
    found = known_session(inquiry.context, session)
    sheets = Sheets(to, out, f"chuong-trinh-{session}", force)
    return reply(
        inquiry,
        session_view(inquiry.ws, inquiry.progress, found, readiness_only=readiness),
        form,
        sheets,
    )
