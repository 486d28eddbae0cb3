"""What rules share: how they call things, how a page is read, names, the facts of a part."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import cast

import pytest
from tests.conftest import Golden
from tests.rules.test_examples import AS_OF, BASE
from tests.rules.test_rare_cases import (
    AMENDED,
    LETTERS,
    REUSED,
    Case,
    extensions,
    in_plan,
    report,
    tasks,
)
from tests.rules.test_varied import base

from kehoach_cli.rules.base import Context, Rule
from kehoach_cli.rules.facts import Dangling, Facts, gather, merge
from kehoach_cli.rules.names import Names, _by_fold, _capitals, _end_of, _loosely
from kehoach_cli.rules.naming import named, owner_called
from kehoach_cli.rules.page import Example, examples, page
from kehoach_cli.workspace import load


def laid_over(files: Case) -> Context:
    return Context(
        load(BASE, base() | {file: text.encode() for file, text in files.items()}), AS_OF
    )


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Xây  dựng\n kho", "Xây dựng kho"),
        ("a " * 29 + "bc", "a " * 29 + "bc"),
        ("a " * 28 + "bcd efgh", "a " * 28 + "bcd …"),
        ("a " * 29 + "bcd efgh", "a " * 28 + "a …"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 60 + " …"),
    ],
)
def test_a_title_is_shown_up_to_sixty_letters(title: str, shown: str) -> None:
    assert named("pl-1", title) == f"pl-1 ({shown})"


PAGE = """Một luật.

    # khong/thuoc.yaml
    vi-du: nao

Vì sao: Sai: không phải là đầu đề.

Sai: hai tệp, ba dấu.

    # data/a.yaml
        x: 1  # <- KH101

    y: <U+2028><0xB8><a × 3>  # <- KH102 +2
    # ghi chú

    # <- KH103 data/la.yaml
    # kehoach.yaml
    schema: 2   # <- KH001
    # kehoach.yml
Xong.

    z: X

Suýt nhầm:

    chữ không thuộc tệp nào
    # b/c
Đúng: hết.
    # a/b
"""


def test_a_page_is_read_as_its_examples_say() -> None:
    rule = cast("Rule", ModuleType("luat", PAGE))
    a = "    x: 1\n\ny: \u2028\udcb8aaa\n# ghi chú\n"
    assert page(rule) == PAGE.strip()
    assert examples(rule) == (
        Example(
            "Sai",
            (("data/a.yaml", a), ("kehoach.yaml", "schema: 2\n# kehoach.yml\n\nz: X\n")),
            frozenset(
                {("data/a.yaml", 1), ("data/a.yaml", 5), ("data/la.yaml", 1), ("kehoach.yaml", 1)}
            ),
        ),
        Example("Suýt nhầm", (("b/c", "\n"),), frozenset()),
        Example("Đúng", (("a/b", "\n"),), frozenset()),
    )
    assert page(cast("Rule", ModuleType("luat"))) == ""


def test_a_page_without_examples_is_none() -> None:
    with pytest.raises(ValueError, match="longer"):
        examples(cast("Rule", ModuleType("luat")))


def test_whose_a_due_is() -> None:
    files = tasks("lead: so-khcn, due: 1/7/2027, milestones: [{text: A, due: 1/6/2027}]")
    files |= extensions("task: pl-1, due: 1/7/2028")
    files["data/plans/mau/sessions/s.yaml"] = (
        "id: s\ntitle: Họp\nstate: held\ntime: Sáng\nplace: A\n"
        "preparation: [{agency: so-tc, text: Hồ sơ, due: 1/7/2027}]\n"
        "conclusions: {assignments: [{agency: so-tc, text: Làm, due: 1/8/2027}]}\n"
    )
    assert [owner_called(one) for one in laid_over(files).dues] == [
        "nhiệm vụ pl-1 (Xây dựng kho dữ liệu 1)",
        "mốc của nhiệm vụ pl-1 (Xây dựng kho dữ liệu 1)",
        "gia hạn nhiệm vụ pl-1",
        "việc chuẩn bị cho buổi làm việc s (Họp)",
        "việc giao tại kết luận của buổi làm việc s (Họp)",
    ]


def test_names_that_fold_alike_are_all_right_and_the_first_is_shown() -> None:
    names = Names(_by_fold([("", "´"), ("so y te", "sở Y tế"), ("so y te", "Sở Y tê")]))
    assert names.right == {"so y te": ("Sở Y tế", "Sở Y tê")}
    assert _by_fold([("a", "Á"), ("a", "á"), ("a", "à")]) == {"a": ("Á", "À")}
    assert [names.correction(said) for said in ("So y te", "SO Y TE", "Sở Y tê", "SỞ Y TÊ")] == [
        "Sở Y tế",
        "SỞ Y TẾ",
        None,
        None,
    ]
    assert names.correction("Sở khác") is None


@pytest.mark.parametrize(
    ("words", "text", "start", "end"),
    [
        ("Sở Y tế", "x Sở Y tế.", 2, 9),
        ("Sở Y tế", "x Sở  Y\n  tế.", 2, 12),
        ("a b", "a b, a\n b", 5, 9),
        ("Sở Y tế", "Sở Y tế, Sở Y", 9, 9),
    ],
)
def test_where_the_words_of_a_name_end(words: str, text: str, start: int, end: int) -> None:
    assert _end_of(words, text, start) == end


def test_what_a_name_may_begin_with() -> None:
    assert [_capitals(letter) for letter in ("b", "4", "-")] == ["B", "4", "\\-"]
    assert set("DĐ") <= set(_capitals("d"))
    assert [_loosely(letter) for letter in ("b", "d", " ")] == ["[bB]", r"\w", r"\W+"]


TELLING: Case = {
    **REUSED["kế hoạch, sửa đổi và thông báo"],
    **in_plan("hai", tasks("lead: so-yt", "lead: la")),
    **extensions("task: khong-co, due: 1/7/2028", "task: pl-1, due: 1/7/2028"),
    **report(
        "task: cung-la, status: in-progress",
        top="commitments: [{commitment: la-nua, kept: yes}]\n"
        "proposals: [{id: dx-1, kind: task, title: A, challenge: bt-la}]\n",
    ),
    "data/plans/Ba/plan.yaml": "id: ba\n",
    "data/plans/hong/plan.yaml": "id: [\n",
    "data/plans/hong/tasks.yaml": "tasks:\n  - {id: hong-1}\n  - {id: hong-2, kind: x}\n",
    "data/partners/hong.yaml": "id: hong\n",
    LETTERS: "- {id: cv-1, kind: don-doc, to: [la]}\n- {id: cv-2}\n",
}


def facts_of(files: Case) -> Facts:
    ctx = laid_over(files)
    return gather(ctx.ws, ctx.used_ids)


def _line(one: object) -> str:
    if isinstance(one, Dangling):
        return f"{one.kind} {one.id}: {one.place.file} {one.place.path}"
    return str(one)


def lines_of(facts: Facts) -> str:
    """A line for each value that they tell."""
    lines = []
    for key in Facts.__dataclass_fields__:
        value = getattr(facts, key)
        if isinstance(value, Mapping):
            lines += [f"{key}: {name}: {one}" for name, one in value.items()]
        elif isinstance(value, tuple | frozenset):
            many = value if isinstance(value, tuple) else sorted(value)
            lines += [f"{key}: {_line(one)}" for one in many]
        else:
            lines.append(f"{key}: {value}")
    return "".join(f"{line}\n" for line in lines)


def test_what_a_workspace_tells_of_itself(golden: Golden) -> None:
    golden("rules/rare/facts.txt", lines_of(facts_of(TELLING)))


def test_what_an_amended_plan_left_behind_is_nothing_unknown() -> None:
    gone = report(
        "task: khong-co, status: in-progress", sender="la", period="2026", day="2026-12-10"
    )
    told_by = facts_of({**AMENDED["kỳ đã chốt, kế hoạch đã sửa"], **gone})
    assert [(one.kind, one.id) for one in told_by.dangling] == [("actor", "la")]


def test_what_nothing_refers_to_is_not_used() -> None:
    told_by = gather(laid_over({}).ws, {})
    assert (told_by.actors_used, told_by.dangling) == (frozenset(), ())


def test_what_several_workspaces_tell_together(golden: Golden) -> None:
    more = in_plan("bay", tasks("lead: so-tc"))
    known = {file: text.replace("pl-1", "khong-co") for file, text in more.items()}
    told_by = [facts_of(TELLING), facts_of(known), facts_of({})]
    golden("rules/rare/facts-together.txt", lines_of(merge(told_by)))
    assert merge(iter(told_by)) == merge(told_by)
