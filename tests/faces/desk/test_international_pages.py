"""The pages of international bodies: a report comes in as DOCX or PDF, two bad rows lose nothing, and who may not read a report is shown its steps alone."""

import re
from datetime import date
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import world
from tests.access.rows_international import docx
from tests.accounts import sign_in
from tests.followup.international import making
from tests.followup.recommendations import making as national
from tests.foundation.sheets.bringing import ended, no_step, told
from tests.insight.claims.papers import pdf
from tests.people import head, leader, member, secretary
from tirek.followup.international import queries, services
from tirek.foundation.sheets import services as sheets
from tirek.foundation.sheets.models import Sheet
from tirek.insight.publications.bodies import content
from tirek.insight.publications.services import publish_bodies
from tirek.insight.publications.services.bodies import sign_of
from tirek.records.visits import queries as visits

pytestmark = pytest.mark.django_db
PAGE = """#set page(numbering: none)
III. What the delegation saw

41. Cells were dark.

42. The Council recommends that lamps be put up before the winter.

43. The Council recommends that registers be kept.
"""


@pytest.fixture
def visit():
    return world.concluded(world.prison(), world.members())


@pytest.fixture
def report(visit):
    return making.report(making.review())


def text_of(answer):
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def brought(client, report, file, language="en"):
    """The page of a file that was brought in: its address and text."""
    sent = SimpleUploadedFile("report", file)
    answer = client.post(reverse("desk:international-document-new", args=[report]), {"file": sent, "language": language}, follow=True)
    return answer.request["PATH_INFO"], text_of(answer)


def entered(by):
    """The newest sheet after its trial was entered: what its rows did."""
    sheet = Sheet.objects.get().pk
    sheets.try_rows(sheet_id=sheet, by=by, step=no_step)
    ended(sheet)
    sheets.apply_sheet(sheet_id=sheet, by=by)
    sheets.apply_rows(sheet_id=sheet, by=by, step=no_step)
    return told(sheet, by)


def test_a_word_document_comes_in_by_the_paragraphs_that_a_person_chose(client, report):
    sign_in(client, secretary)
    address, page = brought(client, report, docx().content)
    assert "2 numbered paragraphs" in page and page.count("checked") == 2
    answer = client.post(address, {"chosen": ["1"]})
    assert answer.status_code == 302 and "/sheets/" in answer.url
    assert entered(secretary) == [(2, "made", [])]
    assert [(each.number, each.text.in_("en")) for each in queries.paragraphs(report, by=head)] == [("2", "Registers should be kept.")]


def test_a_pdf_with_text_comes_in_and_bad_rows_lose_nothing(client, report, tmp_path):
    making.paragraph(report, number="43", text="Вести журналы.")
    sign_in(client, secretary)
    address, page = brought(client, report, pdf(tmp_path, PAGE))
    assert "3 numbered paragraphs" in page and page.count("checked") == 2 and "What the delegation saw" not in page
    assert client.post(address, {}).status_code == 422
    client.post(address, {"chosen": ["1", "2"]})
    assert [would for _number, would, _codes in entered(secretary)] == ["made", "changed"]
    lines = {each.number: each.text for each in queries.paragraphs(report, by=head)}
    assert lines["43"].in_("ru") == "Вести журналы." and lines["43"].in_("en") and "before the winter" in lines["42"].in_("en")


def test_a_file_without_numbered_paragraphs_says_what_to_do_instead(client, report, tmp_path):
    sign_in(client, secretary)
    address, page = brought(client, report, pdf(tmp_path, "Nothing here is numbered at all, it is one sentence."))
    assert address.endswith("/document/") and "Bring the recommendations in as a table instead" in page


def test_who_may_not_read_a_report_sees_its_steps_and_none_of_its_words(client, visit):
    hidden = making.report(making.review(2023), symbol="CV/LUM/2", state="confidential", on=date(2023, 4, 6))
    making.paragraph(hidden, number="31", text="О чём не все читают.")
    for who, reads in ((secretary, True), (member, False)):
        sign_in(client, who)
        page = text_of(client.get(reverse("desk:international-report", args=[hidden])))
        assert "confidential to the State" in page and ("О чём не все читают" in page) is reads
        row = text_of(client.get(reverse("desk:international"))).split("CV/LUM/2")[1]
        assert ("1</td>" in row or ">1<" in row) is reads


def test_a_step_is_entered_with_its_source_and_its_page_then_offers_no_other(client, visit):
    hidden = making.report(making.review(2023), symbol="CV/LUM/2", state="confidential", on=date(2023, 4, 6))
    sign_in(client, secretary)
    address = reverse("desk:international-step", args=[hidden])
    asked = {"state": "public", "on": "2025-04-07", "source": ""}
    assert client.post(address, asked).status_code == 422
    assert client.post(address, {**asked, "source": "Страница Совета"}).status_code == 302
    page = text_of(client.get(reverse("desk:international-report", args=[hidden])))
    assert "Source: Страница Совета" in page and address not in page
    assert client.get(address).status_code == 409


def test_a_thread_asks_as_often_for_many_links_as_for_few(client, visit):
    old = making.old()
    new = making.paragraph(making.report(making.review(2023), symbol="CV/LUM/2", on=date(2025, 4, 7)), number="31")
    making.link(new, earlier_id=old)
    national.issued(visit, number="Р-1")
    first, second = visits.findings(visit, by=leader)
    making.link(new, number="Р-1-1")
    making.link(new, finding_id=first.id)
    sign_in(client, leader)
    address = reverse("desk:international-thread", args=[new])

    def cost():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    cost()
    few = cost()
    national.issued(visit, number="Р-2", text=national.words("Покрасить камеры."))
    making.link(new, number="Р-2-1")
    making.link(new, finding_id=second.id)
    making.link(old, finding_id=second.id)
    assert cost() == few <= 30


def test_what_would_be_published_is_asked_as_often_for_many_recommendations_as_for_few(client, report):
    making.paragraph(report)
    sign_in(client, secretary)
    address = reverse("desk:international-publish")

    def cost():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    cost()
    few = cost()
    for number in ("46", "47", "48"):
        making.paragraph(report, number=number)
    assert cost() == few <= 30


def test_an_edition_names_its_parts_in_the_readers_words(client, report):
    making.paragraph(report)
    publish_bodies(country="demo", by=secretary, seen=sign_of(content("demo")))
    sign_in(client, secretary)
    client.cookies["language"] = "ru"
    shown = client.get(reverse("desk:publication-edition", args=["bodies", "country", 1])).content.decode()
    ways = re.findall(r"<dt>(.*?)</dt>", shown)
    assert "рекомендация 1 › текст (Русский)" in ways and not [way for way in ways if re.search(r"[a-z]{3}", way) and "(Русский)" in way]


def test_a_link_is_taken_back_on_the_page(client, visit):
    old = making.old()
    national.issued(visit)
    link = making.link(old, number="Р-1-1")
    sign_in(client, leader)
    client.post(reverse("desk:international-link-take-back", args=[old, link]))
    assert "Р-1-1" not in text_of(client.get(reverse("desk:international-thread", args=[old])))


def test_an_earlier_one_can_be_looked_for_where_the_first_day_of_a_mission_is_not_known(client, visit):
    made = making.paragraph(making.report(making.review(2016, first_day=None, last_day=None)))
    sign_in(client, leader)
    assert client.get(reverse("desk:international-link-earlier", args=[made])).status_code == 200


def test_a_finding_tells_on_its_page_what_it_bears_on_to_those_who_read_both(client, visit):
    made = making.new()
    finding = visits.findings(visit, by=leader)[0]
    making.named(queries.thread(made, by=head, today=date.today()).parts[0].paragraph.report_id, leader)
    making.link(made, finding_id=finding.id)
    page = reverse("desk:visit-findings", args=[visit])
    sign_in(client, leader)
    assert "CV/LUM/2, paragraph 31" in text_of(client.get(page, headers={"accept-language": "en"}))
    sign_in(client, member)
    assert "CV/LUM/2" not in text_of(client.get(page, headers={"accept-language": "en"}))


def test_what_was_entered_wrongly_is_put_right_on_its_page_with_what_stood_before(client, visit):
    made = making.review(2016)
    report = making.report(made, state="confidential", on=date(2019, 2, 7))
    sign_in(client, secretary)
    address = reverse("desk:international-mend", args=["review", made])
    assert address in client.get(reverse("desk:international-review", args=[made])).content.decode()
    form = client.get(address).context["form"]
    sent = {"procedure": "regional", "year": "2017", "first_day": "2017-09-20", "last_day": "", "body_ru": "Совет посещений", "name_ru": "Визит 2017", "reason": "Опечатка."}
    assert form["year"].value() == 2016 and client.post(address, {**sent, "reason": ""}).status_code == 422
    told = text_of(client.post(address, sent, follow=True))
    assert all(each in told for each in ("Визит 2017", "Опечатка.", "Визит Совета посещений, 2016"))
    (step,) = queries.report(report, by=head).steps
    address = reverse("desk:international-mend", args=["step", step.id])
    assert address in client.get(reverse("desk:international-report", args=[report])).content.decode()
    told = text_of(client.post(address, {"on": "2019-03-07", "source": making.SOURCE, "reason": "Не тот день."}, follow=True))
    assert "Не тот день." in told and queries.report(report, by=head).steps[0].on == date(2019, 3, 7)


def test_title_and_symbol_of_a_report_are_put_right_on_its_page(client, visit):
    report = making.report(making.review(2016), symbol="CV/LUM/9")
    sign_in(client, secretary)
    address = reverse("desk:international-mend", args=["report", report])
    assert address in client.get(reverse("desk:international-report", args=[report])).content.decode()
    form = client.get(address).context["form"]
    assert form["symbol"].value() == "CV/LUM/9"
    told = text_of(client.post(address, {"title_ru": "Доклад о визите", "symbol": "CV/LUM/8", "dated": "2017-03-01", "reason": "Опечатка."}, follow=True))
    assert all(each in told for each in ("CV/LUM/8", "Доклад о визите", "CV/LUM/9", "Опечатка."))


def test_what_is_due_and_a_contact_are_put_right_beside_what_stood_before(client, visit):
    due = services.enter_due(country="demo", procedure="cat", name=making.words("Доклад"), due_on=date(2026, 5, 1), source="Письмо Комитета", by=head).value
    contact = services.enter_contact(country="demo", contacted_on=date(2026, 1, 5), way="letter", text="О доступе.", by=head).value
    sign_in(client, head)
    sent = {"procedure": "cat", "name_ru": "Доклад", "due_on": "2026-06-01", "source": "Письмо Комитета", "reason": "День прочитан неверно."}
    assert "past by" in text_of(client.get(reverse("desk:international-calendar"), headers={"accept-language": "en"}))
    assert "День прочитан неверно." in text_of(client.post(reverse("desk:international-mend", args=["due", due]), sent, follow=True))
    sent = {"contacted_on": "2026-01-05", "way": "call", "text": "О доступе в места.", "reason": "Это был звонок."}
    told = text_of(client.post(reverse("desk:international-mend", args=["contact", contact]), sent, follow=True))
    assert all(each in told for each in ("Это был звонок.", "О доступе.", "О доступе в места."))
    sign_in(client, secretary)
    assert client.get(reverse("desk:international-mend", args=["contact", contact])).status_code == 404
