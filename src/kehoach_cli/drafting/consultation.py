"""Who is asked for an opinion on a draft plan, who has answered, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from kehoach_cli.document.blocks import Cell, Column, Row, Table
from kehoach_cli.drafting.addressing import addressee_names
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.wording import name_of, reference
from kehoach_cli.errors import NothingToDraft
from kehoach_cli.frozen import frozen
from kehoach_cli.model.records import Answer, Letter, Opinion
from kehoach_cli.model.register import Agency, Document
from kehoach_cli.progress.groups import Roster

_ASKS = "lay-y-kien"
_TAKEN = {"yes": "Tiếp thu", "partly": "Tiếp thu một phần", "no": "Giải trình"}
_OPEN = "Chưa xử lý"
_AGREES = "Thống nhất với dự thảo"
_NO_WORDS = "Đã trả lời; nội dung ý kiến chưa được ghi"


@frozen
class ConsultationView:
    """What a template reads as ``consultation``: opinions on the plan that a document is about."""

    scene: Scene

    @property
    def to(self) -> tuple[str, ...]:
        """Kính gửi: all who have a part in the plan and can be written to.

        Groups go by their own name, those that follow from other data by their members'.
        """
        folder = self.scene.folder
        named = [actor for task in folder.tasks for actor in task.value.actors] if folder else []
        partners = self.scene.plan.value.partners if self.scene.plan else ()
        own = {str(getattr(self.scene.settings, key, "")) for key in ("focal", "issuer")}
        asked = dict.fromkeys(one for actor in (*named, *partners) for one in self._known(actor))
        others = self._without_members([one for one in asked if one not in own])
        return addressee_names(self.scene.ws, others, "Kế hoạch")

    def _known(self, actor: str) -> Iterator[str]:
        """Whom a letter to this actor goes to by name; nobody for an open group."""
        found = self.scene.ws.actors.get(actor)
        if isinstance(found, Agency) and found.members_from and found.members_from.leads_of:
            yield from (one.actor for one in self._roster.expand(actor).holders)
        elif self._roster.expand(actor).holders:
            yield actor

    @cached_property
    def _roster(self) -> Roster:
        return Roster(self.scene.ws, self.scene.as_of)

    def _without_members(self, actors: Sequence[str]) -> list[str]:
        """Those whom no other one of them includes already; of two equal groups the first."""
        held = {one: {each.actor for each in self._roster.expand(one).holders} for one in actors}
        kept: list[str] = []
        for one in sorted(actors, key=lambda one: len(held[one]), reverse=True):
            if not any(held[one] <= held[other] for other in kept):
                kept.append(one)
        return [one for one in actors if one in kept]

    @property
    def received(self) -> tuple[str, ...]:
        """Kính gửi: all whom the plan was sent to, as its Nơi nhận has them, by their full name."""
        lines = self.scene.plan.value.recipients if self.scene.plan else ()
        names = (name_of(self.scene.ws, one.agency) if one.agency else one.text for one in lines)
        return tuple(name for name in names if name)

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The letters that asked for opinions by the day: «Công văn số … ngày …»."""
        return tuple(_cited(one) for one in _letters(self.scene))

    @cached_property
    def asked(self) -> int:
        """How many were asked."""
        return len(_asked(self.scene))

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """Who has not answered, by name."""
        answered = {one.by for one in _answers(self.scene)}
        return tuple(
            name_of(self.scene.ws, one) for one in _asked(self.scene) if one not in answered
        )

    @property
    def answered(self) -> int:
        """How many have answered."""
        return len({one.by for one in _answers(self.scene)})

    @property
    def agreed(self) -> int:
        """How many agree without an opinion of their own."""
        return len({one.by for one in _answers(self.scene) if one.agrees and not one.opinions})

    @property
    def opinions(self) -> int:
        """How many opinions there are."""
        return len(self._opinions)

    @property
    def taken(self) -> int:
        """How many are taken up, wholly or in part."""
        return sum(one.taken in {"yes", "partly"} for one in self._opinions)

    @property
    def explained(self) -> int:
        """How many are not taken up, with the reason given."""
        return sum(one.taken == "no" for one in self._opinions)

    @property
    def open(self) -> int:
        """How many nobody has dealt with yet."""
        return sum(one.taken is None for one in self._opinions)

    @property
    def _opinions(self) -> tuple[Opinion, ...]:
        return tuple(one for answer in _answers(self.scene) for one in answer.opinions)


def opinions_table(scene: Scene) -> Table:
    """Each opinion, whose it is, and what became of it; then those who agree.

    Raises ``NothingToDraft`` where nobody was asked.
    """
    if not _letters(scene):
        plan = scene.folder.id if scene.folder else ""
        raise NothingToDraft(
            f"kế hoạch «{plan}» chưa có công văn lấy ý kiến nào",
            f"ghi công văn (kind: {_ASKS}) và các trả lời vào letters.yaml",
        )
    return Table(
        name="y-kien",
        columns=(
            Column("number", "TT", 11, "center"),
            Column("agency", "Cơ quan, đơn vị góp ý", 45),
            Column("clause", "Vị trí", 30),
            Column("text", "Nội dung góp ý", 80),
            Column("taken", "Tiếp thu, giải trình", 75),
        ),
        rows=tuple(_rows(scene)),
        caption="Tổng hợp, tiếp thu, giải trình ý kiến góp ý",
        empty="(Chưa có ý kiến trả lời)",
    )


def _rows(scene: Scene) -> Iterator[Row]:
    for number, answer in enumerate(_answers(scene), start=1):
        by = name_of(scene.ws, answer.by)
        source = f" ({reference(answer.document)})" if answer.document else ""
        if not answer.opinions:
            words = _AGREES if answer.agrees else _NO_WORDS
            yield Row((Cell(number), Cell(by + source), Cell(None), Cell(words), Cell(None)))
        for index, one in enumerate(answer.opinions):
            rows = len(answer.opinions) if index == 0 else 1
            yield Row(
                (
                    Cell(number if index == 0 else None, rows=rows),
                    Cell(by + source if index == 0 else None, rows=rows),
                    Cell(one.clause or "Góp ý chung"),
                    Cell(one.text),
                    Cell(_outcome(one)),
                )
            )


def _outcome(one: Opinion) -> str:
    head = _TAKEN.get(one.taken or "", _OPEN)
    return f"{head}: {one.answer}" if one.answer else f"{head}."


def _letters(scene: Scene) -> tuple[Letter, ...]:
    found = (one.value for one in scene.folder.letters) if scene.folder else ()
    return tuple(one for one in found if one.kind == _ASKS and one.date and one.date <= scene.as_of)


def _answers(scene: Scene) -> tuple[Answer, ...]:
    answers = (one for letter in _letters(scene) for one in letter.answered)
    return tuple(one for one in answers if one.date <= scene.as_of)


def _asked(scene: Scene) -> tuple[str, ...]:
    """Everybody asked, groups member by member, each once."""
    roster = Roster(scene.ws, scene.as_of)
    to = (actor for letter in _letters(scene) for actor in letter.to)
    named = (holder.actor for actor in to for holder in roster.expand(actor).holders)
    answered = (one.by for one in _answers(scene))
    return tuple(dict.fromkeys([*named, *answered]))


def _cited(letter: Letter) -> str:
    """«Công văn số 486/SKHCN-CĐS ngày 11/5/2027»."""
    cited = Document.model_construct(type="Công văn", number=letter.number, date=letter.date)
    return reference(cited)
