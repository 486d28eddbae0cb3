"""Pictures as PNG, and in their places in Word, on a page, in words."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import matplotlib as mpl
import pytest
from lxml import etree
from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font
from PIL import Image, ImageChops, ImageStat

from kehoach_cli.document.blocks import Paragraph, Picture, Role, Text
from kehoach_cli.document.numbering import number
from kehoach_cli.document.picture_words import alternative
from kehoach_cli.document.pictures import Bar, Bars, Drawing, End, Lane, Series, Step, Timeline
from kehoach_cli.errors import OutputError
from kehoach_cli.writers import WRITERS, pictures
from kehoach_cli.writers.pictures import looks
from kehoach_cli.writers.pictures.scale import scale_of
from kehoach_cli.writers.terminal import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.document.frame import Document

GOLDEN = Path(__file__).parents[1] / "golden" / "drawings"
SMALLER, MOST = 8, 40
"""A golden picture is so many times smaller; a dot of it may be so much darker or lighter."""

METRIC = {"Times New Roman", "Liberation Serif", "Tinos"}
"""Typefaces in which every letter is as wide as in the others."""

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
LABELS = {
    "finished": "hoàn thành đúng hạn",
    "belated": "hoàn thành quá hạn",
    "running": "đang thực hiện trong hạn",
    "late": "đang thực hiện quá hạn",
    "open": "thường xuyên, không xác định thời hạn",
    "other": "tạm dừng hoặc thôi thực hiện",
    "silent": "chưa có báo cáo",
}
SERIES = tuple(Series(LABELS[tone], tone) for tone in looks.FILLS)
NAMED = {one.tone: one for one in SERIES}
PLAN = "Kế hoạch phối hợp với các viện, trường giải quyết các bài toán lớn của tỉnh Giả Định"
DAY = date(2027, 12, 14)

BARS = Bars(
    SERIES,
    (
        Bar("Sở Khoa học và Công nghệ tỉnh Giả Định", (6, 2, 2, 4, 1, 1, 0), PLAN),
        Bar("UBND các xã, phường (40 đơn vị)", (1, 1, 1, 2, 1, 1, 1320), PLAN),
        Bar("Sở Nội vụ", (0, 0, 0, 0, 0, 0, 0)),
        Bar("Tổng cộng", (7, 3, 3, 6, 2, 2, 1320), is_total=True),
    ),
    "lượt giao",
)
TIMELINE = Timeline(
    SERIES,
    (
        Lane(
            "1. Nâng cấp nền tảng điều hành, giám sát của Ủy ban nhân dân tỉnh và của các xã, "
            "phường lên phiên bản thứ hai, kết nối kho dữ liệu dùng chung",
            date(2026, 7, 1),
            (End(date(2027, 9, 30), NAMED["late"]),),
            date(2027, 6, 30),
            (Step("trình đề án", date(2027, 1, 31)),),
            PLAN,
        ),
        Lane(
            "2 – 4. Báo cáo hằng quý",
            None,
            (
                End(date(2027, 3, 28), NAMED["finished"]),
                End(date(2027, 6, 28), NAMED["belated"]),
                End(date(2027, 9, 28), NAMED["silent"]),
            ),
            group=PLAN,
        ),
        Lane("5. Tuyên truyền", None, (), steps=(Step("hội thảo", date(2027, 5, 5)),)),
        Lane("6. Giao sau thời hạn", date(2028, 1, 1), (End(date(2027, 6, 1), NAMED["running"]),)),
    ),
    DAY,
)
DRAWINGS: dict[str, Drawing] = {"bars": BARS, "timeline": TIMELINE}
TINY = Picture("a", Bars(SERIES, (Bar("Sở Y tế", (1, 0, 0, 2, 0, 0, 0)),), "lượt giao"), "Tiến độ")


@pytest.fixture(scope="module")
def drawn() -> dict[str, pictures.Image]:
    return {name: pictures.draw(drawing) for name, drawing in DRAWINGS.items()}


@pytest.fixture(scope="module")
def illustrated(plan: Document) -> Document:
    """A text with two pictures, the second in an annex that lies."""
    other = replace(TINY, caption="Tiến độ <hai> & «ba»")
    body = Paragraph(Role.BODY, (Text("Như Hình 1."),))
    return replace(plan, blocks=number((body, TINY, *plan.blocks[-5:-1], other)))


@pytest.fixture(scope="module")
def word(illustrated: Document, to_docx: Callable[[Document], bytes]) -> bytes:
    return to_docx(illustrated)


def opened(image: pictures.Image) -> Image.Image:
    return Image.open(io.BytesIO(image.png))


def text_of(document: Document, form: str) -> str:
    out = io.BytesIO()
    WRITERS[form].write(document, out, b"")
    return out.getvalue().decode()


@pytest.mark.parametrize("name", DRAWINGS)
def test_pictures_look_as_they_were_found_good(
    name: str, drawn: dict[str, pictures.Image], request: pytest.FixtureRequest
) -> None:
    with looks.quiet():
        face = mpl.rcParams["font.family"][0]
    if face not in METRIC:
        pytest.skip(f"hình mẫu vẽ bằng chữ rộng như Times New Roman, máy này có {face}")
    made = opened(drawn[name]).convert("L").reduce(SMALLER)
    path = GOLDEN / f"{name}.png"
    if request.config.getoption("--golden-update"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        made.save(path, optimize=True)
    kept = Image.open(path).convert("L")
    assert made.size == kept.size
    assert ImageStat.Stat(ImageChops.difference(made, kept)).extrema[0][1] <= MOST


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_picture_is_as_wide_as_the_text_and_fine_enough_to_print(
    name: str, drawn: dict[str, pictures.Image]
) -> None:
    image = opened(drawn[name])
    assert drawn[name].width_mm == pictures.WIDTH_MM == 160
    assert image.width == pytest.approx(160 / 25.4 * 300, abs=1)
    assert image.height == pytest.approx(drawn[name].height_mm / 25.4 * 300, abs=1)
    assert set(image.info) == {"dpi"}  # no day, no release of a program


def test_the_same_drawing_gives_the_same_bytes_whatever_the_user_has_set(
    drawn: dict[str, pictures.Image],
) -> None:
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "red", "hatch.linewidth": 9}):
        assert pictures.draw.__wrapped__(BARS) == drawn["bars"]
        assert mpl.rcParams["font.size"] == 30


def test_fills_stay_apart_on_a_copy_without_colours() -> None:
    """No two have the same hatching and nearly the same grey."""
    shown = [
        (one.hatch, Image.new("RGB", (1, 1), one.ground).convert("L").getpixel((0, 0)))
        for one in looks.FILLS.values()
    ]
    for place, (hatch, grey) in enumerate(shown):
        for other_hatch, other_grey in shown[place + 1 :]:
            assert isinstance(grey, int)
            assert isinstance(other_grey, int)
            assert hatch != other_hatch or abs(grey - other_grey) >= 40


def test_every_vietnamese_letter_can_be_drawn() -> None:
    installed = [one for one in looks.TYPEFACES if one in fontManager.get_font_names()]
    assert installed[-1] == "DejaVu Serif"  # comes with matplotlib
    letters = f"{VIETNAMESE}{VIETNAMESE.upper()}«»–…%"
    for face in installed:
        known = get_font(findfont(FontProperties(family=[face]))).get_charmap()
        assert [one for one in letters if ord(one) not in known] == [], face


def test_any_label_can_be_drawn() -> None:
    labels = (
        *("", "$x^2$ và $", "x" * 500, "漢字 😀", "dòng một\ndòng hai", "_gạch dưới", "\u200b"),
        *("100% & <b>", "\\frac{1}{2} ^_"),
    )
    bars = tuple(Bar(label, (1,) * 7, label) for label in labels)
    end = End(DAY, NAMED["late"])
    lanes = tuple(Lane(one, DAY, (end,), None, (Step(one, DAY),), one) for one in labels)
    assert pictures.draw(Bars(SERIES, bars, "$ & _")).png
    assert pictures.draw(Timeline(SERIES, lanes, DAY)).png


def test_long_labels_are_cut_with_a_sign_and_short_ones_kept() -> None:
    with looks.quiet():
        assert looks.wrapped("Sở Y tế", 50, 10, 2) == ("Sở Y tế",)
        two = looks.wrapped("UBND các xã, phường (40 đơn vị)", 49, 10, 2)
        cut = looks.wrapped("từ " * 60, 50, 10, 2)
        assert " ".join(two) == "UBND các xã, phường (40 đơn vị)"
        assert abs(len(two[0]) - len(two[1])) < 8
        assert len(cut) == 2
        assert cut[1].endswith("…")
        assert all(looks.width_of(line, 10) <= 50 for line in (*two, *cut))


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        (date(2027, 12, 14), date(2027, 12, 14), ["12/2027", "01/2028"]),
        (date(2027, 1, 1), date(2027, 6, 30), [f"{n}/2027" for n in ("01", "02", 3, 4, 5, 6, 7)]),
        (date(2026, 7, 1), date(2030, 12, 31), ["2026", "2027", "2028", "2029", "2030", "2031"]),
        (date(1990, 5, 1), date(2199, 12, 31), [str(year) for year in range(1980, 2201, 20)][:0]),
    ],
)
def test_the_scale_holds_all_days_in_few_ticks(first: date, last: date, ticks: list[str]) -> None:
    found = list(scale_of([last, first]).ticks())
    assert found[0][0] <= first
    assert found[-1][0] > last
    assert len(found) <= 10
    if ticks:
        assert [text for _, text in found] == ticks


def test_without_matplotlib_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in sys.modules if one.startswith("kehoach_cli.writers.pictures.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(OutputError, match="cần thư viện matplotlib") as caught:
        pictures.draw.__wrapped__(BARS)
    assert "pip install matplotlib" in str(caught.value.hint)


def test_where_nothing_can_be_kept_no_english_remark_is_heard(tmp_path: Path) -> None:
    code = (
        "from kehoach_cli.document.pictures import Bar, Bars, Series\n"
        "from kehoach_cli.writers.pictures import draw\n"
        "draw(Bars((Series('a', 'late'),), (Bar('b', (1,)),), 'c'))\n"
    )
    nowhere = str(tmp_path / "file" / "folder")
    (tmp_path / "file").touch()
    places = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "MPLCONFIGDIR"), nowhere)
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | places, capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (b"", b"")


def test_word_holds_each_picture_with_its_words_and_caption(
    word: bytes, illustrated: Document
) -> None:
    made = docx.Document(io.BytesIO(word))
    wanted = [one for one in illustrated.blocks if isinstance(one, Picture)]
    assert [round(shape.width.mm) for shape in made.inline_shapes] == [160, 160]
    shown = made.element.findall(f".//{{{WP}}}docPr")
    assert [one.get("descr") for one in shown] == list(map(alternative, wanted))
    assert len({one.get("id") for one in shown}) == len(wanted)
    captions = [one for one in made.paragraphs if one.style and one.style.name == "KH Tên hình"]
    assert [one.text for one in captions] == ["Hình 1. Tiến độ", "Hình 2. Tiến độ <hai> & «ba»"]
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        media = [one for one in package.namelist() if one.startswith("word/media/")]
        types = package.read("[Content_Types].xml").decode()
    assert media == ["word/media/image1.png"]  # the same drawing is kept once
    assert 'Extension="png" ContentType="image/png"' in types


def test_word_gets_the_same_bytes_again(
    word: bytes, illustrated: Document, to_docx: Callable[[Document], bytes]
) -> None:
    assert to_docx(illustrated) == word


def test_a_picture_is_no_wider_than_narrow_margins_leave(
    illustrated: Document, reference: Path
) -> None:
    narrow, out = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(reference) as old, zipfile.ZipFile(narrow, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'w:left="1701"', b'w:left="5701"'))
    WRITERS["docx"].write(illustrated, out, narrow.getvalue())
    shape = docx.Document(out).inline_shapes[0]
    assert shape.width.twips == pytest.approx(11906 - 5701 - 1134, abs=1)
    tall = pictures.draw(TINY.drawing).height_mm
    assert shape.height / shape.width == pytest.approx(tall / 160, rel=0.01)


def test_looks_without_the_new_styles_still_do(illustrated: Document, reference: Path) -> None:
    older, out = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(reference) as old, zipfile.ZipFile(older, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("KH Tên hình".encode(), b"Other"))
    WRITERS["docx"].write(illustrated, out, older.getvalue())
    captions = [one for one in docx.Document(out).paragraphs if one.text.startswith("Hình")]
    assert {one.style.name for one in captions if one.style} == {"KH Tên bảng"}
    assert len(captions) == 2


def test_a_page_holds_figures_that_stand_alone(illustrated: Document) -> None:
    page = text_of(illustrated, "html")
    tree = etree.HTML(page)
    images = tree.findall(".//figure/img")
    wanted = [one for one in illustrated.blocks if isinstance(one, Picture)]
    assert [one.get("alt") for one in images] == list(map(alternative, wanted))
    assert all(str(one.get("src")).startswith("data:image/png;base64,") for one in images)
    assert "<figcaption>Hình 2. Tiến độ &lt;hai&gt; &amp; «ba»</figcaption>" in page


def test_markdown_and_a_terminal_tell_the_picture(illustrated: Document) -> None:
    said = "Sở Y tế: 3 lượt giao, gồm 1 hoàn thành đúng hạn; 2 đang thực hiện quá hạn."
    text = text_of(illustrated, "md")
    assert f"**Hình 1. Tiến độ**\n\n- {said}" in text
    blocks = [one for one in illustrated.blocks if isinstance(one, Picture)]
    assert plain_text(blocks[:1], 200) == f"Hình 1. Tiến độ\n{said}\n"


def test_a_character_that_no_file_can_hold_is_named(illustrated: Document) -> None:
    drawing: Drawing = Bars(SERIES, (Bar("Sở\x00", (1,) * 7),), "lượt giao")
    blocks = number((Picture("a", drawing, "Tiến độ"),))
    with pytest.raises(OutputError, match=re.escape("Hình 1 có ký tự điều khiển U+0000")):
        text_of(replace(illustrated, blocks=blocks), "html")
