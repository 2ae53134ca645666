"""All passages that stay by decision: each reader finds those of the texts that he or she may read, by sort, with the way to the text."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import account_of, sign_in
from tests.faces.desk.visiting import page
from tests.insight.reports import flow
from tests.people import administrator, analyst, conflicted, doctor, foreigner, head, leader, member, secretary
from tirek.faces.desk.passages.words import SORTS
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.claims import queries as sources
from tirek.insight.claims import services as claims
from tirek.insight.claims.services import NewSource
from tirek.insight.claims.topic_values import NewStatement, NewTopic, Point
from tirek.insight.reports import queries as reports_read
from tirek.insight.reports import services as reports
from tirek.records.visits import queries, services
from tirek.records.visits.services.findings import Observation
from tirek.registers.mandate import services as mandate
from tirek.registers.places import services as places

pytestmark = pytest.mark.django_db
NAMED = "Осуждённый Петров А.В. сообщил об этом."


@pytest.fixture
def visit():
    """A visit with a note, a finding and a medical finding that name somebody."""
    made = world.begun(world.prison(), world.members())
    services.add_meeting(visit_id=made, with_whom="staff", held_on=timezone.localdate(), note=NAMED, names_nobody="Причина встречи.", by=leader)
    finding = services.add_finding(visit_id=made, seen=world.seen(NAMED), by=member).value
    seen = Observation(area="health_care", text=Words.of({"ru": NAMED}), sources=("own_eyes", "records"), medical=True)
    medical = services.add_finding(visit_id=made, seen=seen, by=doctor).value
    for who, about, why in ((member, finding, "Причина находки."), (doctor, medical, "Причина врача.")):
        for each in queries.undecided_hits(made, by=who):
            services.decide_hit(finding_id=about, digest=each.digest, decision="kept", reason=why, by=who)
    return made


def read(client, who):
    sign_in(client, who)
    status, text = page(client, "passages")
    assert status == 200 and "Петров" not in text.partition("<main")[2], "a passage itself is kept nowhere"
    return text


def test_a_visit_s_are_read_by_those_who_write_its_record_and_a_medical_one_s_by_the_doctor(client, visit):
    way = reverse("desk:visit-kept", args=[visit])
    for who in (leader, member, secretary, doctor, head):
        text = read(client, who)
        assert "Причина встречи." in text and "Причина находки." in text and way in text, who.name
        assert ("Причина врача." in text) == (who == doctor), who.name
    services.end(visit_id=visit, by=leader)
    services.mark_reported(visit_id=visit, by=leader)
    for who in (conflicted, analyst, foreigner):
        assert "Причина" not in read(client, who), who.name
    sign_in(client, administrator)
    assert page(client, "passages")[0] in {403, 302}


def test_those_of_a_visit_that_is_hidden_show_to_nobody_outside_it(client):
    day = timezone.localdate()
    entry = {"place_id": world.prison(), "country": "demo", "kind": "periodic", "announced": False, "first_day": day, "last_day": day}
    made = services.plan_visit(**entry, purpose=NAMED, names_nobody="Причина плана.", by=secretary).value
    assert "Причина плана." in read(client, secretary) and reverse("desk:plan-entry", args=[made]) in read(client, secretary)
    for who in (head, leader, member, analyst):
        assert "Причина плана." not in read(client, who), who.name


def a_place():
    place = world.prison()
    places.correct_place(place_id=place, source=NAMED, names_nobody="Причина.", by=secretary)
    return "place", place


def a_count():
    place = world.prison()
    places.record_population(place_id=place, counted_on=date(2026, 1, 5), male=3, source=NAMED, names_nobody="Причина.", by=secretary)
    return "place", place


def a_conflict():
    account_of(conflicted)
    made = mandate.enter_member(country="demo", name="Иван", profession="lawyer", term_since=date(2020, 1, 1), account_id=conflicted.id, by=secretary).value
    mandate.declare_conflict(member_id=made, reason="other", authority="lum-law", text=NAMED, names_nobody="Причина.", by=conflicted)
    return "conflict", made


def a_term():
    made = mandate.enter_member(country="demo", name="Иван", profession="lawyer", term_since=date(2020, 1, 1), by=secretary).value
    mandate.end_term(member_id=made, on=timezone.localdate(), reason=NAMED, names_nobody="Причина.", by=secretary)
    return "term", made


def a_decision():
    made = mandate.enter_member(
        country="demo", name="Иван", profession="lawyer", term_since=date(2020, 1, 1), decision=NAMED, names_nobody="Причина.", by=secretary
    ).value
    return "term", made


def a_certificate():
    made = mandate.enter_member(country="demo", name="Иван", profession="lawyer", term_since=date(2020, 1, 1), by=secretary).value
    mandate.add_certificate(member_id=made, number="17", issued_on=date(2023, 1, 10), issued_by=NAMED, names_nobody="Причина.", by=secretary)
    return "certificate", made


def a_figure():
    new = NewSource(title=Words.of({"ru": "Сводка"}), kind="press")
    made = claims.add_source(country="demo", new=new, pasted="Поступило 120 жалоб.", by=analyst).value
    claims.make_proposals(source_id=made, by=analyst)
    (one,) = sources.analysis(made, 1, by=analyst, country="demo").figures
    claims.reject(source_id=made, stretch=(one.start, one.end), reason=NAMED, names_nobody="Причина.", by=analyst)
    return "figure", made


def a_statement():
    title = Words.of(dict.fromkeys(LANGUAGES, "Сводка"))
    made = claims.add_source(country="demo", new=NewSource(title=title, kind="press"), pasted="Камеры стоят везде.", by=analyst).value
    topic = claims.make_topic(country="demo", new=NewTopic(title, points=(Point("where", title),)), by=analyst).value
    new = NewStatement(point="where", quote="везде", speaker=title, position=title)
    said = claims.add_statement(topic_id=topic, source_id=made, new=new, by=analyst).value
    claims.take_back_statement(statement_id=said, reason=NAMED, names_nobody="Причина.", by=analyst)
    return "statement", topic


def a_report():
    report = reports.draft_report(visit_id=flow.visit(), by=leader).value
    reports.edit_report(report_id=report, summary=flow.both(NAMED), revision=1, by=leader)
    (hit,) = reports_read.undecided_passages(report, by=leader).others
    reports.decide_passage(report_id=report, digest=hit.digest, decision="kept", reason="Причина.", by=leader)
    return "report", report


def a_return():
    report = flow.in_review()
    reports.return_to_draft(report_id=report, reason=NAMED, names_nobody="Причина.", by=secretary)
    return "report-reason", report


READ_BY = {
    a_place: {secretary, leader, conflicted, analyst}, a_count: {secretary, leader, conflicted, analyst}, a_conflict: {secretary, leader, conflicted},
    a_term: {secretary, leader, conflicted}, a_decision: {secretary, leader, conflicted}, a_certificate: {secretary, leader, conflicted},
    a_figure: {secretary, leader, conflicted, analyst}, a_statement: {secretary, leader, conflicted, analyst}, a_report: {secretary, leader}, a_return: {secretary, leader},
}  # fmt: skip


@pytest.mark.parametrize("made", READ_BY, ids=lambda each: each.__name__)
def test_every_sort_of_text_is_listed_with_the_way_to_it_for_those_who_read_it(client, made):
    sort, thing = made()
    words, name = SORTS[sort]
    for who in (secretary, leader, conflicted, analyst, foreigner):
        text = read(client, who)
        assert ("Причина." in text) == (who in READ_BY[made]), who.name
        if who in READ_BY[made]:
            assert f'href="{reverse(name, args=[thing])}"' in text and f">{words}</a>" in text


def test_the_list_has_a_way_to_every_sort_and_is_empty_in_words(client):
    assert "None so far." in read(client, secretary)
    for _words, name in SORTS.values():
        args = {"desk:breaks": [], "desk:publication": ["topic", "key"], "desk:plan-year": [2026]}.get(name, ["00000000-0000-0000-0000-000000000000"])
        assert reverse(name, args=args)
