"""Sources in a real browser: the analyst decides about figures by keyboard; every page reads on every screen, the published documents too."""

import pytest

from tests.browser.screens import screens
from tests.browser.test_recommendations import enter
from tests.people import analyst
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import Words
from tirek.insight.claims import queries, services
from tirek.insight.claims.services import NewSource
from tirek.insight.publications.services import publish_documents

__all__ = ["enter"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = "Вымышленная сводка.\nВ 2024 году поступило 120 жалоб: 70 от мужчин и 40 от женщин. Осмотрено 12 мест, камер 612."


@pytest.fixture
def source():
    title = Words.of({"ru": "Сводка за год", "kk": "Жылдық жиынтық", "ky": "Жылдык жыйынтык", "en": "Summary of the year"})
    made = services.add_source(country="demo", new=NewSource(title=title, kind="press"), pasted=TEXT, by=analyst, later=False).value
    services.make_proposals(source_id=made, by=analyst)
    return made


def figures(source):
    return queries.analysis(source, 1, by=analyst, country="demo").figures


def test_figures_are_decided_by_keyboard_one_after_the_other(enter, source):
    walker = enter(analyst)
    walker.open(f"/en/desk/sources/{source}/")
    first = figures(source)[0]
    walker.page.locator(f"#figure-{first.start}-{first.end}").focus()
    walker.page.keyboard.press("j")
    walker.page.keyboard.press("k")
    walker.page.keyboard.press("c")
    walker.page.wait_for_url("**#figure-*")
    second = figures(source)[1]
    walker.page.wait_for_function(f"document.activeElement.id === 'figure-{second.start}-{second.end}'")
    assert [one.decision is not None for one in figures(source)][:2] == [True, False]
    walker.page.keyboard.press("e")
    walker.page.get_by_label("Number", exact=True).fill("75")
    walker.page.get_by_label("Why", exact=True).fill("A slip in the source.")
    walker.press("Save the decision")
    walker.see("The figure is taken as you say")
    assert figures(source)[1].told["value"] == 75


@screens((1280, "light", "kk"), (1280, "dark", "ru"), (390, "light", "en"), (390, "dark", "ky"))
def test_every_page_of_the_sources_reads_on_every_screen(enter, source, width, scheme, language):
    walker = enter(analyst, language, width=width, scheme=scheme)
    one = figures(source)[1]
    for path in ("", "new/", f"{source}/", f"{source}/about/", f"{source}/left/", f"{source}/figures/add/", f"{source}/figures/{one.start}-{one.end}/"):
        assert walker.open(f"/{language}/desk/sources/{path}") == 200, path
        walker.must_be_accessible()
        assert walker.sideways() == 0, path


@screens((390, "light", "ru"), (1280, "dark", "en"), (1280, "light", "ky"), (390, "dark", "kk"))
def test_a_published_document_shows_its_figures_and_their_checks_on_every_screen(walk, width, scheme, language):
    services.load_documents(by=SYSTEM)
    publish_documents(by=SYSTEM)
    person = walk(width=width, scheme=scheme)
    for document in ("003", "004"):
        assert person.open(f"/{language}/documents/{document}/") == 200
        person.must_be_accessible()
        assert person.sideways() == 0 and person.context.cookies() == [], document
    assert person.page.locator("#does_not_follow .one-check").count() == 3
    person.page.locator(".marked-does_not_follow").first.click()
    assert "#check-" in person.page.url


