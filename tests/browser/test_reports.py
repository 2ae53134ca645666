"""Reports in a real browser: every page on every screen in four languages, and the way from the draft to the issue by what people see."""

import pytest
from django.test import Client
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.browser.screens import screens
from tests.insight.reports import flow
from tests.insight.reports.test_answers_brought import fill
from tests.people import analyst, doctor, leader, member, secretary
from tirek.followup.recommendations.queries import visit_recommendations
from tirek.foundation.files.services import NewFile
from tirek.foundation.jobs.services import run
from tirek.insight.reports import queries, services
from tirek.insight.reports.answers.trying import try_rows
from tirek.records.visits import services as visits
from tirek.records.visits.queries import findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def enter(walk):
    """A walker signed in as a person, reading a language."""

    def start(who, language="en", **options):
        walker = walk(**options)
        signed = sign_in(Client(), who)
        walker.base = walker.base.replace("127.0.0.1", "localhost")
        cookies = {"sessionid": signed.cookies["sessionid"].value, "language": language}
        walker.context.add_cookies([{"name": name, "value": value, "url": walker.base} for name, value in cookies.items()])
        return walker

    return start


@pytest.fixture
def reports():
    """A draft with a passage, one laid for signature with documents and an opinion, one issued with a correction under way."""
    place, team = world.prison(), world.members()
    draft = services.draft_report(visit_id=world.concluded(place, team), by=leader).value
    services.edit_report(report_id=draft, summary=flow.both("По словам Сериков А.Б. света нет."), revision=1, by=leader)
    laid = flow.for_signature(world.concluded(place, team))
    services.add_dissent(report_id=laid, text=flow.both("Считаю первое замечание менее серьёзным."), by=member)
    services.make_documents(report_id=laid, by=leader)
    corrected = world.concluded(place, team)
    flow.recommend(corrected)
    issued = flow.issued(corrected)
    correction = services.correct_report(report_id=issued, changes=flow.both("Исправлена опечатка."), by=secretary).value
    return {"draft": draft, "laid": laid, "issued": issued, "correction": correction, "bare": world.concluded(place, team)}


def pages(made):
    laid, correction = made["laid"], made["correction"]
    signer = queries.report(laid, by=leader).signatures[1].member_id
    visit = queries.report(correction, by=leader).visit_id
    finding, advised = findings(visit, by=leader)[0].id, visit_recommendations(visit, by=leader, today=timezone.localdate())[0].id
    return [
        "reports/", f"reports/{made['draft']}/", f"reports/{made['draft']}/edit/", f"reports/{made['draft']}/passages/",
        f"reports/{made['draft']}/documents/", f"reports/{laid}/", f"reports/{laid}/text/", f"reports/{laid}/text/?in=en",
        f"reports/{laid}/documents/", f"reports/{laid}/sign/", f"reports/{laid}/signatures/{signer}/", f"reports/{laid}/return/",
        f"reports/{laid}/dissent/", f"reports/{made['issued']}/", f"reports/{correction}/", f"reports/{correction}/compare/?whole=on", f"reports/{correction}/findings/",
        f"reports/{correction}/findings/{finding}/", f"reports/{correction}/recommendations/", f"reports/{correction}/recommendations/add/",
        f"reports/{correction}/recommendations/{advised}/", f"visits/{made['bare']}/report/",
    ]  # fmt: skip


@screens((1280, "light", "ru"), (390, "dark", "kk"), (1920, "dark", "en"))
def test_every_page_of_the_reports_reads_on_every_screen(enter, reports, width, scheme, language):
    person = enter(leader, language, width=width, scheme=scheme)
    for page in pages(reports):
        assert person.open(f"/desk/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page
    office = enter(secretary, language, width=width, scheme=scheme)
    for page in [*answer_pages(reports["issued"]), *public_pages(reports["issued"])]:
        assert office.open(f"/desk/{page}") == 200, page
        office.must_be_accessible()
        assert office.sideways() == 0, page


def answer_pages(report):
    """Where forms for answers go out and come back."""
    content = fill(queries.answer_form_of(report, "lum-prison-service", by=secretary), {(1, 3): "исполнено", (1, 4): "По словам Сериков А.Б. готово."})
    file = NewFile(content, "answers.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    sheet = services.bring_answers(report_id=report, file=file, received_on=timezone.localdate(), by=secretary).value
    try_rows(sheet_id=sheet, by=secretary, step=lambda done, total, words: None)
    waiting = services.bring_answers(report_id=report, file=file, received_on=timezone.localdate(), by=secretary).value
    return [f"reports/{report}/answers/", *(f"reports/{report}/answers/{each}/" for each in (sheet, waiting))]


def public_pages(report):
    """Where the public edition is marked, and shown as it will be printed."""
    services.begin_public_copy(report_id=report, by=secretary)
    services.black_out(report_id=report, words="камере", ground="person", by=secretary)
    services.record_papers(report_id=report, sent_on=timezone.localdate(), by=secretary)
    return [f"reports/{report}/public/", f"reports/{report}/public/?in=kk", f"reports/{report}/public/shown/"]


@pytest.mark.trial
def test_a_report_goes_from_the_draft_to_the_issue_by_what_people_see(enter):
    visit = flow.visit()
    author = enter(leader)
    author.open(f"/desk/visits/{visit}/report/")
    author.press("Draft the report")
    author.press("Write the summary")
    author.write("Русский", "Условия стали лучше, но света мало.")
    author.write("Қазақша", "Жағдай жақсарды, бірақ жарық аз.")
    author.press("Save the summary")
    author.see("The summary is saved.")
    author.press("Hand it in for review")
    author.see("in review")
    address = author.page.url.removeprefix(author.base)

    office = enter(secretary)
    office.open(address)
    office.page.get_by_role("radio", name="to review or edit the report").check()
    office.press("Go on")
    office.press("Approve for signature")
    office.see("Условия стали лучше, но света мало.")
    office.press("Approve the text")
    office.see("The text is frozen and laid for signature.")

    for who in (leader, member, doctor):
        signer = enter(who)
        signer.open(address)
        signer.press("Text")
        signer.see("Что установлено")
        signer.press("Overview")
        signer.press("Sign")
        signer.press("Sign")
        signer.see("Your signature is recorded.")

    office.open(address)
    office.press("Issue the report")
    office.press("Issue the report")
    office.see("The report is issued.")
    office.see("Report No. 1/")
    office.press("Documents")
    office.see("Making the documents")
    run(job_id=queries.report_of_visit(visit, by=secretary).documents_job)  # the worker's turn
    office.press("Documents")
    office.page.get_by_label("What the file is for").select_option("check")
    with office.page.expect_download() as download:
        office.press("Take the document away")
    assert download.value.suggested_filename.endswith("-ru-kk-demonstration.pdf")

    reader = enter(analyst, "ru", width=390)
    reader.open(address)
    reader.must_be_accessible()


def test_a_correction_rewords_and_adds_a_recommendation_by_what_people_see(enter, reports):
    author = enter(leader)
    author.open(f"/desk/reports/{reports['correction']}/")
    author.press("Reword or add recommendations")
    author.press("Write other words")
    author.page.get_by_label("Русский").first.fill("Установить по два светильника в каждой камере.")
    author.page.get_by_label("Қазақша").first.fill("Әр камераға екі шамнан орнату.")
    author.press("Save these words")
    author.see("The words in force hold until it is issued.")
    author.press("Add a recommendation")
    author.page.get_by_label("Русский").first.fill("Вести журнал освещения.")
    author.page.get_by_role("checkbox").first.check()
    author.press("Add it to the correction")
    author.see("Its time limit begins when the correction is issued.")
    author.must_be_accessible()
    author.press("Overview")
    author.see("Put in other words")
    author.see(f"1/{timezone.localdate().year}-1")


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ky"])
def test_the_table_of_signatures_fits_its_place_on_a_desk_s_screen(enter, language):
    report = flow.for_signature()
    services.sign(report_id=report, by=leader)
    line = queries.report(report, by=leader).signatures[1]
    sheet = NewFile(content=b"%PDF-1.7 a sheet", name="sheet.pdf", media_type="application/pdf")
    services.attach_signature_file(report_id=report, member_id=line.member_id, signed_on=timezone.localdate(), by=leader, file=sheet)
    office = enter(secretary, language, width=1280)
    office.open(f"/desk/reports/{report}/")
    office.page.locator("input[name=purpose]").first.check()
    office.go(office.page.locator("main form button").last)
    cut = "[...document.querySelectorAll('main table')].filter(each => each.scrollWidth > each.parentElement.clientWidth).length"
    assert office.page.locator("main table").count() == 1 and office.page.evaluate(cut) == 0


def test_two_who_sign_at_once_are_both_told_clearly(enter):
    report = flow.for_signature()
    here, there = enter(leader), enter(leader)
    for person in (here, there):
        person.open(f"/desk/reports/{report}/sign/")
    here.press("Sign")
    here.see("Your signature is recorded.")
    there.press("Sign")
    there.see("You have signed this report already.")


def test_a_text_that_changed_meanwhile_is_not_signed_by_mistake(enter):
    report = flow.for_signature()
    signer = enter(member)
    signer.open(f"/desk/reports/{report}/sign/")
    services.return_to_draft(report_id=report, reason="дописать", by=leader)
    services.edit_report(report_id=report, summary=flow.both("Другая сводка."), revision=2, by=leader)
    services.submit(report_id=report, by=leader)
    services.approve(report_id=report, by=secretary)
    signer.press("Sign")
    signer.see("The text has changed since you opened the page.")
    assert all(each.state == "awaited" for each in queries.report(report, by=leader).signatures)


def test_a_text_that_changed_meanwhile_is_not_approved_by_mistake(enter):
    visit = flow.visit()
    report = flow.in_review(visit)
    reviewer = enter(secretary)
    reviewer.open(f"/desk/reports/{report}/approve/")
    reviewer.page.get_by_role("radio", name="to review or edit the report").check()
    reviewer.press("Go on")
    reviewer.see("What you approve")
    reviewer.must_be_accessible()
    visits.add_finding(visit_id=visit, seen=world.seen("Прогулок нет вовсе."), by=leader)
    reviewer.press("Approve the text")
    reviewer.see("it is not approved")
    reviewer.see("Прогулок нет вовсе.")
    assert queries.report(report, by=leader).state == "in_review"
    reviewer.press("Approve the text")
    reviewer.see("The text is frozen and laid for signature.")


def test_a_draft_written_without_scripts_keeps_what_was_typed_after_a_colleague_saved(enter):
    report = flow.drafted()
    person = enter(leader, scripts=False)
    person.open(f"/desk/reports/{report}/edit/")
    services.edit_report(report_id=report, summary=flow.both("Текст врача."), revision=2, by=doctor)
    person.write("Русский", "Текст руководителя.")
    person.press("Save the summary")
    person.see("Somebody else has changed this report")
    person.see("Текст врача.")
    assert person.page.get_by_label("Русский").first.input_value() == "Текст руководителя."
