"""The register of letters in a real browser: one scan becomes answers to many recommendations, on a desk and on a telephone."""

import pytest
from django.apps import apps
from django.test import Client
from docx import Document

from tests import world
from tests.accounts import sign_in
from tests.browser.screens import screens
from tests.followup.letters import making
from tests.followup.letters.scans import scan
from tests.followup.recommendations.making import ago, answer, read, today
from tests.people import head, secretary
from tirek.foundation.jobs.services import run

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def enter(walk):
    """A walker, signed in, in a language."""

    def start(language="en", who=secretary, **options):
        walker = walk(**options)
        walker.base = walker.base.replace("127.0.0.1", "localhost")
        kept = {"sessionid": sign_in(Client(), who).cookies["sessionid"].value, "language": language}
        walker.context.add_cookies([{"name": name, "value": value, "url": walker.base} for name, value in kept.items()])
        return walker

    return start


@pytest.fixture
def three():
    return making.three(world.prison("Дом писем"), world.members())


def test_a_secretary_enters_a_scan_and_reads_three_answers_out_of_it_beside_its_pages(enter, three):
    person = enter("en")
    person.open("/desk/letters/")
    person.page.get_by_role("link", name="Enter one that came in").first.click()
    page = person.page
    page.get_by_label("What it does").select_option("answer")
    page.get_by_label("Authority").select_option("lum-prison-service")
    page.get_by_label("Number on the letter").fill("12-3/45")
    page.get_by_label("Date on the letter").fill(ago(3).isoformat())
    page.get_by_label("The letter as a file").set_input_files({"name": "scan.pdf", "mimeType": "application/pdf", "buffer": scan(3)})
    page.get_by_label("Numbers of recommendations").fill("2026/7-1…4")
    page.get_by_role("button", name="Enter the letter").click()
    assert "No issued recommendation stands under: 2026/7-4" in page.inner_text("main")
    page.get_by_label("Numbers of recommendations").fill("2026/7-1…3")
    page.get_by_label("The letter as a file").set_input_files({"name": "scan.pdf", "mimeType": "application/pdf", "buffer": scan(3)})
    page.get_by_role("button", name="Enter the letter").click()
    person.must_be_accessible()
    pictures = page.locator(".pages img")
    assert pictures.count() == 3
    page.wait_for_function("document.querySelector('.pages img').naturalWidth === 1000")
    parts = page.locator("fieldset.part")
    for number, (word, first, last) in enumerate((("accepted", "1", ""), ("claimed_implemented", "2", "3"), ("accepted", "9", ""))):
        part = parts.nth(number)
        part.get_by_label("What the authority says").select_option(word)
        part.get_by_label("From page").fill(first)
        part.get_by_label("To page").fill(last)
        part.get_by_label("What the letter says").fill("Светильники заказаны.")
    page.get_by_role("button", name="Enter what is written").click()
    assert "The letter’s file has 3 pages" in page.inner_text("main")
    assert [read(each).word for each in three] == ["accepted", "claimed_implemented", "none"]
    left = page.locator("fieldset.part")
    assert left.count() == 1 and left.get_by_label("What the letter says").input_value() == "Светильники заказаны."
    left.get_by_label("From page").fill("3")
    left.get_by_label("To page").fill("3")
    page.get_by_role("button", name="Enter what is written").click()
    assert read(three[2]).word == "accepted"
    page.get_by_role("link", name="2026/7-2").first.click()
    assert "pages 2–3" in page.inner_text("main") and "letter 12-3/45" in page.inner_text("main")
    assert person.complaints == []


@screens((1280, "light", "ru"), (390, "dark", "kk"), (390, "light", "ky"), (1280, "dark", "en"))
def test_every_page_of_the_register_reads_on_every_screen(enter, three, width, scheme, language):
    came, went = making.letter(three, pages=2), making.letter(three, direction="out", number="1/2026")
    person = enter(language, who=head, width=width, scheme=scheme)
    pages = ["letters/", "letters/further/", "letters/further/new/", "letters/written/", "letters/written/new/reminder/", "letters/new/in/", "letters/new/out/", f"letters/{came}/", f"letters/{came}/read/", f"letters/{came}/parts/", f"letters/{went}/", f"letters/{went}/acknowledge/"]
    for page in pages:
        assert person.open(f"/desk/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page


def test_the_head_takes_a_refused_recommendation_further_and_its_letter_is_written(enter, three):
    answer(three[0], "rejected", days=2)
    person = enter("en", who=head)
    page = person.page
    person.open(f"/desk/recommendations/{three[0]}/")
    page.get_by_role("link", name="Take it to the next rung").click()
    page.get_by_label("To which rung").select_option("ministry")
    page.get_by_label("Authority").select_option("lum-prison-service")
    page.get_by_label("Why it is taken further").fill("Refused without a reason.")
    page.get_by_role("button", name="Record the decision").click()
    assert "does not stand on the chosen rung for 2026/7-1" in page.inner_text("main")
    page.get_by_label("Authority").select_option("lum-law")
    page.get_by_role("button", name="Record the decision").click()
    person.must_be_accessible()
    page.get_by_role("link", name="Write the letter").click()
    page.get_by_label("Language of the letter").select_option("en")
    page.get_by_role("button", name="Have it written").click()
    run(job_id=apps.get_model("letters.Paper").objects.get().job)  # the worker's turn
    page.reload()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as DOCX").click()
    told = "\n".join(each.text for each in Document(saved.value.path()).paragraphs)
    assert "Refused without a reason." in told and "Ministry of Law of Lumeria" in told
    page.get_by_role("link", name="enter it into the register").click()
    assert page.get_by_label("Numbers of recommendations").input_value() == "2026/7-1"
    page.get_by_label("Number on the letter").fill("5/2026")
    page.get_by_label("Date on the letter").fill(today().isoformat())
    page.get_by_role("button", name="Enter the letter").click()
    person.open(f"/desk/recommendations/{three[0]}/")
    shown = page.inner_text("main")
    assert "whoever stands above it" in shown and "Letter 5/2026" in shown and "does not accept" in shown
