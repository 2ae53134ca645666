"""What a country's picture holds when it is frozen: figures with their sentences, their documents, and what was found when they were checked."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext

from tirek.foundation.jurisdictions import queries
from tirek.foundation.jurisdictions.pack import Fact
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.publications.passages import facts_left
from tirek.insight.publications.picture.checks import Found, found_of, verdicts_at
from tirek.insight.publications.picture.misuse import misuse_key, misuses
from tirek.insight.publications.picture.plan import SECTIONS, divided

FORMAT = "tirek-picture/1"


def content(country: str) -> dict[str, Any]:
    """The picture of a country as the packs and the newest editions of their documents give it. Costs a query for each document."""
    facts = facts_left(country)
    sections = divided(facts)
    named = sorted({fact.document for fact in facts})
    found = {code: found_of(country, code) for code in named}
    return {
        "format": FORMAT,
        "title": title(country),
        "name": told(queries.country_name(country)),
        "sections": [{"code": one.code, "shape": one.shape, "figures": [fact.id for fact in sections[one.code]]} for one in SECTIONS],
        "figures": {fact.id: figure(fact, verdicts_at(found[fact.document], fact)) for fact in facts},
        "documents": {code: document(code) | {"edition": version_of(found[code])} for code in named},
    }


def title(country: str) -> dict[str, str]:
    """What the picture is called, by language."""
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            found[language] = gettext("%(name)s in the documents' figures") % {"name": queries.country_name(country).best(language)}
    return found


def version_of(found: Found | None) -> int | None:
    """Which edition of a document the picture rests on."""
    return found.version if found else None


def told(words: Words | None) -> dict[str, str] | None:
    """A text as it is frozen: by language."""
    return dict(words.texts) if words else None


def figure(fact: Fact, verdicts: list[str]) -> dict[str, Any]:
    """One figure, or one saying, with the stretch of its sentence in the document."""
    return {
        "station": fact.station,
        "label": told(fact.label),
        "value": None if fact.value is None else str(fact.value),
        "hedge": fact.hedge,
        "unit": fact.unit,
        "said": told(fact.said),
        "year": fact.year,
        "first_year": fact.first_year,
        "series": fact.series,
        "breaks": told(fact.breaks),
        "counted": fact.counted,
        "speaker": told(queries.speaker(fact.speaker).name),
        "document": fact.document,
        "quote": fact.quote,
        "span": [fact.start, fact.end],
        "verdicts": verdicts,
        "misuse": told(misuses()[misuse_key(fact.country, fact.series, fact.unit)]),
    }


def document(code: str) -> dict[str, Any]:
    """What is said of a document: its title, publisher and date."""
    one = queries.document(code)
    return {
        "title": told(one.title),
        "publisher": told(one.publisher),
        "dated": one.dated.isoformat() if one.dated else None,
        "date_note": told(one.date_note),
        "language": one.language,
        "sha256": one.sha256,
    }
