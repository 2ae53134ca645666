"""What changed lately: in words, day by day, and nothing of what its reader may not know, not even by a gap."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.followup.international import making as of_bodies
from tests.followup.letters import making as of_letters
from tests.followup.recommendations import making as recommendation_making
from tests.insight.reports import flow
from tests.people import analyst, auditor, conflicted, deputy, doctor, focal, foreigner, head, leader, member, nobody, secretary
from tirek.followup.international import services as international_done
from tirek.followup.international.lately import international_lately
from tirek.followup.international.queries import thread
from tirek.followup.letters import services as letters_done
from tirek.followup.letters.lately import letters_lately
from tirek.followup.letters.queries import letter as letter_facts
from tirek.followup.recommendations.queries import drafts_lately, recommendations_lately
from tirek.followup.recommendations.queries import recommendation as advice
from tirek.foundation.ledger.models import Entry
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.claims.lately import sources_lately
from tirek.insight.claims.queries import source as source_facts
from tirek.insight.claims.services import NewSource, add_source
from tirek.insight.reports import services as reports
from tirek.insight.reports.queries import report as report_facts
from tirek.insight.reports.queries import reports_lately
from tirek.records.visits import services as visits
from tirek.records.visits.models import Visit
from tirek.records.visits.queries import plan_entry, plan_lately, visits_lately
from tirek.records.visits.queries import visit as visit_facts
from tirek.records.visits.searching import visible_findings
from tirek.registers.mandate.services import declare_conflict, enter_absence
from tirek.registers.places.queries import place_names
from tirek.registers.places.services import register_place

pytestmark = pytest.mark.django_db
STAFF = (head, deputy, secretary, leader, conflicted, member, doctor, analyst)


def page(client, person, **query):
    sign_in(client, person)
    answer = client.get(reverse("desk:lately"), query)
    assert answer.status_code == 200
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|nonce="\w+"', "", answer.content.decode())


def days():
    return {"since": timezone.localdate() - timedelta(days=6), "until": timezone.localdate()}


def test_what_was_done_stands_in_words_with_whom_and_where(client, place, team):
    world.begun(place, team, announced=True)
    html = page(client, secretary)
    name = place_names([place])[str(place)].best("en")
    assert "Place registered" in html and name in html and "Visit begun" in html and "Leader" in html
    mine = page(client, secretary, who="me")
    assert "Place registered" in mine and "Visit begun" not in mine
    assert "Visit begun" not in page(client, secretary, of="place") and "Visit begun" in page(client, secretary, who=leader.id)
    earlier = (timezone.localdate() - timedelta(days=7)).isoformat()
    assert "Nothing on these days" in page(client, secretary, until=earlier) and f"until={earlier}" in html


def test_an_analyst_is_told_of_nobody_who_acted(client, place, team):
    flow.issued(recommended(place, team))
    html = page(client, analyst)
    assert "Visit begun" in html and "Leader" not in html.split("<main")[1]
    assert 'value="me"' in html and leader.id not in html


def recommended(place, team):
    made = world.concluded(place, team)
    flow.recommend(made)
    return made


def test_a_hidden_visit_changes_no_sign_of_the_page(client, place, team):
    """The differential: everything that is done to prepare a hidden visit leaves everybody's page as it was, letter by letter."""
    world.begun(place, team, announced=True)
    before = {each: page(client, each) for each in STAFF}
    visit = world.planned(place, team)
    visits.postpone(visit_id=visit, starts_on=timezone.localdate() + timedelta(days=9), ends_on=timezone.localdate() + timedelta(days=9), by=leader)
    assert {each: page(client, each) for each in STAFF} == before


def test_conflicts_and_days_away_are_not_told(client, place, team):
    before = {each: page(client, each) for each in STAFF}
    declare_conflict(member_id=team["conflicted"], reason="contract", authority="lum-law", by=conflicted)
    today = timezone.localdate()
    enter_absence(member_id=team["conflicted"], since=today, until=today, by=conflicted)
    assert {each: page(client, each) for each in STAFF} == before


def test_everybody_is_told_of_visits_and_findings_that_his_own_pages_show_and_of_no_other(place, team):
    """The slow definition: one entry of the ledger after the other, each thing asked for alone."""
    world.planned(place, team)
    world.planned(place, team, announced=True)
    running = world.begun(place, team)
    visits.add_finding(visit_id=running, seen=world.seen("В корпусе темно."), by=leader)
    flow.issued(recommended(place, team))
    for person in STAFF:
        told = {(each.noun, each.key) for each in visits_lately(by=person, country="demo", **days())}
        open_entries = set(Entry.objects.filter(noun__in=("visit", "finding")).values_list("noun", "subject"))
        may = {one for one in open_entries if one[0] == "finding" and visible_findings([one[1]], person, "demo")}
        may |= {one for one in open_entries if one[0] == "visit" and known(one[1], person)}
        assert told <= may
        assert ("visit", str(running)) in told or not known(running, person)
        assert {each.actor for each in visits_lately(by=person, country="demo", **days())} <= ({""} if person == analyst else {each.id for each in STAFF})


def test_everybody_is_told_of_reports_drafts_entries_and_sources_that_his_own_pages_show_and_of_no_other(place, team):
    """The slow definition again: each thing asked for alone, on its own page's question."""
    world.planned(place, team)
    world.planned(place, team, announced=True)
    flow.issued(recommended(place, team))
    drafted = recommended(place, team)
    report = reports.draft_report(visit_id=drafted, by=leader).value
    add_source(country="demo", new=NewSource(title=Words.of({"en": "A letter"}), kind="press"), pasted="Three of ten.", later=False, by=analyst)
    alone = {
        "report": lambda key, by: report_facts(key, by=by), "recommendation": lambda key, by: advice(key, by=by, today=timezone.localdate()),
        "plan_entry": lambda key, by: plan_entry(key, by=by), "source": lambda key, by: source_facts(key, by=by, country="demo"),
    }  # fmt: skip
    for person in (*STAFF, auditor, focal, foreigner, nobody):
        told = [each for tell in (reports_lately, drafts_lately, plan_lately, sources_lately) for each in tell(by=person, country="demo", **days())]
        for each in told:
            assert alone[each.noun](UUID(each.key), person), (person.name, each)
        assert bool(told) == (person in STAFF)
        assert {each.actor for each in told} <= ({"", analyst.id} if person == analyst else {each.id for each in STAFF})
        assert ("report", str(report)) in {(each.noun, each.key) for each in told} or not known(drafted, person) or person == analyst
        assert {plan_entry(UUID(each.key), by=person).announced for each in told if each.noun == "plan_entry" and not begun(each.key)} <= {True}
    assert {each.verb for each in reports_lately(by=analyst, country="demo", **days())} == {"report.issued"}


def begun(entry):
    """Whether the visit of an entry has begun."""
    return Visit.objects.filter(plan_entry=entry).exclude(state__in=("planned", "prepared", "cancelled")).exists()


def known(visit, person):
    try:
        return bool(visit_facts(visit, by=person))
    except NotFound:
        return False


def test_outside_the_mechanism_nothing_is_told(place, team):
    flow.issued(recommended(place, team))
    for person in (auditor, focal, foreigner, nobody):
        assert visits_lately(by=person, country="demo", **days()) == recommendations_lately(by=person, country="demo", **days()) == ()


def test_many_places_entered_together_are_one_line(client):
    for number in range(6):
        register_place(country="demo", name=Words.of({"en": f"House {number}"}), kind="prison", region="LU-TA", by=secretary)
    html = page(client, head)
    assert html.count("Place registered") == 1 and "and 3 more" in html and "House 5" in html and "House 1<" not in html


def test_of_letters_and_reports_each_is_told_what_he_or_she_may_open(team):
    """Against what each can open, one by one."""
    made = recommendation_making.issued(world.concluded(world.prison("Дом писем"), team))
    letters = [of_letters.letter([made], number="Л-1"), of_letters.letter(number="Л-2"), of_letters.letter([made], number="Л-3")]
    letters_done.take_out_letter(letter_id=letters[2], reason="Внесено дважды.", by=secretary)
    recommendation_making.answer(made, "rejected", days=2)
    letters_done.take_further(country="demo", rung="spt", body="", about=[made], reason="Отказ.", by=head)
    paragraphs = [of_bodies.old(), of_bodies.new()]
    of_bodies.link(paragraphs[0], number="Р-1-1")
    international_done.enter_contact(country="demo", contacted_on=timezone.localdate(), way="call", text="О доступе.", by=head)
    for by in (*STAFF, auditor, focal, foreigner, nobody):
        told = letters_lately(by=by, country="demo", **days())
        assert {each.key for each in told if each.noun == "letter"} == {str(each) for each in letters[:2] if opens(letter_facts, each, by)}
        assert {each.name for each in told if each.noun == "escalation"} == ({"spt"} if by in STAFF else set())
        told = international_lately(by=by, country="demo", **days())
        assert {each.key for each in told if each.noun == "paragraph"} == {str(each) for each in paragraphs if opens(thread, each, by)}
        assert {each.name for each in told if each.noun == "international-report"} == ({"CV/LUM/1", "CV/LUM/2"} if by in STAFF else set())
        assert not any(each.verb in ("international.linked", "international.contact-entered", "letter.taken-out") for each in told)


def opens(question, key, by):
    """Whether somebody can open something."""
    try:
        return bool(question(key, by=by, today=timezone.localdate()))
    except NotFound:
        return False


def test_letters_and_reports_stand_on_the_page_with_their_names(client, team):
    of_letters.letter(number="Л-1")
    of_bodies.old()
    html = page(client, secretary)
    assert "Letter entered into the register" in html and "Л-1" in html and "CV/LUM/1, 45" in html and "International report entered" in html
    assert "Л-1" not in page(client, secretary, of="paragraph") and "CV/LUM/1, 45" in page(client, secretary, of="paragraph")
