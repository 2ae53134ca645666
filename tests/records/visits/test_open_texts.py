"""Notes, grounds, measures and purposes: what could name somebody is saved with a written reason only, whichever door it comes by."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.people import leader
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.open_texts import PassagesUndecided, digest_of
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.models import KeptPassage
from tirek.records.visits.services.together import MeetingNote, Paper, TalkNote

pytestmark = pytest.mark.django_db
NAMED = "Петров А.В., ИИН 850101/300123, в карцере."
WHY = "Это начальник смены, он действовал по должности."


@pytest.fixture
def visit():
    return world.begun(world.prison(), world.members())


def meeting(visit, **given):
    return services.add_meeting(visit_id=visit, with_whom="staff", held_on=timezone.localdate(), note=NAMED, by=leader, **given)


def access(visit, **given):
    told = {"entitlement": "records", "outcome": "refused", "by_whom": "дежурный"}
    return services.record_access(visit_id=visit, ground=NAMED, by=leader, **told, **given)


def talk(visit, **given):
    return services.record_closing_talk(visit_id=visit, held_on=timezone.localdate(), with_whom="начальник", note=NAMED, by=leader, **given)


def promise(visit, **given):
    told = {"held_on": timezone.localdate(), "with_whom": "начальник", "promises": [(NAMED, "начальник", None)]}
    return services.record_closing_talk(visit_id=visit, by=leader, **told, **given)


def measure(visit, **given):
    told = {"authority_code": "lum-prison-service", "observed_at": timezone.now() - timedelta(hours=1)}
    return services.send_urgent_measure(visit_id=visit, what=Words.of({"ru": "Вызвать врача.", "kk": NAMED}), by=leader, **told, **given)


def answer(visit, **given):
    now = timezone.now()
    told = {"authority_code": "lum-prison-service", "observed_at": now - timedelta(hours=1), "sent_at": now - timedelta(minutes=30)}
    made = services.send_urgent_measure(visit_id=visit, what=Words.of({"ru": "Вызвать врача."}), by=leader, **told).value
    return services.answer_urgent_measure(measure_id=made, answered_at=now - timedelta(minutes=5), answer=NAMED, by=leader, **given)


def single_source(visit, **given):
    return services.add_finding(visit_id=visit, seen=world.seen(sources=("own_eyes",), single_source_reason=NAMED, **given), by=leader)


def purpose(visit, **given):
    place, day = queries.visit(visit, by=leader).place_id, timezone.localdate() + timedelta(days=9)
    told = {"kind": "periodic", "announced": True, "first_day": day, "last_day": day}
    return services.plan_visit(place_id=place, country="demo", purpose=NAMED, by=leader, **told, **given)


def cancelling(visit, **given):
    seen = queries.visit(visit, by=leader)
    planned = world.planned(seen.place_id, {each.role: each.member_id for each in seen.delegation})
    return services.cancel(visit_id=planned, reason=NAMED, by=leader, **given)


def warning(visit, **given):
    (alone, *_others) = queries.visit(visit, by=leader).delegation
    services.set_delegation(visit_id=visit, delegates=[(alone.member_id, "leader")], by=leader)
    told = next(each for each in queries.warnings(visit, by=leader) if not each.reason)
    return services.accept_warning(visit_id=visit, code=told.code, about=told.about, reason=NAMED, by=leader, **given)


DOORS = (meeting, access, talk, promise, measure, answer, single_source, purpose, cancelling, warning)


@pytest.mark.parametrize("door", DOORS, ids=lambda each: each.__name__)
def test_no_door_lets_a_name_through_without_a_reason_that_is_kept(visit, door):
    with pytest.raises(PassagesUndecided) as refused:
        door(visit)
    assert "Петров А.В." in str(refused.value) and "850101/300123" in str(refused.value)
    with pytest.raises(PassagesUndecided):
        door(visit, names_nobody="  ")
    assert not KeptPassage.objects.exists()
    about = door(visit, names_nobody=WHY).value
    kept = {row.digest: row for row in KeptPassage.objects.filter(about=str(about))}
    assert set(kept) == {digest_of(about, "Петров А.В."), digest_of(about, "850101/300123")}
    assert {(row.reason, row.decided_by) for row in kept.values()} == {(WHY, leader.id)}
    assert verify().holds


def test_what_was_decided_about_a_row_is_not_asked_again_and_what_is_new_is(visit):
    access(visit, names_nobody=WHY)
    access(visit)
    told = {"entitlement": "records", "outcome": "refused", "by_whom": "дежурный"}
    with pytest.raises(PassagesUndecided) as refused:
        services.record_access(visit_id=visit, ground=f"{NAMED} Сидоров К.К. тоже.", by=leader, **told)
    assert "Сидоров К.К." in str(refused.value) and "Петров" not in str(refused.value)


def test_a_paper_carries_the_reason_of_each_part(visit):
    today = timezone.localdate()
    parts = {"meetings": (MeetingNote("staff", today, NAMED, WHY),), "talk": TalkNote(today, "начальник", NAMED, names_nobody=WHY)}
    services.enter_together(visit_id=visit, paper=Paper(**parts), by=leader)
    assert KeptPassage.objects.count() == 4
