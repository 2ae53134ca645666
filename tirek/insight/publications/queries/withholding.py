"""Editions as the office reads them: also those that are withheld, with who withheld them and why. Not for the public and its process."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.publications.models import Edition, Withheld
from tirek.insight.publications.policies import check_may_withhold
from tirek.insight.publications.queries.editions import edition
from tirek.insight.reports.documents.public import told_in


@dataclass(frozen=True, slots=True)
class Told:
    """One withholding: since when, by whom, the public note, why; and the same of its end, where it was given back."""

    since: datetime
    by: str
    note: Words
    because: str
    given_back_at: datetime | None
    given_back_by: str
    given_back_because: str


@dataclass(frozen=True, slots=True)
class WholeEdition:
    """An edition whole, with its withholdings, the latest first. `texts` are its readable texts, each with where it stands."""

    number: int
    published_at: datetime
    change: str
    note: Words
    newest: bool
    texts: tuple[tuple[str, str], ...]
    withholdings: tuple[Told, ...]

    @property
    def withheld(self) -> bool:
        """Whether the public is not given it."""
        return any(each.given_back_at is None for each in self.withholdings)


def whole_edition(kind: str, key: str, version: int, *, by: Actor, country: str) -> WholeEdition:
    """One edition. Raises NotAllowed for everybody but the office, NotFound. Costs three queries."""
    check_may_withhold(by, country)
    rows = Edition.objects.filter(country=country, kind=kind, key=key)
    row = rows.filter(version=version).first()
    if row is None:
        raise NotFound
    newest = not rows.filter(version__gt=version).exists()
    held = tuple(_told(each) for each in row.withholdings.all())
    texts = tuple((where, in_words(text, where)) for where, text in texts_of(json.loads(row.body)))
    return WholeEdition(row.version, row.published_at, row.change, row.note, newest, texts, held)


def withholdable(kind: str, key: str, *, by: Actor, country: str) -> tuple[int, ...]:
    """Numbers of the earlier editions that the public is given, the latest first. Raises NotAllowed, NotFound."""
    check_may_withhold(by, country)
    return tuple(each.number for each in edition(kind, country, key).versions[1:] if each.withheld is None)


def texts_of(body: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """What of an edition's content is text that people read: a document's own text alone, of anything else whatever has more than one word."""
    if isinstance(body, Mapping):
        parts = {"text": body["text"]} if "found" in body and "text" in body else body
        for name, value in parts.items():
            yield from texts_of(value, f"{where} › {name}" if where else str(name))
    elif isinstance(body, list):
        for number, value in enumerate(body, 1):
            yield from texts_of(value, f"{where} {number}")
    elif isinstance(body, str) and " " in body.strip():
        yield where, body


def in_words(text: str, where: str) -> str:
    """A text with the signs of what was redacted told in words; where it stands ends with its language, if it has one."""
    language = where.rpartition(" › ")[2]
    return told_in(text, language if language in LANGUAGES else LANGUAGES[0])


def _told(row: Withheld) -> Told:
    return Told(row.withheld_at, row.withheld_by, row.note, row.because, row.given_back_at, row.given_back_by, row.given_back_because)
