"""Handing one message over by HTTP: to the very address that was looked up and judged, without following anybody elsewhere. It knows no row.

A name is looked up once and its numbers are what is connected to, so that it cannot mean one machine while it is judged and another afterwards.
"""

import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from threading import Event, Timer
from urllib.parse import urlsplit

Allowed = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds that the other side may be silent, and that all of an attempt may take from the connection on."""

    silent: float = 10.0
    whole: float = 20.0


class NotAllowedThere(Exception):
    """The name leads to an address that may not be connected to."""


class Pinned(HTTPConnection):
    """A connection to the first of some judged addresses that answers, in TLS for the name that was asked for."""

    def __init__(self, host: str, port: int, numbers: tuple[str, ...], context: ssl.SSLContext | None, silent: float) -> None:
        super().__init__(host, port, timeout=silent)
        self.numbers, self.context = numbers, context

    def connect(self) -> None:
        """To one of the numbers: a machine without IPv6 is told of such an address all the same. The certificate must be the name's."""
        self.sock = self.reached()
        if self.context is not None:
            self.sock = self.context.wrap_socket(self.sock, server_hostname=self.host)

    def reached(self) -> socket.socket:
        """A connection to the first number that answers. Raises OSError, of the last one, where none does."""
        *others, last = self.numbers
        for number in others:
            try:
                return socket.create_connection((number, self.port), self.timeout)
            except OSError:
                continue
        return socket.create_connection((last, self.port), self.timeout)

    def cut(self) -> None:
        """Ends it from another thread, however far it is."""
        if self.sock is not None:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


def post(address: str, body: bytes, headers: Mapping[str, str], *, allowed: Allowed, limits: Limits, trust: ssl.SSLContext | None = None) -> str:
    """The status of the answer as a number, or one word of what kept us from it. Of the answer nothing but its status is read."""
    url = urlsplit(address)
    tls = url.scheme == "https"
    host, port = url.hostname or "", url.port or (443 if tls else 80)
    try:
        numbers = looked_up(host, port, allowed)
        way = Pinned(host, port, numbers, (trust or ssl.create_default_context()) if tls else None, limits.silent)
        return answer(way, url._replace(scheme="", netloc="").geturl() or "/", body, headers, limits.whole)
    except NotAllowedThere:
        return "inside"
    except socket.gaierror:
        return "no name"
    except ssl.SSLCertVerificationError:
        return "certificate"
    except TimeoutError:
        return "no answer"
    except HTTPException:
        return "not HTTP"
    except (OSError, ValueError):
        return "not reached"


def answer(way: Pinned, path: str, body: bytes, headers: Mapping[str, str], whole: float) -> str:
    """Sends the message and reads the status. A side that drips its answer is cut off: then there was none."""
    late = Event()

    def end() -> None:
        late.set()
        way.cut()

    clock = Timer(whole, end)
    clock.daemon = True
    clock.start()
    try:
        way.request("POST", path, body, dict(headers))
        return str(way.getresponse().status)
    except (HTTPException, OSError):
        if late.is_set():
            raise TimeoutError from None
        raise
    finally:
        clock.cancel()
        way.close()


def looked_up(host: str, port: int, allowed: Allowed) -> tuple[str, ...]:
    """The numbers of a name, none of which may lead anywhere that is not allowed; at most three are tried. Raises NotAllowedThere, gaierror."""
    numbers = tuple(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    if not numbers or not all(allowed(each) for each in numbers):
        raise NotAllowedThere
    return numbers[:3]
