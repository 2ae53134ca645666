"""The pages of reports: forms keep what was typed, signing and taking away need a fresh confirmation, files leave with a purpose."""

import hashlib
import re
import time
from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.forms_shown import shown as form_shown
from tests.insight.reports import flow
from tests.insight.reports.test_answers_brought import fill
from tests.insight.reports.test_issue import end_long_ago
from tests.people import analyst, auditor, deputy, doctor, foreigner, head, leader, member, secretary
from tirek.followup.recommendations.queries import visit_recommendations
from tirek.foundation.jobs.models import Job
from tirek.foundation.jobs.services import run
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.ledger.queries import entries
from tirek.foundation.ui.formats import day
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries, services
from tirek.records.visits import services as visits
from tirek.records.visits.queries import findings, urgent_measures
from tirek.records.visits.services.findings import Observation

pytestmark = pytest.mark.django_db
NO_PAGE = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PDF = NO_PAGE.replace(b"[]/Count 0", b"[3 0 R]/Count 1").replace(
    b"trailer", b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer"
)


@pytest.fixture
def client():
    return Client()


def page(name, **arguments):
    return reverse(f"desk:{name}", kwargs=arguments)


def text(answer):
    return answer.content.decode()


def long_ago(client):
    """The same session, confirmed ten minutes ago."""
    session = client.session
    session["confirmed_at"] = time.time() - 600
    session["account_authentication_methods"] = []
    session.save()


def test_the_list_tells_states_and_signatures_and_what_waits(client):
    visit = world.concluded(world.prison(), world.members())
    shown = text(sign_in(client, leader).get(page("reports")))
    assert "Visits that wait for their report" in shown and page("visit-report", visit_id=visit) in shown
    report = flow.for_signature(visit)
    services.sign(report_id=report, by=leader)
    shown = text(client.get(page("reports")))
    assert "laid for signature" in shown and "1 of 3" in shown and "wait for their report" not in shown
    assert "No report fits" in text(client.get(page("reports"), {"number": "99/1999"}))


def test_a_draft_is_begun_on_the_visit_s_tab_and_offers_the_next_thing(client):
    visit = flow.visit()
    sign_in(client, leader)
    assert "Draft the report" in text(client.get(page("visit-report", visit_id=visit)))
    answer = client.post(page("visit-report", visit_id=visit), follow=True)
    assert "Write the summary" in text(answer) and "The draft is begun" in text(answer)
    assert "The summary is not written yet<" in text(answer) and "The summary is written" not in text(answer)
    again = client.post(page("visit-report", visit_id=visit), follow=True)
    assert "This visit has a report already." in text(again)
    assert "Open the report" in text(client.get(page("visit-report", visit_id=visit)))


def test_the_second_writer_keeps_what_was_typed_and_sees_what_stands_there(client):
    report = flow.drafted()
    services.edit_report(report_id=report, summary=flow.both("Текст врача."), revision=2, by=doctor)
    sent = {"summary_ru": "Текст руководителя.", "summary_kk": "Мәтін.", "revision": "2"}
    answer = sign_in(client, leader).post(page("report-edit", report_id=report), sent)
    assert answer.status_code == 422
    assert "Somebody else has changed this report" in text(answer)
    assert "Текст руководителя." in text(answer) and "Текст врача." in text(answer)


@pytest.mark.parametrize("revision", ["abc", "", "2.5", "9" * 400])
def test_a_revision_that_is_no_number_is_told_and_nothing_is_saved(client, revision):
    report = flow.drafted()
    sent = {"summary_ru": "Текст руководителя.", "summary_kk": "Мәтін.", "revision": revision}
    answer = sign_in(client, leader).post(page("report-edit", report_id=report), sent)
    assert answer.status_code == 422 and "Текст руководителя." in text(answer)
    assert dict(queries.report(report, by=leader).summary.texts) == dict(flow.SUMMARY.texts)


def test_ten_megabytes_in_a_field_get_a_sentence(client):
    report = flow.drafted()
    answer = sign_in(client, leader).post(page("report-edit", report_id=report), {"summary_ru": "ы" * 5_000_000, "revision": "2"})
    assert answer.status_code in (400, 422)
    assert "too large" in text(answer) or "longer than" in text(answer)
    assert dict(queries.report(report, by=leader).summary.texts) == dict(flow.SUMMARY.texts)


def test_a_late_press_of_a_button_says_that_the_state_has_moved(client):
    report = flow.in_review()
    answer = sign_in(client, leader).post(page("report-submit", report_id=report), follow=True)
    assert "This is not possible in the present state." in text(answer) and "in_review" not in text(answer)


def test_a_form_that_comes_too_late_is_not_blamed_on_the_role_alone(client):
    report = flow.in_review()
    answer = sign_in(client, leader).get(page("report-edit", report_id=report))
    assert answer.status_code == 403 and "This cannot be done with the report as it stands" in text(answer)


def test_whoever_signed_in_long_ago_confirms_before_signing(client):
    report = flow.for_signature()
    sign_in(client, leader)
    long_ago(client)
    answer = client.get(page("report-sign", report_id=report))
    assert answer.status_code == 302 and "next=" in answer.url
    client.post(page("report-sign", report_id=report), {"digest": queries.report(report, by=leader).digest})
    assert queries.report(report, by=leader).signatures[0].state == "awaited"


def test_the_term_for_signatures_across_an_incomplete_year_says_that_it_may_be_later(client, monkeypatch):
    report = flow.for_signature()
    sign_in(client, secretary)
    client.post(page("visit-purpose", visit_id=queries.report(report, by=secretary).visit_id), {"purpose": "report"})
    line = queries.report(report, by=secretary).signatures[0]
    addresses = (page("report", report_id=report), page("report-signature", report_id=report, member_id=line.member_id))
    note = "are not yet confirmed in the country’s pack: the day may be later."
    assert not any(note in text(client.get(each)) for each in addresses)
    monkeypatch.setitem(catalogue().days_off, "demo", replace(catalogue().days_off["demo"], settled=frozenset()))
    assert [each for each in addresses if note not in text(client.get(each))] == []


def test_signing_binds_the_digest_on_the_page(client):
    report = flow.for_signature()
    sign_in(client, leader)
    digest = queries.report(report, by=leader).digest
    assert digest in text(client.get(page("report-sign", report_id=report)))
    answer = client.post(page("report-sign", report_id=report), {"digest": "0" * 64})
    assert answer.status_code == 422 and "The text has changed since you opened the page." in text(answer)
    answer = client.post(page("report-sign", report_id=report), {"digest": digest}, follow=True)
    assert "Your signature is recorded." in text(answer)


def test_approving_shows_the_text_and_binds_it(client):
    visit = flow.visit()
    report = flow.in_review(visit)
    address = page("report-approve", report_id=report)
    sign_in(client, secretary)
    asked = client.get(address)
    assert asked.status_code == 302 and "purpose" in asked["Location"]
    client.post(asked["Location"], {"purpose": "report"})
    form = hidden(client.get(address))
    visits.add_finding(visit_id=visit, seen=world.seen("Прогулок нет вовсе."), by=leader)
    answer = client.post(address, {"on": timezone.localdate(), **form})
    assert answer.status_code == 422 and "it is not approved" in text(answer) and "Прогулок нет вовсе." in text(answer)
    assert queries.report(report, by=secretary).state == "in_review"
    assert client.post(address, {"on": timezone.localdate()}).status_code == 422
    client.post(address, {"on": timezone.localdate(), **hidden(answer)})
    assert queries.report(report, by=secretary).state == "for_signature"


def hidden(answer):
    """The digest that a page's form carries."""
    return {"digest": re.search(r'name="digest" value="([0-9a-f]{64})"', text(answer))[1]}


def test_a_sheet_is_attached_by_its_content_and_nothing_else_is_taken(client):
    report = flow.for_signature()
    line = next(each for each in queries.report(report, by=leader).signatures if each.name == "Doctor")
    sign_in(client, secretary)
    assert "You approved this text" in text(client.get(page("report-signature", report_id=report, member_id=line.member_id)))
    sign_in(client, deputy)
    address = page("report-signature", report_id=report, member_id=line.member_id)
    wrong = client.post(address, {"signed_on": timezone.localdate(), "sheet": SimpleUploadedFile("sheet.pdf", b"<script>")})
    assert wrong.status_code == 422 and "none of these kinds" in text(wrong)
    client.post(address, {"signed_on": timezone.localdate(), "sheet": SimpleUploadedFile("Сериков.pdf", PDF)})
    line = next(each for each in queries.report(report, by=leader).signatures if each.name == "Doctor")
    assert (line.state, line.way) == ("signed", "sheet")
    shown = text(sign_in(Client(), doctor).get(page("report", report_id=report)))
    assert "Sheet with the signature of Doctor attached by Deputy" in shown
    again = client.post(address, {"signed_on": timezone.localdate(), "sheet": SimpleUploadedFile("other.pdf", PDF + b" other")})
    assert again.status_code == 422 and "A signed sheet is attached to this signature already" in text(again)
    answer = sign_in(Client(), doctor).get(page("report-sheet", report_id=report, signature_id=line.id))
    assert answer.content == PDF and "attachment" in answer["Content-Disposition"] and "Сериков" not in answer["Content-Disposition"]
    assert exported("signature")


@pytest.mark.parametrize("content", [NO_PAGE, b"%PDF-1.7 nothing"], ids=["no page", "torn"])
def test_a_pdf_without_a_page_is_no_signed_sheet(client, content):
    report = flow.for_signature()
    line = queries.report(report, by=leader).signatures[1]
    sign_in(client, secretary)
    address = page("report-signature", report_id=report, member_id=line.member_id)
    answer = client.post(address, {"signed_on": timezone.localdate(), "sheet": SimpleUploadedFile("sheet.pdf", content)})
    assert answer.status_code == 422 and "This PDF holds no page that can be opened." in text(answer)
    assert queries.report(report, by=leader).signatures[1].state == "awaited"


def test_a_signature_of_another_is_entered_only_by_who_has_just_confirmed(client):
    report = flow.for_signature()
    line = queries.report(report, by=leader).signatures[1]
    address = page("report-signature", report_id=report, member_id=line.member_id)
    long_ago(sign_in(client, secretary))
    for answer in (
        client.get(address),
        client.post(address, {"signed_on": timezone.localdate(), "sheet": SimpleUploadedFile("sheet.pdf", PDF)}),
        client.post(address, {"cause": "absent", "reason": "в отъезде"}),
    ):
        assert answer.status_code == 302 and "confirm" in answer["Location"]
    assert queries.report(report, by=leader).signatures[1].state == "awaited"


def exported(noun):
    return [each for each in entries(by=auditor, country="demo", size=500).entries if each.verb == f"{noun}.exported"]


def test_the_term_is_told_with_its_day_in_words(client):
    report = flow.for_signature()
    line = queries.report(report, by=leader).signatures[0]
    address = page("report-signature", report_id=report, member_id=line.member_id)
    sign_in(client, leader)
    assert "only after that day can one be recorded as missing" in text(client.get(address))
    answer = client.post(address, {"cause": "absent", "reason": "в отъезде"})
    due = queries.report(report, by=leader).signatures_due
    assert answer.status_code == 422 and f"The term for signatures ends on {day(due, language='en')}." in text(answer)


def test_after_the_term_the_reason_is_asked_and_shown(client):
    visit = flow.visit()
    end_long_ago(visit)
    report = flow.in_review(visit)
    services.approve(report_id=report, by=secretary, on=timezone.localdate() - timezone.timedelta(days=30))
    line = queries.report(report, by=leader).signatures[1]
    address = page("report-signature", report_id=report, member_id=line.member_id)
    sign_in(client, leader)
    assert client.post(address, {"reason": "в больнице"}).status_code == 422
    assert client.post(address, {"cause": "other", "reason": ""}).status_code == 422
    client.post(address, {"cause": "personal", "reason": "в больнице"})
    for who, reads in ((leader, True), (doctor, line.name == "Doctor")):
        shown = text(sign_in(client, who).get(page("report", report_id=report)))
        assert "unavailable for personal reasons" in shown and ("в больнице" in shown) == reads


def test_a_document_leaves_with_a_purpose_and_an_entry_in_the_ledger(client):
    report = flow.documented()
    document = queries.document_files(report, by=analyst)[0]
    address = page("report-documents", report_id=report)
    sign_in(client, analyst)
    assert client.post(address, {"document": document.id, "purpose": ""}).status_code == 422
    assert client.post(address, {"document": uuid4(), "purpose": "check"}).status_code == 422
    assert exported("report") == []
    answer = client.post(address, {"document": document.id, "purpose": "check"})
    assert answer.status_code == 200 and answer["Content-Type"] == document.file.media_type and len(answer.content) == document.file.size
    assert "demonstration" in answer["Content-Disposition"] and answer["X-Content-Type-Options"] == "nosniff"
    (entry,) = exported("report")
    assert (entry.subject, entry.purpose) == (str(report), "check")


def test_taking_away_needs_a_fresh_confirmation(client):
    report = flow.documented()
    document = queries.document_files(report, by=analyst)[0]
    sign_in(client, analyst)
    long_ago(client)
    answer = client.post(page("report-documents", report_id=report), {"document": document.id, "purpose": "check"})
    assert answer.status_code == 302 and exported("report") == []


def test_a_document_of_another_report_is_not_taken_away_here(client):
    place, team = world.prison(), world.members()
    mine, other = flow.issued(world.concluded(place, team)), flow.drafted(world.concluded(place, team))
    services.make_documents(report_id=other, by=leader)
    foreign = queries.document_files(other, by=leader)[0]
    answer = sign_in(client, analyst).post(page("report-documents", report_id=mine), {"document": foreign.id, "purpose": "check"})
    assert answer.status_code == 422


def test_the_frozen_bytes_are_taken_away_too_and_are_those_that_were_signed(client):
    report = flow.issued()
    frozen = queries.frozen_files(report, by=head)[0]
    answer = sign_in(client, head).post(page("report-documents", report_id=report), {"document": frozen.id, "purpose": "court"})
    assert hashlib.sha256(answer.content).hexdigest() == queries.report(report, by=head).digest


def test_every_file_of_an_invented_report_says_so_in_its_name():
    report = flow.documented()
    files = [*queries.frozen_files(report, by=head), *(each.file for each in queries.document_files(report, by=head))]
    assert len(files) > 4 and all("-demonstration." in each.name for each in files)


def test_documents_are_asked_for_watched_and_offered(client):
    report = flow.drafted()
    sign_in(client, leader)
    address = page("report-documents", report_id=report)
    assert "are not made yet" in text(client.get(address))
    client.post(page("report-documents-make", report_id=report))
    assert "Making the documents" in text(client.get(address))
    client.post(page("report-documents-make", report_id=report))
    job = queries.report(report, by=leader).documents_job
    run(job_id=job)
    shown = text(client.get(address))
    assert "side by side" in shown and "Making the documents" not in shown


def test_the_text_is_read_side_by_side_or_in_one_language(client):
    report = flow.issued()
    sign_in(client, analyst)
    both, one = (text(client.get(page("report-text", report_id=report), {"in": code})) for code in ("ru-kk", "en"))
    assert "Что установлено" in both and "Не анықталды" in both and "Findings" not in both.split("<main")[1].split("tabs")[0]
    assert "What is counted and how" in one and "[No English translation yet]" in one
    assert 'href="#N1"' in one and 'id="N1"' in one
    for strange in ("", "xx", "ru-ru", "de-kk", "ru-kk-ky"):
        assert client.get(page("report-text", report_id=report), {"in": strange}).status_code == 200


def test_what_was_written_in_another_language_says_so_on_the_page(client):
    shown = text(sign_in(client, analyst).get(page("report-text", report_id=flow.issued(flow.full_visit())), {"in": "en"}))
    assert '<span lang="ru">порядок посещения</span> [in Russian]' in shown
    assert '<span lang="ru">убрать листы с окон (начальник)</span> [in Russian] — by ' in shown


def test_the_issue_names_who_issued(client):
    sign_in(client, secretary)
    report = flow.issued()
    sign_in(client, head)
    number = queries.report(report, by=head).number
    assert f"Issued as No. {number} by Secretary" in text(client.get(page("report", report_id=report)))


def test_texts_written_once_are_listed_and_translated(client):
    visit = flow.full_visit()
    report = flow.drafted(visit)
    sign_in(client, leader)
    overview = text(client.get(page("report", report_id=report)))
    assert "Қазақша: 9 texts of the visit’s records are not translated; they are printed in their own language" in overview
    listed = text(client.get(page("report-translations", report_id=report)))
    assert '<p lang="ru">порядок посещения</p>' in listed and listed.count("Translate it") == 10
    (measure,) = urgent_measures(visit, by=leader)
    assert "Показать человека врачу." in listed and f'href="{page("visit-measure-translate", visit_id=visit, measure_id=measure.id)}"' in listed
    note = next(each for each in queries.texts_written_once(report, by=leader) if each.part == "note")
    address = page("report-translate", report_id=report, about=note.about, part=note.part)
    form = text(client.get(address))
    assert "text_kk" in form and "text_ru" not in form
    assert client.post(address, {"language": "xx", "text_en": "x"}).status_code == 422
    client.post(address, {**form_shown(client, address), "text_kk": "бару тәртібі", "text_ky": "", "text_en": "the order of the visit"})
    shown = text(client.get(page("report-text", report_id=report), {"in": "en"}))
    assert "the order of the visit" in shown and "порядок посещения" not in shown


def test_the_second_translator_of_a_text_sees_first_what_the_other_wrote(client):
    report = flow.drafted(flow.full_visit())
    note = next(each for each in queries.texts_written_once(report, by=leader) if each.part == "note")
    address = page("report-translate", report_id=report, about=note.about, part=note.part)
    sign_in(client, leader)
    old = form_shown(client, address)
    services.translate_text(report_id=report, about=note.about, part="note", language="ru", text=Words.of({"kk": "бару тәртібі"}), by=secretary)
    answer = client.post(address, {**old, "text_kk": "барудың реті"})
    told = text(answer)
    assert answer.status_code == 422 and "Somebody else has changed this report while you were writing." in told
    assert "бару тәртібі" in told.split("What stands there now")[1].split("</ul>")[0] and "барудың реті" in told

    def stands():
        return next(each for each in queries.texts_written_once(report, by=leader) if each.part == "note").words.in_("kk")

    assert stands() == "бару тәртібі"
    again = re.search(r'name="revision" value="(\w+)"', told)[1]
    assert client.post(address, {**old, "text_kk": "барудың реті", "revision": again}).status_code == 302 and stands() == "барудың реті"


def test_rows_behind_the_numbers_are_named_and_lead_to_their_paragraphs_and_records(client):
    visit = flow.full_visit()
    report = flow.issued(visit)
    first = findings(visit, by=leader)[0].id
    for who, opens in ((leader, True), (analyst, False)):
        main = text(sign_in(client, who).get(page("report-text", report_id=report), {"in": "en"})).split("<main")[1]
        visible = re.sub(r"<[^>]+>", " ", main)
        assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", visible), "an id is shown"
        number = re.search(r'id="([^"]+)">\s*<div lang="en">\s*<div class="text"><strong>(\d+)\.</strong> ', main[main.index(f'id="finding-{first}"') - 1 :])[2]
        assert f'<a class="line-link" href="#finding-{first}">finding {number}</a>' in main
        led = set(re.findall(r'href="#([a-z]+-[0-9a-f-]{36})"', main))
        assert led and led <= set(re.findall(r'id="([^"]+)"', main))
        source = page("visit-findings", visit_id=visit)
        assert (f'href="{source}#{first}"' in main) == opens
        recommendation = re.search(r'id="recommendation-([0-9a-f-]{36})"', main)[1]
        assert page("recommendation", recommendation_id=recommendation) in main
        assert client.get(page("recommendation", recommendation_id=recommendation)).status_code == 200
    assert f'id="{first}"' in text(sign_in(client, leader).get(source))


def test_a_recommendation_without_a_finding_is_told_with_the_way_to_it(client):
    visit = flow.visit()
    report = flow.drafted(visit)
    visits.take_back_finding(finding_id=findings(visit, by=leader)[0].id, by=leader)
    shown = text(sign_in(client, leader).get(page("report", report_id=report)))
    (row,) = visit_recommendations(visit, by=leader, today=timezone.localdate())
    assert "Recommendation 1 rests on no finding of this report." in shown
    assert f"{page('visit-recommendations', visit_id=visit)}#{row.id}" in shown
    shown = text(client.post(page("report-submit", report_id=report), follow=True))
    assert shown.count("Recommendation 1 rests on no finding of this report.") == 2
    assert queries.report(report, by=leader).state == "draft"


def test_a_passage_is_decided_on_the_page_and_what_is_missing_comes_back(client):
    report = services.draft_report(visit_id=flow.visit(), by=leader).value
    services.edit_report(report_id=report, summary=flow.both("По словам Сериков А.Б. света нет."), revision=1, by=leader)
    sign_in(client, leader)
    shown = text(client.get(page("report-passages", report_id=report)))
    assert "<mark>Сериков А.Б.</mark>" in shown and "A surname with initials." in shown
    (hit,) = queries.undecided_passages(report, by=leader).others
    address, prefix = page("report-passage", report_id=report, digest=hit.digest), hit.digest[:8]
    answer = client.post(address, {f"{prefix}-decision": "kept"})
    assert answer.status_code == 422 and "Give the reason in words" in text(answer)
    answer = client.post(address, {f"{prefix}-decision": "generalised", f"{prefix}-replacement": "одного из содержащихся"}, follow=True)
    assert "The decision is recorded." in text(answer) and "одного из содержащихся" in text(answer)


def test_a_correction_is_begun_says_what_it_changes_and_prints_other_words(client):
    visit = flow.visit()
    report = flow.issued(visit)
    sign_in(client, secretary)
    assert client.post(page("report-correct", report_id=report), {"changes_ru": ""}).status_code == 422
    answer = client.post(page("report-correct", report_id=report), {"changes_ru": "Исправлен пункт 1.", "changes_kk": "1-тармақ түзетілді."}, follow=True)
    new = answer.context["report"].id
    assert new != report and "The issued version holds" in text(answer)
    finding = findings(visit, by=secretary)[0]
    amend = page("report-amend", report_id=new, finding_id=finding.id)
    client.post(amend, {**form_shown(client, amend), "text_ru": "Свет слабый.", "text_kk": "Жарық әлсіз."})
    assert "Свет слабый." in text(client.get(page("report-text", report_id=new)))
    assert "Paragraphs put in other words" in text(client.get(page("report", report_id=new)))
    assert client.get(page("report-amend", report_id=new, finding_id=uuid4())).status_code == 404


def test_a_correction_is_abandoned_on_its_page_and_says_why(client):
    old = flow.issued()
    new = services.correct_report(report_id=old, changes=flow.both("Исправлено."), by=secretary).value
    way = page("report-abandon", report_id=new)
    assert way not in text(sign_in(client, leader).get(page("report", report_id=new)))
    assert client.get(way).status_code == 403
    assert way in text(sign_in(client, secretary).get(page("report", report_id=new)))
    assert client.post(way, {"reason": ""}).status_code == 422
    shown = text(client.post(way, {"reason": "Начато по ошибке."}, follow=True))
    assert "This correction was abandoned and is not printed." in shown and "Начато по ошибке." in shown
    assert page("report-text", report_id=new) not in shown and page("report-documents", report_id=new) not in shown
    assert client.get(page("report-text", report_id=new)).status_code == 409
    assert page("report", report_id=new) not in text(client.get(page("home")))
    shown = text(client.get(page("report", report_id=old)))
    assert page("report-correct", report_id=old) in shown and "Abandoned correction" in shown and "Version 2" not in shown
    assert "Исправлено." not in shown  # nobody has searched these words for names: that is done when a correction is handed in


def test_of_an_abandoned_correction_no_text_is_shown_in_which_a_passage_waits_for_a_decision(client):
    new = services.correct_report(report_id=flow.issued(), changes=flow.both("Со слов Серикова А.Б. уточнено."), by=secretary).value
    kept = queries.report(new, by=secretary).summary.in_("ru")
    services.abandon_correction(report_id=new, reason="Начато по ошибке.", by=secretary)
    for who in (secretary, head, leader):
        shown = text(sign_in(client, who).get(page("report", report_id=new)))
        assert "Серик" not in shown and "Not shown: a passage of this text could name a person" in shown and kept in shown


def test_who_abandons_a_correction_reads_which_records_were_changed_and_where_they_stand_as_issued(client):
    visit = flow.full_visit()
    old = flow.issued(visit)
    new = services.correct_report(report_id=old, changes=flow.both("Уточнено."), by=secretary).value
    way = page("report-abandon", report_id=new)
    sign_in(client, secretary)
    told = "What else has changed since the version before"
    assert told not in text(client.get(way))
    visits.add_meeting(visit_id=visit, with_whom="un", held_on=timezone.localdate(), by=leader)
    visits.record_closing_talk(visit_id=visit, held_on=timezone.localdate(), with_whom="заместитель начальника", by=leader)
    shown = text(client.get(way)).partition("<main")[2]
    assert told in shown and "Meetings" in shown and "Closing talk" in shown and page("report-text", report_id=old) in shown
    assert "Urgent measures" not in shown.partition(told)[2].partition("</section>")[0]


def test_after_an_abandoned_correction_the_visit_s_page_offers_the_record_as_issued(client):
    visit = flow.full_visit()
    new = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Уточнено."), by=secretary).value
    visits.add_meeting(visit_id=visit, with_whom="un", held_on=timezone.localdate(), by=leader)
    sign_in(client, leader)
    access, way = page("visit-access", visit_id=visit), page("visit-restore", visit_id=visit)
    assert way not in text(client.get(access)) and client.get(way).status_code == 409
    services.abandon_correction(report_id=new, reason="Начато по ошибке.", by=secretary)
    offered = text(client.get(access))
    assert way in offered and "entered otherwise for a correction that was given up: Meetings" in offered
    assert client.post(way, {"reason": " "}).status_code == 422
    assert "Why these passages stay" in text(client.post(way, {"reason": "Так просил осуждённый Петров А.В."}))
    assert client.post(way, {"reason": "Встречи не было."}).status_code == 302
    after = text(client.get(access))
    assert way not in after and "Встречи не было." in after and after.count("<strong>") == offered.count("<strong>") - 1
    sign_in(client, analyst)
    assert client.get(way).status_code == 403 and "Встречи не было." not in text(client.get(access))


def test_while_a_report_is_corrected_the_visit_s_pages_of_access_take_other_answers(client):
    visit = flow.full_visit()
    old = flow.issued(visit)
    pages = [page(name, visit_id=visit) for name in ("visit-access-edit", "visit-talk", "visit-meeting", "visit-measure")]
    sign_in(client, leader)
    assert {client.get(way).status_code for way in pages} == {409}
    new = services.correct_report(report_id=old, changes=flow.both("Уточнён доступ."), by=secretary).value
    shown = text(client.get(page("report", report_id=new)))
    assert page("visit-access", visit_id=visit) in shown
    shown = text(client.get(page("visit-access", visit_id=visit)))
    assert "is being corrected" in shown and all(way in shown for way in pages)
    assert {client.get(way).status_code for way in pages} == {200}
    sent = {**form_shown(client, page("visit-meeting", visit_id=visit)), "with_whom": "officials", "note": "порядок переписки"}
    assert client.post(page("visit-meeting", visit_id=visit), sent).status_code == 302
    assert "порядок переписки" in text(client.get(page("report-text", report_id=new)))
    assert "порядок переписки" not in text(client.get(page("report-text", report_id=old)))
    shown = text(client.get(page("report", report_id=new)))
    assert re.search(r"What else has changed since the version before</h3>\s*<p>Meetings</p>", shown)
    assert client.get(page("finding-new", visit_id=visit)).status_code == 409


def test_for_the_head_of_another_country_a_report_does_not_exist(client):
    report = flow.issued()
    assert sign_in(client, foreigner).get(page("report", report_id=report)).status_code == 404


def test_opinions_are_attached_and_taken_back_by_their_author(client):
    report = flow.for_signature()
    sign_in(client, member)
    client.post(page("report-dissent", report_id=report), {"text_ru": "Считаю иначе.", "text_kk": "Басқаша ойлаймын."})
    assert "Take my opinion back" in text(client.get(page("report", report_id=report)))
    assert "Take my opinion back" not in text(sign_in(Client(), leader).get(page("report", report_id=report)))
    answer = client.post(page("report-dissent-back", report_id=report), follow=True)
    assert "Your opinion is taken back." in text(answer)


def test_a_correction_rewords_and_adds_recommendations_by_its_pages(client):
    visit = flow.visit()
    new = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Уточнено."), by=secretary).value
    (made,) = visit_recommendations(visit, by=leader, today=timezone.localdate())
    sign_in(client, leader)
    assert page("report-recommendations", report_id=new) in text(client.get(page("report", report_id=new)))
    reword = page("report-reword", report_id=new, recommendation_id=made.id)
    assert made.text.in_("ru") in text(client.get(reword))
    answer = client.post(reword, {"text_ru": " ", "text_kk": ""})
    assert answer.status_code == 422
    sent = {**form_shown(client, reword), "text_ru": "Установить по два светильника.", "text_kk": "Екі шам орнату."}
    assert client.post(reword, sent).status_code == 302
    add = page("report-add-recommendation", report_id=new)
    assert client.post(add, {"text_ru": "Вести журнал."}).status_code == 422
    basis = str(findings(visit, by=leader)[0].id)
    sent = {"text_ru": "Вести журнал.", "addressee": "lum-prison-service", "kind": "practice", "priority": "high", "findings": [basis]}
    assert client.post(add, sent).status_code == 302
    shown = text(client.get(page("report-recommendations", report_id=new)))
    assert "Установить по два светильника." in shown and "Вести журнал." in shown and "put in other words" in shown
    assert "hints to the author" in shown and "Withdraw it" not in shown
    shown = text(client.get(page("report", report_id=new)))
    assert re.search(rf"Added</dt><dd>2</dd>.*words</dt><dd>{made.number}</dd>", shown)
    assert "Withdraw it" in text(sign_in(Client(), secretary).get(page("report-recommendations", report_id=new)))
    first = sign_in(Client(), analyst).get(page("recommendation", recommendation_id=made.id))
    assert "Установить по два светильника." not in text(first)


def test_before_a_correction_is_issued_an_old_translation_is_told_by_the_name_of_its_language(client):
    visit = flow.visit()
    new = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Уточнено."), by=secretary).value
    (made,) = visit_recommendations(visit, by=leader, today=timezone.localdate())
    other = flow.both("Установить по три светильника.", made.text.in_("kk"))
    services.reword_recommendation(report_id=new, recommendation_id=made.id, text=other, indicator=made.indicator, by=leader)
    services.submit(report_id=new, by=leader)
    services.approve(report_id=new, by=secretary)
    for who in flow.SIGNERS:
        services.sign(report_id=new, by=who)
    shown = text(sign_in(client, secretary).get(page("report", report_id=new)))
    assert "Қазақша: 1 translation is older than the original; check it before the issue" in shown
    assert "Кыргызча: " not in shown and "Issue the report" in shown


def test_of_two_who_correct_the_same_words_the_second_sees_first_what_the_other_saved(client):
    visit = flow.visit()
    new = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Уточнено."), by=secretary).value
    (made,) = visit_recommendations(visit, by=leader, today=timezone.localdate())
    sign_in(client, leader)
    for address in (
        page("report-amend", report_id=new, finding_id=findings(visit, by=leader)[0].id),
        page("report-reword", report_id=new, recommendation_id=made.id),
    ):
        old = form_shown(client, address)
        assert client.post(address, {**old, "text_ru": "Первая редакция."}).status_code == 302
        answer = client.post(address, {**old, "text_ru": "Вторая редакция."})
        assert answer.status_code == 422 and "Somebody else has changed this re" in text(answer)
        assert "What stands there now" in text(answer) and "Первая редакция." in text(answer) and "Вторая редакция." in text(answer)
        held = form_shown(client, address)
        assert held["text_ru"] == "Первая редакция."
        assert client.post(address, {**old, "text_ru": "Вторая редакция.", "revision": held["revision"]}).status_code == 302


def test_who_signs_a_correction_is_told_of_an_opinion_that_was_given_to_the_version_before(client):
    report = flow.for_signature()
    services.add_dissent(report_id=report, text=flow.both("Иначе."), by=doctor)
    for who in flow.SIGNERS:
        services.sign(report_id=report, by=who)
    services.issue_visit_report(report_id=report, by=secretary)
    new = services.correct_report(report_id=report, changes=flow.both("Исправлено."), by=secretary).value
    services.submit(report_id=new, by=leader)
    services.approve(report_id=new, by=secretary)
    sign_in(client, doctor)
    for address in (page("report", report_id=new), page("report-sign", report_id=new)):
        assert "Given to version 1, and carried on unless its writer takes it back." in text(client.get(address))
    client.post(page("report-dissent-back", report_id=new))
    assert "Given to version" not in text(client.get(page("report-sign", report_id=new)))


def test_who_approves_signs_or_issues_is_told_first_which_texts_are_not_translated(client):
    visit = flow.visit()
    report = services.draft_report(visit_id=visit, by=leader).value
    services.edit_report(report_id=report, summary=Words.of({"ru": "Условия стали лучше."}), revision=1, by=leader)
    services.submit(report_id=report, by=leader)
    sign_in(client, secretary)
    client.post(page("visit-purpose", visit_id=visit), {"purpose": "report"})
    told = "Қазақша: 1 text is not translated"
    assert told in text(client.get(page("report-approve", report_id=report)))
    services.approve(report_id=report, by=secretary)
    assert told in text(sign_in(Client(), leader).get(page("report-sign", report_id=report)))
    for who in flow.SIGNERS:
        services.sign(report_id=report, by=who)
    assert told in text(client.get(page("report-issue", report_id=report)))


def test_a_reason_that_could_name_somebody_asks_why_it_stays(client):
    report = flow.in_review()
    sign_in(client, leader)
    address = page("report-return", report_id=report)
    typed = {"reason": "Нужно проверить слова Ташиева."}
    answer = client.post(address, typed)
    assert answer.status_code == 422 and "they name no detained person" in text(answer) and typed["reason"] in text(answer)
    assert client.post(address, {**typed, "names_nobody": "Так зовут начальника."}).status_code == 302


def test_the_list_of_findings_shows_what_the_correction_prints_and_offers_a_medical_one_to_the_doctor_alone(client, place, team):
    visit = world.begun(place, team)
    silent = Observation(area="health_care", text=Words(), sources=("own_eyes", "records"), medical=True)
    medical = visits.add_finding(visit_id=visit, seen=silent, by=leader).value
    visits.release_medical_wording(finding_id=medical, text=flow.both("Врач принимает раз в неделю."), by=doctor)
    plain = visits.add_finding(visit_id=visit, seen=world.seen("Света мало."), by=leader).value
    visits.end(visit_id=visit, by=leader)
    flow.recommend(visit)
    new = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Исправлено."), by=secretary).value
    services.amend_finding(report_id=new, finding_id=plain, text=flow.both("Света нет."), by=leader)
    address, medical = page("report-findings", report_id=new), page("report-amend", report_id=new, finding_id=medical)
    told = text(sign_in(client, leader).get(address))
    assert "Света нет." in told and "As it was issued first" in told and "Света мало." in told
    assert medical not in told and "Only the doctor of the delegation" in told and client.get(medical).status_code == 409
    assert medical in text(sign_in(Client(), doctor).get(address))


def test_versions_are_compared_by_sight_and_by_ear_and_only_where_both_may_be_read(client):
    old = flow.issued()
    sign_in(client, leader)
    assert client.get(page("report-compare", report_id=old)).status_code == 404
    visit = queries.report(old, by=leader).visit_id
    new = services.correct_report(report_id=old, changes=flow.both("Исправлено <b>одно</b> слово."), by=secretary).value
    services.amend_finding(report_id=new, finding_id=findings(visit, by=leader)[0].id, text=flow.both("Стало иначе."), by=leader)
    shown = text(client.get(page("report-compare", report_id=new)))
    assert "<del>" in shown and "[removed: " in shown and "[added: " in shown and "+</span>Стало иначе" in shown and "<b>" not in shown
    assert "Versions compared" in text(client.get(page("report", report_id=old)))
    client.cookies["language"] = "kk"
    assert '<option value="kk" selected>' in text(client.get(page("report-compare", report_id=new))), "it begins in the reader's own language"
    client.cookies["language"] = "en"
    turned = text(client.get(page("report-compare", report_id=old), {"before": new, "after": old, "whole": "on", "language": "kk"}))
    assert "the same" in turned
    refused = client.get(page("report-compare", report_id=new), {"before": new, "after": uuid4()})
    assert "[removed: " not in text(refused)
    sign_in(client, analyst)
    assert "Versions compared" not in text(client.get(page("report", report_id=old)))
    assert client.get(page("report-compare", report_id=old)).status_code == 404


def test_an_authority_s_form_goes_out_with_an_entry_comes_back_and_is_looked_through(client):
    report = flow.issued()
    sign_in(client, secretary)
    here = page("report-answers", report_id=report)
    assert "A form for the authority" in text(client.get(here)) and here in text(client.get(page("report", report_id=report)))
    before = len(exported("report"))
    given = client.post(here, {"authority": "lum-prison-service", "purpose": "authority"})
    assert "answers-v1-lum-prison-service" in given["Content-Disposition"] and len(exported("report")) == before + 1
    assert client.post(here, {"authority": "lum-nobody", "purpose": "authority"}).status_code == 422
    content = fill(given.content, {(1, 3): "принимаем", (1, 4): "<script>Закуплено.</script>"}, lambda paper: paper.add_paragraph("Вне клеток <b>"))
    there = page("report-answers-bring", report_id=report)
    brought = client.post(there, {"file": SimpleUploadedFile("x.docx", content), "received_on": timezone.localdate()})
    waits = client.get(brought["Location"])
    assert "Each row is tried" in text(waits) and "HX-Refresh" not in waits.headers and "name=\"number\"" not in text(waits)
    assert "are being tried already" in text(client.post(f"{brought['Location']}try/", follow=True))
    run(job_id=Job.objects.get(kind="report.answers-try").pk)
    shown = text(client.get(brought["Location"]))
    assert "1 answer can be recorded" in text(client.get(here)) and "Установить светильники в каждой камере." in shown
    assert "accepts" in shown and "&lt;script&gt;Закуплено." in shown and "Вне клеток &lt;b&gt;" in shown and "Record the chosen answers" in shown
    number = re.search(r'name="number" value="([^"]+)"', shown)[1]
    assert "tried again since you opened this page" in text(client.post(brought["Location"], {"number": number, "tried": uuid4()}, follow=True))
    mark = re.search(r'name="tried" value="([^"]+)"', shown)[1]
    assert "has said so far" not in shown
    told = text(client.post(brought["Location"], {"number": number, "tried": mark}, follow=True))
    assert "1 answer was recorded from it" in text(client.get(here))
    assert "1 answer is recorded." in told and "This answer is recorded already." in told
    assert client.get(f"{brought['Location']}file/").content == content
    for sent, sentence in ((NO_PAGE, "The content of this file is none of these kinds"), (fill(content, {(0, 0): "другое"}), "belongs to no version of this report")):
        refused = client.post(there, {"file": SimpleUploadedFile("x.docx", sent), "received_on": timezone.localdate()})
        assert refused.status_code == 422 and sentence in text(refused)
    sign_in(client, leader)
    assert here not in text(client.get(page("report", report_id=report))) and client.get(here).status_code == 403
