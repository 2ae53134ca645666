"""Keeping beside each recommendation since when it waits to be looked at, within the act that changed it. It knows the rule, no calendar and no reader."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from tirek.followup.recommendations.models import Answer, Recommendation, Verification, Waiting
from tirek.foundation.ledger.following import Touched
from tirek.ground.rules.verification_wait import LOOKABLE, awaits_verification

CHUNK = 500


def keep_waiting(touched: Touched) -> None:
    """Makes the rows anew of what an act touched. Cost: nothing for other acts; else 5 queries, 1 more for answers and for verifications each."""
    ids = set(map(UUID, touched.get(Recommendation._meta.label, ())))
    for model in (Answer, Verification):
        if keys := touched.get(model._meta.label):
            ids |= set(model._default_manager.filter(pk__in=keys).values_list("recommendation_id", flat=True))
    if ids:
        make_anew(ids)


def make_anew(ids: Iterable[UUID]) -> None:
    """Of these recommendations: those that wait, with their day."""
    ids = list(ids)
    Waiting.objects.filter(pk__in=ids).delete()
    rows = Recommendation.objects.filter(pk__in=ids, state="issued", word__in=LOOKABLE).order_by().values_list("pk", "country")
    told, looked = told_of(Answer, ids, "word", "said_on", "received_on"), told_of(Verification, ids, "outcome", "verified_on")
    days = [(key, country, awaits_verification(told[key], looked[key])) for key, country in rows]
    Waiting.objects.bulk_create(Waiting(recommendation_id=key, country=country, since=since) for key, country, since in days if since)


def told_of(model: type[Answer] | type[Verification], ids: list[UUID], *columns: str) -> defaultdict[UUID, list[Any]]:
    """What was said, or found, of each of the recommendations: the code with its days."""
    made = defaultdict(list)
    for key, *told in model._default_manager.filter(recommendation__in=ids).order_by().values_list("recommendation", *columns):
        made[key].append(tuple(told))
    return made
