"""The same findings as text and as JSON: same sentence, same place."""

from __future__ import annotations

import json

from kehoach_cli.diagnostics import Diagnostic, RelatedSpan, Severity, Span
from kehoach_cli.reporters import REPORTERS, Summary

FILE = "data/plans/mau/tasks.yaml"
LINES = {
    1: "tasks:",
    3: "    due: Quý 5/2026",
    5: "\ttitle: " + "x" * 200 + " Đăk Lăk " + "y" * 200,
    7: "    title: co\u0302ng việc 🙂 hỏng",
}
SUMMARY = Summary(1, 2, 3, files=4, plans=5, tasks=6, commitments=7)

DUE = Diagnostic(
    "KH201",
    "due-not-understood",
    Severity.ERROR,
    Span(FILE, 3, 10, 3, 20),
    "không hiểu thời hạn «Quý 5/2026»",
    "các dạng được nhận: Quý IV/2026",
    (RelatedSpan(Span(FILE, 1, 1, 1, 6), "kế hoạch ở đây"),),
)


def line_of(file: str, number: int) -> str:
    return LINES.get(number, "") if file == FILE else ""


def text(*found: Diagnostic, summary: Summary = SUMMARY, colour: bool = False) -> str:
    return REPORTERS["text"](found, summary, line_of, colour=colour)


def test_text_shows_place_sentence_line_mark_hint_and_related() -> None:
    assert text(DUE) == (
        f"{FILE}:3:10: KH201 không hiểu thời hạn «Quý 5/2026»\n"
        "    3 │     due: Quý 5/2026\n"
        "      │          ^^^^^^^^^^\n"
        "  gợi ý: các dạng được nhận: Quý IV/2026\n"
        f"  xem: {FILE}:1:1: kế hoạch ở đây\n"
        "\n"
        "1 lỗi, 2 cảnh báo, 3 lưu ý trong 4 tệp (5 kế hoạch, 6 nhiệm vụ, 7 cam kết).\n"
    )


def test_a_long_line_is_shown_around_the_place() -> None:
    start = LINES[5].index("Đăk") + 1
    found = Diagnostic("KH702", "x", Severity.WARNING, Span(FILE, 5, start, 5, start + 7), "sai")
    shown, marks = text(found).splitlines()[1:3]
    assert "Đăk Lăk" in shown
    assert shown.startswith("    5 │ …")
    assert shown.endswith("…")
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "Đăk Lăk"


def test_marks_stand_under_text_with_combining_marks_and_wide_signs() -> None:
    start = LINES[7].index("hỏng") + 1
    found = Diagnostic("KH701", "x", Severity.INFO, Span(FILE, 7, start, 7, start + 4), "sai")
    marks = text(found).splitlines()[2]
    assert marks == "      │ " + " " * len("    title: công việc XX ") + "^^^^"


def test_control_characters_never_reach_the_terminal() -> None:
    found = Diagnostic("KH004", "x", Severity.ERROR, Span(FILE, 9, 1, 9, 2), "có \x1b[31m đỏ")
    assert "\x1b" not in text(found)


def test_colour_only_when_asked() -> None:
    assert "\x1b[" in text(DUE, colour=True)
    assert "\x1b[" not in text(DUE)


def test_a_clean_workspace_says_so() -> None:
    clean = Summary(0, 0, 0, files=4, plans=1, tasks=2, commitments=0)
    assert text(summary=clean) == (
        "Không có lỗi trong 4 tệp (1 kế hoạch, 2 nhiệm vụ, 0 cam kết).\n"
    )


def test_what_was_not_checked_is_named() -> None:
    broken = Summary(1, 0, 0, 4, 1, 2, 0, unchecked=("data/agencies.yaml",))
    assert text(summary=broken).endswith("Chưa kiểm tra được nội dung: data/agencies.yaml.\n")


def test_json_follows_the_contract() -> None:
    data = json.loads(REPORTERS["json"]([DUE], SUMMARY, line_of, colour=True))
    assert data == {
        "schema": 1,
        "findings": [
            {
                "code": "KH201",
                "name": "due-not-understood",
                "severity": "error",
                "path": FILE,
                "line": 3,
                "column": 10,
                "end_line": 3,
                "end_column": 20,
                "message": DUE.message,
                "hint": DUE.hint,
                "related": [{"path": FILE, "line": 1, "column": 1, "message": "kế hoạch ở đây"}],
            }
        ],
        "summary": {
            "errors": 1,
            "warnings": 2,
            "infos": 3,
            "files": 4,
            "plans": 5,
            "tasks": 6,
            "commitments": 7,
            "unchecked": [],
        },
    }
