"""Gunicorn's worker with threads, which answers what it could not read with the house's page instead of a bare English line; and its log."""

import socket
import time
from contextlib import suppress
from typing import Any

from gunicorn.glogging import Logger
from gunicorn.http import errors
from gunicorn.workers.gthread import ThreadWorker

from tirek.project.logs import AsJson, as_json

PATIENCE = 2.0
"""Seconds for the answer to be taken, and for the rest of what is being sent."""
REST = 1 << 20
"""Bytes of the rest that are taken: a connection closed over unread bytes is reset, and the browser never shows the answer."""


STATUSES = (
    (errors.InvalidResponseHeader, 500), (errors.InvalidResponseHeaderName, 500),  # an answer of ours
    (errors.LimitRequestLine, 414), (errors.LimitRequestHeaders, 431), (errors.ExpectationFailed, 417), (errors.UnsupportedTransferCoding, 501),
    (errors.ParseException, 400),
)  # fmt: skip


class HouseWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """What is read is answered as gunicorn does."""

    def run(self) -> None:
        """Serves; what the first readers need is made meanwhile."""
        from tirek.project.cli.warming import warm_beside

        warm_beside()
        super().run()

    def handle_error(self, req: object, client: socket.socket, addr: object, exc: BaseException) -> None:
        """The page for a request that could not be read, with the headers of every answer.

        Gunicorn's own line would tell who sent it, and both that line and its answer what was sent: a cookie, a link, a name.
        """
        from tirek.project.unread import answer, broken

        status = next((status for kind, status in STATUSES if isinstance(exc, kind)), 500)
        if status == 500:
            self.log.exception("A request could not be answered")
        else:
            self.log.warning("A request was refused with %s: %s", status, type(exc).__name__)
        with suppress(OSError):
            say(client, broken() if status == 500 else answer(status))


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
