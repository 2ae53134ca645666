"""A medical finding on the desk: before its doctor releases a wording, no page tells others more than that there is one."""

from copy import deepcopy

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.test_reading_from_outside import NOTHING, addresses
from tests.faces.desk.visiting import finding_form, page, send
from tests.insight.reports import flow
from tests.people import doctor, leader, member, secretary
from tirek.faces.desk.visits.findingforms import cited
from tirek.faces.desk.visits.words import SERIOUSNESS, SOURCES
from tirek.foundation.jurisdictions.queries import standard
from tirek.records.visits import queries, services

pytestmark = pytest.mark.django_db
TEXT, REASON = "Следы на запястьях.", "Есть только рентгеновский снимок."
WORDS = ("запястьях", "рентгеновский")


def medical(visit):
    """A medical finding of which every field tells something; its id."""
    told = {"seriousness": "critical", "standards": ("istanbul-consistency",), "sources": ("detained_persons",), "single_source_reason": REASON}
    return services.add_finding(visit_id=visit, seen=world.seen(TEXT, area="health_care", medical=True, **told), by=doctor).value


def drafted(place, team):
    """What the addresses of a visit are filled with that has a medical finding, and a recommendation and a draft of the report that rest on it."""
    visit = world.begun(place, team, announced=True)
    finding = medical(visit)
    services.add_finding(visit_id=visit, seen=world.seen(), by=leader)
    services.end(visit_id=visit, by=leader)
    recommendation, report = flow.recommend(visit), flow.drafted(visit)
    return {
        "visit_id": visit, "finding_id": finding, "recommendation_id": recommendation, "report_id": report, "about": finding,
        "part": "single_source_reason", "place_id": place, "member_id": team["member"], "digest": "0" * 64,
        "signature_id": NOTHING,
    }  # fmt: skip


def told(client, given):
    """(method and name, words) of every page of the desk on which words of the medical finding stand. What a sent form does is undone."""
    found = []
    for name, path in addresses(given):
        for method in (client.get, client.post):
            cookies = deepcopy(client.cookies)
            with transaction.atomic():
                answer = method(path)
                text = b"".join(answer).decode(errors="replace") if answer.streaming else answer.content.decode(errors="replace")
                transaction.set_rollback(True)
            client.cookies = cookies
            assert answer.status_code < 500, path
            found += [(f"{method.__name__} {name}", word) for word in WORDS if word in text]
    return found


@pytest.mark.trial
@pytest.mark.parametrize("reader", [member, secretary], ids=lambda each: each.name)
def test_no_page_tells_others_a_word_of_a_medical_finding_before_its_release(place, team, reader):
    given = drafted(place, team)
    client = Client(raise_request_exception=False)
    sign_in(client, reader)
    client.post(reverse("desk:visit-purpose", args=[given["visit_id"]]), {"purpose": "report"})
    assert page(client, "visit-findings", given["visit_id"])[0] == 200
    assert told(client, given) == []


def test_the_list_says_only_that_a_medical_finding_waits(client, place, team):
    visit = world.begun(place, team)
    medical(visit)
    for who in (leader, member):
        sign_in(client, who)
        text = page(client, "visit-findings", visit)[1]
        assert "1. Medical finding" in text and "medical: waits for the doctor" in text
        assert not [word for word in (*WORDS, "critical", "Istanbul", "consistent", "Sources:", "health care") if word in text]
    sign_in(client, doctor)
    text = page(client, "visit-findings", visit)[1]
    assert [word for word in (*WORDS, "critical", "Sources:") if word not in text] == []


def test_what_rests_on_it_says_only_that_it_waits(client, place, team):
    given = drafted(place, team)
    sign_in(client, leader)
    text = page(client, "visit-recommendations", given["visit_id"])[1]
    assert "waits for the doctor’s wording" in text and "health care" not in text
    text = page(client, "recommendation-new", given["visit_id"])[1]
    assert "1. waits for the doctor’s wording" in text


def test_others_are_told_that_a_medical_finding_is_the_doctor_s_to_change(client, place, team):
    visit = world.begun(place, team)
    finding = medical(visit)
    services.release_medical_wording(finding_id=finding, text=world.seen("Помощь оказана поздно.").text, by=doctor)
    there = reverse("desk:finding-edit", args=[visit, finding])
    for who in (leader, member):
        sign_in(client, who)
        code, text = page(client, "finding-edit", visit, finding)
        assert code == 409 and "Only the doctor of the delegation" in text
        assert there not in page(client, "visit-findings", visit)[1]
    sign_in(client, doctor)
    assert page(client, "finding-edit", visit, finding)[0] == 200 and there in page(client, "visit-findings", visit)[1]


def test_who_was_writing_when_a_finding_became_medical_is_told_and_keeps_the_text(client, place, team):
    visit = world.begun(place, team)
    finding = services.add_finding(visit_id=visit, seen=world.seen(), by=leader).value
    services.edit_finding(finding_id=finding, seen=world.seen(TEXT, area="health_care", medical=True), revision=1, by=doctor)
    sign_in(client, leader)
    code, text = send(client, "finding-edit", visit, finding, **finding_form(text_ru="Свет погас."), revision="1")
    assert code == 422 and "Only the doctor of the delegation" in text and "Свет погас." in text
    assert not [word for word in WORDS if word in text]


def test_the_page_of_the_release_shows_all_that_others_will_read(client, place, team):
    visit = world.begun(place, team)
    finding = medical(visit)
    sign_in(client, doctor)
    text = page(client, "finding-release", visit, finding)[1]
    assert "Why there is one source only, and what you know beyond, stays with you." in text and WORDS[1] not in text
    assert send(client, "finding-release", visit, finding, text_ru="Помощь оказана поздно.", revision="1")[0] == 302
    line = queries.finding(finding, by=leader)
    assert (line.seriousness, line.sources, line.standards) == ("critical", ("detained_persons",), ("istanbul-consistency",))
    sign_in(client, leader)
    shown = page(client, "visit-findings", visit)[1]
    for words in (str(SERIOUSNESS["critical"]), str(SOURCES["detained_persons"]), cited("demo", standard("demo", "istanbul-consistency"))):
        assert words in text and words in shown
    assert WORDS[1] not in shown
