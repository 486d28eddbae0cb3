"""How the page looks: on a screen, on a phone, on paper (A4, margins, numbers of pages).

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I and II, as the reference file of Word has them.
"""

from __future__ import annotations

from kehoach_cli.writers.html.elements import Html

_LOOKS = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #e8e8e8; color: #000; overflow-wrap: anywhere;
  font: 14pt/1.3 "Times New Roman", "Liberation Serif", Tinos, serif; }
article, section { max-width: 210mm; margin: 1em auto; background: #fff;
  padding: 20mm 20mm 20mm 30mm; }
.ngang { max-width: 297mm; }
p, h1, h2, h3, h4, h5 { margin: 6pt 0; font-size: 1em; text-align: justify; }
header p, footer p { margin: 0; text-align: center; }
article > p, section > p, h2, h3, h4, h5 { text-indent: 10mm; }
h2, h3, h4, h5 { break-after: avoid; }
h4, .note, .ground, .annex-reference { font-style: italic; }
h4 { font-weight: bold; }
h5 { font-weight: normal; font-style: italic; }
.note em, .ground em { font-style: normal; }
p { orphans: 2; widows: 2; }

.dau { display: grid; grid-template-columns: 7fr 9fr; column-gap: 3mm; row-gap: 4pt;
  margin-bottom: 14pt; }
.chu-quan, .ban-hanh, .quoc-hieu { text-transform: uppercase; font-size: 13pt; }
.co-quan .chu-quan, .co-quan .ban-hanh { font-size: 12pt; text-wrap: balance; }
.ban-hanh, .quoc-hieu, .tieu-ngu, .ten-loai, .trich-yeu { font-weight: bold; }
.quoc-hieu { font-size: 12pt; white-space: nowrap; }
.tieu-ngu { display: table; margin: 0 auto; border-bottom: 1px solid; font-size: 13pt; }
.co-quan::after, .trich-yeu::after { content: ""; display: block; width: 26mm; margin: 2pt auto 0;
  border-bottom: 1px solid; }
.so, .ngay { font-size: 13pt; white-space: pre-wrap; }
.ngay { font-style: italic; }
.dong-khung { width: fit-content; margin: 6pt auto 0; padding: 1pt 6pt; border: 1px solid;
  font-size: 13pt; font-weight: bold; }
.dia-chi { border-top: 1px solid; margin-top: 14pt; padding-top: 2pt; font-size: 11pt; }
h1 { margin: 0 0 12pt; font-size: 14pt; text-align: center; text-wrap: balance; }
.ten-loai, .trich-yeu { display: block; }
h1.viec { margin: 6pt 0 0; font-size: 12pt; font-weight: normal; }
header .kinh-gui { margin: 12pt 0; }
.kinh-gui.nhieu { display: flex; justify-content: center; gap: 2mm; }
.kinh-gui > div { padding-top: 1.3em; }
.kinh-gui .noi-gui { text-align: left; }

.ky { display: grid; grid-template-columns: 75fr 85fr; margin-top: 12pt; break-inside: avoid; }
footer .noi-nhan { font-style: italic; font-weight: bold; font-size: 12pt; text-align: left; }
footer .noi-nhan-ds { font-size: 11pt; text-align: left; }
.chuc-vu, .ho-ten { font-weight: bold; }
.nguoi-ky { display: flex; flex-direction: column; justify-content: space-between; }
.ho-ten { padding-top: 28mm; }

.annex-number, .annex-title, .caption, caption { font-weight: bold; }
.annex-number, .annex-title, .annex-reference, p.caption { text-align: center; text-indent: 0;
  text-wrap: balance; }
.phu-luc .annex-number, .phu-luc .annex-title, .phu-luc .annex-reference { margin: 0;
  text-indent: 0; }
.phu-luc .annex-reference { margin-bottom: 12pt; }
.tra-loi { font-size: 12pt; }
.tra-loi > * { text-indent: 0 !important; }
.tra-loi .section, .tra-loi .annex-title { text-transform: none; }
.tra-loi h1 { margin: 6pt 0; font-size: 1em; text-align: justify; text-wrap: wrap; }
.bang { overflow-x: auto; margin: 6pt 0; padding: 1px; }
table { width: 100%; border-collapse: collapse; font-size: 12pt; line-height: 1.2; }
caption { padding: 4pt; }
figure { margin: 6pt 0 12pt; text-align: center; break-inside: avoid; }
figure img { max-width: 100%; }
figcaption { font-size: 13pt; font-weight: bold; }
th, td { border: 1px solid; padding: 2pt 4pt; vertical-align: top; text-align: left;
  overflow-wrap: break-word; }
thead th { text-align: center; vertical-align: middle; }
[rowspan] { vertical-align: middle; }
.section, .annex-title { text-transform: uppercase; }
.nhom { break-after: avoid; }
.nhom td, .tong td { font-weight: bold; }
.giua { text-align: center; }
.phai { text-align: right; }
.luu-y { text-align: center; text-indent: 0 !important; font-style: italic; font-size: 11pt;
  margin: 0 0 10pt; }

@media (max-width: 46em) {
  article, section { margin: 0; padding: 5mm; }
  .dau, .ky { grid-template-columns: 1fr; row-gap: 10pt; }
  .quoc-hieu { white-space: normal; }
  .ky > :first-child { order: 2; }
  table { min-width: 40em; }
}
@page { size: A4 portrait; margin: 20mm 20mm 20mm 30mm;
  @top-center { content: counter(page); font: 13pt "Times New Roman", serif; }
  @bottom-center { content: NOTICE; font: italic 11pt "Times New Roman", serif; } }
@page :first { @top-center { content: none; } }
@page ngang { size: A4 landscape; }
@media print {
  body { background: none; font-size: 14pt; }
  article, section { max-width: none; margin: 0; padding: 0; }
  section { break-before: page; }
  .ngang { page: ngang; }
  .trang-moi { break-before: page; }
  .bang { overflow: visible; }
  .dau { grid-template-columns: 7fr 9fr; }
  .ky { grid-template-columns: 75fr 85fr; }
  tr { break-inside: avoid; }
}
"""


def looks(notice: str) -> Html:
    """The style sheet; ``notice`` is printed at the foot of every page."""
    return Html(_LOOKS.replace("NOTICE", _css_text(notice)))


def _css_text(text: str) -> str:
    """A text of CSS in which every sign is a number: nothing in it can end it, or the sheet."""
    return '"{}"'.format("".join(f"\\{ord(sign):06x}" for sign in text)) if text else "none"
