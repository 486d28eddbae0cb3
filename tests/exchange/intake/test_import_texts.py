"""An official plan comes in as text and says the same when it is rendered again."""

from __future__ import annotations

import os
import re
import textwrap
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.drafting.plain_text import plain_paragraphs
from kehoach_cli.drafting.plan_document import plan_document
from kehoach_cli.exchange.intake.importing import Imported, imported
from kehoach_cli.exchange.intake.lines import Surety, as_lines, tidy
from kehoach_cli.exchange.intake.parts import split
from kehoach_cli.exchange.intake.proof import source_texts, with_draft
from kehoach_cli.exchange.intake.texts import read_text
from kehoach_cli.model.plan import Plan
from kehoach_cli.workspace import PlanFolder, Workspace, load

ROOT = Path(__file__).parents[3]
DAY = date(2027, 1, 1)
OFFICIAL = os.environ.get("KEHOACH_OFFICIAL_TEXTS", "")
SEEDS = sorted(Path(OFFICIAL).rglob("*.txt")) if OFFICIAL else []

MARKDOWN = """\
## KẾ HOẠCH

### Phát triển trạm đo mưa cộng đồng năm 2027

Căn cứ Nghị quyết số 31/NQ-HĐND ngày 10/12/2025 của Hội đồng nhân dân tỉnh, UBND tỉnh ban hành Kế \
hoạch phát triển trạm đo mưa cộng đồng năm 2027, cụ thể như sau:

#### I. MỤC TIÊU

##### 1. Mục tiêu chung

- Mỗi xã có ít nhất một trạm đo mưa \\* do người dân trông coi.

##### 2. Mục tiêu cụ thể

a) Lắp 40 trạm trong giai đoạn 2026 - 2030.

b) Số liệu về kho dùng chung trong 15 phút.

## **II. TỔ CHỨC THỰC HIỆN**

**1. Các cơ quan được giao việc tại Kế hoạch này:** Bố trí người theo dõi; báo cáo khi được hỏi.

### **2. Sở Khoa học và Công nghệ**

- Chủ trì, phối hợp với Sở Tài chính và Công an tỉnh lựa chọn vị trí lắp trạm trước ngày 30/6/2027.

- Tham mưu UBND tỉnh công bố số liệu;

**3. Sở Tài chính:** Cân đối kinh phí.

4. Giao Sở Y tế trông coi trạm của bệnh viện.

## 5. Đề nghị Tổng công ty Viễn thông Thiên Hà Xanh

a) Cho mượn cột sóng.

b) Miễn cước truyền số liệu.

Trên đây là Kế hoạch phát triển trạm đo mưa cộng đồng năm 2027, các cơ quan tổ chức thực hiện./.

### **Nơi nhận:**

- Các đơn vị tại Mục II;
- Sở Tài chính (p/h);
- Lưu: VT.

**TM. ỦY BAN NHÂN DÂN\x20\x20
KT. CHỦ TỊCH\x20\x20
PHÓ CHỦ TỊCH**

**Người Ký Thử**
"""


EXAMPLES = load(ROOT / "examples")


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return EXAMPLES


def read(ws: Workspace, text: str, name: str = "ke-hoach.txt") -> Imported:
    return imported(ws, name, text.encode(), plan_id="thu", as_of=DAY)


def folder_of(ws: Workspace, found: Imported) -> tuple[Workspace, PlanFolder, Plan]:
    after = with_draft(ws, found.draft)
    assert after is not None
    folder = after.folder(found.draft.id)
    assert folder is not None
    assert folder.plan is not None
    return after, folder, folder.plan.value


def words(text: str) -> list[str]:
    """All words in their order; signs of Markdown and of lists are no words."""
    return tidy(re.sub(r"[#*]+|^\s*[-–]\s", " ", text, flags=re.MULTILINE)).split()


def printed_words(ws: Workspace, found: Imported) -> list[str]:
    after, folder, _ = folder_of(ws, found)
    document = plan_document(after, folder, DAY)
    said = plain_paragraphs(replace(document, notice=""))
    return words("\n".join(said[said.index("KẾ HOẠCH") :]))


def source_words(text: str) -> list[str]:
    from_type = text[text.index("KẾ HOẠCH") :]
    return words(re.sub(r"Nơi nhận\s*:", "", from_type))


class TestOfficialTexts:
    @pytest.mark.skipif(not SEEDS, reason="KEHOACH_OFFICIAL_TEXTS không nêu thư mục văn bản gốc")
    @pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.stem)
    def test_every_word_comes_back_in_its_order(self, file: Path) -> None:
        ws = load(ROOT)
        text = file.read_text(encoding="utf-8")
        found = read(ws, text, file.name)
        assert found.told.differing == ()
        assert printed_words(ws, found) == source_words(text)


class TestMarkdown:
    """Headings whose levels disagree, bold that runs into the text, points with letters."""

    def test_is_printed_again_word_for_word(self, ws: Workspace) -> None:
        found = read(ws, MARKDOWN)
        assert found.told.differing == ()
        assert printed_words(ws, found) == source_words(MARKDOWN.replace("\\*", "*"))

    def test_parts_of_the_frame_become_data(self, ws: Workspace) -> None:
        _, _, plan = folder_of(ws, read(ws, MARKDOWN))
        assert plan.text == "verbatim"
        assert plan.title == "Phát triển trạm đo mưa cộng đồng năm 2027"
        assert str(plan.period) == "2027"
        ground = plan.grounds.items[0]
        assert (ground.type, ground.number) == ("Nghị quyết", "31/NQ-HĐND")
        assert [one.section or one.agency for one in plan.recipients] == ["II", "so-tc"]
        assert (plan.signer.lines, plan.signer.name) == (
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "Người Ký Thử",
        )

    def test_duties_have_their_agency_role_and_due(self, ws: Workspace) -> None:
        _, folder, plan = folder_of(ws, read(ws, MARKDOWN))
        styles = [duty.style for duty in plan.sections[1].duties]
        assert styles == ["inline", None, "inline", "inline", "letters"]
        tasks = [one.value for one in folder.tasks]
        chosen = tasks[1]
        assert (chosen.lead, chosen.support) == ("so-khcn", ("so-tc", "cong-an-tinh"))
        assert chosen.due == "Trước ngày 30/6/2027"
        assert [other.role for other in tasks[2].others] == ["tham mưu"]
        assert (tasks[4].lead, tasks[4].title) == ("so-yt", "Trông coi trạm của bệnh viện")
        assert {one.mode for one in tasks[5:]} == {"requested"}
        assert tasks[5].source.clause == "II.5"

    def test_an_unknown_agency_is_proposed_and_never_assumed(self, ws: Workspace) -> None:
        found = read(
            ws, MARKDOWN.replace("2. Sở Khoa học và Công nghệ", "2. Sở Khoa học Công nghệ")
        )
        _, folder, _ = folder_of(ws, found)
        assert folder.tasks[1].value.lead == "so-khoa-hoc-cong-nghe"
        open_ones = [one for one in found.told.remarks if one.surety is Surety.OPEN]
        near = next(one for one in open_ones if "Sở Khoa học Công nghệ" in one.said)
        assert "so-khcn" in near.said
        assert near.where == "dòng 23"
        text = next(text for path, text in found.files.items() if path.endswith("plan.yaml"))
        assert "# chưa có trong danh bạ; gần giống: so-khcn" in text

    def test_a_name_that_the_user_gives_is_taken(self, ws: Workspace) -> None:
        text = MARKDOWN.replace("2. Sở Khoa học và Công nghệ", "2. Sở KHCNĐMST")
        found = imported(
            ws, "x.md", text.encode(), given={"Sở KHCNĐMST": "so-khcn"}, plan_id="thu", as_of=DAY
        )
        _, folder, _ = folder_of(ws, found)
        assert folder.tasks[1].value.lead == "so-khcn"
        assert found.told.differing == ()

    def test_an_item_that_cannot_be_a_duty_stays_as_text(self, ws: Workspace) -> None:
        text = MARKDOWN.replace("- Tham mưu UBND tỉnh công bố số liệu;", "+ Không có dấu câu cuối")
        found = read(ws, text)
        _, folder, plan = folder_of(ws, found)
        assert folder.tasks == ()
        assert plan.sections[1].duties == ()
        assert found.told.differing == ()
        assert any("giữ nguyên lời văn" in one.said for one in found.told.remarks)


class TestAnyText:
    @settings(max_examples=25)
    @given(lines=st.lists(st.sampled_from(MARKDOWN.split("\n")), max_size=40))
    def test_no_line_is_lost_unsaid(self, lines: list[str]) -> None:
        """Whatever comes: either the rendering says it too, or the report says that it does not."""
        text = "\n".join(["KẾ HOẠCH", "Thử", "", *lines, "."])
        found = read(EXAMPLES, text)
        if found.told.differing is None:
            assert any(one.surety is Surety.OPEN for one in found.told.remarks)
            return
        missing = {pair.source.text for pair in found.told.differing if pair.source}
        after = " ".join(printed_words(EXAMPLES, found))
        for one in source_texts(found.draft.parts):
            assert one.text in missing or " ".join(words(one.text)).rstrip(".;") in after


@pytest.fixture(scope="module")
def printed(ws: Workspace) -> tuple[str, ...]:
    """The paragraphs of an imaginary plan that nobody has wrapped."""
    folder = ws.folder("tam-bai-toan")
    assert folder is not None
    said = plain_paragraphs(plan_document(ws, folder, DAY))
    return said[: said.index("Phụ lục")] + tuple(
        one for one in said[said.index("Phụ lục") :] if one.startswith("- ") or one.isupper()
    )


def as_pages(paragraphs: tuple[str, ...], width: int, *, gaps: bool) -> str:
    """As text comes out of a PDF: lines of one width, a gap after first lines."""
    start = paragraphs.index("KẾ HOẠCH")
    title, text = paragraphs[start + 1], paragraphs[start + 2 :]
    end = next(n for n, one in enumerate(text) if one.startswith("Trên đây là"))
    lines = [*paragraphs[:start], "KẾ HOẠCH", *textwrap.wrap(title, width), ""]
    for paragraph in text[: end + 1]:
        first, *rest = textwrap.wrap(paragraph, width, break_on_hyphens=False)
        lines += [first + " ", *[""] * (gaps and len(rest) > 1), *rest, *[""] * (len(rest) > 0)]
    return "\n".join([*lines, "", "Nơi nhận:", *BELOW])


BELOW = ("- Các sở, ban, ngành;", "- Lưu: VT.", "", "CHỦ TỊCH", "", "Người Ký Thử")


class TestPages:
    @pytest.mark.parametrize("gaps", [False, True])
    @pytest.mark.parametrize("width", [70, 76, 81, 88, 95])
    def test_lines_of_pages_become_the_same_paragraphs(
        self, printed: tuple[str, ...], *, width: int, gaps: bool
    ) -> None:
        source = read_text("ke-hoach.txt", as_pages(printed, width, gaps=gaps))
        said = [one.text for one in as_lines(split(source).text)]
        start = printed.index("KẾ HOẠCH") + 2
        end = next(n for n, one in enumerate(printed) if one.startswith("Trên đây là"))
        assert said == list(printed[start : end + 1])


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("KT. CHỦ TỊCH\\", "KT. CHỦ TỊCH"),
        ("**KT. CHỦ TỊCH**\\", "KT. CHỦ TỊCH"),
        ("một gạch chéo \\\\", "một gạch chéo \\"),
        ("ba gạch chéo \\\\\\", "ba gạch chéo \\"),
    ],
)
def test_a_backslash_that_breaks_a_line_is_no_word(typed: str, words: str) -> None:
    _, line = as_lines(read_text("a.md", f"# KẾ HOẠCH\n\n{typed}\n").items)
    assert line.text == words
