"""Golden files: whole outputs compared with what was once read and found good."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "house",
    deadline=None,  # a busy machine is no fault of ours: timing belongs in benchmarks/
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI") == "true",  # what lands does not hang on luck
)
settings.load_profile("house")

GOLDEN = Path(__file__).parent / "golden"


class Golden(Protocol):
    """Compares ``text`` with ``tests/golden/<name>``."""

    def __call__(self, name: str, text: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--golden-update`` rewrites the golden files: read the difference before you commit it."""
    parser.addoption("--golden-update", action="store_true", help="rewrite tests/golden")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a whole output with its golden file, or rewrites that file when asked to."""
    update = bool(request.config.getoption("--golden-update"))

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"no golden file {name}: run pytest --golden-update"
        assert text == path.read_text(encoding="utf-8"), f"differs from tests/golden/{name}"

    return compare
