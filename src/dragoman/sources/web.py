"""Fetching one address, for a caller that may have been handed the address by somebody else.

Only http and https; only public addresses: the host is resolved here, every address it has must be a
public one, and the connection goes to that very address, so that a second look-up cannot lead into
the house. The same holds after each redirect. Time, size and redirects are limited. One request at a
time, no cookies, no credentials, no proxy.
"""

import contextlib
import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from dragoman.errors import SourceError
from dragoman.sources.limits import Limits, too_large
from dragoman.version import __version__

AGENT = f"dragoman/{__version__} (+https://github.com/dragoman-reader/dragoman)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Resolve = Callable[[str, int], list[str]]


class Fetched(NamedTuple):
    """data: the body, unpacked. url: the last address. charset: of the Content-Type, or None."""

    data: bytes
    url: str
    charset: str | None
    content_type: str


def resolve(host: str, port: int) -> list[str]:
    """Every address `host` has. Raises OSError."""
    return list(dict.fromkeys(str(i[4][0]) for i in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet; an IPv4 address inside an IPv6 one counts.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def fetch(
    url: str, limits: Limits, *, resolve: Resolve = resolve, allowed: Callable[[str], bool] = is_public
) -> Fetched:
    """The page at `url`. Raises SourceError for what is refused, not found, too large or too slow.

    resolve, allowed: how a host is looked up and which addresses may be connected to.
    """
    deadline = time.monotonic() + limits.seconds
    address = url
    for _ in range(limits.redirects + 1):
        try:
            found = _request(url, address, limits, deadline, resolve, allowed)
        except TimeoutError:
            raise SourceError(
                url,
                f"no answer within {limits.seconds:g} seconds.",
                "Try again later, or save the page and read the file.",
            ) from None
        except ssl.SSLError as error:
            raise SourceError(
                url,
                f"no secure connection ({error.reason or error}).",
                "Check the address, or save the page and read the file.",
            ) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise SourceError(
                url, f"it cannot be fetched ({_plain(error)}).", "Check the address and the connection."
            ) from None
        if isinstance(found, Fetched):
            return found
        address = found
    raise SourceError(
        url, f"it redirects more than {limits.redirects} times.", "Name the page's last address."
    )


def _request(
    source: str, url: str, limits: Limits, deadline: float, resolve: Resolve, allowed: Callable[[str], bool]
) -> Fetched | str:
    """The page, or the address it redirects to."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SourceError(source, f"{url[:200]} is refused: only http and https addresses are fetched.")
    host = parts.hostname.encode("idna").decode("ascii") if not parts.hostname.isascii() else parts.hostname
    port = parts.port or (443 if parts.scheme == "https" else 80)
    sock = _connect(source, host, port, deadline, resolve, allowed)
    # A server that sends a byte now and then keeps within every time-out of the socket, so the
    # connection is cut from outside when the time is up.
    timer = threading.Timer(_left(deadline), _cut, [sock])
    timer.daemon = True
    timer.start()
    connection = http.client.HTTPConnection(host, port)
    try:
        connection.sock = sock
        if parts.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
            timer.args = [connection.sock]
            connection.sock.do_handshake()
        path = quote(parts.path or "/", safe=_SAFE) + (
            f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
        )
        shown = f"[{host}]" if ":" in host else host
        connection.request(
            "GET",
            path,
            headers={
                "Host": shown if parts.port is None else f"{shown}:{port}",
                "User-Agent": AGENT,
                "Accept": "text/html,application/rss+xml,application/atom+xml,*/*;q=0.5",
                "Accept-Encoding": "gzip",
                "Connection": "close",
            },
        )
        response = connection.getresponse()
        if response.status in _REDIRECTS:
            target = response.getheader("Location")
            if not target:
                raise SourceError(source, f"it redirects (status {response.status}) to nowhere.")
            return urljoin(url, target.strip())
        if response.status != 200:
            raise SourceError(
                source,
                f"the server answers {response.status} {response.reason}.",
                "Open it in a browser, save the page, read the file.",
            )
        return _body(source, url, response, limits, deadline)
    except (OSError, http.client.HTTPException, ValueError):
        _left(deadline)
        raise
    finally:
        timer.cancel()
        connection.close()
        sock.close()


def _connect(
    source: str, host: str, port: int, deadline: float, resolve: Resolve, allowed: Callable[[str], bool]
) -> socket.socket:
    """A connection to an address of `host` that was checked; all of them must be allowed."""
    try:
        addresses = resolve(host, port)
    except OSError:
        raise SourceError(
            source, f"the host {host} is not known.", "Check the address and the connection."
        ) from None
    refused = [address for address in addresses if not allowed(address)]
    if refused or not addresses:
        raise SourceError(
            source,
            f"refused: {host} stands for {refused[0] if refused else 'nothing'}, which is no public address.",
            "Save the page and read the file.",
        )
    failure: OSError | None = None
    for address in addresses[:4]:
        try:
            return socket.create_connection((address, port), timeout=_left(deadline))
        except OSError as error:
            failure = error
    raise failure or OSError("no connection")


def _body(
    source: str, url: str, response: http.client.HTTPResponse, limits: Limits, deadline: float
) -> Fetched:
    stated = response.getheader("Content-Length") or ""
    if stated.isdecimal() and int(stated) > limits.page_bytes:
        raise too_large(source, int(stated), limits.page_bytes)
    packed = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if packed not in {"identity", "gzip", "x-gzip"}:
        raise SourceError(
            source,
            f"it comes packed as {packed[:40]}, which is not read.",
            "Save the page and read the file.",
        )
    unpacker = None if packed == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 16)
    chunks: list[bytes] = []
    size = 0
    while True:
        _left(deadline)
        chunk = response.read1(65536)
        if not chunk:
            break
        if unpacker is not None:
            try:
                chunk = unpacker.decompress(chunk, limits.page_bytes + 1 - size)
            except zlib.error as error:
                raise SourceError(source, f"its gzip data is broken ({error}).", "Try again later.") from None
        size += len(chunk)
        if size > limits.page_bytes or (unpacker is not None and unpacker.unconsumed_tail):
            raise too_large(source, None, limits.page_bytes)
        chunks.append(chunk)
    _left(deadline)  # a connection that was cut looks like the end of the page
    content_type = response.getheader("Content-Type") or ""
    charset = _CHARSET.search(content_type)
    return Fetched(b"".join(chunks), url, charset.group(1) if charset else None, content_type)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _cut(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # the plain one: TLS would wait for an answer


def _plain(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:200]
