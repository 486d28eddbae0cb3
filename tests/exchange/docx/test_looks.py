"""What Word shows, worked out from what the file says: styles, theme, lists, shapes, sections."""

from __future__ import annotations

import io
import zipfile

import pytest

from kehoach_cli.exchange.docx.looks import Letters, Pages, Paragraph
from kehoach_cli.exchange.docx.reading import read
from kehoach_cli.exchange.docx.xml import MC, WP, WPS, A, O, R, V, W

_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}" xmlns:v="{V}" xmlns:o="{O}" xmlns:wp="{WP}" '
    f'xmlns:wps="{WPS}" xmlns:mc="{MC}"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsi="Arial"/>
<w:sz w:val="22"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>
</w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:basedOn w:val="Normal"/>
<w:pPr><w:jc w:val="both"/><w:ind w:firstLine="567"/></w:pPr>
<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Base"/>
<w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/>
<w:basedOn w:val="Turn"/></w:style>
<w:style w:type="paragraph" w:styleId="Turn"><w:name w:val="Turn"/><w:basedOn w:val="Round"/>
<w:rPr><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>
<w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/>
<w:pPr><w:spacing w:after="0"/></w:pPr>
<w:rPr><w:i/></w:rPr></w:style>
"""
THEME = (
    f'<a:theme xmlns:a="{A}"><a:themeElements><a:fontScheme><a:minorFont>'
    '<a:latin typeface="Times New Roman"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
NUMBERING = """
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>
<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/>
</w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
"""


def packed(body: str, **headers: str) -> bytes:
    """A small .docx with the styles above."""
    names = {"styles": "styles", "theme": "theme", "numbering": "numbering"}
    names |= dict.fromkeys(headers, "header")
    links = "".join(
        f'<Relationship Id="{name}" Type="{_TYPE}{kind}" Target="{name}.xml"/>'
        for name, kind in names.items()
    )
    parts = {
        "document": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "styles": f"<w:styles {_SPACES}>{STYLES}</w:styles>",
        "theme": THEME,
        "numbering": f"<w:numbering {_SPACES}>{NUMBERING}</w:numbering>",
        **{name: f"<w:hdr {_SPACES}>{text}</w:hdr>" for name, text in headers.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", text)
        package.writestr(
            "word/_rels/document.xml.rels",
            "<Relationships xmlns="
            f'"http://schemas.openxmlformats.org/package/2006/relationships">{links}'
            "</Relationships>",
        )
    return out.getvalue()


def pages(body: str, **headers: str) -> Pages:
    return read(packed(body, **headers))


def only(body: str) -> Paragraph:
    (found,) = pages(body).paragraphs
    return found


def paragraph(style: str = "", rpr: str = "", text: str = "chữ", ppr: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{ppr}</w:pPr><w:r><w:rPr>{rpr}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def letters(body: str) -> Letters:
    (run,) = only(body).runs
    return run.letters


def test_defaults_hold_where_no_style_speaks() -> None:
    found = only(paragraph(text="abc"))
    assert found.runs[0].letters == Letters(fonts=("Times New Roman",), size_pt=11)
    assert (found.layout.after, found.layout.line, found.layout.align) == (160, 259, "left")


def test_letters_beyond_ascii_take_their_own_font() -> None:
    assert letters(paragraph(text="Số ưu")).fonts == ("Arial", "Times New Roman")
    assert letters(paragraph(text="123…")).fonts == ("Times New Roman",)


def test_a_style_takes_from_those_it_is_based_on() -> None:
    found = only(paragraph("Sub"))
    assert found.layout.align == "both"
    assert found.layout.first_line == 567
    look = found.runs[0].letters
    assert (look.size_pt, look.bold, look.italic) == (14, True, True)


def test_switches_of_styles_cancel_each_other_and_direct_ones_decide() -> None:
    strong = '<w:rStyle w:val="Strong"/>'
    assert not letters(paragraph("Base", strong)).bold
    assert letters(paragraph("Base", f"{strong}<w:b/>")).bold
    assert not letters(paragraph("Base", '<w:b w:val="0"/>')).bold
    assert letters(paragraph(rpr=strong)).bold


def test_styles_based_on_each_other_end() -> None:
    assert letters(paragraph("Round")).size_pt == 15


def test_a_style_that_is_not_there_is_the_default_one() -> None:
    assert only(paragraph("Missing")).style == "Normal"


def test_a_table_style_reaches_its_cells() -> None:
    found = only(
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/>'
        f"</w:tblGrid><w:tr><w:tc>{paragraph()}</w:tc></w:tr></w:tbl>"
    )
    assert found.layout.after == 0
    assert found.runs[0].letters.italic
    assert found.spot is not None
    assert (found.spot.table, found.spot.row, found.spot.column, found.spot.width) == (
        0,
        0,
        0,
        3000,
    )


def numbered(number: int, level: int, text: str = "chữ") -> str:
    numpr = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(ppr=numpr, text=text)


def test_automatic_numbers_are_counted_as_word_does() -> None:
    body = "".join(
        numbered(*one) for one in ((5, 0), (5, 1), (5, 1), (5, 0), (5, 1), (6, 0), (6, 0), (9, 0))
    )
    found = pages(body).paragraphs
    assert [one.label for one in found] == ["I.", "a)", "b)", "II.", "a)", "IV.", "V.", ""]
    assert found[0].words == "I. chữ"
    assert (found[0].layout.left, found[0].layout.first_line) == (720, -360)


def test_inserted_text_counts_and_deleted_text_does_not() -> None:
    found = pages(
        "<w:p><w:r><w:t>một </w:t></w:r><w:ins><w:r><w:t>hai</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>ba</w:delText></w:r></w:del></w:p>"
    )
    assert found.paragraphs[0].text == "một hai"
    assert found.has_changes


def test_hidden_text_and_field_codes_are_not_printed() -> None:
    found = only(
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>MÃ</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>thấy</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert found.text == "thấy"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph(text='trong hộp')}</w:txbxContent>"
    found = pages(
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}"
        f"</mc:Fallback></mc:AlternateContent></w:r></w:p>{paragraph(text='sau')}"
    ).paragraphs
    assert [(one.number, one.text, one.in_box) for one in found] == [
        (1, "", False),
        (2, "trong hộp", True),
        (3, "sau", False),
    ]


LINE = (
    '<w:drawing><wp:anchor><wp:extent cx="{cx}" cy="0"/><a:graphic><wps:wsp><wps:spPr><a:xfrm>'
    '<a:ext cx="{cx}" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphic>'
    "</wp:anchor></w:drawing>"
)


_WIDE = "position:absolute;width:75pt;height:0"


@pytest.mark.parametrize(
    ("drawing", "length"),
    [
        (LINE.format(cx=635 * 1500), 1500),
        ('<w:pict><v:line from="10pt,2pt" to="85pt,2pt"/></w:pict>', 1500),
        (f'<w:pict><v:shape type="#_x0000_t32" style="{_WIDE}"/></w:pict>', 1500),
        ('<w:pict><v:rect o:hr="t" style="width:75pt;height:1pt"/></w:pict>', 1500),
        ('<w:pict><v:rect o:hr="t" style="width:0;height:1pt"/></w:pict>', None),
    ],
)
def test_drawn_lines_are_measured(drawing: str, length: int | None) -> None:
    (stroke,) = only(f"<w:p><w:r>{drawing}</w:r></w:p>").strokes
    assert stroke.length == length


@pytest.mark.parametrize(
    "drawing",
    [
        LINE.format(cx=0),
        '<w:pict><v:line from="10pt,2pt" to="10pt,90pt"/></w:pict>',
        '<w:pict><v:rect style="width:75pt;height:40pt"/></w:pict>',
    ],
)
def test_boxes_and_upright_lines_are_no_rules(drawing: str) -> None:
    assert only(f"<w:p><w:r>{drawing}</w:r></w:p>").strokes == ()


def test_a_border_is_a_rule_until_it_is_taken_back() -> None:
    border = '<w:pBdr><w:bottom w:val="{}"/></w:pBdr>'
    assert only(paragraph(ppr=border.format("single"))).layout.ruled
    assert not only(paragraph(ppr=border.format("nil"))).layout.ruled


def test_a_cells_own_border_is_a_line() -> None:
    borders = '<w:tcBorders><w:top w:val="nil"/><w:bottom w:val="single"/></w:tcBorders>'
    one, other = pages(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>{borders}</w:tcPr>'
        f"{paragraph()}{paragraph()}</w:tc></w:tr></w:tbl>"
    ).paragraphs
    assert one.strokes == ()
    assert [stroke.length for stroke in other.strokes] == [900]


NUMBER = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    "<w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"
)


def test_a_section_has_the_headers_of_the_one_before() -> None:
    first = '<w:sectPr><w:headerReference w:type="default" r:id="top"/><w:titlePg/></w:sectPr>'
    body = f"<w:p><w:pPr>{first}</w:pPr></w:p><w:p/>"
    body += '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgNumType w:start="1"/></w:sectPr>'
    found = pages(body, top=NUMBER)
    one, other = found.sections
    assert one.has_title_page
    assert not one.is_landscape
    assert other.is_landscape
    assert other.starts_at == 1
    assert other.headers["default"].number == one.headers["default"].number
    assert [paragraph.section for paragraph in found.paragraphs] == [0, 1]


def test_lengths_may_bear_their_unit() -> None:
    body = '<w:p/><w:sectPr><w:pgMar w:left="3cm" w:top="20mm" w:right="1in"/></w:sectPr>'
    (section,) = pages(body).sections
    assert (section.left, section.top, section.right) == (1701, 1134, 1440)


def test_strict_files_are_read_as_well() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(paragraph("Sub")))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content.replace(W.encode(), strict))
    assert read(out.getvalue()).paragraphs[0].runs[0].letters.bold


def test_typed_lines_of_a_paragraph_keep_its_number() -> None:
    found = only("<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r></w:p>")
    one, other = found.lines()
    assert [(line.text, line.number, line.offset) for line in (one, other)] == [
        ("một", 1, 0),
        ("hai", 1, 4),
    ]
    assert found.text == "một hai"
