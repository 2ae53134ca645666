"""The search in a real browser: by keyboard from any page, by another form of a word and with a slip of the finger; on every screen."""

import pytest
from django.test import Client

from tests import world
from tests.accounts import sign_in
from tests.browser.screens import screens
from tests.followup.recommendations import making
from tests.people import leader
from tirek.foundation.search import services

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def enter(walk):
    """A walker of the leader, signed in, in a language; what can be searched is whole."""

    def start(language, **options):
        making.issued(world.concluded(world.prison(), world.members()))
        services.rebuild()
        walker = walk(**options)
        signed = sign_in(Client(), leader)
        walker.base = walker.base.replace("127.0.0.1", "localhost")
        kept = {"sessionid": signed.cookies["sessionid"].value, "language": language}
        walker.context.add_cookies([{"name": name, "value": value, "url": walker.base} for name, value in kept.items()])
        return walker

    return start


def test_a_recommendation_is_found_by_another_word_form_and_with_a_slip_of_the_finger(enter):
    person = enter("ru", width=1280)
    person.open("/desk/places/")
    person.page.keyboard.press("/")
    person.page.keyboard.type("светильников")
    person.page.keyboard.press("Enter")
    person.see("Что рекомендовано:")
    assert "светильники" in person.page.locator("mark").all_inner_texts()
    person.must_be_accessible()
    person.page.keyboard.press("/")
    person.page.keyboard.press("Control+A")
    person.page.keyboard.type("свитильник")
    person.page.keyboard.press("Enter")
    person.see("Показано то, что пишется почти так же:")
    person.page.locator("#found-recommendation").locator("xpath=..").get_by_role("link").first.click()
    person.see("установить в камерах светильники")


@screens((390, "dark", "kk"), (1280, "light", "ky"), (390, "light", "en"), (1280, "dark", "ru"))
def test_the_search_reads_on_every_screen(enter, width, scheme, language):
    person = enter(language, width=width, scheme=scheme)
    for page in ("search/", "search/?q=камера", "search/?q=азаптау", "search/?q=светильнеки", "search/?q=камера&of=finding", "search/?q=нигде", "places/"):
        assert person.open(f"/desk/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page
