"""Keeping how many findings there are by area and degree, and by standard, within the act that changed it: of visits whose report is issued, and which nobody
is asked about who may know of those visits. What else a reader may read is little, and counted for him (`queries/totals`).
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from tirek.foundation.ledger.acts import whole_of
from tirek.foundation.ledger.following import Touched
from tirek.foundation.ledger.totals import Adds, bring_totals_up
from tirek.ground.rules.visit_states import VISIT
from tirek.records.visits.models import CountedVisit, Finding, FindingTotal, Visit

GOOD_PRACTICE = "good_practice"
"""Stands among the degrees of seriousness for what is none."""
AREA, STANDARD = "area", "standard"
"""The series: of areas with degrees (`health_care critical`), and of standards by their id."""
UNREPORTED = tuple(each for each in VISIT.states if each != "reported")
"""Every state of a visit but that of which the totals are."""
MANY = 500
WORDED = Q(medical=False) | ~Q(released_by="")
"""Others than the doctor may read it."""


def keep_totals(touched: Touched) -> None:
    """Counts anew the visits that an act touched, or findings of theirs. Cost: nothing for other acts; else 2 queries, 5 more where totals change."""
    ids = sorted({UUID(each) for label in (Visit._meta.label, whole_of(Finding)) for each in touched.get(label, ())})
    for start in range(0, len(ids), MANY):
        part = ids[start : start + MANY]
        bring_totals_up(CountedVisit, FindingTotal, part, adds_of(part))


def adds_of(ids: Iterable[UUID]) -> dict[UUID, Adds]:
    """What these visits add; nothing where a report is not issued."""
    adds: dict[UUID, Adds] = {
        visit: (country, {}) for visit, country in Visit.objects.filter(pk__in=ids, state="reported").order_by().values_list("pk", "country")
    }
    if not adds:
        return {}
    found = Finding.objects.filter(WORDED, visit__in=list(adds), taken_back=False).order_by()
    for visit, area, good, seriousness, standards in found.values_list("visit_id", "area", "good_practice", "seriousness", "standards"):
        parts = adds[visit][1]
        for series, key in ((AREA, key_of(area, good, seriousness)), *((STANDARD, each) for each in set(standards))):
            keys = parts.setdefault(series, {})
            keys[key] = keys.get(key, 0) + 1
    return {visit: (country, parts) for visit, (country, parts) in adds.items() if parts}


def key_of(area: str, good: bool, seriousness: str) -> str:
    """Area and degree as one word."""
    return f"{area} {GOOD_PRACTICE if good else seriousness}"
