"""The documentation in a real browser, opened from its folder: no server, no request outside, every barrier that axe finds."""

import pytest

from tests.browser.walker import Walker
from tools.docs.site import build

pytestmark = [pytest.mark.browser, pytest.mark.pure]


@pytest.fixture(scope="module")
def opened(chromium, tmp_path_factory):
    folder = tmp_path_factory.mktemp("documentation") / "site"
    assert build(folder) == []
    walkers = []

    def opened(**options):
        walkers.append(Walker.start(chromium, folder.as_uri(), **options))
        return walkers[-1]

    yield opened
    for walker in walkers:
        walker.complaints = [each for each in walker.complaints if "XMLHttpRequest" not in each]  # axe reading the styles again; the pages read nothing
        walker.finish()


@pytest.mark.parametrize(("width", "scheme", "language"), [(390, "dark", "ru"), (1280, "light", "en")])
def test_pages_read_from_a_folder(opened, width, scheme, language):
    reader = opened(width=width, scheme=scheme)
    for page in ("index.html", f"{language}/index.html", f"{language}/tutorials/secretary.html", "en/reference/commands.html"):
        reader.page.goto(f"{reader.base}/{page}")
        reader.must_be_accessible()
        assert reader.sideways() == 0, page


def test_the_search_finds_by_another_form_of_the_word_and_leads_to_the_part(opened):
    reader = opened()
    reader.page.goto(f"{reader.base}/en/index.html")
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("portal databases")
    reader.page.locator("#found").get_by_role("link", name="Settings: For faces that are served apart").wait_for()
    reader.must_be_accessible()
    reader.page.locator("#found").get_by_role("link", name="Settings: For faces that are served apart").click()
    reader.page.get_by_role("heading", name="For faces that are served apart").wait_for()
    reader.page.get_by_role("link", name="Русский").click()
    assert reader.page.locator("html").get_attribute("lang") == "ru"
    reader.page.get_by_role("searchbox").fill("нетакогослова")
    reader.see("Ничего не найдено")
