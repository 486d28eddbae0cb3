"""Lays out a copy of the repository whose one room holds every mutant beside its original.

The mutants and the switch between them are mutmut's. It leaves decorated functions alone, so
decorators are first rewritten as calls below the function: properties and remembered functions
are mutated too. Tables and patterns at module level are not.
"""

from __future__ import annotations

import ast
import compileall
import shutil
from collections.abc import Iterator
from pathlib import Path

from mutmut.mutation.file_mutation import MutatedFile, mutate_file_contents

from mutation.job import Mutant
from mutation.rooms import PACKAGE

_LEFT_OUT = shutil.ignore_patterns(
    ".*", "build", "dist", "htmlcov", "__pycache__", "*.egg-info", "mutants"
)
_LEFT_ALONE = {"staticmethod", "classmethod", "overload"}
"""Decorators that mutmut knows, and one whose functions have no body."""


def lay_out(repository: Path, tree: Path, room: str) -> list[Mutant]:
    """Copy the repository into ``tree``, a folder not there yet, with that room mutated."""
    shutil.copytree(repository, tree, ignore=_LEFT_OUT)
    mutants: list[Mutant] = []
    for path in sorted((tree / "src" / PACKAGE / room).rglob("*.py")):
        mutated = mutate_file_contents(str(path), undecorate(path.read_text(encoding="utf-8")))
        path.write_text(mutated.code, encoding="utf-8")
        mutants += _mutants(mutated, _module(path.relative_to(tree / "src")))
    compileall.compile_dir(tree / "src", quiet=2, workers=1)
    return mutants


def undecorate(code: str) -> str:
    """The same program with ``@d`` above ``def f`` as ``f = d(f)`` below; classes keep theirs."""
    lines = code.splitlines()
    for found in sorted(_decorated(ast.parse(code)), key=lambda each: -each.lineno):
        margin = " " * found.col_offset
        value = found.name
        for decorator in reversed(found.decorator_list):
            value = f"{ast.unparse(decorator)}({value})"
        lines.insert(found.end_lineno or found.lineno, f"{margin}{found.name} = {value}")
        del lines[found.decorator_list[0].lineno - 1 : found.lineno - 1]
    return "\n".join(lines) + "\n"


def _decorated(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """Functions of the module and methods of its classes that wear a decorator we may move."""
    classes = [node.body for node in tree.body if isinstance(node, ast.ClassDef)]
    for body in (tree.body, *classes):
        for node in body:
            if isinstance(node, ast.FunctionDef) and node.decorator_list:
                worn = {ast.unparse(each).split("(")[0] for each in node.decorator_list}
                if not worn & _LEFT_ALONE:
                    yield node


def _module(path: Path) -> str:
    """``kehoach_cli/vn/__init__.py`` as kehoach_cli.vn."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _mutants(mutated: MutatedFile, module: str) -> Iterator[Mutant]:
    lines = mutated.code.splitlines()

    def body(version: str) -> list[str]:
        span = mutated.line_span_by_function_name[version]
        plain = version.partition("__mutmut_")[0]
        return [line.replace(version, plain) for line in lines[span.start - 1 : span.end]]

    for name in mutated.mutant_names:
        function = name.partition("__mutmut_")[0]
        before, after = _difference(body(f"{function}__mutmut_orig"), body(name))
        yield Mutant(f"{module}.{name}", f"{module}.{function}", before, after)


def _difference(before: list[str], after: list[str]) -> tuple[str, str]:
    """The lines in which they differ."""
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return "\n".join(before).strip(), "\n".join(after).strip()
