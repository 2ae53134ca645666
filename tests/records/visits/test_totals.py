"""The totals that acts keep are what the rows say, whatever was done to them in whatever order; and each reader is told of them only what he could count
himself by reading visit by visit.
"""

from collections import Counter
from importlib import import_module
from random import Random

import pytest
from django.apps import apps
from django.db import transaction

from tests import world
from tests.people import EVERYBODY, deputy, leader, person
from tests.records.visits.test_across import made
from tirek.foundation.ledger.following import told_together
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM, Role
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.visibility import VisitSecrecy, visit_visible
from tirek.ground.rules.visit_states import VISIT
from tirek.records.visits import queries
from tirek.records.visits.models import CountedVisit, Delegate, Finding, FindingTotal, Organiser, Visit, VisitQuerySet

pytestmark = pytest.mark.django_db
PERSONS = (*EVERYBODY, deputy, person("doctor", Role.MEDIC, Role.HEAD), person("leader", Role.LEADER, Role.ANALYST))
"""Some of them with two roles, so that one opens the totals and the other what stands beside them."""
AREAS, STANDARDS, DEGREES = ("living_conditions", "health_care"), ("mandela-1", "mandela-13", "mandela-14"), ("notable", "serious", "critical")


def anew():
    """The totals by reading every finding with its visit, one by one."""
    totals = Counter()
    for one in Finding.objects.select_related("visit"):
        if one.visit.state == "reported" and not one.taken_back and (not one.medical or one.released_by):
            totals["area", f"{one.area} {'good_practice' if one.good_practice else one.seriousness}"] += 1
            totals.update(("standard", each) for each in set(one.standards))
    return totals


def kept():
    """The totals as they stand, and as what each visit adds makes them."""
    stand = Counter({(each.series, each.key): each.number for each in FindingTotal.objects.all()})
    made = Counter({})
    for each in CountedVisit.objects.all():
        made.update({(series, key): number for series, keys in each.parts.items() for key, number in keys.items()})
    assert stand == made and all(stand.values())
    return stand


def slowly(by):
    """What somebody counts who opens every visit and reads there what he is not asked about."""
    areas, standards = Counter(), Counter()
    for visit in Visit.objects.values_list("pk", flat=True):
        try:
            found = () if queries.must_say_why(visit, by=by) else queries.findings(visit, by=by)
        except NotFound:
            continue
        for one in found:
            if one.area:
                areas[one.area, "good_practice" if one.good_practice else one.seriousness] += 1
                standards.update(set(one.standards))
    return areas, standards


def check_all():
    """Rows, totals and every reader agree."""
    assert kept() == anew()
    for who in (*PERSONS, SYSTEM):
        assert (queries.findings_by_area(by=who, country="demo"), queries.findings_by_standard(by=who, country="demo")) == slowly(who), who


def one_step(chance, visits):
    """Something happens to a row, as no service would do it: in any state, any column."""
    visit = Visit.objects.get(pk=chance.choice(visits))
    rows = list(visit.findings.order_by("position"))
    what = chance.choice(("state", "new", "new", "change", "change", "change", "gone", "move"))
    if what == "state":
        visit.state = chance.choice(("under_way", "concluded", "reported", "reported"))
        visit.save()
    elif what == "new":
        Finding.objects.bulk_create([drawn(chance, visit) for _ in range(2)])
    elif rows:
        row = chance.choice(rows)
        if what == "gone":
            row.delete()
            return
        for column in ("area", "seriousness", "standards", "medical", "released_by", "taken_back", "good_practice"):
            setattr(row, column, getattr(drawn(chance, visit), column) if chance.random() < 0.5 else getattr(row, column))
        row.save()


def drawn(chance, visit):
    """Any finding."""
    medical = chance.random() < 0.3
    return Finding(
        country="demo", origin="demonstration", visit=visit, position=chance.randint(20, 90), area=chance.choice(AREAS), text=world.seen().text, seriousness=chance.choice(DEGREES),
        standards=chance.sample(STANDARDS, chance.randint(0, 3)), medical=medical, released_by=chance.choice(("", leader.id)) if medical else "",
        author=leader.id, taken_back=chance.random() < 0.2, good_practice=chance.random() < 0.2,
    )  # fmt: skip


def test_totals_follow_whatever_is_done_to_rows():
    visits = list(made(world.members()).values())
    check_all()
    chance = Random(4)
    for number in range(24):
        if number % 4 == 3:
            with pytest.raises(ZeroDivisionError), record("test.walk", by=SYSTEM):
                one_step(chance, visits)
                raise ZeroDivisionError
        if number % 6 == 5:
            with transaction.atomic(), told_together():
                for _ in range(3):
                    with record("test.walk", by=SYSTEM) as entry:
                        entry.of(one_step(chance, visits))
        else:
            with record("test.walk", by=SYSTEM) as entry:
                entry.of(one_step(chance, visits))
        assert kept() == anew(), number
    check_all()
    for rows in (CountedVisit, FindingTotal):
        rows.objects.all().delete()
    import_module("tirek.records.visits.migrations.0014_totals").fill(apps, None)
    assert kept() == anew()


def test_a_visit_that_goes_takes_what_it_added_along():
    visit = made(world.members())["reported"]
    assert kept()
    with record("test.gone", by=SYSTEM) as entry:
        for rows in (Finding.objects.filter(visit=visit), Delegate.objects.filter(visit=visit), Organiser.objects.filter(visit=visit)):
            rows.delete()
        entry.of(None)
    assert kept() == anew() == {} and not CountedVisit.objects.exists()


def test_who_is_told_the_totals_may_know_of_every_visit_with_a_report():
    states = [VisitSecrecy("demo", announced, state, report_issued=state == "reported") for announced in (True, False) for state in VISIT.states]
    for who in PERSONS:
        assert VisitQuerySet.all_reported_known(who, "demo") == all(visit_visible(each, who) for each in states if each.report_issued), who
