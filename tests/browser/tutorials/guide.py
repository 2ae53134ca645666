"""Whoever walks a tutorial: a reader's window, a language, the words pressed, and the pictures taken on the way."""

import io
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from PIL import Image

from tests.browser.walker import Walker
from tools.lint_messages import catalogue

LARGEST = 80_000
"""No picture of the documentation is larger, in bytes: they are read over slow networks and kept for ever."""


def form(text: str | list[str] | tuple[str, ...]) -> str:
    """The singular form of a sentence or of its translation."""
    return text if isinstance(text, str) else text[0]


@cache
def words(language: str) -> dict[str, str]:
    """The catalogue of a language by `source`, or by `context|source` where a sentence is said otherwise in a context."""
    return {f"{message.context}|{form(message.id)}" if message.context else form(message.id): form(message.string) for message in catalogue(language) if message.id}


def told(language: str, source: str) -> str:
    """What a reader sees for a sentence of the source. What is in no catalogue is a fault of the walk, in English too."""
    translated = words("ru")[source]
    return source.rpartition("|")[2] if language == "en" else translated


@dataclass
class Guide:
    """One walk. `said` is every word that the reader is told to look for, in order."""

    walker: Walker
    language: str
    name: str
    folder: Path
    said: list[str] = field(default_factory=list)
    taken: int = 0

    @property
    def page(self):
        return self.walker.page

    def word(self, source: str) -> str:
        """What the reader sees for a sentence of the source; a sentence that is in no catalogue is a fault of the walk."""
        found = told(self.language, source)
        self.said.append(found)
        return found

    def other(self, **names: str) -> str:
        """A name that the demonstration tells in each language: a place, a kind."""
        self.said.append(names[self.language])
        return names[self.language]

    def enter(self, person: str) -> None:
        """Signs in as a person of the demonstration, with one click."""
        self.walker.open(f"/{self.language}/accounts/demonstration/")
        self.page.get_by_role("button", name=person).click()
        self.page.wait_for_url("**/desk/**")
        self.said.append(person)

    def open(self, path: str) -> None:
        """Goes to an address in the language of the walk."""
        assert self.walker.open(f"/{self.language}{path}") == 200

    def room(self, source: str) -> None:
        """A room of the desk, by its line at the side."""
        self.walker.go(self.page.locator(".side-nav").get_by_role("link", name=self.word(source), exact=True))

    def press(self, source: str) -> None:
        """Presses a button, or follows a link, of exactly this name."""
        self.walker.press(self.word(source))

    def row(self, state: str, **names: str) -> None:
        """Follows the first link of the first line whose state is this one (and that has this name)."""
        line = self.page.locator("main tbody tr").filter(has_text=self.word(state))
        self.walker.go((line.filter(has_text=self.other(**names)) if names else line).get_by_role("link").first)

    def until(self, source: str) -> None:
        """Waits for a button that a job brings: the reader is told to look again."""
        for _ in range(40):
            if self.page.get_by_role("button", name=told(self.language, source), exact=True).count():
                return
            self.page.wait_for_timeout(2000)  # each look costs the house a page
            self.page.reload()
        raise AssertionError(f"{source} never came")

    def follow(self, **names: str) -> None:
        """Follows the link whose name holds a name of the demonstration."""
        name = self.other(**names)
        self.walker.go(self.page.locator("main").get_by_role("link", name=re.compile(re.escape(name))).first)

    def write(self, source: str, text: str) -> None:
        """Writes into the field of this name; its name may go on ("optional")."""
        self.page.get_by_label(re.compile("^" + re.escape(self.word(source)))).first.fill(text)

    def choose(self, source: str, **names: str) -> None:
        """Chooses an option by its name in the language of the walk."""
        self.page.get_by_label(re.compile("^" + re.escape(self.word(source)))).first.select_option(label=self.other(**names))

    def tick(self, source: str) -> None:
        """Ticks a box or a choice of this name."""
        self.page.get_by_label(re.compile("^" + re.escape(self.word(source)))).first.check()

    def see(self, source: str) -> None:
        """Waits until the page says this sentence."""
        self.walker.see(told(self.language, source))

    def picture(self, heading: str = "") -> None:
        """Takes the next picture of the walk, in few colours: the page as a reader sees it, from its top or from a heading on."""
        if heading:
            self.page.get_by_role("heading", name=told(self.language, heading)).first.evaluate("found => found.scrollIntoView({block: 'start'})")
        self.taken += 1
        whole = Image.open(io.BytesIO(self.page.screenshot()))
        for colours in (64, 32, 16):
            held = io.BytesIO()
            whole.convert("RGB").quantize(colours, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
            if held.tell() <= LARGEST:
                break
        assert held.tell() <= LARGEST, f"{self.name}-{self.taken}: {held.tell()} bytes"
        target = self.folder / self.language / f"{self.name}-{self.taken}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(held.getvalue())
