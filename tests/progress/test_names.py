"""The names of the room: loaded from its modules when they are first asked for."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from kehoach_cli import progress


@pytest.mark.parametrize("name", progress.__all__)
def test_every_name_is_that_of_its_module(name: str) -> None:
    (module,) = (one for one, names in progress._NAMES.items() if name in names)  # noqa: SLF001
    asked = progress.__getattr__(name)
    assert asked is getattr(import_module(f"kehoach_cli.progress.{module}"), name)


def test_others_are_refused_as_python_does() -> None:
    said = "module 'kehoach_cli.progress' has no attribute 'khong_co'"
    with pytest.raises(AttributeError, match=f"^{re.escape(said)}$"):
        progress.khong_co  # noqa: B018
