"""`dragoman knowledge`: lists of names of the user's own, and what is known of a name."""

import sys
from pathlib import Path

import click

from dragoman.cli.talk import complain, safe, say
from dragoman.errors import DragomanError

_SHOWN = 20  # bad lines that are listed

FORMATS = ("wikidata", "followthemoney", "geonames", "misp", "csv", "toml")


@click.group("knowledge")
def knowledge_command() -> None:
    """Add lists of names to those that are known, or look a name up."""


@knowledge_command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="The format of FILE, where it does not show."
)
@click.option("--into", type=click.Path(path_type=Path), metavar="STORE", help="The store to add to.")
def add(file: Path, form: str | None, into: Path | None) -> None:
    """Add the names in FILE: a Wikidata dump, a FollowTheMoney list, a GeoNames table, a MISP galaxy cluster,
    or a CSV or TOML table of your own. Adding a list again changes nothing; one that was stopped goes on."""
    from dragoman.names.filing import file_list

    def progress(lines: int, entities: int) -> None:
        end = "\r" if sys.stderr.isatty() else "\n"
        click.echo(f"{lines:,} lines, {entities:,} entities", err=True, nl=False)
        click.echo(end, err=True, nl=False)

    try:
        filed = file_list(file, form, into, progress)
    except DragomanError as error:
        complain(str(error))
        sys.exit(1)
    for line in filed.bad[:_SHOWN]:
        say(f"  line {line.line}: {line.why}. It was left out.")
    if len(filed.bad) > _SHOWN:
        say(f"  … and {len(filed.bad) - _SHOWN:,} more lines that could not be read.")
    if filed.already:
        say(f"{safe(str(file))} was added before, to its end: nothing to do.")
    else:
        say(
            f"{filed.entities:,} entities added from {filed.lines:,} lines; "
            f"{filed.skipped:,} hold nothing that is read here, {len(filed.bad):,} could not be read."
        )
    sys.exit(1 if filed.bad else 0)


@knowledge_command.command()
@click.argument("name")
@click.option("--most", default=10, show_default=True, help="How many to show.")
def find(name: str, most: int) -> None:
    """Show whom NAME may mean, in whatever script it is written, and why it matched."""
    from dragoman.names.lookup import lookup

    hits = lookup().find(name, most)
    for hit in hits:
        known = hit.known
        facts = ", ".join(f for f in (known.type, known.country, known.sector, known.wikidata) if f)
        click.echo(safe(f"{hit.how.score:.2f}  {known.label} ({facts})  {known.id}"))
        click.echo(safe(f"      by “{hit.alias}”"))
        for reason in hit.how.because:
            click.echo(safe(f"      {reason.note}"))
    if not hits:
        say("Nobody is known by a name like this one.")
    sys.exit(0 if hits else 1)
