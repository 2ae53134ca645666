"""What a delegation brings back on paper is entered in one act: all of it, or nothing with every mistake told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.people import conflicted, head, leader, member
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import AccessIncomplete, AlreadyReported, LeaderOnly, PartsRefused, SourcesNeeded
from tirek.records.visits.services.findings import Observation
from tirek.records.visits.services.together import AccessNote, MeetingNote, Paper, TalkNote

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(settings, tmp_path):
    settings.TIREK_DATA = tmp_path
    return world.planned(world.prison(), world.members())


def paper(**given):
    today, now = timezone.localdate(), timezone.now()
    whole = {
        "begun_at": now - timedelta(hours=9), "because": world.WHY,
        "ended_at": now - timedelta(hours=2),
        "access": (AccessNote("numbers", "granted"), AccessNote("private_interview", "delayed", "дежурный", "обед", 40)),
        "meetings": (MeetingNote("staff", today),),
        "talk": TalkNote(today, "начальник", promises=(("починить свет", "начальник", None),)),
        "findings": (world.seen(),),
    }
    return Paper(**{**whole, **given})


def stored(visit):
    parts = (queries.access_facts, queries.meetings, queries.findings)
    return queries.visit(visit, by=leader).state, *(len(each(visit, by=leader)) for each in parts), bool(queries.closing_talk(visit, by=leader))


def test_one_act_takes_a_visit_from_the_gate_to_its_end(visit):
    services.enter_together(visit_id=visit, paper=paper(), by=leader)
    assert stored(visit) == ("concluded", 2, 1, 1, True)
    assert verify().holds


def test_a_wrong_part_saves_nothing_and_every_wrong_part_is_told(visit):
    alone = Observation(area="regime", text=Words.of({"ru": "Прогулок нет."}), sources=("own_eyes",))
    wrong = paper(access=(AccessNote("numbers", "granted"), AccessNote("records", "refused")), findings=(world.seen(), alone))
    with pytest.raises(PartsRefused) as told:
        services.enter_together(visit_id=visit, paper=wrong, by=leader)
    assert [(name, number, type(each)) for name, number, each in told.value.parts] == [("access", 1, AccessIncomplete), ("findings", 1, SourcesNeeded)]
    assert stored(visit) == ("planned", 0, 0, 0, False)
    assert verify().holds


def test_without_its_beginning_nothing_else_is_judged(visit):
    with pytest.raises(PartsRefused) as told:
        services.enter_together(visit_id=visit, paper=paper(), by=member)
    assert [(name, type(each)) for name, _number, each in told.value.parts] == [("begin", LeaderOnly)]
    for outsider in (head, conflicted):
        with pytest.raises(NotFound):
            services.enter_together(visit_id=visit, paper=paper(), by=outsider)


def test_a_second_talk_corrects_the_promises_and_keeps_those_that_stay(visit):
    services.enter_together(visit_id=visit, paper=paper(), by=leader)
    (kept,) = queries.closing_talk(visit, by=leader).promises
    told = {"visit_id": visit, "held_on": timezone.localdate(), "with_whom": "начальник", "by": leader}
    services.record_closing_talk(promises=[("починить свет", "начальник", None), ("выдать бельё", "", None)], **told)
    assert kept in queries.closing_talk(visit, by=leader).promises and len(queries.closing_talk(visit, by=leader).promises) == 2
    services.record_closing_talk(promises=[("выдать бельё", "", None)], **told)
    assert [each.what for each in queries.closing_talk(visit, by=leader).promises] == ["выдать бельё"]
    assert verify().holds


def test_a_meeting_entered_wrongly_is_taken_out_by_those_who_record(visit):
    services.enter_together(visit_id=visit, paper=paper(), by=leader)
    (meeting,) = queries.meetings(visit, by=leader)
    with pytest.raises(NotFound):
        services.remove_meeting(meeting_id=meeting.id, by=conflicted)
    services.remove_meeting(meeting_id=meeting.id, by=member)
    assert queries.meetings(visit, by=leader) == ()


def test_an_urgent_measure_is_answered_also_after_the_report_but_a_new_one_is_not_sent(visit):
    services.enter_together(visit_id=visit, paper=paper(ended_at=None), by=leader)
    what = Words.of({"ru": "Открыть окна."})
    asked = {"visit_id": visit, "what": what, "authority_code": "lum-prison-service", "observed_at": timezone.now(), "by": leader}
    measure = services.send_urgent_measure(**asked).value
    services.end(visit_id=visit, by=leader)
    services.mark_reported(visit_id=visit, by=leader)
    now = timezone.now()
    services.answer_urgent_measure(measure_id=measure, sent_at=now, answered_at=now, answer="Открыты.", by=leader)
    assert queries.urgent_measures(visit, by=head)[0].answer == "Открыты."
    with pytest.raises(AlreadyReported):
        services.send_urgent_measure(**asked)
