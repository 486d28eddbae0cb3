"""Who issues the plan: the head says so, else «UBND tỉnh ban hành Kế hoạch», else who signs."""

from __future__ import annotations

import re

from kehoach_cli.exchange.intake.ending import COLLECTIVE, Ending
from kehoach_cli.exchange.intake.head import Head
from kehoach_cli.exchange.intake.lines import Remark, Surety
from kehoach_cli.exchange.intake.names import Names
from kehoach_cli.exchange.intake.opening import Opening

WHAT = "cơ quan ban hành"
_ISSUES = re.compile(r"(?:^|[,;\n] *)([^,;\n]{3,80}?) (?:xây dựng,? )?(?:và )?ban hành Kế hoạch\b")
_CHAIR = re.compile(r"(?:(?:KT|Q|TUQ)\. )?(?:PHÓ )?CHỦ TỊCH")


def read_issuer(head: Head, opening: Opening, ending: Ending, names: Names) -> tuple[str, Remark]:
    """The id ("" leaves it to kehoach.yaml) and how sure it is; the head goes before all else."""
    if head.issuer:
        party = names.party(head.issuer)
        said = f"{head.issuer} → {party.id or 'chưa có trong danh bạ; theo kehoach.yaml'}"
        return party.id, Remark(Surety.SURE if party.id else Surety.OPEN, WHAT, said)
    said = next((one[1] for one in _ISSUES.finditer(opening.intro)), "")
    if said and (found := names.party(said).id):
        return found, Remark(Surety.LIKELY, WHAT, f"{found}, suy từ «{said} ban hành Kế hoạch»")
    return "", _by_signature(ending, names)


def _by_signature(ending: Ending, names: Names) -> Remark:
    """The chair of a People's Committee signs: that of kehoach.yaml, which is one."""
    default = names.ws.settings.value.issuer if names.ws.settings else ""
    name = names.ws.actors[default].name if default in names.ws.actors else ""
    signs = next((one for one in ending.offices if _CHAIR.fullmatch(one) or one == COLLECTIVE), "")
    if signs and name.startswith(("Ủy ban nhân dân", "UBND")):
        said = f"{default} theo kehoach.yaml, hợp với người ký «{signs}»"
        return Remark(Surety.LIKELY, WHAT, said)
    return Remark(Surety.OPEN, WHAT, "không thấy; theo kehoach.yaml")
