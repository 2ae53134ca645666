"""Rendered pages kept in the process's memory: an edition never changes, so what was rendered of it is sent again. It knows no page's content.

Only pages whose content is publications, packs and settings are kept, in a language that stands in the address, without a query, for readers without
any cookie. Everything is forgotten when publications' mark changes; the mark is asked for at most twice a second, so that everybody sees within half
a second what was published.
"""

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.cache import get_conditional_response

from tirek.foundation.ui.language import language_in_path
from tirek.foundation.ui.origin import may_demonstrate
from tirek.insight.publications.queries.mark import mark

KEPT = frozenset({
    "start", "country", "station", "fact", "fact-edition", "document", "document-edition", "picture", "picture-edition", "glossary", "mission", "mechanisms",
    "topics", "reports", "report", "report-edition", "profile", "profile-year", "profile-edition", "profile-line", "feed", "feed-theme", "following", "bodies", "bodies-edition", "bodies-thread",
})  # fmt: skip
"""A topic's page is not among them: its rival explanations stand in another order for every reader."""
LARGEST = 48_000_000
"""Bytes of pages that a process keeps; the ones asked for longest ago go first."""
ASKED_EVERY = 0.5
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What was rendered."""

    content: bytes
    headers: tuple[tuple[str, str], ...]


class Shelf:
    """The pages of one mark, in bounded memory; safe to share between threads."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.pages: OrderedDict[Key, Page] = OrderedDict()
        self.turns: dict[Key, Lock] = {}
        self.size = 0
        self.mark = ""
        self.asked_at = float("-inf")

    def look(self) -> str:
        """The mark under which pages are kept now; whatever was kept under an earlier one is forgotten."""
        now = time.monotonic()
        if now - self.asked_at < ASKED_EVERY:
            return self.mark
        self.asked_at = now
        found = f"{mark()} {timezone.localdate().isoformat()}"
        with self.lock:
            if found != self.mark:
                self.pages.clear()
                self.size, self.mark = 0, found
        return found

    def get(self, key: Key) -> Page | None:
        """A kept page."""
        with self.lock:
            if key in self.pages:
                self.pages.move_to_end(key)
            return self.pages.get(key)

    @contextmanager
    def turn(self, key: Key) -> Iterator[None]:
        """One thread makes a page while the others that want it wait: a page that many ask for at once is not made many times."""
        with self.lock:
            own = self.turns.setdefault(key, Lock())
        try:
            with own:
                yield
        finally:
            with self.lock:
                self.turns.pop(key, None)

    def put(self, key: Key, page: Page, seen: str) -> None:
        """Keeps a page that was rendered under a mark, unless another mark came meanwhile."""
        with self.lock:
            if seen != self.mark or key in self.pages:
                return
            self.pages[key] = page
            self.size += len(page.content)
            while self.size > LARGEST and len(self.pages) > 1:
                self.size -= len(self.pages.popitem(last=False)[1].content)


SHELF = Shelf()


class KeptPages:
    """Sends a kept page again, before session and sign-in are looked at: its readers have neither."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, kept or made."""
        if not may_be_kept(request):
            return self.get_response(request)
        key = (request.path_info, request.META.get("HTTP_HOST"), request.is_secure(), may_demonstrate(request))
        seen = SHELF.look()
        page = SHELF.get(key)
        if page is not None:
            return sent(request, page)
        if not is_kept(request.path_info):
            return self.get_response(request)
        with SHELF.turn(key):
            page = SHELF.get(key)
            if page is None:
                made = self.get_response(request)
                page = page_of(made)
                if page is None:
                    return made
                SHELF.put(key, page, seen)
        return sent(request, page)


def may_be_kept(request: HttpRequest) -> bool:
    """Whether a request asks for nothing but a page in a language: no query, no cookie."""
    sent_along = request.META.get("HTTP_COOKIE") or request.META.get("QUERY_STRING") or request.META.get("HTTP_AUTHORIZATION")
    return bool(settings.TIREK_KEEPS_PAGES and request.method == "GET" and not sent_along and language_in_path(request.path_info))


def is_kept(path: str) -> bool:
    """Whether an address with its language is one of the pages that are kept."""
    try:
        match = resolve(path[len(language_in_path(path) or "") + 1 :] or "/")
    except Resolver404:
        return False
    return match.namespace == "portal" and match.url_name in KEPT


def page_of(made: HttpResponseBase) -> Page | None:
    """What may be kept of an answer; nothing of a fault, or of what sets a cookie."""
    if not isinstance(made, HttpResponse) or made.status_code != 200 or made.cookies:
        return None
    digest = hashlib.sha256(made.content).hexdigest()[:32]
    headers = {**dict(made.items()), "ETag": f'"{digest}"', "Cache-Control": "public, no-cache"}
    return Page(made.content, tuple(headers.items()))


def sent(request: HttpRequest, page: Page) -> HttpResponseBase:
    """The page, or "not modified" to somebody who has it already."""
    answer = HttpResponse(page.content)
    for name, value in page.headers:
        answer.headers[name] = value
    return get_conditional_response(request, etag=answer.headers["ETag"], response=answer) or answer
