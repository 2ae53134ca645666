"""Findings on the desk: writing, deciding, two at once, the doctor; reading from outside; bad input."""


import pytest
from django.urls import reverse

from tests import world
from tests.accounts import account_of, sign_in
from tests.faces.desk.visiting import NAMED, again, finding_form, page, send
from tests.insight.reports import flow
from tests.people import analyst, doctor, head, leader, member, secretary
from tirek.foundation.ledger.queries import history
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import UnknownCode
from tirek.records.visits.services.findings import Observation

pytestmark = pytest.mark.django_db


def test_a_finding_with_a_name_leads_to_the_decision_about_the_passage(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, member)
    answer = client.post(reverse("desk:finding-new", args=[visit]), finding_form(text_ru=NAMED))
    assert answer.url == reverse("desk:visit-passages", args=[visit])
    text = client.get(answer.url).content.decode()
    assert "<mark>" in text and "A surname with initials." in text
    (hit,) = queries.undecided_hits(visit, by=member)
    asked = {"finding_id": str(hit.finding_id), "digest": hit.digest}
    code, text = send(client, "visit-passages", visit, **asked, decision="kept", reason="")
    assert code == 422 and "Give the reason in words" in text
    assert send(client, "visit-passages", visit, **asked, decision="generalised", replacement="Один из осуждённых")[0] == 302
    assert queries.findings(visit, by=member)[0].text.in_("ru").startswith("Один из осуждённых сообщил")
    assert "Nothing waits" in page(client, "visit-passages", visit)[1]


def test_what_a_finding_lacks_comes_back_with_everything_typed(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, member)
    code, text = send(client, "finding-new", visit, **finding_form(sources=["own_eyes"], standards=["mandela-13"]))
    assert code == 422 and "Name a second one" in text and "Прогулок нет." in text and "Серуен жоқ." in text
    assert 'value="mandela-13" id="id_standards_mandela-13" checked' in text
    code, text = send(client, "finding-new", visit, **finding_form(text_ru="я" * 20_001))
    assert code == 422 and "20001" in text.replace("\u202f", "").replace(" ", "")


def test_two_people_at_one_finding_the_second_is_told_and_keeps_the_text(client, place, team):
    visit = world.begun(place, team)
    finding = services.add_finding(visit_id=visit, seen=world.seen(), by=leader).value
    sign_in(client, leader)
    assert send(client, "finding-edit", visit, finding, **finding_form(text_ru="Свет мигает."), revision="1")[0] == 302
    sign_in(client, member)
    code, text = send(client, "finding-edit", visit, finding, **finding_form(text_ru="Свет погас."), revision="1")
    assert code == 422 and "Somebody else has changed this" in text
    assert "Свет погас." in text and "Свет мигает." in text and 'name="revision" value="2"' in text
    assert queries.finding(finding, by=head).text.in_("ru") == "Свет мигает."
    assert send(client, "finding-edit", visit, finding, **finding_form(text_ru="Свет погас."), revision="2")[0] == 302
    assert queries.finding(finding, by=head).text.in_("ru") == "Свет погас."


def test_a_doctor_who_writes_is_told_that_the_others_wait_for_the_release(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, doctor)
    answer = client.post(reverse("desk:finding-new", args=[visit]), finding_form(area="health_care", medical="on"), follow=True)
    assert "Others read its wording once you release it." in answer.content.decode()


def test_a_medical_finding_waits_for_the_doctor_and_shows_only_the_released_wording(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, member)
    code, text = send(client, "finding-new", visit, **finding_form(area="health_care", medical="on"))
    assert code == 422 and "Only the doctor of the delegation" in text and "Прогулок нет." in text
    assert send(client, "finding-new", visit, **finding_form(area="health_care", medical="on", text_ru="", text_kk=""))[0] == 302
    (finding,) = queries.findings(visit, by=member)
    assert "waits for the doctor" in page(client, "visit-findings", visit)[1]
    assert page(client, "finding-translate", visit, finding.id)[0] == 403 and page(client, "finding-release", visit, finding.id)[0] == 403
    sign_in(client, doctor)
    code, text = page(client, "finding-edit", visit, finding.id)
    assert code == 200 and "text_ru" not in text
    assert send(client, "finding-release", visit, finding.id, text_ru="Врач принимает раз в неделю.", revision="1")[0] == 302
    sign_in(client, member)
    assert send(client, "finding-translate", visit, finding.id, text_kk="Дәрігер аптасына бір рет қабылдайды.", revision="2")[0] == 302
    assert queries.finding(finding.id, by=head).waits_for_doctor, "a translation by another hand waits for the doctor"
    sign_in(client, doctor)
    assert "Дәрігер аптасына" in page(client, "finding-release", visit, finding.id)[1]
    wording = {"text_ru": "Врач принимает раз в неделю.", "text_kk": "Дәрігер аптасына бір рет қабылдайды.", "revision": "3"}
    assert send(client, "finding-release", visit, finding.id, **wording)[0] == 302
    sign_in(client, member)
    facts = queries.finding(finding.id, by=head)
    assert facts.text.in_("ru") == "Врач принимает раз в неделю." and facts.text.in_("kk") and facts.released
    assert "wording released" in page(client, "visit-findings", visit)[1]


def test_a_passage_of_the_doctor_s_wording_can_only_be_kept_by_others(client, place, team):
    visit = world.begun(place, team)
    silent = Observation(area="health_care", text=Words(), sources=("own_eyes", "records"), medical=True)
    finding = services.add_finding(visit_id=visit, seen=silent, by=leader).value
    services.release_medical_wording(finding_id=finding, text=Words.of({"ru": NAMED}), by=doctor)
    (hit,) = queries.undecided_hits(visit, by=member)
    asked = {"finding_id": str(finding), "digest": hit.digest, "decision": "generalised", "replacement": "Всё хорошо, и он"}
    sign_in(client, member)
    text = page(client, "visit-passages", visit)[1]
    assert 'value="kept"' in text and 'value="generalised"' not in text and "the doctor’s" in text
    code, text = send(client, "visit-passages", visit, **asked)
    assert code == 422 and "Only the doctor of the delegation" in text
    assert send(client, "finding-edit", visit, finding, **{**finding_form(area="health_care"), "revision": "2"})[0] == 422
    facts = queries.finding(finding, by=head)
    assert facts.medical and facts.released and facts.text.in_("ru") == NAMED
    sign_in(client, doctor)
    assert 'value="generalised"' in page(client, "visit-passages", visit)[1]
    assert send(client, "visit-passages", visit, **asked)[0] == 302
    assert queries.finding(finding, by=head).released and "Петров" not in queries.finding(finding, by=head).text.in_("ru")


def test_findings_are_moved_and_taken_back(client, place, team):
    visit = world.begun(place, team)
    first, second = (services.add_finding(visit_id=visit, seen=world.seen(text), by=leader).value for text in ("Первое.", "Второе."))
    sign_in(client, leader)
    assert send(client, "finding-move", visit, second, to="up")[0] == 302
    assert [each.id for each in queries.findings(visit, by=head)] == [second, first]
    assert send(client, "finding-take-back", visit, second)[0] == 302
    assert [each.id for each in queries.findings(visit, by=head)] == [first]
    services.end(visit_id=visit, by=leader)
    services.mark_reported(visit_id=visit, by=leader)
    code, text = page(client, "finding-edit", visit, first)
    assert code == 409 and "findings are frozen" in text
    assert "Change" not in page(client, "visit-findings", visit)[1].split("<main")[1].split("</main")[0].replace("Change the", "")


def test_before_a_finding_is_taken_back_the_page_tells_which_recommendations_rest_on_it(client, place, team):
    visit = world.concluded(place, team)
    sign_in(client, member)
    assert "rest on it" not in page(client, "visit-findings", visit)[1]
    flow.recommend(visit)
    flow.recommend(visit, "Вести журнал.")
    code, text = page(client, "visit-findings", visit)
    assert code == 200 and "These recommendations rest on it: 1 and 2." in text


def reads(visit):
    return [(each.actor, each.purpose) for each in history("visit", visit, verbs=["visit.read"])]


def test_whoever_was_not_there_says_once_a_session_why_and_it_is_recorded(client, place, team):
    visit = world.begun(place, team)
    services.add_finding(visit_id=visit, seen=world.seen(), by=leader)
    sign_in(client, head)
    there = reverse("desk:visit-findings", args=[visit])
    answer = client.get(there)
    assert answer.status_code == 302 and "purpose" in answer.url
    assert "Why do you read the findings?" in client.get(answer.url).content.decode()
    assert client.post(answer.url, {"purpose": "curiosity"}).status_code == 422 and reads(visit) == []
    assert client.post(answer.url, {"purpose": "supervision"}).url == there
    assert "Освещение" in client.get(there).content.decode() and client.get(there).status_code == 200
    assert reads(visit) == [(head.id, "supervision")]
    sign_in(client, head)
    assert client.get(there).status_code == 302, "another session asks again"
    sign_in(client, leader)
    assert client.get(there).status_code == 200 and reads(visit) == [(head.id, "supervision")]
    text = page(client, "visit-history", visit)[1]
    assert "The findings were read by somebody who was not there" in text and "to oversee the mechanism" in text and "Head" in text
    assert "Times are those of the time zone Asia/Almaty" in text


def test_after_the_report_nobody_is_asked(client, place, team):
    visit = world.concluded(place, team)
    services.mark_reported(visit_id=visit, by=leader)
    for person in (analyst, head):
        sign_in(client, person)
        assert page(client, "visit-findings", visit)[0] == 200
    sign_in(client, analyst)
    text = page(client, "visit-history", visit)[1]
    assert "The visit began" in text and "Leader" not in text.split("<main")[1]


def test_a_purpose_leads_on_inside_the_house_only_and_a_sent_form_is_kept(client, place, team):
    visit = world.begun(place, team)
    finding = services.add_finding(visit_id=visit, seen=world.seen(), by=leader).value
    sign_in(client, secretary)
    ask = reverse("desk:visit-purpose", args=[visit])
    assert client.post(f"{ask}?next=https://evil.example/", {"purpose": "entry"}).url == reverse("desk:visit-findings", args=[visit])
    sign_in(client, secretary)
    answer = client.post(reverse("desk:finding-edit", args=[visit, finding]), finding_form(revision="1"))
    assert answer.url.startswith(ask)
    kept = client.get(client.post(answer.url, {"purpose": "entry"}).url)
    assert ("text_ru", "Прогулок нет.") in kept.context["pairs"]
    address, sent = again(kept)
    assert client.post(address, sent).status_code == 302
    assert queries.finding(finding, by=head).text.in_("ru") == "Прогулок нет."


def test_ten_megabytes_in_a_field_are_refused_with_a_clear_page(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, leader)
    code, text = send(client, "finding-new", visit, **finding_form(text_ru="a" * 10_000_000))
    assert code == 400 and "too large" in text and "Nothing was saved" in text
    assert queries.findings(visit, by=leader) == ()


def test_a_session_that_ends_in_mid_form_gives_the_text_back_after_sign_in(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, leader)
    page(client, "finding-new", visit)
    session = client.session
    session["seen_at"] -= 31 * 60
    session.save()
    answer = client.post(reverse("desk:finding-new", args=[visit]), finding_form())
    assert answer.status_code == 302 and "/accounts/login/" in answer.url and queries.findings(visit, by=leader) == ()
    client.force_login(account_of(leader), backend="allauth.account.auth_backends.AuthenticationBackend")
    kept = client.get(reverse("kept-form"))
    address, sent = again(kept)
    assert client.post(address, sent).status_code == 302
    assert queries.findings(visit, by=leader)[0].text.in_("ru") == "Прогулок нет."


def test_a_finding_names_its_standards_with_their_instrument(client, place, team):
    visit = world.concluded(place, team, findings=2)
    sign_in(client, leader)
    text = page(client, "visit-findings", visit)[1]
    assert "Mandela Rules 13: " in text and "The report groups findings by area" in text


def test_what_a_report_needs_is_not_called_optional(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, member)
    text = client.get(reverse("desk:finding-new", args=[visit])).content.decode()
    for words in ("What was seen", "Sources"):
        assert "optional" not in text.split(f"{words}", 1)[1][:60]


def test_a_finding_cites_the_law_of_its_own_country_and_no_other(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, member)
    assert "Lumerian Houses Law 12: " in client.get(reverse("desk:standards-suggested"), {"text": "Lumerian Houses Law 12"}).json()["found"][0]["words"]
    assert client.get(reverse("desk:standards-suggested"), {"text": "Penal Executive Code 115"}).json()["found"] == []
    assert send(client, "finding-new", visit, **finding_form(standards=["demo-houses-law-12"]))[0] == 302
    assert "Lumerian Houses Law 12: at least four square metres a person" in page(client, "visit-findings", visit)[1]
    assert send(client, "finding-new", visit, **finding_form(standards=["kz-penal-executive-code-115"]))[0] == 422
    with pytest.raises(UnknownCode):
        services.add_finding(visit_id=visit, seen=world.seen(standards=("kz-penal-executive-code-115",)), by=member)


def test_a_standard_is_named_by_number_without_any_script(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, member)
    assert send(client, "finding-new", visit, **finding_form(named="NMR 24; прил. IV", standards=["mandela-13"]))[0] == 302
    assert queries.findings(visit, by=member)[0].standards == ("istanbul-annex-4", "mandela-13", "mandela-24")


def test_words_that_fit_several_rules_are_asked_back_and_a_tick_answers(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, member)
    code, text = send(client, "finding-new", visit, **finding_form(named="обыск женщин; пингвины"))
    assert code == 422 and "3 rules fit “обыск женщин”" in text and "No rule fits “пингвины”" in text
    assert 'value="bangkok-19" id="id_standards_bangkok-19"><span>Bangkok Rules 19: ' in text and "Прогулок нет." in text
    assert send(client, "finding-new", visit, **finding_form(named="обыск женщин", standards=["bangkok-20"]))[0] == 302
    assert queries.findings(visit, by=member)[0].standards == ("bangkok-20",)


def test_suggestions_say_how_many_rules_fit_and_ask_no_record(client, place, team):
    sign_in(client, member)
    told = client.get(reverse("desk:standards-suggested"), {"text": "nmr 24"}).json()
    assert told["said"] == "1 rule fits." and [each["id"] for each in told["found"]] == ["mandela-24"]
    told = client.get(reverse("desk:standards-suggested"), {"text": "жалоб"}).json()
    assert len(told["found"]) == 12 and told["said"] == "19 rules fit."
    assert client.get(reverse("desk:standards-suggested")).json() == {"said": "No rule fits.", "found": []}


def test_what_comes_back_of_a_form_is_what_was_typed_and_not_what_was_chosen(client, place, team):
    visit = world.begun(place, team)
    sent = finding_form(area="living_conditions", standards=["mandela-13"], single_source_reason="Один источник: журнал.")
    answer = client.post(reverse("desk:finding-new", args=[visit]), sent, HTTP_ORIGIN="http://testserver")
    text = answer.content.decode()
    assert answer.status_code == 403 and "Прогулок нет." in text and "Один источник: журнал." in text
    assert "living_conditions" not in text and "mandela-13" not in text


def test_the_findings_of_all_visits_are_found_from_every_page(client, place, team):
    sign_in(client, analyst)
    assert f'href="{reverse("desk:findings")}"' in page(client, "places")[1]
