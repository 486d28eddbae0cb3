"""Write ``docs/the-thuc.md``: how the decree's form is kept, and what each kind looks like.

The tables come from the rule set and the reference file. ``--check`` only compares; ``--pictures``
also draws the first page of every kind anew, which needs LibreOffice, poppler-utils and Pillow.
Run from the repository: ``python docs/the_thuc.py``.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from lxml import etree

from kehoach_cli.document.blocks import Role
from kehoach_cli.document.styles import ROLE_STYLES, Style
from kehoach_cli.drafting.templates import document_kinds, load_template
from kehoach_cli.exchange.docx.ruleset import PartRule, RuleSet, rule_set
from kehoach_cli.rules import RULES
from kehoach_cli.writers.docx.styles import Styles

DOCS = Path(__file__).parent
ROOT = DOCS.parent
PAGE = DOCS / "the-thuc.md"
PICTURES = DOCS / "images" / "the-thuc"
NOTE = "<!-- Trang này do docs/the_thuc.py viết ra; đừng sửa tay. -->"

INTRO = """\
Văn bản xuất ra theo Phụ lục I, Nghị định số 30/2020/NĐ-CP. Bảng dưới nói từng thành phần: nghị định
đòi gì, kiểu nào của `templates/reference.docx` làm việc ấy, quy tắc nào của `kehoach check-docx`
kiểm tra. Muốn đổi dáng chữ thì sửa kiểu trong Word, không sửa mã: mọi loại văn bản đổi theo;
`templates/reference.styles.yaml` cho thấy đã đổi gì.
"""
KINDS = """\
Trang đầu của mỗi loại, soạn từ dữ liệu giả định (`examples/`, `tests/workspaces/`). Mẫu là tệp cùng
tên trong `templates/`.
"""

STYLES: dict[str, tuple[Style | Role, ...]] = {
    "nation": (Style.NATION,),
    "motto": (Style.MOTTO,),
    "parent": (Style.PARENT,),
    "issuer": (Style.ISSUER,),
    "number": (Style.NUMBER,),
    "date": (Style.DATE,),
    "type_name": (Style.TYPE_NAME,),
    "title": (Style.TITLE,),
    "subject": (Style.SUBJECT,),
    "urgency": (Style.URGENCY,),
    "circulation": (Style.CIRCULATION,),
    "addressees": (Style.ADDRESSEE, Style.ADDRESSED_TO, Style.ADDRESSEES),
    "basis": (Role.GROUND,),
    "section": (Role.SECTION,),
    "body": (Role.BODY, Role.NUMBERED, Role.POINT, Role.DASH),
    "office": (Style.OFFICE,),
    "signer": (Style.SIGNER,),
    "recipients_title": (Style.RECIPIENTS_TITLE,),
    "recipients": (Style.RECIPIENTS,),
    "annex_number": (Role.ANNEX_NUMBER,),
    "annex_title": (Role.ANNEX_TITLE,),
    "annex_reference": (Role.ANNEX_REFERENCE,),
}
"""The styles that draw each part of the rule set; a part that we never print has none."""

HOW = {
    "paper-size": "khổ A4 trong `reference.docx`; phụ lục rộng thì trang nằm ngang",
    "page-margins": "lề của `reference.docx`: trên, dưới, phải 20 mm, trái 30 mm",
    "page-number": "giữa lề trên, không in ở trang đầu; mỗi phụ lục đánh số riêng",
    "font-name": "Times New Roman trong mọi kiểu, chữ dựng sẵn (Unicode NFC)",
    "font-colour": "màu đen trong mọi kiểu",
    "part-missing": "khung văn bản luôn có đủ thành phần; điều chưa biết để trống đúng chỗ",
    "part-order": "hai bảng không kẻ khung ở đầu và cuối giữ từng ô theo sơ đồ",
    "part-align": "canh giữa, canh đều bằng kiểu, không bằng dấu cách",
    "rule-missing": "đường kẻ là viền của một đoạn trống, nằm giữa",
    "rule-length": "dưới Tiêu ngữ dài bằng dòng chữ, chỗ khác 0,42 dòng cuối, đo theo phông",
    "rule-typed": "mọi đường kẻ là nét vẽ, không gõ bằng bàn phím",
    "part-size": "cỡ chữ của kiểu, xem bảng trên",
    "part-case": "in hoa bằng kiểu, dữ liệu giữ chữ thường",
    "part-bold": "đậm bằng kiểu, xem bảng trên",
    "part-italic": "nghiêng bằng kiểu, xem bảng trên",
    "nation-words": "hai dòng cố định trong chương trình",
    "number-spelling": "«Số:», số dưới 10 thêm số 0; chưa có số thì để trống",
    "date-form": "ngày dưới 10, tháng 1, 2 thêm số 0; chưa biết ngày thì để trống",
    "basis-marks": "dấu cuối mỗi căn cứ do chương trình viết: chấm phẩy, căn cứ cuối dấu chấm",
    "body-align": "canh đều hai lề bằng kiểu",
    "body-indent": "lùi đầu dòng 1 cm bằng kiểu",
    "body-gap": "cách đoạn 6 pt bằng kiểu",
    "line-spacing": "cách dòng 1,08 bằng kiểu",
    "letter-order": "đề mục a), b) … đ) do chương trình đánh; điểm gõ tay có KH510 kiểm tra",
    "section-number": "I., 1., 1.1. do chương trình đánh theo thứ tự",
    "annex-number": "số La Mã do chương trình đánh; một phụ lục thì không có số",
    "annex-pages": "mỗi phụ lục là một phần riêng, số trang từ 1",
    "annex-not-cited": "kế hoạch không nhắc đến phụ lục thì KH503 báo từ dữ liệu",
    "recipients-marks": "gạch đầu dòng, chấm phẩy, dòng lưu dấu chấm do chương trình viết",
    "addressees-marks": "một nơi thì cùng dòng, nhiều nơi thì mỗi nơi một dòng có dấu câu",
    "signer-title": "họ tên in đúng như ghi trong dữ liệu",
    "old-letters": "chữ không dựng sẵn hay bảng mã cũ bị báo từ dữ liệu",
}
"""What we do about each rule of the set."""


def codes() -> dict[str, str]:
    """Rule's name → its code."""
    return {rule.NAME: rule.CODE for rule in RULES}


def text(check: RuleSet, styles: Styles, kinds: tuple[str, ...]) -> Iterator[str]:
    """The page, a paragraph or line at a time."""
    known = codes()
    yield f"{NOTE}\n\n# Thể thức\n"
    yield INTRO
    yield "## Từng thành phần\n"
    yield "| Phụ lục I | Thành phần | Nghị định | Cách làm | Kiểm tra |\n|---|---|---|---|---|"
    for kind, part in check.parts.items():
        if kind in STYLES:
            checks = ", ".join(sorted(known[name] for name in _checks(part) if name in known))
            cells = (part.source, part.name, _wanted(part), _made(kind, styles), checks)
            yield f"| {' | '.join(cells)} |"
    yield "\n## Cả trang\n"
    yield "| Phụ lục I | Quy tắc | Cách làm | Kiểm tra |\n|---|---|---|---|"
    titles = {rule.NAME: (rule.__doc__ or "").partition("\n")[0].rstrip(".") for rule in RULES}
    for name, about in check.rules.items():
        if name in known:
            how = HOW.get(name, "theo kiểu và khung văn bản")
            yield f"| {about['source']} | {titles[name]} | {how} | {known[name]} |"
    yield "\n## Từng loại văn bản\n"
    yield KINDS
    for kind in kinds:
        yield f"### {load_template(kind, ROOT).plain('title')}: `{kind}`\n"
        if (PICTURES / f"{kind}.png").is_file():
            yield f"![Trang đầu của {kind}](images/the-thuc/{kind}.png)\n"


def _checks(part: PartRule) -> Iterator[str]:
    """The names of the rules that look at a part."""
    said = {
        "part-size": part.size_pt,
        "part-bold": part.bold,
        "part-italic": part.italic,
        "part-case": part.case,
        "part-align": part.align,
        "rule-missing": part.rule_to_line,
        "rule-length": part.rule_to_line,
        "part-missing": part.required or None,
    }
    return (name for name, value in said.items() if value is not None)


def _wanted(part: PartRule) -> str:
    words = []
    if part.size_pt:
        low, high = part.size_pt
        words.append(f"cỡ {low:g}" if low == high else f"cỡ {low:g} – {high:g}")
    words += [word for on, word in ((part.bold, "đậm"), (part.italic, "nghiêng")) if on]
    words += ["đứng"] if part.bold is not None and not part.italic else []
    words += {"upper": ["in hoa"], "sentence": ["in thường"]}.get(part.case or "", [])
    words += {"center": ["canh giữa"]}.get(part.align or "", [])
    words += ["có đường kẻ dưới"] if part.rule_to_line else []
    return ", ".join(words)


def _made(kind: str, styles: Styles) -> str:
    return "; ".join(_style(name, styles) for name in STYLES[kind])


def _style(name: Style | Role, styles: Styles) -> str:
    look = styles.look(name)
    shown = ROLE_STYLES[name] if isinstance(name, Role) else name
    words = [f"cỡ {look.size_pt:g}"]
    marks = ((look.bold, "đậm"), (look.italic, "nghiêng"), (look.caps, "in hoa"))
    words += [word for on, word in marks if on]
    return f"«{shown}»: {', '.join(words)}"


def reference() -> Styles:
    """The styles of the repository's reference file."""
    with zipfile.ZipFile(ROOT / "templates" / "reference.docx") as package:
        return Styles(etree.fromstring(package.read("word/styles.xml")))


OPTIONS = {
    "plan": ((),),
    "period": (("--period", "2027"),),
    "partner": ((),),
    "sender": (("--period", "2027", "--agency", "so-yt"),),
    "session": tuple(
        ("--session", one) for one in ("lam-viec-2026", "ra-soat-2027", "lam-viec-2028", "lam-viec")
    ),
}
COMMANDS = {
    "bao-cao": (("report", "--year", "2027"),),
    "cong-van-don-doc": (("remind", "--period", "2027"),),
    "cong-van-nhac-han": (("remind", "--period", "2027", "--to", "early"),),
    "bang-nhu-cau-kinh-phi": (("money", "--year", "2027", "--to", "docx"),),
}
WORKSPACES = (ROOT / "examples", ROOT / "tests" / "workspaces" / "every-state")
DAYS = ("18/12/2027", "10/11/2027", "30/6/2027")


def draw(kinds: tuple[str, ...]) -> None:
    """Draw the first page of each kind, from the first workspace that has one."""
    from PIL import Image

    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = {kind: file for kind in kinds if (file := _written(kind, folder / kind))}
        for kind, file in made.items():
            file.rename(folder / f"{kind}.docx")
        office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        files = [str(folder / f"{kind}.docx") for kind in made]
        _run([*office, "--convert-to", "pdf", "--outdir", place, *files])
        for kind in made:
            page = folder / kind
            _run(["pdftoppm", "-r", "55", "-gray", "-png", "-singlefile", f"{page}.pdf", f"{page}"])
            picture = Image.open(f"{page}.png").convert("L").quantize(16)
            picture.save(PICTURES / f"{kind}.png", optimize=True)
    for missing in sorted(set(kinds) - set(made)):
        sys.stderr.write(f"chưa có dữ liệu mẫu để vẽ {missing}\n")


def _written(kind: str, out: Path) -> Path | None:
    """A document of the kind, if any workspace has one."""
    usual = OPTIONS[load_template(kind, ROOT).plain("scope")]
    ways = COMMANDS.get(kind) or tuple(("render-docx", "--kind", kind, *more) for more in usual)
    for words, root, day in product(ways, WORKSPACES, DAYS):
        place = ("--root", str(root), "--as-of", day, "--out", str(out), "--force")
        _run([sys.executable, "-m", "kehoach_cli", *words, *place], check=False)
        found = sorted(out.rglob("*.docx"))
        if found:
            return found[0]
    return None


def _run(command: list[str], *, check: bool = True) -> None:
    subprocess.run(command, check=check, capture_output=True)  # noqa: S603 - our own program and LibreOffice


def main() -> int:
    """Write the page, draw the pictures where asked, or say that the page is not fresh."""
    kinds = document_kinds(ROOT)
    if "--pictures" in sys.argv:
        draw(kinds)
    page = re.sub(r"\n{3,}", "\n\n", "\n".join(text(rule_set("nd30-2020"), reference(), kinds)))
    page = page.rstrip() + "\n"
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    if "--check" not in sys.argv:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
        return 0
    sys.stderr.write(f"{PAGE.name} đã cũ; chạy: python docs/the_thuc.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
