"""The lists of choices of a form, from the model's own tables and the workspace's registers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kehoach_cli.drafting.money_words import KINDS, LEVELS
from kehoach_cli.drafting.raised_tables import PROPOSAL_KINDS
from kehoach_cli.drafting.wording import capitalised
from kehoach_cli.exchange.forms.layout import ListName
from kehoach_cli.model.partner import Partner, PartnerUnit
from kehoach_cli.model.register import Challenge
from kehoach_cli.model.report import LATE_REASON_LABELS
from kehoach_cli.model.status import STATUSES
from kehoach_cli.progress.commitments import KEPT, NOT_KEPT, PARTLY_KEPT
from kehoach_cli.vn.text import fold
from kehoach_cli.workspace import Workspace

UNITS = ("triệu đồng", "tỷ đồng", "nghìn đồng", "đồng")
"""The first is the one that a form offers."""

_KEPT = {"yes": KEPT.label, "partly": PARTLY_KEPT.label, "no": NOT_KEPT.label}
_PRIORITIES = {"high": "cao", "medium": "trung bình", "low": "thấp"}
_HOW = {
    "document": "văn bản giấy",
    "scan": "bản chụp",
    "form": "biểu điện tử",
    "nothing": "báo không phát sinh",
}
_UNASKED = ("commune", "unit")
_LEAST_SHOWN = 40
"""Characters of the name of a plan that say something."""
OPEN_LISTS = frozenset({"actor", "holder"})
"""Lists of agencies: any spelling that the register knows may be typed beside what they show."""

Lists = Mapping[ListName, Mapping[str, str]]
"""List → code in the data → what the form shows."""


def lists_of(ws: Workspace, plans: Mapping[str, str]) -> Lists:
    """All lists of a form about those plans, whose titles are given by id."""
    return {
        "status": {code: capitalised(one.label) for code, one in STATUSES.items()},
        "reason": {code: capitalised(label) for code, label in LATE_REASON_LABELS.items()},
        "kept": {code: capitalised(label) for code, label in _KEPT.items()},
        "actor": _told_apart({code: one.name for code, one in ws.actors.items() if _asked(one)}),
        "challenge": _told_apart({one.value.id: one.value.title for one in ws.of(Challenge)}),
        "plan": _told_apart(plans),
        "proposal": {code: capitalised(label) for code, label in PROPOSAL_KINDS.items()},
        "priority": {code: capitalised(label) for code, label in _PRIORITIES.items()},
        "unit": {unit: unit for unit in UNITS},
        "how": {code: capitalised(label) for code, label in _HOW.items()},
        "yes": {"true": "Có"},
    }


def annex_lists(ws: Workspace) -> Lists:
    """The lists of the workbook of tasks: who may have a part in one is any of the register."""
    named = {code: one.name for code, one in ws.actors.items()}
    return {
        "holder": _told_apart(dict(sorted(named.items(), key=lambda one: _rank(ws, one[0])))),
        "challenge": _told_apart({one.value.id: one.value.title for one in ws.of(Challenge)}),
        "level": {str(code): capitalised(label) for code, label in LEVELS.items()},
        "expense": {str(code): capitalised(label) for code, label in KINDS.items()},
        "yes": {"true": "Có"},
    }


def _rank(ws: Workspace, code: str) -> bool:
    """Those who are asked for most come first."""
    return not _asked(ws.actors[code])


def spellings_of(ws: Workspace, lists: Lists, name: ListName) -> dict[str, str]:
    """Everything a sender may type for a choice, folded → its code; what could mean two is out.

    Of agencies the whole register with short names and aliases, not only what the list offers.
    """
    found: dict[str, str | None] = {}

    def add(text: str, code: str) -> None:
        key = fold(text)
        found[key] = code if found.get(key, code) == code else None

    for code, label in lists[name].items():
        add(label, code)
        add(code, code)
    if name in OPEN_LISTS:
        for code, one in ws.actors.items():
            brief = (getattr(one, key, None) for key in ("short", "symbol"))
            for text in (code, one.name, *getattr(one, "aliases", ()), *filter(None, brief)):
                add(text, code)
    return {text: code for text, code in found.items() if code is not None}


def _asked(one: object) -> bool:
    """Whom a list names: agencies and partners; communes and units can be typed."""
    if isinstance(one, PartnerUnit):
        return False
    if isinstance(one, Partner):
        return one.kind != "group"
    return getattr(one, "kind", "") not in {*_UNASKED, "group"}


def first_words(labels: Mapping[str, str]) -> dict[str, str]:
    """Each label by as many first words as tell it from the others: «Kế hoạch phối hợp với …».

    A narrow cell that only shows a plan takes few lines so.
    """
    return {code: _beginning(label, labels.values()) for code, label in labels.items()}


def _beginning(label: str, labels: Iterable[str]) -> str:
    others = [one for one in labels if one != label]
    words = label.split()
    for count in range(1, len(words)):
        head = " ".join(words[:count])
        if len(head) >= _LEAST_SHOWN and not any(one.startswith(head) for one in others):
            return f"{head} …"
    return label


def _told_apart(labels: Mapping[str, str]) -> dict[str, str]:
    """Equal labels get their codes behind them."""
    texts = [fold(label) for label in labels.values()]
    return {
        code: f"{label} ({code})" if texts.count(fold(label)) > 1 else label
        for code, label in labels.items()
    }
