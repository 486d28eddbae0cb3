"""KH7xx and KH517 beyond the examples of their pages: what must be said, what must not."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kehoach_cli.diagnostics import Diagnostic

FindIn = Callable[[Mapping[str, str | bytes]], list[Diagnostic]]

CHALLENGES = "data/challenges.yaml"
SETTINGS = """
schema: 1
province: {name: Đắk Lắk, code: "66", place: Đắk Lắk}
focal: so-khcn
issuer: ubnd-tinh
"""
PARTNER = "id: song-am\nname: Tổng công ty Sóng Âm\nshort: SongAm\nkind: telecom\n"


def challenge(title: str) -> str:
    indented = title.replace("\n", "\n    ")
    return (
        f"- id: bt-1\n  title: |-\n    {indented}\n  compiled_by: so-khcn\n"
        "  source: {plan: mau, clause: I}\n"
    )


def said_about(find_in: FindIn, title: str) -> set[str]:
    files = {
        CHALLENGES: challenge(title),
        "kehoach.yaml": SETTINGS,
        "data/partners/song-am.yaml": PARTNER,
    }
    return {one.code for one in find_in(files) if one.code.startswith(("KH7", "KH517"))}


@pytest.mark.parametrize(
    "title",
    [
        "Sở Khoa học và Công nghệ tỉnh Đắk Lắk, SỞ KHOA HỌC VÀ CÔNG NGHỆ, TỈNH ĐẮK LẮK",
        "Xã Một và xã Hai, phường Một Hai",
        "ứng dụng khoa học và công nghệ tại sở, tài chính của xã hội",
        "SongAm, SONGAM, song-am, www.songam.vn, https://Songam.vn/trang",
        "mật độ, mật khẩu, bí mật nhà nước, bảo mật, BẢO MẬT, AN TOÀN, BẢO MẬT THÔNG TIN",
        "an toàn, bảo\nmật thông tin",
        "Công văn số 0912/UBND-KGVX ngày 05/02/2026; 092/KH-UBND; 0155/KH-UBND",
        "tổng kinh phí 26.301.347 triệu đồng, 15.501,318 tỷ đồng, 0,9 tỷ đồng",
        "máy bàn 0262 3850 123, số 0903/BC-UBND, mã 066098765432",
        "ubnd@mau.gov.vn, tên @gắn thẻ",
        "Hội đồng nhân dân, Tòa án nhân dân, Viện kiểm sát nhân dân, Công an nhân dân",
        "bệnh nhân dân tộc thiểu số, cá nhân dân sự, công nhân dân vận",
        "cơ quan nhà nước, ngân sách nhà nước, Luật Ngân sách nhà nước, quản lý nhà nước",
        "giai đoạn 2026 - 2030, 2026, 2027, ngày 2026-07-20, mã kh-2026-2030-a, số 2026-2030/AB",
        "khoản 2 Điều 5, điểm a khoản 1 Điều 3; danh mục I, hạng mục II, chuyên mục V",
        "Điểm mạnh, điều 2 cán bộ, Khoản vay 3 tỷ đồng",
        "Chương trình - kế hoạch… (đợt 1): 2,5 km; a/b; 30/6/2026, 15/3/2026, 05/3/2026",
        "Kế hoạch số      /KH-UBND ngày     tháng   năm 2026",
        "Tỉnh ủy, Tỉnh đoàn; thành phố Tuy Hòa",
    ],
)
def test_right_words_stay_silent(find_in: FindIn, title: str) -> None:
    assert said_about(find_in, title) == set()


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("KH702", "tại Đăk Lăk"),
        ("KH702", "tại Đắc Lắc"),
        ("KH702", "tại Dak Lak"),
        ("KH702", "TỈNH ĐĂK LĂK"),
        ("KH702", "Sở Khoa học và\nCông Nghệ"),
        ("KH702", "Songam hỗ trợ"),
        ("KH702", "trên Công TTĐT tỉnh"),
        ("KH703", "gọi 0912345678"),
        ("KH703", "gọi (+84) 912 345 678"),
        ("KH703", "gọi +84912345678"),
        ("KH703", "gọi 035-123-4567"),
        ("KH703", "thư: nguyen.van.a@gmail.com"),
        ("KH703", "thư: a@gov.vn.example.com"),
        ("KH704", "MẬT\n\nNông nghiệp"),
        ("KH704", "Nông nghiệp [TUYỆT MẬT]"),
        ("KH704", "Độ mật: tối mật"),
        ("KH705", "lấy ý kiến nhân dân"),
        ("KH705", "Đảng, nhà nước"),
        ("KH705", "do nhà\nnước quản lý"),
        ("KH706", "giai đoạn 2026-2030"),
        ("KH706", "giai đoạn 2026 -2030"),
        ("KH706", "giai đoạn 2026—2030"),
        ("KH707", "theo Điểm a khoản 2 Điều 5"),
        ("KH707", "theo điều 5 Luật Đầu tư công"),
        ("KH707", "nêu tại mục II.3"),
        ("KH708", "một, hai  ba"),
        ("KH708", "một ; hai"),
        ("KH709", "trên địa bàn Tỉnh Đắk Lắk"),
        ("KH517", "từ ngày 15/1/2026"),
        ("KH517", "từ ngày 5/3/2026 đến nay"),
    ],
)
def test_wrong_words_are_found(find_in: FindIn, code: str, title: str) -> None:
    assert said_about(find_in, title) == {code}


def test_two_marks_in_one_value_have_their_own_places(find_in: FindIn) -> None:
    found = find_in({CHALLENGES: challenge("vì nhân dân,\nphục vụ nhân dân")})
    assert [(one.span.line, one.span.column) for one in found if one.code == "KH705"] == [
        (3, 8),
        (4, 13),
    ]


def test_a_file_in_loose_diacritics_is_named_once(find_in: FindIn) -> None:
    text = unicodedata.normalize("NFD", challenge("Báo cáo") + "# Ghi chú\n")
    found = [one for one in find_in({CHALLENGES: text}) if one.code == "KH701"]
    assert [(one.span.line, one.message.split("cả tệp")[1]) for one in found] == [
        (3, " có 2 dòng như vậy")
    ]


def test_evidence_that_is_not_read_is_not_searched(find_in: FindIn) -> None:
    assert find_in({"data/plans/mau/evidence/bien-ban.txt": "TỐI MẬT, gọi 0912345678"}) == []


def test_a_mark_in_the_signed_text_is_found(find_in: FindIn, root: Path) -> None:
    signed = (root / "data/plans/mau/issued.md").read_text(encoding="utf-8")
    found = find_in({"data/plans/mau/issued.md": f"TỐI MẬT\n\n{signed}"})
    assert [(one.code, one.span.line) for one in found] == [("KH704", 1)]


def test_names_given_as_aliases_are_right(find_in: FindIn, root: Path) -> None:
    agencies = (root / "data/agencies.yaml").read_text(encoding="utf-8")
    named = agencies.replace("symbol: STC", "symbol: STC\n  aliases: [Sở tài chính]")
    files = {"data/agencies.yaml": named, CHALLENGES: challenge("Sở tài chính, Sở Tài chính")}
    assert find_in(files) == []


def test_a_longer_name_is_not_taken_for_the_right_one_that_it_begins_with(
    find_in: FindIn,
) -> None:
    longer = PARTNER.replace("song-am", "song-am-2").replace("Sóng Âm", "Sóng Âm Hai")
    files = {
        CHALLENGES: challenge("Tổng công ty Sóng Âm, Tổng công ty Sóng Âm hai"),
        "data/partners/song-am.yaml": PARTNER,
        "data/partners/song-am-2.yaml": longer.replace("short: SongAm", "short: SongAm2"),
    }
    said = [one.message for one in find_in(files) if one.code == "KH702"]
    assert said == ["«Tổng công ty Sóng Âm hai» viết khác tên trong danh bạ"]


def test_without_usable_settings_or_register_nothing_is_called_misspelt(find_in: FindIn) -> None:
    files = {"kehoach.yaml": "schema: 2\n", CHALLENGES: challenge("tại Đăk Lăk")}
    assert "KH702" not in {one.code for one in find_in(files)}


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=st.text(min_size=1, max_size=30), text=st.text(max_size=60))
@example(name="\u0301" * 4, text="]^-")
def test_no_name_and_no_text_stops_the_rules(find_in: FindIn, name: str, text: str) -> None:
    section = json.dumps({"heading": "NỘI DUNG", "text": f"{text} {name}"})
    plan = (
        "id: khac\nkind: ke-hoach\ntext: verbatim\ntitle: Khác\nperiod: 2026 - 2030\n"
        f"intro: A\nsections: [{section}]\nclosing: B\nfiling: C\nsigner: {{lines: [D]}}\n"
    )
    agency = {"id": "x", "name": name, "kind": "commune", "aliases": [text[:9] or "a"]}
    partner = {"id": "song-am", "name": name, "short": f"UBND xã {name}", "kind": "telecom"}
    find_in(
        {
            "data/plans/khac/plan.yaml": plan,
            "data/communes.yaml": json.dumps([agency]),
            "data/partners/song-am.yaml": json.dumps(partner),
        }
    )
