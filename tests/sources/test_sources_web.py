# ruff: noqa: E501
"""Fetching: only public addresses, checked after each redirect, within time and size."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import SourceError
from dragoman.model import Document, Unread
from dragoman.sources import Limits, load, web

PAGE = (
    b"<html><body><article><p>"
    + b"The ministry rejected the accusation on Tuesday. " * 10
    + b"</p></article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen: list[tuple[str, dict[str, str]]]

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, data: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self) -> None:
        type(self).seen.append((self.path, dict(self.headers)))
        if self.path == "/packed":
            self.answer(gzip.compress(PAGE), Content_Encoding="gzip")
        elif self.path == "/bomb":
            self.answer(gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")
        elif self.path == "/br":
            self.answer(b"x", Content_Encoding="br")
        elif self.path == "/latin":
            self.answer(
                "<html><body><p>één reactie".encode("cp1252"), Content_Type="text/html; charset=ISO-8859-1"
            )
        elif self.path == "/missing":
            self.answer(b"no", 404)
        elif self.path == "/empty":
            self.answer(b"")
        elif self.path == "/loop":
            self.answer(b"", 302, Location="/loop")
        elif self.path == "/hop":
            self.answer(b"", 301, Location="/packed")
        elif self.path == "/inside":
            self.answer(b"", 302, Location=f"http://inside.example:{self.server.server_address[1]}/page")
        elif self.path == "/file":
            self.answer(b"", 302, Location="file:///etc/passwd")
        elif self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            for _ in range(100):
                try:
                    self.wfile.write(b"x")
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(0.1)
        elif self.path == "/large":
            self.send_response(200)
            self.send_header("Content-Length", "50000000")
            self.end_headers()
        else:
            self.answer(PAGE, Content_Type="text/html")


@pytest.fixture
def server() -> Iterator[int]:
    Handler.seen = []
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running.server_address[1]
    running.shutdown()
    running.server_close()
    thread.join()


def resolve(host: str, port: int) -> list[str]:
    return {"public.example": ["127.0.0.1"], "inside.example": ["10.0.0.7"]}[host]


def allowed(address: str) -> bool:
    return address == "127.0.0.1"


def fetch(server: int, path: str, **limits: float) -> web.Fetched:
    return web.fetch(
        f"http://public.example:{server}{path}",
        Limits(**limits),
        resolve=resolve,
        allowed=allowed,  # type: ignore[arg-type]
    )


def test_a_page_is_fetched_with_a_plain_name(server: int) -> None:
    found = fetch(server, "/a b?q=é")
    assert found.data == PAGE
    path, headers = Handler.seen[0]
    assert path == "/a%20b?q=%C3%A9"
    assert headers["Host"] == f"public.example:{server}"
    assert headers["User-Agent"].startswith("dragoman/")
    assert "Cookie" not in headers


def test_an_address_cannot_add_a_header(server: int) -> None:
    fetch(server, "/a\r\nX-Extra: y")
    assert "X-Extra" not in Handler.seen[0][1]


def test_redirects_and_packing(server: int) -> None:
    found = fetch(server, "/hop")
    assert found.data == PAGE
    assert found.url == f"http://public.example:{server}/packed"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/missing", "answers 404"),
        ("/loop", "redirects more than 5 times"),
        ("/inside", "refused: inside.example stands for 10.0.0.7"),
        ("/file", "only http and https"),
        ("/bomb", "10 MB"),
        ("/large", "50 MB"),
        ("/br", "packed as br"),
    ],
)
def test_what_is_refused(server: int, path: str, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        fetch(server, path)


def test_a_server_that_drips_is_cut_off(server: int) -> None:
    started = time.monotonic()
    with pytest.raises(SourceError, match=r"no answer within 0\.5 seconds"):
        fetch(server, "/drip", seconds=0.5)
    assert time.monotonic() - started < 2


def test_a_server_that_drips_its_head_is_cut_off() -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        connection, _ = listener.accept()
        with connection:
            for _ in range(50):
                try:
                    connection.send(b"H")
                except OSError:
                    return
                time.sleep(0.1)

    thread = threading.Thread(target=drip)
    thread.start()
    started = time.monotonic()
    with pytest.raises(SourceError, match="no answer within"):
        fetch(listener.getsockname()[1], "/", seconds=0.5)
    assert time.monotonic() - started < 2
    thread.join()
    listener.close()


def test_nobody_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(SourceError, match="cannot be fetched"):
        fetch(port, "/")


def test_no_secure_connection(server: int) -> None:
    with pytest.raises(SourceError, match="no secure connection"):
        web.fetch(f"https://public.example:{server}/", Limits(), resolve=resolve, allowed=allowed)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1",
        "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1", "192.0.2.1", "2001:db8::1", "x", "",
    ],
)  # fmt: skip
def test_addresses_inside_a_house_are_not_public(address: str) -> None:
    assert not web.is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "64:ff9b::101:101"])
def test_public_addresses(address: str) -> None:
    assert web.is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/", "http://0/",
        "http://169.254.169.254/latest/meta-data/", "http://user:pw@127.0.0.1/", "http://[::ffff:127.0.0.1]/", "https://127.1/",
    ],
)  # fmt: skip
def test_the_house_is_refused_however_it_is_written(url: str) -> None:
    (found,) = load(url)
    assert isinstance(found, Unread)
    assert "is no public address" in found.why


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http://[",
        "http://a..b/",
        "http://x:99999/",
        "https://" + "a" * 300 + ".example/",
        "http://é\ud800/",
    ],
)
def test_broken_addresses(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = load(url)
    assert isinstance(found, Unread)


def test_a_fetched_page_is_a_document(monkeypatch: pytest.MonkeyPatch, server: int) -> None:
    original = web.fetch
    monkeypatch.setattr(
        web, "fetch", lambda url, limits: original(url, limits, resolve=resolve, allowed=allowed)
    )
    (document,) = load(f"http://public.example:{server}/2022/09/08/story.html")
    assert isinstance(document, Document)
    assert document.source == document.url == f"http://public.example:{server}/2022/09/08/story.html"
    assert (document.outlet, document.published) == ("public.example", "2022-09-08")
    (latin,) = load(f"http://public.example:{server}/latin")
    assert isinstance(latin, Document)
    assert (latin.text, latin.encoding) == ("één reactie", "windows-1252")
    (empty,) = load(f"http://public.example:{server}/empty")
    assert isinstance(empty, Unread)
