"""Write what ``templates/reference.docx`` says as text; ``--check`` only compares.

The file is edited in Word, where nobody sees in a pull request what was changed; here it shows.
Run from the repository: ``python docs/reference_styles.py``.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import yaml
from lxml import etree

TEMPLATES = Path(__file__).parents[1] / "templates"
REFERENCE = TEMPLATES / "reference.docx"
PAGE = TEMPLATES / "reference.styles.yaml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

NOTE = """\
# Tệp này do docs/reference_styles.py viết ra từ reference.docx; đừng sửa tay: sửa kiểu trong Word
# rồi chạy lại. Đơn vị: sz là nửa điểm (28 là cỡ chữ 14), của đường kẻ (pBdr, tblBorders) là 1/8
# điểm; spacing, ind, tcMar là 1/20 điểm (567 là 1 cm).
"""

Value = str | bool | dict[str, "Value"]


def told(element: etree._Element) -> Value:
    """What an element says: its children by name, else its attributes, else that it is there."""
    if len(element):
        return {etree.QName(child).localname: told(child) for child in element}
    values = {etree.QName(name).localname: str(value) for name, value in element.attrib.items()}
    if set(values) == {"val"}:
        return values["val"]
    return " ".join(f"{name}={value}" for name, value in values.items()) or True


def dump() -> str:
    """The whole text: page, defaults, then each style under the name that Word shows."""
    with zipfile.ZipFile(REFERENCE) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
        document = etree.fromstring(package.read("word/document.xml"))
    found: dict[str, Value] = {}
    for style in styles.iter(f"{W}style"):
        about = {"type": str(style.get(f"{W}type"))}
        said = told(style)
        rest = {k: v for k, v in said.items() if k != "name"} if isinstance(said, dict) else {}
        name = style.find(f"{W}name")
        found["" if name is None else str(name.get(f"{W}val"))] = {**about, **rest}
    page, defaults = document.find(f".//{W}sectPr"), styles.find(f"{W}docDefaults")
    whole = {
        "page": {} if page is None else told(page),
        "defaults": {} if defaults is None else told(defaults),
        "styles": found,
    }
    return NOTE + yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=100)


def main() -> int:
    """Write the page, or with ``--check`` say that it is not fresh."""
    text = dump()
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    if "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
        return 0
    sys.stderr.write(f"{PAGE.name} đã cũ; chạy: python docs/reference_styles.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
