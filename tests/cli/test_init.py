"""``kehoach init``: a new workspace of any province that validates, over nothing that is there."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from tests.conftest import Kehoach

from kehoach_cli.cli import exits
from kehoach_cli.diagnostics import Severity
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.run import findings
from kehoach_cli.workspace import load
from kehoach_cli.workspace.kinds import FILE_KINDS, kind_of
from kehoach_cli.workspace.starting.provinces import find_province, provinces


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


class TestProvinces:
    def test_there_are_34_with_3321_communes(self) -> None:
        assert len(provinces()) == 34
        assert sum(len(one.communes) for one in provinces()) == 3321

    @pytest.mark.parametrize("province", provinces(), ids=lambda one: one.code)
    def test_ids_of_communes_are_all_different(self, province: object) -> None:
        communes = getattr(province, "communes", ())
        assert len({one.id for one in communes}) == len(communes)
        assert all(one.code.isdigit() and len(one.code) == 5 for one in communes)

    @pytest.mark.parametrize(
        ("typed", "code"),
        [
            *(("Đắk Lắk", "66"), ("dak lak", "66"), ("66", "66"), ("tỉnh Đắk Lắk", "66")),
            *(
                ("Huế", "46"),
                ("thành phố Huế", "46"),
                ("TP. Hồ Chí Minh", "79"),
                ("TP nào đó", None),
                ("", None),
            ),
            *(("ho chi minh", "79"), ("Đà Nẵng", "48"), ("Đa\u0300 Nẵng", "48")),
        ],
    )
    def test_are_found_however_they_are_typed(self, typed: str, code: str | None) -> None:
        found = find_province(typed)
        assert (found.code if found else None) == code

    def test_a_city_with_the_name_of_a_person_is_written_in_full(self) -> None:
        named = find_province("79")
        other = find_province("48")
        assert named is not None
        assert other is not None
        assert (named.place, named.unit) == ("Thành phố Hồ Chí Minh", "thành phố")
        assert (other.place, other.unit) == ("Đà Nẵng", "thành phố")


@pytest.mark.parametrize("province", ["Đắk Lắk", "79"])
def test_a_new_workspace_has_neither_errors_nor_warnings(
    kehoach: Kehoach, tmp_path: Path, province: str
) -> None:
    folder = tmp_path / "kế hoạch tỉnh"
    assert kehoach("init", folder, "--province", province)[0] == exits.CLEAN
    found = findings(Context(load(folder), date(2026, 11, 21)))
    assert {one.severity for one in found} == {Severity.INFO}


def test_its_plan_is_not_issued_before_the_blanks_are_filled(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    folder = tmp_path / "mới"
    kehoach("init", folder, "--province", "66")
    before = everything(folder)
    issue = ("issue", "ke-hoach", "--number", "12/KH-UBND", "--date", "20/7/2026")
    code, out, err = kehoach(*issue, "--root", folder)
    assert (code, out) == (exits.FOUND, "")
    for blank in ("[Trích yếu của kế hoạch]", "[Mục đích thứ nhất.]", "[Việc thứ nhất"):
        assert blank in err
    assert everything(folder) == before


def test_its_plan_can_be_printed(kehoach: Kehoach, tmp_path: Path) -> None:
    folder = tmp_path / "mới"
    kehoach("init", folder, "--province", "66", "--plan", "hop-tac")
    out = tmp_path / "ra"
    code, said, _ = kehoach("render-docx", "--root", folder, "--out", out)
    assert (code, said) == (exits.CLEAN, f"Đã ghi {out / 'ke-hoach-hop-tac.docx'}\n")


def test_what_surrounds_the_data_is_well_formed(kehoach: Kehoach, tmp_path: Path) -> None:
    kehoach("init", tmp_path / "ws", "--province", "66")
    files = everything(tmp_path / "ws")
    for path, data in files.items():
        assert not re.search(rb"@[a-z]+@", data), path
        if path.endswith((".yml", ".yaml")):
            yaml.safe_load(data)
    settings = json.loads(files[".vscode/settings.json"])
    for schema, globs in settings["yaml.schemas"].items():
        Draft7Validator.check_schema(json.loads(files[schema.removeprefix("./")]))
        assert all(kind_of(glob.replace("*", "x")) for glob in globs)
    assert len(settings["yaml.schemas"]) == len(FILE_KINDS)


def test_modelines_lead_to_schemas(kehoach: Kehoach, tmp_path: Path) -> None:
    kehoach("init", tmp_path / "ws", "--province", "66")
    files = [*(tmp_path / "ws" / "data").rglob("*.yaml"), tmp_path / "ws" / "kehoach.yaml"]
    assert len(files) == 5
    for file in files:
        first = file.read_text(encoding="utf-8").splitlines()[0]
        prefix = "# yaml-language-server: $schema="
        assert first.startswith(prefix)
        assert (file.parent / first.removeprefix(prefix)).is_file()


def test_its_schemas_can_be_written_anew(kehoach: Kehoach, tmp_path: Path) -> None:
    kehoach("init", tmp_path / "ws", "--province", "66")
    assert kehoach("schema", "--out", tmp_path / "ws" / "schemas")[0] == exits.CLEAN


def test_nothing_is_written_where_there_are_data(kehoach: Kehoach, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "của tôi.yaml").write_text("a: 1\n", encoding="utf-8")
    before = everything(tmp_path)
    code, _, err = kehoach("init", tmp_path, "--province", "66")
    assert code == exits.FAILED
    assert "đã có nên không tạo" in err
    assert everything(tmp_path) == before


def test_other_files_stay_and_are_named(kehoach: Kehoach, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("của tôi\n", encoding="utf-8")
    code, out, _ = kehoach("init", tmp_path, "--province", "66")
    assert code == exits.CLEAN
    assert f"Giữ nguyên {tmp_path / 'README.md'}\n" in out
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "của tôi\n"
    assert (tmp_path / "kehoach.yaml").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--province", "Dak Lac"), "có phải là Đắk Lắk?"),
        (("--province", "xyz"), "các tỉnh, thành phố: Hà Nội, "),
        (("--province", "66", "--plan", "Kế hoạch"), "«Kế hoạch» không phải là mã"),
        ((), "thiếu tùy chọn --province"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(
    kehoach: Kehoach, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    code, _, err = kehoach("init", tmp_path / "ws", *words)
    assert code == exits.USAGE
    assert said in err
    assert not (tmp_path / "ws").exists()


def test_a_file_in_the_way_is_refused_in_words(kehoach: Kehoach, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    code, _, err = kehoach("init", tmp_path / "tệp", "--province", "66")
    assert code == exits.FAILED
    assert "không ghi được" in err
