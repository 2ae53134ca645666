"""The totals of recommendations are what the rows say, whatever was done to them; and a reader's regions hold what he could count visit by visit."""

from collections import Counter
from datetime import date
from importlib import import_module
from itertools import product
from random import Random

import pytest
from django.apps import apps

from tests import world
from tests.followup.recommendations.making import issued, today, words
from tests.people import analyst, auditor, deputy, foreigner, head, leader, member
from tests.remembering import remembered
from tirek.followup.recommendations import queries
from tirek.followup.recommendations.models import Answer, CountedVisit, Recommendation, RecommendationTotal, Verification
from tirek.foundation.jurisdictions.queries import successor_on
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import MECHANISM, SYSTEM
from tirek.ground.rules.rates import rate
from tirek.records.visits import services
from tirek.records.visits.models import Visit
from tirek.registers.places.models import Place

pytestmark = pytest.mark.django_db
PERSONS = (head, deputy, leader, member, analyst, auditor, foreigner, SYSTEM)
OPEN = ("not_verified", "partially_implemented", "not_implemented")
YEARS = {"country": "demo", "since": date(2020, 1, 1), "until": date(2024, 12, 31), "yearly": True}


@remembered
def scene():
    """Two concluded visits with a recommendation each, to two places; one has its report."""
    team = world.members()
    visits = [world.concluded(world.prison(name), team) for name in ("Дом на холме", "Дом у реки")]
    for number, visit in enumerate(visits):
        issued(visit, number=f"Р-{number}")
    services.mark_reported(visit_id=visits[0], by=leader)
    return visits


def rows_issued():
    """Every issued recommendation."""
    return Recommendation.objects.exclude(state__in=("draft", "dropped")).select_related("visit__place")


def anew():
    """The totals by reading every row."""
    totals = Counter()
    for row in rows_issued():
        totals.update(("answers", str(year)) for year in {each.received_on.year for each in row.answers.all()})
        totals.update(("verifications", str(year)) for year in {each.verified_on.year for each in row.verifications.all()})
        totals["outcomes", row.verification] += row.state == "issued"
        if row.state == "issued":
            ends = f"|{row.word}|{row.verification}"
            totals.update([("rate-year", f"{row.issued_on.year if row.issued_on else ''}{ends}"), ("rate-theme", f"{row.theme}{ends}"), ("rate-body", f"{row.passed_to or row.addressee}{ends}")])
            totals["rate-place", f"{row.visit.place_id}{ends}"] += row.visit.state == "reported"
        if row.state == "issued" and row.verification in OPEN and row.visit.state == "reported":
            totals["open", str(row.visit.place_id)] += 1
    return +totals


def kept():
    """The totals as they stand, and as what each visit adds makes them."""
    stand = Counter({(each.series, each.key): each.number for each in RecommendationTotal.objects.all()})
    made = Counter({})
    for each in CountedVisit.objects.all():
        made.update({(series, key): number for series, keys in each.parts.items() for key, number in keys.items()})
    assert stand == made and all(stand.values())
    return stand


def open_slowly(by, kind=""):
    """What is open by region, of visits that somebody may know of, one by one."""
    if by != SYSTEM and not by.has(*MECHANISM, country="demo"):
        return {}
    known = set(Visit.objects.visible_to(by, "demo").values_list("pk", flat=True))
    rows = [row for row in rows_issued() if row.state == "issued" and row.verification in OPEN and row.visit_id in known]
    return dict(Counter(row.visit.place.region for row in rows if kind in ("", row.visit.place.kind)))


def by_year_slowly(by, series):
    """Recommendations by year, row by row."""
    if by != SYSTEM and not by.has(*MECHANISM, country="demo"):
        return {}
    return {date(int(key), 1, 1): number for (of, key), number in anew().items() if of == series and 2020 <= int(key) <= 2024}


def rates_slowly(by, dimension, since=None, until=None):
    """Rates of every group, of the rows one by one."""
    if by != SYSTEM and not by.has(*MECHANISM, country="demo"):
        return ()
    known, groups = set(Visit.objects.visible_to(by, "demo").values_list("pk", flat=True)), {}
    for row in rows_issued():
        place, day = row.visit.place, row.issued_on
        group = {
            "year": str(day.year) if day else "", "theme": row.theme, "authority": successor_on("demo", row.passed_to or row.addressee, today()), "region": place.region, "place_kind": place.kind,
        }[dimension]  # fmt: skip
        within = not (since or until) or (day and (since or day) <= day <= (until or day))
        if row.state == "issued" and within and (dimension not in ("region", "place_kind") or row.visit_id in known):
            groups.setdefault(group, Counter())[row.word, row.verification] += 1
    return tuple((group, rate(counts)) for group, counts in sorted(groups.items()))


WHEN = ({}, {"since": date(2019, 1, 1), "until": date(2022, 12, 31)}, {"since": date(2019, 4, 2)}, {"until": date(2021, 6, 30)})
"""All days, whole years, and days in the midst of one."""


def check_rates():
    """Every reader is told the rates that he could count."""
    for person, dimension, days in product(PERSONS, queries.DIMENSIONS, WHEN):
        told = queries.rates(by=person, country="demo", dimension=dimension, today=today(), **days)
        assert tuple(told) == rates_slowly(person, dimension, **days), (person.name, dimension, days)
        whole = Counter({each: sum(getattr(one, each) for _group, one in rates_slowly(person, "theme", **days)) for each in ("total", "verified", "said", "silent")})
        of_all = queries.rate_of_all(by=person, country="demo", **days)
        assert whole == Counter({each: getattr(of_all, each) for each in whole}), (person.name, days)


def check_all():
    """Rows, totals and every reader agree."""
    assert kept() == anew()
    for person in PERSONS:
        for kind in ("", "prison", "police"):
            assert queries.open_by_region(by=person, country="demo", place_kind=kind) == open_slowly(person, kind), (person.name, kind)
        standing = Counter(row.verification for row in rows_issued() if row.state == "issued" and (person == SYSTEM or person.has(*MECHANISM, country="demo")))
        assert queries.tally(by=person, country="demo") == queries.Tally(standing.total(), tuple(sorted(standing.items())))
        seen = len(rows_issued()) if person == SYSTEM or person.has(*MECHANISM, country="demo") else 0
        assert queries.counts(by=person, country="demo", today=today()).total == seen, person.name
        assert queries.answered_by_time(by=person, **YEARS) == by_year_slowly(person, "answers"), person.name
        assert queries.verified_by_time(by=person, **YEARS) == by_year_slowly(person, "verifications"), person.name
    check_rates()


def drawn_day(chance):
    return date(chance.randint(2018, 2025), chance.randint(1, 12), chance.randint(1, 28))


def drawn(chance, row):
    """Any answer or verification."""
    if chance.random() < 0.5:
        on = drawn_day(chance)
        return Answer(country="demo", recommendation=row, word="accepted", authority="lum-law", said_on=on, received_on=on, entered_by=leader.id)
    return Verification(country="demo", recommendation=row, outcome="implemented", verified_on=drawn_day(chance), way="documents", text="Видели.", verified_by=leader.id)


def one_step(chance, visits):
    """Something happens to a row, as no service would do it."""
    visit, row = Visit.objects.get(pk=chance.choice(visits)), chance.choice(list(Recommendation.objects.order_by("visit_id", "position")))
    told = [*row.answers.order_by("said_on"), *row.verifications.order_by("verified_on")]
    what = chance.choice(("state", "place", "new", "row", "row", "told", "told", "told", "day", "untold", "gone"))
    if what in ("state", "place"):
        visit.state = chance.choice(("concluded", "reported")) if what == "state" else visit.state
        visit.place = chance.choice(list(Place.objects.order_by("pk"))) if what == "place" else visit.place
        visit.save()
    elif what == "new":
        Recommendation.objects.bulk_create([Recommendation(country="demo", origin="demonstration", visit=visit, position=9, text=words(), addressee="lum-law", state="issued", author=leader.id)])
    elif what == "row":
        row.state, row.verification = chance.choice(("draft", "issued", "issued", "withdrawn", "superseded")), chance.choice((*OPEN, "implemented"))
        row.word, row.theme = chance.choice(("none", "accepted", "claimed_implemented")), chance.choice(("", "health_care"))
        row.issued_on, row.passed_to = drawn_day(chance), chance.choice(("", "", "lum-care"))
        row.save()
    elif what == "told":
        drawn(chance, row).save()
    elif what == "gone" and Recommendation.objects.count() > 2 and not row.bases.exists():
        for each in told:
            each.delete()
        row.delete()
    elif told:
        one = chance.choice(told)
        if what == "untold":
            one.delete()
        else:
            setattr(one, "received_on" if isinstance(one, Answer) else "verified_on", drawn_day(chance))
            one.save()


def test_totals_follow_whatever_is_done_to_rows():
    visits = scene()
    check_all()
    assert queries.open_by_region(by=SYSTEM, country="demo") == {"LU-TA": 2}
    chance = Random(4)
    for number in range(30):
        if number % 5 == 4:
            with pytest.raises(ZeroDivisionError), record("test.walk", by=SYSTEM):
                one_step(chance, visits)
                raise ZeroDivisionError
        with record("test.walk", by=SYSTEM) as entry:
            entry.of(one_step(chance, visits))
        assert kept() == anew(), number
    check_all()
    for rows in (CountedVisit, RecommendationTotal):
        rows.objects.all().delete()
    for name in ("0011_totals", "0013_outcomes", "0020_rates_kept"):
        import_module(f"tirek.followup.recommendations.migrations.{name}").fill(apps, None)
    assert kept() == anew()
