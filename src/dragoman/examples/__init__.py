"""Examples: a small real case, packed with the program so that the first command has something to read.

The reports of a case lie in `<case>/reports/`; its README and SOURCES say what is real in them.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["folder"]


def folder(case: str = "albania2022") -> Traversable:
    """The folder of reports of `case`.

    A `pathlib.Path` wherever the package is installed as files; use `importlib.resources.as_file`
    where a real path is needed in every case.  Raises FileNotFoundError for a case that is not packed.
    """
    reports = files(__name__) / case / "reports"
    if not reports.is_dir():
        raise FileNotFoundError(f"no example case {case!r} in {files(__name__)}")
    return reports
