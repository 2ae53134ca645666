"""A figure followed in a real browser: from the start page to the country's picture, to its sentence, its check, and the document it stands in."""

import pytest

from tests.browser.screens import languages
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.claims.services import load_documents
from tirek.insight.publications.services import publish_documents, publish_pictures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURE = {"ru": "В картине страны", "kk": "Елдің көрінісінде", "ky": "Өлкөнүн көрүнүшүндө", "en": "In the country's picture"}
CITE = {"ru": "Как сослаться", "kk": "Сілтеме жасау үшін", "ky": "Шилтеме берүү үчүн", "en": "To cite it"}


@languages("kk")
def test_a_figure_is_followed_from_the_start_page_to_its_sentence_and_its_check(walk, language):
    load_documents(by=SYSTEM)
    publish_documents(by=SYSTEM)
    publish_pictures(by=SYSTEM)
    person = walk(width=390, scripts=False)
    person.open(f"/{language}/kz/")
    person.page.locator(".chain-complaint .station").nth(4).get_by_role("link", name=PICTURE[language]).click()
    assert person.page.url.endswith(f"/{language}/kz/picture/#convicted")
    person.page.locator("#sentences").locator("..").locator(".told a", has_text="160").click()
    assert "160 должностных лиц" in person.page.locator("mark").inner_text()
    assert "113" in person.page.locator(".one-check .calculation", has_text="13 + 15 + 8 + 47 + 30").inner_text()
    person.see(CITE[language])
    assert person.sideways() == 0
    person.go(person.page.locator(".one-check", has_text="13 + 15 + 8 + 47 + 30").get_by_role("link"))
    assert "/documents/004/editions/1/#check-" in person.page.url
    assert person.page.locator(person.page.url[person.page.url.index("#") :]).count() == 1
    with person.page.expect_download() as taken:
        person.open(f"/{language}/kz/picture/")
        person.page.get_by_role("link", name="PNG", exact=True).first.click()
    assert taken.value.suggested_filename == "kz-registered-1.png"
    assert person.context.cookies() == []
