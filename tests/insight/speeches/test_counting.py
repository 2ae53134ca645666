"""The ten figures against a slow definition over all rows, the same for every reader, and silent about what is hidden."""

import random
from collections import defaultdict
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.followup.recommendations import making
from tests.people import deputy, leader, secretary
from tirek.followup.recommendations.models import Recommendation, ThreadPlace
from tirek.followup.recommendations.services import issue, withdraw
from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.ledger.services import record
from tirek.ground.rules.speech_sheet import FIGURES
from tirek.insight.speeches.counting import counted, figures
from tirek.records.visits.models import Organiser, PlanEntry, Visit
from tirek.records.visits.queries import standings

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
BEGUN = ("under_way", "concluded", "reported")
WORDS = ("none", "none", "acknowledged", "accepted", "rejected", "claimed_implemented")
FOUND = ("not_verified", "not_verified", "implemented", "partially_implemented", "not_implemented", "obsolete")


def rows(seed):
    """Entries, visits and recommendations of three years at four places, one of them never visited."""
    chance, places = random.Random(seed), [world.prison(f"Дом {number}") for number in range(4)]
    visits = []
    with record("visit.planned", by=secretary) as act:
        for _each in range(30):
            first, state = TODAY + timedelta(days=chance.randint(-700, 40)), chance.choice(("", "", "planned", "cancelled", *BEGUN, "reported"))
            first = min(first, TODAY) if state in BEGUN else first
            place, announced = chance.choice(places[:3]), chance.random() < 0.5
            entry = PlanEntry(
                country="demo", place_id=place, kind="periodic", announced=announced, first_day=first, last_day=first + timedelta(days=1),
                state="visit_opened" if state else chance.choice(("proposed", "dropped")), created_by="x",
            )  # fmt: skip
            entry.save()
            Organiser(country="demo", plan_entry=entry, account=deputy.id).save()
            if state:
                visit = Visit(country="demo", plan_entry=entry, place_id=place, kind="periodic", announced=announced, state=state, starts_on=first, ends_on=first)
                visit.save()
                visits += [visit] if state == "reported" else []
        for number in range(60):
            on = TODAY - timedelta(days=chance.randint(0, 600))
            Recommendation(
                country="demo", visit=chance.choice(visits), position=number, number=f"Н-{number}", text=making.words(), addressee="lum-prison-service",
                state=chance.choice(("issued", "issued", "issued", "withdrawn", "draft")), word=chance.choice(WORDS), verification=chance.choice(FOUND),
                issued_on=on, due_on=on + timedelta(days=chance.randint(5, 60)), author="x",
            ).save()  # fmt: skip
        act.of(None)
    issued = list(Recommendation.objects.exclude(state="draft"))
    ThreadPlace.objects.all().delete()
    for place, row in enumerate(chance.sample(issued, 12)):
        ThreadPlace(recommendation=row, country="demo", thread=row.pk, place=1 + place % 3, times=3, since=row.issued_on).save()
    return places


def slowly(year):
    """The same figures by looking at each row."""
    last, found = min(TODAY, date(year, 12, 31)), {}
    begun = [each for each in Visit.objects.all() if each.state in BEGUN]
    with_visit = {each.plan_entry_id for each in begun}
    cancelled = {each.plan_entry_id for each in Visit.objects.all() if each.state == "cancelled" and each.announced}
    entries = [each for each in PlanEntry.objects.all() if each.first_day.year == year and (each.announced or each.pk in with_visit)]
    past = [each for each in entries if each.pk in with_visit or each.state == "dropped" or each.pk in cancelled or each.last_day < TODAY]
    found["visits_made"] = sum(each.pk in with_visit for each in past), len(past)
    by_place = defaultdict(list)
    for each in begun:
        if each.starts_on <= last:
            by_place[each.place_id].append(each.starts_on)
    found["places_visited"] = sum(any(day.year == year for day in days) for days in by_place.values()), 4
    found["places_never"] = 4 - len(by_place), 4
    known = standings(by=secretary, country="demo", today=last, past=True)
    found["places_past"] = sum(each.due is not None and each.due.due_on < last for each in known), sum(each.due is not None for each in known)
    ended = [each for each in begun if each.starts_on.year == year and due("demo", "report", each.ends_on) < TODAY]
    found["reports_issued"] = sum(each.state == "reported" for each in ended), len(ended)
    issued = [each for each in Recommendation.objects.exclude(state="draft") if each.issued_on.year == year]
    force = [each for each in issued if each.state == "issued"]
    late = [each for each in force if each.due_on < TODAY]
    answered = [each for each in late if each.word not in ("none", "acknowledged")]
    found["answered"] = len(answered), len(late)
    found["reports_answered"] = len({each.visit_id for each in answered}), len({each.visit_id for each in late})
    needed = [each for each in force if each.verification != "obsolete"]
    done = [each for each in needed if each.verification == "implemented"]
    found["carried_out"] = len(done), len(needed), len([each for each in needed if each in done or each.word == "claimed_implemented"])
    found["repeated"] = sum(ThreadPlace.objects.filter(pk=each.pk, place__gt=1).exists() for each in issued), len(issued)
    all_late = [each for each in Recommendation.objects.filter(state="issued") if each.due_on < TODAY]
    found["overdue"] = sum(each.word == "none" for each in all_late), len(all_late)
    return found


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.slow)])
def test_each_figure_is_what_looking_at_each_row_gives(seed):
    rows(seed)
    for year in {TODAY.year, TODAY.year - 1}:
        told = {each.code: (each.part, each.whole) if each.upper is None else (each.part, each.whole, each.upper) for each in counted("demo", year, TODAY)}
        assert told == slowly(year), year


def test_the_ten_stand_in_their_order_and_nothing_is_counted_of_nothing():
    told = figures("demo", TODAY.year, TODAY)
    assert tuple(each.code for each in told) == FIGURES
    assert all(each.nothing for each in told)


def test_an_unannounced_visit_that_has_not_begun_changes_no_figure():
    place, team = world.prison(), world.members()
    before = figures("demo", TODAY.year, TODAY)
    world.planned(place, team, days=0)
    assert figures("demo", TODAY.year, TODAY) == before
    assert figures("demo", TODAY.year, TODAY + timedelta(days=5)) == tuple(counts_on(before, TODAY + timedelta(days=5))), "nor when its days are over"


def counts_on(told, day):
    """The same figures on another day of the year."""
    from dataclasses import replace

    return [replace(each, on=min(day, date(TODAY.year, 12, 31))) if each.code.startswith("places") else replace(each, on=day) for each in told]


def test_what_is_withdrawn_is_issued_and_no_longer_in_force():
    visit = world.concluded(world.prison(), world.members())
    drafts = [making.draft(visit) for _each in range(4)]
    issue(visit_id=visit, report_number="2026/1", on=making.ago(60), by=leader)
    withdraw(recommendation_id=drafts[0], reason="Ошибка.", by=secretary)
    told = {each.code: each for each in counted("demo", making.ago(60).year, TODAY)}
    assert told["repeated"].whole == 4 and told["carried_out"].whole == 3
