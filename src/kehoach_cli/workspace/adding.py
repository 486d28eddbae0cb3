"""New records in the files that people type: ids that are free, keys explained beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from kehoach_cli.diagnostics import DataPath
from kehoach_cli.frozen import frozen
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.partner import Partner
from kehoach_cli.model.plan import Extension, Task
from kehoach_cli.model.report import Difficulty, Proposal, Report
from kehoach_cli.model.session import Session
from kehoach_cli.model.shape import slots
from kehoach_cli.model.status import STATUSES
from kehoach_cli.source.characters import clean
from kehoach_cli.source.edit import Append
from kehoach_cli.source.file_names import is_reserved
from kehoach_cli.source.fold import Data, fold
from kehoach_cli.workspace.entities import PlanFolder, Workspace
from kehoach_cli.workspace.kinds import kind_of
from kehoach_cli.workspace.records import Change, changed_text
from kehoach_cli.workspace.schemas import MODELINE, SCHEMAS, meaning, schema_name

_KEY = re.compile(r"(?P<lead> *(?:- )?)(?P<key>[a-z_-]+):(?P<rest> .*)?")
_NUMBERED = re.compile(r"(?P<prefix>.+)-\d+")
_WIDEST = 120
_LONGEST_ID = 40


@frozen
class Addition:
    """One more record: the change, its model, and the keys to offer that it leaves out."""

    change: Change
    model: type[Entity]
    offered: tuple[str, ...] = ()


def taught_text(ws: Workspace, addition: Addition) -> str:
    """The text of the file with the record, its keys explained in comments.

    What stood there stays byte for byte; where a comment would change what the file says, the
    record goes without. Raises what ``changed_text`` raises.
    """
    change = addition.change
    source = ws.sources.get(change.file)
    text = changed_text(ws, _with_modeline(ws, change))
    lines = text.splitlines(keepends=True)
    first, last = _fresh(source.text.splitlines() if source else [], text.splitlines())
    while last > first and not lines[last - 1].strip():
        last -= 1
    taught = "".join((*lines[:first], *_taught(lines[first:last], addition), *lines[last:]))
    same = fold(clean(taught), change.file).data == fold(clean(text), change.file).data
    return taught if same else text


def _with_modeline(ws: Workspace, change: Change) -> Change:
    """A new file leads editors to its schema, where the workspace keeps the schemas."""
    known = kind_of(change.file)
    name = f"{SCHEMAS}/{schema_name(known[0].name)}" if known else ""
    if not name or not (ws.root / name).is_file():
        return change
    line = f"{MODELINE}{'../' * change.file.count('/')}{name}"
    return replace(change, comment=f"{line}\n{change.comment}".rstrip())


def _fresh(before: list[str], after: list[str]) -> tuple[int, int]:
    """From which line to which (not included) ``after`` has what ``before`` does not."""
    first = 0
    while first < min(len(before), len(after)) and before[first].strip("\ufeff") == after[
        first
    ].strip("\ufeff"):
        first += 1
    last = len(after)
    while (
        last > first
        and len(before) - (len(after) - last) > first
        and (before[len(before) - (len(after) - last) - 1] == after[last - 1])
    ):
        last -= 1
    return first, last


def _taught(lines: list[str], addition: Addition) -> Iterator[str]:
    keys = {slot.key for slot in slots(addition.model)}
    column = -1
    for line in lines:
        bare = line.rstrip("\r\n")
        match = _KEY.fullmatch(bare)
        if match and match["key"] in keys and column in {-1, len(match["lead"])}:
            column = len(match["lead"])
            yield _explained(bare, match, addition.model) + line[len(bare) :]
        else:
            yield line
    end = lines[-1][len(lines[-1].rstrip("\r\n")) :] if lines else ""
    for key in addition.offered if column >= 0 and end else ():
        yield f"{' ' * column}# {key}:   # {meaning(addition.model, key)}{end}"


def _explained(line: str, match: re.Match[str], model: type[Entity]) -> str:
    words = f"   # {meaning(model, match['key'])}"
    is_block = (match["rest"] or "").strip() in {"|", "|-", ">", ">-"}
    return line if is_block or len(line + words) > _WIDEST else line + words


def taken_ids(ws: Workspace, kind: str) -> frozenset[str]:
    """Ids of that kind that something has, files with faults included."""
    return frozenset(ws.index[kind]) | ws.broken_ids


def numbered_id(ws: Workspace, kind: str, prefix: str, width: int = 1) -> str:
    """The id after the last of «prefix-1», «prefix-2» …, padded as that one is.

    ``width`` is that of the number where there is none yet.
    """
    taken = taken_ids(ws, kind)
    own = re.compile(rf"{re.escape(prefix)}-(\d{{1,9}})")
    numbers = [match[1] for one in taken if (match := own.fullmatch(one))]
    last = max(numbers, key=int, default="0" * width)
    return f"{prefix}-{int(last) + 1:0{len(last)}d}"


def named_id(ws: Workspace, kind: str, base: str) -> str:
    """A free id made of words: ``base`` cut at a hyphen, with a number where it is taken."""
    cut = base if len(base) <= _LONGEST_ID else base[: _LONGEST_ID + 1].rpartition("-")[0]
    short = cut or base[:_LONGEST_ID]
    taken = taken_ids(ws, kind)
    number = 2
    found = short
    while found in taken or is_reserved(found):
        found, number = f"{short}-{number}", number + 1
    return found


def task_prefix(folder: PlanFolder) -> str:
    """What most tasks of the plan begin with: «mf» of mf-01, mf-02; else the plan's id."""
    matches = (_NUMBERED.fullmatch(one.value.id) for one in folder.tasks)
    counted = Counter(match["prefix"] for match in matches if match)
    return counted.most_common(1)[0][0] if counted else folder.id


def task_added(folder: PlanFolder, record: dict[str, Data]) -> Addition:
    """One more task of the plan."""
    offered = ("lead", "support", "person", "product", "approver", "due")
    return _listed(f"{_folder(folder)}/tasks.yaml", ("tasks",), Task, record, offered)


def extension_added(folder: PlanFolder, record: dict[str, Data]) -> Addition:
    """One more extension of a task of the plan."""
    offered = ("requested", "granted")
    return _listed(f"{_folder(folder)}/extensions.yaml", (), Extension, record, offered)


def partner_added(record: dict[str, Data]) -> Addition:
    """The file of a partner."""
    return _filed(
        f"data/partners/{record['id']}.yaml",
        Partner,
        record,
        ("short", "aliases", "units", "focal_points"),
        "Đối tác. Văn bản hợp tác ghi ở agreements, cam kết ghi ở commitments.",
    )


def session_added(folder: PlanFolder, record: dict[str, Data]) -> Addition:
    """The file of a working session."""
    return _filed(
        f"{_folder(folder)}/sessions/{record['id']}.yaml",
        Session,
        record,
        ("day", "chair", "invited", "agenda", "preparation", "conclusions"),
        "Chương trình làm việc với đối tác.",
    )


def report_added(
    folder: PlanFolder, sender: str, period: str, day: date, tasks: Mapping[str, str]
) -> Addition:
    """The file of a report; ``tasks`` (id → title) are named in it, to be filled in."""
    listed = "".join(f"\n  - {own}: {title}" for own, title in tasks.items())
    statuses = "".join(f"\n  {one.code}: {one.label}" for one in STATUSES.values())
    comment = (
        "Báo cáo của một đơn vị trong một kỳ. Mỗi việc một mục ở tasks, ví dụ:\n"
        "  tasks:\n"
        "    - {task: mã việc, status: in-progress, result: kết quả đã đạt}\n"
        f"Các status:{statuses}" + (f"\nViệc phải báo cáo:{listed}" if listed else "")
    )
    return _filed(
        _report(folder, sender, period),
        Report,
        {"sender": sender, "period": period, "reported": day.isoformat()},
        ("document", "nothing_to_report", "tasks", "commitments"),
        comment,
    )


def raised_added(
    folder: PlanFolder, of: tuple[str, str], day: date, key: str, record: dict[str, Data]
) -> Addition:
    """One more of ``key``, difficulties or proposals, in the report of a sender for a period.

    ``of`` names both; where there is no report yet, one of that day begins with it.
    """
    sender, period = of
    model, offered = _RAISED[key]
    filled = _checked(model, record)
    fresh: dict[str, Data] = {"sender": sender, "period": period, "reported": day.isoformat()}
    change = Change(
        _report(folder, sender, period),
        (Append((key,), filled),),
        {**fresh, key: [filled]},
        "Báo cáo của một đơn vị trong một kỳ.",
    )
    return Addition(change, model, tuple(one for one in offered if one not in filled))


_RAISED: Mapping[str, tuple[type[Entity], tuple[str, ...]]] = {
    "difficulties": (Difficulty, ("to", "proposal")),
    "proposals": (Proposal, ("challenge", "lead", "goal", "roadmap", "product", "resources")),
}


def _folder(folder: PlanFolder) -> str:
    return f"data/plans/{folder.id}"


def _report(folder: PlanFolder, sender: str, period: str) -> str:
    return f"{_folder(folder)}/progress/{period}/{sender}.yaml"


def _listed(
    file: str,
    path: DataPath,
    model: type[Entity],
    record: dict[str, Data],
    offered: tuple[str, ...],
) -> Addition:
    """One more item of a list; a file that is not there yet begins with it."""
    filled = _checked(model, record)
    fresh: Data = [filled]
    for key in reversed(path):
        fresh = {str(key): fresh}
    change = Change(file, (Append(path, filled),), fresh, "")
    return Addition(change, model, tuple(one for one in offered if one not in filled))


def _filed(
    file: str,
    model: type[Entity],
    record: dict[str, Data],
    offered: tuple[str, ...],
    comment: str,
) -> Addition:
    """A file of its own."""
    filled = _checked(model, record)
    return Addition(Change(file, (), filled, comment), model, offered)


def _checked(model: type[Entity], record: dict[str, Data]) -> dict[str, Data]:
    """The keys that hold something, as the model takes them."""
    filled: dict[str, Data] = {
        key: value for key, value in record.items() if value not in (None, "", [], {})
    }
    model.model_validate(filled)
    return filled
