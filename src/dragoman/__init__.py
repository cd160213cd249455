"""dragoman: reports about international incidents in, an evidence-linked dossier out.

The calls are loaded when first used, so that `import dragoman` costs nothing.
"""

from typing import TYPE_CHECKING, Any

from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman import names
    from dragoman.api import compile_dossier, find_dates, read, read_text

__all__ = ["__version__", "compile_dossier", "find_dates", "names", "read", "read_text"]


def __getattr__(name: str) -> Any:
    if name == "names":
        import dragoman.names

        return dragoman.names
    if name in __all__:
        import dragoman.api

        return getattr(dragoman.api, name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
