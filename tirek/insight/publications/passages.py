"""Passages that were taken out of what the public is given of a document, because they name somebody or must not be published.

An edition's content holds where they stood and for which reason, never their words; each further edition of the document, and every other content that quotes
it, leaves them out as well. A mask has the length of what it hides, so that the places of all figures stay true. It may not know faces.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.jurisdictions.pack import Fact
from tirek.insight.publications.models import Edition

REASONS = ("names_person", "unlawful")
"""The only reasons for which a passage is taken out: two of those for which a reply is not shown."""
MASK = "●●●●●●● "
HELD = '"out": ['
"""How an edition's content begins its list: within a text the quotation marks would be escaped."""
Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a passage stood in the document's text, and why it was taken out."""

    start: int
    end: int
    reason: str


Out = tuple[Passage, ...]
NOTHING: Out = ()


def out_of(body: Body) -> Out:
    """The passages that were taken out of an edition."""
    return tuple(Passage(each["span"][0], each["span"][1], each["reason"]) for each in body.get("out", ()))


def meets(out: Iterable[Passage], start: int | None, end: int | None) -> bool:
    """Whether a stretch of the text shares a character with a passage."""
    return start is not None and end is not None and any(each.start < end and start < each.end for each in out)


def without(text: str, out: Iterable[Passage], at: int = 0) -> str:
    """A stretch of the document that begins `at` this character, its passages masked."""
    for each in out:
        start, end = max(each.start - at, 0), min(each.end - at, len(text))
        if start < end:
            text = f"{text[:start]}{masked(end - start)}{text[end:]}"
    return text


def masked(length: int) -> str:
    """A mask of that length: it says nothing of the words, and long ones can be broken into lines."""
    mask = (MASK * length)[:length]
    return f"{mask[:-1]}{MASK[0]}"


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Everywhere the words stand in a text as whole words, whatever the spaces between them."""
    wanted = r"\s+".join(re.escape(each) for each in words.split())
    return [found.span() for found in re.finditer(rf"(?<!\w){wanted}(?!\w)", text)] if wanted else []


def places_left(body: Body, words: str) -> list[tuple[int, int]]:
    """Everywhere the words stand in an edition; the mask of what is out is no words."""
    out = out_of(body)
    return [(start, end) for start, end in places(body["text"], words) if not any(each.start <= start and end <= each.end for each in out)]


def taken(body: Body, more: Iterable[Passage]) -> dict[str, Any]:
    """A document's content without further passages: their words, the figures in them and the checks that need these."""
    out = tuple(sorted({*out_of(body), *more}, key=lambda each: (each.start, each.end, each.reason)))
    if not out:
        return dict(body)
    text = without(body["text"], out)
    gone = {word for each in out for word in words_of(body["text"][each.start : each.end])} - words_of(text)
    claims = [bare(each, gone) for each in body["found"]["claims"] if not meets(out, *each["span"])]
    kept = {each["id"] for each in claims}
    checks = [each for each in body["found"]["checks"] if kept.issuperset(each["claims"])]
    told = [{"span": [each.start, each.end], "reason": each.reason} for each in out]
    return {**body, "text": text, "found": {**body["found"], "claims": claims, "checks": checks}, "out": told}


def bare(claim: Body, gone: set[str]) -> Body:
    """A figure that is not said to be of words that stand nowhere any more."""
    return {**claim, "of": None} if claim.get("of") and words_of(claim["of"]) & gone else claim


def words_of(text: str) -> set[str]:
    """The words of a text, without difference of case."""
    return set(re.findall(r"\w+", text.casefold()))


def carried(country: str, key: str, sha256: str, text: str) -> Out:
    """What stays out of a document's further edition: the same places; in a text that is another now, wherever the passages' words stand."""
    rows = Edition.objects.filter(country=country, kind="document", key=key)
    newest = rows.first()
    if newest is None or HELD not in newest.body:
        return NOTHING
    body = json.loads(newest.body)
    if body["sha256"] == sha256:
        return out_of(body)
    found = {Passage(place[0], place[1], each.reason) for each, words in words_out(country, key).items() for place in places(text, words)}
    return tuple(found)


def words_out(country: str, key: str) -> dict[Passage, str]:
    """The passages that are out of a document's newest edition, with their words, as an earlier edition holds them. For the office alone."""
    bodies = [json.loads(each) for each in Edition.objects.filter(country=country, kind="document", key=key).values_list("body", flat=True)]
    before = [each for each in bodies if each.get("sha256") == bodies[0].get("sha256")]
    held = {each: [one["text"] for one in before if not meets(out_of(one), each.start, each.end)] for each in out_of(bodies[0])} if bodies else {}
    return {each: texts[0][each.start : each.end] if texts else "" for each, texts in held.items()}


def taken_out(country: str) -> dict[str, Out]:
    """What is taken out of the newest edition of each of a country's documents. Costs one query, which finds nothing as a rule."""
    rows = Edition.objects.filter(country=country, kind="document")
    latest = rows.filter(key=OuterRef("key")).order_by("-version").values("version")[:1]
    found = rows.filter(version=Subquery(latest), body__contains=HELD).values_list("key", "body")
    return {key: out_of(json.loads(body)) for key, body in found}


def facts_left(country: str, station: str | None = None) -> tuple[Fact, ...]:
    """The facts of a country's pack, or of one of its stations, without those whose sentence meets a passage that was taken out. Costs one query."""
    out = taken_out(country)
    found = packs.facts(country, station) if station else packs.facts(country)
    return tuple(each for each in found if not meets(out.get(each.document, NOTHING), each.start, each.end))
