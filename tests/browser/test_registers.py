"""Places and members in a real browser: on a desk and on a telephone, light and dark, in four languages."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.accounts import account_of, sign_in
from tests.browser.screens import screens
from tests.people import conflicted, secretary
from tirek.ground.rules.words import Words
from tirek.registers.mandate.services import declare_conflict, enter_member
from tirek.registers.places import services

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def four(ru, kk, ky, en):
    return Words.of({"ru": ru, "kk": kk, "ky": ky, "en": en})


@pytest.fixture
def prison():
    name = four("Тарноборский дом предварительного содержания № 2", "Тарнобор № 2 алдын ала ұстау үйі", "Тарнобор № 2 алдын ала кармоо үйү", "Tarnobor Remand House No. 2")
    made = services.register_place(
        country="demo", name=name, kind="sizo", region="LU-TA", opened_on=date(1987, 9, 1), address="Тарнобор, ул. Канатная, 4", by=secretary
    ).value
    new = four("Дом содержания «Тарнобор»", "«Тарнобор» ұстау үйі", "«Тарнобор» кармоо үйү", "Remand House “Tarnobor”")
    services.rename_place(place_id=made, name=new, since=date(2019, 3, 1), by=secretary)
    for year, male, female in ((2021, 410, 22), (2023, 444, 31), (2025, 388, 27)):
        services.record_population(place_id=made, counted_on=date(year, 6, 1), capacity=420, male=male, female=female, minors=6, source="Журнал учёта", by=secretary)
    services.tie_to_event(place_id=made, event="bridge-feast-unrest", note="Сюда привезли задержанных.", by=secretary)
    return made


@pytest.fixture
def lawyer(prison):
    account_of(conflicted)
    made = enter_member(
        country="demo", name="Айнұр Қасымбекова", profession="lawyer", sex="female", region="LU-TA", languages=["ru", "kk"],
        organisation="Коллегия адвокатов Тарнобора", account_id=conflicted.id, term_since=date(2024, 1, 1),
        term_until=timezone.localdate() + timedelta(days=40), oath_on=date(2024, 1, 5), by=secretary,
    ).value  # fmt: skip
    declare_conflict(member_id=made, reason="own-case", place_id=prison, text="Защищала троих, кто здесь содержался.", by=secretary)
    return made


@pytest.fixture
def office(walk):
    """A walker of the secretariat, signed in."""

    def start(**options):
        walker = walk(**options)
        signed = sign_in(Client(), secretary)
        walker.base = walker.base.replace("127.0.0.1", "localhost")
        walker.context.add_cookies([{"name": "sessionid", "value": signed.cookies["sessionid"].value, "url": walker.base}])
        return walker

    return start


@screens((1280, "dark", "en"), (390, "light", "ru"), (768, "light", "ky"))
def test_every_page_of_the_registers_reads_on_every_screen(office, prison, lawyer, width, scheme, language):
    person = office(width=width, scheme=scheme)
    person.context.add_cookies([{"name": "language", "value": language, "url": person.base}])
    pages = ["places/", "places/new/", f"places/{prison}/", f"places/{prison}/count/", "members/", "members/new/", f"members/{lawyer}/", f"members/{lawyer}/conflict/", "members/public/",
             "standards/", "standards/?text=24", "standards/mandela/", "standards/mandela/mandela-24/", "findings/", "charts/", "map/", "map/?measure=occupancy", "map/points/", "map/points/outline/", "lists/places/views/?kind=prison", "lists/places/columns/", "lists/places/file/?kind=prison", "lately/"]  # fmt: skip
    for page in pages:
        assert person.open(f"/desk/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page


def test_a_list_is_worked_with_keys_that_can_be_switched_off(office):
    for name in ("Alder", "Birch", "Cedar"):
        services.register_place(country="demo", name=four(name, name, name, name), kind="prison", region="LU-TA", by=secretary)
    person = office()
    person.context.add_cookies([{"name": "language", "value": "en", "url": person.base}])
    person.open("/desk/places/")
    page = person.page
    for key, name in (("j", "Alder"), ("j", "Birch"), ("k", "Alder")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == name
    page.keyboard.press("x")
    assert page.get_by_label("Alder", exact=True).is_checked()
    for key in ("j", "j", "Shift+X"):
        page.keyboard.press(key)
    person.see("Chosen on this page: 3.")
    page.get_by_label("Alder", exact=True).click()
    page.get_by_label("Birch", exact=True).click(modifiers=["Shift"])
    person.see("Chosen on this page: 1.")
    page.get_by_role("button", name="Choose the whole page").press("Enter")
    with page.expect_navigation():
        page.get_by_role("button", name="Correct the region").press("Enter")
    person.see("3 rows are chosen")
    person.must_be_accessible()
    page.get_by_label("Region").select_option("LU-OR")
    with page.expect_navigation():
        page.get_by_role("button", name="Show the preview").press("Enter")
    person.see("3 would be changed")
    person.must_be_accessible()
    with page.expect_navigation():
        page.get_by_role("button", name="Do it to 3 rows").press("Enter")
    person.see("3 changed")
    person.open("/desk/places/")
    field = page.get_by_label("Name or address")
    field.click()
    page.keyboard.type("jx?/")
    assert field.input_value() == "jx?/"
    page.get_by_role("heading", name="Places").click()
    page.keyboard.press("?")
    person.see("Keys for lists")
    person.must_be_accessible()
    page.get_by_label("Single keys work").uncheck()
    page.keyboard.press("Escape")
    person.open("/desk/places/")
    for key in ("j", "?", "/"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.tagName") == "BODY" and not page.get_by_text("Keys for lists").is_visible()
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Single keys work").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    person.see("Alder")


def test_a_secretary_enters_a_place_and_a_count_by_what_she_sees(office):
    person = office()
    person.context.add_cookies([{"name": "language", "value": "en", "url": person.base}])
    person.open("/desk/places/")
    person.press("Enter a place")
    person.write("Русский", "Дом заботы")
    person.page.get_by_label("Kind of place").select_option("social-home")
    person.page.get_by_label("Region").select_option("LU-VE")
    person.press("Enter the place")
    person.see("The place is entered.")
    person.press("Enter a count")
    person.page.get_by_label("Day of the count").fill("2025-05-01")
    person.write("Men and boys", "7")
    person.write("Of them minors", "9")
    person.write("Women and girls", "1")
    person.press("Save the count")
    person.see("There are more minors (9) than people in all (8).")
    person.write("Of them minors", "2")
    person.press("Save the count")
    person.see("The count is saved.")
    person.see("Held 8")
