"""Every paragraph that a plan prints, with the place in the data that its words come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kehoach_cli.diagnostics import Place
from kehoach_cli.document.blocks import Paragraph
from kehoach_cli.document.inlines import plain
from kehoach_cli.document.lines import recipient_lines
from kehoach_cli.drafting.plan_body import pieces
from kehoach_cli.drafting.plan_document import plan_document
from kehoach_cli.exchange.intake.lines import tidy
from kehoach_cli.frozen import frozen
from kehoach_cli.model.plan import Plan
from kehoach_cli.workspace import Located, PlanFolder, Workspace


@frozen
class Printed:
    """A paragraph; ``place`` is None where its words do not stand in the data as they are.

    ``number`` is what is printed before the words («2.», «-»).
    """

    text: str
    place: Place | None = None
    number: str = ""

    @property
    def words(self) -> str:
        """The text without its number."""
        return self.text.removeprefix(self.number).strip()


def printed(ws: Workspace, folder: PlanFolder, as_of: date) -> tuple[Printed, ...]:
    """Title, text and what is below it, as the plan prints them; without its annex.

    Empty where the plan cannot be used.
    """
    if folder.plan is None:
        return ()
    document = plan_document(ws, replace(folder, annex=None), as_of)
    body = [_of(block) for block in document.blocks if isinstance(block, Paragraph)]
    known = [
        replace(_of(piece.block), place=piece.place)
        for piece in pieces(ws, folder, lambda _: ())
        if isinstance(piece.block, Paragraph)
    ]
    frame = document.frame
    signer = getattr(frame, "signer", None)
    found = [
        Printed(tidy(getattr(frame, "title", "")), folder.plan.at("title")),
        *_placed(body, known, folder.plan),
        *_recipients(recipient_lines(frame), folder.plan),
        *(_signed((*signer.lines, signer.name), folder.plan) if signer else ()),
    ]
    return tuple(one for one in found if one.text)


def _of(block: Paragraph) -> Printed:
    return Printed(tidy(f"{block.number} {plain(block.inlines)}"), None, block.number)


def _placed(
    body: Sequence[Printed], known: Sequence[Printed], plan: Located[Plan]
) -> Iterator[Printed]:
    """The paragraphs of the text: opening, the mục with their places, the last sentence."""
    start = len(body) - len(known) - 1
    for number, one in enumerate(body):
        if 0 <= number - start < len(known) and known[number - start].text == one.text:
            yield known[number - start]
        elif number == len(body) - 1:
            yield replace(one, place=plan.at("closing"))
        else:
            yield replace(one, place=plan.at("intro") if number == start - 1 else None)


def _recipients(lines: Sequence[str], plan: Located[Plan]) -> Iterator[Printed]:
    for number, line in enumerate(lines):
        is_last = number == len(lines) - 1
        place = plan.at("filing") if is_last else plan.at("recipients", number)
        yield Printed(tidy(line), place, "-")


def _signed(lines: Sequence[str], plan: Located[Plan]) -> Iterator[Printed]:
    """The signature; «TM. …» stands in no file where the template prints it."""
    own = plan.value.signer.lines
    before = len(lines) - 1 - len(own)
    for number, line in enumerate(lines):
        if number == len(lines) - 1:
            yield Printed(tidy(line), plan.at("signer", "name"))
        elif number >= before:
            yield Printed(tidy(line), plan.at("signer", "lines", number - before))
        else:
            yield Printed(tidy(line))
