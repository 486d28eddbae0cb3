"""A picture in words: every figure and day that it shows, under its number."""

from __future__ import annotations

from datetime import date

from kehoach_cli.document.blocks import Paragraph, Picture, Role, SectionBreak, Text
from kehoach_cli.document.numbering import number
from kehoach_cli.document.picture_words import alternative, caption_line, in_words
from kehoach_cli.document.pictures import Bar, Bars, End, Lane, Series, Step, Timeline

DONE = Series("hoàn thành đúng hạn", "finished")
LATE = Series("đang thực hiện quá hạn", "late")
BARS = Bars(
    (DONE, LATE),
    (
        Bar("Sở Y tế", (1200, 1), "Kế hoạch một"),
        Bar("Sở Tài chính", (0, 2), "Kế hoạch một"),
        Bar("Sở Nội vụ", (0, 0)),
        Bar("Tổng cộng", (1200, 3), is_total=True),
    ),
    "lượt giao",
)


def test_each_bar_tells_its_whole_and_the_parts_that_there_are() -> None:
    assert in_words(BARS) == (
        "Kế hoạch một:",
        "Sở Y tế: 1.201 lượt giao, gồm 1.200 hoàn thành đúng hạn; 1 đang thực hiện quá hạn.",
        "Sở Tài chính: 2 lượt giao, gồm 2 đang thực hiện quá hạn.",
        "Sở Nội vụ: 0 lượt giao.",
        "Tổng cộng: 1.203 lượt giao, gồm 1.200 hoàn thành đúng hạn; 3 đang thực hiện quá hạn.",
    )


def test_each_lane_tells_its_days_its_extension_and_its_milestones() -> None:
    day = date(2027, 12, 14)
    extended = Lane(
        "1. Đề án",
        date(2026, 7, 1),
        (End(date(2027, 9, 30), LATE),),
        date(2027, 6, 30),
        (Step("trình đề án", date(2027, 1, 31)),),
    )
    rounds = Lane(
        "2 – 3. Báo cáo", None, (End(date(2027, 3, 31), DONE), End(date(2027, 6, 30), LATE))
    )
    undated = Lane("4. Tuyên truyền", None, (), None, (Step("hội thảo", day),))
    head, *told = in_words(Timeline((DONE, LATE), (extended, rounds, undated), day))
    assert head == "Số liệu đến hết ngày 14/12/2027."
    assert [one.replace("; ", "\n").split("\n") for one in told] == [
        [
            f"1. Đề án: từ 01/7/2026 đến 30/9/2027, {LATE.label} (thời hạn ban đầu 30/6/2027)",
            "mốc trình đề án (31/01/2027).",
        ],
        [
            "2 – 3. Báo cáo: đến 31/3/2027, hoàn thành đúng hạn",
            "đến 30/6/2027, đang thực hiện quá hạn.",
        ],
        ["4. Tuyên truyền: không có ngày cuối", "mốc hội thảo (14/12/2027)."],
    ]


def test_the_key_shows_only_what_is_there() -> None:
    assert BARS.shown == (DONE, LATE)
    assert Bars((DONE, LATE), (Bar("a", (0, 2)),), "lượt giao").shown == (LATE,)
    lane = Lane("a", None, (End(date(2027, 1, 1), LATE),))
    assert Timeline((DONE, LATE), (lane,), date(2027, 1, 1)).shown == (LATE,)


def test_pictures_are_numbered_through_the_document() -> None:
    picture = Picture("a", BARS, "Tiến độ")
    heading = Paragraph(Role.SECTION, (Text("MỤC"),))
    blocks = number([picture, SectionBreak(), heading, picture])
    shown = [caption_line(one) for one in blocks if isinstance(one, Picture)]
    assert shown == ["Hình 1. Tiến độ", "Hình 2. Tiến độ"]
    assert caption_line(picture) == "Tiến độ"
    assert alternative(picture).startswith("Tiến độ. Kế hoạch một: Sở Y tế: 1.201 lượt giao, gồm")
