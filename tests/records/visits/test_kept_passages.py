"""Why passages stay that could name somebody is read by those who write the visit's record, and of a medical finding by the doctor alone."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import account_of, sign_in
from tests.faces.desk.visiting import page
from tests.people import analyst, conflicted, doctor, leader, member, secretary
from tirek.ground.rules.open_texts import digest_of
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.text_check import check_text
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.services.findings import Observation

pytestmark = pytest.mark.django_db
NAMED = "Осуждённый Петров А.В. сообщил, что свет не выключают."


@pytest.fixture
def visit():
    made = world.begun(world.prison(), world.members())
    services.add_meeting(visit_id=made, with_whom="staff", held_on=timezone.localdate(), note="Начальник Петров А.В.", names_nobody="Это начальник.", by=leader)
    finding = services.add_finding(visit_id=made, seen=world.seen(NAMED), by=member).value
    for each in queries.undecided_hits(made, by=member):
        services.decide_hit(finding_id=finding, digest=each.digest, decision="kept", reason="Так зовут дежурного.", by=member)
    seen = Observation(area="health_care", text=Words.of({"ru": NAMED}), sources=("own_eyes", "records"), medical=True)
    medical = services.add_finding(visit_id=made, seen=seen, by=doctor).value
    for each in queries.undecided_hits(made, by=doctor):
        services.decide_hit(finding_id=medical, digest=each.digest, decision="kept", reason="Так зовут врача.", by=doctor)
    return made


def reasons(visit, by):
    return {(each.noun, each.reason) for each in queries.kept_passages(visit, by=by)}


def test_each_has_its_text_its_reason_and_a_digest(visit):
    told = {("meeting", "Это начальник."), ("finding", "Так зовут дежурного.")}
    assert reasons(visit, leader) == reasons(visit, member) == reasons(visit, secretary) == told
    assert reasons(visit, doctor) == told | {("finding", "Так зовут врача.")}
    meeting = queries.meetings(visit, by=leader)[0].id
    (kept,) = [each for each in queries.kept_passages(visit, by=leader) if each.noun == "meeting"]
    assert kept.decided_by == leader.id and kept.digest in {digest_of(meeting, each.text) for each in check_text("Начальник Петров А.В.")}


def test_others_do_not_read_them(visit):
    with pytest.raises(NotFound):
        queries.kept_passages(visit, by=conflicted)
    services.end(visit_id=visit, by=leader)
    services.mark_reported(visit_id=visit, by=leader)
    with pytest.raises(NotAllowed):
        queries.kept_passages(visit, by=analyst)


def test_a_page_lists_them_without_the_passages(client, visit):
    account_of(leader)
    sign_in(client, secretary)
    assert reverse("desk:visit-kept", args=[visit]) in page(client, "visit-history", visit)[1]
    text = page(client, "visit-kept", visit)[1]
    assert "Passages that stay, and why" in text and "Это начальник." in text and "Петров" not in text and "Так зовут врача." not in text
    services.end(visit_id=visit, by=leader)
    services.mark_reported(visit_id=visit, by=leader)
    sign_in(client, analyst)
    assert reverse("desk:visit-kept", args=[visit]) not in page(client, "visit-history", visit)[1]
    assert page(client, "visit-kept", visit)[0] == 403
