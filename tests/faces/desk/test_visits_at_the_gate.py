"""Beginning and ending, access, meetings, talks, urgent measures, and everything at once for those who come back with paper."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.forms_shown import shown
from tests.faces.desk.visiting import local, page, send
from tests.people import head, leader, member, secretary
from tirek.foundation.ledger.queries import history
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import UnknownCode

pytestmark = pytest.mark.django_db


def test_a_visit_begins_and_ends_at_told_moments(client, place, team):
    visit = world.planned(place, team)
    sign_in(client, leader)
    now = timezone.now()
    code, text = send(client, "visit-begin", visit, at=local(now + timedelta(days=1)))
    assert code == 422 and "has not come yet" in text
    assert send(client, "visit-begin", visit, at=local(now - timedelta(hours=5)), because=world.WHY)[0] == 302
    assert send(client, "visit-end", visit, at=local(now - timedelta(hours=6)))[0] == 422
    assert send(client, "visit-end", visit, at=local(now - timedelta(hours=1)))[0] == 302
    assert queries.visit(visit, by=head).state == "concluded"


def test_access_is_saved_whole_or_comes_back_with_every_mistake(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, member)
    typed = {
        "numbers-outcome": "granted", "private_interview-outcome": "delayed", "private_interview-by_whom": "дежурный", "private_interview-ground": "обед",
        "private_interview-minutes": "40", "records-outcome": "refused", "records-by_whom": "начальник медчасти",
    }  # fmt: skip
    code, text = send(client, "visit-access-edit", visit, **typed)
    assert code == 422 and "Write on what ground" in text and "Write who delayed" not in text and "начальник медчасти" in text and 'value="40"' in text
    assert queries.access_facts(visit, by=leader) == ()
    assert send(client, "visit-access-edit", visit, **{**typed, "records-ground": "врачебная тайна"})[0] == 302
    assert len(queries.access_facts(visit, by=leader)) == 3
    before = len(history("visit", visit))
    assert send(client, "visit-access-edit", visit, **{**typed, "records-ground": "врачебная тайна"})[0] == 302
    assert len(history("visit", visit)) == before, "what did not change is not written again"
    text = page(client, "visit-access", visit)[1]
    assert "врачебная тайна" in text and "not entered yet" in text and "3 of 9 entered" in text


def test_everything_that_a_delay_lacks_is_asked_at_its_own_field_and_at_once(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, member)
    for name, prefix in (("visit-access-edit", ""), ("visit-afterwards", "access-")):
        form = shown(client, reverse(f"desk:{name}", args=[visit]))
        code, text = send(client, name, visit, **{**form, f"{prefix}records-outcome": "delayed"})
        assert code == 422
        for part, words in (("by_whom", "Write who delayed, refused or violated it"), ("ground", "Write on what ground"), ("minutes", "Write how many minutes the delay took")):
            assert words in text and f'id="id_{prefix}records-{part}-error"' in text, (name, part)


def test_a_rule_that_others_keep_is_kept_or_violated_and_never_delayed(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, member)
    text = page(client, "visit-access-edit", visit)[1]
    assert text.count("violated") == 2 and text.count("> delayed<") + text.count(">delayed<") == 7 and 'name="no_sanction-minutes"' not in text
    typed = {"no_sanction-outcome": "refused", "no_sanction-by_whom": "начальник отряда", "no_sanction-ground": "не названо"}
    assert send(client, "visit-access-edit", visit, **{**typed, "no_sanction-outcome": "delayed"})[0] == 422
    assert send(client, "visit-access-edit", visit, **typed)[0] == 302
    assert "violated" in page(client, "visit-access", visit)[1]
    with pytest.raises(UnknownCode):
        services.record_access(visit_id=visit, entitlement="objection_limits", outcome="delayed", by_whom="дежурный", ground="обед", minutes=5, by=leader)


def test_a_ground_that_could_name_somebody_asks_once_more(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, leader)
    typed = {"with_whom": "staff", "held_on": timezone.localdate().isoformat(), "note": "Говорили о том, что Петров А.В. в карцере."}
    code, text = send(client, "visit-meeting", visit, **typed)
    assert code == 422 and "Петров А.В." in text and "names_nobody" in text and queries.meetings(visit, by=leader) == ()
    assert send(client, "visit-meeting", visit, **typed, names_nobody=" ")[0] == 422
    code, text = send(client, "visit-meeting", visit, **typed, names_nobody="Петров А.В. согласен, 900101300123.")
    assert code == 422 and "Say why in general words" in text and "Петров А.В. согласен" in text and queries.meetings(visit, by=leader) == ()
    assert send(client, "visit-meeting", visit, **typed, names_nobody="Это начальник смены, не заключённый.")[0] == 302
    assert queries.meetings(visit, by=leader)[0].note == typed["note"]


def test_meetings_and_the_closing_talk_with_promises(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, leader)
    today = timezone.localdate().isoformat()
    assert send(client, "visit-meeting", visit, with_whom="un", held_on=today)[0] == 302
    (meeting,) = queries.meetings(visit, by=leader)
    rows = {"promises-TOTAL_FORMS": "2", "promises-INITIAL_FORMS": "0", "promises-0-what": "Починить свет", "promises-0-by_whom": "начальник", "promises-0-until": "2030-01-01"}
    code, text = send(client, "visit-talk", visit, held_on=today, with_whom="", note="Согласны", **rows)
    assert code == 422 and "Починить свет" in text and "Согласны" in text
    code, text = send(client, "visit-talk", visit, held_on=today, with_whom="начальник", **{**rows, "promises-0-until": "завтра"})
    assert code == 422 and "Починить свет" in text
    assert send(client, "visit-talk", visit, held_on=today, with_whom="начальник", **rows)[0] == 302
    assert queries.closing_talk(visit, by=leader).promises[0].what == "Починить свет"
    rows |= {"promises-INITIAL_FORMS": "1", "promises-0-what": "", "promises-0-by_whom": "", "promises-0-until": "", "promises-1-what": "Выдать бельё"}
    rows["revision"] = queries.closing_talk(visit, by=leader).revision
    assert send(client, "visit-talk", visit, held_on=today, with_whom="начальник", **rows)[0] == 302
    assert [each.what for each in queries.closing_talk(visit, by=leader).promises] == ["Выдать бельё"]
    assert "Выдать бельё" in page(client, "visit-access", visit)[1]
    assert send(client, "visit-meeting-remove", visit, meeting.id)[0] == 302 and queries.meetings(visit, by=leader) == ()


def test_an_urgent_measure_runs_in_hours_until_it_is_sent_and_answered(client, place, team):
    visit = world.begun(place, team, hours=22)
    sign_in(client, leader)
    text = page(client, "visit-measure", visit)[1]
    assert 'value="lum-prison-service" selected' in text, "the place's authority is suggested"
    seen_at = timezone.now()
    assert send(client, "visit-measure", visit, what_ru="Открыть окна.", authority_code="lum-prison-service", observed_at=local(seen_at))[0] == 302
    text = page(client, "visit-access", visit)[1]
    assert "written by Leader" in re.sub(r"\s+", " ", text)
    sign_in(client, head)
    assert "written by Leader" in page(client, "visit-access", visit)[1]
    sign_in(client, leader)
    assert "Not sent yet" in text and "23:59" in text and " left" in text
    assert "Send 1 urgent measure today" in text
    (measure,) = queries.urgent_measures(visit, by=leader)
    assert send(client, "visit-measure-answer", visit, measure.id, sent_at=local(timezone.now()), revision=measure.noted)[0] == 302
    text = page(client, "visit-access", visit)[1]
    assert "sent in time" in text and "no answer yet" in text and "Answer due" in text and "23 hours left" in text
    noted = {"sent_at": local(timezone.now()), "answered_at": local(timezone.now()), "answer": "Открыли.", "revision": queries.urgent_measures(visit, by=leader)[0].noted}
    assert send(client, "visit-measure-answer", visit, measure.id, **noted)[0] == 302
    assert "Открыли." in page(client, "visit-access", visit)[1]


def test_a_measure_is_corrected_before_it_is_sent_and_translated_afterwards_too(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, leader)
    typed = {"authority_code": "lum-prison-service", "observed_at": local(timezone.now() - timedelta(hours=1))}
    assert send(client, "visit-measure", visit, what_ru="Открыть окна.", **typed)[0] == 302
    (made,) = queries.urgent_measures(visit, by=leader)
    text = page(client, "visit-measure-edit", visit, made.id)[1]
    assert "Открыть окна." in text and made.stamp in text
    assert send(client, "visit-measure-edit", visit, made.id, what_ru="Открыть все окна.", stamp=made.stamp, **typed)[0] == 302
    status, text = send(client, "visit-measure-edit", visit, made.id, what_ru="Открыть окно.", stamp=made.stamp, **typed)
    (now,) = queries.urgent_measures(visit, by=leader)
    assert "An urgent measure was corrected before it was sent" in page(client, "visit-history", visit)[1]
    early = send(client, "visit-measure-answer", visit, made.id, sent_at=local(timezone.now() - timedelta(hours=2)), revision=now.noted)
    assert early[0] == 422 and "Write when it was really sent" in early[1] and "one of the two" not in early[1]
    assert status == 422 and "Somebody else has changed this" in text and "Открыть все окна." in text and "Открыть окно." in text and now.stamp in text
    assert send(client, "visit-measure-answer", visit, made.id, sent_at=local(timezone.now()), revision=now.noted)[0] == 302
    status, text = page(client, "visit-measure-edit", visit, made.id)
    assert status == 409 and "stays as it was sent" in text
    text = page(client, "visit-access", visit)[1]
    assert "Translate the urgent measure" in text and "Correct the urgent measure" not in text
    text = page(client, "visit-measure-translate", visit, made.id)[1]
    assert "Открыть все окна." in text and "what_kk" in text and "what_ru" not in text
    assert send(client, "visit-measure-translate", visit, made.id, what_kk="Барлық терезені ашу.", stamp=now.stamp)[0] == 302
    assert queries.urgent_measures(visit, by=leader)[0].what.in_("kk") == "Барлық терезені ашу."


def test_a_measure_offers_only_bodies_that_exist(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, leader)
    text = page(client, "visit-measure", visit)[1]
    assert 'value="lum-schools"' in text and 'value="lum-schools-old"' not in text


def paper(**given):
    today, now = timezone.localdate().isoformat(), timezone.now()
    plain = {
        "begun_at": local(now - timedelta(hours=8)), "because": world.WHY, "ended_at": local(now - timedelta(hours=2)),
        "access-numbers-outcome": "granted", "access-records-outcome": "refused", "access-records-by_whom": "начальник", "access-records-ground": "тайна",
        "meetings-TOTAL_FORMS": "1", "meetings-INITIAL_FORMS": "0", "meetings-0-with_whom": "staff", "meetings-0-held_on": today,
        "talk-held_on": today, "talk-with_whom": "начальник",
        "promises-TOTAL_FORMS": "1", "promises-INITIAL_FORMS": "0", "promises-0-what": "Починить свет",
        "findings-TOTAL_FORMS": "2", "findings-INITIAL_FORMS": "0",
        "findings-0-area": "regime", "findings-0-text_ru": "Прогулок нет.", "findings-0-seriousness": "serious", "findings-0-sources": ["own_eyes", "records"],
        "findings-1-area": "", "findings-1-seriousness": "notable",
    }  # fmt: skip
    return {**plain, **given}


def test_everything_on_paper_is_entered_on_one_page(client, place, team):
    visit = world.planned(place, team)
    sign_in(client, leader)
    assert send(client, "visit-afterwards", visit, **paper())[0] == 302
    assert queries.visit(visit, by=head).state == "concluded"
    assert len(queries.access_facts(visit, by=head)) == 2 and len(queries.meetings(visit, by=head)) == 1
    assert queries.closing_talk(visit, by=head).promises[0].what == "Починить свет"
    assert [each.text.in_("ru") for each in queries.findings(visit, by=head)] == ["Прогулок нет."]


def test_a_wrong_part_loses_nothing_and_saves_nothing(client, place, team):
    visit = world.planned(place, team)
    sign_in(client, leader)
    wrong = {"findings-0-sources": ["own_eyes"], "access-records-ground": "", "findings-1-area": "contacts", "findings-1-text_ru": "Писем не выдают."}
    code, text = send(client, "visit-afterwards", visit, **paper(**wrong))
    assert code == 422 and queries.visit(visit, by=leader).state == "planned" and queries.access_facts(visit, by=leader) == ()
    for typed in ("Прогулок нет.", "Писем не выдают.", "Починить свет", "начальник", 'value="staff" selected'):
        assert typed in text, typed
    assert text.count("Name a second one") >= 2 and "Write on what ground" in text, "each mistake stands in the summary and at its line"
    assert "Finding 1" in text and "Finding 2" in text
    code, text = send(client, "visit-afterwards", visit, **paper(**{"talk-with_whom": "", "begun_at": "вчера"}))
    assert code == 422 and "вчера" in text and "Починить свет" in text
    assert send(client, "visit-afterwards", visit, **paper(begun_at=local(timezone.now() + timedelta(days=1))))[0] == 422


def test_more_room_keeps_what_is_typed_and_judges_nothing_yet(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, leader)
    code, text = send(client, "visit-afterwards", visit, **paper(**{"findings-0-sources": [], "more": "findings"}))
    assert code == 200 and "findings-3-area" in text and "Прогулок нет." in text and "field-error" not in text
    assert queries.findings(visit, by=leader) == ()


def test_the_secretariat_enters_for_the_delegation_once_the_visit_has_begun(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, secretary)
    only = {key: value for key, value in paper().items() if key not in ("begun_at", "ended_at")}
    assert send(client, "visit-afterwards", visit, **only)[0] == 302
    assert queries.visit(visit, by=head).state == "under_way" and len(queries.findings(visit, by=head)) == 1


def test_more_minutes_than_a_delay_can_have_are_refused_in_words(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, leader)
    delayed = {"numbers-outcome": "delayed", "numbers-by_whom": "караул", "numbers-ground": "обыск", "numbers-minutes": "100001"}
    code, text = send(client, "visit-access-edit", visit, **delayed)
    assert code == 422 and "Write at most 100000 minutes" in text
