"""Reference files that no Word has written: a sentence, not what a library stumbles over."""

from __future__ import annotations

import traceback
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docx.opc.exceptions import OpcError
from lxml import etree

from kehoach_cli.errors import TemplateError

_LIBRARY_ERRORS = (
    *(AttributeError, EOFError, LookupError, NotImplementedError, OSError, RuntimeError),
    *(TypeError, ValueError, OpcError, etree.LxmlError, zipfile.BadZipFile, zlib.error),
)
_OURS = str(Path(__file__).parents[2])
_READERS = ("page.py", "styles.py")
"""Of ours only these take numbers and names out of the file."""


@contextmanager
def strange_looks() -> Iterator[None]:
    """Raise ``TemplateError`` where the libraries, or who reads the file, do not understand it."""
    try:
        yield
    except _LIBRARY_ERRORS as cause:
        place = Path(traceback.extract_tb(cause.__traceback__)[-1].filename)
        if place.is_relative_to(_OURS) and place.name not in _READERS:
            raise
        raise TemplateError(
            "không đọc được tệp kiểu reference.docx",
            "lấy lại tệp gốc, hoặc mở bằng Word và lưu lại dưới dạng .docx",
        ) from cause
