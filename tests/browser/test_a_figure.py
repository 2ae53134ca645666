"""A figure from the start page to its sentence and its check; somebody replies to it, the mechanism confirms who wrote that, corrects the page, and
a text of nobody knows whom is checked before it is published. All by what people see, in four languages, the public without scripts or cookies.
"""

import re

import pytest

from tests.browser.screens import LANGUAGES
from tests.browser.test_recommendations import enter
from tests.people import foreigner as head
from tirek.foundation.jurisdictions.queries import document
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.claims.services import load_documents
from tirek.insight.publications.services import publish_documents, publish_pictures

__all__ = ["enter"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
DOCUMENT = "/documents/004/"
UNKNOWN = {
    "ru": "За год осмотрено 40 мест: 25 тюрем и 14 отделов полиции.",
    "kk": "2024 жылы 287 шағым түсті. Шағымдар саны 312-ден 287-ге дейін азайды.",
    "ky": "2024-жылы 287 даттануу түштү. Даттануулардын саны 312ден 287ге чейин азайды.",
    "en": "There were 36 complaints. Complaints fell by 12 per cent, from 312 to 287.",
}


@pytest.fixture
def published():
    load_documents(by=SYSTEM)
    publish_documents(by=SYSTEM)
    publish_pictures(by=SYSTEM)


def follow(person, language):
    """From the figure of the sentences, 47, to the words that state it, then to the check of it in the document's text."""
    assert person.open(f"/{language}/kz/") == 200
    person.page.get_by_role("link", name=re.compile("^47")).first.click()
    assert "47" in person.page.locator("mark").first.inner_text()
    calculation = person.page.locator(".one-check .calculation").first.inner_text()
    person.go(person.page.locator(".one-check a").first)
    number = person.page.url.rpartition("#check-")[2]
    assert person.page.locator(f"#check-{number} .calculation").inner_text() == calculation
    assert person.page.locator("html").get_attribute("lang") == language and person.page.locator(f"#check-{number} q").count() > 1


def check_a_text(person, language):
    """A text that nobody has seen before, checked before it is published."""
    person.open(f"/{language}/check/")
    person.page.locator("textarea").fill(UNKNOWN[language])
    person.go(person.page.locator("form.check-form .btn-primary").first)
    assert person.page.locator(".marked").count() >= 2


def file_a_reply(person):
    """A coalition replies to the figure, and gets a number."""
    person.open("/en/kz/")
    person.page.get_by_role("link", name=re.compile("^47")).first.click()
    person.press("Reply to this")
    person.go(person.page.get_by_role("button", name="Send the reply"))
    assert person.page.locator(".error-summary").count() == 1
    person.page.get_by_label("Who speaks").select_option(label="a coalition of organisations")
    person.write("Name of the body, organisation or office", "Coalition against Torture")
    person.write("Where the office can be reached", "office@coalition.example")
    person.write("English", "The figure counts persons, not cases.")
    person.must_be_accessible()
    person.press("Send the reply")
    return re.search(r"(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}", person.page.locator(".receipt-number").inner_text()).group()


def confirm(staff):
    """The mechanism makes sure who wrote the reply."""
    staff.open("/en/desk/publications/")
    staff.go(staff.page.locator(".tabs a").last)
    staff.press("Reply")
    staff.see("office@coalition.example")
    staff.page.get_by_label("How you made sure who wrote it").select_option(index=2)
    staff.write("Which letter, which call, with whom", "Called the office on its published number.")
    staff.must_be_accessible()
    staff.press("Show the reply")
    staff.see("The reply stands beside the page.")


def correct(staff):
    """A figure of the document is no figure after all: the page is published again, with a note."""
    staff.open("/en/desk/publications/document/004/correct/")
    staff.see("Nothing differs from the newest edition")
    staff.open("/en/desk/sources/")
    staff.press(document("004").title.in_("en"))
    staff.page.get_by_role("link", name="No figure").first.click()
    staff.write("Why it is no figure", "It is a date.")
    staff.press("Reject the proposal")
    staff.see("The proposal is rejected")
    staff.open("/en/desk/publications/document/004/")
    staff.press("Publish again")
    staff.see("left out")
    staff.write("Русский", "Убрана цифра, которая была датой.")
    staff.write("Қазақша", "Күн болып шыққан цифр алынды.")
    staff.must_be_accessible()
    staff.press("Publish the corrected edition")
    staff.see("The corrected edition is published")


def test_a_figure_goes_from_the_start_page_to_its_check_a_reply_and_a_corrected_edition(walk, enter, published):
    person = walk(scripts=True)
    for language in LANGUAGES:
        follow(person, language)
        check_a_text(person, language)
    number = file_a_reply(person)
    person.open(f"/en{DOCUMENT}")
    assert "Coalition against Torture" not in person.page.locator("main").inner_text()
    marks = person.page.locator(".marked").count()
    staff = enter(head, "en")
    confirm(staff)
    correct(staff)
    person.open(f"/ru{DOCUMENT}")
    text = person.page.locator("main").inner_text()
    assert "Coalition against Torture" in text and "The figure counts persons, not cases." in text and "Убрана цифра" in text
    assert person.page.locator(".marked").count() == marks - 1
    person.must_be_accessible()
    person.open(f"/en{DOCUMENT}editions/1/")
    person.see("This is an earlier edition")
    assert person.page.locator(".marked").count() == marks
    person.open("/en/kz/replies/")
    person.write("Receipt number", number)
    person.press("Ask")
    person.see("It stands beside the page since")
    assert person.context.cookies() == []
