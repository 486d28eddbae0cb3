"""What is typed is read by our own readers, as typer would read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.main import get_command

from kehoach_cli.cli.app import app
from kehoach_cli.cli.options import read_path, read_year
from kehoach_cli.cli.reading import Reading, read_without_adapters


def commands(command: Any) -> Iterator[Any]:
    yield command
    for name in getattr(command, "commands", ()):
        yield from commands(command.get_command(None, name))


@pytest.mark.parametrize("command", list(commands(get_command(app))), ids=lambda one: one.name)
def test_no_parameter_of_a_command_waits_for_pydantic(command: Any) -> None:
    for param in command.get_params(typer.Context(command)):
        assert isinstance(param.get_runtime_param(), Reading), param.name


def given(
    word: str = "không",
    year: Annotated[int | None, typer.Option(parser=read_year)] = None,
    paths: Annotated[list[Path] | None, typer.Argument(parser=read_path)] = None,
    several: Annotated[list[str] | None, typer.Option("--several")] = None,
    *,
    flag: Annotated[bool, typer.Option("--flag")] = False,
) -> object:
    return word, year, paths, several, flag


def read_by(line: Sequence[str], *, ours: bool) -> object:
    """What the function is given, or the refusal."""
    made = typer.Typer()
    made.command()(given)
    command = get_command(made)
    for param in command.params if ours else ():
        read_without_adapters(param)
    try:
        return command.main(list(line), standalone_mode=False)
    except typer.TyperException as refused:
        return refused.format_message()


@pytest.mark.parametrize(
    "line",
    [
        (),
        ("--word", ""),
        ("--word", "Sở Y tế", "--flag"),
        ("--year", "2027", "a", "b c"),
        ("--year", "27"),
        ("", "a"),
        ("--several", "x", "--several", ""),
        ("--several",),
        ("\udcff",),
    ],
    ids=repr,
)
def test_typer_reads_the_same(line: tuple[str, ...]) -> None:
    assert read_by(line, ours=True) == read_by(line, ours=False)


def test_a_number_without_a_reader_stays_with_typer() -> None:
    made = typer.Typer()

    @made.command()
    def count(number: int) -> None:
        typer.echo(number)

    param: Any = get_command(made).params[0]
    read_without_adapters(param)
    assert not isinstance(param.get_runtime_param(), Reading)
