"""The files of the dashboard: the same for everybody but for the data, and nothing from outside."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from kehoach_cli.writers.site import ASSETS, write_site

HOSTILE = "</script><img src=x onerror=alert(1)>&\u2028\u2029"


def test_the_data_come_as_json_and_as_a_script_that_says_the_same() -> None:
    files = write_site(data := {"schema": 1, "title": HOSTILE, "items": [0, None, HOSTILE]})
    assert json.loads(files["data.json"]) == data
    said: dict[str, object] = {}
    for name, value in (("data.js", "KEHOACH"), ("items.js", "KEHOACH_ITEMS")):
        script = files[name].decode()
        assert not re.search("[<>&\u2028\u2029]", script)
        said |= json.loads(script.removeprefix(f"window.{value}=").removesuffix(";\n"))
    assert said == data
    assert HOSTILE[:9] not in files["data.js"].decode()


def test_the_page_does_not_depend_on_the_data_and_is_light() -> None:
    one, other = write_site({"a": HOSTILE}), write_site({})
    assert all(one[name] == other[name] for name in ASSETS)
    assert set(one) == {*ASSETS, "data.js", "items.js", "data.json"}
    assert sum(len(one[name]) for name in ASSETS) < 100_000


@pytest.mark.parametrize("name", ASSETS)
def test_no_asset_asks_for_anything_outside_or_makes_markup_of_text(name: str) -> None:
    text = write_site({})[name].decode()
    ways = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(|fetch\(|XMLHttp"
    )
    assert not re.search(ways, text)
    assert set(re.findall(r"https?://[\w.]+", text)) <= {"http://www.w3.org"}


class Elements(HTMLParser):
    """All elements of the page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_allows_scripts_and_styles_of_its_own_only() -> None:
    elements = Elements(write_site({})["index.html"].decode()).found
    policy = next(one["content"] for _, one in elements if "http-equiv" in one) or ""
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not any(key == "style" or key.startswith("on") for _, one in elements for key in one)
    assert not any(tag == "style" for tag, _ in elements)
    named = [one["src"] for tag, one in elements if tag == "script"]
    assert named == ["data.js", *(name for name in ASSETS if name.endswith(".js"))]
