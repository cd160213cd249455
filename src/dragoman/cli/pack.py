"""`dragoman pack`: the language packs, for those who write them."""

import sys

import click

from dragoman.cli.talk import say


@click.group("pack")
def pack_command() -> None:
    """Check the language packs, or list what they cover."""


@pack_command.command()
@click.argument("language", required=False, metavar="[LANG]")
def check(language: str | None) -> None:
    """Check one language pack, or all: its files, its words and the examples of its rules."""
    from dragoman.languages import codes
    from dragoman.reading import check as problems_of

    problems = [problem for code in ([language] if language else codes()) for problem in problems_of(code)]
    for problem in problems:
        click.echo(str(problem))
    what = f"pack {language}" if language else "all packs"
    say(f"{what}: no problem found." if not problems else f"{what}: {len(problems)} to mend.")
    sys.exit(1 if problems else 0)


@pack_command.command()
def coverage() -> None:
    """What each language pack covers, as a table."""
    from dragoman.languages import coverage as table

    click.echo(table())
