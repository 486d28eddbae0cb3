"""The styles of one reference file: their ids, which Word may change, how their letters look."""

from __future__ import annotations

from kehoach_cli.document.blocks import Role
from kehoach_cli.document.styles import ROLE_STYLES, STAND_INS, STYLE_NAMES, Style
from kehoach_cli.errors import TemplateError
from kehoach_cli.frozen import frozen
from kehoach_cli.writers.docx.xml import Element, tag


@frozen
class Look:
    """What a style says about its letters, its own bases included."""

    size_pt: float
    bold: bool
    italic: bool
    caps: bool


_DEFAULT_SIZE_PT = 10.0


class Styles:
    """The styles of one reference file, by the names that Word shows."""

    def __init__(self, root: Element) -> None:
        """Reads ``w:styles``.

        Raises:
            TemplateError: A style that the writer needs is not there; all such are named.
        """
        styles = root.findall(tag("style"))
        self._by_id = {style.get(tag("styleId"), ""): style for style in styles}
        self._ids: dict[str, str] = {
            _value(style, "name") or "": i for i, style in self._by_id.items()
        }
        defaults = root.find(f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}")
        self._defaults = defaults
        self._looks: dict[str, Look] = {}
        missing = [name for name in STYLE_NAMES if name not in self._ids]
        if missing:
            raise TemplateError(
                f"tệp kiểu reference.docx thiếu kiểu {', '.join(f'«{n}»' for n in missing)}",
                "mở tệp bằng Word và tạo lại các kiểu có đúng tên này, hoặc lấy lại tệp gốc",
            )

    def __getitem__(self, name: Role | Style) -> str:
        """The id of a role's or a part's style, or of the one that stands in for it."""
        wanted = ROLE_STYLES[name] if isinstance(name, Role) else name
        return self._ids[wanted if wanted in self._ids else STAND_INS[wanted]]

    def look(self, name: Role | Style) -> Look:
        """How letters of this style look."""
        style_id = self[name]
        if style_id not in self._looks:
            self._looks[style_id] = self._read(style_id)
        return self._looks[style_id]

    def _read(self, style_id: str) -> Look:
        chain = [self._by_id[style_id]]
        while (base := self._by_id.get(_value(chain[-1], "basedOn") or "")) is not None:
            if base in chain:
                break
            chain.append(base)
        letters = [style.find(tag("rPr")) for style in chain]
        known = [rpr for rpr in (*letters, self._defaults) if rpr is not None]
        size = _first(known, "sz")
        return Look(
            size_pt=float(size) / 2 if size else _DEFAULT_SIZE_PT,
            bold=_is_on(known, "b"),
            italic=_is_on(known, "i"),
            caps=_is_on(known, "caps"),
        )


def _value(element: Element, name: str) -> str | None:
    child = element.find(tag(name))
    value: str | None = None if child is None else child.get(tag("val"), "")
    return value


def _first(chain: list[Element], name: str) -> str | None:
    values = (_value(properties, name) for properties in chain)
    return next((value for value in values if value is not None), None)


def _is_on(chain: list[Element], name: str) -> bool:
    return _first(chain, name) not in {None, "0", "false", "off"}
