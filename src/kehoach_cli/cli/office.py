"""PDF by LibreOffice, where it is installed: the .docx files that we wrote, printed as they are.

The same file gives the same bytes with one release of LibreOffice and one set of fonts: what it
writes of the clock is replaced. Another release may break a line elsewhere.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from kehoach_cli.errors import OutputError
from kehoach_cli.frozen import frozen
from kehoach_cli.source.programs import program

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
_FORM = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
"""Tagged, so that headings, tables and the words of pictures are read aloud. LibreOffice before 7.4
does not know options in this form and prints a PDF without tags."""

_START_SECONDS = 120
_FILE_SECONDS = 30
"""Most seconds for LibreOffice to start, and for each file: about a hundred times the usual."""

_DAY = re.compile(rb"(/(?:Creation|Mod)Date\s?\(D:)\d{14}[^)]*\)")
_SUM = re.compile(rb"(?<=[</])[0-9A-F]{32}(?=>|\s)")


@frozen
class Printable:
    """A .docx file, and the day that its PDF says it was made on."""

    docx: bytes
    created: date


def to_pdf(files: Mapping[str, Printable]) -> dict[str, bytes]:
    """The PDF of each file, by one run of LibreOffice.

    Raises:
        OutputError: LibreOffice is not there, takes too long, or gives no file.
    """
    office = _program()
    with tempfile.TemporaryDirectory(prefix="kehoach-pdf-") as place:
        folder = Path(place)
        paths = _laid_out(folder, files.values())
        _run(office, folder, paths)
        made = {name: path.with_suffix(".pdf") for name, path in zip(files, paths, strict=True)}
        if missing := [name for name, path in made.items() if not path.is_file()]:
            raise OutputError(f"LibreOffice không chuyển được «{missing[0]}» sang PDF", _BY_HAND)
        return {
            name: _stamped(path.read_bytes(), files[name].created) for name, path in made.items()
        }


_BY_HAND = "xuất dạng docx rồi lưu thành PDF bằng Word hoặc LibreOffice"


def _laid_out(folder: Path, files: Iterable[Printable]) -> list[Path]:
    """The files where LibreOffice finds them, by number: no name comes from the data."""
    paths = []
    try:
        for number, file in enumerate(files, start=1):
            paths.append(folder / f"{number}.docx")
            paths[-1].write_bytes(file.docx)
    except OSError as error:
        raise OutputError(
            f"không ghi được tệp tạm vào «{folder.parent}»", "giải phóng ổ đĩa rồi chạy lại"
        ) from error
    return paths


def _program() -> str:
    found = program(*_PROGRAMS, *_USUAL_PLACES)
    if found is None:
        raise OutputError(
            "cần LibreOffice để xuất PDF mà máy này chưa có", f"cài LibreOffice, hoặc {_BY_HAND}"
        )
    return found


def _run(office: str, folder: Path, paths: list[Path]) -> None:
    """One run with a profile of its own: an open LibreOffice of the user does not matter."""
    profile = (folder / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", _FORM, "--outdir", str(folder), *map(str, paths)]
    seconds = _START_SECONDS + _FILE_SECONDS * len(paths)
    try:
        subprocess.run(command, timeout=seconds, capture_output=True, check=True)  # noqa: S603 - found on the path
    except subprocess.TimeoutExpired as error:
        raise OutputError(
            f"LibreOffice không chuyển xong sang PDF sau {seconds} giây", _BY_HAND
        ) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise OutputError("LibreOffice báo lỗi khi chuyển sang PDF", _BY_HAND) from error


def _stamped(pdf: bytes, day: date) -> bytes:
    """The file with that day and sums of its own content, each as long as what stood there."""

    def dated(found: re.Match[bytes]) -> bytes:
        return (found[1] + f"{day:%Y%m%d}000000Z)".encode()).ljust(len(found[0]))

    head, mark, trailer = _DAY.sub(dated, pdf).rpartition(b"trailer")
    own = hashlib.sha256(head + _SUM.sub(b"", trailer)).hexdigest()[:32].upper().encode()
    return head + mark + _SUM.sub(own, trailer)
