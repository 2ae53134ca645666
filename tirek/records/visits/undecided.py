"""Keeping beside each finding of an open visit how many of its passages wait for a decision, within the act that changed it.

A page may ask for what waits in a hundred visits: the texts of all of them are searched once, when they are written, and not each time somebody looks.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from tirek.foundation.ledger.following import Touched
from tirek.ground.rules import text_check
from tirek.records.visits.models import Finding, HitDecision, UndecidedPassages
from tirek.records.visits.texts import hits_in

OPEN = ("under_way", "concluded")
CHUNK = 500


@cache
def rules_digest() -> str:
    """SHA-256 in hexadecimal of the rules that search a text, as this program has them; cached for the life of the process."""
    whole = sha256()
    for file in sorted(Path(text_check.__file__).parent.glob("*.py")):
        whole.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()


def keep_undecided(touched: Touched) -> None:
    """Makes the rows anew of what an act touched. Cost: nothing for other acts; else 4 queries, 1 more for decisions."""
    ids = set(map(UUID, touched.get(Finding._meta.label, ())))
    if keys := touched.get(HitDecision._meta.label):
        ids |= set(HitDecision.objects.filter(pk__in=keys).values_list("finding_id", flat=True))
    if ids:
        make_anew(ids)


def make_anew(ids: Iterable[UUID]) -> None:
    """Of these findings: those of open visits that were not taken back, with their number."""
    ids = list(ids)
    UndecidedPassages.objects.filter(pk__in=ids).delete()
    rows = Finding.objects.filter(pk__in=ids, taken_back=False, visit__state__in=OPEN).order_by().values_list("pk", "text")
    kept, rules = kept_of(ids), rules_digest()
    UndecidedPassages.objects.bulk_create(
        UndecidedPassages(finding_id=key, rules=rules, count=sum(each.digest not in kept[key] for each in hits_in(key, text))) for key, text in rows
    )


def kept_of(ids: Iterable[UUID]) -> defaultdict[UUID, set[str]]:
    """The digests of the passages that stay, of each of the findings."""
    made: defaultdict[UUID, set[str]] = defaultdict(set)
    for key, digest in HitDecision.objects.filter(finding__in=list(ids), decision="kept").values_list("finding_id", "digest"):
        made[key].add(digest)
    return made


def uncounted() -> list[UUID]:
    """Findings of open visits that nobody counted by today's rules, as after an upgrade. Cost: 1 query."""
    open_ones = Finding.objects.filter(taken_back=False, visit__state__in=OPEN)
    return list(open_ones.exclude(passages__rules=rules_digest()).order_by("pk").values_list("pk", flat=True))


def count_passages() -> int:
    """Counts those, some at a time; returns how many they were. For the start of a house: no person waits for it."""
    from django.db import transaction

    left = uncounted()
    for start in range(0, len(left), CHUNK):
        with transaction.atomic():
            make_anew(left[start : start + CHUNK])
    return len(left)
