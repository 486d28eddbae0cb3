from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.writers.docx.phrases import COMPOUNDS, CONNECTIVES, phrases
from kehoach_cli.writers.docx.widths import text_width

TITLE_ROOM = 9011  # twips
ISSUER_ROOM = 3909


def in_title(text: str) -> int:
    return text_width(text, 14, bold=True)


def in_issuer(text: str) -> int:
    return text_width(text.upper(), 12, bold=True)


@pytest.mark.parametrize(
    "lines",
    [
        "Làm việc với các đối tác về chuyển đổi số",
        (
            "Triển khai các nội dung hợp tác giữa UBND tỉnh / và Tổng công ty Viễn thông MobiFone"
            " / về chuyển đổi số giai đoạn 2026 - 2030"
        ),
        "Kết quả thực hiện các kế hoạch hợp tác năm 2027 / (Kỳ báo cáo chưa bắt đầu)",
        (
            "Kết quả thực hiện Kế hoạch triển khai các nội dung hợp tác / giữa UBND tỉnh và Tổng"
            " công ty Viễn thông MobiFone / 6 tháng đầu năm 2027"
        ),
        (
            "Triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị / về đột phá phát"
            " triển khoa học, công nghệ, / đổi mới sáng tạo và chuyển đổi số quốc gia"
        ),
        (
            "Phối hợp giữa Sở Khoa học và Công nghệ và Sở Tài chính / trong thực hiện chuyển đổi"
            " số quý I năm 2027"
        ),
    ],
)
def test_a_title_breaks_before_connectives(lines: str) -> None:
    expected = tuple(lines.split(" / "))
    assert phrases(" ".join(expected), TITLE_ROOM, in_title) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "Sở Khoa học và Công nghệ",
        "Ủy ban nhân dân / tỉnh Đắk Lắk",
        "Trung tâm Công nghệ / và Cổng thông tin điện tử / tỉnh Đắk Lắk",
        "TRUNG TÂM CÔNG NGHỆ / VÀ CỔNG THÔNG TIN ĐIỆN TỬ / TỈNH ĐẮK LẮK",
        "Sở Văn hóa, / Thể thao và Du lịch",
    ],
)
def test_an_issuer_breaks_at_its_parts(lines: str) -> None:
    expected = tuple(lines.split(" / "))
    assert phrases(" ".join(expected), ISSUER_ROOM, in_issuer) == expected


def test_the_connective_inside_an_organ_is_a_worse_place_than_that_between_two() -> None:
    text = "Phối hợp Sở Khoa học và Công nghệ và Sở Tài chính"
    assert phrases(text, 33, len) == ("Phối hợp Sở Khoa học và Công nghệ", "và Sở Tài chính")
    assert phrases(text, 36, len)[0].endswith("Công nghệ")


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Phát huy tự do sáng tạo trong mọi tầng lớp nhân dân", "tự"),
        ("Rà soát và khắc phục những hạn chế còn tồn tại lâu nay", "tồn"),
        ("Rà soát các văn bản kèm theo Quyết định", "kèm"),
        ("Hướng dẫn chế độ hỗ trợ đối với hộ kinh doanh", "đối"),
        ("Sơ kết thực hiện quý II năm 2027", "II"),
        ("Sơ kết chuyển đổi số giai đoạn 2026 - 2030", "2026"),
    ],
)
def test_what_belongs_together_stays_together(text: str, never: str) -> None:
    for room in range(2500, 6000, 100):
        lines = phrases(text, room, in_title)
        assert all(line.split()[-1] != never for line in lines), (room, lines)


def test_a_no_break_space_is_no_gap() -> None:
    text = "Kế hoạch\u00a0hợp\u00a0tác năm\u00a02027"
    assert phrases(text, 1, len) == ("Kế", "hoạch\u00a0hợp\u00a0tác", "năm\u00a02027")


def test_a_line_end_of_the_writer_stays_and_inner_spaces_too() -> None:
    assert phrases("  một   hai \n\n ba ", 100, len) == ("một   hai", "ba")
    assert phrases("", 100, len) == ()


WORDS = st.sampled_from(
    [*CONNECTIVES, *COMPOUNDS, "UBND", "tỉnh", "Đắk", "Lắk", "hợp", "2026", "-", "(Kỳ", "số,"]
)


@given(st.lists(WORDS, max_size=40), st.integers(1, 120))
def test_words_stay_and_lines_fit(words: list[str], room: int) -> None:
    text = " ".join(words)
    lines = phrases(text, room, len)
    assert " ".join(lines) == text
    assert all(len(line) <= room or " " not in line for line in lines)


@given(st.lists(WORDS, min_size=1, max_size=40), st.integers(1, 120))
def test_at_most_one_line_more_than_the_fewest(words: list[str], room: int) -> None:
    text = " ".join(words)
    fewest, used = 1, -1
    for word in text.split():
        used += 1 + len(word)
        if used > room and used > len(word):
            fewest, used = fewest + 1, len(word)
    assert fewest <= len(phrases(text, room, len)) <= fewest + 1


@given(st.text(max_size=80), st.integers(0, 40))
def test_any_text_is_kept(text: str, room: int) -> None:
    lines = phrases(text, room, len)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_line_of_a_narrow_subject_ends_in_half_a_word() -> None:
    text = (
        "V/v lấy ý kiến góp ý dự thảo Kế hoạch triển khai nội dung hợp tác giữa UBND tỉnh và"
        " Tổng công ty Viễn thông Thiên Hà Xanh về chuyển đổi số giai đoạn 2026 - 2030"
    )
    lines = phrases(text, ISSUER_ROOM, lambda line: text_width(line, 12, bold=False))
    assert " ".join(lines) == text
    assert any("Tổng công ty" in line for line in lines)
