"""Changes to a YAML file that people typed: new text at a few places, all else as it was.

Never a dump over an existing file. The new text is folded again, and only when it says exactly
what was asked for is it given back: quotes, comments, blank lines and line ends that nobody named
stay byte for byte.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kehoach_cli.errors import EditRefused
from kehoach_cli.source.characters import BOM, clean
from kehoach_cli.source.fold import Data, Folded, fold
from kehoach_cli.source.operations import (
    Append,
    Insert,
    Operation,
    Remove,
    Set,
    Target,
    refusal,
    refuse_meeting,
    refuse_unwritable,
)
from kehoach_cli.source.rounds import write
from kehoach_cli.source.style import HOUSE, root_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Append", "Insert", "Operation", "Remove", "Set", "compose", "edit"]

_FIX_FIRST = "sửa lỗi đó trước; kehoach validate chỉ rõ chỗ sai"
_BY_HAND = "hãy sửa tệp bằng tay, hoặc viết lại chỗ đó theo dạng thường dùng rồi thử lại"
_NO_LINE_END = "tệp chưa kết thúc bằng dấu xuống dòng; hãy xuống dòng ở cuối tệp rồi thử lại"


def edit(text: str, file: str, operations: Sequence[Operation]) -> str:
    """The text after all operations; ``text`` may hold any line ends and a byte order mark.

    Sets and appends come in their order, then removals, insertions last; the paths of both count
    items as ``text`` does. A value that is already there changes nothing.

    Raises:
        EditRefused: the text is broken, a path is not there, two operations meet, or the text
            is typed in a way that the operations cannot be written into.
    """
    before = _folded(text, file)
    growing = [one for one in operations if isinstance(one, Set | Append)]
    removals = sorted(
        (one for one in operations if isinstance(one, Remove)), key=_rank, reverse=True
    )
    insertions = [one for one in operations if isinstance(one, Insert)]
    refuse_meeting([*growing, *insertions], removals, file)
    insertions = sorted((_settled(one, removals) for one in insertions), key=_rank, reverse=True)
    target = Target(before.data, file)
    growing = [one for one in growing if target.change(one)]
    for removal in removals:
        target.remove(removal.path)
    for insertion in insertions:
        target.insert(insertion)
    mark, body = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    changed = body
    for pending in (growing, removals, insertions):
        changed = _write(changed, file, pending)
    after = fold(clean(BOM + changed), file)
    if not _says(after, target.data) or not _kinds(after) <= _kinds(before):
        raise _unproven(body, file)
    return mark + changed


def compose(value: Data, *, comment: str = "") -> str:
    """A whole new file that holds ``value``, under ``comment`` (given without ``#`` signs).

    Every line is ended. None is a file without data.

    Raises:
        EditRefused: the value cannot be written (too deep, half of a surrogate pair).
    """
    refuse_unwritable(value, "")
    lines = [f"# {line}".rstrip() for line in comment.splitlines()]
    if value is not None:
        lines += [""] * bool(lines) + root_lines(value, HOUSE)
    text = "".join(f"{line}\n" for line in lines)
    if not _says(fold(clean(text), ""), value):
        raise refusal("", "nội dung có khoá quá dài, không ghi được vào tệp YAML")
    return text


def _write(body: str, file: str, pending: Sequence[Operation]) -> str:
    """Round after round: what lies within something else is written after it."""
    while pending:
        text, pending = write(body, pending)
        if fold(clean(BOM + text), file).is_broken:
            raise _unproven(body, file)
        body = text
    return body


def _rank(one: Insert | Remove) -> list[tuple[bool, str | int]]:
    """Last items first, so that those before keep their numbers."""
    return [(isinstance(step, int), step) for step in one.path]


def _settled(insertion: Insert, removals: Sequence[Remove]) -> Insert:
    """The same with items counted as they are when the removals are done."""
    path = insertion.path
    gone = {one.path for one in removals}
    settled = (
        step - sum((*path[:depth], before) in gone for before in range(step))
        if isinstance(step, int)
        else step
        for depth, step in enumerate(path)
    )
    return Insert(tuple(settled), insertion.values)


def _folded(text: str, file: str) -> Folded:
    folded = fold(clean(text), file)
    if folded.is_broken:
        problem = next((fault.args.get("problem") for fault in folded.faults), "")
        raise refusal(file, f"tệp có lỗi cú pháp YAML ({problem})", _FIX_FIRST)
    return folded


def _says(folded: Folded, wanted: Data) -> bool:
    return not folded.is_broken and folded.data == wanted


def _kinds(folded: Folded) -> Counter[tuple[str, object]]:
    return Counter((fault.kind, fault.args.get("key")) for fault in folded.faults)


def _unproven(text: str, file: str) -> EditRefused:
    hint = _BY_HAND if text.endswith(("\n", "\r")) else _NO_LINE_END
    return refusal(file, "cách viết của tệp không cho phép thay đổi chỗ này một cách an toàn", hint)
