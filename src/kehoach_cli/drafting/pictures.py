"""The named pictures: what «::: hinh ten=…» can ask for, and whether a document shall have any."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from kehoach_cli.document.blocks import Picture
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.state_bars import agency_bars, plan_bars
from kehoach_cli.drafting.timelines import duty_timeline, task_timeline
from kehoach_cli.errors import TemplateError

WITH_PICTURES: Mapping[str, str] = {"hinh": "co"}
"""The parameter that asks a report for its pictures."""

_YES, _NO = {"co", "có"}, {"", "khong", "không"}

PICTURES: dict[str, Callable[[Scene], tuple[Picture, ...]]] = {
    "theo-ke-hoach": plan_bars,
    "theo-don-vi": agency_bars,
    "thoi-gian-nhiem-vu": task_timeline,
    "thoi-gian-trach-nhiem": duty_timeline,
}
"""Every picture by the name that templates use; one that fills several pages gives several."""


def wants_pictures(scene: Scene) -> bool:
    """Whether ``--param hinh`` asks for pictures; raises ``TemplateError`` for another word."""
    asked = unicodedata.normalize("NFC", scene.params.get("hinh", "")).strip().lower()
    if asked not in _YES | _NO:
        raise TemplateError(f"không hiểu hinh={asked}", "ghi hinh=co hoặc hinh=khong")
    return asked in _YES
