"""What became of the work that conclusions give, in ``kehoach session``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.drafting.questions.conclusions import concluded_work
from kehoach_cli.model.session import Conclusions, Session
from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.workspace import load

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def progress() -> Progress:
    return evaluate(load(EXAMPLES), date(2027, 12, 20), period="2027")


def conclusions(progress: Progress, name: str) -> Conclusions:
    (found,) = [one.value for one in progress.workspace.of(Session) if one.value.id == name]
    assert found.conclusions
    return found.conclusions


def test_every_task_of_the_conclusions_has_its_state(progress: Progress) -> None:
    end = conclusions(progress, "lam-viec-2026")
    found = list(concluded_work(progress.workspace, progress, end))
    assert [one.task for one in found] == list(end.tasks)
    assert all(one.progress for one in found)
    assert "Không theo dõi trong kỳ này" not in [one.progress for one in found]


def test_work_without_a_task_says_so(progress: Progress) -> None:
    (one,) = concluded_work(progress.workspace, progress, conclusions(progress, "ra-soat-2027"))
    assert (one.task, one.state, one.progress) == (None, None, "Chưa có nhiệm vụ")


def test_a_task_that_an_assignment_names_is_not_said_again(progress: Progress) -> None:
    end = Conclusions.model_validate(
        {
            "assignments": [{"agency": "so-khcn", "text": "Xây dựng cơ chế", "task": "kl-01"}],
            "tasks": ["kl-01", "kl-02"],
        }
    )
    found = list(concluded_work(progress.workspace, progress, end))
    assert found[0].text == "Xây dựng cơ chế"
    assert [one.task for one in found] == ["kl-01", "kl-02"]
