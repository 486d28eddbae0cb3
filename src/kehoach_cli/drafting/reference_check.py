"""The reference file of the looks, as far as can be said without writing a document.

The file is edited in Word, where a style is easily renamed or deleted; what is wrong is a fault of
the kind ``reference-fault``, all of it at once.
"""

from __future__ import annotations

import html
import re
import zipfile
from pathlib import Path

from kehoach_cli.diagnostics import Fault, Place
from kehoach_cli.document.styles import STYLE_NAMES
from kehoach_cli.drafting.templates import FOLDER, REFERENCE

_PLACE = Place(f"{FOLDER}/{REFERENCE}")
_NAME = re.compile(r'<(?:\w+:)?name\s+(?:\w+:)?val="([^"]*)"')
_PAGE = re.compile(r"<(?:\w+:)?pg(Sz|Mar)\b")
_LARGEST = 50_000_000
"""Bytes of a part of the file that are read; what is larger is no such file."""


def reference_faults(file: Path) -> tuple[Fault, ...]:
    """What is wrong with the workspace's own reference file."""
    try:
        with zipfile.ZipFile(file) as package:
            styles, body = (_part(package, f"word/{name}.xml") for name in ("styles", "document"))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return (Fault("reference-fault", _PLACE, {"reason": "unreadable"}),)
    known = {html.unescape(name) for name in _NAME.findall(styles)}
    missing = ", ".join(f"«{name}»" for name in STYLE_NAMES if name not in known)
    lost = Fault("reference-fault", _PLACE, {"reason": "styles", "missing": missing})
    no_page = Fault("reference-fault", _PLACE, {"reason": "page"})
    has_page = set(_PAGE.findall(body)) == {"Sz", "Mar"}
    return (*([lost] if missing else []), *([] if has_page else [no_page]))


def _part(package: zipfile.ZipFile, name: str) -> str:
    """The text of a part; ``ValueError`` where it is none, or too much."""
    if package.getinfo(name).file_size > _LARGEST:
        raise ValueError(name)
    return package.read(name).decode("utf-8")
