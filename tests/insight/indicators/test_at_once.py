"""Two at the same moment over one value: a check and a correction both stand, of two corrections one is told that the other came first."""

import pytest

from tests.insight.indicators.test_values import entered, new, source
from tests.insight.reports.test_at_once import at_once, refused, shared_database
from tests.people import analyst, head, secretary
from tirek.foundation.ledger.verification import verify
from tirek.insight.indicators import services
from tirek.insight.indicators.models import Value

__all__ = ["shared_database", "source"]
pytestmark = pytest.mark.django_db(transaction=True)


def supersede(value, of, by):
    return lambda: services.supersede_value(value_id=value, new=new(of, amount="1251"), by=by, country="demo")


def test_of_two_who_supersede_a_value_at_once_one_is_told(source):
    one = entered(source)
    outcomes = at_once(*(supersede(one, source, by) for by in (analyst, head, secretary)))
    assert refused(outcomes) == 2 and Value.objects.count() == 2 and verify().holds


def test_a_check_does_not_undo_a_correction_made_at_the_same_moment(source):
    for _ in range(5):
        one = entered(source)
        at_once(lambda one=one: services.check_value(value_id=one, by=head, country="demo"), supersede(one, source, secretary))
        assert Value.objects.get(pk=one).superseded_by_id is not None
    assert verify().holds


def test_of_two_who_check_a_value_at_once_one_is_told(source):
    one = entered(source)
    assert refused(at_once(*(lambda by=by: services.check_value(value_id=one, by=by, country="demo") for by in (head, secretary)))) == 1
