"""Plan and deed: the counts of each year against a slow definition over all rows, and what each reader is told."""

import random
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from tests import world
from tests.followup.recommendations.making import answer
from tests.insight.reports import flow
from tests.people import deputy, head, leader, member, secretary
from tirek.followup.recommendations.queries import visit_recommendations
from tirek.foundation.ledger.services import record
from tirek.ground.rules.annual_plan import Target
from tirek.ground.rules.plan_and_deed import YearDeeds, ending
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.visit_states import BEGUN
from tirek.insight.planning import queries, services
from tirek.records.visits.models import Organiser, PlanEntry, Visit
from tirek.records.visits.queries import not_made, not_made_count
from tirek.records.visits.services import cancel, drop_plan_entry, plan_visit

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
STATES = ("", "", "planned", "cancelled", "under_way", "concluded", "reported")


def rows(seed, place):
    """Entries and visits of three years, some visits without an entry."""
    chance, made = random.Random(seed), []
    with record("visit.planned", by=secretary) as act:
        for _each in range(24):
            first, state = TODAY + timedelta(days=chance.randint(-700, 60)), chance.choice(STATES)
            announced, organiser = chance.random() < 0.5, chance.choice((secretary, deputy, leader))
            entry = PlanEntry(
                country="demo", place_id=place, kind="periodic", announced=announced, first_day=first, last_day=first + timedelta(days=1),
                state="visit_opened" if state else chance.choice(("proposed", "dropped")), created_by="x", planned_on=first - timedelta(days=chance.randint(0, 300)),
            )  # fmt: skip
            entry.save()
            Organiser(country="demo", plan_entry=entry, account=organiser.id).save()
            visit = None
            if state:
                days = first + timedelta(days=chance.choice((0, 0, 40)))
                visit = Visit(country="demo", plan_entry=entry, place_id=place, kind="periodic", announced=announced, state=state, starts_on=days, ends_on=days)
                visit.save()
                Organiser(country="demo", visit=visit, account=organiser.id).save()
            made.append(SimpleNamespace(entry=entry, visit=visit, organiser=organiser))
        alone = Visit(country="demo", place_id=place, kind="special", announced=True, state="concluded", starts_on=TODAY, ends_on=TODAY)
        alone.save()
        made.append(SimpleNamespace(entry=None, visit=alone, organiser=None))
        act.of(None)
    return made


def slowly(made, reader, approved):
    """The same counts by looking at each thing."""
    found: dict[int, dict[str, int]] = {}

    def count(year, name):
        found.setdefault(year, {}).setdefault(name, 0)
        found[year][name] += 1

    for one in made:
        begun = one.visit is not None and one.visit.state in BEGUN
        if one.entry and (one.entry.announced or begun or one.organiser == reader):
            year = one.entry.first_day.year
            knows = one.visit and (begun or one.organiser == reader or (one.visit.announced and reader in (head, secretary, deputy)))
            count(year, "planned")
            count(year, ending(state=one.entry.state, visit_state=one.visit.state if knows else "", last_day=one.entry.last_day, today=TODAY))
        if begun:
            year = one.visit.starts_on.year
            count(year, "visits")
            inside = one.entry and one.entry.first_day.year == year and not (year in approved and one.entry.planned_on > approved[year])
            if not inside:
                count(year, "outside")
            if one.visit.state == "reported":
                count(year, "reported")
    return tuple(YearDeeds(year, **counts) for year, counts in sorted(found.items(), reverse=True))


@pytest.mark.parametrize("seed", [1, *(pytest.param(each, marks=pytest.mark.slow) for each in range(2, 8))])
def test_the_counts_of_each_year_are_those_of_looking_at_each_thing(seed):
    made = rows(seed, world.prison())
    world.members()
    plan = services.begin_plan(country="demo", year=TODAY.year, by=secretary, targets=[Target("prison", "", 4)]).value
    services.submit_plan(plan_id=plan, by=secretary)
    services.approve_plan(plan_id=plan, by=head)
    for reader in (head, secretary, leader, deputy):
        assert queries.deeds(by=reader, country="demo", today=TODAY) == slowly(made, reader, {TODAY.year: TODAY}), reader.name
        for year in {each.year for each in queries.deeds(by=reader, country="demo", today=TODAY)}:
            told = not_made(by=reader, country="demo", year=year, today=TODAY)
            counts = next(each for each in queries.deeds(by=reader, country="demo", today=TODAY) if each.year == year)
            assert len(told) == counts.not_made == not_made_count(by=reader, country="demo", year=year, today=TODAY)
            assert sum(each.ending == "dropped" for each in told) == counts.dropped
    with pytest.raises(NotAllowed):
        queries.deeds(by=member, country="demo", today=TODAY)
    assert not_made(by=member, country="demo", year=TODAY.year, today=TODAY) == ()


def test_why_a_visit_was_not_made_is_told_to_who_may_know_of_it():
    place, team = world.prison(), world.members()
    hidden, announced = world.planned(place, team, days=0), world.planned(place, team, announced=True, days=0)
    for visit, reason in ((hidden, "Дорогу размыло."), (announced, "Карантин.")):
        cancel(visit_id=visit, reason=reason, by=leader)
    entry = plan_visit(place_id=place, country="demo", kind="special", announced=True, first_day=TODAY, last_day=TODAY, by=secretary).value
    drop_plan_entry(entry_id=entry, by=secretary, reason="Место закрыто.")

    def told(by):
        return sorted(each.reason for each in not_made(by=by, country="demo", year=TODAY.year, today=TODAY))

    assert told(head) == told(secretary) == ["Карантин.", "Место закрыто."]
    assert told(leader) == ["Дорогу размыло.", "Карантин.", "Место закрыто."]


def test_shares_have_their_denominators():
    place, team = world.prison(), world.members()
    done = world.concluded(place, team)
    flow.recommend(done)
    flow.issued(done)
    world.begun(place, team)
    (year,) = [each for each in queries.deeds(by=head, country="demo", today=TODAY) if each.visits]
    assert (year.visits, year.reported, year.advised, year.answered) == (2, 1, 1, 0) and year.answer_share == 0
    answer(visit_recommendations(done, by=secretary, today=TODAY)[0].id)
    (year,) = [each for each in queries.deeds(by=head, country="demo", today=TODAY) if each.visits]
    assert year.answered == 1 and year.answer_share == 1 and year.report_share * 2 == 1
    assert YearDeeds(2026).made_share is None and YearDeeds(2026).report_share is None
