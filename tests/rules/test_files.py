"""KH0xx where an example cannot show it: bytes, links, folders, and what a fault must not cause."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kehoach_cli.diagnostics import Diagnostic, Severity
from kehoach_cli.rules import (
    file_too_large,
    forbidden_character,
    not_utf8,
    path_mismatch,
    unreadable_file,
    yaml_syntax,
)

FindIn = Callable[[Mapping[str, str | bytes]], list[Diagnostic]]

CHALLENGES = "data/challenges.yaml"
TITLE = "- id: bt-1\n  title: Báo cáo năm, kế hoạch được xây dựng\n"


def shown(found: list[Diagnostic], code: str) -> list[tuple[str, str]]:
    return [(one.span.file, one.message) for one in found if one.code == code]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("Ba\xb8".encode("latin-1"), "tệp có byte không thuộc bảng mã UTF-8"),
        (TITLE.encode("utf-16"), "tệp viết bằng bảng mã UTF-16, không phải UTF-8"),
        (
            b"- id: bt-1\n  title: B\xb8o c\xb8o n\xa8m, k\xd5 ho\xb9ch\n",
            "tệp viết bằng bảng mã TCVN3 (ABC), không phải UTF-8",
        ),
        (
            b"- id: bt-1\n  title: Ba\xf9o ca\xf9o na\xeam, ke\xe1 hoa\xefch\n",
            "tệp viết bằng bảng mã VNI, không phải UTF-8",
        ),
        (b"PK\x03\x04\x14\x00\xff\xfe", "tệp không phải văn bản"),
    ],
)
def test_old_encodings_are_named(find_in: FindIn, content: bytes, sentence: str) -> None:
    found = find_in({CHALLENGES: content})
    assert shown(found, not_utf8.CODE) == [(CHALLENGES, sentence)]


def test_a_link_out_of_the_workspace_is_not_followed(root: Path, find_in: FindIn) -> None:
    outside = root.parent / "outside.yaml"
    outside.write_text("- {id: bt-1}\n")
    (root / CHALLENGES).symlink_to(outside)
    found = find_in({})
    assert shown(found, unreadable_file.CODE) == [
        (CHALLENGES, "liên kết dẫn ra ngoài kho dữ liệu nên không mở")
    ]


def test_a_file_of_fifty_megabytes_is_refused_with_its_size(root: Path, find_in: FindIn) -> None:
    with (root / CHALLENGES).open("wb") as big:
        big.truncate(50_000_000)
    assert shown(find_in({}), file_too_large.CODE) == [
        (CHALLENGES, "tệp quá lớn (50000000 byte, nhiều nhất 20000000 byte) nên không đọc")
    ]


def test_a_plan_folder_without_its_plan_says_which_file_is_missing(find_in: FindIn) -> None:
    found = find_in({"data/plans/khac/tasks.yaml": "tasks: []\n"})
    assert shown(found, unreadable_file.CODE) == [("data/plans/khac/plan.yaml", "thiếu tệp cần có")]


def test_a_register_that_cannot_be_read_makes_no_id_unknown(find_in: FindIn) -> None:
    found = find_in({"data/agencies.yaml": b"\xff\xfe"})
    assert {one.code for one in found if one.severity == Severity.ERROR} == {not_utf8.CODE}


def test_an_emptied_register_is_one_finding_and_not_one_for_each_id(find_in: FindIn) -> None:
    found = find_in({"data/agencies.yaml": b""})
    errors = [one for one in found if one.severity == Severity.ERROR]
    assert [(one.code, one.span.file) for one in errors] == [("KH008", "data/agencies.yaml")]


def test_ids_in_a_file_with_a_syntax_fault_are_known(find_in: FindIn) -> None:
    found = find_in(
        {
            CHALLENGES: '- id: bt-1\n  title: "Nông nghiệp\n',
            "data/plans/mau/tasks.yaml": (
                "annex: {title: DANH MỤC}\n"
                "tasks:\n"
                "  - {id: nv-1, kind: duty, source: {clause: II.1}, title: Làm, lead: so-khcn,"
                " challenge: bt-1}\n"
            ),
        }
    )
    assert [file for file, _ in shown(found, yaml_syntax.CODE)] == [CHALLENGES]
    assert shown(found, "KH101") == []


def test_every_forbidden_character_of_a_file_is_named_at_its_line(find_in: FindIn) -> None:
    found = find_in({CHALLENGES: "\ufeff# a\n# b\u2029c\n# d\x85e\n# f\x00g\n"})
    assert [
        (one.span.line, one.message) for one in found if one.code == forbidden_character.CODE
    ] == [
        (1, "có dấu thứ tự byte (BOM) (U+FEFF)"),
        (2, "có ký tự ngắt đoạn (U+2029)"),
        (3, "có ký tự xuống dòng NEL (U+0085)"),
        (4, "có ký tự rỗng (U+0000)"),
    ]


def test_an_unknown_key_is_followed_by_the_likely_one(find_in: FindIn) -> None:
    found = find_in({"data/partners/x.yaml": "id: x\nname: X\nkind: company\naliasses: [Y]\n"})
    assert [(one.message, one.hint.split("?")[0]) for one in found if one.code == "KH006"] == [
        ("không có khóa «aliasses» ở đây", "có phải ý là «aliases»")
    ]


def test_no_comment_silences_a_fault_of_the_file_itself(find_in: FindIn) -> None:
    text = "id: x\nname: X\nkind: company\nz: 1  # kehoach: bỏ qua KH006 – a\n"
    found = find_in({"data/partners/x.yaml": text})
    assert len(shown(found, "KH006")) == 1


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        (
            "cong-ty-hai",
            "khóa «id» ghi «cong-ty» nhưng tên tệp là «cong-ty-hai»",
            "ghi «cong-ty-hai», hoặc đổi tên tệp",
        ),
        (
            "cong-ty - Copy",
            "khóa «id» ghi «cong-ty» nhưng tên tệp là «cong-ty - Copy»",
            "đổi tên tệp thành «cong-ty»",
        ),
    ],
)
def test_no_file_name_is_offered_that_cannot_be_an_id(
    find_in: FindIn, name: str, message: str, hint: str
) -> None:
    text = "id: cong-ty\nname: Công ty Mẫu\nkind: company\n"
    found = find_in({f"data/partners/{name}.yaml": text})
    assert [(one.message, one.hint) for one in found if one.code == path_mismatch.CODE] == [
        (message, hint)
    ]
