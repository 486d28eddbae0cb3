from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.diagnostics import Fault
from kehoach_cli.document.frame import TitledFrame
from kehoach_cli.document.markup import MarkupFault
from kehoach_cli.drafting import directives, draft_faults, tables, vocabulary
from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.context import VIEWS, names
from kehoach_cli.drafting.markup_words import SENTENCES
from kehoach_cli.drafting.plan_document import plan_document
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.templates import TemplateProblem, load_template
from kehoach_cli.errors import TemplateError
from kehoach_cli.source.spans import Locator
from kehoach_cli.workspace import Workspace

if TYPE_CHECKING:
    from tests.drafting.conftest import Copy

REFERENCE = Path(__file__).parents[2] / "templates" / "reference.docx"
PLAN = "data/plans/mau/plan.yaml"
HEAD = """---
kind: thu
title: Thư
symbol: T
scope: period
issuer: focal
params: so
number: "{{ params.so }}"
subject: Một
filing: "Lưu: VT"
signer: "{{ agency.signer_title }}"
---
"""
TEMPLATE = "templates/thu.md.j2"


def test_the_repository_s_own_templates_and_plans_have_no_fault(real: Workspace) -> None:
    assert draft_faults(real) == ()


def test_every_fault_of_the_markup_has_words() -> None:
    assert set(SENTENCES) == set(MarkupFault)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Đầu.\n\n**Hở", 3, "mà không đóng"),
        ("#Một", 1, "thiếu dấu cách"),
        ("#", 1, "đề mục không có chữ"),
        ("# Một\n\n### Ba", 3, "bỏ qua một cấp"),
        ("# Một\n## Hai\n### Ba\n#### Bốn", 4, "nhiều nhất là 3"),
        ("::: bang", 1, "sai tham số, phải là: ten=…"),
        ("Đầu.\n::: bang ten=la", 2, "không có bảng «la»"),
        ("::: phu-luc ten=cam-ket", 1, "không có chỉ dẫn «phu-luc»"),
        (":::", 1, "sai dạng"),
    ],
)
def test_a_fault_in_a_plan_s_text_names_the_line_of_the_file(
    base: Copy, text: str, line: int, words: str
) -> None:
    source = (base.root / PLAN).read_text(encoding="utf-8")
    block = "text: |\n" + "".join(f"      {one}\n" for one in text.split("\n"))
    old = "text: |\n      Các nhiệm vụ cụ thể tại Phụ lục kèm theo.\n"
    assert old in source
    base.write(PLAN, source.replace(old, block))
    before = source[: source.index(old)].count("\n") + 1
    (fault,) = draft_faults(base.load())
    span = Locator(lambda path: (base.root / path).read_text(encoding="utf-8")).span(fault.place)
    assert (fault.kind, span.file, span.line) == ("markup-fault", PLAN, before + line)
    assert words in str(fault.args["problem"])


def test_of_equal_lines_the_faulty_one_is_named(base: Copy) -> None:
    base.put(PLAN, "sections.0.text", "x **a\n\nx **a\n")
    faults = draft_faults(base.load())
    assert [(fault.place.excerpt, fault.place.nth) for fault in faults] == [
        ("x **a", 0),
        ("x **a", 1),
    ]


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("Một {{ la }}", 13, "không có tên «la»"),
        ("Một\n{% if la %}{% endif %}", 14, "không có tên «la»"),
        ("{{ agency | la }}", 13, "không có bộ lọc «la»"),
        ("Một\n\n::: bang ten=cam-kett", 15, "có phải là «cam-ket»"),
        ("::: la", 13, "không có chỉ dẫn «la»"),
        ("{% if %}", 13, "thiếu biểu thức"),
        ("{{ plann.title }}", 13, "không có tên «plann»; có phải là «plan»"),
        ("{{ plan.titel }}", 13, "«plan» không có «titel»; có phải là «title»"),
        ("{{ report.la_gi_do }}", 13, "«report» không có «la_gi_do»; có: "),
        ("{{ params.soo }}", 13, "«params» không có «soo»; có phải là «so»"),
        ("{{ agency.name | ngayy }}", 13, "không có bộ lọc «ngayy»; có phải là «ngay»"),
        ("{% if plan is definedd %}{% endif %}", 13, "phép thử «definedd»; có phải là «defined»"),
        ("Một\n\n#Mục {{ agency.name }}", 15, "thiếu dấu cách"),
        ("{# a\nb #}\n:::bang ten=cam-ket", 15, "sai dạng"),
    ],
)
def test_a_template_s_fault_is_found_without_rendering(
    base: Copy, body: str, line: int, words: str
) -> None:
    base.write(TEMPLATE, HEAD + body)
    (fault,) = draft_faults(base.load())
    assert (fault.kind, fault.place.file, _line(fault)) == ("template-fault", TEMPLATE, line)
    assert words in str(fault.args["problem"])


def test_all_faults_of_a_template_are_told_at_once(base: Copy) -> None:
    head = HEAD.replace("symbol: T\n", "symbool: T\n").replace("scope: period", "scope: perod")
    body = "{{ la }} {{ plan | la }}\n\n::: bang ten=cam-kett\n\n{{ params.x }}\n"
    base.write(TEMPLATE, head + body)
    found = [(_line(fault), str(fault.args["problem"])[:25]) for fault in draft_faults(base.load())]
    assert found == [
        (1, "phần đầu thiếu «symbol»"),
        (4, "khóa lạ «symbool»; có phả"),
        (5, "«scope» phải là plan hoặc"),
        (13, "không có bộ lọc «la»"),
        (13, "không có tên «la»; có: ag"),
        (15, "không có bảng «cam-kett»;"),
        (17, "«params» không có «x»; có"),
    ]


def test_names_of_a_loop_are_not_taken_for_ours(base: Copy) -> None:
    body = "{% for plan in ['a'] %}{{ plan.x }}{{ params.get('so') }}{% endfor %}\n"
    base.write(TEMPLATE, HEAD + body)
    assert draft_faults(base.load()) == ()


def test_what_stands_behind_a_name_is_of_that_class(base: Copy) -> None:
    given = names(Scene(base.load(), date(2027, 1, 1)), load_template("ke-hoach", base.root))
    wrong = {name for name, kind in VIEWS.items() if not isinstance(given[name], kind | None)}
    assert wrong == set()


def rewritten(file: Path, part: str, old: str, new: str) -> bytes:
    """The reference file with a text of one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            data = package.read(name)
            made.writestr(name, data.replace(old.encode(), new.encode()) if name == part else data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new", "args"),
    [
        ("word/styles.xml", "KH M", "Kh M", {"reason": "styles", "missing": "«KH Mục»"}),
        ("word/document.xml", "pgSz", "pgXx", {"reason": "page"}),
        ("word/styles.xml", "", "", None),
    ],
)
def test_what_the_reference_file_lacks_is_named_at_once(
    base: Copy, part: str, old: str, new: str, args: dict[str, str] | None
) -> None:
    file = base.root / "templates" / "reference.docx"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(rewritten(REFERENCE, part, old, new) if old else REFERENCE.read_bytes())
    found = [(fault.kind, fault.place.file, fault.args) for fault in draft_faults(base.load())]
    place = "templates/reference.docx"
    assert found == ([("reference-fault", place, args)] if args else [])


def test_a_reference_file_that_is_no_word_file_is_named(base: Copy) -> None:
    base.write("templates/reference.docx", "PK nothing")
    (fault,) = draft_faults(base.load())
    assert (fault.kind, fault.args) == ("reference-fault", {"reason": "unreadable"})


def test_a_fault_in_the_head_is_placed_there(base: Copy) -> None:
    base.write(TEMPLATE, HEAD.replace("subject: Một", 'subject: "{{ la }}"'))
    (fault,) = draft_faults(base.load())
    assert _line(fault) == 9
    base.write(TEMPLATE, HEAD.replace("subject: Một", "subject: |\n  Một\n  {{ la }}"))
    (fault,) = draft_faults(base.load())
    assert _line(fault) == 11


def test_a_template_without_a_head_is_one_fault(base: Copy) -> None:
    base.write(TEMPLATE, "Thân.")
    (fault,) = draft_faults(base.load())
    assert (_line(fault), fault.args) == (1, {"problem": "thiếu phần đầu giữa hai dòng «---»"})


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("{% for n in [1, 2] %}\nMột **hở {{ n }}\n\n{% endfor %}", 14, "mà không đóng"),
        ("{{ agency.name }}\n{% if true %}\n::: {{ 'bang' }} ten=la\n{% endif %}", 15, "bảng «la»"),
        ("::: mo-dau", 13, "chỉ dùng được trong văn bản về một kế hoạch"),
        ("{{ plan.title }}", 13, "«title» không có ở đây"),
    ],
)
def test_a_fault_met_in_rendering_names_the_template_s_line(
    base: Copy, body: str, line: int, words: str
) -> None:
    base.write(TEMPLATE, HEAD + body)
    with pytest.raises(TemplateProblem) as caught:
        compose("thu", Scene(base.load(), date(2027, 1, 1)))
    assert (caught.value.path, caught.value.line) == (TEMPLATE, line)
    assert words in caught.value.problem


def test_a_plan_with_a_fault_in_its_own_text_is_still_printed(base: Copy) -> None:
    base.put(PLAN, "sections.0.text", "**Hở\n\n::: bang ten=cam-ket\n")
    assert plan_document(*base.plan(), date(2026, 7, 20)).blocks


def test_a_new_kind_is_one_file_and_takes_its_parameters(base: Copy) -> None:
    base.write(TEMPLATE, HEAD + "Kính gửi {{ agency.name }}.\n")
    scene = Scene(base.load(), date(2027, 1, 1), params={"so": "7/T-SKHCN"})
    document = compose("thu", scene)
    assert isinstance(document.frame, TitledFrame)
    assert (document.frame.type_name, document.frame.number) == ("THƯ", "7")
    with pytest.raises(TemplateError, match="không có tham số «la»"):
        compose("thu", Scene(base.load(), date(2027, 1, 1), params={"la": "1"}))


def test_a_date_that_is_none_is_named_at_its_line(base: Copy) -> None:
    base.write(TEMPLATE, HEAD.replace("params: so", "params: so ngay\ndate: '{{ params.ngay }}'"))
    with pytest.raises(TemplateProblem) as caught:
        compose("thu", Scene(base.load(), date(2027, 1, 1), params={"ngay": "mai"}))
    assert (caught.value.line, "«mai»" in caught.value.problem) == (8, True)


def test_without_the_issuing_agency_there_is_no_document(base: Copy) -> None:
    base.put("kehoach.yaml", "issuer", "khong-co")
    with pytest.raises(TemplateError, match="chưa biết cơ quan ban hành"):
        plan_document(*base.plan(), date(2026, 7, 20))


def _line(fault: Fault) -> int:
    assert fault.place.span is not None
    return fault.place.span.line


def test_the_words_that_are_checked_are_those_that_are_made(base: Copy) -> None:
    template = load_template("ke-hoach", base.root)
    assert tuple(tables.TABLES) == vocabulary.TABLES
    assert set(directives.DIRECTIVES) == set(vocabulary.DIRECTIVES)
    assert tuple(names(Scene(base.load(), date(2027, 1, 1)), template)) == vocabulary.NAMES
