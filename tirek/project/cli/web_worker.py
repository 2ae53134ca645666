"""Gunicorn's worker with threads, which answers an address or headers that are too long with the house's page instead of a bare English line; and its log."""

import socket
import time
from contextlib import suppress
from typing import Any

from gunicorn.glogging import Logger
from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker

from tirek.project.logs import AsJson, as_json

PATIENCE = 2.0
"""Seconds for the answer to be taken, and for the rest of what is being sent."""
REST = 1 << 20
"""Bytes of the rest that are taken: a connection closed over unread bytes is reset, and the browser never shows the answer."""


class HouseWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Everything else is answered as gunicorn does."""

    def handle_error(self, req: object, client: socket.socket, addr: object, exc: BaseException) -> None:
        """The page for a request that is too long; the address of who sent it is not logged."""
        status = 414 if isinstance(exc, LimitRequestLine) else 431 if isinstance(exc, LimitRequestHeaders) else 0
        if not status:
            super().handle_error(req, client, addr, exc)
            return
        from tirek.project.too_long import answer

        self.log.warning("A request was refused with %s: %s", status, exc)
        with suppress(OSError):
            say(client, answer(status))


def say(client: socket.socket, words: bytes) -> None:
    """Sends the answer, then takes what still comes for a moment. Raises OSError for a client that is gone."""
    until, left = time.monotonic() + PATIENCE, REST
    client.settimeout(PATIENCE)
    client.sendall(words)
    client.shutdown(socket.SHUT_WR)
    while left > 0 and time.monotonic() < until:
        taken = len(client.recv(min(left, 65536)))
        if not taken:
            return
        left -= taken


class ServerLog(Logger):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn's own lines in the same form."""

    def setup(self, cfg: Any) -> None:
        """As gunicorn sets its log up, then the form."""
        super().setup(cfg)
        if as_json():
            for handler in self.error_log.handlers:
                handler.setFormatter(AsJson())
