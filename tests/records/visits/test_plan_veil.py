"""A veiled visit leaves no trace: whatever a person who may not know of it asks about plan, coverage, calendar and availability, the answer is the same
with the visit and without it. The worlds are random, who may know of what is judged by the ground floor's rule alone.
"""

import random
from contextlib import contextmanager
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.utils import timezone

from tests import world
from tests.people import conflicted, deputy, doctor, head, leader, member, person, secretary
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import Role
from tirek.ground.rules.plan_conflicts import conflicts
from tirek.ground.rules.visibility import VisitSecrecy, plan_entry_visible, visit_visible
from tirek.ground.rules.visit_states import BEGUN
from tirek.insight.planning import queries as planning
from tirek.records.visits import queries
from tirek.records.visits.models import Delegate, Organiser, PlanEntry, Visit
from tirek.registers.mandate.away import absences
from tirek.registers.mandate.services import enter_absence

pytestmark = pytest.mark.django_db
OTHER = person("other-leader", Role.LEADER)
READERS = (head, secretary, leader, member, doctor, conflicted, deputy, OTHER)
GOING = (leader, member, doctor, conflicted)
DAYS = 40


def later(seeds):
    """Further worlds, for the trials."""
    return [pytest.param(seed, marks=pytest.mark.slow) for seed in seeds]


def a_world(seed):
    """Places, members, and things that are planned: (entry, visit or None, whether announced, state of the visit, organisers, delegation)."""
    chance = random.Random(seed)
    places, team = [world.prison(f"Дом {number}") for number in range(3)], world.members()
    today, made = timezone.localdate(), []
    with record("visit.planned", by=secretary) as act:
        for _each in range(9):
            first = today + timedelta(days=chance.randint(-20, DAYS))
            last = first + timedelta(days=chance.randint(0, 3))
            announced, state = chance.random() < 0.4, chance.choice(("", "planned", "planned", "cancelled", "under_way", "concluded", "reported"))
            organisers = chance.sample((secretary, leader, member, deputy, head), chance.randint(0, 2))
            entry = PlanEntry(
                country="demo", place_id=chance.choice(places), kind=chance.choice(("periodic", "special")), announced=announced, first_day=first,
                last_day=last, state="visit_opened" if state else chance.choice(("proposed", "approved", "dropped")), created_by="x",
            )  # fmt: skip
            entry.save()
            visit, going = None, ()
            if state:
                visit = Visit(country="demo", plan_entry=entry, place_id=entry.place_id, kind=entry.kind, announced=announced, state=state, starts_on=first, ends_on=last)
                visit.save()
                going = chance.sample(GOING, chance.randint(0, 3))
                for number, each in enumerate(going):
                    Delegate(country="demo", visit=visit, member_id=team[each.name], role="member" if number else "leader").save()
            for each in organisers:
                Organiser(country="demo", plan_entry=entry, account=each.id).save()
                if visit:
                    Organiser(country="demo", visit=visit, account=each.id).save()
            made.append(SimpleNamespace(entry=entry, visit=visit, state=state, organisers=frozenset(each.id for each in organisers), delegation=frozenset(each.id for each in going)))
        act.of(None)
    for each in GOING[:2]:
        day = today + timedelta(days=chance.randint(0, DAYS))
        enter_absence(member_id=team[each.name], since=day, until=day + timedelta(days=2), by=secretary)
    return team, made


def sees_entry(one, actor):
    return plan_entry_visible(country="demo", announced=one.entry.announced, organisers=one.organisers, visit_begun=one.state in BEGUN, actor=actor)


def sees_visit(one, actor):
    if one.visit is None:
        return False
    secrecy = VisitSecrecy("demo", one.entry.announced, one.state, one.delegation, one.organisers, one.state == "reported")
    return visit_visible(secrecy, actor)


def answers(by):
    """Everything that plan, coverage, calendar and availability tell somebody."""
    today = timezone.localdate()
    first, last = today - timedelta(days=30), today + timedelta(days=60)
    year = {"country": "demo", "year": today.year}
    asked = {"by": by, "country": "demo", "first": first, "last": last}
    found = {
        "entries": queries.entries(by=by, country="demo"),
        "count": [queries.entry_count(by=by, country="demo", filters=queries.EntryFilters(announced=each)) for each in (None, True, False)],
        "waiting": (queries.proposed_entries(by=by, country="demo"), queries.unapprovable_entries(by=by, country="demo")),
        "months": (queries.planned_by_month(by=by, **year), queries.begun_by_month(by=by, **year)),
        "cells": (queries.planned_cells(by=by, **year), queries.begun_cells(**year)),
        "standings": queries.standings(by=by, country="demo", today=today),
        "ahead": queries.planned_ahead(by=by, country="demo", today=today),
        "calendar": queries.calendar(**asked),
        "clashes": queries.clashes(**asked),
        "busy": queries.busy_members(**asked),
        "away": absences(**asked),
        "visits": queries.visits(by=by, country="demo"),
        "proposed": planning.proposed_targets(by=by, country="demo", year=today.year + 1, today=today),
    }
    if by.has(Role.HEAD, Role.SECRETARIAT, Role.LEADER, country="demo"):
        found["summary"] = planning.year_summary(by=by, country="demo", year=today.year, plan=None)
    return found


@contextmanager
def taken_away(one):
    """The world where this thing had never been, for a while."""
    with transaction.atomic():
        with record("visit.dropped", by=secretary) as act:
            if one.visit:
                one.visit.delegates.all().delete()
                one.visit.organisers.all().delete()
                Visit.objects.filter(pk=one.visit.pk).delete()
            one.entry.organisers.all().delete()
            PlanEntry.objects.filter(pk=one.entry.pk).delete()
            act.of(None)
        yield
        transaction.set_rollback(True)


def without(one, ask):
    """What is answered where this thing had never been."""
    with taken_away(one):
        return {actor: answers(actor) for actor in ask}


@pytest.mark.parametrize("seed", [0, *later(range(1, 8))])
def test_whoever_may_not_know_of_it_is_told_the_same_with_it_and_without_it(seed):
    _team, made = a_world(seed)
    told = {actor: answers(actor) for actor in READERS}
    tried = 0
    for one in made:
        outside = [actor for actor in READERS if not (sees_entry(one, actor) or sees_visit(one, actor))]
        if one.entry.announced or one.state in BEGUN:
            continue  # known to the office; what has begun counts
        for actor, found in without(one, outside).items():
            tried += 1
            assert found == told[actor], (actor.name, [name for name in found if found[name] != told[actor][name]])
    assert tried > 2


@pytest.mark.parametrize("seed", [10, *later(range(11, 18))])
def test_the_calendar_holds_what_the_rule_says_and_conflicts_are_those_of_what_it_holds(seed):
    team, made = a_world(seed)
    today = timezone.localdate()
    first, last = today - timedelta(days=10), today + timedelta(days=20)
    for actor in READERS:
        expected = set()
        for one in made:
            touches = one.entry.first_day <= last and one.entry.last_day >= first
            if touches and sees_visit(one, actor) and one.state != "cancelled":
                expected.add((True, one.visit.pk))
            if touches and sees_entry(one, actor) and not sees_visit(one, actor) and one.entry.state != "dropped":
                expected.add((False, one.entry.pk))
        found = queries.calendar(by=actor, country="demo", first=first, last=last)
        assert {(each.is_visit, each.id) for each in found} == expected, actor.name
        busy = {who for each in found for who, _role in each.delegates}
        known = {team[name] for one in made if sees_visit(one, actor) for name in team if person_id(name) in one.delegation}
        assert busy <= known, "nobody is busy with what is not known"
        away = [each.away for each in absences(by=actor, country="demo", first=first, last=last)]
        wide = queries.calendar(by=actor, country="demo", first=first - timedelta(days=14), last=last + timedelta(days=14))
        slow = [each for each in conflicts([each.going for each in wide], away) if each.first <= last and each.last >= first]
        assert [each.conflict for each in queries.clashes(by=actor, country="demo", first=first, last=last)] == slow


def person_id(name):
    return next(each.id for each in GOING if each.name == name)
