"""The pages of the plan: what each person finds there, entering, changing, approving, dropping, opening the visit."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import account_of, sign_in
from tests.faces.desk.visiting import page, send
from tests.people import analyst, auditor, conflicted, deputy, doctor, foreigner, head, leader, member, nobody, secretary
from tirek.records.visits import queries, services

pytestmark = pytest.mark.django_db
FAR = (timezone.localdate() + timedelta(days=300)).isoformat()
PURPOSE = "Две жалобы на ночные обыски"


def entered(place, by=secretary, announced=False, **given):
    year = timezone.localdate().year
    days = {"first_day": date(year, 5, 4), "last_day": date(year, 5, 6)}
    planned = {"on": date(year, 1, 1), **days}
    asked = {"place_id": place, "country": "demo", "kind": "periodic", "announced": announced, "purpose": PURPOSE, **planned, **given}
    return services.plan_visit(by=by, **asked).value


@pytest.mark.parametrize("announced", [True, False])
def test_an_entry_shows_to_those_of_the_rule_on_every_page_of_the_plan(client, place, team, announced):
    entry = entered(place, announced=announced)
    sees = {secretary, head, leader} if announced else {secretary}
    for person in (secretary, head, leader, member, doctor, conflicted, deputy):
        sign_in(client, person)
        expected = person in sees or (announced and person == deputy)
        for query in ({}, {"kind": "periodic"}, {"quarter": "2"}, {"state": "proposed"}, {"announced": "yes" if announced else "no"}):
            code, text = page(client, "plan", **query)
            assert code == 200 and ("1 entry" in text) == expected, (person.name, query)
            assert expected or "Тарноборский" not in text
        assert page(client, "plan-entry", entry)[0] == (200 if expected else 404)
    for person, code in ((analyst, 403), (foreigner, 200), (nobody, 302)):
        sign_in(client, person)
        assert page(client, "plan")[0] == code and "Тарноборский" not in page(client, "plan")[1]


def test_coverage_and_the_picture_of_the_year_count_only_what_has_begun(client, place, team):
    visit = world.planned(place, team, days=0)
    sign_in(client, head)
    text = page(client, "plan")[1]
    assert "a visit began in 0 of 1 working places" in text
    assert "Nothing is planned for this year yet" in text
    sign_in(client, leader)
    text = page(client, "plan")[1]
    assert "1 entries of the plan and 0 visits begun" in text and "working places" not in text, "a part of the country is no coverage"
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    sign_in(client, head)
    text = page(client, "plan")[1]
    assert "a visit began in 1 of 1 working places" in text and "1 entries of the plan and 1 visits begun" in text


def test_an_entry_goes_from_the_form_to_its_visit(client, place, team):
    sign_in(client, leader)
    today = timezone.localdate()
    typed = {"place_id": str(place), "kind": "special", "announced": "no", "first_day": today.isoformat(), "last_day": (today - timedelta(days=1)).isoformat(), "purpose": PURPOSE}
    code, text = send(client, "plan-new", **typed, organisers=[deputy.id])
    assert code == 422 and "The last day is before the first day" in text and PURPOSE in text and f'value="{deputy.id}"' in text and "checked" in text
    assert send(client, "plan-new", **{**typed, "last_day": today.isoformat()}, organisers=[deputy.id])[0] == 302
    (entry,) = queries.plan_entries(by=deputy, country="demo")
    text = page(client, "plan-entry", entry.id)[1]
    assert PURPOSE in text and "Deputy" in text and "Leader" in text and "Approve" not in text.split("<main")[1]
    change = {**typed, "kind": "periodic", "last_day": (today + timedelta(days=1)).isoformat(), "revision": entry.revision}
    assert send(client, "plan-change", entry.id, **change)[0] == 302
    sign_in(client, deputy)
    assert "Approve" in page(client, "plan-entry", entry.id)[1]
    assert send(client, "plan-approve", entry.id)[0] == 302
    sign_in(client, leader)
    answer = client.post(reverse("desk:plan-open", args=[entry.id]))
    facts = queries.visit(queries.plan_entry(entry.id, by=leader).visit_id, by=leader)
    assert answer.url == reverse("desk:visit", args=[facts.id]) and facts.kind == "periodic" and not facts.announced
    assert PURPOSE not in page(client, "visit", facts.id)[1]
    assert "Go to the visit" in page(client, "plan-entry", entry.id)[1]


def test_what_the_state_forbids_is_told_on_the_entry(client, place, team):
    entry = entered(place, announced=True)
    sign_in(client, head)
    answer = client.post(reverse("desk:plan-open", args=[entry]), follow=True)
    assert "not possible in the present state" in answer.content.decode()
    assert send(client, "plan-drop", entry)[0] == 302 and "dropped" in page(client, "plan-entry", entry)[1]
    assert "not possible in the present state" in client.post(reverse("desk:plan-approve", args=[entry]), follow=True).content.decode()


def test_a_place_named_in_the_address_is_chosen_already(client, place, team):
    sign_in(client, secretary)
    assert f'value="{place}" selected' in page(client, "plan-new", place=place)[1]


def test_organisers_are_chosen_among_those_who_work_in_the_mechanism(client, place, team):
    account_of(analyst)
    sign_in(client, secretary)
    text = page(client, "plan-new")[1]
    assert "Deputy" in text and "Doctor" in text and "Analyst" not in text
    assert send(client, "plan-new", place_id=str(place), kind="periodic", announced="no", first_day=FAR, last_day=FAR, organisers=[analyst.id])[0] == 422


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_every_page_of_the_plan_opens_in_every_language(client, place, team, language):
    entry = entered(place)
    sign_in(client, secretary)
    client.cookies["language"] = language
    for name, *args in (("plan",), ("plan-new",), ("plan-entry", entry), ("plan-change", entry)):
        assert page(client, name, *args)[0] == 200, name


def test_a_purpose_that_could_name_somebody_asks_why_it_stays(client, place):
    sign_in(client, secretary)
    day, named = (timezone.localdate() + timedelta(days=9)).isoformat(), "Жалоба матери Петрова А.В."
    typed = {"place_id": str(place), "kind": "periodic", "announced": "no", "first_day": day, "last_day": day, "purpose": named}
    code, text = send(client, "plan-new", **typed)
    assert code == 422 and named in text and 'name="names_nobody"' in text and day in text
    assert queries.plan_entries(by=secretary, country="demo") == ()
    assert send(client, "plan-new", **typed, names_nobody="Мать просила назвать имя.")[0] == 302
    (entry,) = queries.plan_entries(by=secretary, country="demo")
    assert entry.purpose == named
    change = {**typed, "kind": "special", "revision": entry.revision}
    assert send(client, "plan-change", entry.id, **change)[0] == 302
    more = {**change, "purpose": f"{named} Просит и Сериков Б.Д.", "revision": queries.plan_entry(entry.id, by=secretary).revision}
    code, text = send(client, "plan-change", entry.id, **more)
    assert code == 422 and "“Сериков Б.Д.”" in text.replace("&quot;", '"') and "“Петрова А.В.”" not in text
    assert send(client, "plan-change", entry.id, **more, names_nobody="Так зовут начальника.")[0] == 302


def test_an_entry_that_stands_already_is_pointed_out_to_who_knows_of_it(client, place):
    day = (timezone.localdate() + timedelta(days=9)).isoformat()
    typed = {"place_id": str(place), "kind": "periodic", "announced": "no", "first_day": day, "last_day": day}
    told = "stands in the plan already"
    for who, again in ((secretary, False), (secretary, True), (head, False)):
        sign_in(client, who)
        answer = client.post(reverse("desk:plan-new"), typed, follow=True)
        assert (told in answer.content.decode()) == again


def test_a_filter_that_cannot_be_used_says_so(client, place):
    sign_in(client, secretary)
    text = client.get(reverse("desk:plan"), {"year": "20266"}).content.decode()
    assert "could not be used" in text and "less than or equal to 2100" in text
    assert "could not be used" not in client.get(reverse("desk:plan"), {"year": "2026"}).content.decode()


def test_no_list_shows_the_whole_for_a_filter_that_cannot_be_used(client, place):
    world.concluded(place, world.members())
    wrong = {"plan": {"kind": "x"}, "visits": {"state": "x"}, "places": {"on": "31.02."}, "members": {"region": "KZ-75"}}
    sign_in(client, leader)
    for name, query in wrong.items():
        text = client.get(reverse(f"desk:{name}"), query).content.decode()
        assert "could not be used" in text and "<td" not in text, name
        assert "<td" in client.get(reverse(f"desk:{name}")).content.decode(), name
    assert client.post(reverse("desk:list-file", args=["visits"]) + "?kind=x", {"ending": "csv", "purpose": "report"}).status_code == 409
    sign_in(client, auditor)
    assert "<td" not in client.get(reverse("desk:ledger"), {"verb": "x"}).content.decode()
    assert "<td" in client.get(reverse("desk:ledger")).content.decode()


def test_a_leader_names_somebody_who_can_approve_what_is_not_announced(client, place, team):
    sign_in(client, leader)
    typed = {"place_id": str(place), "kind": "special", "announced": "no", "first_day": FAR, "last_day": FAR}
    told = "Nobody who can approve this entry knows of it"
    for named in ([], [member.id]):
        code, text = send(client, "plan-new", **{**typed, "first_day": soon(), "last_day": soon()}, organisers=named)
        assert code == 422 and told in text and "Deputy (can approve)" in text and "Member (can" not in text
    entry = entered(place, by=leader)
    assert told in page(client, "plan-entry", entry)[1]
    assert "Name an organiser who can approve the visit to Тарноборский" in page(client, "home")[1]
    first = queries.plan_entry(entry, by=leader)
    change = {"kind": first.kind, "announced": "no", "first_day": first.first_day, "last_day": first.last_day, "revision": first.revision}
    assert send(client, "plan-change", entry, **change, organisers=[member.id])[0] == 422
    assert send(client, "plan-change", entry, **change, organisers=[secretary.id])[0] == 302
    assert told not in page(client, "plan-entry", entry)[1] and "Name an organiser" not in page(client, "home")[1]
    assert send(client, "plan-new", **{**typed, "first_day": soon(), "last_day": soon(), "announced": "yes"})[0] == 302


def soon():
    return (timezone.localdate() + timedelta(days=9)).isoformat()
