"""The written pages against the code: a stale page fails."""

import re
from pathlib import Path

import msgspec
import pytest

from dragoman import model

ROOT = Path(__file__).parents[2]
STRUCTS = [
    value
    for value in (getattr(model, name) for name in model.__all__)
    if isinstance(value, type) and issubclass(value, msgspec.Struct)
]
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/dragoman/examples/**/*.md")],
    key=str,
)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:)([^)#\s]+)[^)]*\)")
NAMED = re.compile(r"`((?:docs|src|tests|\.ci)/[\w./-]+)`")


def sections() -> dict[str, list[str]]:
    """The data dictionary: heading to the fields of its table, in order."""
    text = (ROOT / "docs/data-dictionary.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (\w+)$", text, flags=re.MULTILINE)
    return {
        name: re.findall(r"^\| `(\w+)` \|", body, flags=re.MULTILINE)
        for name, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_the_dictionary_describes_the_values_there_are() -> None:
    assert set(sections()) == {struct.__name__ for struct in STRUCTS}


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_the_dictionary_describes_every_field(struct: type[msgspec.Struct]) -> None:
    assert sections()[struct.__name__] == list(struct.__struct_fields__)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_points_to_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    lost = [target for target in LINK.findall(text) if not (page.parent / target).exists()]
    lost += [target for target in NAMED.findall(text) if not (ROOT / target).exists()]
    assert not lost


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs/decisions"
    listed = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(page.name for page in folder.glob("[0-9]*.md"))
