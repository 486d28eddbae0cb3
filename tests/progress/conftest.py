"""Small workspaces for the tests of ``progress``: a plan «p» of an imaginary province."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.progress import Item, Progress, evaluate
from kehoach_cli.workspace import Workspace, load

EVERY_STATE = Path(__file__).parents[1] / "workspaces" / "every-state"
PLAN = "data/plans/p"

BASE = {
    "kehoach.yaml": """
        schema: 1
        province: {name: Tỉnh Mẫu, code: "00", place: Tỉnh Mẫu}
        focal: so-a
        issuer: ubnd
        notice: Dữ liệu giả định
        """,
    "data/agencies.yaml": """
        - {id: ubnd, name: Ủy ban nhân dân tỉnh, kind: province}
        - {id: so-a, name: Sở A, kind: department}
        - {id: so-b, name: Sở B, kind: department}
        - {id: so-cu, name: Sở Cũ, kind: department, to: 2027-02-28, successor: so-moi}
        - {id: so-moi, name: Sở Mới, kind: department, from: 2027-03-01}
        - {id: cac-so, name: Các sở, kind: group, members_from: {kind: department}}
        - {id: hai-so, name: Hai sở, kind: group, members: [so-a, so-b]}
        - {id: moi-noi, name: Mọi nơi, kind: group, members: [hai-so, xa-x, so-a]}
        - {id: vong-1, name: Vòng một, kind: group, members: [vong-2, so-a]}
        - {id: vong-2, name: Vòng hai, kind: group, members: [vong-1, so-b]}
        - {id: dia-phuong, name: Các địa phương liên quan, kind: group, open: true}
        - {id: chu-tri, name: Chủ trì, kind: group, members_from: {plan: p, leads_of: annex}}
        """,
    "data/communes.yaml": "- {id: xa-x, name: Xã X, kind: commune}\n",
    "data/partners/doi-tac.yaml": """
        id: doi-tac
        name: Công ty Đối Tác
        kind: telecom
        units: [{id: doi-tac-tinh, name: Chi nhánh tại tỉnh}]
        """,
    f"{PLAN}/plan.yaml": """
        id: p
        state: issued
        text: verbatim
        number: 12/KH-UBND
        date: 2026-07-20
        title: Kế hoạch mẫu
        period: 2026 - 2030
        intro: Mở đầu
        sections: [{heading: MỤC ĐÍCH}]
        closing: Kết thúc
        filing: "Lưu: VT."
        signer: {lines: [CHỦ TỊCH]}
        """,
}


@dataclass(frozen=True)
class Bench:
    """Writes small workspaces under ``root`` and evaluates them."""

    root: Path

    @staticmethod
    def task(
        task_id: str = "t",
        *,
        due: str | None = "30/6/2027",
        lead: str | None = "so-a",
        more: str = "",
    ) -> str:
        """One task, as a line of YAML."""
        tail = "".join(
            f", {part}" for part in (lead and f"lead: {lead}", due and f"due: {due}", more) if part
        )
        return f"- {{id: {task_id}, kind: duty, source: {{clause: II.1}}, title: T{tail}}}"

    @staticmethod
    def other_plan(tasks: str) -> dict[str, str]:
        """The files of a plan «q» beside «p» with these tasks."""
        plan = """
            id: q
            state: issued
            number: 13/KH-UBND
            date: 2026-07-20
            title: Kế hoạch khác
            period: 2026 - 2030
            """
        return {"data/plans/q/plan.yaml": plan, "data/plans/q/tasks.yaml": f"tasks:\n{tasks}"}

    @staticmethod
    def said(
        *entries: str,
        on: str = "2027-12-10",
        sender: str = "so-a",
        period: str = "2027",
        more: str = "",
    ) -> dict[str, str]:
        """One progress file; an entry is «task status field: value, …»."""
        lines = [f"sender: {sender}", f'period: "{period}"', f"reported: {on}"]
        if entries:
            lines.append("tasks:")
        for entry in entries:
            name, status, *rest = entry.split(" ", 2)
            tail = f", {rest[0]}" if rest else ""
            lines.append(f"  - {{task: {name}, status: {status}{tail}}}")
        return {f"{PLAN}/progress/{period}/{sender}.yaml": "\n".join([*lines, more])}

    def load(self, *rows: str, files: Mapping[str, str] | None = None) -> Workspace:
        """The base with these tasks and files."""
        tasks = "tasks:\n" + "\n".join(rows) if rows else "tasks: []"
        for path, text in {**BASE, f"{PLAN}/tasks.yaml": tasks, **(files or {})}.items():
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_dedent(text), encoding="utf-8")
        return load(self.root)

    def progress(
        self,
        *rows: str,
        files: Mapping[str, str] | None = None,
        on: str = "2027-12-14",
        period: str | None = "2027",
    ) -> Progress:
        """The base with these tasks and files, evaluated."""
        return evaluate(self.load(*rows, files=files), date.fromisoformat(on), period=period)

    def only(
        self, row: str, *files: Mapping[str, str], on: str = "2027-12-14", period: str = "2027"
    ) -> Item:
        """The single item of that task."""
        merged = {path: text for each in files for path, text in each.items()}
        (item,) = self.progress(row, files=merged, on=on, period=period).items
        return item


def _dedent(text: str) -> str:
    lines = text.strip("\n").split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[margin:] for line in lines) + "\n"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture(scope="session")
def every_state() -> Progress:
    return evaluate(load(EVERY_STATE), date(2027, 12, 14))
