"""The queryset's rule is the ground floor's rule, for every person of the cast and every kind of visit."""

import itertools

import pytest

from tests import world
from tests.people import EVERYBODY, deputy, leader, secretary
from tirek.foundation.ledger.services import record
from tirek.ground.rules.visibility import VisitSecrecy, visit_visible
from tirek.records.visits.models import Delegate, Organiser, Visit
from tirek.registers.mandate.queries import account_ids

pytestmark = pytest.mark.django_db
STATES = ("planned", "cancelled", "under_way", "concluded", "reported")


def secrecy(visit):
    accounts = account_ids(each.member_id for each in visit.delegates.filter(left=False))
    organisers = frozenset(visit.organisers.values_list("account", flat=True))
    return VisitSecrecy(visit.country, visit.announced, visit.state, frozenset(accounts.values()), organisers, visit.state == "reported")


def test_every_person_sees_exactly_what_the_rule_says():
    place, team = world.prison(), world.members()
    with record("visit.opened", by=leader) as act:
        for announced, state, delegates, organiser in itertools.product((True, False), STATES, ((), ("member", "doctor")), (None, secretary)):
            visit = Visit(country="demo", place_id=place, kind="periodic", announced=announced, state=state, starts_on="2026-01-01", ends_on="2026-01-02")
            visit.save()
            for name in delegates:
                Delegate(country="demo", visit=visit, member_id=team[name], role="member").save()
            if organiser:
                Organiser(country="demo", visit=visit, account=organiser.id).save()
        act.of(None)
    visits = list(Visit.objects.all())
    for person in (*EVERYBODY, deputy):
        seen = set(Visit.objects.visible_to(person, "demo"))
        assert seen == {visit for visit in visits if visit_visible(secrecy(visit), person)}, person.name
        assert Visit.objects.visible_to(person, "kz").count() == 0
        for some in (visits, visits[::3], []):
            assert set(Visit.objects.visible_among([each.pk for each in some], person, "demo")) == seen & set(some), person.name
        assert set(visits) - set(Visit.objects.exclude(pk__in=Visit.objects.visible_to(person, "demo"))) == seen, person.name
        assert not Visit.objects.visible_among([each.pk for each in visits], person, "kz"), person.name
        known = Visit.objects.known_to(person)
        assert set(known) == seen == set(visits) - set(Visit.objects.exclude(pk__in=known)), person.name
        assert {each.visit for each in Delegate.objects.filter(visit__in=known)} == {each for each in seen if each.delegates.exists()}, person.name
        assert set(Visit.objects.filter(delegates__visit__in=known)) == {each for each in seen if each.delegates.exists()}, person.name
