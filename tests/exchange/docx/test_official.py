"""The decree's own sample layouts give no false finding; and look-alikes of them in our words."""

from __future__ import annotations

import copy
import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from kehoach_cli.exchange.docx.checking import Checked, check
from kehoach_cli.exchange.docx.ruleset import rule_set
from kehoach_cli.exchange.docx.xml import Element, w

VARIABLE = "KEHOACH_OFFICIAL_TEXTS"
"""A folder with official files that are not ours to hand on."""
FILE = "nd30-phu-luc-iii.docx"
MAIN = "word/document.xml"
_SAMPLE = re.compile(r"Mẫu (?:\d\.\d+ -|văn bản \()")
_NOTES = "Ghi chú"
_TYPED = {"rule-typed"}
"""The samples draw their rules with underscores."""
_COPIES = {"docx-not-judged"}
"""Behind the signature of sample 3.1 stands the form of its copy."""


def text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(w("t"))).strip()


def samples(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Each sample as a file of its own, without the notes that explain it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts[MAIN])
    blocks = list(root.find(w("body")))
    starts = [i for i, one in enumerate(blocks) if _SAMPLE.match(text(one))]
    for start, end in zip(starts, [*starts[1:], len(blocks) - 1], strict=True):
        alone = etree.fromstring(etree.tostring(root))
        body = alone.find(w("body"))
        assert body is not None
        for one in list(body)[:-1]:
            body.remove(one)
        for one in reversed(list(_without_notes(blocks[start + 1 : end]))):
            body.insert(0, one)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name, content in {**parts, MAIN: etree.tostring(alone)}.items():
                package.writestr(name, content)
        yield text(blocks[start]), out.getvalue()


def _without_notes(blocks: list[Element]) -> Iterator[Element]:
    for one in map(copy.deepcopy, blocks):
        if one.tag == w("tbl") and text(one).startswith(_NOTES):
            return
        for row in list(one.iter(w("tr"))):
            if text(row).startswith(_NOTES):
                parent = row.getparent()
                assert parent is not None
                parent.remove(row)
        yield one


def test_the_decrees_samples_give_no_false_finding() -> None:
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(f"cần {VARIABLE}: thư mục có {FILE}")
    path = next(Path(folder).rglob(FILE), None)
    if path is None:
        pytest.skip(f"không có {FILE} trong {folder}")
    found = dict(samples(path.read_bytes()))
    assert len(found) >= 16
    rules = rule_set("nd30-2020")
    said = {
        f"{name}: {fault.kind} {dict(fault.args)}"
        for name, data in found.items()
        for fault in check(data, name, rules).faults
        if fault.kind not in _TYPED | (_COPIES if name.startswith("Mẫu 3") else set())
    }
    assert said == set()


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        pytest.param("ke-hoach", "Trích yếu: chữ «……… 5 ………»", [], id="dots for the title"),
        pytest.param(
            "ke-hoach",
            "Địa danh và thời gian ban hành: chữ «…4..., ngày …… tháng …… năm ……»",
            [],
            id="dots for the day",
        ),
        pytest.param(
            "ke-hoach",
            "Tiêu ngữ: kẻ bằng dấu gạch dưới\nTrích yếu: kẻ bằng dấu gạch dưới",
            ["rule-typed", "rule-typed"],
            id="rules typed as in the samples",
        ),
        pytest.param(
            "cong-van", "Số, ký hiệu: chữ «Số:          /... 3...-...4...»", [], id="blank number"
        ),
        pytest.param("ke-hoach", "Quốc hiệu: cỡ 13\nTiêu ngữ: cỡ 14", [], id="larger letters"),
        pytest.param("bien-ban", "Nội dung: chữ «Thời gian bắt đầu: ……»", [], id="minutes"),
    ],
)
def test_look_alikes_in_our_own_words(
    name: str,
    changes: str,
    expected: list[str],
    plant: Callable[[str, str], bytes],
    judged: Callable[[bytes], Checked],
) -> None:
    kinds = [fault.kind for fault in judged(plant(name, changes)).faults]
    assert [kind for kind in kinds if kind != "rule-length"] == expected
