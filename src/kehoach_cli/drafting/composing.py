"""A template, what it is about and its directives become one ``Document``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from kehoach_cli.document.blocks import Block, Paragraph, Role, Text
from kehoach_cli.document.frame import (
    Document,
    Frame,
    LetterFrame,
    MinutesFrame,
    Properties,
    TitledFrame,
)
from kehoach_cli.document.inlines import plain, read_inlines
from kehoach_cli.document.markup import Directive, Parsed, parse
from kehoach_cli.document.numbering import number
from kehoach_cli.drafting.context import names
from kehoach_cli.drafting.directives import DirectiveProblem, blocks_of
from kehoach_cli.drafting.framing import frame
from kehoach_cli.drafting.grounds import with_grounds
from kehoach_cli.drafting.markup_words import sentence_of
from kehoach_cli.drafting.rendering import Rendered, lines_of, render
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.templates import Template, TemplateProblem, load_template
from kehoach_cli.errors import TemplateError
from kehoach_cli.vn.text import roman

_PLAN_TEXT = "::: cac-muc"
REBUILT = "Bản dựng lại từ dữ liệu, không phải văn bản ban hành"


def compose(kind: str, scene: Scene) -> Document:
    """The document of that kind; raises ``TemplateError`` when its template cannot be rendered."""
    template = load_template(kind, scene.ws.root)
    known = names(scene, template)
    _check_params(template, scene)

    def head(key: str) -> str:
        if key not in template.head:
            return ""
        text = template.head[key]
        return render(text.text, known, template.path, text.first_line).text

    made = frame(template, scene, head)
    body = render(template.body, known, template.path, template.body_line)
    parsed = _parse(body, template, scene, made)
    grounds = [plain(read_inlines(line)[0]) for line in lines_of(head("grounds"))]
    style = template.plain("grounds-style")
    blocks = with_grounds(parsed.blocks, grounds, style) if grounds else parsed.blocks
    return Document(
        frame=made,
        blocks=number(_annexes_numbered(blocks)),
        properties=_properties(made, scene),
        notice=_notice(scene, template),
        landscape=template.plain("orientation") == "landscape",
    )


def _check_params(template: Template, scene: Scene) -> None:
    """A value that the template does not ask for is a slip of the pen."""
    declared = template.params
    for name in scene.params:
        if name not in declared:
            known = ", ".join(declared) or "không có tham số nào"
            raise TemplateError(f"mẫu «{template.path}» không có tham số «{name}»", f"có: {known}")


def _parse(body: Rendered, template: Template, scene: Scene, made: Frame) -> Parsed:
    def directive(found: Directive) -> Sequence[Block]:
        try:
            return blocks_of(scene, template, found, made)
        except DirectiveProblem as error:
            raise TemplateProblem(template.path, body.line(found.line), str(error)) from error

    parsed = parse(body.text, directive)
    for problem in parsed.problems:
        raise TemplateProblem(template.path, body.line(problem.line), sentence_of(problem))
    return parsed


def _annexes_numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Roman numbers for annexes when there are two or more (NĐ 30/2020, PL I, Phần I, III.1.a)."""
    out = list(blocks)
    spots = [n for n, one in enumerate(blocks) if _is_unnumbered_annex(one)]
    for count, spot in enumerate(spots if len(spots) > 1 else (), start=1):
        heading = out[spot]
        if isinstance(heading, Paragraph):
            out[spot] = replace(heading, inlines=(Text(f"Phụ lục {roman(count)}"),))
    return tuple(out)


def _is_unnumbered_annex(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.role is Role.ANNEX_NUMBER
        and block.inlines == (Text("Phụ lục"),)
    )


def _properties(made: Frame, scene: Scene) -> Properties:
    match made:
        case LetterFrame():
            title = f"Công văn v/v {made.subject}"
        case TitledFrame() | MinutesFrame():
            title = f"{made.type_name.capitalize()} {made.title[:1].lower()}{made.title[1:]}"
        case _:
            assert_never(made)
    return Properties(title, " ".join(made.issuer), scene.as_of)


def _notice(scene: Scene, template: Template) -> str:
    """What every page must say of itself: made-up data, or words that are not the issued ones."""
    notices = [scene.settings.notice or ""] if scene.settings else []
    plan = scene.plan.value if scene.plan and _PLAN_TEXT in template.body else None
    if plan is not None and plan.text == "reconstructed":
        notices.append(REBUILT)
    return ". ".join(one.rstrip(".") for one in notices if one)
