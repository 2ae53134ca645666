"""Keeping beside each recommendation where it stands in its thread, within the act that linked or took apart. It knows links and days, no reader and no text."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from tirek.followup.recommendations.models import Recommendation, ThreadPlace, Tie
from tirek.foundation.ledger.following import Touched
from tirek.ground.rules.repeats.threads import Said, joined, standings

CHUNK = 500
COUNTED = ("state", "word", "verification", "due_on")
"""What lists count, kept beside the place."""
Link = tuple[UUID, UUID]
"""A later recommendation and the earlier one that it says again."""


def keep_threads(touched: Touched) -> None:
    """Makes the threads anew of what an act touched. Cost: nothing for other acts; else 3 queries, 7 where something is linked."""
    ids = set(map(UUID, touched.get(Recommendation._meta.label, ())))
    if ties := touched.get(Tie._meta.label):
        ids |= {key for pair in Tie.objects.filter(pk__in=ties).order_by().values_list("recommendation", "earlier") for key in pair}
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        make_anew(ordered[start : start + CHUNK])


def make_anew(ids: Iterable[UUID]) -> None:
    """The threads in which these stand or stood, as the links are now."""
    ids = set(ids)
    direct = links_of(ids)
    near = ids | ends_of(direct)
    threads = set(ThreadPlace.objects.filter(pk__in=near).values_list("thread", flat=True))
    if not direct and not threads:
        return
    members = near | set(ThreadPlace.objects.filter(thread__in=threads).values_list("pk", flat=True))
    links = links_of(members)
    everyone = members | ends_of(links)
    rows = Recommendation.objects.issued().filter(pk__in=everyone).order_by()
    held = {row.pk: row for row in rows.only("country", "visit", "issued_on", "number", *COUNTED) if row.issued_on}
    ThreadPlace.objects.filter(pk__in=everyone).delete()
    made = []
    for thread in joined(each for each in links if held.keys() >= set(each)):
        said = (Said(key, held[key].visit_id, held[key].issued_on or date.min, held[key].number) for key in thread)
        for key, stands in standings(said).items():
            row = held[key]
            counted = {column: getattr(row, column) for column in COUNTED}
            made.append(ThreadPlace(recommendation=row, country=row.country, thread=stands.thread, place=stands.place, times=stands.times, since=stands.since, **counted))
    ThreadPlace.objects.bulk_create(made)


def links_of(ids: Collection[UUID]) -> set[Link]:
    """The links that hold with one of these at an end: what was issued as repeating, and what was decided since. Cost: 2 queries."""
    said = Recommendation.objects.issued().filter(Q(pk__in=ids) | Q(repeats__in=ids), repeats__isnull=False).order_by()
    held: dict[Link, bool] = {(later, earlier): True for later, earlier in said.values_list("pk", "repeats") if earlier}
    decided = Tie.objects.filter(Q(recommendation__in=ids) | Q(earlier__in=ids)).order_by("position")
    held |= {(later, earlier): together for later, earlier, together in decided.values_list("recommendation", "earlier", "together")}
    return {link for link, together in held.items() if together}


def ends_of(links: Iterable[Link]) -> set[UUID]:
    """Both ends of the links."""
    return {key for link in links for key in link}
