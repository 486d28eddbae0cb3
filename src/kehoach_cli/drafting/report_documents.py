"""The documents that a period rests on and what each of them did, the earliest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_cli.drafting.item_words import title_of
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import (
    figure,
    plan_reference,
    reference,
    short_name_of,
)
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Plan
from kehoach_cli.model.records import LETTER_LABELS, Letter, Outcome, Step
from kehoach_cli.model.register import Document, Round
from kehoach_cli.progress import letter_rows
from kehoach_cli.vn.dates import format_day

_OUTCOMES: dict[Outcome, str] = {
    "accepted": "chấp thuận",
    "declined": "không chấp thuận",
    "deferred": "để lại xem xét sau",
}
_STEPS: dict[Step, str] = {
    "answered": "trả lời",
    "reported": "báo cáo UBND tỉnh về",
    "resolved": "giải quyết",
}


@frozen
class _Deed:
    """A document and one thing that it did; of several alike only their number is told."""

    day: date | None
    cited: str
    verb: str = ""
    thing: str = ""
    noun: str = ""


def issued_documents(scene: Scene) -> tuple[str, ...]:
    """Documents with a number: plans, the guide, letters, extensions, decisions, answers.

    By day, those without a day last; those dated after the day of the figures are left out.
    """
    day = scene.progress.day
    found: dict[tuple[date | None, str], dict[tuple[str, str], dict[str, None]]] = {}
    for deed in _deeds(scene):
        if deed.day is None or deed.day <= day:
            deeds = found.setdefault((deed.day, deed.cited), {})
            deeds.setdefault((deed.verb, deed.noun), {})[deed.thing] = None
    ordered = sorted(found, key=lambda key: (key[0] is None, key[0] or day))
    return tuple(_line(cited, found[dated, cited]) for dated, cited in ordered)


def _line(cited: str, deeds: dict[tuple[str, str], dict[str, None]]) -> str:
    said = "; ".join(_said(verb, noun, list(things)) for (verb, noun), things in deeds.items())
    return f"{cited} ({said})" if said else cited


def _said(verb: str, noun: str, things: list[str]) -> str:
    if len(things) > 1:
        return f"{verb} {figure(len(things))} {noun}"
    return f"{verb} {noun} {things[0]}".strip() if things[0] else verb


def _deeds(scene: Scene) -> Iterator[_Deed]:
    yield from _plans(scene)
    yield from _guides(scene)
    yield from _letters(scene)
    yield from _extensions(scene)
    yield from _answers(scene)


def _plans(scene: Scene) -> Iterator[_Deed]:
    for plan in scene.progress.plans:
        value = plan.plan.value if plan.plan else None
        if value and value.number:
            day = value.date if isinstance(value.date, date) else None
            yield _Deed(day, cited_plan(scene, value))


def cited_plan(scene: Scene, plan: Plan) -> str:
    """A plan with its number, day and issuer."""
    issuer = plan.issuer or (scene.settings.issuer if scene.settings else "")
    return plan_reference(plan, short_name_of(scene.ws, issuer))


def _guides(scene: Scene) -> Iterator[_Deed]:
    period = scene.progress.period
    for one in scene.ws.of(Round):
        if one.value.id == period.id:
            yield from _deed(one.value.guide, f"hướng dẫn báo cáo {period.label}")


def _letters(scene: Scene) -> Iterator[_Deed]:
    """The numbered letters of the period's plans that were sent in it."""
    period, plans = scene.progress.period, {plan.id for plan in scene.progress.plans}
    guides = {one.value.guide.number for one in scene.ws.of(Round) if one.value.guide}
    for row in letter_rows(scene.ws, scene.progress.day):
        one = row.letter.value
        asked = {*one.to, *row.answered, *row.waiting}
        is_ours = row.plan_id in plans and scene.sender in {None, *asked}
        if is_ours and one.number and one.number not in guides and period.first <= row.sent:
            cited = f"Công văn số {one.number} ngày {format_day(row.sent)}"
            yield _Deed(row.sent, cited, _purpose(scene, one))


def _purpose(scene: Scene, letter: Letter) -> str:
    """What a letter was for, and to whom: by name when it went to one."""
    to = (
        short_name_of(scene.ws, letter.to[0])
        if len(letter.to) == 1
        else f"{figure(len(letter.to))} nơi nhận"
    )
    return f"{LETTER_LABELS[letter.kind]}, gửi {to}"


def _extensions(scene: Scene) -> Iterator[_Deed]:
    for item in scene.progress.items:
        if item.extension:
            granted = item.extension.value.granted
            yield from _deed(granted, "cho phép gia hạn", title_of(item), "nhiệm vụ")


def _answers(scene: Scene) -> Iterator[_Deed]:
    for proposal in scene.progress.proposals:
        for decision in proposal.history:
            verb, title = _OUTCOMES[decision.value.outcome], proposal.value.value.title
            yield from _deed(decision.value.document, verb, title, "đề xuất")
    for difficulty in scene.progress.difficulties:
        whose = f"của {short_name_of(scene.ws, difficulty.sender)}"
        for step in difficulty.history:
            verb = _STEPS[step.value.state]
            yield from _deed(step.value.document, verb, whose, "khó khăn, vướng mắc")


def _deed(document: Document | None, verb: str, thing: str = "", noun: str = "") -> Iterator[_Deed]:
    if document is not None and document.number:
        yield _Deed(document.date, reference(document), verb, thing.rstrip("."), noun)
