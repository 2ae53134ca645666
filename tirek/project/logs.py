"""What goes to the log; it knows no room.

Plain lines for people, with a fault's whole traceback; or, with TIREK_LOGS=json, one JSON object a line for programs, one for each answer too. In these stands
no address, name, body or query string of anybody, so that they may be kept and sent elsewhere. In neither stands the path that was asked for, but its pattern:
a path may be a secret, as the link is that makes the first administrator.
"""

import json
import logging
import os
import re
import time
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve

from tirek.project.instance import ROOT, SettingRefused

Answer = Callable[[HttpRequest], HttpResponseBase]
QUIET = frozenset({"/healthz", "/readyz"})
"""Addresses that a watcher asks all day."""
UNTOLD = "/desk/bundles/"
"""Pages of which whoever reads the log must not learn that anybody asked for them: that a delegation is handed something is for the head and the auditor."""
_QUERY = re.compile(r"(/[^\s?]*)\?\S*")
_SENT = re.compile(r"'[^']*'|\b[a-z]+://\S+")
"""What stands of a stranger's headers in the lines of django.security: a host name, an origin."""
_PATH = re.compile(r"(?<!\S)/\S+")
_DEEPEST = 20
_LANGUAGE = re.compile(r"^/(?:ru|kk|ky|en)/")


def as_json(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the log is for programs. Raises SettingRefused."""
    kind = environ.get("TIREK_LOGS") or "plain"
    if kind not in {"plain", "json"}:
        raise SettingRefused(f"TIREK_LOGS is {kind!r}: give plain or json.")
    return kind == "json"


def untraced(record: logging.LogRecord) -> bool:
    """Lets a line through without its traceback: a request with a wrong host name is no fault of ours, and anybody can send one."""
    record.exc_info = record.exc_text = None
    return True


def words_of(record: logging.LogRecord) -> str:
    """What a record says, without query strings; of a path that an address with parts of its own answers, the pattern. Cost: one resolution a path."""
    words = record.getMessage()
    path = str(getattr(getattr(record, "request", None), "path", ""))
    if len(path) > 1:  # it may hold spaces, and be none of ours
        told = pattern_of(path) or "an address that is none of ours"
        for spelled in (path, path.encode("unicode_escape").decode()):  # Django escapes what is not ASCII
            words = re.sub(rf"{re.escape(spelled)}(?:\?\S*)?", lambda _found: told, words)
    words = _QUERY.sub(r"\1", words)
    return _PATH.sub(lambda found: pattern if "<" in (pattern := pattern_of(found[0])) else found[0], words)


class AsLine(logging.Formatter):
    """A record as a line for people."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The line without a traceback."""
        record.message = words_of(record)
        return super().formatMessage(record)


class AsJson(logging.Formatter):
    """A record as one JSON object: at, level, from, words, and its own facts. Of a fault the kind and the places in the code; its message may hold what somebody wrote."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        words = words_of(record)
        if record.name.startswith("django.security"):
            words = _SENT.sub("…", words)
        told: dict[str, Any] = {"at": moment(record.created), "level": record.levelname.lower(), "from": record.name, "words": words}
        told |= getattr(record, "facts", {})
        if record.exc_info and record.exc_info[0]:
            told |= {"fault": record.exc_info[0].__name__, "where": [place(one) for one in traceback.extract_tb(record.exc_info[2])[-_DEEPEST:]]}
        return json.dumps(told, ensure_ascii=False)


def moment(at: float) -> str:
    """A moment in UTC, to the millisecond."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")


def place(one: traceback.FrameSummary) -> str:
    """A place in the code, told from the checkout."""
    path = Path(one.filename)
    return f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name}:{one.lineno} {one.name}"


class Answered:
    """One line for each answer: how it was asked, by which pattern of the addresses, with which status, and after how many milliseconds."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.log = logging.getLogger("tirek.answered")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, told."""
        begun = time.perf_counter()
        response = self.get_response(request)
        if request.path_info not in QUIET:
            method = request.method if request.method in _METHODS else "other"
            facts = {"method": method, "route": route_of(request), "status": response.status_code, "ms": round((time.perf_counter() - begun) * 1000, 1)}
            self.log.info("answered", extra={"facts": facts})
        return response


def route_of(request: HttpRequest) -> str:
    """The pattern of the address that was asked for; nothing for one that is none of ours."""
    return as_told(f"/{request.resolver_match.route}") if request.resolver_match else pattern_of(request.path_info)


def as_told(route: str) -> str:
    """The pattern as the log may hold it."""
    return "/desk/" if UNTOLD in route else route


def pattern_of(path: str) -> str:
    """The pattern of an address, in whichever language; nothing for one that is none of ours."""
    path = _LANGUAGE.sub("/", path)
    if path.startswith("/static/"):
        return "/static/"
    try:
        return as_told(f"/{resolve(path).route}")
    except Resolver404:
        return ""


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def logging_settings(*, json_lines: bool) -> dict[str, Any]:
    """Django's LOGGING."""
    form = "json" if json_lines else "line"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": AsLine, "fmt": "%(levelname)s %(name)s: %(message)s"}, "json": {"()": AsJson}},
        "filters": {"untraced": {"()": "django.utils.log.CallbackFilter", "callback": untraced}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": form},
            "stderr-line": {"class": "logging.StreamHandler", "formatter": form, "filters": ["untraced"]},
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "django.server": {"level": "ERROR"},
            "django.security": {"handlers": ["stderr-line"], "propagate": False},
            "tirek.answered": {"level": "INFO"},
        },
    }
