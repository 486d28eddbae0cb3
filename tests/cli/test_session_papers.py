"""``kehoach render-docx`` for working sessions and changes in plans: files and refusals."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def kehoach(kehoach: Kehoach, out: Path) -> Kehoach:
    def call(kind: str, *words: str) -> tuple[int, str, str]:
        at = () if "--root" in words else ("--root", EXAMPLES)
        day = ("--as-of", "20/12/2027")
        return kehoach("render-docx", "--kind", kind, *words, *day, "--out", out, *at)

    return call


def names(out: Path) -> list[str]:
    return sorted(path.stem for path in out.glob("*.docx"))


def test_one_invitation_goes_to_all_or_one_to_each(kehoach: Kehoach, out: Path) -> None:
    assert kehoach("giay-moi", "--session", "ra-soat-2027")[0] == exits.CLEAN
    assert names(out) == ["giay-moi-ra-soat-2027"]
    words = ("--session", "ra-soat-2027", "--each", "--issuer", "focal")
    assert kehoach("giay-moi", *words)[0] == exits.CLEAN
    assert len(names(out)) == 9
    assert "giay-moi-ra-soat-2027-may-nui" in names(out)


def test_the_number_in_the_data_is_its_issuers_alone(kehoach: Kehoach, out: Path) -> None:
    session = ("--session", "lam-viec-2026", "--to", "md")
    assert kehoach("giay-moi", *session)[0] == exits.CLEAN
    path = out / "giay-moi-lam-viec-2026.md"
    assert "Số: 102/GM-UBND" in path.read_text(encoding="utf-8")
    assert kehoach("giay-moi", *session, "--issuer", "focal")[0] == exits.CLEAN
    text = path.read_text(encoding="utf-8")
    assert "/GM-SKHCN" in text
    assert "102" not in text
    assert "ngày 03 tháng 9" not in text


def test_no_paper_of_a_session_that_was_called_off(
    kehoach: Kehoach, out: Path, tmp_path: Path
) -> None:
    root = tmp_path / "workspace"
    shutil.copytree(EXAMPLES, root)
    path = root / "data" / "plans" / "tam-bai-toan" / "sessions" / "lam-viec-2028.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("state: planned", "state: cancelled"), encoding="utf-8")
    for kind in ("giay-moi", "thong-bao-ket-luan"):
        code, _, err = kehoach(kind, "--session", "lam-viec-2028", "--root", str(root))
        assert code == exits.FAILED
        assert f"chương trình làm việc «lam-viec-2028» đã hủy nên không soạn {kind}" in err
    assert names(out) == []


def test_of_several_plans_those_with_nothing_to_tell_are_passed_over(
    kehoach: Kehoach, out: Path
) -> None:
    assert kehoach("ke-hoach-sua-doi")[0] == exits.CLEAN
    assert names(out) == ["ke-hoach-sua-doi-hop-tac-thien-ha-xanh"]


def test_a_plan_with_nothing_to_tell_says_what_to_do(kehoach: Kehoach, out: Path) -> None:
    code, _, err = kehoach("ke-hoach-sua-doi", "tam-bai-toan")
    assert code == exits.FAILED
    assert "amendments.yaml" in err
    assert names(out) == []


@pytest.mark.parametrize(
    ("kind", "words", "sentence"),
    [
        ("giay-moi", (), "cần --session"),
        ("giay-moi", ("--session", "khac"), "có: lam-viec-2026"),
        ("giay-moi", ("--session", "lam-viec-2026", "--agency", "so-yt"), "không dùng --agency"),
        ("giay-moi", ("--session", "lam-viec-2026", "--issuer", "tinh"), "focal, ubnd, vp-ubnd"),
        ("to-trinh", ("--session", "lam-viec-2026"), "không dùng --session"),
        ("to-trinh", ("--each",), "không dùng --each"),
        ("phieu-trich-nhiem-vu", (), "cần --agency"),
    ],
)
def test_what_does_not_fit_is_refused(
    kehoach: Kehoach, out: Path, kind: str, words: tuple[str, ...], sentence: str
) -> None:
    code, _, err = kehoach(kind, *words)
    assert code == exits.USAGE
    assert sentence in " ".join(err.split())
    assert names(out) == []
