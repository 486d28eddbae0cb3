"""Which file of a workspace holds what: one row for each kind of file, by its path."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_cli.diagnostics import DataPath
from kehoach_cli.frozen import frozen
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Agreement, Commitment, Partner
from kehoach_cli.model.plan import Annex, Extension, Plan, Task, TaskFile
from kehoach_cli.model.records import (
    Closing,
    DecisionFile,
    DifficultyStep,
    Letter,
    ProposalDecision,
    ReceiptRecord,
)
from kehoach_cli.model.register import Agency, Challenge, Round, Settings
from kehoach_cli.model.report import Report
from kehoach_cli.model.session import Session
from kehoach_cli.source.disk import SETTINGS
from kehoach_cli.source.fold import Data

AGENCIES = "data/agencies.yaml"


@frozen
class Part:
    """Where entities of one model stand in a file: under ``key``, or the file itself."""

    model: type[Entity]
    key: str = ""
    many: bool = False


@frozen
class FileKind:
    """A kind of file by its path; the group «owner» of the pattern names who it belongs to.

    ``name`` and ``title`` are for editors and people, ``globs`` are its paths as editors take them.
    """

    name: str
    title: str
    globs: tuple[str, ...]
    pattern: re.Pattern[str]
    parts: tuple[Part, ...] = ()

    def prepare(self) -> None:
        """Complete its models, inner ones first: what holds those then takes them as they are."""
        for part in reversed(self.parts):
            part.model.model_rebuild()


_ID = r"[^/]+"
_PLAN = rf"data/plans/(?P<owner>{_ID})"
_PLANS = "data/plans/*"

FILE_KINDS = (
    FileKind(
        "kehoach",
        "Thiết lập chung",
        (SETTINGS,),
        re.compile(r"kehoach\.yaml"),
        (Part(Settings),),
    ),
    FileKind(
        "agencies",
        "Danh bạ cơ quan; UBND xã, phường",
        (AGENCIES, "data/communes.yaml"),
        re.compile(r"data/(agencies|communes)\.yaml"),
        (Part(Agency, many=True),),
    ),
    FileKind(
        "challenges",
        "Các bài toán lớn",
        ("data/challenges.yaml",),
        re.compile(r"data/challenges\.yaml"),
        (Part(Challenge, many=True),),
    ),
    FileKind(
        "partner",
        "Đối tác, văn bản hợp tác, cam kết",
        ("data/partners/*.yaml",),
        re.compile(rf"data/partners/(?P<owner>{_ID})\.yaml"),
        (
            Part(Partner),
            Part(Agreement, "agreements", many=True),
            Part(Commitment, "commitments", many=True),
        ),
    ),
    FileKind(
        "period",
        "Kỳ báo cáo",
        ("data/periods/*.yaml",),
        re.compile(rf"data/periods/{_ID}\.yaml"),
        (Part(Round),),
    ),
    FileKind(
        "plan",
        "Phần lời của kế hoạch",
        (f"{_PLANS}/plan.yaml",),
        re.compile(rf"{_PLAN}/plan\.yaml"),
        (Part(Plan),),
    ),
    FileKind(
        "tasks",
        "Phụ lục, nhiệm vụ, trách nhiệm được giao",
        (f"{_PLANS}/tasks.yaml",),
        re.compile(rf"{_PLAN}/tasks\.yaml"),
        (Part(TaskFile), Part(Annex, "annex"), Part(Task, "tasks", many=True)),
    ),
    FileKind(
        "extensions",
        "Gia hạn",
        (f"{_PLANS}/extensions.yaml",),
        re.compile(rf"{_PLAN}/extensions\.yaml"),
        (Part(Extension, many=True),),
    ),
    FileKind(
        "receipts",
        "Sổ báo cáo đến",
        (f"{_PLANS}/receipts.yaml",),
        re.compile(rf"{_PLAN}/receipts\.yaml"),
        (Part(ReceiptRecord, many=True),),
    ),
    FileKind(
        "decisions",
        "Ý kiến về đề xuất; việc đã làm với khó khăn, vướng mắc",
        (f"{_PLANS}/decisions.yaml",),
        re.compile(rf"{_PLAN}/decisions\.yaml"),
        (
            Part(DecisionFile),
            Part(ProposalDecision, "proposals", many=True),
            Part(DifficultyStep, "difficulties", many=True),
        ),
    ),
    FileKind(
        "closings",
        "Các kỳ đã chốt",
        (f"{_PLANS}/closings.yaml",),
        re.compile(rf"{_PLAN}/closings\.yaml"),
        (Part(Closing, many=True),),
    ),
    FileKind(
        "letters",
        "Sổ công văn đi",
        (f"{_PLANS}/letters.yaml",),
        re.compile(rf"{_PLAN}/letters\.yaml"),
        (Part(Letter, many=True),),
    ),
    FileKind(
        "amendments",
        "Sửa đổi, bổ sung và đính chính kế hoạch",
        (f"{_PLANS}/amendments.yaml",),
        re.compile(rf"{_PLAN}/amendments\.yaml"),
        (Part(Amendment, many=True),),
    ),
    FileKind(
        "session",
        "Chương trình làm việc với đối tác",
        (f"{_PLANS}/sessions/*.yaml",),
        re.compile(rf"{_PLAN}/sessions/{_ID}\.yaml"),
        (Part(Session),),
    ),
    FileKind(
        "report",
        "Báo cáo của một đơn vị trong một kỳ",
        (f"{_PLANS}/progress/*/*.yaml",),
        re.compile(rf"{_PLAN}/progress/{_ID}/{_ID}\.yaml"),
        (Part(Report),),
    ),
)
ISSUED = re.compile(rf"{_PLAN}/issued\.md")
EVIDENCE = re.compile(rf"{_PLAN}/evidence/.+")


def kind_of(path: str) -> tuple[FileKind, str] | None:
    """The kind of the file at that path, with its owner ("" where it has none)."""
    for kind in FILE_KINDS:
        if match := kind.pattern.fullmatch(path):
            return kind, match.groupdict().get("owner") or ""
    return None


def portions(parts: tuple[Part, ...], data: Data) -> Iterator[tuple[Part, Data, DataPath]]:
    """Cut a file's data into the portions that are checked apart; what is left is the root's."""
    if not isinstance(data, dict):
        yield parts[0], data, ()
        return
    keys = [part.key for part in parts]
    yield parts[0], {key: value for key, value in data.items() if key not in keys}, ()
    for part in parts[1:]:
        if data.get(part.key) is not None:
            yield part, data[part.key], (part.key,)
