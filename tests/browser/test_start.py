"""The start page in a real browser: one picture in the reader's language, on a telephone, on one sheet of paper, one click from each sentence."""

import re

import pikepdf
import pytest

from tests.browser.screens import LANGUAGES, languages
from tirek.foundation.people.queries import demonstration_people
from tirek.project.demonstration.people import load_people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STATIONS = {"ru": "Посещение", "kk": "Бару", "ky": "Баруу", "en": "Visit"}
UNSTATED = {"ru": "год не указан", "kk": "жылы көрсетілмеген", "ky": "жылы көрсөтүлгөн эмес", "en": "year not stated"}


def stations(person):
    """Words, figures or sayings, and lines with year and document, of every station that the person sees."""
    return [one.inner_text().split("\n") for one in person.page.locator(".whole .station").all()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chain_is_one_picture_in_the_readers_language(walk, language):
    person = walk(locale=f"{language}-XX")
    person.open(f"/{language}/kz/")
    assert person.page.locator("figure.whole").count() == 1
    assert person.page.locator(".whole .chain").count() == 3
    seen = stations(person)
    assert len(seen) == 6 + 5 + 4
    assert STATIONS[language] in [one[0] for one in seen]
    text = person.page.locator(".whole").inner_text().replace("\u202f", " ").replace("\u00a0", " ").replace(",", " ")
    for figure in ("> 500", "1 357", "612", "> 45 000", "47", "850", "920", "193"):
        assert figure in text, figure
    assert UNSTATED[language] in text and "2017" in text and "2023" in text
    assert person.page.locator(".station-year").count() == 14  # of verification the documents say nothing


@pytest.mark.parametrize("country", ["kz", "kg"])
def test_it_prints_on_one_page_in_every_language(walk, country, tmp_path):
    person = walk()
    for language in LANGUAGES:
        person.open(f"/{language}/{country}/")
        path = tmp_path / f"{language}.pdf"
        person.page.pdf(path=path, prefer_css_page_size=True, print_background=True)
        with pikepdf.open(path) as paper:
            assert len(paper.pages) == 1, language


@languages("ru")
def test_it_fits_a_telephone(walk, language):
    person = walk(width=390)
    for country in ("kz", "kg"):
        person.open(f"/{language}/{country}/")
        assert person.sideways() == 0
        person.must_be_accessible()


def test_a_figure_opens_its_sentence_at_an_address_of_its_own(walk):
    person = walk(locale="en-GB")
    person.open("/en/kz/")
    person.page.get_by_role("link", name="612", exact=True).click()
    assert person.page.url.endswith("/en/kz/facts/terminals/")
    assert "612 электронных терминалов" in person.page.locator("mark").inner_text()
    person.see("year not stated")
    person.must_be_accessible()
    person.press("To the start page")
    assert person.page.locator("figure.whole").count() == 1


def test_a_station_opens_its_section_of_the_country_s_picture_or_its_room(walk):
    person = walk(locale="en-GB")
    person.open("/en/kz/")
    terminals = person.page.locator(".station", has=person.page.get_by_role("heading", name="Terminals"))
    place = person.page.locator(".station", has=person.page.get_by_role("heading", name="Place"))
    terminals.get_by_role("link", name="In the country's picture").click()
    assert person.page.url.endswith("/en/kz/picture/#terminals")
    person.open("/en/kz/")
    place.get_by_role("link", name="Open the room").click()
    assert "/accounts/login/" in person.page.url
    person.see("Sign in")


def test_every_safeguard_stands_by_its_name(walk):
    person = walk(locale="en-GB")
    person.open("/en/kz/")
    safeguards = person.page.locator(".station", has=person.page.get_by_role("heading", name="Four safeguards"))
    assert safeguards.get_by_role("listitem").count() == 4


@languages("ky")
def test_missions_and_mechanisms_are_read_in_every_language(walk, language):
    person = walk(width=390, locale=f"{language}-XX")
    for path in ("kz/missions/spt-2023/", "kz/missions/spt-2016/", "kz/mechanisms/", "kg/mechanisms/"):
        assert person.open(f"/{language}/{path}") == 200
        assert person.page.locator("html").get_attribute("lang") == language
        assert person.sideways() == 0
        person.must_be_accessible()


def test_the_country_is_chosen_in_the_header(walk):
    person = walk(locale="en-GB")
    person.open("/en/kz/")
    person.page.get_by_role("banner").get_by_role("link", name="Kyrgyzstan").click()
    assert person.page.url.endswith("/en/kg/")
    assert "612" not in person.page.locator("main").inner_text()


def test_each_person_of_the_demonstration_enters_with_one_click(walk):
    load_people()
    walker = walk(locale="en-GB")
    for person in demonstration_people():
        walker.context.clear_cookies()
        walker.open("/en/kz/")
        walker.press("Sign in as a person of the demonstration")
        walker.page.locator("form", has=walker.page.locator(f"[value='{person.id}']")).get_by_role("button").first.click()
        walker.page.wait_for_url(re.compile("/(desk|respond)/"))  # the people of an authority come to its own page
        walker.see(person.name)
