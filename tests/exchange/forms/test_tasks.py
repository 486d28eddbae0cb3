"""The tasks of an annex as a workbook: out to whoever drafts the plan, back in with the merge."""

from __future__ import annotations

import shutil
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.exchange.forms.annex_book import annex_changes, annex_form
from kehoach_cli.exchange.forms.importing import receive_book
from kehoach_cli.exchange.forms.reading import cells_of
from kehoach_cli.exchange.forms.taking import Asked
from kehoach_cli.exchange.forms.workbook import form_bytes
from kehoach_cli.model.plan import Task
from kehoach_cli.workspace import load
from kehoach_cli.workspace.records import changed_text

AS_OF = date(2027, 3, 1)
TASKS = "data/plans/mau/tasks.yaml"
BASE = Path(__file__).parents[2] / "workspaces" / "base"
MORE = """\
  - id: pl-2   # giữ ghi chú này
    kind: annex
    source: {clause: Phụ lục}
    group: Hạ tầng
    title: Lắp đặt trạm dữ liệu
    lead: so-tc
    due: Quý II/2028
    money:
      - {year: 2027, level: tinh, kind: dau-tu, source: Ngân sách tỉnh, needed: 1.500 triệu đồng}
      - {year: 2028, level: tinh, kind: dau-tu, source: Ngân sách tỉnh, needed: 123456789}
  - id: pl-3
    kind: annex
    source: {clause: Phụ lục}
    title: Tập huấn cán bộ
    lead: so-yt
    due: Năm 2028
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = shutil.copytree(BASE, tmp_path / "ws")
    plan = root / "data/plans/mau/plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("state: issued", "state: draft"), encoding="utf-8")
    with (root / TASKS).open("a", encoding="utf-8") as file:
        file.write(MORE)
    return root


class Annex:
    """The workbook in the hands of whoever drafts the plan."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)

    def sheet(self, name: str = "Nhiệm vụ") -> Worksheet:
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def row(self, code: str, name: str = "Nhiệm vụ") -> int:
        codes = (one for (one,) in self.sheet(name).iter_rows(min_row=4, max_col=1))
        return next(int(one.row or 0) for one in codes if (one.value or "") == code)

    def put(self, row: int, name: str = "Nhiệm vụ", /, **said: object) -> None:
        sheet = self.sheet(name)
        titles = [one.value for one in sheet[3]]
        for title, value in said.items():
            place = titles.index(title.replace("_", " ")) + 1
            sheet.cell(row, place).value = value  # type: ignore[assignment]

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


@pytest.fixture
def annex(kehoach: Kehoach, tmp_path: Path) -> Annex:
    assert kehoach("tasks", "export", "mau", "--out", tmp_path)[0] == exits.CLEAN
    return Annex(tmp_path / "bang-nhiem-vu-mau.xlsx")


def tasks(root: Path) -> dict[str, Task]:
    return {one.value.id: one.value for one in load(root).of(Task)}


def test_nothing_changed_changes_nothing(kehoach: Kehoach, root: Path, annex: Annex) -> None:
    before = (root / TASKS).read_bytes()
    code, out, _ = kehoach("tasks", "import", annex.save())
    assert (code, (root / TASKS).read_bytes()) == (exits.CLEAN, before)
    assert "không có gì mới" in out


def test_changed_cells_are_taken_and_all_else_stays(
    kehoach: Kehoach, root: Path, annex: Annex
) -> None:
    before = (root / TASKS).read_text(encoding="utf-8")
    row = annex.row("pl-2")
    annex.put(row, Chủ_trì="sở y tế", Phối_hợp="STC; UBND xã Một", Thời_hạn="quý III/2028")
    assert kehoach("tasks", "import", annex.save())[0] == exits.CLEAN
    assert (root / TASKS).read_text(encoding="utf-8") == before.replace(
        "    lead: so-tc\n    due: Quý II/2028\n",
        "    lead: so-yt\n    due: quý III/2028\n",
    ).replace("source: Ngân sách tỉnh, needed: 123456789}\n", _SUPPORT, 1)


_SUPPORT = "source: Ngân sách tỉnh, needed: 123456789}\n    support: [so-tc, xa-mot]\n"


def test_money_is_typed_in_millions_line_by_line(
    kehoach: Kehoach, root: Path, annex: Annex
) -> None:
    money = "Kinh phí"
    shown = [one.value for one in annex.sheet(money)[annex.row("pl-2/2", money)]]
    assert 123.456789 in shown
    annex.put(annex.row("pl-2/1", money), money, **{"Nhu cầu (triệu đồng)": "1,6 tỷ đồng"})
    new = {
        "Năm": 2029,
        "Cấp ngân sách": "Ngân sách cấp xã",
        "Loại chi": "Chi thường xuyên",
        "Nguồn kinh phí": "Ngân sách xã",
        "Nhu cầu (triệu đồng)": 20.5,
    }
    annex.put(annex.row("pl-2/3", money), money, **new)
    annex.put(annex.row("pl-3/1", money), money, **new)
    assert kehoach("tasks", "import", annex.save())[0] == exits.CLEAN
    found = tasks(root)
    assert [one.needed for one in found["pl-2"].money] == [1_600_000_000, 123_456_789, 20_500_000]
    assert [(one.year, one.level) for one in found["pl-3"].money] == [(2029, "xa")]
    assert kehoach("validate")[0] == exits.CLEAN


def test_all_money_of_a_task_is_taken_away(kehoach: Kehoach, root: Path, annex: Annex) -> None:
    money = "Kinh phí"
    for cell in annex.sheet(money)[annex.row("pl-2/1", money)][2:-1]:
        cell.value = None
    annex.sheet(money).delete_rows(annex.row("pl-2/2", money))
    assert kehoach("tasks", "import", annex.save())[0] == exits.FOUND
    assert kehoach("tasks", "import", annex.path, "--remove")[0] == exits.CLEAN
    assert tasks(root)["pl-2"].money == ()
    assert "money" not in (root / TASKS).read_text(encoding="utf-8")


def test_rows_without_a_code_are_new_tasks_once(kehoach: Kehoach, root: Path, annex: Annex) -> None:
    annex.sheet().insert_rows(annex.row("pl-2"))
    annex.put(annex.row(""), Nội_dung_nhiệm_vụ="Việc chen giữa", Chủ_trì="so-tc")
    last = annex.sheet().max_row + 1
    annex.put(last, Nội_dung_nhiệm_vụ="Việc thêm ở cuối", Thời_hạn="Năm 2029")
    code, out, _ = kehoach("tasks", "import", annex.save())
    assert code == exits.CLEAN
    assert "thêm nhiệm vụ pl-4: Việc chen giữa" in out
    found = tasks(root)
    assert list(found)[-5:] == ["pl-1", "pl-4", "pl-2", "pl-3", "pl-5"]
    assert (found["pl-5"].title, found["pl-5"].due) == ("Việc thêm ở cuối", "Năm 2029")
    code, out, _ = kehoach("tasks", "import", annex.path)
    assert (code, len(tasks(root))) == (exits.CLEAN, len(found))
    assert "không có gì mới" in out


def test_an_id_that_somebody_took_meanwhile_is_not_given_again(
    kehoach: Kehoach, root: Path, annex: Annex
) -> None:
    new = ("new", "task", "mau", "Việc của người khác", "--lead", "so-yt")
    assert kehoach(*new)[0] == exits.CLEAN
    annex.put(annex.row(""), Nội_dung_nhiệm_vụ="Việc của tôi")
    code, out, _ = kehoach("tasks", "import", annex.save())
    assert code == exits.CLEAN
    assert "pl-5: Việc của tôi" in out
    found = tasks(root)
    assert [found[one].title for one in ("pl-4", "pl-5")] == ["Việc của người khác", "Việc của tôi"]


def test_a_new_row_at_the_end_joins_its_group(kehoach: Kehoach, root: Path, annex: Annex) -> None:
    last = annex.sheet().max_row + 1
    annex.put(last, Nội_dung_nhiệm_vụ="Kéo cáp quang", Nhóm_nhiệm_vụ="Hạ tầng")
    annex.put(last + 1, Nội_dung_nhiệm_vụ="Mở lớp", Nhóm_nhiệm_vụ="Nhân lực")
    assert kehoach("tasks", "import", annex.save())[0] == exits.CLEAN
    assert list(tasks(root))[-5:] == ["pl-1", "pl-2", "pl-4", "pl-3", "pl-5"]
    assert "  - id: pl-2   # giữ ghi chú này\n" in (root / TASKS).read_text(encoding="utf-8")


def test_a_new_row_at_the_top_comes_first(kehoach: Kehoach, root: Path, annex: Annex) -> None:
    annex.sheet().insert_rows(annex.row("pl-1"))
    annex.put(annex.row(""), Nội_dung_nhiệm_vụ="Việc đầu tiên")
    annex.sheet().delete_rows(annex.row("pl-2"))
    assert kehoach("tasks", "import", annex.save(), "--remove")[0] == exits.CLEAN
    assert list(tasks(root))[-3:] == ["pl-4", "pl-1", "pl-3"]


def test_a_row_that_is_gone_is_asked_about(kehoach: Kehoach, root: Path, annex: Annex) -> None:
    annex.put(annex.row("pl-1"), Sản_phẩm="Kho dữ liệu số")
    annex.sheet().delete_rows(annex.row("pl-2"))
    before = (root / TASKS).read_bytes()
    code, out, _ = kehoach("tasks", "import", annex.save())
    assert (code, (root / TASKS).read_bytes()) == (exits.FOUND, before)
    assert "KH910" in out
    assert "«pl-2» (Lắp đặt trạm dữ liệu)" in out
    assert kehoach("tasks", "import", annex.path, "--yes")[0] == exits.CLEAN
    assert {"pl-1", "pl-2", "pl-3"} < set(tasks(root))
    code, out, _ = kehoach("tasks", "import", annex.path, "--remove")
    assert code == exits.CLEAN
    assert "bỏ nhiệm vụ pl-2" in out
    assert "pl-2" not in tasks(root)
    assert kehoach("validate")[0] == exits.CLEAN


def test_a_task_that_is_referred_to_is_not_taken_out(
    kehoach: Kehoach, root: Path, annex: Annex
) -> None:
    (root / "data/plans/mau/extensions.yaml").write_text(
        "- {task: pl-2, due: Quý IV/2028, reason: Chờ hướng dẫn}\n", encoding="utf-8"
    )
    annex.sheet().delete_rows(annex.row("pl-2"))
    code, out, _ = kehoach("tasks", "import", annex.save(), "--remove")
    assert code == exits.FOUND
    assert "extensions.yaml» còn nói đến nó" in out
    assert "pl-2" in tasks(root)


def test_what_both_changed_is_shown(kehoach: Kehoach, root: Path, annex: Annex) -> None:
    file = root / TASKS
    typed = file.read_text(encoding="utf-8").replace("due: Quý II/2028", "due: Quý I/2028")
    file.write_text(typed, encoding="utf-8")
    annex.put(annex.row("pl-2"), Thời_hạn="Quý III/2028", Chủ_trì="so-yt")
    code, out, _ = kehoach("tasks", "import", annex.save())
    assert (code, file.read_text(encoding="utf-8")) == (exits.FOUND, typed)
    assert "biểu ghi «Quý III/2028», dữ liệu ghi «Quý I/2028»" in out
    assert kehoach("tasks", "import", annex.path, "--theirs")[0] == exits.CLEAN
    assert tasks(root)["pl-2"].due == "Quý III/2028"


def test_what_cannot_be_told_is_refused_by_cell(kehoach: Kehoach, root: Path, annex: Annex) -> None:
    before = (root / TASKS).read_bytes()
    annex.put(annex.row("pl-1"), Thời_hạn="khi nào xong", Phối_hợp="STC; Sở Rừng")
    annex.put(annex.row("pl-2"), Thời_hạn="31/6/2028", Sản_phẩm="=A1")
    annex.put(annex.row("pl-3"), Nội_dung_nhiệm_vụ=None)
    annex.put(annex.row(""), Mã_nhiệm_vụ="I. HẠ TẦNG", Nội_dung_nhiệm_vụ="Nhóm")
    code, out, _ = kehoach("tasks", "import", annex.save(), "--dry-run")
    assert (code, (root / TASKS).read_bytes()) == (exits.FOUND, before)
    for sentence in (
        "«khi nào xong» không đọc được là một thời hạn",
        "«31/6/2028» không đọc được là một thời hạn",
        "«Sở Rừng» không có trong danh sách",
        "«I. HẠ TẦNG» không phải mã của dòng nào",
        "ô này để trống",
        "ô là công thức",
    ):
        assert sentence in out


def test_an_issued_plan_is_refused_both_ways(kehoach: Kehoach, root: Path, annex: Annex) -> None:
    plan = root / "data/plans/mau/plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("state: draft", "state: issued"), encoding="utf-8")
    code, out, _ = kehoach("tasks", "import", annex.save())
    assert code == exits.FOUND
    assert "đã ban hành nên Phụ lục không sửa thẳng được" in out
    code, _, err = kehoach("tasks", "export", "mau")
    assert code == exits.FAILED
    assert "sửa đổi, bổ sung" in err


def test_each_command_refuses_the_workbook_of_the_other(
    kehoach: Kehoach, annex: Annex, tmp_path: Path
) -> None:
    code, out, _ = kehoach("forms", "import", annex.save())
    assert (code, "nhận bằng kehoach tasks import" in out) == (exits.FOUND, True)
    kehoach("forms", "export", "--period", "2027", "--agency", "so-khcn", "--out", tmp_path)
    code, out, _ = kehoach("tasks", "import", tmp_path / "bieu-bao-cao-2027-so-khcn.xlsx")
    assert (code, "nhận bằng kehoach forms import" in out) == (exits.FOUND, True)


def test_the_hidden_part_may_be_lost(kehoach: Kehoach, root: Path, annex: Annex) -> None:
    del annex.book["_goc"]
    for sheet in (annex.sheet(), annex.sheet("Kinh phí")):
        sheet.delete_cols(sheet.max_column)
    annex.put(annex.row("pl-3"), Sản_phẩm="Lớp tập huấn")
    assert kehoach("tasks", "import", annex.save())[0] == exits.FOUND
    assert kehoach("tasks", "import", annex.path, "--yes")[0] == exits.CLEAN
    assert tasks(root)["pl-3"].product == "Lớp tập huấn"


WORDS = st.sampled_from(["", "Một", "Hai lần", "Ba: bốn", "'năm'"])
KEYS = {"Sản phẩm": "product", "Ghi chú": "note", "Người, đơn vị phụ trách": "person"}
EDITS = st.dictionaries(
    st.tuples(st.sampled_from(["pl-1", "pl-2", "pl-3"]), st.sampled_from(sorted(KEYS))), WORDS
)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(theirs=EDITS, ours=EDITS)
def test_random_edits_on_both_sides_lose_and_invent_nothing(
    root: Path, theirs: dict[tuple[str, str], str], ours: dict[tuple[str, str], str]
) -> None:
    before = load(root)
    folder = before.folder("mau")
    assert folder is not None
    sent = form_bytes(annex_form(before, folder, AS_OF))
    original = (root / TASKS).read_text(encoding="utf-8")
    first = _edited(root, sent, ours)
    assert first is not None
    try:
        (root / TASKS).write_text(first, encoding="utf-8")
        held, asked = tasks(root), _edited(root, sent, theirs)
        base = {one.value.id: one.value for one in before.of(Task)}
        clashes = [
            at
            for at, text in theirs.items()
            if (text or None) not in {_of(base, at), _of(held, at)}
            and _of(held, at) != _of(base, at)
        ]
        if clashes:
            assert asked is None
            return
        (root / TASKS).write_text(asked or first, encoding="utf-8")
        after = tasks(root)
        for at in {*theirs, *ours}:
            changed = at in theirs and (theirs[at] or None) != _of(base, at)
            assert _of(after, at) == ((theirs[at] or None) if changed else _of(held, at))
    finally:
        (root / TASKS).write_text(original, encoding="utf-8")


def _of(found: dict[str, Task], at: tuple[str, str]) -> str | None:
    value: str | None = getattr(found[at[0]], KEYS[at[1]])
    return value


def _edited(root: Path, sent: bytes, edits: dict[tuple[str, str], str]) -> str | None:
    """The file after the workbook came back with the edits; None where something clashes."""
    ws = load(root)
    annex = Annex.__new__(Annex)
    annex.book = _opened(sent)
    for (code, title), text in edits.items():
        annex.put(annex.row(code), **{title: text or None})
    asked = Asked(AS_OF, is_annex=True)
    outcome = receive_book(ws, lambda _: None, cells_of(annex.book), "x.xlsx", asked)
    if not outcome.is_sound or outcome.form is None or outcome.taken is None:
        assert {one.kind for one in outcome.faults} == {"form-conflict"}
        return None
    changes = annex_changes(ws, outcome.form, outcome.taken)
    texts = [changed_text(ws, one) for one in changes]
    return texts[0] if texts else (root / TASKS).read_text(encoding="utf-8")


def _opened(data: bytes) -> Any:
    return load_workbook(BytesIO(data))
