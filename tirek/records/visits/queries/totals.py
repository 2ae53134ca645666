"""How many findings there are by area and by standard over a whole country, cut to the reader, without reading those of a hundred years.

Who may know of every visit whose report is issued is told the totals that acts keep (`totalling`), and what else he may read is counted beside them:
findings of his own visits without a report, and medical ones of his own that wait for a wording. For everybody else all is counted.
"""

import re
from collections import Counter
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast

from tirek.foundation.ledger.totals import totals_of
from tirek.ground.rules.actors import SYSTEM, Actor, Role
from tirek.records.visits.models import Delegate, Finding, FindingTotal, VisitQuerySet
from tirek.records.visits.queries.across import NONE, FindingFilters, narrowed, readable
from tirek.records.visits.totalling import AREA, GOOD_PRACTICE, STANDARD, UNREPORTED

QUOTED = re.compile(r'"([^"]+)"')
"""A standard in a stored list of them."""


def findings_by_standard(*, by: Actor, country: str) -> Counter[str]:
    """How many findings name each standard, by its id. Cost: 2 queries, 1 more for doctors; equal lists are counted as text: no row is made of any of them."""
    counted = Counter[str]()
    for found in beside_totals(by, country):
        for named, number in found.order_by().annotate(named=Cast("standards", TextField())).values_list("named").annotate(number=Count("pk")):
            for standard in set(QUOTED.findall(named)):
                counted[standard] += number
    return counted + totals_of(FindingTotal, country, STANDARD) if VisitQuerySet.all_reported_known(by, country) else counted


def findings_by_area(*, by: Actor, country: str, filters: FindingFilters = NONE) -> Counter[tuple[str, str]]:
    """How many findings there are by area and degree. Cost: one query where they are narrowed, else 2, 1 more for doctors."""
    counted = Counter[tuple[str, str]]()
    whole = filters == NONE and VisitQuerySet.all_reported_known(by, country)
    for found in beside_totals(by, country) if whole else (narrowed(by, country, filters),):
        for area, good, seriousness, count in found.order_by().values_list("area", "good_practice", "seriousness").annotate(Count("pk")):
            counted[area, GOOD_PRACTICE if good else seriousness] += count
    if whole:
        for key, number in totals_of(FindingTotal, country, AREA).items():
            area, degree = key.rsplit(" ", 1)
            counted[area, degree] += number
    return counted


def beside_totals(by: Actor, country: str) -> tuple[QuerySet[Finding, Any], ...]:
    """What the actor may read and no total counts; all that he may read, if he may not know of every visit in them."""
    if not VisitQuerySet.all_reported_known(by, country):
        return (readable(by, country),)
    unreported = readable(by, country, states=UNREPORTED)
    if by == SYSTEM or not by.has(Role.MEDIC, country=country):
        return (unreported,)
    treats = Delegate.objects.filter(visit=OuterRef("visit"), member__account__pk=by.id, left=False, role="doctor")
    return unreported, Finding.objects.filter(Exists(treats), country=country, taken_back=False, medical=True, released_by="", visit__state="reported")
