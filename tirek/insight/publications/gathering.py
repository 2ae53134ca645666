"""What a published thing holds if it is published now: each kind gathers its content from the room below it. Nothing is written here."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from tirek.foundation.jurisdictions.documents import public
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.claims import queries as claims
from tirek.insight.indicators import queries as indicators
from tirek.insight.publications.passages import NOTHING, Out, carried, taken, taken_out
from tirek.insight.publications.picture import content
from tirek.insight.publications.profile_bodies import profile_body, series_body

FORMAT = "tirek-document/1"
Body = Mapping[str, Any]


def document_now(country: str, key: str, by: Actor) -> Body:
    """A document of the record with its figures as they are taken now. Raises NotFound."""
    source_id = claims.source_called(key, by=by, country=country)
    if source_id is None:
        raise NotFound
    return frozen(source_id, country, key, by)


def frozen(source_id: UUID, country: str, key: str, by: Actor, back: Out = NOTHING) -> dict[str, Any]:
    """The document's content as the public is given it: contacts masked, rejected figures and those of a contact left out with the checks that need them;
    so are passages that were taken out of its newest edition, but those that are put `back`.
    """
    whole = claims.whole(source_id, by=by, country=country)
    seen = public(whole.text)
    kept = {key: claim for key, claim in whole.taken.items() if claim is not None and not masked(claim, whole.text, seen)}
    told = {
        "format": FORMAT,
        "sha256": whole.sha256,
        "rules": whole.rules,
        "notes": list(whole.notes),
        "text": seen,
        "found": {
            "source": {"language": whole.language},
            "claims": list(kept.values()),
            "checks": [check for check in whole.checks if stands(check, whole, kept)],
        },
        **({"alike": alike} if (alike := likenesses(source_id, country, by)) else {}),
    }
    return taken(told, set(carried(country, key, whole.sha256, whole.text)) - set(back))


def masked(claim: Mapping[str, Any], text: str, seen: str) -> bool:
    """Whether a mask hides any of a figure: the digits of a telephone that were read as one would stand in its quote."""
    start, end = claim["span"]
    return text[start:end] != seen[start:end]


def likenesses(source_id: UUID, country: str, by: Actor) -> list[dict[str, str]]:
    """The documents of the record that a document is like: texts that the public has not are not named to it."""
    return [{"document": one.code, "share": str(one.share)} for one in claims.alike(source_id, by=by, country=country) if one.code]


def stands(check: Mapping[str, Any], whole: claims.Whole, kept: Mapping[str, Any]) -> bool:
    """Whether all figures of a check are taken as it took them: a check of a figure that a person reads otherwise would say what was not checked."""
    return all(key in kept and key not in whole.otherwise for key in check["claims"])


def profile_now(country: str, key: str, by: Actor) -> Body:
    """A country in a year, or its series over the years, with the values that stand now. Raises NotFound."""
    overrides = indicators.overrides_of(by=by, country=country)
    if key.isdecimal():
        return profile_body(indicators.profile(int(key), by=by, country=country), overrides, taken_out(country))
    return series_body(country, indicators.series_of(by=by, country=country), overrides, taken_out(country))


def picture_now(country: str, key: str, by: Actor) -> Body:
    """The country's picture as the packs and the newest editions of its documents give it."""
    return content(country)


GATHER: dict[str, Callable[[str, str, Actor], Body]] = {"document": document_now, "profile": profile_now, "picture": picture_now}
"""Kinds that the desk can publish again: country, key and who asks -> the content as it would be now. A kind without a line is published elsewhere."""


def now(kind: str, country: str, key: str, by: Actor) -> Body:
    """The content of a thing as it would be published now. Raises NotFound, also for a kind that the desk does not publish again."""
    if kind not in GATHER:
        raise NotFound
    return GATHER[kind](country, key, by)
