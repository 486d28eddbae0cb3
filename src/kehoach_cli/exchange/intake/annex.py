"""The Phụ lục: its heading, the header of its table, groups and tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach_cli.diagnostics import DataPath
from kehoach_cli.exchange.intake.columns import Columns, find_columns
from kehoach_cli.exchange.intake.lines import Field, Grid, Line, Remark, Surety
from kehoach_cli.exchange.intake.names import Names, Party
from kehoach_cli.exchange.intake.parts import AnnexPart
from kehoach_cli.frozen import frozen
from kehoach_cli.source.fold import Data
from kehoach_cli.vn.due import DueShape, read_due
from kehoach_cli.vn.money import MoneyError, parse_money, with_unit

_NUMBERED = re.compile(r"(?:PHỤ LỤC|Phụ lục)\s*(?:số\s+)?([IVXLC]+|\d+)?\s*[:.]?\s*(.*)", re.DOTALL)
_REFERENCE = re.compile(r"\(?\s*(?:Ban hành k|K)èm theo", re.IGNORECASE)
_UNIT = re.compile(r"\(?\s*(?:Đơn vị tính|ĐVT)\s*:?\s*(.*?)\s*\)?")
_ROMAN = re.compile(r"[IVXLC]+\.?|[A-Z]\.?")
_INDEX = re.compile(r"\(?\d{1,2}\)?")
_MANY = 2
_NO_TABLE = "không có bảng; bảng trong PDF không tách được thì nhập từ bản Word hoặc Excel"
_UNKNOWN = {DueShape.UNKNOWN, DueShape.NOT_A_DEADLINE}


@frozen
class Annexed:
    """The annex as data and its rows as tasks, with comments by path in ``tasks.yaml``."""

    annex: dict[str, Data] | None = None
    tasks: tuple[Data, ...] = ()
    comments: dict[DataPath, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


@dataclass(slots=True)
class _Rows:
    """The tasks gathered while the rows of a table are read."""

    names: Names
    plan_id: str
    before: int
    unit: str
    group: str = ""
    tasks: list[Data] = field(default_factory=list)
    comments: dict[DataPath, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def read_annexes(parts: Sequence[AnnexPart], names: Names, plan_id: str, before: int) -> Annexed:
    """The first annex with a table of tasks; others are named as not taken."""
    taken: Annexed | None = None
    remarks: list[Remark] = []
    for part in parts:
        found = _annex(part, names, plan_id, before) if taken is None else None
        if found is None:
            said = "không có bảng nhiệm vụ đọc được, hoặc là Phụ lục thứ hai; chưa đưa vào dữ liệu"
            remarks.append(Remark(Surety.OPEN, "phụ lục", said, part.where))
        else:
            taken = found
    if taken is None:
        return Annexed(remarks=tuple(remarks))
    return Annexed(taken.annex, taken.tasks, taken.comments, (*taken.remarks, *remarks))


def _annex(part: AnnexPart, names: Names, plan_id: str, before: int) -> Annexed | None:
    lines = [one for one in part.items if isinstance(one, Line)]
    grids = [one for one in part.items if isinstance(one, Grid)]
    if not lines and not grids:
        return None
    number, title, unit = _heading(lines)
    annex: dict[str, Data] = {"number": number} if number else {}
    annex["title"] = title or "Danh mục nhiệm vụ"
    columns = next(((grid, one) for grid in grids if (one := find_columns(grid))), None)
    if columns is None:
        said = "không thấy bảng có cột nhiệm vụ" if grids else _NO_TABLE
        remark = Remark(Surety.OPEN, "bảng của phụ lục", said, part.where)
        return Annexed(annex, remarks=(remark,))
    grid, found = columns
    rows = _Rows(names, plan_id, before, found.unit or unit)
    _read_rows(grid, found, rows)
    for other in grids[grids.index(grid) + 1 :]:
        _read_rows(other, _going_on(other, found), rows)
    annex["columns"] = list(found.keys)
    remarks = (*_about(grid, found, rows), *rows.remarks)
    return Annexed(annex, tuple(rows.tasks), rows.comments, remarks)


def _going_on(grid: Grid, columns: Columns) -> Columns:
    """The same columns for a table that goes on on another page, whose header may repeat."""
    again = find_columns(grid)
    return again or Columns(columns.places, columns.titles, 0, columns.unit)


def _heading(lines: Sequence[Line]) -> tuple[str, str, str]:
    """Number, title and unit that stand above the table."""
    said: list[str] = []
    number, unit = "", ""
    for line in lines:
        if (found := _NUMBERED.fullmatch(line.text)) and not said:
            number = found[1] or ""
            said += [found[2]] if found[2] else []
        elif measured := _UNIT.fullmatch(line.text):
            unit = measured[1]
        elif not _REFERENCE.match(line.text) and not said:
            said.append(line.text)
    title = " ".join(said).strip()
    return number, title.capitalize() if title.isupper() else title, unit


def _read_rows(grid: Grid, columns: Columns, rows: _Rows) -> None:
    for number in range(columns.first_row, len(grid.rows)):
        row = grid.rows[number]
        said = [cell.text.strip() for cell in row]
        if not any(said) or all(_INDEX.fullmatch(one) for one in said if one):
            continue
        if heading := _group(row, columns):
            rows.group = heading
        else:
            _read_row(row, columns, rows, grid.place(number))


def _group(row: Sequence[Field], columns: Columns) -> str:
    """The heading of the rows below: alone in its row, beside no more than a number."""
    own = [cell.text.strip() for cell in row if not cell.covered and cell.text.strip()]
    others = {cell.text.strip() for cell in row if cell.text.strip()} - set(own[:1])
    first = row[columns.places["number"]].text.strip() if "number" in columns.places else ""
    if len(own) == 1 and not others:
        return "" if own[0] == first and not _spans(row) else _one_line(own[0])
    if len(own) == _MANY and own[0] == first:
        is_roman = _ROMAN.fullmatch(first) is not None
        return _one_line(own[1]) if is_roman or len(others) == 1 else ""
    return ""


def _spans(row: Sequence[Field]) -> bool:
    return sum(cell.covered for cell in row) > len(row) // _MANY


def _read_row(row: Sequence[Field], columns: Columns, rows: _Rows, where: str) -> None:
    said = {key: row[place].text.strip() for key, place in columns.places.items()}
    title = _one_line(said.get("title", ""))
    if not title:
        rows.remarks.append(Remark(Surety.OPEN, "hàng không có tên nhiệm vụ", _shown(row), where))
        return
    leads = rows.names.parties(said.get("lead", ""))
    comments: list[str] = []
    data: dict[str, Data] = {
        "id": f"{rows.plan_id}-{rows.before + len(rows.tasks) + 1:02d}",
        "kind": "annex",
        "source": {"clause": "Phụ lục"},
        "group": rows.group,
        "title": title,
        "lead": _ids(leads[:1], comments, rows, where)[:1],
        "co_leads": _ids(leads[1:], comments, rows, where),
        "support": _ids(rows.names.parties(said.get("support", "")), comments, rows, where),
        "person": _one_line(said.get("person", "")),
        "product": _one_line(said.get("product", "")),
        "approver": _approver(said.get("approver", ""), comments, rows, where),
        "due": _due(said.get("due", ""), comments, rows, where),
        "note": _note(row, columns, rows, where),
    }
    data["lead"] = data["lead"][0] if isinstance(data["lead"], list) and data["lead"] else None
    if comments:
        rows.comments["tasks", rows.before + len(rows.tasks)] = "; ".join(comments)
    rows.tasks.append({key: value for key, value in data.items() if value})


def _ids(parties: Sequence[Party], comments: list[str], rows: _Rows, where: str) -> list[Data]:
    found: list[Data] = []
    for party in parties:
        if not party.id:
            near = ", ".join(f"{one.id} ({one.share}%)" for one in party.near)
            said = f"«{party.said}» chưa có trong danh bạ{f'; gần giống: {near}' if near else ''}"
            comments.append(said)
            rows.remarks.append(Remark(Surety.OPEN, "cơ quan", said, where))
        found.append(rows.names.id_of(party))
    return found


def _approver(text: str, comments: list[str], rows: _Rows, where: str) -> str:
    if not text:
        return ""
    ids = _ids(rows.names.parties(text)[:1], comments, rows, where)
    return str(ids[0]) if ids else ""


def _due(text: str, comments: list[str], rows: _Rows, where: str) -> str:
    """The due as printed; one that is not understood stays and is named."""
    said = _one_line(text)
    if said and read_due(said).shape in _UNKNOWN:
        comments.append("thời hạn chưa hiểu")
        rows.remarks.append(Remark(Surety.OPEN, "thời hạn chưa hiểu", said, where))
    return said


def _note(row: Sequence[Field], columns: Columns, rows: _Rows, where: str) -> str:
    """The note, and after it what columns hold that tasks have no key for, money among it."""
    said = [_one_line(row[columns.places["note"]].text)] if "note" in columns.places else []
    for place, title in columns.titles.items():
        text = _one_line(row[place].text)
        if text:
            said.append(f"{title}: {_with_unit(text, title, rows, where)}")
    return "; ".join(one for one in said if one)


def _with_unit(text: str, title: str, rows: _Rows, where: str) -> str:
    """An amount with the unit of its table, read as a check; any other text as it is."""
    if "kinh phí" not in title.lower() and "vốn" not in title.lower():
        return text
    is_bare = rows.unit and not any(map(str.isalpha, text))
    for said in (f"{text} {rows.unit}",) if is_bare else (text,):
        try:
            amount = with_unit(parse_money(said))
        except MoneyError:
            continue
        what = "kinh phí (ghi ở note; muốn theo dõi thì thêm khóa money)"
        rows.remarks.append(Remark(Surety.LIKELY, what, f"{text} → {amount}", where))
        return said
    rows.remarks.append(Remark(Surety.OPEN, "kinh phí chưa hiểu", text, where))
    return text


def _about(grid: Grid, columns: Columns, rows: _Rows) -> Iterator[Remark]:
    named = ", ".join(columns.keys)
    yield Remark(
        Surety.SURE, "bảng của phụ lục", f"{len(rows.tasks)} nhiệm vụ; {named}", grid.where
    )
    for title in columns.titles.values():
        yield Remark(Surety.UNSURE, "cột lạ, ghi vào note", title, grid.where)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shown(row: Sequence[Field]) -> str:
    return " | ".join(_one_line(cell.text) for cell in row)[:120]
