"""What changed in a plan after it was issued, and by which document."""

from typing import Annotated, Literal

from pydantic import Field

from kehoach_cli.model.fields import Day, DocumentNumber, Entity, OwnId, Words


class Change(Entity):
    """A place of the plan and its wording before and after.

    Without ``old`` it is new, without ``new`` it is left out.
    """

    clause: Words
    old: Words | None = None
    new: Words | None = None


class Amendment(Entity):
    """A Kế hoạch sửa đổi, bổ sung (content) or a công văn đính chính (slips in form and layout).

    Source: NĐ 30/2020/NĐ-CP, khoản 3 Điều 18: wrong content is amended by a document of the same
    form, wrong form, layout or procedure is corrected by a công văn.
    """

    id: OwnId
    kind: Literal["amend", "correct"]
    number: DocumentNumber | None = None
    date: Day | None = None
    reason: Words | None = None
    changes: Annotated[tuple[Change, ...], Field(min_length=1)]
