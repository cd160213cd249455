"""What a caller can name, and what comes of it."""

import io
import json
import os
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Document, Unread
from dragoman.sources import Limits, Piece, Repeated, count, documents, load, pieces
from dragoman.sources.build import text_id

TEXT = "The ministry rejected the accusation on Tuesday.\n"


def one(source: object, **options: object) -> Document:
    (found,) = load(source, **options)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def refusal(source: object, **options: object) -> str:
    (found,) = load(source, **options)  # type: ignore[arg-type]
    assert isinstance(found, Unread), found
    assert "\n" not in found.why
    return found.why


def write(path: Path, content: str | bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def test_a_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    document = one(path)
    assert document == Document(id=text_id(TEXT), text=TEXT, source=path, encoding="utf-8")
    assert len(document.id) == 16
    assert one(tmp_path / "a.txt") == document


def test_a_text_keeps_its_white_space_so_that_offsets_stay(tmp_path: Path) -> None:
    assert one(write(tmp_path / "a.txt", "\n\n  " + TEXT)).text == "\n\n  " + TEXT


def test_a_folder_in_the_order_of_names(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.md",
        "a/y.html",
        "c.txt",
        ".hidden/x.txt",
        ".x.txt",
        "p.png",
        "s.css",
        "x.txt~",
        "README.md",
    ):
        write(tmp_path / name, f"<p>Report {name}</p>" if name.endswith("html") else f"Report {name}")
    names = [Path(found.source or "").name for found in load(str(tmp_path))]
    assert names == ["y.html", "z.md", "b.txt", "c.txt"]


def test_a_folder_names_what_it_could_not_read(tmp_path: Path) -> None:
    write(tmp_path / "a.pdf", b"%PDF-1.7 ...")
    write(tmp_path / "b.txt", TEXT)
    first, second = load(str(tmp_path))
    assert isinstance(first, Unread)
    assert "PDF is not read yet" in first.why
    assert isinstance(second, Document)


def test_a_folder_passes_over_dossiers(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "dossier.html", '<!doctype html><meta name="generator" content="dragoman 1"><p>Line')
    write(tmp_path / "dossier.md", "<!-- dragoman 1 -->\n# Dossier")
    write(tmp_path / "dossier.json", json.dumps({"version": "1", "stories": [], "unread": []}))
    write(tmp_path / "story.stix.json", json.dumps({"type": "bundle"}))
    reading = {"id": "a", "text": TEXT, "noise": [], "events": [], "statements": [], "attributions": []}
    write(tmp_path / "readings.jsonl", json.dumps(reading) + "\n")
    assert [Path(found.source or "").name for found in load(str(tmp_path))] == ["a.txt"]
    for name in ("dossier.json", "dossier.html", "dossier.md"):
        assert "it is a dossier" in refusal(str(tmp_path / name))
    assert one(str(tmp_path / "readings.jsonl")).id == "a"


def test_a_folder_without_reports(tmp_path: Path) -> None:
    write(tmp_path / "x.png", b"\x89PNG")
    assert "no report in this folder" in refusal(str(tmp_path))


def test_links_that_lead_back_are_walked_once(tmp_path: Path) -> None:
    write(tmp_path / "sub/a.txt", TEXT)
    os.symlink(tmp_path, tmp_path / "sub" / "up")
    os.symlink("loop", tmp_path / "loop")
    os.symlink("nowhere", tmp_path / "broken")
    found = list(load(str(tmp_path)))
    assert [type(each) for each in found] == [Unread, Unread, Document]
    assert "points to nothing" in found[0].why  # type: ignore[union-attr]
    assert "leads back to itself" in found[1].why  # type: ignore[union-attr]


def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    write(tmp_path / "a.txt", TEXT)
    assert [type(each) for each in load(str(tmp_path))] == [Document]


def test_a_named_pipe_by_itself_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(TEXT.encode(),))
    writer.start()
    assert one(str(path)).text == TEXT
    writer.join()


def test_a_pattern(tmp_path: Path) -> None:
    write(tmp_path / "a/1.txt", "one")
    write(tmp_path / "b/2.txt", "two")
    write(tmp_path / "b/3.md", "three")
    assert [d.text for d in load(str(tmp_path / "**" / "*.txt")) if isinstance(d, Document)] == ["one", "two"]
    assert "no report matches" in refusal(str(tmp_path / "*.xyz"))


def test_a_pattern_passes_over_dossiers(tmp_path: Path) -> None:
    write(tmp_path / "a.html", "<html><body><p>A report.")
    write(tmp_path / "d.html", '<!doctype html><meta name="generator" content="dragoman 1"><p>Line')
    assert one(str(tmp_path / "*.html")).text == "A report."


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    assert one(write(tmp_path / "a[1].txt", TEXT)).text == TEXT


def test_a_name_in_another_encoding_is_shown_safely(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/rapport-\xe9\x1b[31m.txt"
    with open(path, "wb") as file:
        file.write(TEXT.encode())
    source = one(str(tmp_path)).source or ""
    source.encode()
    assert "\x1b" not in source


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n ", "white space"),
        (b"\xef\xbb\xbf", "no text"),
        (b"%PDF-1.4\n", "PDF is not read yet. Convert it to text first (pdftotext"),
        (
            b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml word/document.xml",
            "DOCX is not read yet",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office file"),
        (b"\x7fELF" + bytes(100), "a program"),
        (bytes(range(256)) * 4, "binary data"),
        (b"\x00" * 5000, "binary data"),
        (b"PK\x03\x04broken", "archive is broken"),
        (b"\x1f\x8b\x08broken", "archive is broken"),
        (b'<?xml version="1.0"?><nitf><body>x</body></nitf>', "<nitf>"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(tmp_path: Path, content: bytes, why: str) -> None:
    for name in ("a.txt", "a", "a.html"):
        assert why in refusal(write(tmp_path / name, content))


def test_what_is_not_there(tmp_path: Path) -> None:
    assert "no such file" in refusal(str(tmp_path / "nothing.txt"))
    assert "without a name" in refusal("")
    assert "ftp addresses are not fetched" in refusal("ftp://example.org/a")
    assert "too long" in refusal("x" * 5000)
    assert refusal("a\0b")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", TEXT)

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", denied)
    assert "permission denied" in refusal(path)
    monkeypatch.undo()
    monkeypatch.setattr(os, "scandir", denied)
    assert "the folder cannot be read" in next(f.why for f in load(str(tmp_path)) if isinstance(f, Unread))


def test_content_wins_over_the_suffix(tmp_path: Path) -> None:
    assert (
        one(write(tmp_path / "page.txt", "<!DOCTYPE html><html><body><p>Hello.</p></body></html>")).text
        == "Hello."
    )
    assert one(write(tmp_path / "text.html", TEXT)).text == TEXT
    found = list(
        load(write(tmp_path / "lines.txt", '{"id": "1", "text": "Hello."}\n{"id": "2", "text": "Bye."}\n'))
    )
    assert [d.id for d in found if isinstance(d, Document)] == ["1", "2"]
    long = json.dumps({"id": "1", "text": "word " * 5000})
    found = list(load(write(tmp_path / "long", f'{long}\n{{"id": "2", "text": "Bye."}}\n')))
    assert [d.id for d in found if isinstance(d, Document)] == ["1", "2"]
    assert one(write(tmp_path / "brace.txt", "{sic} he said")).text == "{sic} he said"
    assert one(write(tmp_path / "bracket.txt", "[Reuters] - He said.")).text == "[Reuters] - He said."


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert one("-") == Document(id=text_id(TEXT), text=TEXT, source="-", encoding="utf-8")
    assert "nothing in it" in refusal("-")


def test_the_same_text_is_read_once(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.txt", TEXT.replace("\n", "\r\n"))
    first, second = load(str(tmp_path))
    assert isinstance(first, Document)
    assert isinstance(second, Repeated)
    assert second.why == f"already read as {first.source}."
    assert len(list(load([str(tmp_path / "a.txt")] * 2))) == 2


class TestRecords:
    def lines(self, tmp_path: Path, *values: object) -> list[Document | Unread]:
        content = "\n".join(v if isinstance(v, str) else json.dumps(v) for v in values)
        return list(load(write(tmp_path / "docs.jsonl", content)))

    def test_what_is_given_is_kept(self, tmp_path: Path) -> None:
        given = {
            "id": "x-1",
            "text": "Tirana.",
            "language": "pt-BR",
            "published": "2022-09-20T23:59:00-04:00",
            "url": "https://a.example/1",
            "outlet": "A",
            "title": " T\n",
        }
        (document,) = self.lines(tmp_path, given)
        assert document == Document(
            id="x-1",
            text="Tirana.",
            source=f"{tmp_path / 'docs.jsonl'}, line 1",
            url="https://a.example/1",
            outlet="A",
            title="T",
            published="2022-09-20",
            published_because="given",
            language="pt",
        )

    def test_a_bad_line_costs_itself_alone(self, tmp_path: Path) -> None:
        found = self.lines(
            tmp_path,
            {"text": "a"},
            "{bad",
            "",
            "null",
            {"id": 7, "text": "b"},
            {"id": "c"},
            {"text": 5},
            "[]",
            {"text": " "},
        )
        assert [type(each) for each in found] == [Document, Unread, Unread, Document, *[Unread] * 4]
        assert [str(each.source).rpartition(", ")[2] for each in found] == [
            f"line {n}" for n in (1, 2, 4, 5, 6, 7, 8, 9)
        ]
        assert isinstance(found[3], Document)
        assert found[3].id == "7"

    def test_odd_values_are_left_out_and_told(self, tmp_path: Path) -> None:
        (document,) = self.lines(
            tmp_path,
            {
                "id": "",
                "text": "a",
                "published": "yesterday",
                "language": "Klingon!",
                "url": 5,
                "outlet": None,
            },
        )
        assert isinstance(document, Document)
        assert (document.id, document.published, document.language, document.url) == (
            text_id("a"),
            None,
            None,
            None,
        )
        assert len(document.notices) == 3

    def test_half_characters_and_nul(self, tmp_path: Path) -> None:
        (document,) = self.lines(tmp_path, '{"text": "a\\ud800b\\u0000c"}')
        assert isinstance(document, Document)
        assert document.text == "a\ufffdb c"

    def test_one_id_for_two_texts(self, tmp_path: Path) -> None:
        _, second = self.lines(tmp_path, {"id": "1", "text": "a"}, {"id": "1", "text": "b"})
        assert isinstance(second, Unread)
        assert not isinstance(second, Repeated)
        assert "'1' stands for another text already" in second.why

    def test_one_text_in_two_outlets_stays_two_documents(self, tmp_path: Path) -> None:
        found = self.lines(
            tmp_path,
            {"id": "1", "text": "a"},
            {"id": "2", "text": "a"},
            {"text": "a"},
            {"id": "2", "text": "a"},
        )
        assert [type(each) for each in found] == [Document, Document, Repeated, Repeated]

    def test_mis_decoded_text_is_noticed(self, tmp_path: Path) -> None:
        (document,) = self.lines(tmp_path, {"text": "De coÃ¶rdinatie van de reactie in BelgiÃ« en CuraÃ§ao."})
        assert isinstance(document, Document)
        assert "mis-decoded" in document.notices[0]

    def test_other_encodings(self, tmp_path: Path) -> None:
        for encoding in ("utf-8-sig", "utf-16", "cp1252"):
            data = '{"id": "1", "text": "Eén."}\n{"id": "2", "text": "Twee."}\n'.encode(encoding)
            found = list(load(write(tmp_path / "x.jsonl", data)))
            assert [d.text for d in found if isinstance(d, Document)] == ["Eén.", "Twee."], encoding

    def test_a_json_file(self, tmp_path: Path) -> None:
        assert one(write(tmp_path / "a.json", '{\n "id": "1",\n "text": "Hello."\n}')).id == "1"
        found = list(load(write(tmp_path / "b.json", '[{"text": "Hello."}, 5]')))
        assert [type(each) for each in found] == [Document, Unread]
        assert "item 2" in found[1].source  # type: ignore[operator]
        assert "empty list" in refusal(write(tmp_path / "c.json", "[]"))
        assert "no JSON" in refusal(write(tmp_path / "d.json", "[" * 100_000))


class TestLimits:
    def test_a_large_file_is_refused_at_once(self, tmp_path: Path) -> None:
        path = tmp_path / "long.txt"
        with open(path, "wb") as file:
            file.write(b"word ")
            file.truncate(100_000_000)
        for name in ("long.txt", "long.html", "long"):
            os.rename(path, tmp_path / name)
            path = tmp_path / name
            started = time.perf_counter()
            why = refusal(str(path))
            assert time.perf_counter() - started < 10
            assert "100 MB" in why or "binary" in why

    @pytest.mark.parametrize("json_lines", [True, False])
    @pytest.mark.parametrize("name", ["long.txt", "long.html", "long.jsonl", "long.json", "long.md", "-"])
    def test_a_line_of_100_mb(
        self, tmp_path: Path, name: str, json_lines: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "long"
        with open(path, "wb") as file:
            file.write(b'{"id": "1", "text": "' if json_lines else b"It said: ")
            for _ in range(100):
                file.write(b"word " * 200_000)
            file.write(b'"}\n{"id": "2", "text": "after"}\n')
        source = str(tmp_path / name)
        if name == "-":
            source = "-"

            class Stdin:
                buffer = open(path, "rb")  # noqa: SIM115

            monkeypatch.setattr(sys, "stdin", Stdin)
        else:
            os.rename(path, source)
        started = time.perf_counter()
        found = list(load(source))
        assert time.perf_counter() - started < 10
        assert isinstance(found[0], Unread)
        assert "MB" in found[0].why
        assert "--max-mb" in found[0].why
        assert [d.id for d in found[1:] if isinstance(d, Document)] == (
            ["2"] if name == "long.jsonl" or (json_lines and name != "long.json") else []
        )
        if name == "-":
            Stdin.buffer.close()

    def test_a_long_text_is_refused(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", "word " * 500_000)
        why = refusal(path)
        assert "2.5 million characters" in why
        assert "--max-mb 26" in why
        assert len(one(path, limits=Limits.of_megabytes(26)).text) == 2_500_000

    def test_an_endless_file_ends(self) -> None:
        assert "binary" in refusal("/dev/zero")


def test_count(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "a")
    write(tmp_path / "b.jsonl", '{"text": "b"}\n{"text": "c"}\n')
    assert count([str(tmp_path)]) == 3
    assert count([str(tmp_path), "-"]) is None
    assert count([str(tmp_path / "none.txt")]) == 1


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=400)
    | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))
    | st.sampled_from(
        [b"<html>", b"<?xml version='1.0'?><rss>", b'{"text": ', b"---\n", b"PK\x03\x04", b"\x1f\x8b\x08"]
    ).flatmap(lambda head: st.binary(max_size=200).map(lambda tail: head + tail)),
    name=st.sampled_from(["a", "a.txt", "a.html", "a.jsonl", "a.json", "a.md", "a.xml", "a.zip", "a.tar.gz"]),
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, name: str) -> None:
    path = write(tmp_path / name, data)
    found = list(load(path))
    assert found or not data.strip()
    for each in found:
        assert isinstance(each, Document | Unread)
        if isinstance(each, Document):
            assert each.text.strip()
            assert each.id


@settings(max_examples=100, deadline=None)
@given(
    data=st.binary(max_size=300), form=st.sampled_from(["text", "markdown", "html", "feed", "json", "record"])
)
def test_any_piece_gives_documents_or_refusals(data: bytes, form: str) -> None:
    piece = Piece(source="x", data=data, form=form)  # type: ignore[arg-type]
    for found in documents(piece):
        assert isinstance(found, Document) or not found.why.startswith("its"), found


def test_pieces_are_found_without_being_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", "<html><p>Hi")
    assert list(pieces(path)) == [Piece(source=path, data=b"<html><p>Hi", form="html")]
