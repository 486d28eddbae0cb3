"""Three official documents made by our own writer, and one thing changed in them.

A change is a line «<part>: <change>» as the pages of the form rules write it. ``<part> 2`` means
the second line of that part.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from kehoach_cli.document.blocks import Block, Paragraph, Role, SectionBreak, Text
from kehoach_cli.document.frame import (
    Circulation,
    Document,
    Frame,
    LetterFrame,
    Marks,
    MinutesFrame,
    Properties,
    Signer,
    TitledFrame,
    Urgency,
)
from kehoach_cli.document.markup import parse
from kehoach_cli.document.numbering import number
from kehoach_cli.exchange.docx.checking import Checked, check
from kehoach_cli.exchange.docx.finding import find_parts
from kehoach_cli.exchange.docx.reading import read
from kehoach_cli.exchange.docx.ruleset import rule_set
from kehoach_cli.exchange.docx.xml import Element, w
from kehoach_cli.writers import WRITERS

REFERENCE = Path(__file__).parents[3] / "templates" / "reference.docx"
RULES = rule_set("nd30-2020")
Plant = Callable[[str, str], bytes]

TEXT = """
Để triển khai các nội dung đã thống nhất tại cuộc họp giả định đầu năm, theo chức năng, nhiệm vụ \
được giao, cơ quan giả định ban hành văn bản này như sau:

# Mục đích
## Yêu cầu chung
Các đơn vị chủ động thực hiện, phối hợp chặt chẽ, báo cáo đúng hạn.

# Tổ chức thực hiện
1. Đơn vị thứ nhất:

a) Rà soát danh mục.

b) Tổng hợp kết quả.

Chi tiết tại các phụ lục kèm theo. Các đơn vị nghiêm túc thực hiện./.
"""

_ANNEX_REFERENCE = "(Kèm theo Kế hoạch số 07/KH-SGD ngày 05 tháng 02 năm 2027 của Sở Giả định)"


def _annex(numeral: str, title: str) -> tuple[Block, ...]:
    return (
        SectionBreak(landscape=False),
        Paragraph(Role.ANNEX_NUMBER, (Text(f"Phụ lục {numeral}"),)),
        Paragraph(Role.ANNEX_TITLE, (Text(title),)),
        Paragraph(Role.ANNEX_REFERENCE, (Text(_ANNEX_REFERENCE),)),
        Paragraph(Role.BODY, (Text("Nội dung của phụ lục giả định."),)),
    )


_HEAD = {
    "parent": ("UBND TỈNH GIẢ ĐỊNH",),
    "issuer": ("SỞ GIẢ ĐỊNH",),
    "number": "07",
    "recipients": ("Như trên", "Các phòng, đơn vị thuộc Sở"),
    "filing": "Lưu: VT, KHTC",
}
_DATED = {
    "place": "Giả Định",
    "day": date(2027, 2, 5),
    "signer": Signer(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Thị Giả Định"),
}
FRAMES: dict[str, Frame] = {
    "ke-hoach": TitledFrame(
        **_HEAD,  # type: ignore[arg-type]
        **_DATED,  # type: ignore[arg-type]
        symbol="KH-SGD",
        type_name="KẾ HOẠCH",
        title="Triển khai một việc giả định năm 2027",
    ),
    "cong-van": LetterFrame(
        marks=Marks(Urgency.FLASH, Circulation.INTERNAL),
        **_HEAD,  # type: ignore[arg-type]
        **_DATED,  # type: ignore[arg-type]
        symbol="SGD-KHTC",
        subject="đề nghị báo cáo một việc giả định",
        addressees=("Phòng Kế hoạch", "Phòng Tài chính"),
    ),
    "bien-ban": MinutesFrame(
        **_HEAD,  # type: ignore[arg-type]
        symbol="BB-SGD",
        type_name="BIÊN BẢN",
        title="Họp về một việc giả định",
        secretary=Signer(("THƯ KÝ",), "Trần Văn Giả"),
        chair=Signer(("CHỦ TRÌ",), "Lê Thị Định"),
    ),
}
_BASES = (
    "Căn cứ Luật Giả định ngày 01 tháng 7 năm 2026;",
    "Theo đề nghị của Trưởng phòng Kế hoạch - Tài chính.",
)


@cache
def sample(name: str) -> bytes:
    """One of ``FRAMES`` with a text, as .docx; the plan has căn cứ and two annexes."""
    body = number(parse(TEXT, lambda _: ()).blocks)
    blocks: tuple[Block, ...] = body
    if name == "ke-hoach":
        bases = tuple(Paragraph(Role.GROUND, (Text(text),)) for text in _BASES)
        annexes = (*_annex("I", "DANH MỤC THỨ NHẤT"), *_annex("II", "DANH MỤC THỨ HAI"))
        blocks = (*bases, *body, *annexes)
    properties = Properties("Giả định", "Sở Giả định", date(2027, 2, 5))
    out = io.BytesIO()
    WRITERS["docx"].write(Document(FRAMES[name], blocks, properties), out, REFERENCE)
    return out.getvalue()


def repacked(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The package with some of its parts replaced, added, or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        kept = {name: old.read(name) for name in old.namelist()} | changes
        for name, content in kept.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def _runs(paragraph: Element) -> list[Element]:
    return list(paragraph.iter(w("r")))


def _child(parent: Element, name: str, *, first: bool = False) -> Element:
    """The child of that name, made where there is none."""
    found = parent.find(w(name))
    if found is None:
        found = etree.SubElement(parent, w(name))
        if first:
            parent.insert(0, found)
    return found


def _letters(name: str, **values: str) -> Callable[[Element, re.Match[str]], None]:
    """A change of every run's letters; «{0}» in a value is what the change names."""

    def change(paragraph: Element, match: re.Match[str]) -> None:
        for run in _runs(paragraph):
            element = _child(_child(run, "rPr", first=True), name)
            for key, text in values.items():
                element.set(w(key), text.format(*match.groups()))

    return change


def _layout(name: str, key: str, scale: float) -> Callable[[Element, re.Match[str]], None]:
    def change(paragraph: Element, match: re.Match[str]) -> None:
        element = _child(_child(paragraph, "pPr", first=True), name)
        for twin in ("hanging", "firstLine") if key == "firstLine" else ():
            element.attrib.pop(w(twin), "")
        amount = float(match[1].replace(",", "."))
        element.set(w(key), str(round(amount * scale)))

    return change


def _exactly(paragraph: Element, match: re.Match[str]) -> None:
    _layout("spacing", "line", 20)(paragraph, match)
    _child(_child(paragraph, "pPr", first=True), "spacing").set(w("lineRule"), "exact")


def _size(paragraph: Element, match: re.Match[str]) -> None:
    half_points = str(round(float(match[1].replace(",", ".")) * 2))
    for run in _runs(paragraph):
        _child(_child(run, "rPr", first=True), "sz").set(w("val"), half_points)


def _align(paragraph: Element, match: re.Match[str]) -> None:
    sides = {"trái": "left", "phải": "right", "giữa": "center", "đều": "both"}
    _child(_child(paragraph, "pPr", first=True), "jc").set(w("val"), sides[match[1]])


def _retype(paragraph: Element, match: re.Match[str]) -> None:
    """Another text in the look of the first run."""
    first, *others = _runs(paragraph)
    for run in others:
        paragraph.remove(run)
    for child in [one for one in first if one.tag != w("rPr")]:
        first.remove(child)
    etree.SubElement(first, w("t")).text = match[1]


def _blank(paragraph: Element, _: re.Match[str]) -> None:
    for run in _runs(paragraph):
        paragraph.remove(run)


def _rule_below(paragraph: Element) -> Element:
    below = paragraph.getnext()
    assert below is not None
    return below


def _no_rule(paragraph: Element, _: re.Match[str]) -> None:
    _child(_rule_below(paragraph), "pPr").clear()


def _typed_rule(paragraph: Element, match: re.Match[str]) -> None:
    _no_rule(paragraph, match)
    run = etree.SubElement(_rule_below(paragraph), w("r"))
    etree.SubElement(run, w("t")).text = "_" * 12


def _long_rule(paragraph: Element, match: re.Match[str]) -> None:
    """The rule reaches over everything but that many millimetres on either side."""
    ind = _child(_child(_rule_below(paragraph), "pPr"), "ind")
    for side in ("left", "right"):
        ind.set(w(side), str(round(float(match[1]) * 1440 / 25.4)))


def _moved_up(paragraph: Element, _: re.Match[str]) -> None:
    above = paragraph.getprevious()
    assert above is not None
    above.addprevious(paragraph)


def _added(paragraph: Element, match: re.Match[str]) -> None:
    """A further line in the look of this one, with another text."""
    paragraph.addnext(etree.fromstring(etree.tostring(paragraph)))
    _retype(_rule_below(paragraph), match)


def _tracked(paragraph: Element, _: re.Match[str]) -> None:
    run = _runs(paragraph)[0]
    mark = etree.Element(w("ins"))
    run.addprevious(mark)
    mark.append(run)


_CHANGES: tuple[tuple[str, Callable[[Element, re.Match[str]], None]], ...] = (
    (r"cỡ ([\d,]+)", _size),
    (r"đậm", _letters("b", val="1")),
    (r"không đậm", _letters("b", val="0")),
    (r"nghiêng", _letters("i", val="1")),
    (r"không nghiêng", _letters("i", val="0")),
    (r"phông (.+)", _letters("rFonts", ascii="{0}", hAnsi="{0}")),
    (r"màu (\w{6})", _letters("color", val="{0}")),
    (r"gạch chân", _letters("u", val="single")),
    (r"canh (trái|phải|giữa|đều)", _align),
    (r"chữ «(.*)»", _retype),
    (r"thêm dòng «(.*)»", _added),
    (r"bỏ", _blank),
    (r"lên trên", _moved_up),
    (r"thụt ([\d,]+) mm", _layout("ind", "firstLine", 1440 / 25.4)),
    (r"cách trên ([\d,]+) pt", _layout("spacing", "before", 20)),
    (r"cách dưới ([\d,]+) pt", _layout("spacing", "after", 20)),
    (r"dãn dòng ([\d,]+)", _layout("spacing", "line", 240)),
    (r"dãn dòng đúng ([\d,]+) pt", _exactly),
    (r"bỏ đường kẻ", _no_rule),
    (r"kẻ bằng dấu gạch dưới", _typed_rule),
    (r"đường kẻ cách mép (\d+) mm", _long_rule),
    (r"đánh dấu thêm", _tracked),
)


def _section(root: Element, change: str) -> None:
    """«lề trái 20 mm», «khổ 216 x 279 mm», «không ẩn số trang đầu» … of every section."""
    sides = {"trên": "top", "dưới": "bottom", "trái": "left", "phải": "right"}
    for section in root.iter(w("sectPr")):
        if match := re.fullmatch(r"lề (\w+) (\d+) mm", change):
            margins = _child(section, "pgMar")
            margins.set(w(sides[match[1]]), str(round(int(match[2]) * 1440 / 25.4)))
        elif match := re.fullmatch(r"khổ (\d+) x (\d+) mm", change):
            size = _child(section, "pgSz")
            for key, amount in zip(("w", "h"), match.groups(), strict=True):
                size.set(w(key), str(round(int(amount) * 1440 / 25.4)))
        elif change == "không ẩn số trang đầu":
            section.remove(_child(section, "titlePg"))
        elif change == "phụ lục đánh số nối tiếp":
            for one in section.findall(w("pgNumType")):
                section.remove(one)
        else:
            raise AssertionError(change)


def _lines(root: Element, data: bytes, part: str) -> Iterator[Element]:
    """The paragraphs of a part in the file, by the name that the rule set gives it."""
    name, _, nth = part.rpartition(" ") if part[-1].isdigit() else (part, "", "1")
    kind = next(key for key, one in RULES.parts.items() if one.name == name)
    form = find_parts(read(data), "mau.docx", RULES)
    numbers = [one.paragraph.number for one in form.found if one.kind == kind]
    yield list(root.iter(w("p")))[numbers[int(nth) - 1] - 1]


def planted(data: bytes, change: str) -> bytes:
    """The file with one thing changed."""
    part, _, what = change.partition(": ")
    if part == "Tệp" and what.endswith(" đoạn"):
        more = b"<w:p/>" * int(what.removesuffix(" đoạn").replace(".", ""))
        body = _part(data, "word/document.xml").replace(b"</w:body>", more + b"</w:body>")
        return repacked(data, {"word/document.xml": body})
    if part == "Tệp":
        return data[: len(data) // 2]
    if part == "Số trang":
        return _page_number(data, what)
    root = etree.fromstring(_part(data, "word/document.xml"))
    if part == "Trang":
        _section(root, what)
    else:
        match, apply = next(
            (found, apply) for pattern, apply in _CHANGES if (found := re.fullmatch(pattern, what))
        )
        for paragraph in _lines(root, data, part):
            apply(paragraph, match)
    return repacked(data, {"word/document.xml": etree.tostring(root)})


def _page_number(data: bytes, what: str) -> bytes:
    """A change of the header that holds the page number; «ở cuối trang» makes it a footer."""
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    header = next(n for n in names if b"PAGE" in (_part(data, n) if "word/header" in n else b""))
    if what == "ở cuối trang":
        root = etree.fromstring(_part(data, "word/document.xml"))
        for one in root.iter(w("headerReference")):
            one.tag = w("footerReference")
        return repacked(data, {"word/document.xml": etree.tostring(root)})
    root = etree.fromstring(_part(data, header))
    for paragraph in root.iter(w("p")):
        match, apply = next((m, a) for p, a in _CHANGES if (m := re.fullmatch(p, what)))
        apply(paragraph, match)
    return repacked(data, {header: etree.tostring(root)})


def _part(data: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


@pytest.fixture
def plant() -> Plant:
    """A sample by name with changes, one a line: what a fault looks like in a real file."""

    def make(name: str, changes: str = "") -> bytes:
        data = sample(name)
        for change in filter(None, changes.splitlines()):
            data = planted(data, change)
        return data

    return make


@pytest.fixture
def judged() -> Callable[[bytes], Checked]:
    """The findings of a file's bytes."""
    return lambda data: check(data, "mau.docx", RULES)
