"""The dashboard as files: a page, its looks and scripts, and the data beside them.

Nothing is made of the data but text: the page is the same for everybody, and its scripts put what
they read into text nodes. So no title can become markup, and no step builds anything.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files

ASSETS = (
    "index.html",
    "style.css",
    "icon.svg",
    "dom.js",
    "words.js",
    "tables.js",
    "tasks.js",
    "timeline.js",
    "pages.js",
    "app.js",
)
"""What every site has; the page names them in the order in which they are needed."""

LATER = ("items", "senders")
"""Parts that grow with the plans: the page fetches them when it comes to where they are shown."""

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Written out, so that the script means the same wherever it is put."""


def write_site(data: Mapping[str, object]) -> dict[str, bytes]:
    """All files by name: ``data.json`` for programs, the same as two scripts for the page.

    A page opened from a folder may not read a .json file, but may load a script: ``data.js`` at
    once, ``items.js`` with the long parts later, so that the first page stays light.
    """
    folder = files(__name__) / "assets"
    made = {name: (folder / name).read_bytes() for name in ASSETS}
    pretty = json.dumps(data, ensure_ascii=False, indent=1)
    first = {key: part for key, part in data.items() if key not in LATER}
    later = {key: part for key, part in data.items() if key in LATER}
    return {
        **made,
        "data.js": _script("KEHOACH", first),
        "items.js": _script("KEHOACH_ITEMS", later),
        "data.json": f"{pretty}\n".encode(),
    }


def _script(name: str, data: Mapping[str, object]) -> bytes:
    """The data as a value of the window."""
    compact = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, code in _UNSAFE.items():
        compact = compact.replace(sign, code)
    return f"window.{name}={compact};\n".encode()
