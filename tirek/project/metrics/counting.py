"""Counting answers, in every web server's process: the face, the class of the status, the time. It knows no address and no person."""

import re
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from prometheus_client import Histogram

Answer = Callable[[HttpRequest], HttpResponseBase]
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Seconds; 0.15 and 0.3 are the times that a page may take (docs/reference/metrics.md)."""
SECONDS = Histogram("tirek_answer_seconds", "Time until an answer was ready", ["face", "status"], buckets=BOUNDS)
_LANGUAGE = re.compile(r"^/(?:ru|kk|ky|en)(?=/)")
_FACES = {"desk": "desk", "accounts": "desk", "members": "desk", "api": "api", "static": "static", "healthz": "health", "readyz": "health"}


class Counted:
    """Counts each answer, the outermost of all: its time is the whole of it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, counted."""
        begun = time.perf_counter()
        response = self.get_response(request)
        SECONDS.labels(face_of(request.path_info), f"{response.status_code // 100}xx").observe(time.perf_counter() - begun)
        return response


def face_of(path: str) -> str:
    """The face that answers an address; one of a handful of words, whatever was asked for."""
    return _FACES.get(_LANGUAGE.sub("", path).split("/")[1] if "/" in path else "", "portal")
