"""What CI installs is pinned by sums, and is what the project asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TEXT = (ROOT / "constraints.txt").read_text(encoding="utf-8")
PIN = re.compile(
    r"^([a-z0-9-]+)==(\S+)((?: ;.*?)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.MULTILINE,
)
EXTRAS = ("test", "docs")


def pins() -> dict[str, set[str]]:
    """Versions by name; some differ from one Python to the next."""
    found: dict[str, set[str]] = {}
    for name, version, _, _ in PIN.findall(TEXT):
        found.setdefault(name, set()).add(version)
    return found


def wanted() -> list[Requirement]:
    texts = [*PROJECT["dependencies"]]
    for extra in EXTRAS:
        texts += PROJECT["optional-dependencies"][extra]
    return [one for one in map(Requirement, texts) if one.name != PROJECT["name"]]


def test_every_line_is_a_version_with_its_sums() -> None:
    assert PIN.sub("", TEXT) == ""


def test_what_the_project_asks_for_is_pinned_within_its_bounds() -> None:
    held = pins()
    for one in wanted():
        versions = held.get(canonicalize_name(one.name), set())
        assert versions, f"{one.name}: chạy lại lệnh làm mới constraints.txt (CONTRIBUTING.md)"
        assert all(one.specifier.contains(version) for version in versions), one


def test_no_place_to_fetch_from_is_named() -> None:
    assert "://" not in TEXT
    assert "index" not in TEXT.replace("hash", "")
