"""A published thing as a form names it: its title, its address, and the figure that a reply is about. It knows no row."""

from dataclasses import dataclass

from django.urls import reverse

from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.publications.filing import About
from tirek.insight.publications.queries import edition
from tirek.insight.publications.titles import title_of


@dataclass(frozen=True, slots=True)
class Thing:
    """What a form is about: the thing, its title and address, and the quoted figure with its language, where it is one figure."""

    about: About
    title: Words
    href: str
    quote: str = ""
    language: str = ""

    @property
    def figure(self) -> str:
        """The figure's stretch as an address carries it."""
        return f"{self.about.stretch[0]}-{self.about.stretch[1]}" if self.about.stretch else ""


def thing(kind: str, country: str, key: str, figure: str = "") -> Thing:
    """A published thing. Raises NotFound, also for a figure that does not stand in it."""
    body = edition(kind, country, key).body
    about = About(kind, country, key, stretch(figure, str(body.get("text", ""))))
    quote = str(body["text"])[slice(*about.stretch)] if about.stretch else ""
    language = str(body.get("found", {}).get("source", {}).get("language", "")) if quote else ""
    return Thing(about, title_of(kind, country, key, body), address(kind, country, key), quote, language)


def stretch(figure: str, text: str) -> tuple[int, int] | None:
    """The stretch named in an address as 12-15. Raises NotFound for one that the text does not have."""
    if not figure:
        return None
    start, _dash, end = figure.partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(figure) < 20 and int(start) < int(end) <= len(text)):
        raise NotFound
    return int(start), int(end)


def address(kind: str, country: str, key: str) -> str:
    """Where the thing stands; the country's page for what has none of its own."""
    ways: dict[str, tuple[str, list[object]]] = {
        "document": ("document", [key]), "topic": ("topic", [country, key]), "picture": ("picture", [country]), "report": ("report", [country, key]), "bodies": ("bodies", [country]),
        "profile": ("profile-year", [country, key]) if key.isdecimal() else ("profile", [country]),
    }  # fmt: skip
    name, given = ways.get(kind, ("country", [country]))
    return reverse(f"portal:{name}", args=given)
