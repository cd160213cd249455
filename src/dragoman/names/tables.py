"""The tables on disk, read when first needed and kept.

Every file is TOML under `data/`. Reading all of them takes a few hundredths of a second; a name in one
script reads that script's letters only.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from dragoman.errors import PackError


@cache
def table(path: str) -> dict[str, Any]:
    """The TOML file `path` (below `names/data`, without ".toml"). Raises PackError if it is broken."""
    file = resources.files("dragoman.names") / "data" / f"{path}.toml"
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"names/data/{path}.toml", None, str(error), "Mend the TOML.") from error
