"""The answer to a request that the web server could not read: an address or headers too long, or what is no request at all. Neither language nor
person is known then: the page speaks all languages. Not a word of what was sent is in it. It knows no room.
"""

from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from tirek.project.headers import SecurityHeaders

PHRASES = {
    400: "Bad Request",
    414: "URI Too Long",
    417: "Expectation Failed",
    431: "Request Header Fields Too Large",
    501: "Not Implemented",
}
TOO_LONG = frozenset({414, 431})


@cache
def answer(status: int) -> bytes:
    """The whole answer as it goes over the wire; the connection ends with it."""
    told = {"status": f"{status} {PHRASES[status]}", "too_long": status in TOO_LONG, "languages": settings.LANGUAGES}
    return wired(HttpResponse(render_to_string("ui/unread.html", told), status=status))


def broken() -> bytes:
    """The answer to a request that was read, and that fell before the house could make a page for it."""
    text = "Something went wrong on our side. Nothing was half-saved. Try again in a minute.\n"
    return wired(HttpResponse(text, status=500, content_type="text/plain; charset=utf-8"))


def wired(response: HttpResponse) -> bytes:
    """An answer with the headers of every answer, in bytes."""
    told = SecurityHeaders(lambda _request: response)(HttpRequest())
    headers = {**told.headers, "Content-Length": str(len(response.content)), "Cache-Control": "no-store", "Connection": "close"}
    lines = [f"HTTP/1.1 {response.status_code} {response.reason_phrase}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + response.content
