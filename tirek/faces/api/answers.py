"""Answers of the api: JSON with a digest, so that what has not changed is not sent twice; faults in one shape. It knows no noun."""

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

FRESH = "public, max-age=60"
SAFE = ("GET", "HEAD")


class Fault(Exception):
    """Something that cannot be answered: the status, a code for programs, and a sentence for people."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def not_there() -> Fault:
    """What is not published, and what does not exist: the same answer."""
    return Fault(404, "not_found", _("There is no such thing at this address. The description of all addresses is at /api/v1/openapi.json."))


def withheld(day: str, newest: str) -> Fault:
    """An edition that is withheld: since when, and where the newest stands."""
    told = _("This edition is withheld since %(day)s; the list of editions says more. The newest one is at %(address)s.")
    return Fault(410, "withheld", told % {"day": day, "address": newest})


def answered(request: HttpRequest, told: Mapping[str, Any]) -> HttpResponseBase:
    """Plain values as JSON, or "not modified" to somebody who has them already."""
    content = json.dumps(told, ensure_ascii=False).encode()
    answer = HttpResponse(content, content_type="application/json")
    answer.headers["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    return open_to_all(get_conditional_response(request, etag=answer.headers["ETag"], response=answer) or answer)


def open_to_all(answer: HttpResponseBase) -> HttpResponseBase:
    """The headers of every answer: pages of other sites may read it, and it may be kept for a minute."""
    answer.headers.setdefault("Cache-Control", FRESH)
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


def faulty(fault: Fault) -> HttpResponse:
    """A fault as JSON."""
    answer = HttpResponse(json.dumps({"error": {"code": fault.code, "message": fault.message}}, ensure_ascii=False), content_type="application/json")
    answer.status_code = fault.status
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def read_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view that is only looked at, and whose faults are told as JSON."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in SAFE:
            answer = faulty(Fault(405, "read_only", _("This address is only read: ask with GET or HEAD.")))
            answer.headers["Allow"] = ", ".join(SAFE)
            return answer
        try:
            return view(request, *args, **kwargs)
        except Fault as fault:
            return faulty(fault)

    return csrf_exempt(guarded)  # nothing is written here: what is not looked at is answered as the description says
