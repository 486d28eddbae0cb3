from __future__ import annotations

from datetime import date

import pytest
from tests.drafting.conftest import EVERY_STATE

from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.issuing import (
    full_name,
    issuer_lines,
    parent_lines,
    place_of,
    signer_lines,
    symbol_of,
)
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.templates import load_template
from kehoach_cli.errors import TemplateError
from kehoach_cli.model.partner import Partner
from kehoach_cli.model.register import Agency
from kehoach_cli.workspace import Workspace, load

TM = "TM. ỦY BAN NHÂN DÂN"


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return load(EVERY_STATE)


def agency(ws: Workspace, name: str) -> Agency | Partner:
    found = ws.actors[name]
    assert isinstance(found, Agency | Partner)
    return found


@pytest.mark.parametrize(
    ("name", "office", "collective", "lines"),
    [
        ("so-yt", "", False, ("THỦ TRƯỞNG CƠ QUAN",)),
        ("so-khcn", "GIÁM ĐỐC", True, ("GIÁM ĐỐC",)),
        ("so-khcn", "PHÓ GIÁM ĐỐC", False, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("so-khcn", "KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC", False, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("so-khcn", "Q. GIÁM ĐỐC", False, ("Q. GIÁM ĐỐC",)),
        ("vp-ubnd", "", True, ("CHÁNH VĂN PHÒNG",)),
        ("vp-ubnd", "TL. CHỦ TỊCH; CHÁNH VĂN PHÒNG", True, ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        ("vp-ubnd", "TUQ. CHỦ TỊCH;CHÁNH VĂN PHÒNG", True, ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        ("ubnd-tinh", "PHÓ CHỦ TỊCH", False, ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("ubnd-tinh", "PHÓ CHỦ TỊCH", True, (TM, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("ubnd-tinh", f"{TM}; CHỦ TỊCH", True, (TM, "CHỦ TỊCH")),
        ("xa-tan-an", "", False, (TM, "CHỦ TỊCH")),
    ],
)
def test_who_signs_in_whose_stead(
    ws: Workspace, name: str, office: str, *, collective: bool, lines: tuple[str, ...]
) -> None:
    assert signer_lines(agency(ws, name), office, collective=collective) == lines


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("ubnd-tinh", (("ỦY BAN NHÂN DÂN", "TỈNH MẪU"), (), "BC-UBND", "Tỉnh Mẫu")),
        ("so-yt", (("SỞ Y TẾ",), ("UBND TỈNH MẪU",), "BC-SYT", "Tỉnh Mẫu")),
        ("xa-tan-an", (("ỦY BAN NHÂN DÂN", "XÃ TÂN AN"), (), "BC-UBND", "Tân An")),
        ("truong-mau", (("TRƯỜNG ĐẠI HỌC MẪU",), (), "BC", "")),
    ],
)
def test_whose_document_it_is(ws: Workspace, name: str, head: tuple[object, ...]) -> None:
    scene = Scene(ws, date(2027, 1, 1))
    template = load_template("bao-cao", ws.root)
    party = agency(ws, name)
    lines, parent = issuer_lines(party), parent_lines(scene, party)
    assert (lines, parent, symbol_of(template, party), place_of(scene, party)) == head


@pytest.mark.parametrize("name", ["Xã Tân An", "UBND xã Tân An", "Ủy ban nhân dân xã Tân An"])
def test_a_commune_is_its_people_s_committee(name: str) -> None:
    commune = Agency(id="x", name=name, kind="commune")
    assert full_name(commune) == "Ủy ban nhân dân xã Tân An"
    assert issuer_lines(commune) == ("ỦY BAN NHÂN DÂN", "XÃ TÂN AN")


def test_a_template_says_who_may_issue_it(ws: Workspace) -> None:
    with pytest.raises(TemplateError, match="không do cơ quan này ban hành"):
        compose("bao-cao", Scene(ws, date(2027, 1, 1), written_by="office"))
