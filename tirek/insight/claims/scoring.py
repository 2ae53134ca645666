"""How well extraction reads a text: its proposals against a truth file that somebody wrote by reading. The measures are docs/reference/claims.md's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tirek.ground.figures.checks.outcome import Verdict
from tirek.insight.claims.extracting import Check, Claim, Extraction, days, number

_NEAR = 0.006
"""A truth file writes a third as 33.33."""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over one text or several; `missed` and `alarms` say where."""

    figures: int = 0
    found: int = 0
    right: int = 0
    relations: int = 0
    proposed: int = 0
    judged: int = 0
    planted: int = 0
    caught: int = 0
    timed: int = 0
    """Figures found of which the truth file names the time, or says that the text tells none."""
    timely: int = 0
    mistimed: int = 0
    """Of them those with the right time, and those with another."""
    missed: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        """Both together."""
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def score(text: str, extraction: Extraction, truth: Mapping[str, Any]) -> Score:
    """Compares. KeyError or ValueError for a truth file that does not fit its text."""
    met = {one["id"]: _met(text, extraction, one) for one in truth["figures"]}
    right = [one for one in truth["figures"] if any(_equal(claim, one) for claim in met[one["id"]])]
    missed = [f"figure: {one['in']!r}" for one in truth["figures"] if one not in right]
    values = {key: frozenset(_said(claim) for claim in claims) for key, claims in met.items()}
    keyed = {claim.key: _said(claim) for claim in extraction.claims}
    relations, used = truth["relations"], set()
    proposed = judged = caught = 0
    for relation in relations:
        hits = [one for one in extraction.checks if one.relation.kind == relation["kind"] and _holds_all(one, relation, values, keyed)]
        used |= {id(one) for one in hits}
        agrees = any(one.outcome.verdict.value == relation["verdict"] for one in hits)
        proposed, judged, caught = proposed + bool(hits), judged + agrees, caught + (agrees and bool(relation.get("planted")))
        if not agrees:
            missed.append(f"{relation['kind']}: {[one['in'] for one in truth['figures'] for ids in relation['roles'].values() if one['id'] in ids]}")
    alarms = [f"{one.relation.kind}: {one.outcome.calculation}" for one in extraction.checks if id(one) not in used and one.outcome.verdict is Verdict.DOES_NOT_FOLLOW]
    found = sum(1 for claims in met.values() if claims)
    times = [_timed(met[one["id"]], one) for one in right if "period" in one]
    planted = sum(1 for one in relations if one.get("planted"))
    return Score(len(truth["figures"]), found, len(right), len(relations), proposed, judged, planted, caught, len(times), times.count("right"), times.count("wrong"), tuple(missed), tuple(alarms))


def _met(text: str, extraction: Extraction, figure: Mapping[str, Any]) -> list[Claim]:
    """The claims whose span meets the figure's number."""
    begin = text.index(figure["in"]) + figure["in"].index(figure["number"])
    end = begin + len(figure["number"])
    return [one for one in extraction.claims if one.figure.start < end and begin < one.figure.end]


def _equal(claim: Claim, figure: Mapping[str, Any]) -> bool:
    quantity = claim.figure.quantity
    if "interval" in figure:
        return [number(quantity.interval.low), number(quantity.interval.high)] == list(figure["interval"])
    if figure.get("value") is None:
        return claim.figure.missing is not None and claim.figure.missing.value == figure.get("missing", claim.figure.missing.value)
    return quantity.value is not None and abs(float(quantity.value) - float(figure["value"])) < _NEAR


def _timed(claims: Sequence[Claim], figure: Mapping[str, Any]) -> str:
    """Whether the claim has the time that the truth file names: right, none, or wrong."""
    told = days(next(one for one in claims if _equal(one, figure)).figure.period)
    if (list(told.values()) if told else None) == figure["period"]:
        return "right"
    return "wrong" if told else "none"


def _said(claim: Claim) -> tuple[object, ...]:
    """What a claim says, whichever of its mentions says it."""
    quantity = claim.figure.quantity
    return quantity.value, quantity.kind, None if quantity.value is not None else quantity.interval


def _holds_all(check: Check, relation: Mapping[str, Any], values: Mapping[str, frozenset[tuple[object, ...]]], keyed: Mapping[str, tuple[object, ...]]) -> bool:
    """Whether a check contains every figure of a relation."""
    inside = {keyed[key] for key in check.claims}
    return all(values[figure] & inside for ids in relation["roles"].values() for figure in ids)


def shares(told: Score) -> Sequence[str]:
    """A score in lines."""
    return (
        f"figures: {told.figures}, found {_share(told.found, told.figures)}, with the right value {_share(told.right, told.figures)}",
        f"relations: {told.relations}, proposed {_share(told.proposed, told.relations)}, with the right verdict {_share(told.judged, told.relations)}",
        f"times of figures: {told.timed}, right {_share(told.timely, told.timed)}, another one {_share(told.mistimed, told.timed)}",
        f"planted errors: {told.planted}, caught {told.caught}; false alarms: {len(told.alarms)}",
    )


def _share(part: int, whole: int) -> str:
    return f"{part} ({100 * part / whole:.1f} %)" if whole else "0"
