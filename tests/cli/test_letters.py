"""``kehoach remind`` and ``kehoach render-docx --kind``: which files, which exit codes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.conftest import Kehoach

from kehoach_cli.cli import exits

EVERY_STATE = Path(__file__).parents[1] / "workspaces" / "every-state"
AFTER = ("--as-of", "18/12/2027")
ROUND = ("--period", "2027")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def kehoach(kehoach: Kehoach, out: Path) -> Kehoach:
    def call(*words: str | Path, root: Path = EVERY_STATE) -> tuple[int, str, str]:
        return kehoach(*words, "--root", root, "--out", out)

    return call


def names(out: Path) -> list[str]:
    return sorted(path.stem for path in out.glob("*.docx"))


def test_one_letter_goes_to_all(kehoach: Kehoach, out: Path) -> None:
    assert kehoach("remind", *ROUND, *AFTER)[0] == exits.CLEAN
    assert names(out) == ["cong-van-don-doc-2027"]


def test_or_one_to_each_of_the_silent(kehoach: Kehoach, out: Path) -> None:
    words = ("remind", *ROUND, *AFTER, "--to", "silent", "--each", "--issuer", "vp-ubnd")
    assert kehoach(*words)[0] == exits.CLEAN
    silent = ("cong-an", "so-gd", "so-khcn", "so-xd", "truong-mau", "xa-phu-loc")
    assert names(out) == [f"cong-van-don-doc-2027-{one}" for one in silent]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("abc", "--param han: «abc» không phải là ngày"),
        ("17/12/2027", "--param han: ngày 17/12/2027 đã qua, đang soạn đến ngày 18/12/2027"),
    ],
)
def test_the_last_day_to_answer_is_a_day_to_come(
    day: str, said: str, kehoach: Kehoach, out: Path
) -> None:
    code, _, err = kehoach("remind", *ROUND, *AFTER, "--param", f"han={day}")
    assert (code, said in err, names(out)) == (exits.USAGE, True, [])


def test_an_early_warning_is_a_letter_of_its_own(kehoach: Kehoach, out: Path) -> None:
    words = ("remind", *ROUND, "--to", "early", "--as-of")
    assert kehoach(*words, "14/6/2027")[0] == exits.CLEAN
    assert names(out) == ["cong-van-nhac-han-2027"]
    code, said, _ = kehoach(*words, "1/1/2035")
    assert (code, said) == (
        exits.CLEAN,
        "Không có nơi nào có nhiệm vụ sắp đến hạn theo kỳ báo cáo năm 2027.\n",
    )


@pytest.mark.parametrize("words", [("remind",), ("report",), ("render-docx", "--kind", "bao-cao")])
def test_after_the_closing_day_the_year_that_ended_is_meant(
    kehoach: Kehoach, out: Path, words: tuple[str, ...]
) -> None:
    code, _, err = kehoach(*words, *AFTER)
    assert (code, err) == (
        exits.CLEAN,
        "Kỳ báo cáo năm 2027 (kỳ khác thì thêm --period).\n",
    )
    assert all(name.endswith("-2027") for name in names(out))
    assert names(out)


def test_a_year_that_is_named_is_the_year(kehoach: Kehoach, out: Path) -> None:
    assert kehoach("report", "--year", "2028", *AFTER)[::2] == (exits.CLEAN, "")
    assert names(out) == ["bao-cao-2028"]


def test_before_the_round_there_is_nobody_to_remind(kehoach: Kehoach, out: Path) -> None:
    code, said, _ = kehoach("remind", *ROUND, "--as-of", "1/6/2026")
    assert code == exits.CLEAN
    assert said == "Không có nơi nào phải đôn đốc trong kỳ báo cáo năm 2027.\n"
    assert names(out) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("--kind", "cong-van-de-nghi-bao-cao", *ROUND), "cong-van-de-nghi-bao-cao-2027"),
        (("--kind", "bao-cao", *ROUND), "bao-cao-2027"),
        (
            ("--kind", "de-cuong-bao-cao", "--agency", "so-yt", *ROUND),
            "de-cuong-bao-cao-2027-so-yt",
        ),
        (("--kind", "ra-soat-hop-tac"), "ra-soat-hop-tac"),
        (("--kind", "cong-van-phan-chia", *ROUND), "cong-van-phan-chia-2027"),
        (
            ("--kind", "bien-ban-ra-soat", "--partner", "cong-ty-mau", "--param", "dia_diem=P. 2"),
            "bien-ban-ra-soat-cong-ty-mau",
        ),
        (("--kind", "ke-hoach", "hop-tac-so"), "ke-hoach-hop-tac-so"),
    ],
)
def test_each_kind_is_a_file_named_for_what_it_is_about(
    kehoach: Kehoach, out: Path, words: tuple[str, ...], name: str
) -> None:
    assert kehoach("render-docx", *words, *AFTER)[0] == exits.CLEAN
    assert names(out) == [name]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "la"), "các loại: bang-nhu-cau-kinh-phi, b"),
        (("--kind", "cong-van-don-doc"), "kehoach remind"),
        (("--kind", "bao-cao", "--partner", "cong-ty-mau"), "không dùng --partner"),
        (("--kind", "ke-hoach", "--agency", "so-yt"), "không dùng --agency"),
        (("--kind", "bao-cao", "hop-tac-so"), "không soạn theo từng kế hoạch"),
        (("--kind", "de-cuong-bao-cao"), "cần --agency"),
        (("--kind", "de-cuong-bao-cao", "--agency", "la"), "không có cơ quan, đơn vị «la»"),
        (("--kind", "ra-soat-hop-tac", "--partner", "so-yt"), "không có đối tác «so-yt»"),
        (("--kind", "ra-soat-hop-tac", "--period", "27"), "không có kỳ báo cáo «27»"),
        (("--kind", "bao-cao", "--param", "so"), "không có dạng tên=giá trị"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(
    kehoach: Kehoach, out: Path, words: tuple[str, ...], said: str
) -> None:
    code, shown, err = kehoach("render-docx", *words, *AFTER)
    assert (code, shown) == (exits.USAGE, "")
    assert said in err
    assert not out.exists()


def test_a_parameter_that_the_template_does_not_ask_for_is_refused(
    kehoach: Kehoach, out: Path
) -> None:
    code, _, err = kehoach("remind", *ROUND, *AFTER, "--param", "la=1")
    assert code == exits.FAILED
    assert "không có tham số «la»" in err
    assert names(out) == []


def test_a_letter_edited_by_hand_is_kept(kehoach: Kehoach, out: Path) -> None:
    assert kehoach("remind", *ROUND, *AFTER)[0] == exits.CLEAN
    (path,) = out.glob("*.docx")
    path.write_bytes(path.read_bytes() + b" ")
    assert kehoach("remind", *ROUND, *AFTER)[0] == exits.FAILED
    assert kehoach("remind", *ROUND, *AFTER, "--force")[0] == exits.CLEAN


def test_an_error_in_the_registers_stops_the_letter_a_bad_report_does_not(
    kehoach: Kehoach, out: Path, tmp_path: Path
) -> None:
    root = shutil.copytree(EVERY_STATE, tmp_path / "ws")
    bad = root / "data/plans/hop-tac-so/progress/2027/so-xd.yaml"
    bad.write_text("sender: [", encoding="utf-8")
    assert kehoach("remind", *ROUND, *AFTER, root=root)[0] == exits.FOUND
    assert names(out) == ["cong-van-don-doc-2027"]
    (root / "data/agencies.yaml").write_text("- {id: ubnd-tinh", encoding="utf-8")
    code, _, err = kehoach("remind", *ROUND, *AFTER, "--force", root=root)
    assert code == exits.FOUND
    assert "Chưa xuất văn bản nào" in err


def test_the_same_order_gives_the_same_bytes(kehoach: Kehoach, out: Path) -> None:
    words = ("remind", *ROUND, *AFTER)
    assert kehoach(*words)[0] == exits.CLEAN
    (path,) = out.glob("*.docx")
    first = path.read_bytes()
    assert kehoach(*words)[0] == exits.CLEAN
    assert path.read_bytes() == first
