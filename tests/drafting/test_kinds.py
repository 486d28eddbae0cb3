"""Every kind of document, made from ``examples/``: it reads well and its file opens."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from kehoach_cli.document.blocks import Paragraph, Role, SectionBreak
from kehoach_cli.document.frame import Circulation, Document, LetterFrame, TitledFrame, Urgency
from kehoach_cli.document.inlines import plain
from kehoach_cli.drafting.amending import amending_document
from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.extract_table import extract_table
from kehoach_cli.drafting.kinds import SessionAsked, session_documents
from kehoach_cli.drafting.plain_text import plain_paragraphs
from kehoach_cli.drafting.questions.brief import brief
from kehoach_cli.drafting.questions.challenges import challenge_view
from kehoach_cli.drafting.questions.mine import mine_view
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.templates import document_kinds, resource
from kehoach_cli.errors import NothingToDraft, TemplateError
from kehoach_cli.model.amendment import Amendment
from kehoach_cli.model.session import Session
from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.workspace import Workspace, load
from kehoach_cli.writers import WRITERS
from kehoach_cli.writers.html.page import write_page

if TYPE_CHECKING:
    from tests.conftest import Golden, NuChecker
    from tests.drafting.conftest import Copy

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
AS_OF = date(2027, 12, 20)
PLAN = "hop-tac-thien-ha-xanh"
LATE = ("so-gddt", "xa-bai-lau")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a kind is asked about; one that has ``golden`` is read whole."""

    session: str = ""
    plan: str = ""
    partner: str | None = None
    sender: str | None = None
    to: tuple[str, ...] = ()
    about: str = ""
    written_by: str | None = None
    params: dict[str, str] = field(default_factory=dict)
    golden: bool = True


KINDS = {
    "bang-nhu-cau-kinh-phi": Asked(golden=False),
    "bang-tong-hop-y-kien": Asked(plan=PLAN),
    "bao-cao": Asked(golden=False),
    "bao-cao-bai-toan": Asked(golden=False),
    "bien-ban-ra-soat": Asked(partner="thien-ha-xanh", golden=False),
    "chuong-trinh-lam-viec": Asked("lam-viec-2026"),
    "cong-van-chuan-bi": Asked("lam-viec-2026"),
    "cong-van-de-nghi-bao-cao": Asked(golden=False),
    "cong-van-dinh-chinh": Asked(plan=PLAN, params={"khan": "Khẩn"}),
    "cong-van-don-doc": Asked(to=LATE, about="all", golden=False),
    "cong-van-lay-y-kien": Asked(plan=PLAN, params={"han": "15/01/2028"}),
    "cong-van-nhac-han": Asked(to=LATE, about="early", golden=False),
    "cong-van-phan-chia": Asked(partner="thien-ha-xanh", golden=False),
    "danh-sach-don-vi-bao-cao": Asked(golden=False),
    "de-cuong-bao-cao": Asked(sender="so-yt", golden=False),
    "giay-moi": Asked("lam-viec-2026"),
    "ke-hoach": Asked(plan=PLAN, golden=False),
    "ke-hoach-sua-doi": Asked(plan=PLAN),
    "phieu-trich-nhiem-vu": Asked(sender="so-nnmt"),
    "ra-soat-hop-tac": Asked(partner="thien-ha-xanh", golden=False),
    "thong-bao-ket-luan": Asked("lam-viec-2026"),
    "to-trinh": Asked(plan=PLAN),
}


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return load(EXAMPLES)


@pytest.fixture(scope="module")
def progress(ws: Workspace) -> Progress:
    return evaluate(ws, AS_OF, period="2027")


def session_of(ws: Workspace, name: str) -> Session | None:
    return next((one.value for one in ws.of(Session) if one.value.id == name), None)


def scene_of(ws: Workspace, asked: Asked, progress: Progress | None = None) -> Scene:
    return Scene(
        ws,
        AS_OF,
        ws.folder(asked.plan) if asked.plan else None,
        given=None if asked.plan else progress,
        params=asked.params,
        partner=asked.partner,
        sender=asked.sender,
        session=session_of(ws, asked.session),
        to=asked.to,
        about=asked.about,
        written_by=asked.written_by,
    )


@pytest.fixture(scope="module")
def made(ws: Workspace, progress: Progress) -> dict[str, Document]:
    return {kind: compose(kind, scene_of(ws, asked, progress)) for kind, asked in KINDS.items()}


def text_of(document: Document) -> str:
    return "\n".join(plain_paragraphs(document)) + "\n"


def to_docx(document: Document) -> bytes:
    out = io.BytesIO()
    WRITERS["docx"].write(document, out, resource("reference.docx", ROOT))
    return out.getvalue()


def test_every_template_is_a_kind_here() -> None:
    assert set(document_kinds(EXAMPLES)) == set(KINDS)


@pytest.mark.parametrize("kind", [kind for kind, asked in KINDS.items() if asked.golden])
def test_it_reads_as_it_was_found_good(
    kind: str, made: dict[str, Document], golden: Golden
) -> None:
    golden(f"drafting/kinds/{kind}.txt", text_of(made[kind]))


@pytest.mark.parametrize(
    "kind", ["bang-tong-hop-y-kien", "cong-van-chuan-bi", "cong-van-lay-y-kien"]
)
def test_nobody_reports_to_himself(kind: str, ws: Workspace, progress: Progress) -> None:
    document = compose(kind, scene_of(ws, replace(KINDS[kind], written_by="issuer"), progress))
    text = text_of(document)
    assert "UBND tỉnh (b/c)" not in text
    assert "- UBND tỉnh;" not in text
    assert "tham mưu UBND tỉnh" not in text
    assert "báo cáo UBND tỉnh" not in text


@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    def test_its_file_opens_and_says_the_same(self, kind: str, made: dict[str, Document]) -> None:
        document = made[kind]
        read = docx.Document(io.BytesIO(to_docx(document)))
        words = " ".join("\n".join(one.text for one in read.paragraphs).split())
        for block in document.blocks:
            if isinstance(block, Paragraph):
                assert " ".join(plain(block.inlines).split()) in words

    def test_it_has_no_hole(self, kind: str, made: dict[str, Document]) -> None:
        text = text_of(made[kind])
        assert not re.search(r"\bNone\b|\{\{|\}\}|undefined|  +[.;,]|\(\)|;;|\.\.$", text)

    def test_its_text_ends_as_the_samples_end(self, kind: str, made: dict[str, Document]) -> None:
        blocks = made[kind].blocks
        breaks = [n for n, one in enumerate(blocks) if isinstance(one, SectionBreak)]
        last = blocks[[*breaks, len(blocks)][0] - 1]
        assert not isinstance(last, Paragraph) or plain(last.inlines).endswith("./.")

    def test_its_annexes_are_cited_in_the_text(self, kind: str, made: dict[str, Document]) -> None:
        blocks = made[kind].blocks
        annexes = [n for n, one in enumerate(blocks) if isinstance(one, SectionBreak)]
        if annexes:
            words = " ".join(
                plain(one.inlines) for one in blocks[: annexes[0]] if isinstance(one, Paragraph)
            )
            assert "Phụ lục" in words


def test_every_kind_and_answer_is_valid_html(
    made: dict[str, Document],
    ws: Workspace,
    progress: Progress,
    nu_checker: NuChecker,
    tmp_path: Path,
) -> None:
    for kind, document in made.items():
        with (tmp_path / f"{kind}.html").open("wb") as out:
            WRITERS["html"].write(document, out, b"")
    answers = (brief(ws, progress), mine_view(ws, progress, "so-yt"), challenge_view(ws, progress))
    for number, answer in enumerate(answers):
        page = write_page(answer.blocks, f"Câu trả lời {number} <&>", "Dữ liệu giả định")
        (tmp_path / f"{number}.html").write_text(page, encoding="utf-8")
    assert nu_checker(*sorted(tmp_path.iterdir())) == []


class TestFrame:
    """What may be said of a document of any kind."""

    def test_a_stamp_is_read_in_small_letters_and_whatever_its_form(self, ws: Workspace) -> None:
        for words in ("hỏa tốc", "HỎA TỐC", "Ho\u0309a to\u0302\u0301c"):
            asked = Asked(plan=PLAN, params={"khan": words})
            assert compose("to-trinh", scene_of(ws, asked)).frame.marks.urgency is Urgency.FLASH

    def test_a_word_that_is_no_stamp_is_refused_with_those_there_are(self, ws: Workspace) -> None:
        asked = Asked(plan=PLAN, params={"khan": "gấp"})
        with pytest.raises(TemplateError) as caught:
            compose("to-trinh", scene_of(ws, asked))
        assert "Thượng khẩn" in caught.value.hint

    def test_circulation_and_drafter(self, ws: Workspace) -> None:
        params = {"luu_hanh": "Lưu hành nội bộ", "soan_thao": "NVA.(30)"}
        marks = compose("to-trinh", scene_of(ws, Asked(plan=PLAN, params=params))).frame.marks
        assert (marks.circulation, marks.drafter) == (Circulation.INTERNAL, "NVA.(30)")

    @pytest.mark.parametrize(
        ("copies", "expected"),
        [
            ("giấy", "(Kèm theo Giấy mời số 102/GM-UBND ngày 03 tháng 9 năm 2026 của"),
            ("điện tử", "(Kèm theo Giấy mời số       /GM-UBND ngày      tháng      năm"),
        ],
    )
    def test_an_annex_cites_its_document_on_paper_only(
        self, ws: Workspace, copies: str, expected: str
    ) -> None:
        asked = Asked("lam-viec-2026", params={"ban": copies})
        document = compose("giay-moi", scene_of(ws, asked))
        assert expected in text_of(document)

    def test_an_unknown_copy_is_refused(self, ws: Workspace) -> None:
        asked = Asked("lam-viec-2026", params={"ban": "fax"})
        with pytest.raises(TemplateError, match="fax"):
            compose("giay-moi", scene_of(ws, asked))

    def test_a_number_on_the_command_line_is_cited_by_the_annex(self, ws: Workspace) -> None:
        asked = Asked("lam-viec-2026", params={"so": "7", "ngay": "5/2/2028"})
        text = text_of(compose("giay-moi", scene_of(ws, asked)))
        assert "số 07/GM-UBND ngày 05 tháng 02 năm 2028" in text

    def test_by_order_stands_no_collective(self, ws: Workspace) -> None:
        asked = Asked(plan=PLAN, params={"ky": "TL. Chủ tịch; Chánh Văn phòng"})
        frame = compose("cong-van-dinh-chinh", scene_of(ws, asked)).frame
        assert isinstance(frame, LetterFrame)
        assert frame.signer.lines == ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")


class TestSession:
    """Giấy mời, chương trình and thông báo kết luận from one file."""

    def test_each_guest_gets_an_invitation_with_his_name_alone(self, ws: Workspace) -> None:
        session = session_of(ws, "lam-viec-2026")
        assert session
        for guest in session.invited:
            scene = replace(scene_of(ws, Asked("lam-viec-2026")), guest=guest)
            document = compose("giay-moi", scene)
            assert not any(isinstance(one, SectionBreak) for one in document.blocks)
            (line,) = [one for one in plain_paragraphs(document) if "kính mời" in one]
            assert line.count(";") == 0

    def test_the_office_has_a_number_of_its_own(self, ws: Workspace) -> None:
        asked = Asked("ra-soat-2027", written_by="office")
        frame = compose("thong-bao-ket-luan", scene_of(ws, asked)).frame
        assert isinstance(frame, TitledFrame)
        assert frame.symbol == "TB-VPUBND"
        assert frame.signer.lines == ("CHÁNH VĂN PHÒNG",)

    def test_in_the_name_of_the_council_the_office_signs_by_order(
        self, made: dict[str, Document]
    ) -> None:
        frame = made["thong-bao-ket-luan"].frame
        assert isinstance(frame, TitledFrame)
        assert frame.signer.lines == ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")

    def test_nobody_invited_is_lost(self, ws: Workspace) -> None:
        (found,) = [one for one in ws.of(Session) if one.value.id == "ra-soat-2027"]
        first, *rest = found.value.invited
        words = first.model_copy(update={"agency": None, "text": "Đại diện báo chí"})
        doubled = (first, first, words, *rest)
        session = replace(found, value=found.value.model_copy(update={"invited": doubled}))
        made = session_documents(ws, AS_OF, "giay-moi", session, SessionAsked(each=True))
        assert len(made) == len(doubled)

    @pytest.mark.parametrize(
        "words", ["R&D <b>", "**đậm**", "::: bang ten=y-kien", "# Mục", "a | b", "{{ x }}", "🎉"]
    )
    def test_what_was_typed_is_what_is_printed(self, ws: Workspace, words: str) -> None:
        session = session_of(ws, "lam-viec-2026")
        assert session
        invited = tuple(
            one.model_copy(update={"agency": None, "text": words}) for one in session.invited[:3]
        )
        typed = session.model_copy(
            update={"title": words, "place": words, "chair": words, "invited": invited}
        )
        for kind in ("giay-moi", "chuong-trinh-lam-viec", "thong-bao-ket-luan"):
            scene = replace(scene_of(ws, Asked("lam-viec-2026")), session=typed)
            document = compose(kind, scene)
            assert text_of(document).count(words) >= 3
            assert to_docx(document)

    def test_a_session_with_nothing_fixed_still_has_its_papers(self, ws: Workspace) -> None:
        for kind in (
            "giay-moi",
            "chuong-trinh-lam-viec",
            "cong-van-chuan-bi",
            "thong-bao-ket-luan",
        ):
            assert text_of(compose(kind, scene_of(ws, Asked("lam-viec-2028"))))


class TestExtract:
    """Phiếu trích nhiệm vụ."""

    def test_it_holds_all_that_the_agency_has_a_part_in(
        self, ws: Workspace, progress: Progress
    ) -> None:
        table = extract_table(scene_of(ws, Asked(sender="so-nnmt"), progress))
        titles = [row.cells[1].value for row in table.rows if not row.group]
        direct = {
            item.title
            for item in progress.tasks
            if item.task and "so-nnmt" in {*item.task.value.actors}
        }
        assert direct <= {*titles}
        assert len(titles) == len({*titles})

    def test_a_group_has_what_is_given_to_it_by_name(
        self, ws: Workspace, progress: Progress
    ) -> None:
        table = extract_table(scene_of(ws, Asked(sender="cac-xa"), progress))
        titles = {row.cells[1].value for row in table.rows if not row.group}
        assert titles == {
            item.title
            for item in progress.tasks
            if item.task and "cac-xa" in {*item.task.value.actors}
        }


class TestAmending:
    """Kế hoạch sửa đổi and công văn đính chính."""

    def test_the_changes_are_data(self, ws: Workspace) -> None:
        folder = ws.folder("tam-bai-toan")
        assert folder
        given = Amendment.model_validate(
            {"id": "mot", "kind": "amend", "changes": [{"clause": "Mục I", "old": "a & <b>"}]}
        )
        text = text_of(amending_document(ws, folder, AS_OF, given))
        assert "Bãi bỏ một số nội dung của Kế hoạch số 98/KH-UBND" in text
        assert "a & <b>" in text

    def test_a_plan_that_nobody_amended_has_nothing_to_tell(self, ws: Workspace) -> None:
        for kind in ("ke-hoach-sua-doi", "cong-van-dinh-chinh", "bang-tong-hop-y-kien"):
            with pytest.raises(NothingToDraft):
                compose(kind, scene_of(ws, Asked(plan="tam-bai-toan")))

    def test_one_of_several_is_asked_for_by_its_id(self, ws: Workspace) -> None:
        asked = Asked(plan=PLAN, params={"lan": "sua-doi-2027"})
        assert compose("ke-hoach-sua-doi", scene_of(ws, asked)).blocks
        with pytest.raises(NothingToDraft) as caught:
            compose("ke-hoach-sua-doi", scene_of(ws, replace(asked, params={"lan": "khac"})))
        assert "sua-doi-2027" in caught.value.hint


NEWCOMER = """---
kind: giay-gioi-thieu
title: Giấy giới thiệu
symbol: GGT
scope: period
issuer: focal
subject: Cử người làm việc với đối tác
filing: "Lưu: VT"
signer: GIÁM ĐỐC
grounds:
  - Kế hoạch số 61/KH-UBND
  - Quyết định số 5/QĐ-SKHCN
grounds-style: {style}
urgency: Thượng khẩn
---
{{{{ agency.name }}}} giới thiệu cán bộ đến làm việc./.
"""


class TestNewcomer:
    """A kind is one text file: no code knows of this one."""

    @pytest.mark.parametrize(
        ("style", "expected"),
        [
            ("lines", [Role.GROUND, Role.GROUND, Role.BODY]),
            ("dashes", [Role.DASH, Role.DASH, Role.BODY]),
            ("prose", [Role.BODY]),
        ],
    )
    def test_a_file_makes_a_kind(
        self, tmp_path: Path, style: str, expected: list[Role], ws: Workspace
    ) -> None:
        (tmp_path / "templates").mkdir()
        (tmp_path / "templates" / "giay-gioi-thieu.md.j2").write_text(
            NEWCOMER.format(style=style), encoding="utf-8"
        )
        document = compose("giay-gioi-thieu", scene_of(replace(ws, root=tmp_path), Asked()))
        paragraphs = [one for one in document.blocks if isinstance(one, Paragraph)]
        assert [one.role for one in paragraphs] == expected
        assert document.frame.marks.urgency is Urgency.MOST_URGENT
        text = text_of(document)
        assert "Căn cứ Kế hoạch số 61/KH-UBND;" in text
        assert to_docx(document)


def test_a_letter_carries_the_address_of_the_register(base: Copy) -> None:
    base.put("data/agencies.yaml", "1.address", "Địa chỉ: số 1")
    ws = base.load()
    (party,) = [one for one in ws.actors.values() if getattr(one, "address", None)]
    assert ws.settings
    assert party.id == ws.settings.value.focal
    frame = compose("cong-van-de-nghi-bao-cao", Scene(ws, AS_OF)).frame
    assert isinstance(frame, LetterFrame)
    assert frame.address == "Địa chỉ: số 1"
