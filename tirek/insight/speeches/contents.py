"""What a frozen sheet holds: its figures as canonical bytes with their digest, and back. It knows no row."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from tirek.ground.proof.canonical import canonical
from tirek.ground.rules.speech_sheet import Told

FORMAT = "tirek-speech-sheet/1"


@dataclass(frozen=True, slots=True)
class Content:
    """A sheet of a country's year with its figures, as of a moment that is aware of its zone."""

    country: str
    year: int
    version: int
    as_of: datetime
    figures: tuple[Told, ...]

    @property
    def body(self) -> str:
        """Its bytes as text (RFC 8785): the same content always gives the same."""
        plain = {
            "format": FORMAT, "country": self.country, "year": self.year, "version": self.version, "as_of": self.as_of.isoformat(),
            "figures": [each.to_json() for each in self.figures],
        }  # fmt: skip
        return canonical(plain).decode()


def digest_of(body: str) -> str:
    """The SHA-256 of a sheet's bytes."""
    return sha256(body.encode()).hexdigest()


def counts_digest(figures: Sequence[Told]) -> str:
    """The sign of the figures alone, whenever they were looked at: by it the head freezes what the page showed."""
    return sha256(canonical([each.to_json() for each in figures])).hexdigest()


def figures_of(body: str) -> tuple[Told, ...]:
    """The figures of a frozen sheet."""
    return tuple(map(Told.of_json, json.loads(body)["figures"]))
