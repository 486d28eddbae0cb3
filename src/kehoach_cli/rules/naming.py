"""How findings name things: by id and title, a long title cut at a word."""

from __future__ import annotations

from kehoach_cli.model.plan import Extension, Task
from kehoach_cli.model.session import Session
from kehoach_cli.rules.dues import Dated

_SHOWN = 60
"""Characters of a title that a sentence can carry."""


def named(own_id: str, title: str) -> str:
    """«pl-1 (Xây dựng kho dữ liệu dùng chung)», the title at most 60 characters."""
    title = " ".join(title.split())
    if len(title) > _SHOWN:
        title = title[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f"{own_id} ({title})"


def owner_called(dated: Dated) -> str:
    """Whose due it is: «nhiệm vụ pl-1 (Xây dựng …)», «gia hạn nhiệm vụ pl-1»."""
    match dated.of.value:
        case Task(id=own_id, title=title):
            step = "mốc của " if len(dated.path) > 1 else ""
            return f"{step}nhiệm vụ {named(own_id, title)}"
        case Extension(task=task):
            return f"gia hạn nhiệm vụ {task}"
        case Session(id=own_id, title=title):
            is_concluded = "conclusions" in dated.path
            what = "việc giao tại kết luận của" if is_concluded else "việc chuẩn bị cho"
            return f"{what} buổi làm việc {named(own_id, title)}"
