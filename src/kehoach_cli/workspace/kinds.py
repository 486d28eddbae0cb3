"""Which file of a workspace holds what: one row for each kind of file, by its path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach_cli.diagnostics import DataPath
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
from kehoach_cli.source.fold import Data

SETTINGS = "kehoach.yaml"
AGENCIES = "data/agencies.yaml"


@dataclass(frozen=True, slots=True)
class Part:
    """Where entities of one model stand in a file: under ``key``, or the file itself."""

    model: type[Entity]
    key: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file by its path; the group «owner» of the pattern names who it belongs to."""

    pattern: re.Pattern[str]
    parts: tuple[Part, ...] = ()


_ID = r"[^/]+"
_PLAN = rf"data/plans/(?P<owner>{_ID})"

FILE_KINDS = tuple(
    FileKind(re.compile(pattern), parts)
    for pattern, parts in (
        (r"kehoach\.yaml", (Part(Settings),)),
        (r"data/(agencies|communes)\.yaml", (Part(Agency, many=True),)),
        (r"data/challenges\.yaml", (Part(Challenge, many=True),)),
        (
            rf"data/partners/(?P<owner>{_ID})\.yaml",
            (
                Part(Partner),
                Part(Agreement, "agreements", many=True),
                Part(Commitment, "commitments", many=True),
            ),
        ),
        (rf"data/periods/{_ID}\.yaml", (Part(Round),)),
        (rf"{_PLAN}/plan\.yaml", (Part(Plan),)),
        (
            rf"{_PLAN}/tasks\.yaml",
            (Part(TaskFile), Part(Annex, "annex"), Part(Task, "tasks", many=True)),
        ),
        (rf"{_PLAN}/extensions\.yaml", (Part(Extension, many=True),)),
        (rf"{_PLAN}/receipts\.yaml", (Part(ReceiptRecord, many=True),)),
        (
            rf"{_PLAN}/decisions\.yaml",
            (
                Part(DecisionFile),
                Part(ProposalDecision, "proposals", many=True),
                Part(DifficultyStep, "difficulties", many=True),
            ),
        ),
        (rf"{_PLAN}/closings\.yaml", (Part(Closing, many=True),)),
        (rf"{_PLAN}/letters\.yaml", (Part(Letter, many=True),)),
        (rf"{_PLAN}/amendments\.yaml", (Part(Amendment, many=True),)),
        (rf"{_PLAN}/sessions/{_ID}\.yaml", (Part(Session),)),
        (rf"{_PLAN}/progress/{_ID}/{_ID}\.yaml", (Part(Report),)),
    )
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
