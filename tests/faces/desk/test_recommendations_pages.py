"""The pages of recommendations: drafts of a visit, the list, one with both axes, answers, verifications, files."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.followup.recommendations.making import ago, answer, draft, issued, proposal, read, today, verify, words
from tests.foundation.ledger.hand import by_hand
from tests.people import analyst, auditor, conflicted, head, leader, member, secretary
from tirek.followup.recommendations import queries, services
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.ledger.queries import entries
from tirek.foundation.sheets import services as sheets
from tirek.foundation.sheets.outside import path_of
from tirek.foundation.ui.formats import day, span
from tirek.ground.rules.words import Words
from tirek.records.visits import queries as visits

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 letter"


@pytest.fixture
def visit():
    return world.concluded(world.prison(), world.members())


def text_of(answer):
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def shown(client, name, *args, **query):
    reply = client.get(reverse(f"desk:{name}", args=args), query)
    return reply.status_code, text_of(reply)


def posted(client, name, *args, **sent):
    return client.post(reverse(f"desk:{name}", args=args), sent)


def members_of(visit):
    return {each.name.lower(): each.member_id for each in visits.visit(visit, by=leader).delegation}


def typed(visit, **given):
    finding = visits.findings(visit, by=leader)[0].id
    asked = {"text_ru": "До 1 марта установить светильники в камерах.", "text_kk": "Шам орнату.", "findings": [str(finding)],
             "addressee": "lum-prison-service", "kind": "practice", "priority": "high"}  # fmt: skip
    return {**asked, **given}


def test_a_draft_is_written_from_a_finding_changed_translated_and_dropped(client, visit):
    sign_in(client, leader)
    assert "No recommendation yet" in shown(client, "visit-recommendations", visit)[1]
    assert posted(client, "recommendation-new", visit, **typed(visit)).status_code == 302
    (made,) = queries.visit_recommendations(visit, by=leader, today=today())
    assert (made.priority, made.text.in_("kk"), len(made.findings)) == ("high", "Шам орнату.", 1)
    page = shown(client, "visit-recommendations", visit)[1]
    assert "Recommendation 1" in page and "Service of Correctional Houses" in page and "There is no sign by which to tell" in page
    changed = typed(visit, text_ru="Установить светильники до лета.", revision=made.revision)
    assert posted(client, "recommendation-edit", made.id, **changed).status_code == 302
    assert "check the translation" in shown(client, "visit-recommendations", visit)[1]
    assert "Установить светильники до лета." in shown(client, "recommendation-translate", made.id)[1]
    assert posted(client, "recommendation-translate", made.id, text_kk="Жазға дейін шам орнату.", revision=2).status_code == 302
    assert "check the translation" not in shown(client, "visit-recommendations", visit)[1]
    assert posted(client, "recommendation-drop", made.id).status_code == 302
    assert queries.visit_recommendations(visit, by=leader, today=today()) == ()


def test_a_draft_that_was_sent_twice_is_told(client, visit):
    sign_in(client, leader)
    told = "says the same"
    for sent, expected in ((typed(visit), False), (typed(visit, text_ru="Починить свет."), False), (typed(visit), True)):
        assert posted(client, "recommendation-new", visit, **sent).status_code == 302
        assert (told in shown(client, "visit-recommendations", visit)[1]) is expected
    assert len(queries.visit_recommendations(visit, by=leader, today=today())) == 3


def test_the_form_suggests_the_place_s_authority_and_says_why(client, visit):
    sign_in(client, leader)
    page = shown(client, "recommendation-new", visit)[1]
    assert 'value="lum-prison-service" selected' in page and "the place was under Service of Correctional Houses" in page
    assert "60 calendar days" in page


def test_what_is_missing_in_a_draft_is_said_and_what_was_typed_stays(client, visit):
    sign_in(client, leader)
    reply = posted(client, "recommendation-new", visit, **typed(visit, findings=[], text_kk="Шам."))
    assert reply.status_code == 422 and "Шам." in text_of(reply) and queries.visit_recommendations(visit, by=leader, today=today()) == ()


def test_two_who_change_a_draft_at_once_the_second_sees_both_texts_and_may_save_again(client, visit):
    made = draft(visit)
    services.edit_draft(recommendation_id=made, made=proposal(visit, text=words("Текст первой.")), revision=1, by=member)
    sign_in(client, leader)
    reply = posted(client, "recommendation-edit", made, **typed(visit, text_ru="Текст второй.", revision=1))
    page = text_of(reply)
    assert reply.status_code == 422 and "Somebody else has changed" in page and "Текст первой." in page and "Текст второй." in page
    assert 'name="revision" value="2"' in page and read(made).text.in_("ru") == "Текст первой."
    assert posted(client, "recommendation-edit", made, **typed(visit, text_ru="Текст второй.", revision=2)).status_code == 302
    assert read(made).text.in_("ru") == "Текст второй."


def test_a_passage_that_could_name_somebody_is_decided_on_a_page_of_its_own(client, visit):
    made = draft(visit, text=words("Выдать осуждённому Петрову В. С. очки.", "Көзілдірік беру керек бір адамға."))
    sign_in(client, leader)
    assert "could name a person" in shown(client, "visit-recommendations", visit)[1]
    (stretch,) = queries.undecided_stretches(visit, by=leader)
    prefix = stretch.digest[:8]
    page = shown(client, "visit-recommendation-passages", visit)[1]
    assert f"<mark>{stretch.text}</mark>" in page
    wrong = posted(client, "recommendation-passage", made, stretch.digest, **{f"{prefix}-decision": "kept", f"{prefix}-reason": ""})
    assert wrong.status_code == 422 and "Write why" in text_of(wrong)
    right = {f"{prefix}-decision": "generalised", f"{prefix}-replacement": "одному человеку"}
    assert posted(client, "recommendation-passage", made, stretch.digest, **right).status_code == 302
    assert "одному человеку" in read(made).text.in_("ru")
    assert "Look at the passages" not in shown(client, "visit-recommendations", visit)[1]


def test_whoever_may_not_know_of_the_visit_finds_none_of_its_drafts(client, visit):
    made = draft(visit)
    sign_in(client, conflicted)
    for name, about in (("visit-recommendations", visit), ("recommendation-new", visit), ("visit-recommendation-passages", visit), ("recommendation", made), ("recommendation-edit", made)):
        assert shown(client, name, about)[0] == 404, name


def test_a_draft_is_read_where_it_is_written_and_an_issued_one_cannot_be_changed(client, visit):
    made = draft(visit)
    sign_in(client, leader)
    assert client.get(reverse("desk:recommendation", args=[made])).url == f"{reverse('desk:visit-recommendations', args=[visit])}#{made}"
    services.issue(visit_id=visit, report_number="Р-1", on=today(), by=leader)
    assert client.get(reverse("desk:recommendation-edit", args=[made])).url == reverse("desk:recommendation", args=[made])
    assert posted(client, "recommendation-drop", made).status_code == 409


def test_the_time_for_the_answer_is_told_from_today_for_a_draft_and_from_the_issue_once_issued(client, visit):
    sign_in(client, leader)
    draft(visit)
    assert "If that were today" in shown(client, "visit-recommendations", visit)[1]
    services.issue(visit_id=visit, report_number="Р-1", on=ago(60), by=leader)
    (made,) = queries.visit_recommendations(visit, by=leader, today=today())
    page = re.sub(r"<[^>]+>", "", shown(client, "visit-recommendations", visit)[1])
    assert "were today" not in page
    issued_on, due_on = (re.sub(r"\s", " ", day(each)) for each in (ago(60), made.due_on))
    assert f"The report was issued on {issued_on}. The authority has" in page and f"the answer is due on {due_on}." in page
    draft(visit)
    both = shown(client, "visit-recommendations", visit)[1]
    assert "The report was issued on" in both and "If that were today" in both


def test_the_list_counts_narrows_and_tells_both_axes(client, visit):
    made = issued(visit, days=100)
    sign_in(client, analyst)
    page = shown(client, "recommendations")[1]
    assert "1 recommendation ·" in page and "1 answer overdue" in page and "1 not verified yet" in page and "no word yet" in page
    answer(made, "claimed_implemented")
    page = shown(client, "recommendations")[1]
    assert "says that it is done" in page and "not verified yet" in page and "0 answers overdue" in page
    assert "No recommendation fits" in shown(client, "recommendations", verification="implemented")[1]
    assert "Р-1-1" in shown(client, "recommendations", word="claimed_implemented", addressee="lum-prison-service")[1]
    sign_in(client, auditor)
    assert shown(client, "recommendations")[0] == 403


def test_the_list_and_its_file_name_the_place_and_narrow_to_it_for_those_who_may_know_of_the_visit(client, visit):
    issued(visit, days=100)
    other = world.concluded(world.prison("Велисадский дом"), members_of(visit))
    issued(other, number="Р-2", days=90)
    here, there = (visits.visit(each, by=leader).place_id for each in (visit, other))
    sign_in(client, head)
    page = shown(client, "recommendations")[1]
    assert f'<option value="{here}">Тарноборский' in page and f'<option value="{there}">Велисадский' in page and page.count("Велисадский") == 2
    page = shown(client, "recommendations", place=str(there))[1]
    assert "Р-2-1" in page and "Р-1-1" not in page and "1 recommendation ·" in page
    address = f"{reverse('desk:recommendations-export')}?place={there}"
    rows = rows_of(client.post(address, {"purpose": "report"}))
    assert len(rows) == 3 and "Велисадский" in rows[2][1]
    for person in (conflicted, analyst):
        sign_in(client, person)
        page = shown(client, "recommendations")[1]
        assert "Р-2-1" in page and "Велисадский" not in page, "who may not know of the visit reads what was issued, and not where"
        assert "Р-2-1" not in shown(client, "recommendations", place=str(there))[1], "a place that is not offered shows nothing"
    asked = {"country": "demo", "today": today(), "filters": queries.Filters(place=there)}
    assert [len(queries.recommendations(by=who, **asked)) for who in (head, leader, conflicted, analyst)] == [1, 1, 0, 0]


def test_a_long_list_has_pages_and_keeps_its_filters(client, visit):
    for number in range(53):
        draft(visit, text=words(f"Установить светильники в корпусе {number:02}."))
    services.issue(visit_id=visit, report_number="Р-1", on=ago(100), by=leader)
    sign_in(client, head)
    first, second = shown(client, "recommendations", overdue="on")[1], shown(client, "recommendations", overdue="on", page=2)[1]
    last = shown(client, "recommendations", overdue="on", page=3)[1]
    assert last.count(">Р-1-") == 3 and "53 recommendations" in first and "overdue=on&page=2" in first and first.count(">Р-1-") == 25 and second.count(">Р-1-") == 25


def test_an_empty_list_teaches(client):
    sign_in(client, secretary)
    assert "the clock of the answer begins" in shown(client, "recommendations")[1]


def test_one_recommendation_tells_who_said_what_and_what_was_seen_in_order(client, visit):
    made = issued(visit, days=60)
    answer(made, "claimed_implemented", days=20, letter_number="14-03/221", text="Светильники стоят.")
    later = visited_again(visit)
    verify(made, "not_implemented", text="Светильников нет.", visit_id=later)
    sign_in(client, secretary)
    page = shown(client, "recommendation", made)[1]
    assert page.index("letter 14-03/221") < page.index("Светильников нет.")
    days = span(visits.visit(later, by=leader).starts_on, visits.visit(later, by=leader).ends_on)
    assert "says that it is done" in page and "not carried out" in page and "Leader" in page
    assert re.sub(r"\s", " ", f"On the visit to Тарноборский исправительный дом, {days}.") in page
    sign_in(client, conflicted)
    page = shown(client, "recommendation", made)[1]
    assert "Светильников нет." in page and "On the visit to" not in page and reverse("desk:visit", args=[later]) not in page


def visited_again(visit, place=None, **given):
    """A later visit by the same delegation, to the same place or to another."""
    seen = visits.visit(visit, by=leader)
    return world.begun(place or seen.place_id, {each.role: each.member_id for each in seen.delegation}, **given)


def test_the_clock_is_told_in_words_until_the_authority_speaks(client, visit):
    made = issued(visit, days=0)
    sign_in(client, member)
    assert re.search(r"\d+ working days left, until", shown(client, "recommendation", made)[1])
    answer(made, "acknowledged")
    assert "working days left" not in shown(client, "recommendation", made)[1]


def letter(**given):
    asked = {"word": "accepted", "said_on": ago(3).isoformat(), "received_on": ago(1).isoformat(), "authority": "lum-prison-service", "letter_number": "7", "text": "Согласны."}
    return {**asked, **given}


def test_an_answer_is_entered_with_its_letter_and_the_letter_is_saved_again_under_the_house_s_name(client, visit):
    made = issued(visit)
    sign_in(client, secretary)
    file = SimpleUploadedFile("Петров жалуется.pdf", PDF)
    assert posted(client, "recommendation-answer", made, **letter(letter=file)).status_code == 302
    (told,) = read(made).answers
    reply = client.get(reverse("desk:recommendation-letter", args=[made, told.id]))
    assert reply.content == PDF and "attachment" in reply["Content-Disposition"] and "%D0%96" not in reply["Content-Disposition"]
    assert reply["Content-Disposition"].endswith(f"-answer-{ago(3).isoformat()}.pdf") and "demonstration-" in reply["Content-Disposition"]
    assert client.get(reverse("desk:recommendation-evidence", args=[made, told.id])).status_code == 404
    sign_in(client, auditor)
    assert client.get(reverse("desk:recommendation-letter", args=[made, told.id])).status_code == 404


def test_the_official_who_answered_stands_beside_the_answer_and_nowhere_else(client, visit):
    """Everybody who may open the letter reads the name; no list, file, search, ledger's word or public page holds it."""
    made = issued(visit)
    sign_in(client, secretary)
    assert posted(client, "recommendation-answer", made, **letter(official_name="Неповторим 8 701 555")).status_code == 422
    official = {"official_name": " Неповторим  Ерлан ", "official_function": "начальник уникального отдела"}
    assert posted(client, "recommendation-answer", made, **letter(**official)).status_code == 302
    for person in (secretary, leader, member, analyst):
        assert "Answered by: Неповторим Ерлан, начальник уникального отдела." in shown(sign_in(client, person), "recommendation", made)[1]
    assert shown(sign_in(client, auditor), "recommendation", made)[0] == 404
    held = {read(made).answers[0].official_name, "уникального"}
    told = [shown(sign_in(client, auditor), "ledger")[1]]
    sign_in(client, head)
    told += [shown(client, name)[1] for name in ("home", "recommendations", "lately", "charts")]
    told += [b"".join(posted(client, "recommendations-export", purpose="analysis")).decode(), client.get("/").content.decode()]
    for query in (None, ""):
        asked = sheets.ask_for_list(kind="recommendations", query=query, ending="csv", purpose="report", country="demo", by=head).value
        sheets.make_list(list_id=asked, by=head, step=lambda done, total, words="": None)
        told.append(path_of(asked, "csv").read_text())
    assert all(page for page in told) and not [page for page in told if any(each in page for each in held)]
    assert reverse("desk:recommendation", args=[made]) not in shown(client, "search", q="Неповторим Ерлан")[1]


def test_who_answers_is_chosen_among_bodies_that_existed_since_the_issue(client, visit):
    made = issued(visit)
    sign_in(client, secretary)
    page = shown(client, "recommendation-answer", made)[1]
    assert 'value="lum-schools"' in page and 'value="lum-schools-old"' not in page
    old = issued(visit, days=(today() - date(2022, 6, 1)).days, number="Р-0")
    assert 'value="lum-schools-old"' in shown(client, "recommendation-answer", old)[1]
    reply = posted(client, "recommendation-answer", old, **letter(authority="lum-schools-old"))
    assert reply.status_code == 422 and "“Committee of Schools and Shelters of Lumeria” did not exist on" in text_of(reply)
    assert posted(client, "recommendation-answer", old, **letter(authority="lum-schools-old", said_on="2022-07-01")).status_code == 302


def test_a_wrong_file_or_an_impossible_date_saves_nothing_and_keeps_what_was_typed(client, visit):
    made = issued(visit)
    sign_in(client, secretary)
    reply = posted(client, "recommendation-answer", made, **letter(letter=SimpleUploadedFile("a.pdf", b"MZ program")))
    assert reply.status_code == 422 and "none of these kinds" in text_of(reply) and "Согласны." in text_of(reply)
    late = letter(received_on=ago(9).isoformat(), letter=SimpleUploadedFile("a.pdf", PDF))
    reply = posted(client, "recommendation-answer", made, **late)
    assert reply.status_code == 422 and "Compare both days with the letter" in text_of(reply) and "Choose it again" in text_of(reply)
    assert read(made).answers == ()


def test_an_answer_to_a_recommendation_altered_without_the_program_is_not_saved_and_says_whom_to_tell(client, visit):
    made = issued(visit)
    sign_in(client, secretary)
    by_hand("UPDATE recommendations_recommendation SET addressee = 'lum-law'")
    reply = posted(client, "recommendation-answer", made, **letter())
    assert reply.status_code in {409, 422} and "altered without the program, so nothing was saved. Tell the auditor" in text_of(reply)
    assert read(made).answers == ()


def test_a_text_that_could_name_somebody_is_confirmed_first(client, visit):
    made = issued(visit)
    sign_in(client, secretary)
    naming = letter(text="Осуждённому Петрову В. С. выданы очки.")
    reply = posted(client, "recommendation-answer", made, **naming)
    page = text_of(reply)
    assert reply.status_code == 422 and "could name a person" in page and "None of these passages names" in page
    assert "None of these passages" not in shown(client, "recommendation-answer", made)[1]
    assert posted(client, "recommendation-answer", made, **naming, confirmed="on").status_code == 302


def test_a_letter_s_number_that_could_name_somebody_is_refused_at_its_field_and_kept_in_the_form(client, visit):
    made = issued(visit)
    sign_in(client, secretary)
    number = "Иванов Иван Иванович 900101300123"
    for more in ({}, {"confirmed": "on"}):
        reply = posted(client, "recommendation-answer", made, **letter(letter_number=number), **more)
        page = reply.content.decode()
        assert reply.status_code == 422 and f'value="{number}"' in page and "None of these passages" not in page
        assert reply.context["form"].errors == {"letter_number": ["Write the number of the letter only, without names and personal numbers."]}
    assert read(made).answers == ()


def test_a_verification_is_entered_with_evidence_and_its_visit(client, visit):
    made = issued(visit)
    sign_in(client, leader)
    later = visited_again(visit)
    asked = {"outcome": "partially_implemented", "verified_on": today().isoformat(), "way": "on_site", "text": "В трёх камерах из десяти.", "visit_id": str(later)}
    reply = posted(client, "recommendation-verify", made, **asked, evidence=SimpleUploadedFile("foto.png", b"\x89PNG\r\n\x1a\n photo"))
    assert reply.status_code == 302
    (found,) = read(made).verifications
    assert (found.outcome, found.visit_id, read(made).word) == ("partially_implemented", later, "none")
    saved = client.get(reverse("desk:recommendation-evidence", args=[made, found.id]))
    assert saved["Content-Type"] == "image/png" and saved.content.startswith(b"\x89PNG")


def test_the_confirmation_says_that_what_is_entered_late_with_an_earlier_day_moves_nothing(client, visit):
    made = issued(visit)
    answer(made, "accepted", days=0)
    verify(made, days=0)
    sign_in(client, secretary)
    posted(client, "recommendation-answer", made, **letter(word="acknowledged"))
    assert "entered in the history. A newer one stands there already, so what the authority says stays as it was" in shown(client, "recommendation", made)[1]
    posted(client, "recommendation-verify", made, outcome="not_implemented", verified_on=ago(3).isoformat(), way="documents", text="По документам.")
    assert "entered in the history. A newer one stands there already, so what the mechanism verified stays as it was" in shown(client, "recommendation", made)[1]
    assert (read(made).word, read(made).verification) == ("accepted", "implemented")


def test_a_verification_offers_visits_to_the_place_since_the_issue_and_says_where_there_is_none(client, visit):
    made = issued(visit, days=0)
    sign_in(client, leader)
    page = shown(client, "recommendation-verify", made)[1]
    assert "No visit to this place that you may know of has begun since the recommendation was issued" in page
    assert f'href="{reverse("desk:plan")}"' in page.partition("No visit to this place")[2] and 'name="visit_id"' not in page
    asked = {"outcome": "implemented", "verified_on": today().isoformat(), "way": "on_site", "text": "Осмотрено.", "visit_id": str(visit)}
    reply = posted(client, "recommendation-verify", made, **{**asked, "visit_id": ""})
    assert reply.status_code == 422 and "Say on which visit it was seen on the spot" in reply.content.decode() and "Осмотрено." in reply.content.decode()
    assert posted(client, "recommendation-verify", made, **asked).status_code == 422 and read(made).verifications == ()
    later, elsewhere = visited_again(visit, hours=0), visited_again(visit, world.prison("Велисадский дом"), hours=0)
    page = shown(client, "recommendation-verify", made)[1]
    assert f'value="{later}"' in page and f'value="{visit}"' not in page and f'value="{elsewhere}"' not in page
    assert "No visit to this place" not in page


def test_a_verification_with_an_impossible_day_says_which_and_speaks_of_no_letter(client, visit):
    made = issued(visit)
    sign_in(client, leader)
    asked = {"outcome": "implemented", "way": "documents", "text": "Прочитано."}
    for on, told in ((ago(-1), "has not come yet"), (ago(61), "is before that day")):
        reply = posted(client, "recommendation-verify", made, **asked, verified_on=on.isoformat())
        page = text_of(reply)
        assert reply.status_code == 422 and told in page and re.sub(r"\s", " ", day(on)) in page and "letter" not in page.partition("<main")[2]


def test_buttons_stand_for_those_alone_who_may_press_them(client, visit):
    made = issued(visit)
    expected = {head: (True, True, True), secretary: (True, True, True), leader: (False, True, False), member: (False,) * 3, analyst: (False,) * 3}
    for person, may in expected.items():
        sign_in(client, person)
        page = shown(client, "recommendation", made)[1]
        links = [reverse(f"desk:recommendation-{what}", args=[made]) in page for what in ("answer", "verify", "withdraw")]
        codes = [shown(client, f"recommendation-{what}", made)[0] for what in ("answer", "verify", "withdraw")]
        assert tuple(links) == may and codes == [200 if each else 403 for each in may], person.name


def test_a_withdrawn_one_says_when_and_why_and_takes_no_more_words(client, visit):
    made = issued(visit)
    sign_in(client, head)
    assert posted(client, "recommendation-withdraw", made, reason="").status_code == 422
    assert posted(client, "recommendation-withdraw", made, reason="Учреждение закрыто.").status_code == 302
    page = shown(client, "recommendation", made)[1]
    assert "Withdrawn on" in page and "Учреждение закрыто." in page and reverse("desk:recommendation-answer", args=[made]) not in page
    code, page = shown(client, "recommendation-answer", made)
    assert code == 409 and "is not in force" in page


def rows_of(reply):
    text = b"".join(reply.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_export_asks_for_a_purpose_marks_itself_and_stands_in_the_ledger(client, visit):
    made = issued(visit, text=words("=HYPERLINK(1) установить светильники."))
    answer(made, "accepted", days=5, letter_number="7")
    sign_in(client, analyst)
    assert "1 line" in shown(client, "recommendations-export", word="accepted")[1]
    assert posted(client, "recommendations-export", purpose="").status_code == 422
    reply = posted(client, "recommendations-export", purpose="analysis")
    mark, header, row = rows_of(reply)
    told = dict(zip(header, row, strict=True))
    assert mark == ["Demonstration: everything in this file is invented"] and told["Origin"] == mark[0]
    assert (told["Number"], told["Place"], told["The authority says"], told["The mechanism verified"]) == ("Р-1-1", "", "accepts", "not verified yet")
    assert told["What has to be done (Русский)"] == "'=HYPERLINK(1) установить светильники."
    (entry,) = [each for each in entries(by=auditor, country="demo").entries if each.verb == "recommendations.exported"]
    assert (entry.actor, entry.purpose) == (analyst.id, "analysis")


def test_the_export_follows_the_filters_of_the_address(client, visit):
    issued(visit)
    sign_in(client, head)
    address = reverse("desk:recommendations-export") + "?word=accepted"
    assert len(rows_of(client.post(address, {"purpose": "report"}))) == 2


def test_a_place_that_cannot_be_used_shows_and_saves_nothing_and_a_foreign_one_gets_the_answer_of_none(client, visit):
    issued(visit)
    unknown, hidden = "7b0c1f5e-0000-4000-8000-000000000000", str(world.prison("Велисадский дом"))
    sign_in(client, head)
    told = []
    for place in (unknown, hidden, "x"):
        reply = client.get(reverse("desk:recommendations"), {"place": place})
        told.append(text_of(reply).replace(place, "…").partition("<main")[2].partition("</main>")[0])
        assert "Р-1-1" not in told[-1] and "nothing is shown" in told[-1] and "No recommendation fits" in told[-1]
        saved = client.post(reverse("desk:recommendations-export") + f"?place={place}", {"purpose": "report"})
        assert saved.status_code == 409 and "there is nothing to save" in text_of(saved)
    assert told[0] == told[1]
    assert not [each for each in entries(by=auditor, country="demo").entries if each.verb == "recommendations.exported"]


def test_an_export_asks_first_who_one_is_after_five_minutes(client, visit):
    sign_in(client, head)
    session = client.session
    session["confirmed_at"] = timezone.now().timestamp() - 301
    session["account_authentication_methods"] = []
    session.save()
    reply = client.get(reverse("desk:recommendations-export"))
    assert (reply.status_code == 302 and "confirm" in reply.url) or "reauthenticate" in reply.url


def test_the_whole_list_costs_few_questions(client, visit, django_assert_max_num_queries):
    for number in range(40):
        draft(visit, text=words(f"Установить светильники в корпусе {number:02}."))
    services.issue(visit_id=visit, report_number="Р-1", on=ago(100), by=leader)
    sign_in(client, head)
    with django_assert_max_num_queries(17):
        assert shown(client, "recommendations")[0] == 200


NOTES = {
    "en": "Movable holidays of {} are not yet confirmed in the country’s pack: the day may be later.",
    "ru": "Переходящие праздники ({}) в пакете страны ещё не подтверждены: день может оказаться позже.",
    "kk": "Жылжымалы мерекелер ({}) ел пакетінде әлі расталмаған: күн кешірек болуы мүмкін.",
    "ky": "Жылма майрамдар ({}) өлкөнүн пакетинде али тастыктала элек: күн кечирээк болушу мүмкүн.",
}


@pytest.mark.parametrize("language", NOTES)
def test_a_day_counted_across_a_year_without_its_movable_holidays_says_so(client, visit, monkeypatch, language):
    made = issued(visit, days=10)
    (line,) = queries.recommendations(by=secretary, country="demo", today=today())
    years = ", ".join(str(year) for year in range(line.issued_on.year, line.due_on.year + 1))
    sign_in(client, leader)
    client.cookies["language"] = language
    note = NOTES[language].format(years)
    roads = (("recommendation", made), ("recommendations",), ("visit-recommendations", visit))
    assert not any(note in shown(client, *road)[1] for road in roads)
    monkeypatch.setitem(catalogue().days_off, "demo", replace(catalogue().days_off["demo"], settled=frozenset()))
    assert [road for road in roads if note not in shown(client, *road)[1]] == []


def test_the_page_and_the_export_show_the_words_in_force_the_earlier_ones_and_which_were_answered(client, visit):
    made = issued(visit, days=60)
    answer(made, "accepted", days=30)
    services.reword(recommendation_id=made, report_version=2, text=words("До 1 мая заменить светильники.", ""), indicator=Words(), by=leader)
    services.issue(visit_id=visit, report_number="Р-1", on=ago(10), by=leader)
    sign_in(client, analyst)
    text = shown(client, "recommendation", made)[1]
    assert "До 1 мая заменить светильники." in text and "До 1 марта установить в камерах светильники." in text
    assert "Version 1 of the report, issued on" in text and "It answers the wording of version 1 of the report." in text
    assert "newest answer was given to an earlier wording" in text and "1 earlier wording" in text
    _mark, header, row = rows_of(posted(client, "recommendations-export", purpose="analysis"))
    told = dict(zip(header, row, strict=True))
    assert told["What has to be done (Русский)"] == "До 1 мая заменить светильники."
    assert told["Earlier wordings (Русский)"].endswith("До 1 марта установить в камерах светильники.")
    assert told["Answers the wording of version"] == "1"


def test_the_export_marks_translations_that_are_older_than_the_original(client, visit):
    made = issued(visit, days=60)
    held = queries.recommendation(made, by=leader, today=today()).text
    kk = held.in_("kk") or "Шам орнату."
    services.reword(recommendation_id=made, report_version=2, text=words("До 1 мая заменить светильники.", kk), indicator=Words(), by=leader)
    services.issue(visit_id=visit, report_number="Р-1", on=ago(10), by=leader)
    sign_in(client, analyst)
    _mark, header, row = rows_of(posted(client, "recommendations-export", purpose="analysis"))
    told = dict(zip(header, row, strict=True))
    assert told["What has to be done (Русский)"] == "До 1 мая заменить светильники."
    assert told["What has to be done (Қазақша)"] == f"{kk} [Older than the original: check the translation]"
    assert "[Older" not in told["Earlier wordings (Қазақша)"]


def test_the_day_that_a_letter_names_stands_beside_the_answer(client):
    key = issued(world.concluded(world.prison(), world.members()))
    for days in (-20, -40):
        answer(key, named_until=ago(days))
    sign_in(client, analyst)
    page = shown(client, "recommendation", key)[1]
    assert all(f"To be carried out by {day(ago(each))}, as it says." in page for each in (-20, -40))
