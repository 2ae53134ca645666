"""Somebody pastes a text into the check, without scripts: every figure leads to its check and back, on a desk and on a telephone."""

import pytest

from tests.browser.screens import screens

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = {
    "ru": "В 2024 году поступило 287 жалоб. По сравнению с предыдущим годом их число снизилось на 12% (с 312 до 287). Камер 612.",
    "en": "There were 36 complaints. Complaints fell by 12 per cent, from 312 to 287. There are 612 cameras.",
}
OTHERS = [(1280, "dark", "en"), (390, "light", "ky"), (1920, "light", "kk")]


@screens((390, "dark", "ru"), *OTHERS)
def test_a_pasted_text_is_shown_with_its_figures_and_their_checks(walk, width, scheme, language):
    person = walk(width=width, scheme=scheme, scripts=False)
    assert person.open(f"/{language}/check/") == 200
    page = person.page
    person.go(page.locator("form.check-form .btn-primary"))
    assert page.locator(".error-summary").count() == 1
    page.locator("textarea").fill(TEXT.get(language, TEXT["ru"]))
    person.go(page.locator("form.check-form .btn-primary"))
    assert page.locator(".marked").count() >= 4
    assert "≠ 12 %" in page.locator("#does_not_follow .calculation").inner_text()
    page.locator(".marked-does_not_follow").first.click()
    number = page.url.rpartition("#check-")[2]
    page.locator(f"#check-{number} .roles a").first.click()
    assert "#figure-" in page.url
    assert person.sideways() == 0
    assert person.context.cookies() == []


def test_the_checked_text_is_accessible_and_keeps_the_text_for_a_change(walk):
    person = walk(width=1280, scheme="light")
    person.open("/en/check/")
    person.page.locator("textarea").fill(TEXT["en"])
    person.go(person.page.locator("form.check-form .btn-primary"))
    person.must_be_accessible()
    assert person.page.locator("textarea").input_value() == TEXT["en"]
    person.page.emulate_media(media="print")
    assert person.page.locator(".calculation").first.is_visible() and not person.page.locator("textarea").is_visible()


def test_no_number_is_broken_over_two_lines(walk):
    person = walk(width=390, scripts=False)
    person.open("/ru/check/")
    person.page.locator("textarea").fill(" ".join(f"{'и ' * number}{number} 844 женщины," for number in range(1, 40)))
    person.go(person.page.locator("form.check-form .btn-primary"))
    lines = person.page.locator(".marked").evaluate_all("marks => marks.map(one => one.getClientRects().length)")
    assert len(lines) > 20 and set(lines) == {1} and person.sideways() == 0
