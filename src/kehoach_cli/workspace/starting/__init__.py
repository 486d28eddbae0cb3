"""The files of a new workspace and of a new plan, as texts that say what to fill in where.

The texts lie in ``texts/``; ``@name@`` in them stands for a value. Nothing of a real province is in
them but its name, its code and its communes: who its agencies are, people have to check.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from kehoach_cli.frozen import frozen
from kehoach_cli.workspace.kinds import FILE_KINDS
from kehoach_cli.workspace.schemas import MODELINE, SCHEMAS, schema_name
from kehoach_cli.workspace.starting.provinces import Province

_TEXTS = Path(__file__).with_name("texts")
_VALUE = re.compile(r"@(\w+)@")

_DEPARTMENTS = (
    ("so-khcn", "Sở Khoa học và Công nghệ", "Sở KH&CN", "SKHCN"),
    ("so-tc", "Sở Tài chính", "", "STC"),
    ("so-nv", "Sở Nội vụ", "", "SNV"),
    ("so-tp", "Sở Tư pháp", "", "STP"),
    ("so-ct", "Sở Công Thương", "", "SCT"),
    ("so-xd", "Sở Xây dựng", "", "SXD"),
    ("so-nnmt", "Sở Nông nghiệp và Môi trường", "Sở NN&MT", "SNNMT"),
    ("so-vhttdl", "Sở Văn hóa, Thể thao và Du lịch", "Sở VHTTDL", "SVHTTDL"),
    ("so-gddt", "Sở Giáo dục và Đào tạo", "Sở GD&ĐT", "SGDĐT"),
    ("so-yt", "Sở Y tế", "", "SYT"),
)
"""Id, name, short name and symbol; a start for people to check, marked as not confirmed."""

FOCAL = _DEPARTMENTS[0][0]


@frozen
class NewPlan:
    """What a new plan is told; ``period`` as documents print it."""

    id: str
    title: str
    period: str
    focal: str
    partners: tuple[str, ...] = ()


def workspace_texts(province: Province, plan: NewPlan) -> dict[str, str]:
    """Every file of a new workspace by its path, the data first; the schemas are not among them."""
    values = {
        "name": province.name,
        "code": province.code,
        "place": province.place,
        "unit": province.unit,
        "focal": plan.focal,
        "plan": plan.id,
        "departments": _departments(),
    }
    return {
        "kehoach.yaml": _modeline("kehoach", 0) + _text("kehoach.yaml", values),
        "data/agencies.yaml": _modeline("agencies", 1) + _text("agencies.yaml", values),
        "data/communes.yaml": _modeline("agencies", 1) + _communes(province),
        **plan_texts(plan),
        "README.md": _text("README.md", values),
        **{path: _text(name, values) for path, name in _AROUND.items()},
        ".vscode/settings.json": _json(_editor_settings()),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
    }


_AROUND = {
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".editorconfig": "editorconfig",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/kehoach.yml": "github.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
}


def plan_texts(plan: NewPlan) -> dict[str, str]:
    """``plan.yaml`` and ``tasks.yaml`` of a plan that says nothing yet."""
    values = {
        "plan": plan.id,
        "title": quoted(plan.title),
        "period": quoted(plan.period),
        "focal": plan.focal,
        "prefix": plan.id,
        "partners": f"partners: [{', '.join(plan.partners)}]",
    }
    folder = f"data/plans/{plan.id}"
    return {
        f"{folder}/plan.yaml": _modeline("plan", 3) + _text("plan.yaml", values),
        f"{folder}/tasks.yaml": _modeline("tasks", 3) + _text("tasks.yaml", values),
    }


def quoted(text: str) -> str:
    """A text in double quotes, which YAML reads as JSON does."""
    return json.dumps(text, ensure_ascii=False)


def _modeline(kind: str, depth: int) -> str:
    """The line by which editors find the schema of a file that lies so many folders deep."""
    return f"# {MODELINE}{'../' * depth}{SCHEMAS}/{schema_name(kind)}\n"


def _text(name: str, values: Mapping[str, str]) -> str:
    text = (_TEXTS / name).read_text(encoding="utf-8")
    return _VALUE.sub(partial(_value_of, values), text)


def _value_of(values: Mapping[str, str], match: re.Match[str]) -> str:
    return values[match[1]]


def _departments() -> str:
    records = []
    for own, name, short, symbol in _DEPARTMENTS:
        keys = {"name": name, "short": short, "symbol": symbol, "kind": "department"}
        lines = [f"  {key}: {value}\n" for key, value in keys.items() if value]
        rest = "  parent: ubnd-tinh\n  confirmed: false\n"
        records.append(f"- id: {own}\n{''.join(lines)}{rest}")
    return "\n".join(records)


def _communes(province: Province) -> str:
    head = (
        f"# {len(province.communes)} UBND cấp xã của {province.unit} {province.name} từ ngày"
        " 01/7/2025, xếp theo mã đơn vị.\n"
        "# «code» lấy từ một nguồn công khai và chưa đối chiếu.\n"
    )
    records = (
        f"\n- id: {one.id}\n"
        f"  name: UBND {one.name[0].lower()}{one.name[1:]}\n"
        f'  code: "{one.code}"\n'
        f"  aliases: [{quoted(one.name)}]\n"
        "  kind: commune\n"
        "  parent: ubnd-tinh\n"
        for one in province.communes
    )
    return head + "".join(records)


def _editor_settings() -> dict[str, object]:
    schemas = {f"./{SCHEMAS}/{schema_name(kind.name)}": list(kind.globs) for kind in FILE_KINDS}
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "yaml.schemas": schemas,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
