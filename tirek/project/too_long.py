"""The answer to a request whose address or headers are longer than the web server reads. It was not read, so neither language nor person is
known: the page speaks all languages. It knows no room.
"""

from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from tirek.project.headers import SecurityHeaders

PHRASES = {414: "URI Too Long", 431: "Request Header Fields Too Large"}


@cache
def answer(status: int) -> bytes:
    """The whole answer as it goes over the wire; the connection ends with it."""
    body = render_to_string("ui/too_long.html", {"status": f"{status} {PHRASES[status]}", "languages": settings.LANGUAGES}).encode()
    told = SecurityHeaders(lambda _request: HttpResponse(body, status=status))(HttpRequest())
    headers = {**told.headers, "Content-Length": str(len(body)), "Cache-Control": "no-store", "Connection": "close"}
    lines = [f"HTTP/1.1 {status} {PHRASES[status]}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
