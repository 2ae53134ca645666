"""Health for whoever watches the server: /healthz, whether it lives, /readyz, whether it can take work. No session, no name, no figure of a record."""

import shutil
from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]
ROOM = 100_000_000
"""Bytes that must be free where records, files and checkpoints are written."""


class HealthCheck:
    """Answers /healthz with 200 once the database answers, /readyz once it can also be written to and the disk has room; 503 with a reason until then."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The instance's health, or whatever is asked for."""
        asked = {"/healthz": silent, "/readyz": unready}.get(request.path_info)
        if asked is None:
            return self.get_response(request)
        reasons = list(asked())
        return HttpResponse("\n".join(reasons or ["ok"]) + "\n", status=503 if reasons else 200, content_type="text/plain; charset=utf-8")


def silent() -> Iterator[str]:
    """That the database does not answer, if so."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        yield "database does not answer"


def unready() -> Iterator[str]:
    """Why nothing can be recorded now: no database, one that is a copy or closed for writing, a disk without room."""
    if shutil.disk_usage(settings.TIREK_DATA).free < ROOM:
        yield "disk is full"
    try:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SHOW transaction_read_only")
                if cursor.fetchone() == ("on",):
                    yield "database is read only"
    except DatabaseError:
        pass
    yield from silent()
