"""Topics in a browser: from the list to the quoted words in their document, the sheet to sign, and the analyst's pages, on every screen."""

import pytest

from tests.browser.screens import EACH, screens
from tests.browser.test_recommendations import enter
from tests.insight.claims.test_topics import both, seen
from tests.people import analyst
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.claims import services
from tirek.insight.publications import services as publishing

__all__ = ["enter"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.slow]
FIRST = (1280, "light", "ru")
OTHERS = [each for each in EACH if each != FIRST]
PUBLIC = ("", "video/", "fall-of-registrations/", "counts-2021-2022/", "roles/", "video/sheet/", "inevitability/beside/")


@pytest.fixture
def record(transactional_db):
    services.load_documents(by=SYSTEM)
    publishing.publish_documents(by=SYSTEM)
    services.load_topics(by=SYSTEM)
    publishing.publish_topics(by=SYSTEM)


@screens(FIRST, *OTHERS)
def test_every_page_of_the_questions_reads_on_every_screen(walk, record, width, scheme, language):
    person = walk(width=width, scheme=scheme)
    for path in PUBLIC:
        assert person.open(f"/{language}/kz/topics/{path}") == 200, path
        person.must_be_accessible()
        assert person.sideways() == 0, path


def test_a_reader_comes_from_the_first_page_to_the_words_in_their_document(walk, record):
    person = walk(width=1280)
    person.open("/en/kz/")
    person.page.get_by_role("link", name="What the sources agree on, where they differ").click()
    person.page.get_by_role("link", name="Are all places of detention under video surveillance?").click()
    card = person.page.locator("#cameras-004")
    assert "45 тысячами" in card.inner_text()
    card.get_by_role("link").first.click()
    assert "/documents/004/editions/1/#figure-" in person.page.url


@screens(FIRST, *OTHERS)
def test_every_page_of_the_analyst_reads_on_every_screen(enter, transactional_db, width, scheme, language):
    topic = both()
    one = seen(topic).statements[0].id
    person = enter(analyst, language, width=width, scheme=scheme)
    for path in ("", "new/", f"{topic}/", f"{topic}/change/", f"{topic}/publish/", f"{topic}/statements/add/", f"statements/{one}/", f"statements/{one}/take-back/"):
        assert person.open(f"/{language}/desk/topics/{path}") == 200, path
        person.must_be_accessible()
        assert person.sideways() == 0, path
