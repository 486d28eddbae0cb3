"""What a record of the focal agency changes in which file; whoever called writes the text.

The data are as the loader gives them: text, lists, maps and true/false. A model reads each record
before it is written, so that nothing gets into a file that could not be read out of it again.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from kehoach_cli.errors import EditRefused
from kehoach_cli.frozen import frozen
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.model.amendment import Change as Amended
from kehoach_cli.model.fields import Entity
from kehoach_cli.model.records import Closing, Letter, ReceiptRecord, Reopening, SentBack
from kehoach_cli.model.register import Round
from kehoach_cli.source.characters import clean
from kehoach_cli.source.edit import Append, Operation, Remove, Set, compose, edit
from kehoach_cli.source.fold import Data
from kehoach_cli.workspace.entities import Located, PlanFolder, Workspace

_HARMLESS = frozenset({"bad-suppression", "forbidden-character"})
"""Faults beside which it is known what the file says; they stay for whoever mends them."""

_RECEIPTS = "Sổ báo cáo đến: mỗi lần một đơn vị gửi một dòng."
_CLOSINGS = "Các kỳ đã chốt: báo cáo và sổ báo cáo đến của kỳ ấy không được đổi lặng lẽ."
_LETTERS = "Sổ công văn đi; chưa có số, ngày là chưa gửi."
_AMENDMENTS = (
    "Sửa đổi, bổ sung, đính chính: từng chỗ, lời cũ và lời mới; có số, ngày là đã ban hành."
)
_ROUND = "Kỳ báo cáo: công văn hướng dẫn, ngày chốt số liệu, hạn gửi báo cáo."


@frozen
class Change:
    """What is to be done to one file; ``fresh`` is what it holds where there is none yet."""

    file: str
    operations: tuple[Operation, ...]
    fresh: Data
    comment: str


@frozen
class Difference:
    """What a round says of something so far, and what it is to say; ``path`` as in the file."""

    path: tuple[str, ...]
    recorded: str
    wanted: str


def changed_text(ws: Workspace, change: Change) -> str:
    """The whole text of the file after the change, all that nobody named as it was typed.

    Raises:
        EditRefused: the file has an error, somebody has changed it since the workspace was read,
            or it is typed in a way that the change cannot be written into.
    """
    refuse_faulty(ws, change.file)
    before = text_on_disk(ws, change.file)
    if before is None:
        return compose(change.fresh, comment=change.comment)
    return edit(before, change.file, change.operations)


def refuse_faulty(ws: Workspace, file: str) -> None:
    """Raise ``EditRefused`` for a file that has an error: nobody knows what it wants to say."""
    if any(one.place.file == file and one.kind not in _HARMLESS for one in ws.faults):
        raise EditRefused(
            f"không ghi vào «{file}»: tệp đang có lỗi",
            f"sửa lỗi của tệp trước; xem: kehoach validate {file}",
        )


def text_on_disk(ws: Workspace, file: str) -> str | None:
    """The file as it is typed, its line ends too; None where there is none.

    Raises ``EditRefused`` where somebody has changed it since the workspace was read.
    """
    path = ws.root / file
    if file not in ws.sources and not os.path.lexists(path):
        return None
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        text = None
    if text is None or file not in ws.sources or clean(text) != ws.sources[file].text:
        raise EditRefused(
            f"không ghi vào «{file}»: tệp vừa được người khác thay đổi", "chạy lại lệnh"
        )
    return text


def receipt_added(folder: PlanFolder, record: dict[str, Data]) -> Change:
    """One more line of the plan's ``receipts.yaml``."""
    return _added(folder, "receipts.yaml", ReceiptRecord, record, _RECEIPTS)


def same_receipt(folder: PlanFolder, record: Mapping[str, Data]) -> Located[ReceiptRecord] | None:
    """The line that tells of the same paper: equal sender, period, form, number and date.

    Without a number the day on which it came tells papers apart. What was sent back may come again.
    """
    wanted = ReceiptRecord.model_validate(record)
    for one in folder.receipts:
        if one.value.sent_back is None and _paper(one.value) == _paper(wanted):
            return one
    return None


def _paper(one: ReceiptRecord) -> tuple[object, ...]:
    last = (one.number, one.date) if one.number else one.received
    return one.sender, one.period, one.how, last


def last_receipt(
    folder: PlanFolder, sender: str, period_id: str, number: str | None
) -> Located[ReceiptRecord] | None:
    """The last paper of the sender for that period, of a number if given.

    None where it has been returned: a paper that came before it is never meant instead.
    """
    found = [
        one
        for one in folder.receipts
        if (one.value.sender, one.value.period) == (sender, period_id)
        and number in {None, one.value.number}
    ]
    last = max(found, key=lambda one: (one.value.received, one.path), default=None)
    return last if last and last.value.sent_back is None else None


def receipt_sent_back(receipt: Located[ReceiptRecord], mark: dict[str, Data]) -> Change:
    """That line, now marked as returned to its sender; ``mark`` holds day and reason."""
    SentBack.model_validate(mark)
    return _marked(receipt, "sent_back", mark)


def closing_added(folder: PlanFolder, record: dict[str, Data]) -> Change:
    """One more line of the plan's ``closings.yaml``."""
    return _added(folder, "closings.yaml", Closing, record, _CLOSINGS)


def closing_reopened(closing: Located[Closing], mark: dict[str, Data]) -> Change:
    """That closing, reopened; ``mark`` holds day, document and reason."""
    Reopening.model_validate(mark)
    return _marked(closing, "reopened", mark)


def _added(
    folder: PlanFolder, name: str, model: type[Entity], record: dict[str, Data], comment: str
) -> Change:
    model.model_validate(record)
    return Change(f"data/plans/{folder.id}/{name}", (Append((), record),), [record], comment)


def _marked(item: Located[Entity], key: str, mark: dict[str, Data]) -> Change:
    return Change(item.file, (Set((*item.path, key), mark),), None, "")


def round_opened(ws: Workspace, wanted: dict[str, Data]) -> tuple[Change, tuple[Difference, ...]]:
    """The change that opens a round or completes it, and where its file says otherwise so far.

    ``wanted`` is the round as a new file would hold it; what it leaves out stays as it is. Another
    guiding letter takes the place of the whole one that is recorded.
    Raises ``EditRefused`` where the file has an error.
    """
    own = Round.model_validate(wanted).id
    file = f"data/periods/{own}.yaml"
    refuse_faulty(ws, file)
    source = ws.sources.get(file)
    held = source.data if source and isinstance(source.data, dict) else {}
    operations: list[Operation] = []
    differences: list[Difference] = []
    for key, value in wanted.items():
        old = held.get(key)
        if not isinstance(value, dict) or not isinstance(old, dict):
            if old is None:
                operations.append(Set((key,), value))
            elif _says_otherwise(own, (key,), old, value):
                differences.append(Difference((key,), str(old), str(value)))
                operations.append(Set((key,), value))
            continue
        differing = [
            one for one in value if _says_otherwise(own, (key, one), old.get(one), value[one])
        ]
        differences += [Difference((key, one), str(old[one]), str(value[one])) for one in differing]
        if key == "guide" and "number" in differing:
            operations.append(Set((key,), value))
            continue
        news = (one for one in value if old.get(one) is None or one in differing)
        operations += [Set((key, one), value[one]) for one in news]
    return Change(file, tuple(operations), wanted, _ROUND), tuple(differences)


def _says_otherwise(own: str, path: tuple[str, ...], old: Data, new: Data) -> bool:
    """Both say something of it, and not the same; 16/12/2027 and 2027-12-16 are the same."""
    if old is None or path == ("id",):
        return False
    return _round_with(own, path, old) != _round_with(own, path, new)


def _round_with(own: str, path: tuple[str, ...], value: Data) -> Round:
    for key in reversed(path):
        value = {key: value}
    return Round.model_validate({"id": own, **(value if isinstance(value, dict) else {})})


def letter_recorded(
    folder: PlanFolder, record: dict[str, Data], *, replace: bool = False
) -> Change | None:
    """One more line of the plan's ``letters.yaml``, or what its line does not say yet.

    Its line is that of the same id; with ``replace`` it says what the record says, and the day of
    another letter goes with its number. None where there is nothing to write, and where somebody
    has typed in such a letter for the period.
    """
    wanted = Letter.model_validate(record)
    own = next((one for one in folder.letters if one.value.id == wanted.id), None)
    if own is None:
        alike = (wanted.kind, wanted.period)
        if any((one.value.kind, one.value.period) == alike for one in folder.letters):
            return None
        return _added(folder, "letters.yaml", Letter, record, _LETTERS)
    operations: list[Operation] = [
        Set((*own.path, key), value)
        for key, value in record.items()
        if (old := getattr(own.value, key)) is None or (replace and old != getattr(wanted, key))
    ]
    if replace and own.value.number not in {None, wanted.number} and wanted.date is None:
        operations += [Remove((*own.path, "date"))] if own.value.date else []
    return Change(own.file, tuple(operations), None, "") if operations else None


def amendment_recorded(
    folder: PlanFolder, draft: Located[Amendment] | None, record: Amendment
) -> Change | None:
    """One more line of ``amendments.yaml``, or what its draft there does not say yet.

    None where it says all of it.
    """
    if draft is None:
        said: dict[str, Data] = {"id": record.id, "kind": record.kind}
        said |= {"reason": record.reason} if record.reason else {}
        said["changes"] = [_wording(one) for one in record.changes]
        return _added(folder, "amendments.yaml", Amendment, said, _AMENDMENTS)
    there = draft.value.changes
    operations: list[Operation] = [
        Set((*draft.path, "changes", place, "new"), new.new)
        for place, (old, new) in enumerate(zip(there, record.changes, strict=False))
        if old.new != new.new
    ]
    operations += [
        Append((*draft.path, "changes"), _wording(one)) for one in record.changes[len(there) :]
    ]
    if draft.value.reason is None and record.reason:
        operations.append(Set((*draft.path, "reason"), record.reason))
    return Change(draft.file, tuple(operations), None, "") if operations else None


def _wording(one: Amended) -> dict[str, Data]:
    held: dict[str, Data] = {"clause": one.clause, "old": one.old, "new": one.new}
    return {key: value for key, value in held.items() if value is not None}
