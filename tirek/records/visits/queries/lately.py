"""What happened lately to visits and findings. Nothing is told of what is still hidden, to anybody, nor of what is done for a correction: fewer may know of
that than of the visit.
"""

from datetime import date
from uuid import UUID

from tirek.foundation.jurisdictions.queries import local
from tirek.foundation.ledger.queries import Happened, acts, told_lately
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.records.visits.models import Finding, Visit
from tirek.records.visits.policies import sees_people
from tirek.records.visits.queries.across import readable
from tirek.records.visits.queries.history import FOR_A_CORRECTION

OF_VISITS = told_lately(
    "visit.opened", "visit.postponed", "visit.team-set", "visit.cancelled", "visit.begun", "visit.access-recorded", "visit.closing-talk-recorded",
    "visit.urgent-measure", "visit.ended", "visit.reported",
)  # fmt: skip
OF_FINDINGS = told_lately("finding.added", "finding.edited", "finding.translated", "finding.released")


def visits_lately(*, by: Actor, country: str, since: date, until: date) -> tuple[Happened, ...]:
    """Acts on visits that the reader may know of, and on findings that he or she reads without saying what for; newest first. Cost: 4 queries."""
    found = acts(country=country, since=since, until=until, verbs=OF_VISITS | OF_FINDINGS)
    keys = {noun: {UUID(each.key) for each in found if each.noun == noun} for noun in ("visit", "finding")}
    rows = Visit.objects.visible_among(keys["visit"], by, country).order_by()
    seen: dict[tuple[str, str], tuple[object, date | None, Words]] = {
        ("visit", str(key)): ("", reported, name) for key, reported, name in rows.values_list("pk", "reported_on", "place__name")
    }
    asked = set(Finding.objects.filter(pk__in=keys["finding"]).values_list("visit_id", flat=True))  # so that all other visits need not be asked for
    told = readable(by, country, visits=asked).filter(pk__in=keys["finding"]).order_by().values_list("pk", "visit_id", "visit__reported_on", "visit__place__name")
    seen |= {("finding", str(key)): (visit, reported, name) for key, visit, reported, name in told}
    named = sees_people(country, None, by)
    shown = []
    for each in found:
        under, reported, name = seen.get((each.noun, each.key), ("", None, None))
        corrects = reported is not None and each.verb in OF_FINDINGS | FOR_A_CORRECTION and local(country, each.at).date() >= reported
        if name is not None and not corrects:
            shown.append(each.of(name, under=under, named=named or each.actor == by.id))
    return tuple(shown)
