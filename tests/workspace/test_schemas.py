"""JSON Schema of the files: they take and refuse what the models take and refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, ValidationError
from jsonschema.validators import extend
from pydantic import ValidationError as Refused

from kehoach_cli.model.fields import Entity
from kehoach_cli.model.shape import slots
from kehoach_cli.workspace.kinds import FILE_KINDS, FileKind, kind_of, portions
from kehoach_cli.workspace.schemas import schemas
from kehoach_cli.workspace.schemas.keys import KEYS
from kehoach_cli.workspace.schemas.values import VALUES

TESTS = Path(__file__).parents[1]
REPOSITORY = TESTS.parent
SCHEMAS = schemas()


def pattern(_: Any, wanted: str, text: Any, __: Any) -> Iterator[ValidationError]:
    """As editors do: «$» is the end, where Python's also stands before a last line end."""
    if isinstance(text, str) and not re.search(re.sub(r"\$$", r"\\Z", wanted), text):
        yield ValidationError(f"{text!r} is not {wanted}")


Editor: type[Draft7Validator] = extend(  # type: ignore[no-untyped-call]
    Draft7Validator, {"pattern": pattern}
)

POOL: list[Any] = [
    *("so-khcn", "a--b", "Mã", "", " ", "x y", "đ", "a", "12/KH-UBND", "KH-UBND", "0"),
    *("2026-07-20", "20/7/2026", "31/4/2027", "2027-02-30", "2026-07", "13/2026", "1/1899"),
    *("2027", "2027-h1", "2027-q5", "2026 - 2030", "2026–2030", "2026 -", "66", "07"),
    *("1.500 triệu đồng", "2,4 TỶ ĐỒNG", "1.500", "0,5 đồng", "12.500.000 đồng", "1.50 tỷ đồng"),
    *("done", "draft", "issued", "annex", "duty", "tinh", "khac", "Quý IV/2027", "a" * 64),
    *("a" * 81, 66, 1, 7, 0, -3, 150, 2027, 10_000, 5.5, None, True, False),
    *([], {}, ["so-khcn"], [None], {"la": 1}, {"agency": "so-khcn"}, [["so-khcn"]]),
]
"""Values of all kinds, right in some places and wrong in others."""

anything = st.sampled_from(POOL)


def typed(schema: dict[str, Any], top: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """Values that a schema leads to, mostly right."""
    if "$ref" in schema:
        return typed(top["definitions"][schema["$ref"].rpartition("/")[2]], top, depth)
    if "enum" in schema:
        return mostly(st.sampled_from(schema["enum"]))
    for key in ("anyOf", "allOf"):
        if key in schema:
            return st.one_of([typed(one, top, depth) for one in schema[key]])
    if "properties" in schema:
        return maps(schema, top, depth + 1)
    if "items" in schema:
        inner = typed(schema["items"], top, depth + 1) if depth < 4 else st.nothing()
        return mostly(st.lists(inner, min_size=schema.get("minItems", 0), max_size=2))
    right = [one for one in POOL if Editor(schema).is_valid(one)]
    return mostly(st.sampled_from(right)) if right else anything


def mostly(right: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of([right] * 20 + [anything])


def maps(schema: dict[str, Any], top: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    """All keys that must be there, most of the time, some others, and rarely one unknown."""
    values = {key: typed(one, top, depth) for key, one in schema["properties"].items()}
    needed = {key: values[key] for key in schema.get("required", ())}
    rest = [key for key in values if key not in needed]
    if depth > 3:
        return st.fixed_dictionaries(needed)
    some = st.lists(st.sampled_from(rest), max_size=3, unique=True) if rest else st.just([])
    added = some.flatmap(lambda keys: st.fixed_dictionaries({key: values[key] for key in keys}))
    whole = st.builds(lambda one, other: {**one, **other}, st.fixed_dictionaries(needed), added)
    return st.one_of([whole] * 9 + [st.builds(lambda one: {**one, "khóa lạ": 1}, whole)])


def loaded(value: Any) -> Any:
    """What our loader makes of it: a number stays the text that was typed."""
    match value:
        case bool() | None | str():
            return value
        case list():
            return [loaded(one) for one in value]
        case dict():
            return {key: loaded(one) for key, one in value.items()}
        case _:
            return str(value)


def models_accept(kind: FileKind, data: Any) -> bool:
    for part, portion, _ in portions(kind.parts, data):
        if part.many and portion is None:
            continue
        if part.many and not isinstance(portion, list):
            return False
        try:
            for one in portion if part.many and isinstance(portion, list) else [portion]:
                part.model.model_validate(one)
        except Refused:
            return False
    return True


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
class TestSchema:
    def test_is_one_itself(self, kind: FileKind) -> None:
        Draft7Validator.check_schema(SCHEMAS[kind.name])

    def test_takes_and_refuses_what_the_models_do(self, kind: FileKind) -> None:
        schema = SCHEMAS[kind.name]
        editor = Editor(schema)
        verdicts = set()

        @settings(max_examples=25, database=None)
        @given(typed(schema, schema))
        def check(data: Any) -> None:
            accepted = models_accept(kind, loaded(data))
            verdicts.add(accepted)
            assert editor.is_valid(data) == accepted, data

        check()
        assert verdicts == {True, False}

    def test_every_path_of_the_kind_is_one_of_its_globs(self, kind: FileKind) -> None:
        for glob in kind.globs:
            found = kind_of(glob.replace("*", "x"))
            assert found is not None
            assert found[0] is kind

    def test_every_description_is_for_people(self, kind: FileKind) -> None:
        for one in objects(SCHEMAS[kind.name]):
            for key, value in one.get("properties", {}).items():
                assert value.get("description"), key
                assert "default" not in value or value["default"] is not None


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from objects(one)


@pytest.mark.parametrize("root", ["", "examples", "tests/workspaces/every-state"])
def test_real_files_pass(root: str) -> None:
    """Read as an editor reads them: YAML 1.2, where a day without quotes is text."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, form) for tag, form in forms if not tag.endswith("timestamp")]
        for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    folder = REPOSITORY / root
    files = [folder / "kehoach.yaml", *sorted((folder / "data").rglob("*.yaml"))]
    for file in files[:60]:
        found = kind_of(file.relative_to(folder).as_posix())
        assert found is not None
        data = yaml.load(file.read_text(encoding="utf-8"), Loader)  # noqa: S506 - a SafeLoader
        Editor(SCHEMAS[found[0].name]).validate(data)


def test_every_key_and_every_value_has_its_words() -> None:
    models = Entity.__subclasses__()
    named = {f"{model.__name__}.{slot.key}" for model in models for slot in slots(model)}
    assert {one for one in named if one not in KEYS and one.partition(".")[2] not in KEYS} == set()
    by_name = {model.__name__: model for model in models}
    for name, values in VALUES.items():
        model, _, key = name.partition(".")
        if model not in by_name:
            continue
        made = by_name[model].model_json_schema()
        schema = made.get("$defs", {}).get(model, made)
        listed = {
            value
            for one in objects(schema["properties"][key])
            for value in (*one.get("enum", ()), *filter(None, [one.get("const")]))
        }
        assert listed <= set(values), name
