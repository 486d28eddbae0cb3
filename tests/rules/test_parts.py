"""Checked part by part, and with what is known from before, a workspace has the same findings."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.conftest import Golden
from tests.rules.conftest import short
from tests.rules.damage import damage

from kehoach_cli.diagnostics import Diagnostic, Shown
from kehoach_cli.rules import WHOLE_CHECKS
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.facts import gather
from kehoach_cli.rules.parts import Checked, PartChecker
from kehoach_cli.rules.run import findings
from kehoach_cli.rules.survey import Job, Survey, survey
from kehoach_cli.source.footprint import Part, parts
from kehoach_cli.workspace import load

REPOSITORY = Path(__file__).parents[2]
WORKSPACES = REPOSITORY / "tests/workspaces"
DAY = date(2027, 6, 30)


def surveyed(root: Path, known: dict[tuple[str, ...], Checked] | None = None) -> Survey:
    """As one process does it; ``known`` by digests is used, and filled."""
    common, *plans = parts(root)
    checker = PartChecker(root, common, DAY)
    remembered = {} if known is None else known

    def run(jobs: Sequence[Job]) -> Iterator[Checked]:
        return (checker.check(job.parts, job.leads) for job in jobs)

    def recall(asked: Sequence[Part]) -> Checked | None:
        return remembered.get((common.digest, *(part.digest for part in asked)))

    done = survey(checker, plans, run, recall)
    remembered.update({(common.digest, *one.digests): one for one in done.checked})
    return done


def found_in(done: Survey) -> list[Diagnostic]:
    return [one.finding for one in done.found]


def in_one_piece(ctx: Context) -> list[Shown]:
    """What part by part is held against: each finding with the text of its line."""
    line = ctx.locator.line
    return [Shown(one, line(one.span.file, one.span.line)) for one in findings(ctx)]


def copy_of(source: str, target: Path) -> Path:
    shutil.copytree(WORKSPACES / source, target)
    return target


@pytest.mark.parametrize(
    "root",
    [REPOSITORY, REPOSITORY / "examples", *sorted(WORKSPACES.iterdir())],
    ids=lambda root: root.name,
)
def test_every_workspace_at_hand_has_the_findings_that_it_has_in_one_piece(root: Path) -> None:
    ctx = Context(load(root), DAY)
    done = surveyed(root)
    assert list(done.found) == in_one_piece(ctx)
    assert done.told.counts == gather(ctx.ws, ctx.used_ids).counts


@pytest.mark.parametrize("seed", range(8))
def test_so_has_every_damaged_one_after_each_of_its_changes(
    seed: int, tmp_path: Path, golden: Golden
) -> None:
    draw = Random(seed)  # noqa: S311 - reproducible, not secret
    root = copy_of("every-state", tmp_path / "ws")
    known: dict[tuple[str, ...], Checked] = {}
    told = []
    for _ in range(2):
        damage(root, draw, draw.randint(1, 4))
        found = in_one_piece(Context(load(root), DAY))
        assert list(surveyed(root, known).found) == found
        told += ["## damaged", *first_of_each(found)]
    golden(f"rules/damaged/{seed}.txt", "".join(f"{line}\n" for line in told))


def first_of_each(found: Sequence[Shown]) -> Iterator[str]:
    """Of what a rule says of a file the first, and how much more it says."""
    kinds: dict[tuple[str, str], list[Diagnostic]] = {}
    for one in found:
        kinds.setdefault((one.finding.span.file, one.finding.code), []).append(one.finding)
    for first, *others in kinds.values():
        yield f"{short(first)} (+{len(others)})"


def test_what_stands_as_it_stood_is_not_checked_again(tmp_path: Path) -> None:
    root = copy_of("every-state", tmp_path / "ws")
    known: dict[tuple[str, ...], Checked] = {}
    first = surveyed(root, known)
    before = dict(known)
    again = surveyed(root, known)
    assert found_in(again) == found_in(first)
    assert known == before
    assert all(one in first.checked for one in again.checked)


def test_folders_with_an_id_in_common_are_judged_together(tmp_path: Path) -> None:
    root = copy_of("base", tmp_path / "ws")
    (plan,) = (root / "data/plans").iterdir()
    shutil.copytree(plan, root / "data/plans/ban-sao")
    done = surveyed(root)
    assert max(len(one.digests) for one in done.checked) == 2
    assert {"duplicate-id", "path-mismatch"} <= {one.name for one in found_in(done)}
    assert list(done.found) == in_one_piece(Context(load(root), DAY))


def test_a_finding_comes_with_its_line(tmp_path: Path) -> None:
    root = copy_of("base", tmp_path / "ws")
    (plan,) = (root / "data/plans").iterdir()
    text = (plan / "tasks.yaml").read_text(encoding="utf-8")
    (plan / "tasks.yaml").write_text(text + "khoa-la: 1\n", encoding="utf-8")
    assert [one.line for one in surveyed(root).found] == ["khoa-la: 1"]


def test_no_rule_of_ours_needs_all_plans_at_once() -> None:
    assert WHOLE_CHECKS == ()


def test_parents_in_a_circle_end(tmp_path: Path) -> None:
    root = copy_of("every-state", tmp_path / "ws")
    register = root / "data/agencies.yaml"
    text = register.read_text(encoding="utf-8")
    circle = "".join(
        f"- {{id: {own}, name: Đơn vị {own}, kind: department, parent: {above}}}\n"
        for own, above in (("vong-a", "vong-b"), ("vong-b", "vong-a"))
    )
    register.write_text(text + circle, encoding="utf-8")
    plan = root / "data/plans/hop-tac-so/plan.yaml"
    said = plan.read_text(encoding="utf-8")
    plan.write_text(
        re.sub(r"(?s)recipients:.*?\nfiling", "recipients: [{agency: so-khcn}]\nfiling", said),
        encoding="utf-8",
    )
    tasks = root / "data/plans/hop-tac-so/tasks.yaml"
    said = tasks.read_text(encoding="utf-8")
    tasks.write_text(re.sub(r"lead: [a-z-]+", "lead: vong-a", said), encoding="utf-8")
    assert "recipient-missing" in {one.name for one in found_in(surveyed(root))}
