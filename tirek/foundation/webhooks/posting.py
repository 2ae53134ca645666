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
    """A connection to one address, in TLS for the name that was asked for."""

    def __init__(self, host: str, port: int, number: str, context: ssl.SSLContext | None, silent: float) -> None:
        super().__init__(host, port, timeout=silent)
        self.number, self.context = number, context

    def connect(self) -> None:
        """To the number; the certificate must be the name's."""
        self.sock = socket.create_connection((self.number, self.port), self.timeout)
        if self.context is not None:
            self.sock = self.context.wrap_socket(self.sock, server_hostname=self.host)

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
        number = looked_up(host, port, allowed)
        way = Pinned(host, port, number, (trust or ssl.create_default_context()) if tls else None, limits.silent)
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


def looked_up(host: str, port: int, allowed: Allowed) -> str:
    """The number of a name. One name of several numbers must lead nowhere that is not allowed. Raises NotAllowedThere, gaierror."""
    numbers = list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    if not numbers or not all(allowed(each) for each in numbers):
        raise NotAllowedThere
    return numbers[0]
