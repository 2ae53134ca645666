"""The pages of a visit before its gate: the list, the frame, preparing, the team; and how many questions pages ask of the database."""


from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from tests import world
from tests.accounts import account_of, sign_in
from tests.faces.desk.forms_shown import shown
from tests.faces.desk.visiting import NAMED, local, page, send
from tests.people import analyst, auditor, conflicted, deputy, doctor, foreigner, head, leader, member, secretary
from tirek.faces.desk.visits import urls as visits_urls
from tirek.foundation.ledger.queries import history
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.services.findings import Observation
from tirek.registers.mandate.services import declare_conflict, enter_member

pytestmark = pytest.mark.django_db
FAR = timezone.localdate().replace(day=4) + timedelta(days=400)


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
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    text = page(client, "visit", visit)[1]
    assert "The closing talk is not entered yet" in text and "The closing talk is entered" not in text
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


def test_no_page_asks_more_of_the_database_for_more_findings(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, leader)

    def asked(name):
        page(client, name, visit)
        with CaptureQueriesContext(connection) as questions:
            page(client, name, visit)
        return len(questions)

    services.add_finding(visit_id=visit, seen=world.seen(NAMED), by=leader)
    few = {name: asked(name) for name in ("visit", "visit-team", "visit-access", "visit-findings", "visit-passages", "visit-history")}
    for number in range(6):
        services.add_finding(visit_id=visit, seen=world.seen(f"{NAMED} {number}"), by=leader)
        services.add_meeting(visit_id=visit, with_whom="staff", held_on=timezone.localdate(), by=leader)
    assert {name: asked(name) for name in few} == few
    assert max(few.values()) <= 30, few


def test_a_visit_of_another_country_is_not_there(client, place, team):
    visit = world.planned(place, team, announced=True)
    sign_in(client, foreigner)
    assert page(client, "visit", visit)[0] == page(client, "visit", "00000000-0000-4000-8000-000000000000")[0] == 404


def test_days_preparation_and_cancelling_are_forms_that_keep_what_was_typed(client, place, team):
    visit = world.planned(place, team)
    sign_in(client, leader)
    code, text = send(client, "visit-days", visit, **shown_revision(client, "visit-days", visit), starts_on=FAR.isoformat(), ends_on=(FAR - timedelta(days=3)).isoformat())
    assert code == 422 and "The last day is before the first day" in text and f'value="{FAR}"' in text
    assert send(client, "visit-days", visit, **shown_revision(client, "visit-days", visit), starts_on=FAR.isoformat(), ends_on=(FAR + timedelta(days=1)).isoformat())[0] == 302
    assert send(client, "visit-preparation", visit, **shown_revision(client, "visit-preparation", visit), joint_with_spt="on", languages=["ru", "ug"])[0] == 302
    facts = queries.visit(visit, by=leader)
    assert (facts.starts_on.isoformat(), facts.joint_with_spt, facts.languages) == (FAR.isoformat(), True, ("ru", "ug"))
    assert "Uyghur" in page(client, "visit", visit)[1] and "Nobody speaks Uyghur" in page(client, "visit-team", visit)[1]
    assert send(client, "visit-cancel", visit, reason=" ")[0] == 422
    code, text = send(client, "visit-cancel", visit, reason="Петров А.В. в карцере.")
    assert code == 422 and "Петров А.В." in text and "Why these passages stay" in text
    assert send(client, "visit-cancel", visit, reason="Дорога закрыта.")[0] == 302
    assert "Дорога закрыта." in page(client, "visit", visit)[1]
    sign_in(client, head)
    assert page(client, "visit", visit)[0] == 404, "a cancelled visit that was not announced stays hidden"


def test_papers_are_files_that_say_neither_which_place_nor_when_nor_why_nor_who(client, place, team, tmp_path):
    from tests.insight.reports import reading

    visit = world.planned(place, team)
    sign_in(client, member)
    for what in ("checklist", "card"):
        answer = client.post(reverse(f"desk:visit-paper-{what}", args=[visit]), {"first": "ru", "second": "kk"})
        assert answer["Content-Type"] == "application/pdf" and answer["Content-Disposition"] == f'attachment; filename="{what}.pdf"'
        assert answer.content.startswith(b"%PDF-")
        if not reading.WITHOUT_PDFTOTEXT:
            text = reading.text_of(answer.content)
            for secret in ("Тарноборский", "Leader", "Member", "периодическ", queries.visit(visit, by=leader).starts_on.strftime("%d.%m.%Y")):
                assert secret not in text, secret
            assert "ДЕМОНСТРАЦИЯ" in text
    assert [each.purpose for each in history("visit", visit, verbs=["visit.exported"])] == ["checklist", "card"]
    assert client.post(reverse("desk:visit-paper-card", args=[visit]), {"first": "xx"}).status_code == 422


def test_whoever_composes_the_team_sees_conflicts_and_open_visits_but_no_hidden_one(client, place, team):
    world.planned(place, team)
    announced = world.planned(place, team, announced=True)
    declare_conflict(member_id=team["conflicted"], reason="contract", place_id=place, by=secretary)
    sign_in(client, secretary)
    text = page(client, "visit-team-edit", announced)[1]
    assert "has declared a conflict of interest" in text and "goes on another visit" not in text
    other = world.planned(place, team, announced=True)
    assert page(client, "visit-team-edit", other)[1].count("goes on another visit then") == 3
    services.set_delegation(visit_id=other, delegates=[(team["leader"], "leader"), (team["member"], "member")], by=leader)
    assert page(client, "visit-team", other)[1].count("on another visit in these days") == 2


def test_whoever_composes_the_team_tells_members_of_one_name_apart(client, place, team):
    visit = world.planned(place, team)
    sign_in(client, leader)
    assert "Another member has the same name" not in page(client, "visit-team-edit", visit)[1]
    like = {"country": "demo", "name": "DOCTOR", "profession": "doctor", "term_since": date(2024, 1, 1), "by": head}
    enter_member(account_id=secretary.id, **like)
    text = page(client, "visit-team-edit", visit, profession="doctor")[1]
    assert "Another member has the same name. This one signs in as Secretary and serves since 1 January 2024." in text
    assert "Another member has the same name. This one signs in as Doctor and serves since 1 January 2020." in text
    enter_member(**like | {"name": "D\u041eCT\u041eR"})  # Cyrillic letters that look the same
    assert "Another member has the same name. This one cannot sign in and serves since 1 January 2024." in page(client, "visit-team-edit", visit)[1]


def shown_revision(client, name, visit):
    """What the form says its writer saw."""
    return {"revision": shown(client, reverse(f"desk:{name}", args=[visit]))["revision"]}


def test_a_delegation_is_chosen_and_its_warnings_are_decided_by_the_leader_alone(client, place, team):
    visit = world.planned(place, team)
    sign_in(client, leader)
    roles = {f"role_{team[name]}": role for name, role in (("leader", "leader"), ("member", "leader"), ("doctor", "stays"), ("conflicted", "observer"))}
    roles["revision"] = queries.visit(visit, by=leader).team_revision
    code, text = send(client, "visit-team-edit", visit, **roles)
    assert code == 422 and "A delegation has exactly one leader" in text and text.count('value="leader" selected') == 2
    roles[f"role_{team['member']}"] = "interpreter"
    assert send(client, "visit-team-edit", visit, **roles)[0] == 302
    assert [(each.role, each.name) for each in queries.visit(visit, by=leader).delegation] == [("leader", "Leader"), ("observer", "Conflicted"), ("interpreter", "Member")]
    text = page(client, "visit-team", visit)[1]
    assert "There is no doctor" in text and "Why the delegation goes as it is" in text
    code, text = send(client, "visit-warning", visit, code="no-doctor", about="", reason="")
    assert code == 422
    code, text = send(client, "visit-begin", visit, at=local(timezone.now()))
    assert code == 422 and "has not yet decided" in text
    sign_in(client, member)
    assert "Why the delegation goes as it is" not in page(client, "visit-team", visit)[1]
    assert send(client, "visit-warning", visit, code="no-doctor", reason="x")[0] == 403
    sign_in(client, leader)
    code, text = send(client, "visit-warning", visit, code="no-doctor", about="", reason="Врач Петров А.В. приедет позже.")
    assert code == 422 and "Петров А.В." in text and "Why these passages stay" in text
    assert send(client, "visit-warning", visit, code="no-doctor", about="", reason="Врач приедет позже.")[0] == 302
    text = page(client, "visit-team", visit)[1]
    assert "Врач приедет позже." in text and "Decided by Leader." in text


def test_the_leader_names_further_organisers_on_a_page_and_only_they_find_the_visit(client, place, team):
    visit = world.planned(place, team)
    for who in (head, secretary):
        account_of(who)
    sign_in(client, secretary)
    assert page(client, "visit-organisers", visit)[0] == 404
    sign_in(client, member)
    assert page(client, "visit-organisers", visit)[0] == 403 and "Name further organisers" not in page(client, "visit-team", visit)[1]
    sign_in(client, leader)
    assert "Name further organisers" in page(client, "visit-team", visit)[1]
    assert f'value="{leader.id}"' not in page(client, "visit-organisers", visit)[1]
    code, text = send(client, "visit-organisers", visit)
    assert code == 422 and "Choose at least one colleague" in text
    assert send(client, "visit-organisers", visit, accounts=[secretary.id])[0] == 302
    assert "The organisers are named." in page(client, "visit-team", visit)[1]
    sign_in(client, secretary)
    assert page(client, "visit", visit)[0] == 200
    sign_in(client, head)
    assert page(client, "visit", visit)[0] == 404 and str(visit) not in page(client, "visits")[1]


def test_a_filter_of_the_editor_never_drops_those_who_go(client, place, team):
    visit = world.planned(place, team)
    sign_in(client, leader)
    text = page(client, "visit-team-edit", visit, profession="psychologist")[1]
    assert all(f"role_{team[name]}" in text for name in ("leader", "member", "doctor", "conflicted"))
    assert f"role_{team['conflicted']}" not in page(client, "visit-team-edit", visit, profession="doctor")[1]


def test_whatever_its_people_do_before_the_gate_the_auditor_learns_nothing_of_a_hidden_visit(client, place, team):
    visit = world.planned(place, team)
    names = [each.name for each in visits_urls.urlpatterns if "finding_id" not in str(each.pattern) and "visit_id" in str(each.pattern)]
    asked = [name for name in names if name not in ("visit-begin", "visit-cancel")]
    assert len(asked) > 12
    typed = {"purpose": "entry", "first": "ru", "second": "kk", "starts_on": local(timezone.now())[:10], "ends_on": local(timezone.now())[:10]}
    for person in (deputy, leader, doctor):
        sign_in(client, person)
        for name in asked:
            try:
                address = reverse(f"desk:{name}", args=[visit])
            except NoReverseMatch:
                continue
            client.get(address)
            client.post(address, typed)
    assert queries.visit(visit, by=leader).begun_at is None
    sign_in(client, auditor)
    assert str(visit)[:8] not in client.get(reverse("desk:ledger")).content.decode()
