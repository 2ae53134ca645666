"""My tasks: what each role finds, in which order, and that a hidden visit makes a task for its own people alone."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.urls import reverse

from tests import world
from tests.accounts import sign_in
from tests.followup.recommendations.making import ago, answer, draft, issued, today, verify, words
from tests.insight.reports import flow
from tests.people import (
    EVERYBODY,
    administrator,
    analyst,
    auditor,
    conflicted,
    deputy,
    doctor,
    focal,
    head,
    leader,
    member,
    minister,
    nobody,
    receiver,
    secretary,
)
from tirek.faces.desk.home import following
from tirek.followup.recommendations import services
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.people.services import disable_account
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import Words
from tirek.insight.reports import services as reports
from tirek.insight.reports.queries import report as report_of
from tirek.records.visits import services as visits
from tirek.registers.mandate.services import enter_member
from tirek.registers.places.services import register_place

pytestmark = pytest.mark.django_db
IDS = {"argvalues": [each for each in EVERYBODY if each not in (nobody, administrator)], "ids": lambda each: each.name}


@pytest.fixture
def team():
    return world.members()


@pytest.fixture
def place():
    return world.prison()


def home(client, person, **query):
    sign_in(client, person)
    reply = client.get(reverse("desk:home"), query, follow=True)
    assert reply.status_code == 200
    return unescape(re.sub(r"\s+", " ", reply.content.decode()))


def groups(page):
    """Headings of the task list with their sentences."""
    found = re.findall(r'<section class="todo"><h2>(.*?) <span class="count">(\d+)</span>(.*?)</section>', page)
    return {title: re.findall(r'<a href="[^"]*">(.*?)</a>', body) for title, _count, body in found}


def sentences(page):
    return [sentence for group in groups(page).values() for sentence in group]


@pytest.mark.parametrize("person", **IDS)
def test_every_role_finds_a_home_that_says_what_it_is_for(client, person):
    page = home(client, person)
    expected = {analyst: "For analysts", auditor: "Open the ledger", focal: "Ministry of Law of Lumeria", minister: "Ministry of Law of Lumeria", receiver: "Chamber of Prosecution"}
    assert expected.get(person, "Nothing waits for you") in page
    assert ("This week" in page) == (person not in expected)


@pytest.mark.parametrize("person", [*IDS["argvalues"], deputy], ids=lambda each: each.name)
def test_a_hidden_visit_is_a_task_of_its_people_alone(client, place, team, person):
    world.planned(place, team, days=0)  # a later day would lie in the next week at the end of this one
    page = home(client, person)
    mine = person in {leader, member, doctor, deputy}
    assert bool([each for each in sentences(page) if each.startswith("Prepare the visit")]) == mine
    told = page.replace("No periodic visit yet", "")  # what the rule asks of every such place
    assert ("Visit: " in page) == mine and ("The visit" in told or "periodic" in told) is False


def test_an_announced_visit_is_prepared_by_those_who_make_it_and_counts_the_days(client, place, team):
    world.planned(place, team, announced=True, days=2)
    page = home(client, leader)
    assert "2 days left" in page and groups(page)["In the next six days"][0].startswith("Prepare the visit to Тарноборский")
    assert not [each for each in sentences(home(client, head)) if each.startswith("Prepare")]


def test_a_visit_under_way_is_today_s_work_and_one_past_its_last_day_is_to_be_ended(client, place, team):
    world.begun(place, team)
    assert groups(home(client, member))["Today"] == ["The visit to Тарноборский исправительный дом is under way: write down what you see."]
    world.begun(place, team, days=-5, hours=5 * 24)
    page = home(client, member)
    assert groups(page)["Overdue"] == ["The visit to Тарноборский исправительный дом has passed its last day: end it."]
    assert "Overdue by 4 days" in page


def test_a_cancelled_visit_is_nobody_s_task(client, place, team):
    visit = world.planned(place, team)
    visits.cancel(visit_id=visit, reason="Дорога закрыта.", by=leader)
    assert sentences(home(client, leader)) == [] and "Visit: " not in home(client, leader)


def measure(visit, hours_ago):
    seen = datetime.now(UTC) - timedelta(hours=hours_ago)
    return visits.send_urgent_measure(visit_id=visit, what=Words.of({"ru": "Перевести в больницу."}), authority_code="lum-care", observed_at=seen, by=leader).value


def test_a_danger_to_a_person_stands_before_everything_and_its_clock_runs_in_hours(client, place, team):
    visit = world.begun(place, team, hours=31)
    made = measure(visit, hours_ago=30)
    issued(world.concluded(world.prison("Велисадский дом"), team), days=200)
    page = home(client, secretary)
    assert groups(page)["Overdue"][0] == "Send the urgent measure of the visit to Тарноборский исправительный дом."
    assert re.search(r"Overdue by (\d+ hours?|less than an hour)", page)
    early = measure(visit, hours_ago=0)
    assert groups(home(client, leader))["Today"][0].startswith("Send the urgent measure")
    visits.answer_urgent_measure(measure_id=early, sent_at=datetime.now(UTC), by=leader)
    visits.answer_urgent_measure(measure_id=made, sent_at=datetime.now(UTC) - timedelta(hours=25), by=leader)
    page = home(client, secretary)
    noted = "Note the answer to the urgent measure of the visit to Тарноборский исправительный дом."
    assert "Send the urgent measure" not in page and "Overdue by 1 hour" in page
    assert groups(page)["Overdue"][0] == noted and groups(page)["Today"][0] == noted
    for each in (early, made):
        visits.answer_urgent_measure(measure_id=each, answered_at=datetime.now(UTC), by=leader)
    assert "urgent measure" not in home(client, secretary)


def test_passages_and_wordings_wait_for_those_who_decide(client, place, team):
    visit = world.begun(place, team)
    visits.add_finding(visit_id=visit, seen=world.seen("Осуждённый Петров В. С. просил очки."), by=leader)
    visits.add_finding(visit_id=visit, seen=world.seen("").__class__("living_conditions", Words(), sources=("records", "own_eyes"), medical=True), by=leader)
    draft_with_name = words("Выдать осуждённому Петрову В. С. очки.", "Көзілдірік беру керек бір адамға.")
    draft(visit, text=draft_with_name)
    page = home(client, member)
    waiting = groups(page)["Waiting, without a day"]
    assert any("in the findings" in each for each in waiting) and any("in the recommendations" in each for each in waiting)
    assert not any("medical" in each for each in waiting)
    assert any("Release the wording of 1 medical finding" in each for each in sentences(home(client, doctor)))
    assert not any("passage" in each for each in sentences(home(client, head)))


def test_answers_of_one_day_and_authority_are_one_line_with_the_day_in_the_country_s_calendar(client, place, team):
    visit = world.concluded(place, team)
    for number in range(3):
        draft(visit, text=words(f"Установить светильники в корпусе {number}."))
    services.issue(visit_id=visit, report_number="Р-1", on=ago(100), by=leader)
    page = home(client, secretary)
    assert "Service of Correctional Houses under the Ministry of Law has not answered 3 recommendations." in groups(page)["Overdue"]
    assert re.search(r"Overdue by \d+ working days, was due", page) and "addressee=lum-prison-service&word=none" in page
    assert not any("has not answered" in each for person in (leader, member) for each in sentences(home(client, person)))


def test_an_answer_far_ahead_is_no_task_yet_and_one_that_came_is_none_any_more(client, place, team):
    made = issued(world.concluded(place, team), days=0)
    assert not any("has not answered" in each for each in sentences(home(client, head)))
    other = issued(world.concluded(place, team), days=100, number="Р-2")
    assert any("has not answered recommendation Р-2-1" in each for each in sentences(home(client, head)))
    answer(other, "accepted")
    assert not any("has not answered" in each for each in sentences(home(client, head)))
    assert made != other


def test_a_task_whose_day_was_counted_with_an_incomplete_calendar_says_so(client, place, team, monkeypatch):
    issued(world.concluded(place, team), days=100)
    note = "are not yet confirmed in the country’s pack: the day may be later."
    assert note not in home(client, secretary)
    monkeypatch.setitem(catalogue().days_off, "demo", replace(catalogue().days_off["demo"], settled=frozenset()))
    years = sorted({ago(100).year, due("demo", "answer", ago(100)).year})
    assert f'<span class="todo-note">Movable holidays of {", ".join(map(str, years))} {note}</span>' in home(client, secretary)


def test_a_verification_falls_due_after_an_answer_for_the_office_and_leaders(client, place, team):
    made = issued(world.concluded(place, team), days=300)
    answer(made, "claimed_implemented", days=200)
    for person, finds in ((head, True), (leader, True), (member, False)):
        assert any(each.startswith("Verify recommendation Р-1-1") for each in sentences(home(client, person))) == finds, person.name
    verify(made, "implemented")
    assert not any(each.startswith("Verify") for each in sentences(home(client, head)))


def test_verifications_of_one_day_and_authority_are_one_line(client, place, team):
    visit = world.concluded(place, team)
    both = [draft(visit, text=words(f"Установить светильники в корпусе {number}.")) for number in range(2)]
    services.issue(visit_id=visit, report_number="Р-1", on=ago(300), by=leader)
    for made in both:
        answer(made, "in_progress", days=200)
    page = home(client, leader)
    (line,) = [each for each in sentences(page) if each.startswith("Verify")]
    assert line.startswith("Verify 2 recommendations that Service of Correctional Houses under the Ministry of Law answered on")
    assert "?addressee=lum-prison-service&state=issued" in page


def test_whoever_has_very_many_works_from_the_list(client, place, team, monkeypatch):
    monkeypatch.setattr(following, "MOST", 2)
    for number in range(4):
        made = issued(world.concluded(place, team), days=400 + 7 * number, number=f"Р-{number}")
        if number % 2:
            answer(made, "accepted", days=250 + 7 * number)
    assert not any("more" in each for each in sentences(home(client, secretary)))
    for number in range(4, 6):
        issued(world.concluded(place, team), days=400 + 7 * number, number=f"Р-{number}")
    page = home(client, secretary)
    assert "2 more answers fall due or are overdue." in groups(page)["Waiting, without a day"]
    assert len([each for each in sentences(page) if "has not answered" in each]) == 2


def test_the_chart_shows_outcomes_with_their_table_and_crosses_no_axes(client, place, team):
    made = issued(world.concluded(place, team))
    answer(made, "claimed_implemented")
    page = home(client, analyst)
    picture = page[page.index("Recommendations in force, by what") :]
    assert "not verified yet: 1" in picture and "says that it is done" not in picture and "<svg" in picture
    assert "Recommendations in force" not in home(client, auditor)


def test_places_past_their_interval_are_shown_to_those_who_plan_and_a_hidden_visit_changes_nothing(client, place, team):
    register_place(country="demo", name=Words.of({"en": "New House"}), kind="prison", region="LU-TA", opened_on=ago(30), by=secretary)

    def told(person):
        page = home(client, person)
        return re.findall(r"(\d+) of (\d+) places that work", page), "Тарноборский" in page and "the first was due" in page

    before = told(head)
    assert before == ([("1", "2")], True) and told(secretary) == before
    assert told(member) == ([], False)
    hidden = world.planned(place, team)
    assert told(head) == before
    visits.begin(visit_id=hidden, by=leader, at=datetime.now(UTC), because=world.WHY)
    assert told(head) == ([], False) and "was visited in time" in home(client, head)


def test_a_place_past_its_interval_had_visits_of_other_kinds_and_the_sentence_says_so(client, place, team):
    world.begun(place, team, kind="special", announced=True)
    page = home(client, head)
    assert "No periodic visit yet; the first was due on" in page and "Never visited" not in page
    assert "No special visit" not in page


def test_a_term_that_ends_soon_is_a_task_of_the_office(client):
    soon = today() + timedelta(days=20)
    enter_member(country="demo", name="Айнұр Қасымбекова", profession="lawyer", sex="female", languages=["ru"], term_since=ago(300), term_until=soon, by=secretary)
    assert groups(home(client, secretary))["Later"] == ["The term of Айнұр Қасымбекова ends: extend it or choose somebody else."]
    assert "Айнұр" not in home(client, conflicted)


def test_reports_wait_for_whoever_drafts_reviews_and_signs(client, place, team):
    world.concluded(place, team)
    assert any(each.startswith("Draft the report on the visit to Тарноборский") for each in sentences(home(client, leader)))
    assert not any("report" in each for each in sentences(home(client, conflicted)))


def test_a_proposed_visit_is_approved_by_those_who_may_know_of_it(client, place):
    first = today() + timedelta(days=9)
    for announced in (True, False):
        visits.plan_visit(place_id=place, country="demo", kind="periodic", announced=announced, first_day=first, last_day=first, by=leader, organisers=(deputy.id,))
    counted = {each.name: sum(line.startswith("Approve or drop") for line in sentences(home(client, each))) for each in (head, deputy, leader)}
    assert counted == {"head": 1, "deputy": 2, "leader": 0}


def test_a_long_group_is_cut_and_shows_all_when_asked(client, place, team):
    for number in range(14):
        made = issued(world.concluded(place, team), days=400, number=f"Р-{number}")
        answer(made, "accepted", days=250 + 7 * number)
    page = home(client, head)
    assert len(groups(page)["Overdue"]) == 11 and "Show 4 more" in page
    assert len(groups(home(client, head, all=1))["Overdue"]) == 14


def test_many_rows_cost_no_more_questions(client, place, team, django_assert_max_num_queries):
    for number in range(5):
        visit = world.concluded(place, team)
        for other in range(4):
            draft(visit, text=words(f"Установить светильники в корпусе {other}."))
        services.issue(visit_id=visit, report_number=f"Р-{number}", on=ago(300), by=leader)
        visits.mark_reported(visit_id=visit, by=leader)
    sign_in(client, head)
    client.get(reverse("desk:home"))
    with django_assert_max_num_queries(30):
        client.get(reverse("desk:home"))


def test_a_correction_is_work_without_a_day_and_is_told_by_the_number_it_corrects(client, place, team):
    report = flow.issued(world.concluded(place, team))
    reports.correct_report(report_id=report, changes=flow.both("Исправлена опечатка."), by=secretary)
    number = report_of(report, by=leader).number
    found = groups(home(client, leader))
    assert found == {"Waiting, without a day": [f"Finish the correction of report No. {number}."]}


@pytest.mark.parametrize("bring", [world.planned, world.begun], ids=["planned", "under way"])
def test_the_office_chooses_another_leader_when_the_account_was_closed(client, place, team, bring):
    bring(place, team, announced=True)
    told = "Choose another leader for the visit to Тарноборский исправительный дом: Leader cannot sign in."
    assert told not in sentences(home(client, head))
    disable_account(account_id=leader.id, country="demo", by=SYSTEM)
    for person in (head, secretary):
        assert told in groups(home(client, person))["Today"]
    assert told not in sentences(home(client, conflicted))


def test_a_hidden_or_ended_visit_makes_no_task_of_its_leader_for_the_office(client, place, team):
    world.planned(place, team)
    world.concluded(world.prison("Велисадский дом"), team)
    disable_account(account_id=leader.id, country="demo", by=SYSTEM)
    assert not [each for each in sentences(home(client, head)) if each.startswith("Choose another leader")]
    assert [each for each in sentences(home(client, deputy)) if each.startswith("Choose another leader")]
