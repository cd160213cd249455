"""Archives are read in memory, within limits, whatever their members are called."""

import gzip
import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from dragoman.model import Document, Unread
from dragoman.sources import Limits, load


def zipped(path: Path, members: dict[str, bytes]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return str(path)


def tarred(path: Path, members: dict[str, bytes], mode: str) -> str:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return str(path)


MEMBERS = {
    "a/one.txt": b"First report.",
    "../../two.html": b"<html><body><p>Second report.</p></body></html>",
    "three.jsonl": b'{"id": "x", "text": "Third."}\n{"id": "y"}\n',
    "__MACOSX/._one.txt": b"junk",
    ".DS_Store": b"junk",
}


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz", "lies.txt"])
def test_members_are_read_like_files(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"r.{kind}"
    source = (
        zipped(path, MEMBERS)
        if kind in {"zip", "lies.txt"}
        else tarred(path, MEMBERS, "w:gz" if "gz" in kind else "w")
    )
    before = sorted(os.listdir(tmp_path.parent))
    found = list(load(source))
    assert [each.source for each in found] == [
        f"{source}!a/one.txt",
        f"{source}!../../two.html",
        f"{source}!three.jsonl, line 1",
        f"{source}!three.jsonl, line 2",
    ]
    assert [d.text for d in found if isinstance(d, Document)] == ["First report.", "Second report.", "Third."]
    assert sorted(os.listdir(tmp_path.parent)) == before


def test_a_packed_file(tmp_path: Path) -> None:
    path = tmp_path / "docs.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "1", "text": "A."}\n{"id": "2", "text": "B."}\n'))
    found = list(load(str(path)))
    assert [d.id for d in found if isinstance(d, Document)] == ["1", "2"]
    assert found[0].source == f"{path}!docs.jsonl, line 1"


def test_bombs_are_refused(tmp_path: Path) -> None:
    small = Limits(file_bytes=3_000_000, archive_bytes=4_000_000, archive_files=3)
    ratio, good = load(
        zipped(tmp_path / "a.zip", {"bomb.txt": b"a" * 2_500_000, "b.txt": b"Report."}), limits=small
    )
    assert isinstance(ratio, Unread)
    assert "200 times its size" in ratio.why
    assert isinstance(good, Document)
    (large,) = load(zipped(tmp_path / "b.zip", {"bomb.txt": b"a" * 30_000_000}))
    assert isinstance(large, Unread)
    assert "30 MB" in large.why
    many = list(load(zipped(tmp_path / "c.zip", {f"{n}.txt": b"x" for n in range(5)}), limits=small))
    assert next(each.why for each in many if isinstance(each, Unread)).startswith(
        "it holds more than 3 files"
    )
    (tmp_path / "d.gz").write_bytes(gzip.compress(bytes([65]) * 30_000_000))
    (packed,) = load(str(tmp_path / "d.gz"))
    assert isinstance(packed, Unread)
    assert "20 MB" in packed.why
    blocks = {f"{n}.txt": os.urandom(1000).hex().encode() * 1000 for n in range(3)}
    total = list(load(tarred(tmp_path / "e.tar.gz", blocks, "w:gz"), limits=small))
    assert isinstance(total[-1], Unread)
    assert "unpacks to more than 4 MB" in total[-1].why


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = Path(zipped(tmp_path / "in.zip", {"a.txt": b"x"})).read_bytes()
    (found,) = load(zipped(tmp_path / "out.zip", {"in.zip": inner}))
    assert isinstance(found, Unread)
    assert "archive in an archive" in found.why


def test_broken_and_empty_archives(tmp_path: Path) -> None:
    whole = Path(zipped(tmp_path / "a.zip", MEMBERS)).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "bad.zip").write_bytes(whole.replace(b"First report.", b"").replace(whole[40:60], b"?" * 20))
    for name in (
        "cut.zip",
        "bad.zip",
    ):
        assert any(isinstance(found, Unread) for found in load(str(tmp_path / name))), name
    (found,) = load(zipped(tmp_path / "empty.zip", {}))
    assert isinstance(found, Unread)
    assert "without files" in found.why
    tar = Path(tarred(tmp_path / "a.tar.gz", MEMBERS, "w:gz")).read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(tar[: len(tar) - 20])
    assert any(isinstance(found, Unread) for found in load(str(tmp_path / "cut.tar.gz")))
