"""The pages of the sheet for a speech: ten figures with what they do not mean, freezing, printing, and looking a draft through."""

import io
import logging
import re
import zipfile

import pypdfium2 as pdfium
import pytest

from tests.accounts import sign_in
from tests.faces.desk.visiting import page, send
from tests.followup.recommendations.making import answer
from tests.insight.speeches import making
from tests.people import analyst, head, leader, secretary
from tirek.foundation.ledger.models import Entry
from tirek.insight.speeches.models import SpeechSheet

pytestmark = pytest.mark.django_db
SPOKEN = "We answered for 5 of 10 recommendations. 70 per cent of recommendations were answered. Secretword."


@pytest.fixture
def issued():
    return making.ten_issued()


@pytest.fixture
def year(issued):
    return making.year()


def counts_on(text):
    return re.search(r'name="counts" value="(\w+)"', text)[1]


def test_ten_figures_stand_with_denominator_day_and_what_they_do_not_mean(client, year):
    sign_in(client, secretary)
    status, text = page(client, "speech", year)
    assert status == 200 and text.count("What it does not mean") == 10 == text.count('class="speech-numbers"')
    assert "from 3 to 4 of 10" in text and "30.0% … 40.0%" in text and "5 of 10" in text
    assert "Nothing is frozen for this year yet" in text and "Freeze these figures" not in text, "the secretary does not freeze"


def test_the_head_freezes_what_the_page_shows_and_finds_it_again(client, year):
    sign_in(client, head)
    counts = counts_on(page(client, "speech", year)[1])
    status, _text = send(client, "speech-freeze", year, counts=counts)
    made = SpeechSheet.objects.get()
    assert status == 302
    text = page(client, "speech-frozen", made.pk)[1]
    assert made.digest in text and "from 3 to 4 of 10" in text
    text = page(client, "speech", year)[1]
    assert "Version 1" in text and "Nothing has changed since the newest version" in text and "Freeze these figures" not in text
    assert "version 1" in send(client, "speech-freeze", year, counts=counts)[1], "the form sent twice tells what stands"


def test_what_changed_meanwhile_is_told_and_nothing_is_frozen(client, issued, year):
    sign_in(client, head)
    counts = counts_on(page(client, "speech", year)[1])
    answer(issued[8])
    status, text = send(client, "speech-freeze", year, counts=counts)
    assert status == 409 and "nothing was frozen" in text and not SpeechSheet.objects.exists()


def test_an_earlier_version_says_that_a_later_one_stands(client, issued, year):
    first = making.frozen()
    answer(issued[8])
    making.frozen()
    sign_in(client, analyst)
    text = page(client, "speech-frozen", first)[1]
    assert "A later version was frozen" in text and "5 of 10" in text


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_the_printed_sheet_holds_the_same_in_each_language(client, year, language):
    made = making.frozen()
    sign_in(client, secretary)
    pdf = client.get(f"/desk/speeches/frozen/{made}/{language}/pdf/")
    word = client.get(f"/desk/speeches/frozen/{made}/{language}/docx/")
    assert pdf.headers["Content-Disposition"] == f'attachment; filename="demonstration-speech-sheet-{year}-version-1-{language}.pdf"'
    printed = "".join(each.get_textpage().get_text_range() for each in pdfium.PdfDocument(pdf.content))
    written = zipfile.ZipFile(io.BytesIO(word.content)).read("word/document.xml").decode()
    digest = SpeechSheet.objects.get().digest
    for told in ({"ru": "Чего это не значит", "kk": "Бұл нені білдірмейді", "ky": "Бул эмнени билдирбейт", "en": "What it does not mean"}[language], digest):
        assert "".join(told.split()) in "".join(printed.split()) and told in written
    assert written.count("<w:tr>") + written.count("<w:tr ") == 11
    assert Entry.objects.filter(verb="speech-sheet.exported", subject=str(made)).count() == 2


def test_a_file_that_is_made_again_is_the_same(client, year):
    made = making.frozen()
    sign_in(client, secretary)
    first, second = (client.get(f"/desk/speeches/frozen/{made}/en/docx/").content for _each in range(2))
    assert first == second
    assert client.get(f"/desk/speeches/frozen/{made}/en/odt/").status_code == 404


def test_a_draft_is_marked_in_its_place_and_nothing_of_it_is_kept(client, year, caplog):
    made = making.frozen()
    sign_in(client, analyst)
    acts = Entry.objects.count()
    with caplog.at_level(logging.DEBUG):
        response = client.post(f"/desk/speeches/{year}/check/", {"text": SPOKEN})
    text = response.content.decode()
    assert response.status_code == 200 and "no-store" in response.headers["Cache-Control"]
    assert 'href="#said-1"' in text and "Differs from the record: 1" in re.sub(r"<[^>]+>|\s+", " ", text).replace("  ", " ")
    assert f"/desk/speeches/frozen/{made}/" in text and "50.0%" in text
    assert Entry.objects.count() == acts and "Secretword" not in caplog.text
    assert "Secretword" not in str(dict(client.session))


def test_a_refused_text_is_told_why_and_stands_in_the_form(client, year):
    sign_in(client, analyst)
    status, text = send(client, "speech-check", year, text="")
    assert status == 422 and "There is no text yet" in text
    status, text = send(client, "speech-check", year, text="слово " * 11_000)
    assert status == 422 and "60" in text and "слово" in text


def test_before_anything_is_frozen_the_page_says_what_to_do(client, year):
    sign_in(client, secretary)
    assert "No sheet is frozen yet" in page(client, "speech-check", year)[1]


def test_who_goes_on_visits_finds_no_sheet(client, year):
    made = making.frozen()
    sign_in(client, leader)
    assert [page(client, name, *args)[0] for name, args in (("speeches", ()), ("speech", (year,)), ("speech-check", (year,)), ("speech-frozen", (made,)))] == [403, 403, 403, 404]
    assert "Speech sheet" not in page(client, "home")[1]


@pytest.mark.parametrize("language", ["ru", "kk", "ky"])
def test_the_pages_open_in_every_language(client, year, language):
    made = making.frozen()
    sign_in(client, head)
    client.cookies["language"] = language
    assert page(client, "speech", year)[0] == page(client, "speech-frozen", made)[0] == send(client, "speech-check", year, text=SPOKEN)[0] == 200
