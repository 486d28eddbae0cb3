"""``kehoach export``: DuckDB reads what ``status`` counts, and the public gets nothing internal."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits, run
from kehoach_cli.drafting.dataset import HEAD, TABLES
from kehoach_cli.model.register import INTERNAL_PARTS

ROOT = Path(__file__).parents[2]
EVERY_STATE = ROOT / "tests" / "workspaces" / "every-state"
DAY = ("--as-of", "18/12/2027", "--period", "2027")


@pytest.fixture
def kehoach(kehoach: Kehoach) -> Kehoach:
    def call(*words: str | Path) -> tuple[int, str, str]:
        return kehoach(*words, *(DAY if words[0] in {"export", "status"} else DAY[:2]))

    return call


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data set of two provinces."""
    folder = tmp_path_factory.mktemp("hai-tinh")
    with pytest.MonkeyPatch.context() as patch:
        for root in (ROOT / "examples", other_province(folder)):
            words = ("export", "--root", root, "--out", folder / "du-lieu", *DAY)
            patch.setattr(sys, "argv", ["kehoach", *map(str, words)])
            assert run() == exits.CLEAN
    return folder / "du-lieu"


def other_province(folder: Path) -> Path:
    root = shutil.copytree(EVERY_STATE, folder / "ws")
    settings = root / "kehoach.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('code: "00"', 'code: "01"'), encoding="utf-8")
    return root


def asked(out: Path, table: str, query: str) -> list[tuple[Any, ...]]:
    """What DuckDB answers; ``data`` in the query is the table."""
    files = f"{out}/{table}/**/*.parquet"
    source = (
        f"read_parquet('{files}', hive_partitioning = true, hive_types = {{'province': VARCHAR}})"
    )
    return duckdb.execute(query.replace("data", source)).fetchall()


def test_rows_count_what_status_counts(kehoach: Kehoach, both: Path) -> None:
    told = json.loads(kehoach("status", "--root", ROOT / "examples", "--format", "json")[1])
    for table, key in (
        ("tasks", "tasks"),
        ("states", "assignments"),
        ("commitments", "commitments"),
    ):
        found = asked(
            both, table, "SELECT state, count(*) FROM data WHERE province = '00' GROUP BY state"
        )
        counted = {state: count for state, count in told["totals"][key]["states"].items() if count}
        assert dict(found) == counted


def test_provinces_make_one_data_set(both: Path) -> None:
    found = asked(both, "tasks", "SELECT province, year, count(*) > 0 FROM data GROUP BY ALL")
    assert sorted(found) == [("00", 2027, True), ("01", 2027, True)]
    assert asked(both, "tasks", "SELECT count(DISTINCT (province, key)) = count(*) FROM data") == [
        (True,)
    ]


def test_types_are_those_of_the_page(both: Path) -> None:
    names = {
        "text": "VARCHAR",
        "day": "DATE",
        "count": "BIGINT",
        "dong": "BIGINT",
        "flag": "BOOLEAN",
    }
    for table in TABLES:
        described = asked(both, table.name, "DESCRIBE SELECT * FROM data")
        found = [(name, kind) for name, kind, *_ in described if name not in {"province", "year"}]
        assert found == [
            *((name, names[kind]) for name, kind, _ in HEAD),
            *((one.name, names[one.kind]) for one in table.columns),
        ]


def test_money_is_in_whole_dong_and_days_are_days(kehoach: Kehoach, both: Path) -> None:
    told = json.loads(
        kehoach("money", "--year", "2027", "--root", ROOT / "examples", "--format", "json")[1]
    )
    query = "SELECT sum(needed), sum(allocated), sum(spent) FROM data WHERE province = '00'"
    found = asked(both, "money", f"{query} AND budget_year = 2027")
    assert found == [tuple(told["total"][key] for key in ("needed", "allocated", "spent"))]
    late = "SELECT count(*) FROM data WHERE state = 'done-late' AND done_on - last_day <> days_late"
    assert asked(both, "states", late) == [(0,)]


def test_the_same_input_gives_the_same_bytes(kehoach: Kehoach, tmp_path: Path) -> None:
    for name in ("a", "b"):
        kehoach("export", "--root", ROOT / "examples", "--out", tmp_path / name)
    files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*.parquet"))
    assert len(files) == len(TABLES)
    for file in files:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_the_public_gets_no_internal_table_and_no_internal_column(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    out = tmp_path / "cong-khai"
    assert kehoach("export", "--root", EVERY_STATE, "--public", "--out", out)[0] == exits.CLEAN
    hidden = {table.name for table in TABLES if table.internal}
    assert {path.name for path in out.iterdir() if path.is_dir()} == {
        table.name for table in TABLES
    } - hidden
    for table in TABLES:
        if table.name not in hidden:
            names = {row[0] for row in asked(out, table.name, "DESCRIBE SELECT * FROM data")}
            assert not names & {one.name for one in table.columns if one.internal}
    assert asked(out, "tasks", "SELECT bool_and(plan_issued) FROM data") == [(True,)]


def test_every_internal_part_is_one_of_the_settings() -> None:
    parts = {one.internal for table in TABLES for one in table.columns}
    parts |= {table.internal for table in TABLES}
    assert parts - {None} <= set(INTERNAL_PARTS)


def test_a_public_data_set_does_not_go_beside_internal_tables(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    kehoach("export", "--root", EVERY_STATE, "--out", tmp_path)
    code, _, err = kehoach("export", "--root", EVERY_STATE, "--public", "--out", tmp_path)
    assert code == exits.FAILED
    assert "là bảng nội bộ đã xuất trước đây" in err


def test_internal_and_public_columns_do_not_lie_in_one_folder(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    root = shutil.copytree(EVERY_STATE, tmp_path / "ws")
    settings = root / "kehoach.yaml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}internal: [people]\n", "utf-8")
    public = ("export", "--root", root, "--public", "--out")
    office = ("export", "--root", root, "--out")
    for first, second in ((public, office), (office, public)):
        out = tmp_path / first[3].strip("-")
        assert kehoach(*first, out)[0] == exits.CLEAN
        code, _, err = kehoach(*second, out)
        assert code == exits.FAILED
        assert "và bảng sắp xuất khác nhau ở cột person" in err
        assert kehoach(*first, out)[0] == exits.CLEAN


def test_no_province_is_written_over_another_of_its_code(kehoach: Kehoach, tmp_path: Path) -> None:
    out = tmp_path / "ra"
    kehoach("export", "--root", ROOT / "examples", "--out", out)
    before = {path: path.read_bytes() for path in out.rglob("*.parquet")}
    code, _, err = kehoach("export", "--root", EVERY_STATE, "--out", out)
    assert code == exits.FAILED
    assert "đang giữ số liệu của Bình Sơn Hà, trùng mã với Tỉnh Mẫu" in err
    assert before == {path: path.read_bytes() for path in out.rglob("*.parquet")}
    assert kehoach("export", "--root", EVERY_STATE, "--out", out, "--force")[0] == exits.CLEAN


def test_a_damaged_file_of_a_data_set_is_never_a_traceback(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    kehoach("export", "--root", EVERY_STATE, "--out", tmp_path)
    file = tmp_path / "tasks" / "province=00" / "year=2027" / "2027.parquet"
    file.write_bytes(file.read_bytes()[:-9])
    code, _, err = kehoach("export", "--root", EVERY_STATE, "--out", tmp_path)
    assert code == exits.FAILED
    assert "đã được sửa sau khi xuất" in err


def test_without_pyarrow_one_sentence_says_what_to_install(
    kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code, said, err = kehoach("export", "--root", EVERY_STATE, "--out", tmp_path / "ra")
    assert (code, said) == (exits.FAILED, "")
    assert "pip install 'kehoach-cli[parquet]'" in err
    assert not (tmp_path / "ra").exists()


def test_wrong_data_are_not_exported(kehoach: Kehoach, tmp_path: Path) -> None:
    root = other_province(tmp_path)
    next(root.glob("data/plans/*/tasks.yaml")).write_text("tasks: [\n", encoding="utf-8")
    assert kehoach("export", "--root", root, "--out", tmp_path / "ra")[0] == exits.FOUND
    assert not (tmp_path / "ra").exists()
