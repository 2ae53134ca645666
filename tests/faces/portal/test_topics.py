"""Topics in public: open to everybody without a cookie, quotes word for word with a way to their document, both sides alike, countries apart."""

import re
from html import unescape

import pytest

from tests.insight.topics_of_the_record import loaded, whole_record
from tirek.foundation.jurisdictions.queries import topics as told_topics

__all__ = ["loaded", "whole_record"]
pytestmark = pytest.mark.django_db


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    return unescape(answer.content.decode())


def test_every_topic_opens_with_its_lists_and_quotes_word_for_word(client, loaded):
    for country in ("kz", "kg"):
        listed = page(client, f"/en/{country}/topics/")
        for topic in told_topics(country):
            assert f"/en/{country}/topics/{topic.id}/" in listed
            shown = page(client, f"/en/{country}/topics/{topic.id}/")
            assert shown.index("What the sources agree on") < shown.index("Where they differ") < shown.index("What none of these sources tells") < shown.index('class="side"')
            for one in topic.statements:
                assert one.quote in shown


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_a_topic_stands_in_every_language_with_its_quotes_in_the_language_of_the_source(client, loaded, language):
    topic = told_topics("kz")[0]
    shown = page(client, f"/{language}/kz/topics/{topic.id}/")
    assert topic.question.in_(language) in shown
    assert '<blockquote lang="ru">' in shown


def test_a_quote_leads_to_the_figure_or_the_words_on_the_page_of_its_document(client, loaded):
    shown = page(client, "/en/kz/topics/video/")
    number = re.search(r'href="/en/documents/004/editions/1/#figure-(\d+)"', shown)[1]
    assert f'id="figure-{number}"' in page(client, "/en/documents/004/editions/1/")
    assert "/en/documents/003/editions/1/#:~:text=" in shown


def test_every_statement_of_a_topic_is_told_in_one_and_the_same_form(client, loaded):
    shown = page(client, "/en/kz/topics/video/")
    assert len(set(re.findall(r'<article class="([^"]+)"', shown))) == 1


def test_a_reader_who_does_not_ask_meets_no_other_country(client, loaded):
    for topic in told_topics("kz"):
        shown = page(client, f"/en/kz/topics/{topic.id}/")
        assert "/documents/001/" not in shown and "Kyrgyz" not in shown
    with_beside = [each for each in told_topics("kz") if each.beside]
    for topic in with_beside:
        assert "nothing here is compared" in page(client, f"/en/kz/topics/{topic.id}/beside/")


def test_a_sheet_has_every_quote_and_a_place_for_every_speaker_to_sign(client, loaded):
    shown = page(client, "/en/kz/topics/video/sheet/")
    assert shown.count("Name, office, date, signature") == 2
    assert "Сплошное видеонаблюдение в тюрьмах" in shown


def test_what_is_not_published_and_the_invented_country_are_not_there(client, loaded):
    for address in ("/en/kz/topics/nothing/", "/en/kz/topics/video/editions/7/", "/en/demo/topics/", "/en/zz/topics/", "/en/kz/topics/video/beside/", "/en/kz/topics/inevitability/editions/2/", "/en/kg/topics/video/"):
        assert client.get(address).status_code == 404


def test_what_a_document_of_the_record_says_of_a_break_is_not_called_unverified(client, loaded):
    for key in ("break-of-2023", "fall-of-registrations", "who-investigates"):
        shown = page(client, f"/en/kz/topics/{key}/")
        assert "A break in the series" in shown and "not verified against the source" not in shown, key
