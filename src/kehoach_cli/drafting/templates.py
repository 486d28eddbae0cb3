"""Kinds of document: one text file each in ``templates/``, found in three places.

A template is a front matter (what the document is: kind, symbol, whom it goes to) and a body in
the text markup with Jinja. The front matter is read as YAML first and its texts are rendered one
by one afterwards, so that no value can break it.
"""

from __future__ import annotations

import filecmp
from collections.abc import Collection, Iterator, Mapping
from os.path import lexists, realpath
from pathlib import Path

from kehoach_cli.drafting.naming import meant
from kehoach_cli.errors import TemplateError
from kehoach_cli.frozen import frozen
from kehoach_cli.source.characters import clean
from kehoach_cli.source.disk import MAX_BYTES
from kehoach_cli.source.fold import fold

SUFFIX = ".md.j2"
FOLDER = "templates"
REFERENCE = "reference.docx"
_FENCE = "---"
_PACKAGE = Path(__file__).parents[1]

SCOPES: Mapping[str, tuple[str, ...]] = {
    "plan": (),
    "period": ("period",),
    "partner": ("partner", "period"),
    "sender": ("agency", "period"),
    "session": ("session",),
}
"""What one document of a kind is about, with the options of the command line that say which: a
plan, a reporting period, one partner or all of them, one that must report, a working session."""

ISSUERS = ("issuer", "focal", "office", "sender")
"""Whose document it is: the agency that ``kehoach.yaml`` names under that key, the office of the
issuer, or the one that must report. A template may name several; the first is the usual one."""

_FORMS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "titled": (("symbol", "signer"), ("date", "to", "signer-name")),
    "letter": (("signer",), ("date", "to", "signer-name")),
    "minutes": (("symbol", "secretary", "chair"), ("secretary-name", "chair-name")),
}
"""Văn bản có tên loại, công văn, biên bản: the keys that each needs and may have besides."""

_REQUIRED = ("kind", "title", "scope", "issuer", "subject", "filing")
_MARKS = ("urgency", "circulation", "drafter")
_OPTIONAL = (
    *("form", "params", "number", "recipients", *_MARKS),
    *("grounds", "grounds-style", "orientation"),
)
_CLOSED: Mapping[str, Collection[str]] = {
    "scope": SCOPES,
    "issuer": ISSUERS,
    "form": _FORMS,
    "grounds-style": ("lines", "dashes", "prose"),
    "orientation": ("portrait", "landscape"),
}
_DEFAULTS = {"form": "titled", "grounds-style": "lines", "orientation": "portrait"}

FRAME_PARAMS = ("khan", "luu_hanh", "soan_thao", "ban")
"""Values that may be given for a document of any kind: how urgent it is, for whom, who drafted it
and how many copies there are, whether it goes out on paper or electronically."""


Spot = tuple[int, str]
"""A line of a template's file (from 1), and what is wrong there."""


class TemplateProblem(TemplateError):  # noqa: N818 - named for what it is, as ``MarkupProblem``
    """What is wrong with a template, at which line of its file (from 1)."""

    def __init__(self, path: str, line: int, problem: str, hint: str = "", rule: str = "") -> None:
        """``problem`` is a part of a Vietnamese sentence, without a full stop."""
        super().__init__(f"mẫu «{path}», dòng {line}: {problem}", hint, rule)
        self.path = path
        self.line = line
        self.problem = problem


@frozen
class HeadText:
    """A value of the front matter, not rendered yet, and the line of its key."""

    text: str
    line: int

    @property
    def first_line(self) -> int:
        """The line that the text itself begins on: below its key when it has several lines."""
        return self.line + ("\n" in self.text)


@frozen
class Template:
    """A kind of document: ``body_line`` is the line of the file on which the body begins."""

    path: str
    head: Mapping[str, HeadText]
    body: str
    body_line: int

    @property
    def params(self) -> tuple[str, ...]:
        """Names of the values that whoever asks for the document may give."""
        own = self.head["params"].text.split() if "params" in self.head else []
        return tuple(dict.fromkeys((*own, *FRAME_PARAMS)))

    @property
    def issuers(self) -> tuple[str, ...]:
        """Whose document it may be, by ``ISSUERS``; the usual one first."""
        return tuple(self.plain("issuer").split())

    def plain(self, key: str) -> str:
        """A value of the front matter that is not rendered; "" for a key that is not there."""
        return self.head[key].text if key in self.head else _DEFAULTS.get(key, "")


def folders(root: Path) -> Iterator[Path]:
    """Where templates are looked for: the workspace, the package, the repository around it."""
    yield root / FOLDER
    yield _PACKAGE / FOLDER
    yield _PACKAGE.parents[1] / FOLDER


def resource(name: str, root: Path) -> bytes:
    """The bytes of a file of ``templates/``: the workspace's own one goes before the package's.

    Raises ``TemplateError`` when no folder has it, or when it cannot be read.
    """
    for folder in folders(root):
        found = folder / name
        try:
            if found.is_file():
                _refuse_odd(found)
                return found.read_bytes()
        except OSError as error:
            raise TemplateError(f"không đọc được tệp mẫu «{found}»") from error
    known = ", ".join(document_kinds(root))
    raise TemplateError(
        f"không tìm thấy tệp mẫu «{name}»",
        f"đặt tệp vào thư mục {FOLDER}/ của thư mục làm việc; các loại văn bản đang có: {known}",
    )


def _refuse_odd(file: Path) -> None:
    """A template is a file of its own folder, and none of many megabytes."""
    if not Path(realpath(file)).is_relative_to(realpath(file.parent.parent)):
        raise TemplateError(
            f"tệp mẫu «{file}» là liên kết dẫn ra ngoài thư mục làm việc nên không mở",
            "chép tệp ấy vào thư mục templates thay cho liên kết",
            "unreadable-file",
        )
    if file.stat().st_size > MAX_BYTES:
        raise TemplateError(
            f"tệp mẫu «{file}» lớn hơn {MAX_BYTES // 1_000_000} MB nên không đọc",
            "bỏ bớt hình trong tệp, hoặc lấy lại tệp gốc",
            "file-too-large",
        )


def document_kinds(root: Path) -> tuple[str, ...]:
    """The kinds of document that have a template, by name."""
    names = (file.name for folder in folders(root) if folder.is_dir() for file in folder.iterdir())
    return tuple(sorted({name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX)}))


def own_templates(root: Path) -> tuple[str, ...]:
    """The kinds of document that the workspace words itself, unlike those that came with us."""
    folder = root / FOLDER
    files = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    return tuple(file.name.removesuffix(SUFFIX) for file in files if not came_with_us(file))


def own_reference(root: Path) -> Path | None:
    """The file of the looks that the workspace keeps itself, unlike the one that came with us."""
    file = root / FOLDER / REFERENCE
    return None if not lexists(file) or came_with_us(file) else file


def came_with_us(file: Path) -> bool:
    """Whether the installed package holds the very same file, which our own tests have checked."""
    shipped = _PACKAGE / FOLDER / file.name
    return file.is_file() and shipped.is_file() and filecmp.cmp(file, shipped, shallow=False)


def load_template(kind: str, root: Path) -> Template:
    """The template of a kind; raises ``TemplateProblem`` with the line that is wrong."""
    return _sound(*examine_template(kind, root))


def read_template(text: str, path: str) -> Template:
    """Front matter and body of a template's text; raises ``TemplateProblem``."""
    return _sound(*_examine(text, path))


def examine_template(kind: str, root: Path) -> tuple[Template, tuple[Spot, ...]]:
    """The template of a kind, and all that is wrong with its front matter.

    Raises ``TemplateProblem`` where the file cannot be read so far.
    """
    path = f"{FOLDER}/{kind}{SUFFIX}"
    try:
        text = resource(f"{kind}{SUFFIX}", root).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise TemplateProblem(path, line, "không phải văn bản UTF-8") from error
    template, problems = _examine(text, path)
    if "kind" in template.head and template.plain("kind") != kind:
        spot = (template.head["kind"].line, f"«kind» phải trùng tên tệp, là «{kind}»")
        problems = (*problems, spot)
    return template, problems


def _sound(template: Template, problems: tuple[Spot, ...]) -> Template:
    if problems:
        raise TemplateProblem(template.path, *problems[0])
    return template


def _examine(text: str, path: str) -> tuple[Template, tuple[Spot, ...]]:
    lines = text.replace("\r\n", "\n").split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == _FENCE]
    if fences[:1] != [0] or len(fences) < 2:  # noqa: PLR2004 - one line before, one after
        raise TemplateProblem(path, 1, "thiếu phần đầu giữa hai dòng «---»")
    end = fences[1]
    head, problems = _read_head("\n".join(["", *lines[1:end]]), path)
    return Template(path, head, "\n".join(lines[end + 1 :]), end + 2), problems


def _read_head(text: str, path: str) -> tuple[dict[str, HeadText], tuple[Spot, ...]]:
    from kehoach_cli.source.spans import span_map  # noqa: PLC0415 - PyYAML: +15 ms

    text = clean(text)  # lines as editors count them, here and where a key stands
    folded = fold(text, path)
    for fault in folded.faults:
        line = fault.place.span.line if fault.place.span else 1
        problem = fault.args.get("problem") or "khóa khai báo hai lần"
        raise TemplateProblem(path, line, f"phần đầu sai cú pháp YAML: {problem}")
    data = folded.data if isinstance(folded.data, dict) else {}
    at = {key[0]: spot[0] for (key, on), spot in span_map(text).items() if on == "key" and key}
    texts = {key: _as_text(value) for key, value in data.items()}
    head = {key: HeadText(one or "", at[key]) for key, one in texts.items()}
    wrong = {key for key, one in texts.items() if one is None}
    problems = [(at[key], f"«{key}» phải là chữ hoặc danh sách chữ") for key in wrong]
    problems += (spot for key, spot in _head_problems(head) if key not in wrong)
    return head, tuple(problems)


def _as_text(value: object) -> str | None:
    """A text as it is, a list of texts as lines, ``None`` for all else."""
    items = value if isinstance(value, list) else [value]
    texts = [item for item in items if isinstance(item, str)]
    return "\n".join(texts) if len(texts) == len(items) else None


def _head_problems(head: Mapping[str, HeadText]) -> Iterator[tuple[str, Spot]]:
    """What is wrong with the keys, each with its key."""
    for key, known_values in _CLOSED.items():
        words = head[key].text.split() if key in head else []
        if key in head and (not words or not set(words) <= set(known_values)):
            yield key, (head[key].line, f"«{key}» phải là {' hoặc '.join(known_values)}")
    form = head["form"].text if "form" in head else _DEFAULTS["form"]
    needed, possible = _FORMS.get(form, _FORMS[_DEFAULTS["form"]])
    known = (*_REQUIRED, *needed, *_OPTIONAL, *possible)
    for key, text in head.items():
        if key not in known:
            yield key, (text.line, f"khóa lạ «{key}»{meant(key, known)}")
    for key in (*_REQUIRED, *needed):
        if key not in head:
            yield key, (1, f"phần đầu thiếu «{key}»")
