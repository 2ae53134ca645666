"""The country's picture: small, without a script's help, each figure one click from its sentence, nothing computed across a break."""

import json
import re

import pytest
from django.urls import reverse

from tests.faces.portal.test_public_pages import COUNTRIES, page
from tests.faces.published import published
from tirek.foundation.jurisdictions import queries
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import LANGUAGES
from tirek.insight.publications.models import Edition
from tirek.insight.publications.queries import picture
from tirek.insight.publications.services import freeze, publish_pictures
from tirek.insight.publications.services.pictures import follow

pytestmark = pytest.mark.django_db
LARGEST = 60_000
__all__ = ["published"]


def test_the_page_is_under_sixty_kilobytes_in_every_language(client, published):
    for country in COUNTRIES:
        for language in LANGUAGES:
            shown = page(client, f"/{language}/{country}/picture/")
            assert len(shown.encode()) < LARGEST, (country, language, len(shown.encode()))
            assert "<script" not in re.sub(r"<script src=[^>]+></script>", "", shown)


def test_every_fact_of_the_packs_stands_on_it_once_and_opens_its_sentence(client, published):
    for country in COUNTRIES:
        shown = page(client, f"/en/{country}/picture/")
        linked = re.findall(rf'href="/en/{country}/facts/([^/"]+)/"', shown)
        assert sorted(linked) == sorted(fact.id for fact in queries.facts(country))


def test_the_break_is_drawn_and_explained_and_no_change_is_computed_across_it(client, published):
    shown = page(client, "/en/kz/picture/")
    section = shown.partition('id="registered"')[2].partition("<h2")[0]
    assert "stroke-dasharray" in section and "No change is computed" in section and "2019–2022" in section and "2023–2024" in section
    assert "%" not in re.sub(r'="[^"]*"', "", section)


def test_counts_of_different_things_stand_apart_and_are_never_drawn(client, published):
    section = page(client, "/en/kz/picture/").partition('id="funnel"')[2].partition("<h2")[0]
    titles = re.findall(r"<h3>(.*?)</h3>", section)
    assert titles == ["complaints", "cases", "the document does not say what is counted", "statements", "decisions", "court sentences", "persons"]
    assert "<svg" not in section


def test_a_checked_figure_says_what_was_found(client, published):
    section = page(client, "/en/kz/picture/").partition('id="sentences"')[2].partition("<h2")[0]
    told = next(each for each in section.split('class="told"') if "convicted-five-years" in each)
    assert "does not follow from the figures given" in told


def test_what_does_not_belong_to_a_whole_puts_no_mark_on_the_wholes_own_number(client, published):
    figures = picture("kz").figures
    assert "does_not_follow" in figures["places-children"].verdicts and figures["places-convicted"].verdicts == ("holds",)
    marks = dict(re.findall(r">(34 842|30)<sup>([=≠])", page(client, "/en/documents/003/")))
    assert marks == {"34 842": "=", "30": "≠"}


def test_an_earlier_edition_stays_as_it_was(client, published):
    assert publish_pictures(by=SYSTEM).value == 0
    row = Edition.objects.get(kind="picture", country="kz")
    with record("editions.loaded", by=SYSTEM) as entry:
        freeze(kind="picture", country="kz", key="country", origin="sourced", body={**json.loads(row.body), "name": {"en": "K"}}, change="correction")
        entry.of(1)
    assert "This is an earlier edition" in page(client, "/en/kz/picture/editions/1/")
    assert "Kazakhstan in the documents" in page(client, "/en/kz/picture/editions/1/")
    newest = page(client, "/en/kz/picture/")
    assert "K in the documents" in newest and "a correction" in newest
    assert client.get("/en/kz/picture/editions/3/").status_code == 404


def test_the_picture_follows_a_document_that_is_published_again(client, published):
    document = Edition.objects.get(kind="document", key="004")
    body = json.loads(document.body)
    total = next(claim["id"] for claim in body["found"]["claims"] if claim["quote"] == "160")
    body["found"]["checks"] = [check for check in body["found"]["checks"] if total not in check["claims"]]
    with record("edition.corrected", by=SYSTEM, country="kz") as entry:
        freeze(kind="document", country="kz", key="004", origin="sourced", body=body, change="correction")
        follow("kz")
        entry.of(1)
    section = page(client, "/en/kz/picture/").partition('id="sentences"')[2].partition("<h2")[0]
    assert "does not follow" not in next(each for each in section.split('class="told"') if "convicted-five-years" in each)
    assert "13 + 15 + 8 + 47 + 30" in page(client, "/en/kz/facts/convicted-five-years/editions/1/")
    assert "13 + 15 + 8 + 47 + 30" not in page(client, "/en/kz/facts/convicted-five-years/")


def test_before_the_first_edition_the_page_tells_what_the_packs_hold(client):
    assert "1,357" in page(client, "/en/kz/picture/")


def test_the_invented_country_has_no_picture(client):
    assert client.get("/en/demo/picture/").status_code == 404 and client.get("/en/zz/picture/").status_code == 404


def test_the_stations_of_the_start_page_open_the_sections(client):
    shown = page(client, "/en/kz/")
    for section in ("registered", "convicted", "funnel", "investigation", "safeguards", "video", "terminals"):
        assert f'href="{reverse("portal:picture", args=["kz"]).replace("/kz/", "/en/kz/", 1)}#{section}"' in shown, section
    assert "not built yet" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_is_small_and_says_of_each_word_its_language(client, language):
    shown = page(client, f"/{language}/glossary/")
    assert len(shown.encode()) < LARGEST and all(shown.count(f'<span lang="{code}">') == len(queries.glossary()) for code in LANGUAGES)


def test_the_glossary_marks_words_that_a_native_speaker_has_to_confirm(client):
    shown = page(client, "/en/glossary/")
    assert shown.count("to be confirmed") == sum(len(term.native_check) for term in queries.glossary()) > 0
    assert 'lang="kk">ұлттық алдын алу тетігі<' in shown
