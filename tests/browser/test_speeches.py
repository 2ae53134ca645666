"""The sheet for a speech in a real browser: its pages on every screen, and the way from the head who freezes it to the secretary who looks a draft through."""

import pytest

from tests.browser.screens import screens
from tests.insight.speeches import making
from tests.people import head, secretary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DRAFT = "Of 10 recommendations 5 were answered. 90 per cent of recommendations were answered. We bought 12 cameras."


@screens((390, "dark", "kk"), (1280, "light", "ru"), (390, "light", "ky"), (1280, "dark", "en"))
def test_every_page_of_the_sheet_reads_on_every_screen(enters, width, scheme, language):
    making.ten_issued()
    made, year = making.frozen(), making.year()
    person = enters(head, language, width=width, scheme=scheme)
    for page in ("speeches/", f"speeches/{year}/", f"speeches/frozen/{made}/", f"speeches/{year}/check/"):
        assert person.open(f"/desk/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page
    person.page.locator("textarea").fill(DRAFT)
    person.page.locator("#form button[type=submit]").click()
    person.page.locator("#said-1").wait_for()
    person.must_be_accessible()
    assert person.sideways() == 0


@pytest.mark.trial
def test_the_head_freezes_and_the_secretary_looks_a_draft_through(enters):
    making.ten_issued()
    year = making.year()
    person = enters(head)
    person.open(f"/desk/speeches/{year}/")
    person.page.on("dialog", lambda asked: asked.accept())
    person.press("Freeze these figures")
    person.see("The figures are frozen")
    other = enters(secretary)
    other.open(f"/desk/speeches/{year}/")
    other.see("Version 1")
    other.page.get_by_role("link", name="Look a speech through").click()
    other.write("The draft of the speech", DRAFT)
    other.press("Look it through")
    other.see("Differs from the record: 1")
    other.see("Not in the record: 1")
    other.see("Found in the record: 2")
    assert other.outside() == []
