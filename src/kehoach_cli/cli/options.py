"""Options that several commands share, read strictly and refused in Vietnamese."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.vn.dates import parse_day


def read_day(text: str) -> date:
    """A day as people type it."""
    day = parse_day(text)
    if day is None:
        raise typer.BadParameter(f"«{text}» không phải là ngày, ví dụ đúng: 20/7/2026")
    return day


def read_year(text: str) -> int:
    """A year of four digits."""
    if not (text.isascii() and text.isdigit() and text[0] == "2" and len(text) == len("2027")):
        raise typer.BadParameter(f"«{text}» không phải là năm, ví dụ đúng: 2027")
    return int(text)


def one_of(choices: Iterable[str]) -> Callable[[str], str]:
    """A reader that takes only these words."""
    known = tuple(choices)

    def read(text: str) -> str:
        if text not in known:
            raise typer.BadParameter(f"không có «{text}»; chọn một trong: {', '.join(known)}")
        return text

    _CHOICES[read] = known
    return read


_CHOICES: dict[Callable[[str], str], tuple[str, ...]] = {}


def choices_of(reader: Callable[[str], str] | None) -> tuple[str, ...]:
    """The words that a reader takes; none of one that takes more than a few."""
    return _CHOICES.get(reader, ()) if reader else ()


def read_path(text: str | Path) -> Path:
    """A path, as typed or by default; an empty one is refused, not taken for the current folder."""
    if not str(text).strip():
        raise typer.BadParameter("đường dẫn trống")
    return Path(text)


Root = Annotated[
    Path | None,
    typer.Option(
        "--root",
        envvar="KEHOACH_ROOT",
        metavar="THƯ_MỤC",
        parser=read_path,
        help="Thư mục làm việc (có kehoach.yaml); mặc định tìm từ thư mục hiện tại trở lên.",
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of", metavar="NGÀY", parser=read_day, help="Tính đến ngày này; mặc định hôm nay."
    ),
]
PlanOption = Annotated[
    str | None, typer.Option("--plan", metavar="MÃ", help="Chỉ kế hoạch có mã này.")
]
AgencyOption = Annotated[
    str | None, typer.Option("--agency", metavar="MÃ", help="Chỉ cơ quan, đơn vị có mã này.")
]
PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period", metavar="KỲ", help="Kỳ báo cáo: 2027, 2027-h1, 2027-9m, 2027-q3, 2027-06."
    ),
]
ReportYear = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="NĂM",
        parser=read_year,
        help="Năm báo cáo; không ghi cả --period thì lấy kỳ đang báo cáo.",
    ),
]
WithPictures = Annotated[
    bool, typer.Option("--pictures", metavar="", help="Kèm một phụ lục biểu đồ (cần matplotlib).")
]
RoundOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="KỲ",
        help="Kỳ báo cáo: 2027, 2027-h1, 2027-q3 …; mặc định kỳ đang báo cáo.",
    ),
]
ISSUERS = {"focal": "focal", "ubnd": "issuer", "vp-ubnd": "office"}
"""Who may issue a document: the words of ``--issuer`` and the keys of ``drafting``'s ISSUERS."""

Out = Annotated[
    Path,
    typer.Option("--out", metavar="THƯ_MỤC", parser=read_path, help="Nơi ghi văn bản."),
]
FORMATS = ("docx", "xlsx", "html", "md", "pdf")
"""What documents are written as: what the writers make, and PDF."""

To = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar="DẠNG",
        parser=one_of(FORMATS),
        help="docx (mặc định), pdf (cần LibreOffice), html, md, xlsx (các bảng); "
        "ghi nhiều lần được.",
    ),
]
FINDING_FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit", "markdown")
FindingsForm = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="DẠNG",
        parser=one_of(FINDING_FORMATS),
        help="text, json; cho dịch vụ CI: github, gitlab, sarif, junit, markdown.",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", metavar="", help="Cảnh báo cũng tính là lỗi.")]
PlainForm = Annotated[
    str,
    typer.Option(
        "--format", metavar="DẠNG", parser=one_of(("text", "json")), help="text hoặc json."
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", metavar="", help="Chỉ cho xem sẽ nhận gì, chưa ghi gì.")
]
Theirs = Annotated[
    bool,
    typer.Option("--theirs", metavar="", help="Ô hai bên cùng sửa thì lấy theo tệp Excel."),
]
MarkedUp = Annotated[
    Path,
    typer.Option(
        "--out", metavar="THƯ_MỤC", parser=read_path, help="Nơi ghi bản đánh dấu chỗ sai."
    ),
]
Public = Annotated[
    bool,
    typer.Option(
        "--public",
        metavar="",
        help="Bản công khai: bỏ những phần nêu ở khóa internal của kehoach.yaml.",
    ),
]
Force = Annotated[bool, typer.Option("--force", metavar="", help="Ghi đè cả tệp đã được sửa tay.")]
Params = Annotated[
    list[str] | None,
    typer.Option(
        "--param", metavar="TÊN=GIÁ_TRỊ", help="Tham số của mẫu văn bản; ghi nhiều lần được."
    ),
]


def params_of(given: Iterable[str] | None) -> dict[str, str]:
    """The values of ``--param`` by name."""
    found = {}
    for text in given or ():
        name, sign, value = text.partition("=")
        if not (name and sign):
            raise typer.BadParameter(f"«{text}» không có dạng tên=giá trị, ví dụ đúng: so=12/SKHCN")
        found[name] = value
    return found
