"""What is compiled is kept, and a kept file is believed only where it is whole, ours and of these sources."""

import os
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import msgspec
import pytest

from dragoman.errors import PackError
from dragoman.languages import NO_SENSES, cache, load
from dragoman.languages.loader import open_pack
from dragoman.languages.trie import Branch, Trie

PACK = 'language = "xx"\nname = "Test"\n[words]\nand = ["and"]\n'
ACTS = '[[entry]]\nconcept = "attack"\nnouns = ["raid"]\n'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of a test."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    return folder


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The folder of a small pack."""
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    (folder / "acts.toml").write_text(ACTS, encoding="utf-8")
    return folder


class Maker:
    """Makes a value and counts how often it was asked to."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, int]:
        self.times += 1
        return {"a": 1}


def keep(make: Callable[[], dict[str, int]], key: str = "k") -> dict[str, int]:
    return cache.compiled("thing", key, dict[str, int], make)


def test_what_was_made_once_is_read_the_second_time(home: Path) -> None:
    make = Maker()
    assert keep(make) == keep(make) == {"a": 1}
    assert make.times == 1
    assert [path.name for path in home.iterdir()] == ["thing-k.compiled"]


def test_another_key_is_another_file(home: Path) -> None:
    make = Maker()
    keep(make, "one")
    keep(make, "two")
    assert make.times == 2
    assert len(list(home.iterdir())) == 2


def sealed(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest() + data


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[:10],
        lambda whole: whole[:-1],
        lambda whole: whole[:-1] + bytes([whole[-1] ^ 1]),
        lambda whole: bytes([whole[0] ^ 1]) + whole[1:],
        lambda whole: sealed(msgspec.msgpack.encode(["not", "what", "was", "asked"])),
        lambda whole: sealed(b"\xc1"),
        lambda whole: sealed(b"\x91" * 100_000),
    ],
    ids=[
        "empty",
        "short",
        "cut off",
        "a bit in the data",
        "a bit in the seal",
        "another type",
        "no MessagePack",
        "deep",
    ],
)
def test_a_broken_file_is_made_again(home: Path, damage: Callable[[bytes], bytes]) -> None:
    make = Maker()
    keep(make)
    (file,) = home.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert keep(make) == {"a": 1}
    assert make.times == 2
    assert file.read_bytes() == whole


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners to compare on this platform")
def test_the_file_of_somebody_else_is_not_believed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    keep(make)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert keep(make) == {"a": 1}
    assert make.times == 2


def test_an_empty_variable_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    monkeypatch.setenv("HOME", str(tmp_path))
    make = Maker()
    assert keep(make) == keep(make) == {"a": 1}
    assert make.times == 2
    assert list(tmp_path.rglob("*")) == []


def test_a_folder_that_cannot_be_written_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "cache"))
    make = Maker()
    assert keep(make) == keep(make) == {"a": 1}
    assert make.times == 2


def test_what_fails_leaves_nothing_behind(home: Path) -> None:
    def fail() -> dict[str, int]:
        raise PackError("a.toml", None, "is broken")

    with pytest.raises(PackError):
        keep(fail)
    assert not home.exists()


def test_only_the_newest_files_of_a_name_stay(home: Path) -> None:
    for number in range(7):
        keep(Maker(), str(number))
        os.utime(home / f"thing-{number}.compiled", (time.time() - 100 + number,) * 2)
    cache.compiled("things", "0", dict[str, int], Maker())
    kept = {path.name for path in home.iterdir()}
    assert {f"thing-{number}.compiled" for number in (4, 5, 6)} < kept
    assert "thing-0.compiled" not in kept
    assert "things-0.compiled" in kept


def test_a_digest_follows_contents_and_absence_not_dates(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    absent = cache.digest([file])
    file.write_text("")
    empty = cache.digest([file])
    file.write_text("x = 1")
    one = cache.digest([file])
    os.utime(file, (0, 0))
    assert cache.digest([file]) == one
    file.write_text("x = 2")
    assert len({absent, empty, one, cache.digest([file]), cache.digest([file], "en")}) == 5


@pytest.mark.parametrize(
    ("platform", "variables", "place"),
    [
        ("linux", {}, "/home/ana/.cache/dragoman"),
        ("linux", {"XDG_CACHE_HOME": "/var/c"}, "/var/c/dragoman"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/ana/.cache/dragoman"),
        ("darwin", {}, "/home/ana/Library/Caches/dragoman"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/dragoman/cache"),
        ("win32", {}, None),
        ("linux", {"DRAGOMAN_CACHE": "/mine"}, "/mine"),
        ("linux", {"DRAGOMAN_CACHE": ""}, None),
    ],
)
def test_the_folder_is_where_the_platform_keeps_such_files(
    platform: str, variables: dict[str, str], place: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DRAGOMAN_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ana"))
    assert cache.folder(platform) == (Path(place) if place else None)


def test_a_changed_source_is_compiled_anew(home: Path, pack: Path) -> None:
    assert open_pack(pack).lexicon.find("raid").kinds == {"event"}
    assert not open_pack(pack).lexicon.find("shelling")
    (pack / "acts.toml").write_text(ACTS.replace("raid", "shelling"), encoding="utf-8")
    changed = open_pack(pack).lexicon
    assert changed.find("shelling").kinds == {"event"}
    assert not changed.find("raid")
    (pack / "acts.toml").unlink()
    assert not open_pack(pack).lexicon.find("shelling")


def test_a_broken_pack_is_told_again_until_it_is_mended(home: Path, pack: Path) -> None:
    (pack / "acts.toml").write_text(ACTS.replace("attack", "atack"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(PackError, match="atack"):
            open_pack(pack)
    (pack / "acts.toml").write_text(ACTS, encoding="utf-8")
    assert open_pack(pack).lexicon.find("raid")


def numbers(trie: Trie, before: tuple[str, ...] = ()) -> dict[tuple[str, ...], int]:
    out: dict[tuple[str, ...], int] = {}
    for token, place in trie.items():
        if isinstance(place, Branch):
            if place.ends is not None:
                out[*before, token] = place.ends
            out |= numbers(place.following, (*before, token))
        else:
            out[*before, token] = place
    return out


def test_a_pack_from_disk_is_the_pack_that_was_compiled(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load.cache_clear()
    load("nl")
    load.cache_clear()
    kept = load("nl")
    monkeypatch.setenv(cache.VARIABLE, "")
    load.cache_clear()
    fresh = load("nl")
    assert kept is not fresh
    assert (kept.habits, kept.page, kept.certainty, kept.honorifics) == (
        fresh.habits,
        fresh.page,
        fresh.certainty,
        fresh.honorifics,
    )
    assert kept.entries == fresh.entries
    ours, theirs = numbers(kept.lexicon.entries), numbers(fresh.lexicon.entries)
    assert len(ours) == kept.lexicon.size == fresh.lexicon.size
    assert ours == theirs
    for phrase, number in ours.items():
        assert kept.lexicon.senses[number] == fresh.lexicon.senses[number] != NO_SENSES, phrase
