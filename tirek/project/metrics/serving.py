"""Serving the metrics: one address, one thread, at a port of its own. It answers nobody else's question."""

import os
import socket
from collections.abc import Iterable
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server
from wsgiref.types import StartResponse, WSGIEnvironment

from prometheus_client import CollectorRegistry, make_wsgi_app
from prometheus_client.multiprocess import MultiProcessCollector

from tirek.project.metrics.gauges import Gauges
from tirek.project.metrics.sharing import SHARED

PATIENCE = 10
"""Seconds for somebody who asks to send his question; the next one waits meanwhile."""


class Quiet(WSGIRequestHandler):
    """No line for each question: who asks, and from where, is not kept."""

    timeout = PATIENCE

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


class Six(WSGIServer):
    """The same at an IPv6 address."""

    address_family = socket.AF_INET6


def application(question: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """/metrics; nothing else is here."""
    if question.get("PATH_INFO") != "/metrics":
        start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"/metrics\n"]
    registry = CollectorRegistry()
    if os.environ.get(SHARED):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    registry.register(Gauges())
    answer: Iterable[bytes] = make_wsgi_app(registry)(question, start_response)
    return answer


def serve(host: str, port: int) -> None:
    """Until the process ends."""
    with make_server(host, port, application, Six if ":" in host else WSGIServer, Quiet) as server:
        server.serve_forever()
