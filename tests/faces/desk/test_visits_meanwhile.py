"""Two people write on one visit: whoever saves second overwrites nothing without seeing it, and nothing that was typed is lost."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.forms_shown import shown
from tests.faces.desk.visiting import local, send
from tests.insight.reports import flow
from tests.people import doctor, leader, member
from tirek.foundation.ledger.queries import history
from tirek.foundation.ui.formats import day, moment
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import AlreadyReported

pytestmark = pytest.mark.django_db

TOLD = "Somebody else has changed this while you were writing."
GUARD = {"outcome": "delayed", "by_whom": "караульный", "ground": "обыск", "minutes": 15}


@pytest.fixture
def visit(place, team):
    return world.begun(place, team)


def form_of(client, name, visit):
    return shown(client, reverse(f"desk:{name}", args=[visit]))


def held(visit, code="numbers"):
    return next((each for each in queries.access_facts(visit, by=leader) if each.entitlement == code), None)


def told(visit, outcome="granted", code="numbers", **more):
    services.record_access(visit_id=visit, entitlement=code, outcome=outcome, by=member, **more)


def talk_with(visit, whom, promise, note="Согласны"):
    promises = [(promise, "начальник", None)] if promise else []
    services.record_closing_talk(visit_id=visit, held_on=timezone.localdate(), with_whom=whom, note=note, promises=promises, by=member)


def promised(visit):
    return [each.what for each in queries.closing_talk(visit, by=leader).promises]


def test_a_line_of_access_that_was_not_touched_stays_as_the_other_saved_it(client, visit):
    told(visit)
    sign_in(client, leader)
    old = form_of(client, "visit-access-edit", visit)
    told(visit, **GUARD)
    assert send(client, "visit-access-edit", visit, **{**old, "records-outcome": "granted"})[0] == 302
    assert (held(visit).outcome, held(visit).minutes) == ("delayed", 15) and held(visit, "records").outcome == "granted"


def test_a_line_of_access_that_both_changed_is_shown_and_saved_once_it_was_seen(client, visit):
    told(visit)
    sign_in(client, leader)
    old = form_of(client, "visit-access-edit", visit)
    told(visit, **GUARD)
    mine = {"numbers-outcome": "refused", "numbers-by_whom": "начальник", "numbers-ground": "тайна", "records-outcome": "granted"}
    code, text = send(client, "visit-access-edit", visit, **{**old, **mine})
    assert code == 422 and TOLD in text and "тайна" in text and "What stands there now" in text and "караульный" in text and "обыск" in text
    assert held(visit).by_whom == "караульный" and held(visit, "records") is None, "nothing is saved in part"
    again = {**old, **mine, "numbers-revision": held(visit).revision}
    assert f'value="{held(visit).revision}"' in text, "saving once more is meant"
    assert send(client, "visit-access-edit", visit, **again)[0] == 302
    assert held(visit).by_whom == "начальник"


def test_a_line_that_two_entered_for_the_first_time_is_no_less_a_collision(client, visit):
    sign_in(client, leader)
    old = form_of(client, "visit-access-edit", visit)
    told(visit, **GUARD)
    assert send(client, "visit-access-edit", visit, **{**old, "numbers-outcome": "granted"})[0] == 422
    assert held(visit).outcome == "delayed"


def test_the_closing_talk_of_the_second_writer_waits_until_the_first_was_seen(client, visit):
    talk_with(visit, "начальник", "Починить свет")
    sign_in(client, leader)
    old = form_of(client, "visit-talk", visit)
    talk_with(visit, "начальник, врач", "Выдать бельё")
    code, text = send(client, "visit-talk", visit, **{**old, "note": "Мои слова"})
    assert code == 422 and TOLD in text and "Мои слова" in text and "Починить свет" in text
    assert "What stands there now" in text and "начальник, врач" in text and "Выдать бельё" in text
    assert promised(visit) == ["Выдать бельё"]
    again = {**old, "note": "Мои слова", "revision": queries.closing_talk(visit, by=leader).revision}
    assert send(client, "visit-talk", visit, **again)[0] == 302
    assert queries.closing_talk(visit, by=leader).note == "Мои слова"


def test_a_talk_whose_note_alone_changes_keeps_its_promises(client, visit):
    talk_with(visit, "начальник", "Починить свет")
    sign_in(client, leader)
    assert send(client, "visit-talk", visit, **{**form_of(client, "visit-talk", visit), "note": "Не согласны"})[0] == 302
    assert promised(visit) == ["Починить свет"] and queries.closing_talk(visit, by=leader).note == "Не согласны"


def test_the_one_page_shows_what_is_recorded_and_saves_only_what_was_changed(client, visit):
    told(visit, **GUARD)
    talk_with(visit, "начальник, врач", "Починить свет", note="Первое\nВторое")
    services.add_meeting(visit_id=visit, with_whom="un", held_on=timezone.localdate(), note="Управление по правам человека", by=member)
    services.add_finding(visit_id=visit, seen=world.seen("Вода холодная."), by=leader)
    sign_in(client, leader)
    form = form_of(client, "visit-afterwards", visit)
    assert (form["access-numbers-outcome"], form["access-numbers-by_whom"], form["talk-with_whom"]) == ("delayed", "караульный", "начальник, врач")
    assert form["promises-0-what"] == "Починить свет"
    text = client.get(reverse("desk:visit-afterwards", args=[visit])).content.decode()
    assert "Управление по правам человека" in text and "1 finding is recorded already" in text
    before = len(history("visit", visit))
    assert send(client, "visit-afterwards", visit, **form, **{"access-records-outcome": "granted"})[0] == 302
    assert [each.verb for each in history("visit", visit)[before:]].count("visit.closing-talk-recorded") == 0, "what was not touched is not written again"
    assert held(visit).minutes == 15 and promised(visit) == ["Починить свет"] and len(queries.findings(visit, by=leader)) == 1
    assert queries.closing_talk(visit, by=leader).note == "Первое\nВторое"


def test_the_one_page_adds_a_promise_to_the_talk_that_is_recorded(client, visit):
    talk_with(visit, "начальник", "Починить свет")
    sign_in(client, leader)
    assert send(client, "visit-afterwards", visit, **{**form_of(client, "visit-afterwards", visit), "promises-1-what": "Выдать бельё"})[0] == 302
    assert sorted(promised(visit)) == ["Выдать бельё", "Починить свет"]


def test_the_one_page_does_not_replace_a_talk_and_a_right_that_another_recorded_meanwhile(client, visit):
    told(visit)
    sign_in(client, leader)
    blank = form_of(client, "visit-afterwards", visit)
    told(visit, **GUARD)
    talk_with(visit, "начальник, врач", "Починить свет")
    mine = {
        "access-numbers-outcome": "refused", "access-numbers-by_whom": "дежурный", "access-numbers-ground": "тайна",
        "talk-with_whom": "заместитель", "promises-0-what": "Покрасить стены",
    }  # fmt: skip
    code, text = send(client, "visit-afterwards", visit, **{**blank, **mine})
    assert code == 422 and text.count(TOLD) >= 2 and text.count("What stands there now") == 2
    for words in ("заместитель", "Покрасить стены", "тайна", "начальник, врач", "Починить свет", "караульный"):
        assert words in text, words
    assert held(visit).by_whom == "караульный" and promised(visit) == ["Починить свет"]


def test_the_one_page_leaves_alone_what_another_recorded_meanwhile_and_nobody_touched(client, visit):
    told(visit)
    talk_with(visit, "начальник", "Починить свет")
    sign_in(client, leader)
    old = form_of(client, "visit-afterwards", visit)
    told(visit, **GUARD)
    talk_with(visit, "начальник, врач", "Выдать бельё")
    assert send(client, "visit-afterwards", visit, **{**old, "access-records-outcome": "granted"})[0] == 302
    assert held(visit).minutes == 15 and promised(visit) == ["Выдать бельё"]


def medical(visit):
    """A medical finding with the doctor's wording, not released yet; its id."""
    return services.add_finding(visit_id=visit, seen=world.seen("Следы на запястьях.", area="health_care", medical=True), by=doctor).value


def test_a_doctor_who_releases_sees_first_what_was_saved_meanwhile(client, visit):
    finding = medical(visit)
    sign_in(client, doctor)
    old = shown(client, reverse("desk:finding-release", args=[visit, finding]))
    services.translate_finding(finding_id=finding, texts={"kk": "Білекте іздер бар."}, revision=1, by=doctor)
    code, text = send(client, "finding-release", visit, finding, **{**old, "text_ru": "Следы на руках."})
    assert code == 422 and TOLD in text and "Следы на руках." in text and "Білекте іздер бар." in text
    held = queries.finding(finding, by=doctor)
    assert held.text.in_("kk") and held.waits_for_doctor
    assert send(client, "finding-release", visit, finding, **{**old, "text_ru": "Следы на руках.", "revision": held.revision})[0] == 302


def test_the_second_translator_sees_the_first_one_s_words_and_saves_once_more(client, visit):
    finding = services.add_finding(visit_id=visit, seen=world.seen("Света мало."), by=leader).value
    sign_in(client, leader)
    old = shown(client, reverse("desk:finding-translate", args=[visit, finding]))
    services.translate_finding(finding_id=finding, texts={"kk": "Жарық аз."}, revision=1, by=member)
    code, text = send(client, "finding-translate", visit, finding, **{**old, "text_kk": "Жарық жоқ."})
    assert code == 422 and TOLD in text and "Жарық аз." in text and 'name="revision" value="2"' in text
    assert send(client, "finding-translate", visit, finding, **{**old, "text_kk": "Жарық жоқ.", "revision": "2"})[0] == 302


def test_of_a_finding_every_field_that_another_changed_is_shown(client, visit):
    finding = services.add_finding(visit_id=visit, seen=world.seen("Света мало.", area="regime"), by=leader).value
    sign_in(client, leader)
    old = shown(client, reverse("desk:finding-edit", args=[visit, finding]))
    services.edit_finding(finding_id=finding, seen=world.seen("Света мало.", area="health_care"), revision=1, by=member)
    code, text = send(client, "finding-edit", visit, finding, **old)
    assert code == 422 and TOLD in text and "What stands there now" in text and "Area: health care" in text


def measure(visit, **given):
    """An urgent measure about the guards' bodies, seen an hour ago; its id."""
    told = {"what": Words.of({"ru": "Открыть окна."}), "authority_code": "lum-care", "observed_at": timezone.now() - timedelta(hours=1), **given}
    return services.send_urgent_measure(visit_id=visit, by=member, **told).value


def test_a_measure_whose_form_is_sent_twice_is_written_once(client, visit):
    sign_in(client, leader)
    form = {**form_of(client, "visit-measure", visit), "what_ru": "Открыть окна."}
    assert send(client, "visit-measure", visit, **form)[0] == 302
    code, text = send(client, "visit-measure", visit, **form)
    assert code == 422 and "written down already" in text and "Открыть окна." in text
    assert len(queries.urgent_measures(visit, by=leader)) == 1


def test_of_two_who_note_an_answer_the_second_sees_first_what_the_other_noted(client, place, team):
    visit = world.begun(place, team, hours=5)
    made = measure(visit)
    sign_in(client, leader)
    address = reverse("desk:visit-measure-answer", args=[visit, made])
    old = shown(client, address)
    services.answer_urgent_measure(measure_id=made, sent_at=timezone.now() - timedelta(minutes=30), answer="Врач вызван.", by=member)
    mine = {**old, "sent_at": local(timezone.now()), "answer": "Отказано."}
    code, text = send(client, "visit-measure-answer", visit, made, **mine)
    assert code == 422 and TOLD in text and "Врач вызван." in text and "Отказано." in text and "When it was sent: " in text
    again = {**mine, "revision": shown(client, address)["revision"]}
    assert send(client, "visit-measure-answer", visit, made, **again)[0] == 302
    again = {**shown(client, address), "sent_at": "", "answer": ""}
    assert send(client, "visit-measure-answer", visit, made, **again)[0] == 302
    (held,) = queries.urgent_measures(visit, by=leader)
    assert not held.sent_at and not held.answer, "what was noted wrongly is taken back"


def test_of_a_measure_every_field_that_another_changed_is_shown(client, place, team):
    visit = world.begun(place, team, hours=5)
    made = measure(visit)
    sign_in(client, leader)
    old = shown(client, reverse("desk:visit-measure-edit", args=[visit, made]))
    (held,) = queries.urgent_measures(visit, by=leader)
    seen = timezone.now() - timedelta(minutes=30)
    services.correct_urgent_measure(measure_id=made, what=held.what, authority_code="lum-prison-service", observed_at=seen, stamp=held.stamp, by=member)
    code, text = send(client, "visit-measure-edit", visit, made, **{**old, "what_ru": "Открыть все окна."})
    assert code == 422 and TOLD in text and f"When it was seen: {moment(seen)}" in text
    assert re.search("To which authority: [^<]*[Ee]nforcement|To which authority: [^<]*[Ss]ervice", text), re.findall("To which authority[^<]*", text)


def test_that_a_measure_was_sent_stays_noted_once_the_report_is_issued():
    visit = flow.full_visit()
    flow.issued(visit)
    (held,) = queries.urgent_measures(visit, by=leader)
    with pytest.raises(AlreadyReported):
        services.answer_urgent_measure(measure_id=held.id, revision=held.noted, by=leader)
    services.answer_urgent_measure(measure_id=held.id, sent_at=held.sent_at, answer="Осмотрен.", revision=held.noted, by=leader)


def test_of_two_who_choose_a_delegation_the_second_sees_first_whom_the_other_chose(client, place, team):
    visit = world.planned(place, team, announced=True)
    sign_in(client, leader)
    old = shown(client, reverse("desk:visit-team-edit", args=[visit]))
    going = {each.member_id: each.role for each in queries.visit(visit, by=leader).delegation}
    services.set_delegation(visit_id=visit, delegates=[*going.items(), (team["conflicted"], "observer")], by=leader)
    code, text = send(client, "visit-team-edit", visit, **old)
    assert code == 422 and TOLD in text and "Conflicted: observer" in text
    assert len(queries.visit(visit, by=leader).delegation) == len(going) + 1
    again = {**old, "revision": queries.visit(visit, by=leader).team_revision}
    assert send(client, "visit-team-edit", visit, **again)[0] == 302
    assert len(queries.visit(visit, by=leader).delegation) == len(going)


def test_of_two_who_move_or_prepare_a_visit_the_second_sees_first_what_the_other_saved(client, place, team):
    visit = world.planned(place, team, announced=True)
    held = queries.visit(visit, by=leader)
    sign_in(client, leader)
    days, preparation = (shown(client, reverse(f"desk:{name}", args=[visit])) for name in ("visit-days", "visit-preparation"))
    later = held.starts_on + timedelta(days=9)
    services.postpone(visit_id=visit, starts_on=later, ends_on=later, by=leader)
    services.prepare_visit(visit_id=visit, joint_with_spt=True, languages=[], by=leader)
    for name, old, told in (("visit-days", days, day(later)), ("visit-preparation", preparation, "(SPT): yes")):
        code, text = send(client, name, visit, **old)
        assert code == 422 and TOLD in text and told in text
    now = queries.visit(visit, by=leader)
    assert (now.starts_on, now.joint_with_spt) == (later, True)


def test_of_two_who_enter_a_meeting_the_second_sees_first_what_the_other_entered(client, visit):
    sign_in(client, leader)
    old, paper = (form_of(client, name, visit) for name in ("visit-meeting", "visit-afterwards"))
    services.add_meeting(visit_id=visit, with_whom="un", held_on=timezone.localdate(), note="Управление", by=member)
    mine = {"with_whom": "un", "note": "Условия перевозки"}
    code, text = send(client, "visit-meeting", visit, **{**old, **mine})
    assert code == 422 and TOLD in text and "Условия перевозки" in text and "What stands there now" in text and "Управление" in text
    held = queries.meetings_revision(each.id for each in queries.meetings(visit, by=leader))
    code, text = send(client, "visit-afterwards", visit, **{**paper, "meetings-0-with_whom": "staff", "meetings-0-note": "Смены"})
    assert code == 422 and TOLD in text and "Смены" in text and "Управление" in text and f'value="{held}"' in text
    assert send(client, "visit-afterwards", visit, **{**paper, "access-records-outcome": "granted"})[0] == 302, "nobody who wrote of no meeting is held up"
    assert send(client, "visit-meeting", visit, **{**old, **mine, "revision": held})[0] == 302
    assert len(queries.meetings(visit, by=leader)) == 2


def test_of_two_who_correct_a_beginning_the_second_sees_first_what_the_other_told(client, visit):
    sign_in(client, leader)
    former, old = queries.visit(visit, by=leader).begun_at, form_of(client, "visit-beginning", visit)
    told = former - timedelta(hours=2)
    services.correct_beginning(visit_id=visit, at=told, reason="Записано по журналу.", by=leader)
    mine = {**old, "at": local(former - timedelta(hours=1)), "reason": "По часам водителя."}
    code, text = send(client, "visit-beginning", visit, **mine)
    assert code == 422 and TOLD in text and "По часам водителя." in text and moment(told) in text
    assert send(client, "visit-beginning", visit, **{**mine, "revision": form_of(client, "visit-beginning", visit)["revision"]})[0] == 302


def test_a_beginning_that_another_tab_entered_meanwhile_is_told_and_nothing_typed_is_lost(client, place, team):
    began = timezone.now() - timedelta(hours=1)
    visit = world.planned(place, team, days=(timezone.localdate(began) - timezone.localdate()).days)
    sign_in(client, leader)
    begin, paper = form_of(client, "visit-begin", visit), form_of(client, "visit-afterwards", visit)
    services.begin(visit_id=visit, at=began, by=leader)
    code, text = send(client, "visit-begin", visit, **{**begin, "because": "Вторая вкладка."})
    assert code == 422 and "not possible in the present state" in text and "Вторая вкладка." in text
    mine = {**paper, "begun_at": local(began - timedelta(minutes=9)), "because": "По журналу.", "access-records-outcome": "granted"}
    code, text = send(client, "visit-afterwards", visit, **mine)
    assert code == 422 and f"Somebody else has entered {moment(began)} here meanwhile" in text and "По журналу." in text and mine["begun_at"] in text
    assert held(visit, "records") is None
    for same in ("", local(began)):
        assert send(client, "visit-afterwards", visit, **{**mine, "begun_at": same, "access-records-revision": held(visit, "records").revision if held(visit, "records") else ""})[0] == 302
    assert held(visit, "records").outcome == "granted" and queries.visit(visit, by=leader).begun_at == began
