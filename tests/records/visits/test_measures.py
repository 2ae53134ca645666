"""The clock of an urgent measure runs over moments that can have been: the visit begins, the danger is seen, the measure sent, then answered."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.people import conflicted, leader
from tirek.foundation.jurisdictions.queries import time_zone
from tirek.foundation.jurisdictions.refusals import BodyNotThen
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.moments import send_until
from tirek.records.visits.refusals import (
    AnsweredBeforeSent,
    ChangedMeanwhile,
    MeasureSent,
    MomentAhead,
    NotSentYet,
    SeenBeforeVisit,
    SentBeforeSeen,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit():
    return world.begun(world.prison(), world.members())


def ago(hours):
    return timezone.now() - timedelta(hours=hours)


def written(visit, **moments):
    what = Words.of({"ru": "Перевести в больницу."})
    return services.send_urgent_measure(visit_id=visit, what=what, authority_code="lum-care", by=leader, **moments).value


def refused(refusal, work, *args, **given):
    with pytest.raises(refusal):
        work(*args, **given)


def test_a_danger_is_seen_between_the_beginning_of_the_visit_and_now(visit):
    refused(MomentAhead, written, visit, observed_at=ago(-24 * 30))
    refused(SeenBeforeVisit, written, visit, observed_at=ago(24 * 365 * 6))
    assert queries.urgent_measures(visit, by=leader) == ()
    written(visit, observed_at=queries.visit(visit, by=leader).begun_at.replace(second=0, microsecond=0))
    assert len(queries.urgent_measures(visit, by=leader)) == 1


def test_a_measure_is_addressed_to_a_body_that_exists_on_that_day(visit):
    what = Words.of({"ru": "Перевести в больницу."})
    refused(BodyNotThen, services.send_urgent_measure, visit_id=visit, what=what, authority_code="lum-schools-old", observed_at=ago(1), by=leader)
    assert queries.urgent_measures(visit, by=leader) == ()


def held(visit):
    return queries.urgent_measures(visit, by=leader)[-1]


def corrected(made, visit, **given):
    asked = {"what": Words.of({"ru": "Показать врачу.", "kk": held(visit).what.in_("kk")}), "authority_code": "lum-care", "observed_at": held(visit).observed_at, "stamp": held(visit).stamp, "by": leader}
    return services.correct_urgent_measure(measure_id=made, **{**asked, **given})


def test_a_measure_is_corrected_until_it_is_sent(visit):
    made = written(visit, observed_at=ago(3))
    services.translate_urgent_measure(measure_id=made, texts={"kk": "Ауруханаға ауыстыру."}, stamp=held(visit).stamp, by=leader)
    corrected(made, visit, authority_code="lum-law", observed_at=ago(2))
    facts = held(visit)
    assert (facts.what.in_("ru"), facts.authority, facts.what.stale) == ("Показать врачу.", "lum-law", {"kk"})
    refused(SeenBeforeVisit, corrected, made, visit, observed_at=ago(24))
    refused(BodyNotThen, corrected, made, visit, authority_code="lum-schools-old")
    refused(ChangedMeanwhile, corrected, made, visit, stamp="old")
    refused(NotFound, services.translate_urgent_measure, measure_id=made, texts={}, stamp=held(visit).stamp, by=conflicted)
    services.answer_urgent_measure(measure_id=made, sent_at=ago(1), by=leader)
    refused(MeasureSent, corrected, made, visit)
    assert verify().holds


def test_translations_may_come_once_it_was_sent_and_the_text_stays_what_was_sent(visit):
    made = written(visit, observed_at=ago(3), sent_at=ago(2))
    asked = {"measure_id": made, "texts": {"kk": "Ауруханаға ауыстыру.", "ru": "Иное."}}
    refused(ChangedMeanwhile, services.translate_urgent_measure, **asked, stamp="old", by=leader)
    refused(NotFound, services.translate_urgent_measure, **asked, stamp=held(visit).stamp, by=conflicted)
    services.translate_urgent_measure(**asked, stamp=held(visit).stamp, by=leader)
    what = held(visit).what
    assert (what.in_("ru"), what.in_("kk"), what.source, what.stale) == ("Перевести в больницу.", "Ауруханаға ауыстыру.", "ru", frozenset())


def test_a_measure_is_sent_between_the_danger_and_now(visit):
    refused(SentBeforeSeen, written, visit, observed_at=ago(3), sent_at=ago(24 * 365 * 7))
    refused(MomentAhead, written, visit, observed_at=ago(3), sent_at=ago(-24 * 365))
    made = written(visit, observed_at=ago(3))
    refused(SentBeforeSeen, services.answer_urgent_measure, measure_id=made, sent_at=ago(4), by=leader)
    refused(MomentAhead, services.answer_urgent_measure, measure_id=made, sent_at=ago(-1), by=leader)
    (held,) = queries.urgent_measures(visit, by=leader)
    assert held.sent_at is None and held.answer_due is None and held.clock.due_at == send_until("demo", held.observed_at)


def test_an_answer_comes_after_the_measure_was_sent(visit):
    made = written(visit, observed_at=ago(3))
    refused(NotSentYet, services.answer_urgent_measure, measure_id=made, answered_at=ago(1), by=leader)
    refused(NotSentYet, services.answer_urgent_measure, measure_id=made, answer="Переведён.", by=leader)
    refused(AnsweredBeforeSent, services.answer_urgent_measure, measure_id=made, sent_at=ago(2), answered_at=ago(4), by=leader)
    refused(MomentAhead, services.answer_urgent_measure, measure_id=made, sent_at=ago(2), answered_at=ago(-4), by=leader)
    assert queries.urgent_measures(visit, by=leader)[0].sent_at is None
    services.answer_urgent_measure(measure_id=made, sent_at=ago(2), answered_at=ago(1), answer="Переведён.", by=leader)
    (held,) = queries.urgent_measures(visit, by=leader)
    assert held.answered and held.answer == "Переведён."


def test_a_measure_is_to_be_sent_before_the_day_is_over_and_answered_a_day_later():
    late = datetime(2026, 3, 2, 23, 30, tzinfo=time_zone("demo"))
    assert send_until("demo", late) == late.replace(minute=59, second=59)
    assert send_until("demo", late + timedelta(hours=1)) == late.replace(day=3, minute=59, second=59)
    visit = world.begun(world.prison(), world.members(), hours=70)
    written(visit, observed_at=ago(60), sent_at=ago(1))
    written(visit, observed_at=ago(50), sent_at=ago(50))
    late, in_time = queries.urgent_measures(visit, by=leader)
    assert (late.clock.urgency, in_time.clock.urgency) == ("sent_late", "sent_in_time")
    assert [each.answer_due - each.sent_at for each in (late, in_time)] == [timedelta(hours=24)] * 2
