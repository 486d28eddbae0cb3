"""Formats for services: each holds to its schema and tells what the findings tell."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from lxml import etree

from kehoach_cli.diagnostics import Diagnostic, RelatedSpan, Severity, Span
from kehoach_cli.reporters import REPORTERS, Manual, Summary

SCHEMAS = Path(__file__).parents[1] / "schemas"
SARIF = Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8")))
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))

SUMMARY = Summary(1, 1, 1, files=4, plans=5, tasks=6, commitments=7)
CLEAN = Summary(0, 0, 0, files=4, plans=5, tasks=6, commitments=7)
FILE = "data/plans/mẫu 1/tasks.yaml"
LINES = {3: "    due: Quý 5/2026", 9: "    due: Quý 5/2026"}

ERROR = Diagnostic(
    "KH201",
    "due-not-understood",
    Severity.ERROR,
    Span(FILE, 3, 10, 3, 20),
    "không hiểu: «Quý 5/2026», 100%",
    "viết Quý IV/2026",
    (RelatedSpan(Span(FILE, 1, 1, 1, 6), "kế hoạch ở đây"),),
)
WARNING = Diagnostic(
    "KH304", "late", Severity.WARNING, Span(FILE, 7, 1, 8, 5), "quá hạn | *3* ngày"
)
INFO = Diagnostic("KH312", "open", Severity.INFO, Span("kehoach.yaml"), "chưa có\nthời hạn")
ALL = (WARNING, INFO, ERROR)
"""In no order of weight."""

PAGE = Manual("Thời hạn không hiểu được", "Thời hạn không hiểu được.\n\nVì sao: …")

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
numbers = st.integers(1, 10**6)
spans = st.builds(Span, words, numbers, numbers, numbers, numbers)
found = st.builds(
    Diagnostic,
    code=st.sampled_from(("KH201", "KH304")),
    name=st.just("rule-name"),
    severity=st.sampled_from(Severity),
    span=spans,
    message=words,
    hint=st.one_of(st.just(""), words),
    related=st.lists(st.builds(RelatedSpan, spans, words), max_size=2).map(tuple),
)
lists = st.lists(found, max_size=5)


def report(form: str, findings: Sequence[Diagnostic] = ALL, above: str = "") -> str:
    return REPORTERS[form](
        findings,
        SUMMARY if findings else CLEAN,
        lambda file, line: LINES.get(line, "") if file == FILE else "",
        colour=False,
        manual=lambda code: PAGE if code == "KH201" else Manual(),
        above=above,
    )


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner reads it."""
    match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    assert match is not None, line
    pairs = (pair.partition("=") for pair in match[2].split(","))
    return match[1], {key: plain(value) for key, _, value in pairs}, plain(match[3])


def plain(text: str) -> str:
    for sign, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


class TestGithub:
    def test_errors_come_first_and_columns_are_within_one_line(self) -> None:
        lines = report("github", above="thư mục/").splitlines()
        assert [read_command(line)[0] for line in lines[:-1]] == ["error", "warning", "notice"]
        assert read_command(lines[0]) == (
            "error",
            {
                "file": f"thư mục/{FILE}",
                "line": "3",
                "endLine": "3",
                "col": "10",
                "endColumn": "19",
                "title": "KH201 due-not-understood",
            },
            "không hiểu: «Quý 5/2026», 100%\nGợi ý: viết Quý IV/2026",
        )
        assert set(read_command(lines[1])[1]) == {"file", "line", "endLine", "title"}
        assert lines[-1] == (
            "1 lỗi, 1 cảnh báo, 1 lưu ý trong 4 tệp (5 kế hoạch, 6 nhiệm vụ, 7 cam kết)."
        )

    @settings(max_examples=30)
    @given(lists)
    def test_what_was_said_comes_back(self, findings: list[Diagnostic]) -> None:
        lines = report("github", findings).split("\n")[:-2]
        read = [read_command(line) for line in lines]
        assert sorted((one[1]["file"], one[2].split("\nGợi ý: ")[0]) for one in read) == sorted(
            (one.span.file, one.message) for one in findings
        )

    def test_nothing_in_a_finding_can_begin_a_command(self) -> None:
        sly = replace(ERROR, message="x\r\n::stop-commands::y", hint="::error::z")
        assert len(report("github", [sly]).splitlines()) == 2


class TestGitlab:
    def test_has_the_keys_that_the_service_asks_for(self) -> None:
        one = json.loads(report("gitlab", [ERROR], above="ws/"))[0]
        assert len(one.pop("fingerprint")) == 64
        assert one == {
            "description": "KH201: không hiểu: «Quý 5/2026», 100%; gợi ý: viết Quý IV/2026",
            "check_name": "due-not-understood",
            "severity": "major",
            "location": {"path": f"ws/{FILE}", "lines": {"begin": 3, "end": 3}},
        }
        assert [one["severity"] for one in json.loads(report("gitlab"))] == [
            "minor",
            "info",
            "major",
        ]
        assert json.loads(report("gitlab", [])) == []

    @settings(max_examples=30)
    @given(lists)
    def test_fingerprints_are_all_different(self, findings: list[Diagnostic]) -> None:
        names = [one["fingerprint"] for one in json.loads(report("gitlab", findings))]
        assert len(set(names)) == len(findings)

    def test_a_fingerprint_stays_when_lines_move_and_days_pass(self) -> None:
        moved = replace(ERROR, span=Span(FILE, 9, 10, 9, 20), message="đã 12 ngày")
        names = [json.loads(report("gitlab", [one]))[0]["fingerprint"] for one in (ERROR, moved)]
        assert names[0] == names[1]
        other = replace(ERROR, span=replace(ERROR.span, file="khác.yaml"))
        assert json.loads(report("gitlab", [other]))[0]["fingerprint"] != names[0]


class TestSarif:
    @settings(max_examples=20)
    @given(lists)
    def test_holds_to_the_schema(self, findings: list[Diagnostic]) -> None:
        SARIF.validate(json.loads(report("sarif", findings)))

    def test_tells_rule_place_and_what_explains_it(self) -> None:
        log = json.loads(report("sarif", above="a b/"))
        SARIF.validate(log)
        (run,) = log["runs"]
        assert run["columnKind"] == "unicodeCodePoints"
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == ["KH201", "KH304", "KH312"]
        assert rules[0]["help"] == {"text": PAGE.text}
        assert rules[0]["shortDescription"] == {"text": PAGE.title}
        assert [rule["defaultConfiguration"]["level"] for rule in rules] == [
            "error",
            "warning",
            "note",
        ]
        assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [
            one["ruleId"] for one in run["results"]
        ]
        last = run["results"][-1]
        place = last["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == f"a b/{FILE}"
        assert " " not in place["artifactLocation"]["uri"]
        assert place["region"] == {
            "startLine": 3,
            "startColumn": 10,
            "endLine": 3,
            "endColumn": 20,
        }
        assert last["relatedLocations"][0]["message"] == {"text": "kế hoạch ở đây"}

    def test_names_what_could_not_be_read(self) -> None:
        text = REPORTERS["sarif"](
            [], replace(CLEAN, unchecked=("data/x.yaml",)), lambda *_: "", colour=False
        )
        SARIF.validate(json.loads(text))
        (note,) = json.loads(text)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
        place = note["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "data/x.yaml"


class TestJunit:
    @settings(max_examples=20)
    @given(lists)
    def test_holds_to_the_schema(self, findings: list[Diagnostic]) -> None:
        JUNIT.assertValid(etree.fromstring(report("junit", findings).encode()))

    def test_errors_fail_and_all_else_is_skipped(self) -> None:
        tree = etree.fromstring(report("junit", above="ws/").encode())
        assert tree.xpath("string(@tests)") == "3"
        assert tree.xpath("count(//failure)") == 1
        assert tree.xpath("count(//skipped)") == 2
        assert tree.xpath("string(//failure/@type)") == "KH201"
        assert str(tree.xpath("string(//failure)")).startswith(f"ws/{FILE}:3:10\ngợi ý: ")

    def test_a_clean_workspace_passes(self) -> None:
        tree = etree.fromstring(report("junit", []).encode())
        assert tree.xpath("count(//testcase)") == 1
        assert tree.xpath("count(//failure)") == 0


class TestMarkdown:
    def test_a_row_for_each_finding_errors_first(self) -> None:
        lines = report("markdown", above="ws/").splitlines()
        assert lines[0] == "### Kiểm tra dữ liệu kế hoạch"
        assert lines[2].startswith("1 lỗi, 1 cảnh báo, 1 lưu ý trong 4 tệp")
        assert lines[6:] == [
            f"| lỗi | KH201 | ws/{FILE}:3 | không hiểu: «Quý 5/2026», 100%<br>*viết Quý IV/2026* |",
            f"| cảnh báo | KH304 | ws/{FILE}:7 | quá hạn \\| \\*3\\* ngày |",
            "| lưu ý | KH312 | ws/kehoach.yaml:1 | chưa có thời hạn |",
        ]

    def test_a_clean_workspace_has_no_table(self) -> None:
        assert "|" not in report("markdown", [])

    def test_a_long_list_is_cut_and_says_so(self) -> None:
        text = report("markdown", [ERROR] * 500)
        assert text.count("KH201") == 300
        assert "Còn 200 phát hiện nữa" in text


@pytest.mark.parametrize("form", sorted(REPORTERS))
def test_every_format_takes_no_findings(form: str) -> None:
    assert report(form, [])
