"""The drawer of a figure: its sentence, what was checked of it, what differs, how to cite it, how not to misread it; at an address that stays."""

import re
from decimal import Decimal

import pytest

from tests import sourced
from tests.faces.portal.test_public_pages import page
from tests.faces.published import published
from tirek.foundation.jurisdictions import queries
from tirek.foundation.ledger.services import record
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import LANGUAGES
from tirek.insight.claims.models import Likeness, Source
from tirek.insight.publications.picture.misuse import misuses
from tirek.insight.publications.services import publish_documents

pytestmark = pytest.mark.django_db
__all__ = ["published"]


def plain(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text)).replace("\u202f", "").replace("\xa0", " ")


def test_a_total_that_does_not_follow_says_so_with_the_reading_and_the_smallest_changes(client, published):
    shown = plain(page(client, "/en/kz/facts/convicted-five-years/"))
    assert "Does not follow from the figures given" in shown and "13 + 15 + 8 + 47 + 30" in shown
    assert "113 instead of 160" in shown and "Which figure is right the text does not say." in shown
    assert "Every span of so many years was tried" in shown


def test_a_figure_that_adds_up_leads_to_its_check_on_the_document_s_page(client, published):
    shown = page(client, "/en/kz/facts/convicted-2020-2022/")
    assert "Adds up" in shown
    address = re.search(r'href="(/en/documents/004/editions/1/)#(check-\d+)"', shown)
    assert f'id="{address[2]}"' in page(client, address[1])


def test_what_differs_is_named_by_its_dimension_and_never_reconciled(client, published):
    shown = plain(page(client, "/en/kz/facts/investigation-exclusive/"))
    assert "Differs in: another document and another speaker." in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_a_citation_in_four_languages_with_the_address_of_its_edition(client, published, language):
    shown = page(client, f"/{language}/kz/facts/registered-2023/")
    for code in LANGUAGE_NAMES:
        assert f"http://testserver/{code}/kz/facts/registered-2023/editions/1/" in shown
    assert page(client, f"/{language}/kz/facts/registered-2023/editions/1/")
    assert client.get(f"/{language}/kz/facts/registered-2023/editions/2/").status_code == 404


def test_every_unit_of_the_packs_has_its_own_words_of_misuse(client, published):
    told = misuses()
    for fact in (each for code in ("kz", "kg") for each in queries.facts(code) if each.value is not None):
        assert {f"{fact.country}/{fact.series}", fact.unit} & set(told) or fact.unit in {"agencies", "languages"}, fact.unit
    shown = plain(page(client, "/en/kz/facts/registered-2023/"))
    assert "Cases are not complaints" in shown and "Do not compare figures before 2023 with those since" in shown


def test_a_check_that_reaches_across_a_break_says_that_it_tells_of_no_change(client, published):
    words = "it says nothing about a change"
    assert words in page(client, "/en/kz/facts/registered-2023/") and words not in page(client, "/en/kz/facts/convicted-five-years/")


def test_a_document_like_another_says_so_to_the_public_and_names_no_text_that_the_public_has_not(client, db):
    sourced.documents()
    sourced.editions()
    first, second = (Source.objects.get(code=code) for code in ("004", "002"))
    with record("source.added", by=SYSTEM):
        hidden = Source.objects.create(country="kz", title=first.title, kind="press", entered_by=SYSTEM.id)
    for other in (second, hidden):
        Likeness.objects.create(source=first, other=other, share=Decimal("0.4125"), longest="")
    assert publish_documents(by=SYSTEM).value == 1
    shown = plain(page(client, "/en/documents/004/"))
    assert shown.count("41% of this text stands there too") == 1 and "Likeness to other texts" in shown
    assert "Likeness to other texts" not in page(client, "/en/documents/004/editions/1/")
    assert "Likeness to other texts" not in page(client, "/en/documents/002/")


@pytest.mark.parametrize("address", ["/kz/", "/kz/picture/", "/kz/facts/video-not-everywhere/", "/kz/stations/video/"])
def test_words_of_a_source_in_another_language_are_said_to_be_translated(client, published, address):
    assert "are translated here by Tirek" in page(client, f"/en{address}") and "переведены в Tirek" not in page(client, f"/ru{address}")


def test_a_citation_marks_words_that_are_translated(client, published):
    shown = page(client, "/en/kz/facts/video-not-everywhere/")
    assert "“Installed, but not everywhere” [translated]" in shown and "[перевод]" not in shown and "[аударма]" in shown
    assert "[translated]" not in page(client, "/en/kz/facts/terminals/")
