"""Answers of the public face that are files or may be asked for again: with a digest, so that what has not changed is not sent twice."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

FRESH = "public, max-age=60"
"""How long a reader's browser may show an answer without asking: replies and editions come rarely."""


def answered(request: HttpRequest, content: bytes, content_type: str, *, name: str = "") -> HttpResponseBase:
    """The content, or "not modified" to somebody who has it already; with a name it is a file to be saved."""
    answer = HttpResponse(content, content_type=content_type)
    answer.headers["Cache-Control"] = FRESH
    answer.headers["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    if name:
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return get_conditional_response(request, etag=answer.headers["ETag"], response=answer) or answer
