"""``@frozen`` makes what ``dataclass(frozen=True, slots=True)`` makes, only quicker."""

from __future__ import annotations

import copy
import inspect
import operator
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.frozen import frozen

T = TypeVar("T")


@frozen
class Mark:
    """A mark on a page."""

    page: int
    words: str = ""
    more: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Model:
    """A mark on a page, as the standard library makes it."""

    page: int
    words: str = ""
    more: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)


@frozen
class Pair(Generic[T]):
    left: T
    right: T


@frozen
class Wall:
    stones: tuple[int, ...]

    @cached_property
    def height(self) -> int:
        return sum(self.stones)


@frozen
class Year:
    number: int

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError(self.number)

    def __repr__(self) -> str:
        return f"year {self.number}"


@frozen
class Nothing:
    pass


VALUES = st.tuples(st.integers(0, 3), st.sampled_from(["", "một", "hai"]))


@given(VALUES, VALUES)
def test_it_compares_and_hashes_as_the_standard_one_does(
    one: tuple[int, str], other: tuple[int, str]
) -> None:
    assert (Mark(*one) == Mark(*other)) is (Model(*one) == Model(*other))
    assert hash(Mark(*one)) == hash(Model(*one))
    assert len({Mark(*one), Mark(*other)}) == len({one, other})


def test_it_is_made_and_shown_as_the_standard_one_is() -> None:
    assert inspect.signature(Mark).parameters.keys() == inspect.signature(Model).parameters.keys()
    assert repr(Mark(1, words="a")) == repr(Model(1, words="a")).replace("Model", "Mark")
    assert Mark(1).words == ""
    assert Mark(1).more == {}
    assert Mark(1).more is not Mark(1).more
    assert Mark(1, more={"a": 1}) == Mark(1)
    unlike: tuple[object, ...] = (Model(1), (1, ""), Mark(2))
    assert Mark(1) not in unlike


@pytest.mark.parametrize("given_", [(), (1, "a", {}, 4)])
def test_wrong_arguments_are_named_with_the_class(given_: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError, match=r"Mark\.__init__\(\)"):
        Mark(*given_)


def test_nobody_changes_it() -> None:
    mark: Any = Mark(1)
    with pytest.raises(FrozenInstanceError, match=r"Mark\.page"):
        mark.page = 2
    with pytest.raises(FrozenInstanceError, match=r"Mark\.page"):
        del mark.page
    with pytest.raises(FrozenInstanceError):
        mark.unknown = 1
    assert not hasattr(mark, "__dict__")


def test_the_tools_of_dataclasses_know_it() -> None:
    mark = Mark(1, "a")
    assert [one.name for one in fields(mark)] == ["page", "words", "more"]
    assert replace(mark, page=2) == Mark(2, "a")
    assert asdict(mark) == {"page": 1, "words": "a", "more": {}}
    assert astuple(mark) == (1, "a", {})
    match mark:
        case Mark(page, words):
            assert (page, words) == (1, "a")


@pytest.mark.parametrize("one", [Mark(1, "a", {"b": 2}), Pair("a", "b"), Wall((1, 2)), Year(1)])
def test_copies_are_equal(one: object) -> None:
    for again in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):  # noqa: S301
        assert again == one
        assert again is not one


def test_what_is_cached_is_worked_out_once() -> None:
    wall = Wall((1, 2))
    assert wall.height == 3
    assert vars(wall)["height"] == 3
    assert wall == Wall((1, 2))
    with pytest.raises(FrozenInstanceError):
        wall.stones = ()  # type: ignore[misc]


def test_what_the_class_says_itself_stays() -> None:
    assert repr(Year(3)) == "year 3"
    with pytest.raises(ValueError, match="-1"):
        Year(-1)


def test_a_class_may_hold_nothing() -> None:
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert repr(Nothing()) == "Nothing()"


@frozen(order=True)
class Step:
    """What is sorted by its values."""

    number: int
    words: str = ""


@given(VALUES, VALUES)
def test_what_has_an_order_is_sorted_by_its_values(
    one: tuple[int, str], other: tuple[int, str]
) -> None:
    for compare in (operator.lt, operator.le, operator.gt, operator.ge):
        assert compare(Step(*one), Step(*other)) is compare(one, other)
    assert max(Step(*one), Step(*other)) == Step(*max(one, other))


def test_only_like_things_are_compared_by_size() -> None:
    with pytest.raises(TypeError, match="not supported"):
        sorted([Step(1), (1, "")])  # type: ignore[type-var]
    with pytest.raises(TypeError, match="not supported"):
        sorted([Mark(1), Mark(2)])  # type: ignore[type-var]
