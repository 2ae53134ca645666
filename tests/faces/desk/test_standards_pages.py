"""The catalogue's pages and the list of findings: found, linked both ways, cut to what the reader may read, cheap."""

import pytest
from django.urls import reverse

from tests import world
from tests.accounts import sign_in
from tests.people import analyst, head, leader, member
from tests.remembering import remembered
from tirek.records.visits import services

pytestmark = [pytest.mark.django_db, pytest.mark.page]


@remembered
def scene():
    """A visit under way and one that is reported; each has findings that name rules. The ids of both."""
    place, team = world.prison(), world.members()
    begun, reported = world.begun(place, team), world.begun(place, team)
    for visit in (begun, reported):
        services.add_finding(visit_id=visit, seen=world.seen("Темно.", standards=("mandela-13", "demo-houses-law-12")), by=leader)
    services.add_finding(visit_id=begun, seen=world.seen("Сыро.", seriousness="critical", standards=("mandela-13",)), by=leader)
    services.end(visit_id=reported, by=leader)
    services.mark_reported(visit_id=reported, by=leader)
    return begun, reported


def read(client, person, name, *args, **query):
    sign_in(client, person)
    answer = client.get(reverse(f"desk:{name}", args=args), query)
    return answer.status_code, " ".join(answer.content.decode().split())


def test_a_rule_lists_the_findings_that_its_reader_may_read_and_no_other(client):
    begun, reported = scene()
    for person, visits in ((member, (begun, reported)), (head, (reported,)), (analyst, (reported,))):
        code, text = read(client, person, "standard", "mandela", "mandela-13")
        assert code == 200 and "Mandela Rules 13" in text and "floor space" in text
        for visit in (begun, reported):
            assert (f"/desk/visits/{visit}/findings/#" in text) == (visit in visits), person.name
        told = {1: "1 finding<", 3: "3 findings<"}[1 if len(visits) == 1 else 3]
        assert told in text and told in read(client, person, "standards-of", "mandela")[1], person.name
    assert "Сыро." not in text


def test_a_rule_that_nobody_named_says_how_findings_come_here(client):
    scene()
    text = read(client, member, "standard", "bangkok", "bangkok-24")[1]
    assert "No finding that you may read names this rule" in text and "not yet compared with the text" in text
    assert reverse("desk:standard", args=["bangkok", "bangkok-23"]) in text and reverse("desk:standard", args=["bangkok", "bangkok-25"]) in text


def test_a_finding_leads_to_the_rules_that_it_names(client):
    begun, _reported = scene()
    text = read(client, member, "visit-findings", begun)[1]
    assert f'<a href="{reverse("desk:standard", args=["mandela", "mandela-13"])}">Mandela Rules 13: ' in text
    assert reverse("desk:standard", args=["demo-houses-law", "demo-houses-law-12"]) in text


def test_the_catalogue_is_searched_by_number_and_by_words(client):
    scene()
    text = read(client, member, "standards")[1]
    assert "433 rules" in text and "Lumerian Houses Law" in text and "Penal Executive Code" not in text
    assert "1 rule<" in read(client, member, "standards", text="NMR 24")[1]
    text = read(client, member, "standards", text="обыск женщин")[1]
    assert "3 rules" in text and reverse("desk:standard", args=["bangkok", "bangkok-19"]) in text
    assert "No rule fits" in read(client, member, "standards", text="пингвины")[1]


def test_a_rule_of_another_country_or_text_is_not_there(client):
    for address in (("kz-custody-law", "kz-custody-law-353"), ("mandela", "bangkok-1"), ("mandela", "mandela-999"), ("nothing", "mandela-1")):
        assert read(client, member, "standard", *address)[0] == 404
    assert read(client, member, "standards-of", "kz-custody-law")[0] == 404


def test_subjects_in_kazakh_say_that_they_wait_for_a_native_speaker(client):
    sign_in(client, member)
    told = {code: client.get(f"/{code}{reverse('desk:standards-of', args=['mandela'])}").content.decode() for code in ("kk", "ky", "ru")}
    assert {code: 'class="notice' in text for code, text in told.items()} == {"kk": True, "ky": True, "ru": False}


def test_the_list_of_findings_shows_exactly_what_its_filters_say(client):
    begun, reported = scene()
    text = read(client, leader, "findings")[1]
    assert "3 findings" in text and "Сыро." in text
    text = read(client, leader, "findings", degree="critical", standard="NMR 13", area="living_conditions")[1]
    assert "1 finding<" in text and "Сыро." in text and "Темно." not in text
    assert "2 findings" in read(client, leader, "findings", standard="demo-houses-law-12")[1]
    assert "No single rule is called so" in read(client, leader, "findings", standard="13")[1]
    assert "A filter could not be used" in read(client, leader, "findings", area="nowhere")[1]
    text = read(client, head, "findings")[1]
    assert "1 finding<" in text and str(reported) in text and str(begun) not in text


def test_many_findings_cost_no_more_questions_than_few(client, django_assert_max_num_queries):
    scene()
    for name, args in (("standards", ()), ("standards-of", ("mandela",)), ("standard", ("mandela", "mandela-13")), ("findings", ())):
        sign_in(client, head)
        with django_assert_max_num_queries(12):
            assert client.get(reverse(f"desk:{name}", args=args)).status_code == 200
