"""Whose document it is: how the organ's name, number, place and signature read.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, as cited at each function.
"""

from __future__ import annotations

import re
from datetime import date

from kehoach_cli.drafting.scene import Party, Scene
from kehoach_cli.drafting.templates import Template
from kehoach_cli.errors import TemplateError
from kehoach_cli.model.register import Agency, SignerOffice

_COUNCIL = re.compile(r"(Ủy ban nhân dân) ((?i:tỉnh|thành phố|xã|phường|đặc khu) .+)")
_SHORT = "UBND"
_COMMUNE = re.compile(rf"(?:{_SHORT}|Ủy ban nhân dân) +")
_UNIT = re.compile(r"(?i:xã|phường|đặc khu) +")

COLLECTIVE = "TM. ỦY BAN NHÂN DÂN"
_HEADS = {"province": "CHỦ TỊCH", "commune": "CHỦ TỊCH", "office": "CHÁNH VĂN PHÒNG"}
_ANY_HEAD = "THỦ TRƯỞNG CƠ QUAN"
_DEPUTY = "PHÓ "
_FOR_THE_HEAD = ("TL.", "TUQ.")


def issuing(template: Template, scene: Scene) -> Party:
    """Whose document it is; raises ``TemplateError`` where no file names it."""
    key = scene.written_by or template.issuers[0]
    if key not in template.issuers:
        raise TemplateError(
            f"văn bản theo mẫu «{template.path}» không do cơ quan này ban hành",
            f"các cơ quan ban hành được: {', '.join(template.issuers)}",
        )
    party = scene.party(key)
    if party is None or scene.settings is None:
        raise TemplateError(
            "chưa biết cơ quan ban hành văn bản",
            f"khai báo «{key}» trong kehoach.yaml và cơ quan đó trong danh bạ",
        )
    return party


def full_name(party: Party) -> str:
    """The name as Kính gửi writes it: a commune is its People's Committee."""
    if not _is_commune(party):
        return party.name
    unit = _COMMUNE.sub("", party.name)
    return f"Ủy ban nhân dân {unit[:1].lower()}{unit[1:]}"


def issuer_lines(party: Party) -> tuple[str, ...]:
    """The issuing organ in capitals; a People's Committee on two lines (II.2)."""
    found = _COUNCIL.fullmatch(full_name(party))
    lines = found.groups() if found else (party.name,)
    return tuple(line.upper() for line in lines)


def parent_lines(scene: Scene, party: Party) -> tuple[str, ...]:
    """The organ above, shortened as custom has it: «UBND TỈNH ĐẮK LẮK» (II.2.b).

    A People's Committee and a partner stand alone.
    """
    above = scene.ws.actors.get(party.parent or "") if isinstance(party, Agency) else None
    if above is None or _is_commune(party):
        return ()
    return (_COUNCIL.sub(rf"{_SHORT} \2", above.name).upper(),)


def symbol_of(template: Template, party: Party) -> str:
    """«KH-UBND»; the type alone where the organ's own letters are not known (II.3.b)."""
    own = party.symbol if isinstance(party, Agency) else None
    if own is None and _is_commune(party):
        own = _SHORT
    return "-".join(part for part in (template.plain("symbol"), own) if part)


def place_of(scene: Scene, party: Party) -> str:
    """Địa danh: the commune's own name, the province's for its agencies (II.4.a).

    Blank for a partner: nothing says where it has its seat.
    """
    if not isinstance(party, Agency) or scene.settings is None:
        return ""
    if party.kind == "commune":
        return _UNIT.sub("", _COMMUNE.sub("", party.name), count=1)
    return scene.settings.province.place


def signer_of(party: Party, as_of: date) -> SignerOffice | None:
    """The last one in the register who was in office on the day."""
    signers = party.signers if isinstance(party, Agency) else ()
    known = [one for one in signers if one.since is None or one.since <= as_of]
    return known[-1] if known else None


def signer_lines(party: Party, office: str, *, collective: bool) -> tuple[str, ...]:
    """Quyền hạn and chức vụ, a line each (II.7.a); NĐ 30/2020, Điều 13.

    ``office`` holds the lines to be printed, parted by «;» («TL. GIÁM ĐỐC; TRƯỞNG PHÒNG …»);
    without it the head signs. A deputy alone signs for the head: «KT. …» goes before.
    A People's Committee is a collective organ; ``collective`` says whether the province's prints
    that line. Who signs by order (TL.) or by authorisation (TUQ.) signs for the head alone, not
    for the collective.
    """
    kind = party.kind if isinstance(party, Agency) else ""
    lines = tuple(one.strip().upper() for one in office.split(";") if one.strip())
    lines = lines or (_HEADS.get(kind, _ANY_HEAD),)
    if len(lines) == 1 and lines[0].startswith(_DEPUTY):
        lines = (f"KT. {lines[0].removeprefix(_DEPUTY)}", *lines)
    prints = kind == "commune" or (kind == "province" and collective)
    if lines[0].startswith(_FOR_THE_HEAD) or COLLECTIVE in lines:
        return lines
    return (COLLECTIVE, *lines) if prints else lines


def _is_commune(party: Party) -> bool:
    return isinstance(party, Agency) and party.kind == "commune"
