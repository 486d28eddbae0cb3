"""What hangs together is told alike, id by id and all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach_cli.model.shape import gather_ids, references
from kehoach_cli.workspace import load

HERE = Path(__file__).parents[1]


@pytest.mark.parametrize("name", ["workspaces/base", "workspaces/every-state"])
def test_ids_gathered_at_once_are_those_of_each_reference(name: str) -> None:
    entities = [item.value for item in load(HERE / name).located]
    expected: dict[str, set[str]] = {}
    for entity in entities:
        for one in references(entity):
            expected.setdefault(one.kind, set()).add(one.id)
    found: dict[str, set[str]] = {}
    gather_ids(entities, found)
    assert found == expected
    assert {"actor", "plan"} <= found.keys()
