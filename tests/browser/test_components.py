"""The living page in a real browser: four languages, light and dark, desk and telephone."""


import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.screens import LANGUAGES, screens
from tests.browser.walker import COLOURS_ONCE, RUN_AXE

pytestmark = pytest.mark.browser
FIRST = [(390, "light", "kk"), (1280, "dark", "ru"), (390, "dark", "ky"), (1280, "light", "en")]
OTHERS = [(width, scheme, each) for width, scheme in ((1280, "light"), (390, "dark")) for each in LANGUAGES]


@screens(*FIRST, *(each for each in OTHERS if each not in FIRST), at_every_run=len(FIRST))
def test_every_component_is_open_to_everybody(walk, width, scheme, language):
    person = walk(width=width, scheme=scheme)
    assert person.open(f"/{language}/about/components/") == 200
    assert person.page.locator("html").get_attribute("lang") == language
    person.must_be_accessible()
    assert person.sideways() == 0


def test_a_barrier_is_told_with_its_place_and_reason(walk):
    person = walk()
    person.page.set_content("<html lang=en><title>Bare</title><main><h1>Bare</h1><img id=bare src='data:,'></main></html>")
    (told,) = person.barriers()
    assert told.startswith("image-alt: #bare: Fix any of the following:")


def test_colours_that_are_kept_are_those_that_axe_reads(walk):
    person = walk()
    texts = ["rgb(27, 36, 48)", "rgba(200, 30, 77, 0.35)", "transparent", "rebeccapurple", "#0af9", "color(srgb 0.2 0.5 1)", "oklch(70% 0.1 200 / 0.5)", "hsl(120deg 50% 40%)"]
    faint = "".join(f"<p style='color: {text}; background: color-mix(in srgb, {text}, white 12%)'>faint {text}</p>" for text in texts)
    person.page.set_content(f"<html lang=en><title>Faint</title><main><h1>Faint</h1>{faint}</main></html>")
    person.page.evaluate(AXE_SCRIPT)
    as_it_is = person.page.evaluate(RUN_AXE)
    assert len(as_it_is[0]["nodes"]) >= 5 and as_it_is[0]["id"] == "color-contrast"
    read = "texts => texts.map(text => { const it = new axe.commons.color.Color().parseString(text); return [it.r, it.g, it.b, it.red, it.green, it.blue, it.alpha, `${it}`]; })"
    first = person.page.evaluate(read, texts)
    person.page.evaluate(COLOURS_ONCE)
    assert person.page.evaluate(read, texts) == person.page.evaluate(read, texts) == first
    assert person.page.evaluate(RUN_AXE) == as_it_is


@pytest.mark.parametrize("width", [320, 768, 1920])
def test_nobody_scrolls_sideways(walk, width):
    person = walk(width=width)
    person.open("/ru/about/components/")
    assert person.sideways() == 0


def test_the_page_reads_at_twice_the_size_without_scrolling_sideways(walk):
    person = walk(width=640)
    person.open("/kk/about/components/")
    assert person.sideways() == 0


def test_the_first_tab_leads_to_the_content(walk):
    person = walk()
    person.open("/ru/about/components/")
    person.page.keyboard.press("Tab")
    assert person.page.evaluate("document.activeElement.className") == "skip"
    person.page.keyboard.press("Enter")
    assert person.page.evaluate("document.activeElement.id") == "main"


def test_a_mistake_leads_to_its_field(walk):
    person = walk()
    person.open("/en/about/components/")
    person.page.locator(".error-summary a").first.click()
    assert person.page.evaluate("document.activeElement.id") == "wrong_name"


def test_everything_is_there_without_scripts(walk):
    person = walk(scripts=False)
    person.open("/ru/about/components/")
    assert person.page.locator("svg.picture text").count() > 5
    assert person.page.locator("details[open]").count() >= 1


def test_a_drawer_has_its_own_address_and_escape_leads_back(walk):
    person = walk()
    person.open("/ky/about/components/drawer/")
    person.page.keyboard.press("Escape")
    person.page.wait_for_url("**/ky/about/components/")


def test_icons_and_font_are_really_drawn(walk):
    person = walk()
    person.open("/kk/about/components/")
    person.page.wait_for_load_state("networkidle")
    assert person.page.evaluate("document.fonts.check('16px \"Golos Text\"', 'Қазақша ңөү')")
    assert any("icons.svg" in url for url in person.requests)


def test_what_cannot_be_undone_is_asked_about_first(walk):
    person = walk()
    person.open("/en/about/components/")
    asked = []
    person.page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    person.press("Destroy the draft")
    assert asked and "destroyed" not in person.page.url
    person.page.once("dialog", lambda dialog: dialog.accept())
    person.page.wait_for_timeout(100)
    person.press("Destroy the draft")
    person.page.wait_for_url("**destroyed=1")


def test_a_half_written_form_is_not_lost_by_a_slip(walk):
    person = walk()
    person.open("/en/about/components/")
    person.page.locator("#id_name").press_sequentially("Velisad")
    asked = []
    person.page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    person.page.locator(".mark").click()
    person.page.wait_for_url("**/en/")
    assert asked == ["beforeunload"]


def test_another_form_of_the_page_asks_before_it_leaves_what_was_written(walk):
    person = walk()
    person.open("/en/about/components/")
    person.page.locator("#id_name").press_sequentially("Velisad")
    asked = []
    person.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    person.page.evaluate("""() => {
        const other = document.createElement('form'); other.id = 'other-form'; other.action = '/en/';
        document.body.append(other); other.requestSubmit();
    }""")
    person.page.wait_for_timeout(300)
    assert asked == ["beforeunload"] and person.page.locator("#id_name").input_value().endswith("Velisad")


def test_a_written_form_is_sent_without_a_question(walk):
    person = walk()
    person.open("/en/about/components/")
    person.page.locator("#id_name").press_sequentially("Velisad")
    person.page.get_by_role("button", name="Save", exact=True).first.click()
    person.page.wait_for_url("**name=Velisad**")
