"""``kehoach import`` and ``kehoach compare``: what is written, what never is, what is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

PLAN = """\
ỦY BAN NHÂN DÂN
TỈNH MẪU

Số: 77/KH-UBND

Mẫu, ngày 5 tháng 3 năm 2027

KẾ HOẠCH
Trồng cây năm 2027

UBND tỉnh ban hành Kế hoạch trồng cây năm 2027, cụ thể như sau:

I. TỔ CHỨC THỰC HIỆN

1. Sở Y tế

- Chăm sóc vườn thuốc nam.

- Hằng năm, báo cáo kết quả.

Trên đây là Kế hoạch trồng cây năm 2027./.

Nơi nhận:
- Sở Y tế;
- Lưu: VT.

CHỦ TỊCH

Người Ký Thử
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "ke-hoach.txt"
    file.write_text(PLAN, encoding="utf-8")
    return file


@pytest.fixture
def kehoach(kehoach: Kehoach, root: Path) -> Kehoach:
    return lambda *words: kehoach(*words, "--root", root)


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


class TestImport:
    def test_writes_plan_tasks_and_the_signed_text(
        self, kehoach: Kehoach, root: Path, plan: Path
    ) -> None:
        code, out, err = kehoach("import", plan, "--id", "trong-cay")
        assert (code, err.count("KH")) == (exits.CLEAN, 0), err
        assert "giống hệt bản gốc" in out
        folder = root / "data/plans/trong-cay"
        assert sorted(path.name for path in folder.iterdir()) == [
            "issued.md",
            "plan.yaml",
            "tasks.yaml",
        ]
        assert "text: verbatim\n" in (folder / "plan.yaml").read_text(encoding="utf-8")

    def test_the_id_follows_from_the_number(self, kehoach: Kehoach, plan: Path) -> None:
        assert "Đã ghi data/plans/kh-77-2027/plan.yaml" in kehoach("import", plan)[1]

    def test_never_writes_over_a_plan(self, kehoach: Kehoach, root: Path, plan: Path) -> None:
        kehoach("import", plan)
        before = everything(root)
        code, _, err = kehoach("import", plan)
        assert code == exits.FAILED
        assert "đã có nên không ghi vào đó" in err
        assert everything(root) == before

    def test_a_dry_run_writes_nothing(self, kehoach: Kehoach, root: Path, plan: Path) -> None:
        before = everything(root)
        assert kehoach("import", plan, "--dry-run")[0] == exits.CLEAN
        assert everything(root) == before

    def test_json_is_only_json(self, kehoach: Kehoach, plan: Path) -> None:
        code, out, _ = kehoach("import", plan, "--format", "json")
        data = json.loads(out)
        assert code == exits.CLEAN
        assert (data["schema"], data["plan"], data["differing"]) == (1, "kh-77-2027", [])
        assert {one["surety"] for one in data["remarks"]} <= {"sure", "likely", "unsure", "open"}

    def test_what_is_left_is_shown_with_its_place(self, kehoach: Kehoach, tmp_path: Path) -> None:
        file = tmp_path / "x.txt"
        file.write_text(PLAN.replace("1. Sở Y tế", "1. Sở Y tế mới"), encoding="utf-8")
        code, out, err = kehoach("import", file)
        assert code == exits.FOUND
        assert "chưa có trong danh bạ; gần giống: so-yt" in out.replace("\n", " ")
        assert "--name" in out
        assert "KH101" in err

    def test_a_name_given_by_the_user_is_taken(self, kehoach: Kehoach, tmp_path: Path) -> None:
        file = tmp_path / "x.txt"
        file.write_text(PLAN.replace("1. Sở Y tế", "1. Ngành y tế"), encoding="utf-8")
        assert kehoach("import", file, "--name", "Ngành y tế=so-yt")[0] == exits.CLEAN
        assert kehoach("import", file, "--name", "Ngành y tế=la")[0] == exits.USAGE

    @pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
    def test_a_secret_document_is_refused(
        self, kehoach: Kehoach, root: Path, tmp_path: Path, mark: str
    ) -> None:
        before = everything(root)
        file = tmp_path / "x.txt"
        file.write_text(f"{mark}\n\n{PLAN}", encoding="utf-8")
        code, _, err = kehoach("import", file)
        assert (code, "độ mật" in err) == (exits.FAILED, True)
        assert everything(root) == before

    def test_what_cannot_be_read_is_said_in_words(self, kehoach: Kehoach, tmp_path: Path) -> None:
        broken = tmp_path / "x.docx"
        broken.write_bytes(b"PK\x03\x04")
        for file, said in ((broken, "hỏng"), (tmp_path, "thư mục"), (tmp_path / "no", "không có")):
            code, _, err = kehoach("import", file)
            assert (code, said in err) == (exits.FAILED, True)

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="máy này không có /dev/zero")
    def test_what_never_ends_is_not_read_to_its_end(self, kehoach: Kehoach) -> None:
        code, _, err = kehoach("import", "/dev/zero")
        assert (code, "tệp lớn hơn 50 MB" in err) == (exits.FAILED, True)


class TestCompare:
    def test_differences_are_shown_then_taken(
        self, kehoach: Kehoach, root: Path, plan: Path, tmp_path: Path
    ) -> None:
        kehoach("import", plan, "--id", "trong-cay")
        signed = tmp_path / "signed.txt"
        signed.write_text(PLAN.replace("vườn thuốc nam", "vườn cây thuốc"), encoding="utf-8")
        before = everything(root)
        code, out, _ = kehoach("compare", "trong-cay", signed)
        assert (code, everything(root)) == (exits.FOUND, before)
        assert "vườn {+cây+} thuốc [-nam.-]" in out or "{+cây" in out
        code, out, _ = kehoach("compare", "trong-cay", signed, "--take")
        assert (code, "đã nhận 1, còn 0" in out) == (exits.CLEAN, True)
        assert kehoach("compare", "trong-cay", signed)[0] == exits.CLEAN

    def test_json_is_only_json(self, kehoach: Kehoach, plan: Path) -> None:
        kehoach("import", plan, "--id", "trong-cay")
        code, out, _ = kehoach("compare", "trong-cay", plan, "--take", "--format", "json")
        assert (code, json.loads(out)["differences"]) == (exits.CLEAN, [])

    def test_an_unknown_plan_is_refused(self, kehoach: Kehoach, plan: Path) -> None:
        assert kehoach("compare", "la", plan)[0] == exits.USAGE
