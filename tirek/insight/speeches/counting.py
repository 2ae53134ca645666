"""The ten figures of a year, counted of what the rooms below count themselves. The same for whoever may open the sheet.

They are asked for as a head who organises no visit would ask: an entry of the plan whose visit is not announced is in no count until the visit has begun.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from tirek.followup.recommendations import queries as recommendations
from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.jurisdictions.refusals import NoRuleOnDate, UnknownThing
from tirek.ground.rules.actors import Actor, Grant, Role
from tirek.ground.rules.plan_and_deed import YearDeeds
from tirek.ground.rules.speech_sheet import Counted, Told, told
from tirek.records.visits import queries as visits

NOBODYS = str(UUID(int=0))
"""An account that is nobody's."""
LONGEST = 4 * 366
"""Days that are looked back for the newest visit whose report is due; no term is longer."""


def outsider(country: str) -> Actor:
    """A head who organises nothing: knows of what is announced and of what has begun, and of nothing else."""
    return Actor(NOBODYS, frozenset({Grant(Role.HEAD, country)}))


def figures(country: str, year: int, today: date) -> tuple[Told, ...]:
    """The figures as they may be told. Cost: 9 queries, however many rows there are."""
    return tuple(map(told, counted(country, year, today)))


def counted(country: str, year: int, today: date) -> Iterator[Counted]:
    """The figures in the order of the sheet."""
    yield from of_visits(country, year, today)
    yield from of_places(country, year, today)
    yield reports_issued(country, year, today)
    yield from of_recommendations(country, year, today)


def of_visits(country: str, year: int, today: date) -> Iterator[Counted]:
    """Entries of the plan whose time has come, and of them those whose visit has begun; beside it all visits of the year."""
    by = outsider(country)
    entries = visits.entry_counts(by=by, country=country, today=today, year=year).get(year, {})
    begun = visits.visit_counts(by=by, country=country, year=year).get(year, {})
    deeds = YearDeeds(year, **entries, **begun)
    yield Counted("visits_made", today, deeds.begun, deeds.begun + deeds.not_made, beside=(("visits_all", deeds.visits),))


def of_places(country: str, year: int, today: date) -> Iterator[Counted]:
    """Of the places that worked on the last day of the year, or work today: visited in the year, never visited, past the interval of the law."""
    day = min(today, date(year, 12, 31))
    found = visits.standings(by=outsider(country), country=country, today=day, past=True)
    yield Counted("places_visited", day, sum(each.last_visit is not None and each.last_visit.year == year for each in found), len(found))
    yield Counted("places_never", day, sum(each.last_visit is None for each in found), len(found))
    asked = [each for each in found if each.due]
    yield Counted("places_past", day, sum(each.past for each in asked), len(asked))


def reports_issued(country: str, year: int, today: date) -> Counted:
    """Of the visits of the year whose report was due before today, those with an issued one; of nothing where the pack lays down no time."""
    ended = newest_due(country, today)
    reported, whole = visits.reported_of_ended(by=outsider(country), country=country, year=year, until=ended) if ended else (0, 0)
    return Counted("reports_issued", today, reported, whole)


def newest_due(country: str, today: date) -> date | None:
    """The newest last day of a visit whose report was due before today; None where no time is laid down. Cost: no query."""
    for back in range(LONGEST):
        try:
            if due(country, "report", today - timedelta(days=back)) < today:
                return today - timedelta(days=back)
        except (NoRuleOnDate, UnknownThing):
            return None
    return None


def of_recommendations(country: str, year: int, today: date) -> Iterator[Counted]:
    """What became of the recommendations that were issued in the year; at the end, of whatever year, those without any word."""
    asked = {"by": outsider(country), "country": country, "since": date(year, 1, 1), "until": date(year, 12, 31)}
    issued = recommendations.issued_counts(**asked, today=today)  # type: ignore[arg-type]
    rate = recommendations.rate_of_all(**asked)  # type: ignore[arg-type]
    silent, whole = recommendations.overdue_counts(by=outsider(country), country=country, today=today)
    yield Counted("reports_answered", today, issued.answered_visits, issued.due_visits)
    yield Counted("answered", today, issued.answered, issued.due)
    yield Counted("carried_out", today, rate.verified, rate.total, rate.said, (("partly", rate.partly), ("otherwise", rate.otherwise)))
    yield Counted("repeated", today, issued.repeating, issued.issued)
    yield Counted("overdue", today, silent, whole)
