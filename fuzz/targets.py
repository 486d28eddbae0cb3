"""Every entrance through which bytes of others come in, as a function that must bear all of them.

A target answers with the sentences that a user would read. It may raise ``KehoachError`` (a
sentence too); whatever else it raises, and more than five seconds or 1 GB, is a fault of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzz.remembered import cache_seeds, read_cache

from fuzz import pdfs
from kehoach_cli.cli.intake import refusal_of
from kehoach_cli.cli.journal import PENDING, finish
from kehoach_cli.cli.output import LEDGER, write_all
from kehoach_cli.diagnostics import Diagnostic, Fault
from kehoach_cli.document.frame import Document
from kehoach_cli.document.markup import parse
from kehoach_cli.drafting.composing import compose
from kehoach_cli.drafting.markup_words import sentence_of
from kehoach_cli.drafting.plan_document import plan_document
from kehoach_cli.drafting.reference_check import reference_faults
from kehoach_cli.drafting.scene import Scene
from kehoach_cli.drafting.template_check import faults_of
from kehoach_cli.errors import EditRefused, KehoachError
from kehoach_cli.exchange.docx.checking import check
from kehoach_cli.exchange.docx.ruleset import rule_set
from kehoach_cli.exchange.forms.annex_book import annex_form
from kehoach_cli.exchange.forms.content import form_of
from kehoach_cli.exchange.forms.importing import receive_form
from kehoach_cli.exchange.forms.register import register_form
from kehoach_cli.exchange.forms.taking import Asked
from kehoach_cli.exchange.forms.workbook import form_bytes
from kehoach_cli.exchange.intake.importing import imported
from kehoach_cli.exchange.intake.signed import compared
from kehoach_cli.exchange.package import Refused
from kehoach_cli.gitlog import find_repository
from kehoach_cli.gitlog.revisions import resolve
from kehoach_cli.progress import Progress, evaluate
from kehoach_cli.rules.base import Context
from kehoach_cli.rules.run import findings, worded
from kehoach_cli.source.edit import Append, Set, edit
from kehoach_cli.vn.dates import parse_day
from kehoach_cli.vn.due import occurrences, read_due
from kehoach_cli.vn.money import MoneyError, parse_money
from kehoach_cli.vn.period import CALENDARS, parse_period
from kehoach_cli.workspace import Workspace, load
from kehoach_cli.writers import WRITERS

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "workspaces" / "every-state"
AS_OF = date(2027, 6, 30)
PLAN, ANNEX = "hop-tac-so", "vien-truong"
REPORT = "bao-cao"
TASKS = f"data/plans/{PLAN}/tasks.yaml"


@dataclass(frozen=True, slots=True)
class Target:
    """An entrance: what reads the bytes, ordinary ones to begin with, and how they are built."""

    name: str
    run: Callable[[bytes], Iterable[str]]
    seeds: Callable[[], Iterable[bytes]]
    is_package: bool = False


@cache
def sample() -> Workspace:
    """A small workspace in which everything occurs; it is never written into."""
    return load(SAMPLE)


@cache
def held() -> Mapping[str, bytes]:
    """Its files."""
    return {path: (SAMPLE / path).read_bytes() for path in sorted(sample().paths)}


@cache
def figures(period: str) -> Progress | None:
    """Its figures, for forms."""
    known = period.startswith("20") and len(period) == len("2027")
    return evaluate(sample(), AS_OF, period=period) if known else None


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _said(found: Iterable[Diagnostic]) -> list[str]:
    return [one.message for one in found]


def _worded(faults: Iterable[Fault]) -> list[str]:
    return _said(worded(faults))


def read_yaml(data: bytes) -> list[str]:
    """A file of the workspace with these bytes: read, checked by every rule."""
    ws = load(SAMPLE, {**held(), TASKS: data})
    return _said(findings(Context(ws, AS_OF)))


def read_plan(data: bytes) -> list[str]:
    """The same for the file that holds the words of the plan."""
    ws = load(SAMPLE, {**held(), f"data/plans/{PLAN}/plan.yaml": data})
    return _said(findings(Context(ws, AS_OF)))


def read_settings(data: bytes) -> list[str]:
    """The same for the file that names the province."""
    ws = load(SAMPLE, {**held(), "kehoach.yaml": data})
    return _said(findings(Context(ws, AS_OF)))


def write_back(data: bytes) -> list[str]:
    """A change written into whatever somebody typed."""
    try:
        text = edit(_text(data), "a.yaml", [Set(("a", "b"), "x: y"), Append(("c",), {"d": "–"})])
    except EditRefused as error:
        return [error.message]
    edit(text, "a.yaml", [Set(("a", "b"), "z")])
    return []


def read_words(data: bytes) -> list[str]:
    """Deadlines, days, periods and amounts as people type them."""
    text = _text(data)
    window = (date(2026, 1, 1), date(2030, 12, 31))
    due = read_due(text, window=window)
    occurrences(due, date(2026, 1, 1), date(2030, 12, 31))
    parse_day(text)
    parse_period(text, CALENDARS["nd09-2019"])
    try:
        parse_money(text)
    except MoneyError as error:
        return [str(error)]
    return []


def read_markup(data: bytes) -> list[str]:
    """The text of a plan."""
    return [sentence_of(one) for one in parse(_text(data), lambda _: ()).problems]


def read_template(data: bytes) -> list[str]:
    """A template of somebody's own: checked without rendering, then rendered."""
    with TemporaryDirectory(prefix="kehoach-fuzz-") as place:
        root = Path(place)
        (root / "templates").mkdir()
        (root / "templates" / f"{REPORT}.md.j2").write_bytes(data)
        faults = _worded(faults_of(REPORT, root))
        compose(REPORT, Scene(replace(sample(), root=root), AS_OF, given=figures("2027")))
    return faults


def read_looks(data: bytes) -> list[str]:
    """The file of the looks, edited in Word by somebody."""
    with TemporaryDirectory(prefix="kehoach-fuzz-") as place:
        file = Path(place) / "reference.docx"
        file.write_bytes(data)
        if faults := _worded(reference_faults(file)):
            return faults
    WRITERS["docx"].write(_plan_document(), BytesIO(), data)
    return []


def read_form(data: bytes) -> list[str]:
    """A workbook that came back."""
    found = receive_form(sample(), figures, data, "bieu.xlsx", Asked(AS_OF))
    if found.is_sound:
        found.changes(sample())
    return _worded(found.faults)


def read_annex_form(data: bytes) -> list[str]:
    """A workbook of tasks that came back."""
    asked = Asked(AS_OF, is_annex=True, removes=True)
    found = receive_form(sample(), figures, data, "bang.xlsx", asked)
    if found.is_sound:
        found.changes(sample())
    return _worded(found.faults)


def import_file(data: bytes) -> list[str]:
    """A plan in Word, Excel, PDF or text."""
    try:
        found = imported(sample(), "tep", data, plan_id="moi", as_of=AS_OF)
    except Refused as error:
        return [_refusal(error)]
    return [one.what for one in found.told.remarks]


def compare_file(data: bytes) -> list[str]:
    """A signed file beside the data."""
    folder = sample().folder(PLAN)
    if folder is None:
        raise AssertionError(PLAN)
    try:
        found = compared(sample(), folder, "tep", data, as_of=AS_OF)
    except Refused as error:
        return [_refusal(error)]
    return [one.outcome for one in found.differences]


def _refusal(error: Refused) -> str:
    return refusal_of(error, "tep").message


def check_word(data: bytes) -> list[str]:
    """A Word file judged by the form rules."""
    return _worded(check(data, "tep.docx", rule_set("nd30-2020")).faults)


def name_revision(data: bytes) -> list[str]:
    """The name of a revision; git decides."""
    resolve(find_repository(ROOT), _text(data).replace("\0", ""))
    return []


def read_leftovers(data: bytes) -> list[str]:
    """What a killed run, or a stranger, left in a folder."""
    with TemporaryDirectory(prefix="kehoach-fuzz-") as place:
        root = Path(place).resolve()
        (root / "kehoach.yaml").write_bytes(b"a: b\n")
        (root / PENDING).write_bytes(data)
        (root / LEDGER).write_bytes(data)
        finish(root)
        write_all(root, {"a.txt": b"a"}, force=True)
        if (root / "kehoach.yaml").read_bytes() != b"a: b\n" or (root / PENDING).exists():
            raise AssertionError(data)
    return []


def _yaml_seeds() -> Iterable[bytes]:
    return [data for path, data in held().items() if path.endswith(".yaml")][:12]


def _plan_words() -> Iterable[bytes]:
    return [data for path, data in held().items() if path.endswith("plan.yaml")]


_WORDS = (
    *("Quý IV/2027", "trước ngày 30/6", "Thứ Sáu hằng tuần", "10 ngày làm việc kể từ khi"),
    *("1.500 triệu đồng", "2,4 tỷ đồng", "2027-h1", "Đến hết tháng 9/2026", "31/12/2027"),
)


def _words_seeds() -> Iterable[bytes]:
    return [one.encode() for one in _WORDS]


def _template_seeds() -> Iterable[bytes]:
    return [path.read_bytes() for path in sorted((ROOT / "templates").glob("*.md.j2"))]


def _looks_seeds() -> Iterable[bytes]:
    return [(ROOT / "templates" / "reference.docx").read_bytes()]


def _written(document: Document, form: str) -> bytes:
    out = BytesIO()
    reference = (ROOT / "templates" / "reference.docx").read_bytes()
    WRITERS[form].write(document, out, reference)
    return out.getvalue()


def _plan_document() -> Document:
    folder = sample().folder(PLAN)
    if folder is None:
        raise AssertionError(PLAN)
    return plan_document(sample(), folder, AS_OF)


def _word_seeds() -> Iterable[bytes]:
    report = compose(REPORT, Scene(sample(), AS_OF, given=figures("2027")))
    return [_written(_plan_document(), "docx"), _written(report, "docx")]


def _compare_seeds() -> Iterable[bytes]:
    text = _written(_plan_document(), "md")
    return [*_word_seeds(), *_annex_seeds(), text, pdfs.made()]


def _import_seeds() -> Iterable[bytes]:
    return [*_compare_seeds(), *pdfs.hostile()]


def _form_seeds() -> Iterable[bytes]:
    progress = evaluate(sample(), AS_OF, period="2027")
    senders = [one.id for one in progress.senders if one.must_report][:2]
    forms = [form_of(sample(), progress, one) for one in senders]
    return [form_bytes(one) for one in (*forms, register_form(sample(), progress))]


def _annex_seeds() -> Iterable[bytes]:
    folders = [one for one in sample().folders if one.plan and not one.plan.value.is_issued]
    return [form_bytes(annex_form(sample(), one, AS_OF)) for one in folders]


def _revision_seeds() -> Iterable[bytes]:
    return [b"HEAD", b"main~1^{tree}", b"--output=/tmp/a", b"@{-1}", b":/why", b"HEAD:data"]


def _leftover_seeds() -> Iterable[bytes]:
    entry = (
        b'{"schema": 1, "files": [{"file": "kehoach.yaml", "staged": ".kehoach-a.tmp", '
        b'"before": "", "after": "' + sha256(b"").hexdigest().encode() + b'"}]}'
    )
    return [entry, entry.replace(b"kehoach.yaml", b"../a"), b'{"a.txt": ["x"]}']


TARGETS: tuple[Target, ...] = (
    Target("yaml", read_yaml, _yaml_seeds),
    Target("plan", read_plan, _plan_words),
    Target("settings", read_settings, lambda: [held()["kehoach.yaml"]]),
    Target("edit", write_back, _yaml_seeds),
    Target("words", read_words, _words_seeds),
    Target("markup", read_markup, _template_seeds),
    Target("template", read_template, _template_seeds),
    Target("looks", read_looks, _looks_seeds, is_package=True),
    Target("form", read_form, _form_seeds, is_package=True),
    Target("tasks", read_annex_form, _annex_seeds, is_package=True),
    Target("import", import_file, _import_seeds, is_package=True),
    Target("compare", compare_file, _compare_seeds, is_package=True),
    Target("check-docx", check_word, _word_seeds, is_package=True),
    Target("revision", name_revision, _revision_seeds),
    Target("leftovers", read_leftovers, _leftover_seeds),
    Target("cache", read_cache, cache_seeds),
)
"""A new entrance is a function above and its line here."""


def sentences(target: Target, data: bytes) -> list[str]:
    """What a user would read of these bytes; raises whatever is our own fault."""
    try:
        said = list(target.run(data))
    except KehoachError as error:
        said = [error.message]
    for one in said:
        if not one.strip() or "Traceback" in one or "Error" in one:
            raise AssertionError(one)
    return said
