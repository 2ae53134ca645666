"""What is kept beside findings about their passages says what searching the texts says, whatever was done, and whatever rules counted it."""

import pytest

from tests import world
from tests.people import leader
from tirek.records.visits import queries, services
from tirek.records.visits.models import Finding, UndecidedPassages
from tirek.records.visits.texts import undecided

pytestmark = pytest.mark.django_db
NAMED = "Осуждённый Петров В. С. просил очки. Осуждённый Сидоров К. Л. молчал."


def slowly(visit_id):
    """How many passages wait, by searching every text."""
    return sum(len(undecided(each)) for each in Finding.objects.filter(visit=visit_id, taken_back=False))


def told(visit_id):
    """How many wait as the desk tells it."""
    return sum(each.passages for each in queries.waiting_texts(by=leader, country="demo") if each.visit_id == visit_id)


@pytest.fixture
def visit():
    return world.begun(world.prison(), world.members())


def test_every_act_on_a_finding_brings_its_number_up(visit):
    finding = services.add_finding(visit_id=visit, seen=world.seen(NAMED), by=leader).value
    assert told(visit) == slowly(visit) >= 2
    hit = queries.undecided_hits(visit, by=leader)[0]
    services.decide_hit(finding_id=finding, digest=hit.digest, decision="kept", reason="Так зовут сотрудника из приказа.", by=leader)
    assert told(visit) == slowly(visit) >= 1
    services.take_back_finding(finding_id=finding, by=leader)
    assert told(visit) == slowly(visit) == 0
    services.bring_back_finding(finding_id=finding, by=leader)
    assert told(visit) == slowly(visit) >= 1


def test_what_other_rules_counted_is_searched_anew(visit):
    services.add_finding(visit_id=visit, seen=world.seen(NAMED), by=leader)
    services.add_finding(visit_id=visit, seen=world.seen("В камере холодно."), by=leader)
    assert services.uncounted() == []
    UndecidedPassages.objects.update(rules="earlier", count=0)
    assert told(visit) == slowly(visit) >= 2
    UndecidedPassages.objects.all().delete()
    assert told(visit) == slowly(visit) >= 2
    assert services.count_passages() == 2 and services.uncounted() == []
    assert told(visit) == slowly(visit) and UndecidedPassages.objects.count() == 2


def test_a_finding_where_nothing_waits_is_not_read_at_all(visit, django_assert_num_queries):
    services.add_finding(visit_id=visit, seen=world.seen("В камере холодно."), by=leader)
    with django_assert_num_queries(1):
        assert queries.waiting_texts(by=leader, country="demo") == ()
