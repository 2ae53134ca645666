"""Words of the field that fit a question: public words of the packs, looked through in memory. It knows no table."""

from functools import lru_cache

from tirek.foundation.jurisdictions.common import GlossaryTerm
from tirek.foundation.jurisdictions.queries import glossary
from tirek.foundation.search.asking import Asked
from tirek.foundation.search.words import spots, stems_told

MOST = 5


def terms(asked: Asked) -> tuple[GlossaryTerm, ...]:
    """The terms in one of whose languages every word stands, the shortest first; at most five."""
    if not asked.words:
        return ()
    found = [term for term in glossary() if fits(term, asked)]
    return tuple(sorted(found, key=lambda term: min(len(text) for _language, text in term.name.texts))[:MOST])


def fits(term: GlossaryTerm, asked: Asked) -> bool:
    """Whether every word asked for stands in the term, in one language."""
    return any(all(any(word.meets(stems) for stems in stood) for word in asked.words) for stood in stems_of(term.key))


@lru_cache(maxsize=2_000)
def stems_of(key: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """The stems of each word of a term, by language."""
    term = next(each for each in glossary() if each.key == key)
    return tuple(tuple(stems_told(spot.word, language) for spot in spots(text)) for language, text in term.name.texts)
