"""What a page would propose for a text: its figures as claims and what can be checked about them, as plain values.

No database, no clock, nothing kept: the same text gives the same proposals. The output's format is docs/reference/claims.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256

from tirek.ground.figures.checks.outcome import Outcome, Verdict
from tirek.ground.figures.judging import judged
from tirek.ground.figures.periods import Period
from tirek.ground.figures.proposing import read
from tirek.ground.figures.quantities import Kind
from tirek.ground.figures.reading import Figure
from tirek.ground.figures.relations.relation import ASKING, WITNESSED, Relation
from tirek.ground.rules.tongues import language_of
from tirek.insight.claims.lexicons import lexicon, morphology

FORMAT = "tirek-claims/1"


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure with its place in the text; `key` is its name within this extraction."""

    key: str
    quote: str
    figure: Figure
    confidence: float
    rate: bool = False
    of_each: str | None = None
    """Of a rate: the unit of what it is said of, such as persons in "per 100,000 residents"."""

    @property
    def kind(self) -> str:
        """The kind as the format names it."""
        return Kind.RATE.value if self.rate else self.figure.kind.value

    @property
    def unit(self) -> str | None:
        """The unit; of a rate both, as far as the text names them."""
        own = self.figure.unit
        return f"{own}/{self.of_each}" if self.rate and own and self.of_each else own


@dataclass(frozen=True, slots=True)
class Check:
    """What was checked: the relation as it was read, its figures by their keys, and the outcome."""

    relation: Relation
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    outcome: Outcome

    @property
    def claims(self) -> tuple[str, ...]:
        """The keys of all its figures, in the order of the outcome's operands."""
        return tuple(key for _, keys in self.roles for key in keys)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that is proposed for a text."""

    digest: str
    characters: int
    language: str
    claims: tuple[Claim, ...]
    checks: tuple[Check, ...]


def extract(text: str) -> Extraction:
    """Reads a text of any of the four languages, line by line; a line without letters of its own is read in the text's language. Cost: about 12 pages of 70 figures a second."""
    main = language_of(text, ())
    reading = read(text, choose=lambda line: lexicon(language_of(line, (main,))), morphology=morphology)
    keys = {id(figure): f"c{number}" for number, figure in enumerate(reading.figures, 1)}
    claims = tuple(Claim(keys[id(one)], text[one.start : one.end], one, _confidence(one), one.start in reading.rates, reading.rates.get(one.start)) for one in reading.figures)
    return Extraction(sha256(text.encode()).hexdigest(), len(text), main, claims, tuple(_checks(reading.relations, reading.figures)))


def _confidence(figure: Figure) -> float:
    """How sure the reading is: a figure whose unit and time the text gives is surer than a bare number."""
    return round(0.6 + 0.2 * (figure.unit is not None) + 0.1 * (figure.period is not None) + 0.1 * bool(figure.noun), 1)


def _checks(relations: Sequence[Relation], figures: Sequence[Figure]) -> Iterator[Check]:
    keys = {figure.start: f"c{number}" for number, figure in enumerate(figures, 1)}
    outcomes = [(relation, judged(relation)) for relation in relations]
    refuted = {one.start for relation, outcome in outcomes if outcome and outcome.verdict is Verdict.DOES_NOT_FOLLOW for name in ASKING for one in relation.role(name)}
    for relation, outcome in outcomes:
        if relation.reading == WITNESSED and any(one.start in refuted for name in ASKING for one in relation.role(name)):
            continue  # other figures that happen to agree would seem to explain what the text's own words do not
        roles = tuple((name, tuple(keys[one.start] for one in of_role if one.start in keys)) for name, of_role in relation.roles)
        if outcome is not None and all(keys_of for _, keys_of in roles):
            yield Check(relation, roles, outcome)


def number(value: Fraction | None) -> int | float | None:
    """A fraction as a JSON number."""
    return None if value is None else int(value) if value.denominator == 1 else float(value)


def days(period: Period | None) -> dict[str, str | None] | None:
    """A period as the format has it."""
    if period is None:
        return None
    return {"from": period.start.isoformat() if period.start else None, "to": period.end.isoformat() if period.end else None}
