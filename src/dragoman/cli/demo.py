"""`dragoman demo`: a first dossier without a report of one's own."""

import sys

import click

from dragoman.cli.output import check_target, format_name
from dragoman.cli.read import Run
from dragoman.cli.talk import say


@click.command("demo")
@click.option(
    "-o", "--output", metavar="FILE", default="dragoman-demo.html", show_default=True, help="Where to write."
)
def demo_command(output: str) -> None:
    """Read the example case (Albania and Iran, 2022) that comes with the program."""
    from importlib.resources import as_file

    from dragoman.examples import folder

    form = format_name(output, None if output != "-" else "md")
    check_target(output, ())
    with as_file(folder()) as reports:
        say(f"Reading the example reports in {reports}")
        status = Run((str(reports),)).write(output, form)
    if status == 0 and form == "html" and output != "-":
        say(f"Open {output} in a browser; each line shows the sentence that proves it.")
    sys.exit(status)
