"""JSON Schema of every kind of file, made from the same models that read the files.

Editors use them to complete keys and to mark what is wrong while one types. They see numbers where
the loader keeps the text, so text that may be all digits is offered as a number too. Faults between
entities (an id that nobody has) are not theirs to find: that is what ``kehoach validate`` does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from kehoach_cli.model.fields import (
    ID_PATTERN,
    PERIOD_PATTERN,
    PROVINCE_PATTERN,
    SYMBOL_PATTERN,
    WORDS_PATTERN,
    Entity,
)
from kehoach_cli.model.shape import slots
from kehoach_cli.workspace.kinds import FILE_KINDS, FileKind, Part
from kehoach_cli.workspace.schemas.keys import KEYS
from kehoach_cli.workspace.schemas.values import VALUES

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What all editors understand."""

SCHEMAS = "schemas"
"""The folder of a workspace in which editors find the schemas."""

MODELINE = "yaml-language-server: $schema="
"""How a comment at the top of a file leads editors to its schema."""

_REF = "#/definitions/{model}"

_AS_NUMBER: dict[str, Schema] = {
    ID_PATTERN: {"type": ["string", "integer"], "minimum": 0, "examples": ["so-khcn"]},
    PERIOD_PATTERN: {
        "type": ["string", "integer"],
        "minimum": 1000,
        "maximum": 9999,
        "examples": ["2027", "2027-h1", "2027-q3"],
    },
    PROVINCE_PATTERN: {"type": ["string", "integer"], "minimum": 10, "maximum": 99},
    SYMBOL_PATTERN: {"type": ["string", "number"]},
    WORDS_PATTERN: {"type": ["string", "number"]},
}
"""Text that editors may take for a number; other text never is one."""

_SHORT = "x-short"
"""Marks, until it is known, where the value of that key may take the place of the map beside it."""

_EXAMPLES = {"due": ["Quý IV/2027", "Trước ngày 30/6/2027", "Thường xuyên"]}


def schemas() -> dict[str, Schema]:
    """The schema of each kind of file by its name, ``FileKind.name``."""
    return {kind.name: _file(kind) for kind in FILE_KINDS}


def schema_files() -> dict[str, bytes]:
    """The same as files, by their names."""
    return {
        schema_name(name): (json.dumps(one, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
        for name, one in schemas().items()
    }


def meaning(model: type[Entity], key: str) -> str:
    """What a key of a model means, in a few words for people."""
    return KEYS.get(f"{model.__name__}.{key}") or KEYS.get(key, key)


def value_meaning(model: type[Entity], key: str, value: object) -> str:
    """What a value of a closed list means; "" for other values."""
    return (
        VALUES.get(f"{model.__name__}.{key}", {}).get(value, "") if isinstance(value, str) else ""
    )


def schema_name(kind: str) -> str:
    """The name of the file that holds the schema of that kind of file."""
    return f"{kind}.schema.json"


class _Typed(GenerateJsonSchema):
    """What is typed into files, where pydantic tells what comes out of the models."""

    def function_before_schema(self, schema: Any) -> Schema:
        """All of these are ``fields.written_short``: the map, or the value of one of its keys."""
        (key,) = schema["function"]["function"].args
        return {"anyOf": [{_SHORT: key}, super().function_before_schema(schema)]}


def _file(kind: FileKind) -> Schema:
    definitions: Schema = {}
    root = _model(kind.parts[0], definitions)
    if not kind.parts[0].many:
        for part in kind.parts[1:]:
            root["properties"][part.key] = _described(
                f"{kind.parts[0].model.__name__}.{part.key}", part.key, _part(part, definitions)
            )
    else:
        definitions[kind.parts[0].model.__name__] = root
        root = _list(kind.parts[0])
    return {
        "$schema": DIALECT,
        "title": kind.title,
        **root,
        **({"definitions": definitions} if definitions else {}),
    }


def _part(part: Part, definitions: Schema) -> Schema:
    definitions[part.model.__name__] = _model(part, definitions)
    if part.many:
        return _list(part)
    return {"anyOf": [_ref(part), {"type": "null"}]}


def _list(part: Part) -> Schema:
    """A list that may be there without any item."""
    return {"type": ["array", "null"], "items": _ref(part)}


def _ref(part: Part) -> Schema:
    return {"$ref": _REF.format(model=part.model.__name__)}


def _model(part: Part, definitions: Schema) -> Schema:
    """The schema of the part's model; the models inside it are added to ``definitions``."""
    made = part.model.model_json_schema(ref_template=_REF, schema_generator=_Typed)
    models = {model.__name__: model for model in _models(part.model)}
    inner = made.pop("$defs", {})
    made = _shortened(made, inner)
    inner = {name: _shortened(one, inner) for name, one in inner.items()}
    own = inner.pop(part.model.__name__, None) or made
    definitions.update({name: _of_model(one, models[name]) for name, one in inner.items()})
    return _of_model(own, part.model)


def _shortened(schema: Any, models: Schema) -> Any:
    """With the schema of the key in the place of each mark."""
    match schema:
        case {"anyOf": [{"x-short": key}, {"$ref": str(ref)} as full]}:
            name = ref.rpartition("/")[2]
            return {**schema, "anyOf": [models[name]["properties"][key], full]}
        case dict():
            return {key: _shortened(value, models) for key, value in schema.items()}
        case list():
            return [_shortened(one, models) for one in schema]
        case _:
            return schema


def _models(model: type[Entity]) -> Iterator[type[Entity]]:
    """The model and all inside it."""
    yield model
    for slot in slots(model):
        if slot.child not in {None, model}:
            yield from _models(slot.child)


def _of_model(schema: Schema, model: type[Entity]) -> Schema:
    """A model's schema in the words of its users; its docstring is for developers."""
    kept = {key: value for key, value in schema.items() if key not in {"title", "description"}}
    kept["properties"] = {
        key: _described(f"{model.__name__}.{key}", key, _typed(value))
        for key, value in schema["properties"].items()
    }
    return kept


def _described(name: str, key: str, schema: Schema) -> Schema:
    """A key with what it means; a mere reference is wrapped, since nothing counts beside it."""
    body = {"allOf": [schema]} if "$ref" in schema else schema
    words = KEYS.get(name) or KEYS.get(key, key)
    values = VALUES.get(name, {})
    listed = "; ".join(f"{value}: {word}" for value, word in values.items())
    described = {**body, "description": ". ".join(filter(None, (words, listed)))}
    if key in _EXAMPLES:
        described["examples"] = _EXAMPLES[key]
    return described


def _typed(schema: Any) -> Any:
    """A schema as editors need it, all the way down."""
    if isinstance(schema, list):
        return [_typed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    typed = {
        key: _typed(value)
        for key, value in schema.items()
        if key != "title" and (key, value) != ("default", None)
    }
    if typed.get("type") == "string":
        typed |= _AS_NUMBER.get(typed.get("pattern", ""), {})
    for key in ("enum", "const"):
        if key in typed:
            typed = _choice(typed, key)
    return typed


def _choice(schema: Schema, key: str) -> Schema:
    """A closed list; of what looks like a number the number too."""
    values = schema[key] if key == "enum" else [schema[key]]
    rest = {name: value for name, value in schema.items() if name not in {key, "type"}}
    return {**rest, "enum": [*values, *(int(one) for one in values if str(one).isdigit())]}
