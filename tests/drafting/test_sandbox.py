"""A template of a stranger gets at nothing but values, and comes to an end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.drafting.context import names
from kehoach_cli.drafting.limits import TOO_BIG, TOO_MANY_STEPS
from kehoach_cli.drafting.rendering import render
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.templates import TemplateProblem, load_template
from kehoach_cli.workspace import Workspace, load

SAMPLE = Path(__file__).parents[1] / "workspaces" / "every-state"


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return load(SAMPLE)


@pytest.fixture(scope="module")
def views(ws: Workspace) -> dict[str, object]:
    scene = Scene(ws, date(2027, 6, 30), ws.folder("hop-tac-so"))
    return names(scene, load_template("ke-hoach", ws.root))


def refused(text: str, views: dict[str, object]) -> str:
    """Why the template is not rendered."""
    with pytest.raises(TemplateProblem) as caught:
        render(text, views, "templates/x.md.j2", 1)
    return caught.value.problem


WAYS_OUT = (
    "{{ report.scene.ws.root.write_text('x') }}",
    "{{ report.scene.ws.root.parent }}",
    "{{ report.scene.ws.root.joinpath('kehoach.yaml').read_text() }}",
    "{{ plan.parse_file('/etc/passwd') }}",
    "{{ plan.parse_raw('x', proto='pickle', allow_pickle=True) }}",
    "{{ plan.model_construct() }}",
    "{{ plan.model_dump_json(indent=99999999) }}",
    "{{ plan.__class__.__mro__ }}",
    "{{ plan['__class__'] }}",
    "{{ plan | attr('__init__') }}",
    "{{ [plan] | map(attribute='__class__') | first }}",
    "{{ ''.join.__self__.__class__ }}",
    "{{ render.__globals__ }}",
    "{{ range.__globals__ }}",
    "{{ dict.mro() }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.system('id') }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ loop.__class__ }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends '../x' %}",
    "{{ lipsum() }}",
    "{{ lipsum.__globals__ }}",
    "{{ '{0.__class__}'.format(plan) }}",
    "{{ '%s' | format(plan) }}",
    "{{ environment.sandboxed }}",
    "{% set plan.title = 'x' %}",
    "{{ [1].append(2) }}",
)


@pytest.mark.parametrize("text", WAYS_OUT)
def test_nothing_but_values_can_be_had(text: str, views: dict[str, object]) -> None:
    assert refused(text, views)


ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}" * 8 + "{% endfor %}" * 8,
    "{% macro a() %}{% for x in range(9) %}{{ a() }}{% endfor %}{% endmacro %}{{ a() }}",
    "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(40) }}",
    "{% for x in [[[[1]]]] recursive %}{{ loop([x, x]) }}{% endfor %}",
    "{{ range(99999) | map('string') | map('lower') | list | map('upper') | list }}" * 30,
)
HUGE = (
    "{% set n = namespace(x='ab') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='ab') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    (
        "{% set n = namespace(x=[1]) %}{% for i in range(60) %}"
        "{% set n.x = [n.x, n.x] %}{% endfor %}"
        "{{ n.x }}"
    ),
    (
        "{% set n = namespace(x=1) %}{% for i in range(60) %}{% set n.x = {1: n.x, 2: n.x} %}"
        "{% endfor %}{{ n.x | string }}"
    ),
    (
        "{% set n = namespace(x='ab') %}{% for i in range(60) %}{% set n.x %}{{ n.x }}{{ n.x }}"
        "{% endset %}{% endfor %}"
    ),
    (
        "{% set n = namespace(x='aa') %}{% for i in range(60) %}"
        "{% set n.x = n.x | replace('a', n.x) %}{% endfor %}"
    ),
    "{{ range(99999) | join('a' ~ 'b' ~ range(99) | join('c')) }}",
    "{% for i in range(99999) %}" + "x" * 5000 + "{% endfor %}",
    "{% set x = range(99999) | list %}{% for i in range(99999) %}{{ x == x[:] }}{% endfor %}",
    "{% set x = range(99999) | list %}{% for i in range(99999) %}{{ i in x }}{% endfor %}",
    "{% set x = range(99999) | list %}{% for i in range(99999) %}{{ x | last }}{% endfor %}",
    (
        "{% for i in range(99999) %}{{ range(99999) | map('abs') | select('odd') | first }}"
        "{{ range(99999) | select('gt', 99997) | first }}{% endfor %}"
    ),
)
PADDED = (
    "{{ 'a' | center(999999999) }}",
    "{{ 'a'.ljust(999999999) }}",
    "{{ 'a' | indent(999999999) }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ '%999999999d' | format(1) }}",
    "{{ [1] | tojson(indent=999999999) }}",
    "{{ [1] | batch(999999999, 'x') | list }}",
    "{{ [1] | slice(999999999) | list }}",
    "{{ (5).to_bytes(999999999, 'big') }}",
    "{{ 'a\t'.expandtabs(999999999) }}",
    "{{ as_of.strftime('%999999999d') }}",
    "{{ 'a'.zfill(999999999) }}",
    "{{ 'x' * 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
)


@pytest.mark.parametrize("text", ENDLESS)
def test_what_would_never_end_is_stopped(text: str, views: dict[str, object]) -> None:
    assert refused(text, views)


def test_the_sentence_says_what_there_was_too_much_of(views: dict[str, object]) -> None:
    assert refused(ENDLESS[0], views) == TOO_MANY_STEPS
    assert refused(HUGE[0], views) == TOO_BIG


@pytest.mark.parametrize("text", HUGE)
def test_what_would_fill_the_memory_is_stopped(text: str, views: dict[str, object]) -> None:
    assert refused(text, views) in {TOO_BIG, TOO_MANY_STEPS}


@pytest.mark.parametrize("text", PADDED)
def test_nothing_makes_an_endless_text_of_a_short_one(text: str, views: dict[str, object]) -> None:
    assert refused(text, views)


def test_ordinary_loops_lists_and_macros_work(views: dict[str, object]) -> None:
    text = (
        "{% macro dong(x) %}{{ x | upper }}{% endmacro %}"
        "{% set ns = namespace(n=0) %}"
        "{% for a in ['a', 'b'] if a != 'c' %}{% set ns.n = ns.n + 1 %}"
        "{{ loop.index }}{{ loop.cycle('x', 'y') }}{{ dong(a) }}{{ a.startswith('a') }};"
        "{% endfor %}{{ ns.n }} {{ ('a', 'b')[1:] | join(', ') }} {{ {'k': 'v'}['k'] }} "
        "{{ range(3) | map('string') | join('-') }} {{ 'aXb' | replace('X', '-') }} "
        "{{ 'b' in ['a', 'b'] }} {{ [3, 1] | sort | first }} {{ 2 * 3 ~ '!' }}"
    )
    found = render(text, views, "templates/x.md.j2", 1).text
    assert found.replace("\\", "") == "1xATrue;2yBFalse;2 b v 0-1-2 a-b True 1 6!"
