"""The command line: the one place that prints, asks and exits.

Each command is a module of this folder; what is slow to import is imported inside the commands, so
that `dragoman --help` comes at once. Results go to stdout or to the file asked for, everything else
to stderr. Exit status: 0 all read, 1 some sources not read, 2 wrong usage, 130 stopped by the user.
"""

import sys
from collections.abc import Sequence
from typing import Any

import click

from dragoman.cli.demo import demo_command
from dragoman.cli.explain import explain_command
from dragoman.cli.knowledge import knowledge_command
from dragoman.cli.pack import pack_command
from dragoman.cli.read import read_command
from dragoman.cli.talk import ALL_READ, STOPPED, WRONG_USAGE, complain
from dragoman.errors import DragomanError
from dragoman.version import __version__

__all__ = ["main"]

EPILOG = """\b
Examples:
  dragoman demo
  dragoman read reports/ -o dossier.html
  dragoman read a.txt https://news.example/b.html feed.xml -o dossier.json
  cat article.txt | dragoman read - --published 2022-09-08"""


class _Commands(click.Group):
    """Turns what goes wrong on purpose into a message and a status; anything else keeps its traceback."""

    def main(self, args: Sequence[str] | None = None, standalone_mode: bool = True, **options: Any) -> Any:  # type: ignore[override]
        if not standalone_mode:
            return super().main(args, standalone_mode=False, **options)
        try:
            status = super().main(args, standalone_mode=False, **options)
        except click.ClickException as error:
            error.show()
            status = error.exit_code
        except click.Abort:
            complain("stopped.")
            status = STOPPED
        except DragomanError as error:
            complain(str(error))
            status = WRONG_USAGE
        except OSError as error:
            complain(f"{error.filename or 'output'}: {error.strerror or error}. Nothing more was written.")
            status = WRONG_USAGE
        sys.exit(status if isinstance(status, int) else ALL_READ)


@click.group(cls=_Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="dragoman %(version)s")
def main() -> None:
    """Reads reports about international incidents in many languages and lays out who did what to whom,
    who says so, who blames whom and who denies it, each line with the sentence that proves it."""


for _command in (read_command, explain_command, demo_command, pack_command, knowledge_command):
    main.add_command(_command)
