"""A topic as an edition holds it: from what the claims room says of it to plain JSON. It writes nothing."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tirek.foundation.jurisdictions.documents import public
from tirek.ground.rules.contradictions import Reason
from tirek.ground.rules.words import Words
from tirek.insight.claims.exact import told_again
from tirek.insight.claims.queries import StatementFacts, TopicFacts
from tirek.insight.publications.comparing import digest
from tirek.insight.publications.models import Edition
from tirek.insight.publications.passages import NOTHING, Out, meets, out_of, without

FORMAT = "tirek-topic/1"
WORDS = ("speaker", "retold_by", "of_whom", "position", "inferred", "location", "scope", "stage", "people", "role", "role_source")
Place = tuple[int, list[list[int]], Out]


def content(facts: TopicFacts) -> dict[str, Any]:
    """The topic as the public is given it."""
    places = places_of(facts)
    return {
        "format": FORMAT, "title": facts.question.to_json(), "about": facts.about.to_json(), "place": facts.place, "beside": facts.beside,
        "points": [replace(each, left=False).to_json() for each in facts.points], "rivals": [each.to_json() for each in facts.rivals],
        "breaks": [each.to_json() for each in facts.breaks], "statements": [told(each, places) for each in facts.statements], "lists": listed(facts),
    }  # fmt: skip


def sign_of_topic(facts: TopicFacts) -> str:
    """The digest of what would be published now, after the edition that stands: the page carries it, so that nothing goes out that was not on it."""
    newest = Edition.objects.filter(country=facts.country, kind="topic", key=facts.key).values_list("version", flat=True).first()
    return digest(newest or 0, content(facts))


def open_texts(body: Mapping[str, Any]) -> list[Words]:
    """What people wrote into a topic: everything but the quotes, which are the sources' own words."""
    held = [body["title"], body["about"], *(each["question"] for each in body["points"]), *(each["text"] for each in body["rivals"])]
    held += [each[name] for each in body["breaks"] for name in ("text", "source")]
    held += [each[name] for each in body["statements"] for name in WORDS]
    return [Words.from_json(each) for each in held]


def told(one: StatementFacts, places: Mapping[str, Place]) -> dict[str, Any]:
    """One statement: contacts masked, with the edition of its document and the number of a figure within the quote where there is one."""
    of = one.source
    version, spans, out = places.get(of.code, (0, [], NOTHING))
    number = next((number for number, (start, end) in enumerate(spans, 1) if one.start <= start and end <= one.end), None)
    return {
        "key": key_of(one), "point": one.point, "quote": without(public(one.quote), out, one.start), "span": [one.start, one.end], "missing": one.missing, "basis": one.basis,
        "document": {
            "code": of.code if version else "", "edition": version, "figure": number, "title": of.title.to_json(), "publisher": of.publisher.to_json(),
            "dated": day(of.dated), "date_note": of.date_note.to_json(), "distance": of.distance, "language": of.language,
        },
        "since": day(one.since), "until": day(one.until), "figure": told_again(one.figure) if one.figure and (number or not meets(out, one.start, one.end)) else None,
        **{name: getattr(one, name).to_json() for name in WORDS},
    }  # fmt: skip


def listed(facts: TopicFacts) -> dict[str, Any]:
    """The three lists, with statements by their public keys."""
    keys, lists = {str(each.id): key_of(each) for each in facts.statements}, facts.lists
    return {
        "agree": [{"point": each.point, "keys": [keys[key] for key in each.keys], "apart": reasons(each.apart)} for each in lists.agree],
        "differ": [
            {"point": each.point, "one": keys[each.one], "other": keys[each.other], "reasons": reasons(each.reasons), "unstated": [str(one) for one in each.unstated]}
            for each in lists.differ
        ],
        "unknown": [{"point": each.point, "keys": [keys[key] for key in each.keys]} for each in lists.unknown],
        "alone": list(lists.alone),
    }  # fmt: skip


def reasons(found: tuple[Reason, ...]) -> list[list[Any]]:
    """Dimensions with whether they rest on an inferred time."""
    return [[str(each.dimension), each.inferred] for each in found]


def key_of(one: StatementFacts) -> str:
    """The name of a statement in public addresses."""
    return one.code or one.id.hex[:8]


def places_of(facts: TopicFacts) -> dict[str, Place]:
    """Of each document that is published: the version of its newest edition, where its figures stand, in the order of their numbers there, and what is out."""
    found = {}
    for code in {each.source.code for each in facts.statements if each.source.code}:
        row = Edition.objects.filter(country=facts.country, kind="document", key=code).first()
        if row is not None:
            body = json.loads(row.body)
            found[code] = (row.version, [claim["span"] for claim in body["found"]["claims"]], out_of(body))
    return found


def day(value: date | None) -> str | None:
    """A day as JSON holds it."""
    return value.isoformat() if value else None
