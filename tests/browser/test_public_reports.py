"""Published reports in a browser: the list, and a report with its black stretches, on every screen."""

import pytest

from tests.browser.screens import EACH, screens
from tests.faces.portal.test_reports import ADDRESS, report

__all__ = ["report"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.slow]
PAGES = ("kz/reports/", "kz/reports/3-2026/")


@pytest.fixture
def published(transactional_db, request):
    """The report, in a database that the browser's server sees."""
    request.getfixturevalue("report")


@screens(*EACH)
def test_the_pages_of_reports_read_on_every_screen(walk, published, width, scheme, language):
    person = walk(width=width, scheme=scheme)
    for path in PAGES:
        assert person.open(f"/{language}/{path}") == 200, path
        person.must_be_accessible()
        assert person.sideways() == 0, path


def test_a_reader_comes_from_the_first_page_to_the_text_and_its_files(walk, published):
    person = walk(width=1280)
    person.open("/en/kz/")
    person.page.get_by_role("link", name="What the mechanism saw").click()
    person.page.get_by_role("link", name="redacted: personal data").click()
    assert person.page.url.endswith(ADDRESS)
    assert person.page.get_by_text("изъято: персональные данные").first.is_visible()
    assert person.page.get_by_role("link", name="PDF").get_attribute("href") == f"{ADDRESS}editions/1/ru-kk.pdf"
