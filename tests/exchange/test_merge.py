"""The merge never loses what a side said and never invents what none did."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.exchange.merge import Clash, Merged, merge, merge_unbased

Side = dict[str, str | None]

SIDES = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([None, "1", "2", "3"]))


def outcome(ours: Side, merged: Merged[str, str]) -> Side:
    return {key: value for key, value in {**ours, **merged.taken}.items() if value is not None}


def test_changed_only_by_them_is_taken() -> None:
    assert merge({"a": "1"}, {"a": "2"}, {"a": "1"}) == Merged({"a": "2"})


def test_changed_only_by_us_stays() -> None:
    assert merge({"a": "1"}, {"a": "1"}, {"a": "2"}) == Merged()


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    assert merge({"a": "1"}, {"a": "2"}, {"a": "2"}) == Merged()


def test_two_changes_of_one_value_are_a_conflict() -> None:
    assert merge({"a": "1"}, {"a": "2"}, {"a": "3"}) == Merged({}, {"a": Clash("1", "2", "3")})


def test_emptied_by_them_is_taken_away() -> None:
    assert merge({"a": "1"}, {}, {"a": "1"}) == Merged({"a": None})


def test_without_a_base_only_gaps_are_filled() -> None:
    merged = merge_unbased({"a": "1", "b": None, "c": "2"}, {"b": "4", "c": "3"})
    assert merged == Merged({"a": "1"}, {"c": Clash(None, "2", "3")})


@given(base=SIDES, theirs=SIDES, ours=SIDES)
def test_nothing_is_lost(base: Side, theirs: Side, ours: Side) -> None:
    """What a side changed stands in the outcome, or in a conflict that shows both."""
    merged = merge(base, theirs, ours)
    after = outcome(ours, merged)
    for key in {*base, *theirs, *ours}:
        if key in merged.clashes:
            one = merged.clashes[key]
            assert (one.base, one.theirs, one.ours) == (
                base.get(key),
                theirs.get(key),
                ours.get(key),
            )
            assert len({one.base, one.theirs, one.ours}) == 3
            assert after.get(key) == ours.get(key)
        elif theirs.get(key) != base.get(key):
            assert after.get(key) == theirs.get(key)
        else:
            assert after.get(key) == ours.get(key)


@given(base=SIDES, theirs=SIDES, ours=SIDES)
def test_nothing_is_invented(base: Side, theirs: Side, ours: Side) -> None:
    merged = merge(base, theirs, ours)
    assert all(value == theirs.get(key) for key, value in merged.taken.items())
    assert not set(merged.taken) & set(merged.clashes)
    assert set(merged.taken) | set(merged.clashes) <= {*base, *theirs}


@given(base=SIDES, ours=SIDES)
def test_an_untouched_form_changes_nothing(base: Side, ours: Side) -> None:
    assert merge(base, base, ours) == Merged()


@given(base=SIDES, theirs=SIDES)
def test_taken_twice_is_taken_once(base: Side, theirs: Side) -> None:
    first = merge(base, theirs, base)
    assert not first.clashes
    assert merge(base, theirs, outcome(base, first)) == Merged()


@given(theirs=SIDES, ours=SIDES)
def test_without_a_base_nothing_of_ours_is_overwritten(theirs: Side, ours: Side) -> None:
    merged = merge_unbased(theirs, ours)
    assert all(ours.get(key) is None for key in merged.taken)
    assert all(value is not None for value in merged.taken.values())
