"""The reference file of the looks, as far as can be said without writing a document.

The file is edited in Word, where a style is easily renamed or deleted; what is wrong is a fault of
the kind ``reference-fault``, all of it at once.
"""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from pathlib import Path

from kehoach_cli.diagnostics import Fault, Place
from kehoach_cli.document.styles import STYLE_NAMES
from kehoach_cli.drafting.templates import FOLDER, REFERENCE

_PLACE = Place(f"{FOLDER}/{REFERENCE}")
_NAME = re.compile(r'<(?:\w+:)?name\s+(?:\w+:)?val="([^"]*)"')
_PAGE = re.compile(r"<(?:\w+:)?pg(Sz|Mar)\b")
_LARGEST = 50_000_000
"""Bytes of all its parts unpacked; what is larger is no such file."""

_ERRORS = (
    *(OSError, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError),
    *(zipfile.BadZipFile, zlib.error),
)


def reference_faults(file: Path) -> tuple[Fault, ...]:
    """What is wrong with the workspace's own reference file."""
    try:
        with zipfile.ZipFile(file) as package:
            _refuse_huge(package)
            styles, body = (_part(package, f"word/{name}.xml") for name in ("styles", "document"))
    except _ERRORS:
        return (Fault("reference-fault", _PLACE, {"reason": "unreadable"}),)
    known = {html.unescape(name) for name in _NAME.findall(styles)}
    missing = ", ".join(f"«{name}»" for name in STYLE_NAMES if name not in known)
    lost = Fault("reference-fault", _PLACE, {"reason": "styles", "missing": missing})
    no_page = Fault("reference-fault", _PLACE, {"reason": "page"})
    has_page = set(_PAGE.findall(body)) == {"Sz", "Mar"}
    return (*([lost] if missing else []), *([] if has_page else [no_page]))


def _part(package: zipfile.ZipFile, name: str) -> str:
    """The text of a part; ``ValueError`` where it is none."""
    return package.read(name).decode("utf-8")


def _refuse_huge(package: zipfile.ZipFile) -> None:
    """``ValueError`` where the parts say that they unpack to more than any such file."""
    if sum(one.file_size for one in package.infolist()) > _LARGEST:
        raise ValueError(package.filename)
