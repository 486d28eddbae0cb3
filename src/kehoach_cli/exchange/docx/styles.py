"""Effective formatting: defaults, theme fonts, table, paragraph and character styles, then direct.

Source: ECMA-376 Part 1, 17.7.2 (order) and 17.7.3 (switches of styles cancel each other).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from lxml import etree

from kehoach_cli.exchange.docx.looks import Align, Layout, Letters, Line
from kehoach_cli.exchange.docx.numbering import Numbering
from kehoach_cli.exchange.docx.xml import A, Element, is_on, twips, value, w, whole

_DEFAULT_HALF_POINTS = 20
_PLAIN = 127  # letters beyond ASCII take the font «hAnsi»
_ALIGNS: Mapping[str, Align] = {
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
    "thaiDistribute": "both",
}
_LINES: Mapping[str, Line] = {"exact": "exact", "atLeast": "atLeast"}
_THEME_FONTS = {"minor": "minorFont", "major": "majorFont"}
_RAISED = {"superscript", "subscript"}
_BLACKS = {"auto", "000000"}


class Styles:
    """The styles part of one file; every answer is the effective one."""

    def __init__(self, root: Element | None, theme: Element | None, numbering: Numbering) -> None:
        """Keep the styles by id; without a styles part only Word's own defaults hold."""
        found = [] if root is None else root.findall(w("style"))
        self._styles = {one.get(w("styleId"), ""): one for one in found}
        self._defaults = _defaults(root)
        self._base = {kind: _default_style(found, kind) for kind in ("paragraph", "table")}
        self._theme = _theme_fonts(theme)
        self._numbering = numbering
        self._chain = lru_cache(maxsize=None)(self._read_chain)
        self._properties = lru_cache(maxsize=None)(self._read_properties)
        self._letters: dict[tuple[object, ...], Letters] = {}
        self._layouts: dict[tuple[object, ...], Layout] = {}

    def paragraph_style(self, ppr: Element | None) -> str:
        """The id of a paragraph's style, the default one where it names none."""
        named = value(ppr, "pStyle")
        return named if named and named in self._styles else self._base["paragraph"]

    def name(self, style: str) -> str:
        """The name that Word shows for a style."""
        return value(self._styles.get(style), "name") or style

    def table_style(self, tblpr: Element | None) -> str:
        """The id of a table's style, the default one where it names none."""
        named = value(tblpr, "tblStyle")
        return named if named and named in self._styles else self._base["table"]

    def numbering_of(self, ppr: Element | None, style: str) -> tuple[str, int] | None:
        """List id and level (from 0) of a paragraph, its own or its style's; None without."""
        for properties in (ppr, *self._properties(style, "pPr")):
            numpr = None if properties is None else properties.find(w("numPr"))
            if numpr is not None:
                number = value(numpr, "numId") or "0"
                level = value(numpr, "ilvl") or self._numbering.level_of_style(number, style)
                return None if number == "0" else (number, whole(level, 0))
        return None

    def letters(self, rpr: Element | None, style: str, table: str, text: str) -> Letters:
        """How a run looks in a paragraph of ``style``, inside a table of style ``table`` or ""."""
        slots = _slots(text)
        key = (_key(rpr), style, table, slots)
        if key not in self._letters:
            self._letters[key] = self._read_letters(rpr, style, table, slots)
        return self._letters[key]

    def _read_letters(
        self, rpr: Element | None, style: str, table: str, slots: frozenset[str]
    ) -> Letters:
        character = value(rpr, "rStyle") or ""
        levels = [
            self._properties(table, "rPr"),
            self._properties(style, "rPr"),
            self._properties(character, "rPr"),
        ]
        own = [] if rpr is None else [rpr]
        chain = [*own, *(one for level in reversed(levels) for one in level)]
        chain += self._defaults["rPr"]
        size = _attribute(chain, "sz", "val")

        def switched(name: str) -> bool:
            return _switch(name, own, levels, self._defaults["rPr"])

        return Letters(
            fonts=self._fonts(chain, slots),
            size_pt=_half_points(size) / 2,
            bold=switched("b"),
            italic=switched("i"),
            underline=(_attribute(chain, "u", "val") or "none") != "none",
            caps=switched("caps"),
            colour=_colour(_attribute(chain, "color", "val")),
            raised=_attribute(chain, "vertAlign", "val") in _RAISED,
        )

    def is_hidden(self, rpr: Element | None, style: str) -> bool:
        """Whether a run is not printed at all («w:vanish»)."""
        chain = [*([] if rpr is None else [rpr]), *self._properties(style, "rPr")]
        return bool(_said(chain, "vanish"))

    def layout(self, ppr: Element | None, style: str, table: str) -> Layout:
        """How a paragraph lies."""
        key = (_key(ppr), style, table)
        if key not in self._layouts:
            self._layouts[key] = self._read_layout(ppr, style, table)
        return self._layouts[key]

    def _read_layout(self, ppr: Element | None, style: str, table: str) -> Layout:
        own = [] if ppr is None else [ppr]
        numbered = self.numbering_of(ppr, style)
        listed = self._numbering.properties(*numbered) if numbered else []
        named = self._properties(style, "pPr")
        if ppr is None or ppr.find(w("numPr")) is None:
            named, listed = [*named, *listed], []  # the style's own indents go before its list's
        chain = [*own, *listed, *named, *self._properties(table, "pPr"), *self._defaults["pPr"]]
        return Layout(
            align=_ALIGNS.get(_attribute(chain, "jc", "val") or "", "left"),
            left=_indent(chain, ("left", "start")),
            right=_indent(chain, ("right", "end")),
            first_line=_indent(chain, ("firstLine",)) or -_hanging(chain),
            before=_gap(chain, "before"),
            after=_gap(chain, "after"),
            line=twips(_attribute(chain, "spacing", "line")) or 240,
            line_rule=_LINES.get(_attribute(chain, "spacing", "lineRule") or "", "auto"),
            together=bool(_said(chain, "contextualSpacing")),
            ruled=_is_ruled(chain),
            page_break_before=bool(_said(chain, "pageBreakBefore")),
        )

    def _read_properties(self, style: str, name: str) -> list[Element]:
        return [found for one in self._chain(style) if (found := one.find(w(name))) is not None]

    def _read_chain(self, style: str) -> tuple[Element, ...]:
        """A style and those it is based on, itself first; a circle ends where it closes."""
        chain: list[Element] = []
        while (one := self._styles.get(style)) is not None and one not in chain:
            chain.append(one)
            style = value(one, "basedOn") or ""
        return tuple(chain)

    def _fonts(self, chain: Sequence[Element], slots: frozenset[str]) -> tuple[str, ...]:
        found = {self._font(chain, slot) for slot in slots}
        return tuple(sorted(found - {""}))

    def _font(self, chain: Sequence[Element], slot: str) -> str:
        """The nearest font for a slot; beside a theme's font one's own name does not count."""
        for properties in chain:
            fonts = properties.find(w("rFonts"))
            if fonts is None:
                continue
            theme = fonts.get(w(f"{slot}Theme"))
            named = self._theme.get(theme[:5], "") if theme else fonts.get(w(slot), "")
            if named:
                return str(named)
        return ""


def _key(properties: Element | None) -> bytes:
    """What properties say, so that equal ones are resolved once."""
    return b"" if properties is None else etree.tostring(properties)


def _slots(text: str) -> frozenset[str]:
    """The fonts that a text's letters take: one for ASCII, one for all other Latin letters."""
    return frozenset("ascii" if ord(one) <= _PLAIN else "hAnsi" for one in text if one.isalnum())


def _defaults(root: Element | None) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {"rPr": [], "pPr": []}
    for name, properties in found.items():
        path = f"{w('docDefaults')}/{w(f'{name}Default')}/{w(name)}"
        one = None if root is None else root.find(path)
        if one is not None:
            properties.append(one)
    return found


def _default_style(styles: Sequence[Element], kind: str) -> str:
    """The style that is marked as default, else the one that every program calls «Normal»."""
    of_kind = [one for one in styles if one.get(w("type")) == kind]
    marked = [one for one in of_kind if one.get(w("default")) in {"1", "true", "on"}]
    normal = [one for one in of_kind if kind == "paragraph" and value(one, "name") == "Normal"]
    return str(next((one.get(w("styleId"), "") for one in (*marked, *normal)), ""))


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """«minor» and «major» → the theme's font for Latin letters."""
    found = {}
    for kind, name in _THEME_FONTS.items():
        latin = None if theme is None else theme.find(f".//{{{A}}}{name}/{{{A}}}latin")
        found[kind] = "" if latin is None else latin.get("typeface", "")
    return found


def _switch(
    name: str,
    own: Sequence[Element],
    levels: Sequence[Sequence[Element]],
    defaults: Sequence[Element],
) -> bool:
    """Direct formatting decides; else styles of different kinds switch each other off."""
    direct = _said(own, name)
    if direct is not None:
        return direct
    if _said(defaults, name):
        return True
    return sum(bool(_said(level, name)) for level in levels) % 2 == 1


def _said(chain: Sequence[Element], name: str) -> bool | None:
    return next((found for one in chain if (found := is_on(one, name)) is not None), None)


def _attribute(chain: Sequence[Element], name: str, attribute: str) -> str | None:
    return next(_attributes(chain, name, attribute), None)


def _attributes(chain: Sequence[Element], name: str, attribute: str) -> Iterator[str]:
    for properties in chain:
        child = properties.find(w(name))
        found = None if child is None else child.get(w(attribute))
        if found is not None:
            yield found


def _half_points(text: str | None) -> float:
    size = twips(text)
    if size is None:
        return _DEFAULT_HALF_POINTS
    return size / 10 if text and not text.strip().replace(".", "").isdigit() else float(size)


def _colour(text: str | None) -> str:
    return "" if text is None or text in _BLACKS else text.upper()


def _indent(chain: Sequence[Element], names: Sequence[str]) -> int:
    """The nearest of ``names``; a hanging indent that is nearer takes the first line's place."""
    for properties in chain:
        ind = properties.find(w("ind"))
        if ind is None:
            continue
        for name in names:
            if ind.get(w(name)) is not None:
                return twips(ind.get(w(name))) or 0
        if names == ("firstLine",) and ind.get(w("hanging")) is not None:
            return 0
    return 0


def _hanging(chain: Sequence[Element]) -> int:
    for properties in chain:
        ind = properties.find(w("ind"))
        if ind is not None and ind.get(w("firstLine")) is not None:
            return 0
        if ind is not None and ind.get(w("hanging")) is not None:
            return twips(ind.get(w("hanging"))) or 0
    return 0


_AUTO_GAP = 280  # what Word gives for «auto», 14 pt


def _gap(chain: Sequence[Element], side: str) -> int:
    for properties in chain:
        spacing = properties.find(w("spacing"))
        if spacing is None:
            continue
        if spacing.get(w(f"{side}Autospacing")) in {"1", "true", "on"}:
            return _AUTO_GAP
        if spacing.get(w(side)) is not None:
            return twips(spacing.get(w(side))) or 0
    return 0


def _is_ruled(chain: Sequence[Element]) -> bool:
    """Whether a border is drawn above or below; the nearest word about each side counts."""
    borders = [found for one in chain if (found := one.find(w("pBdr"))) is not None]
    for side in ("top", "bottom"):
        said = next((v for one in borders if (v := value(one, side)) is not None), None)
        if said not in {None, "nil", "none"}:
            return True
    return False
