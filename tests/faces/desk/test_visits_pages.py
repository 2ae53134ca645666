"""The pages of a visit: what they show, that nothing typed is lost, and how many questions they ask of the database."""


import pytest
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import account_of, sign_in
from tests.people import analyst, conflicted, deputy, doctor, head, leader, secretary
from tirek.ground.rules.words import Words
from tirek.records.visits import services
from tirek.records.visits.services.findings import Observation

pytestmark = pytest.mark.django_db
NAMED = "Осуждённый Петров А.В. сообщил, что свет не выключают."


@pytest.fixture
def place():
    return world.prison()


@pytest.fixture
def team():
    for person in (deputy, head, secretary):
        account_of(person)
    return world.members()


def page(client, name, *args, **query):
    answer = client.get(reverse(f"desk:{name}", args=args), query)
    return answer.status_code, answer.content.decode()


def send(client, name, *args, **typed):
    answer = client.post(reverse(f"desk:{name}", args=args), typed)
    return answer.status_code, answer.content.decode()


def local(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def finding_form(**given):
    plain = {"area": "regime", "text_ru": "Прогулок нет.", "text_kk": "Серуен жоқ.", "seriousness": "serious", "sources": ["own_eyes", "records"]}
    return {**plain, **given}


# The list and the frame


def test_a_hidden_visit_is_in_no_list_count_or_search_of_others(client, place, team):
    world.planned(place, team)
    for person, seen in ((deputy, True), (leader, True), (doctor, True), (head, False), (secretary, False), (conflicted, False), (analyst, False)):
        sign_in(client, person)
        for query in ({}, {"text": "тарнобор"}, {"state": "planned"}, {"kind": "periodic"}):
            code, text = page(client, "visits", **query)
            assert code == 200 and ("1 visit" in text) == seen, person.name
    world.planned(place, team, announced=True)
    sign_in(client, head)
    assert "1 visit" in page(client, "visits")[1] and "No visit fits" in page(client, "visits", text="нигде")[1]


def test_a_visit_says_what_is_missing_and_offers_one_thing_to_do(client, place, team):
    visit = world.planned(place, team)
    sign_in(client, leader)
    text = page(client, "visit", visit)[1]
    assert "Everything for the next step is here" in text and reverse("desk:visit-begin", args=[visit]) in text
    services.set_delegation(visit_id=visit, delegates=[(team["leader"], "leader")], by=leader)
    assert "The leader decides about" in page(client, "visit", visit)[1]
    assert "desk:visit-findings" not in text and reverse("desk:visit-findings", args=[visit]) not in text
    services.set_delegation(visit_id=visit, delegates=[(team["leader"], "leader"), (team["doctor"], "doctor"), (team["member"], "member")], by=leader)
    services.begin(visit_id=visit, by=leader)
    text = page(client, "visit", visit)[1]
    assert "0 of 9 entered" in text and reverse("desk:visit-end", args=[visit]) in text


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_every_page_opens_in_every_language(client, place, team, language):
    visit = world.begun(place, team)
    finding = services.add_finding(visit_id=visit, seen=world.seen(NAMED), by=leader).value
    medical = services.add_finding(visit_id=visit, seen=Observation(area="health_care", text=Words(), sources=("own_eyes", "records"), medical=True), by=leader).value
    measure = services.send_urgent_measure(
        visit_id=visit, what=Words.of({"ru": "Открыть окна."}), authority_code="lum-prison-service", observed_at=timezone.now(), by=leader
    ).value
    services.record_closing_talk(visit_id=visit, held_on=timezone.localdate(), with_whom="начальник", promises=[("свет", "", None)], by=leader)
    services.add_meeting(visit_id=visit, with_whom="un", held_on=timezone.localdate(), by=leader)
    pages = [
        *((name, visit) for name in (
            "visit", "visit-team", "visit-access", "visit-findings", "visit-history", "visit-access-edit", "visit-meeting", "visit-talk", "visit-measure",
            "visit-afterwards", "visit-passages", "finding-new", "visit-end", "visit-purpose", "visit-team-edit",
        )),
        ("finding-edit", visit, finding), ("finding-translate", visit, finding), ("visit-measure-answer", visit, measure), ("visits",), ("plan",),
        ("plan-new",),
    ]  # fmt: skip
    sign_in(client, leader)
    client.cookies["language"] = language
    for name, *args in pages:
        assert page(client, name, *args)[0] == 200, name
    sign_in(client, doctor)
    client.cookies["language"] = language
    assert page(client, "finding-release", visit, medical)[0] == 200
