"""Visitors who use only what a browser uses: addresses, forms and cookies over HTTP. They know what was acknowledged to them."""

import http.client
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from tests.headers import faults

PLACE = re.compile(r'href="(?:/[a-z]{2})?/desk/places/([0-9a-f-]{36})/"')
BOUNDARY = "part-of-a-form"
SECRETARY, AUDITOR = "Орсен Талли", "Лейна Фосс"


def multipart_headers(length: int) -> dict[str, str]:
    """What tells a form in several parts."""
    return {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Content-Length": str(length)}


class NoAnswer(Exception):
    """The connection broke, or nobody listened: the visitor knows nothing of what became of the request."""


@dataclass
class Answer:
    """What came back."""

    status: int
    text: str
    location: str
    seconds: float


@dataclass
class Visitor:
    """One browser: cookies and the port of the site, always asked for as localhost."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    sending: Callable[[int], None] = lambda change: None

    def headers(self) -> dict[str, str]:
        """What goes with every request."""
        return {"Host": f"localhost:{self.port}", "Accept-Language": "en", "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}

    def ask(self, method: str, path: str, form: dict[str, str] | None = None, limit: float = 60, raw: bytes | None = None) -> Answer:
        """One request and its whole answer; `raw` is a form in several parts. Raises NoAnswer."""
        headers, body = self.headers(), None
        if raw is not None:
            body = raw
            headers |= {**multipart_headers(len(raw)), "Origin": f"http://localhost:{self.port}"}
        if form is not None:
            body = urlencode({**form, "csrfmiddlewaretoken": self.token})
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://localhost:{self.port}"}
        begun = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=limit)
        sent = 0
        try:
            connection.request(method, path, body, headers)
            sent = 1
            self.sending(sent)
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
            missing = faults(response.headers)
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswer(str(error)) from error
        finally:
            self.sending(-sent)
            connection.close()
        assert not missing, (path, response.status, missing)
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";", 1)[0].partition("=")
            self.cookies[name] = value
        location = urlsplit(response.headers.get("Location") or "").path
        return Answer(response.status, text, location, time.monotonic() - begun)

    @property
    def token(self) -> str:
        """What a form of this site carries; the desk's own process names its cookies so."""
        return next((value for name, value in self.cookies.items() if name.endswith("csrftoken")), "")

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(self, path: str, form: dict[str, str]) -> Answer:
        return self.ask("POST", path, form)

    def enter(self, person: str) -> "Visitor":
        """Signs in as a person of the demonstration with one click, as the page offers."""
        page = self.get("/en/accounts/demonstration/")
        people = dict(re.findall(r'name="person" value="([^"]+)">(.*?)</button>', page.text, re.DOTALL))
        wanted = next((value for value, words in people.items() if person in words), "")
        assert wanted, page.text
        done = self.post("/en/accounts/demonstration/enter/", {"person": wanted})
        assert done.status == 302, done.text
        return self

    def register_place(self, name: str) -> tuple[Answer, str]:
        """Enters a place; the answer, and the new place's id when it was acknowledged."""
        form = {"name_ru": name, "name_kk": name, "kind": "prison", "region": "LU-TA"}
        answer = self.post("/en/desk/places/new/", form)
        found = re.search(r"/desk/places/([0-9a-f-]{36})/", answer.location)
        return answer, found[1] if answer.status == 302 and found else ""

    def places(self, text: str) -> set[str]:
        """Ids of all places whose name has the text, page by page."""
        found: set[str] = set()
        for page in range(1, 500):
            answer = self.get(f"/en/desk/places/?{urlencode({'text': text, 'page': page})}")
            assert answer.status == 200, answer.text
            new = set(PLACE.findall(answer.text)) - found
            if not new:
                return found
            found |= new
        raise AssertionError("the list of places has no end")


@dataclass
class Writers:
    """Several persons who write without pause until told to stop.

    `acknowledged` holds every place whose entry was confirmed to its writer; `in_flight` counts writes that were sent whole and not answered yet.
    """

    port: int
    number: int
    tag: str
    acknowledged: list[str] = field(default_factory=list)
    in_flight: int = 0
    refused: list[Answer] = field(default_factory=list)
    unanswered: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> "Writers":
        visitors = [Visitor(self.port).enter(SECRETARY) for _ in range(self.number)]
        self.threads = [threading.Thread(target=self.write, args=(visitor, n)) for n, visitor in enumerate(visitors)]
        for thread in self.threads:
            thread.start()
        return self

    def write(self, visitor: Visitor, who: int) -> None:
        """One person's work; where no answer comes, she waits a moment and enters the next place."""
        count = 0
        while not self.stopping.is_set():
            count += 1
            visitor.sending = self.count
            try:
                answer, place = visitor.register_place(f"{self.tag} {who}-{count}")
                with self.lock:
                    (self.acknowledged if place else self.refused).append(place or answer)
            except NoAnswer:
                with self.lock:
                    self.unanswered += 1
            self.stopping.wait(0.05)

    def count(self, change: int) -> None:
        """One more, or one less, write is under way."""
        with self.lock:
            self.in_flight += change

    def __exit__(self, *problem: object) -> None:
        self.stopping.set()
        for thread in self.threads:
            thread.join(90)
