"""Keeping the keys by which what may say the same is found, of each issued recommendation, within the act that issued or reworded it. It knows no reader."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID

from tirek.followup.recommendations.models import Recommendation, RepeatKey, Wording
from tirek.followup.recommendations.wordings import in_force
from tirek.foundation.ledger.following import Touched
from tirek.foundation.search.repeating import terms_of_the_field
from tirek.foundation.search.words import stem
from tirek.ground.rules.repeats.keys import keys_of
from tirek.ground.rules.repeats.reading import Reading, read
from tirek.ground.rules.words import Words

CHUNK = 500


def keep_keys(touched: Touched) -> None:
    """Makes the keys anew of what an act touched and is issued. Cost: nothing for other acts; else 3 queries, 2 more where words changed."""
    ids = set(map(UUID, touched.get(Recommendation._meta.label, ())))
    if keys := touched.get(Wording._meta.label):
        ids |= set(Wording.objects.filter(pk__in=keys).order_by().values_list("recommendation_id", flat=True))
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        make_anew(ordered[start : start + CHUNK])


def make_anew(ids: Iterable[UUID]) -> None:
    """The keys of these recommendations, where they are others than those kept."""
    ids = list(ids)
    held: defaultdict[UUID, set[int]] = defaultdict(set)
    for row, key in RepeatKey.objects.filter(recommendation__in=ids).values_list("recommendation", "key"):
        held[row].add(key)
    rows = Recommendation.objects.issued().filter(pk__in=ids, issued_on__isnull=False).order_by().prefetch_related("wordings")
    told = {row.pk: (row, set(keys_of(readings(in_force(row).text)))) for row in rows}
    changed = [key for key in ids if held[key] != (told[key][1] if key in told else set())]
    if changed:
        RepeatKey.objects.filter(recommendation__in=changed).delete()
        RepeatKey.objects.bulk_create(
            RepeatKey(recommendation=row, country=row.country, key=key, issued_on=row.issued_on)
            for row, keys in (told[each] for each in changed if each in told) for key in sorted(keys) if row.issued_on
        )  # fmt: skip


def readings(text: Words) -> tuple[Reading, ...]:
    """What a text tells, in each of its languages that the comparing knows."""
    return tuple(understood(written, language) for language, written in text.texts)


@lru_cache(maxsize=4_000)
def understood(text: str, language: str) -> Reading:
    """What a text in one language tells; the same text is read once."""
    return read(text, language, stem, terms_of_the_field())
