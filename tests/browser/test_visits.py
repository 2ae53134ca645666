"""A visit in a real browser: from the plan to its end by what a person sees, and every page on every screen."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.accounts import account_of
from tests.browser.screens import screens
from tests.people import deputy, head, leader, secretary
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.services.findings import Observation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PLACE = "Тарноборский исправительный дом № 4 с участком особого режима"


@pytest.fixture
def ground():
    """The prison and the team."""
    for person in (deputy, head, secretary):
        account_of(person)
    return world.prison(PLACE), world.members()


def days(person, first, last, **labels):
    """Fills in two days."""
    person.page.get_by_label(labels.get("first", "First day")).fill(first.isoformat())
    person.page.get_by_label(labels.get("last", "Last day")).fill(last.isoformat())


@pytest.mark.trial
def test_a_visit_goes_from_the_plan_to_its_end_by_what_its_leader_sees(enters, ground):
    today = timezone.localdate()
    person = enters(leader)
    person.open("/desk/")
    person.press("Plan")
    person.press("Put a visit into the plan")
    person.page.get_by_label("Place").select_option(PLACE)
    person.page.get_by_label("Kind of visit").select_option("special")
    days(person, today, today - timedelta(days=1))
    person.page.get_by_label("Deputy").check()
    person.press("Save the entry")
    person.see("The last day is before the first day.")
    days(person, today, today + timedelta(days=1))
    person.press("Save the entry")
    person.see("The entry stands in the plan.")
    here = person.page.url

    other = enters(deputy)
    other.open(here[len(other.base) :])
    other.press("Approve")
    other.see("The visit can be opened.")

    person.page.reload()
    person.press("Open the visit")
    person.see("Choose its delegation next.")
    person.press("Choose the delegation")
    for name, role in (("Leader", "leader"), ("Member", "member"), ("Doctor", "doctor")):
        person.page.get_by_label(name, exact=True).select_option(role)
    person.press("Save the delegation")
    person.see("The delegation is saved.")
    person.press("Begin the visit")
    person.press("Begin the visit")
    person.see("The visit has begun.")

    person.press("Enter the answers")
    line = person.page.get_by_role("group", name="private interviews")
    assert not line.get_by_label("By whom").is_visible()
    line.get_by_label("delayed").check()
    line.get_by_label("By whom").fill("duty officer")
    person.press("Save")
    person.see("Write on what ground")
    line.get_by_label("On what ground").fill("They said it was lunch time.")
    line.get_by_label("How many minutes").fill("40")
    person.press("Save")
    person.see("Access is saved.")
    person.see("1 of 9 entered")

    person.press("Findings")
    person.press("Write a finding")
    person.page.get_by_label("Area").select_option("living conditions")
    person.write("English", "Detainee Petrov said that the light is never switched off.")
    person.page.get_by_label("serious", exact=True).check()
    person.page.get_by_label("seen with own eyes").check()
    person.press("Save the finding")
    person.see("Name a second one")
    person.page.get_by_label("records", exact=True).check()
    person.press("Save the finding")
    person.see("could name a person")
    person.page.get_by_label("write it in general words").check()
    person.page.get_by_role("textbox", name="In general words").fill("One person held there")
    person.press("Record the decision")
    person.see("One person held there said that the light is never switched off.")

    person.press("End the visit")
    person.press("End the visit")
    person.see("The visit has ended.")
    person.see("ended, waits for its report")


def test_an_outsider_of_the_office_says_why_before_reading(enters, ground):
    visit = world.concluded(*ground)
    person = enters(head, language="ru")
    person.open(f"/desk/visits/{visit}/findings/")
    assert "purpose" in person.page.url
    person.page.get_by_role("radio").first.check()
    person.page.get_by_role("main").get_by_role("button").first.click()
    person.see("Освещение в камерах корпуса 1 недостаточное.")


def test_paper_is_printed_and_entered_on_a_telephone_without_scripts(enters, ground):
    visit = world.planned(*ground, days=0)
    person = enters(leader, width=390, scripts=False)
    person.open(f"/desk/visits/{visit}/")
    with person.page.expect_download() as waiting:
        person.press("Print the card of entitlements")
    assert waiting.value.suggested_filename == "card.pdf"
    person.press("Enter everything on one page")
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)  # the planned day's beginning, where it began less than three hours ago
    gate = max(midnight, timezone.localtime() - timedelta(hours=3))
    person.page.get_by_label("When the delegation stood at the gate").fill(gate.strftime("%Y-%m-%dT%H:%M"))
    first = person.page.get_by_role("group", name="Finding 1")
    first.get_by_label("Area").select_option("regime and time out of cell")
    first.get_by_label("English").fill("There is no walk on Sundays.")
    person.press("Save everything")
    person.see("Finding 1")
    person.see("Name a second one")
    assert first.get_by_label("English").input_value() == "There is no walk on Sundays."
    first.get_by_label("the administration").check()
    first.get_by_label("records", exact=True).check()
    person.press("Save everything")
    person.see("Everything is saved.")
    assert person.sideways() == 0


@pytest.mark.parametrize("width", [700, 1280])
def test_the_months_of_the_plan_have_the_same_columns_whatever_stands_in_them(enters, width):
    account_of(secretary)
    year = timezone.localdate().year
    for month, name in ((5, PLACE), (6, "Изолятор"), (7, "Дом")):
        for kind, announced in (("periodic", True), ("followup", False))[: month - 4]:
            day = date(year, month, 4)
            services.plan_visit(
                place_id=world.prison(f"{name} {kind}"), country="demo", kind=kind, announced=announced, first_day=day, last_day=day + timedelta(days=2),
                on=date(year, 1, 1), by=secretary,
            )  # fmt: skip
    person = enters(secretary, width=width, language="ru")
    person.open("/desk/plan/")
    lines = person.page.evaluate("() => [...document.querySelectorAll('table.aligned')].map(t => [...t.querySelectorAll('thead th')].map(h => h.getBoundingClientRect().left))")
    assert len(lines) == 3 and lines[0] == lines[1] == lines[2]
    assert person.sideways() == 0


@screens((390, "light", "ru"), (1280, "dark", "ky"))
def test_every_page_of_plan_and_visits_reads_on_every_screen(enters, ground, width, scheme, language):
    place, team = ground
    planned, begun = world.planned(place, team), world.begun(place, team, hours=31)
    services.prepare_visit(visit_id=planned, joint_with_spt=True, languages=["ru", "ug"], by=leader)
    named = world.seen("Осуждённый Петров А.В. сообщил, что свет не выключают.", seriousness="critical")
    finding = services.add_finding(visit_id=begun, seen=named, by=leader).value
    medical = Observation(area="health_care", text=Words(), sources=("own_eyes", "records"), medical=True)
    services.add_finding(visit_id=begun, seen=medical, by=leader)
    services.record_access(visit_id=begun, entitlement="records", outcome="refused", by_whom="начальник медчасти", ground="врачебная тайна", by=leader)
    services.add_meeting(visit_id=begun, with_whom="civil_society", held_on=timezone.localdate(), by=leader)
    services.record_closing_talk(visit_id=begun, held_on=timezone.localdate(), with_whom="начальник", promises=[("починить свет", "начальник", None)], by=leader)
    services.send_urgent_measure(
        visit_id=begun, what=Words.of({"ru": "Открыть окна."}), authority_code="lum-prison-service", observed_at=timezone.now() - timedelta(hours=30), by=leader
    )
    person = enters(leader, width=width, scheme=scheme, language=language)
    for page in (
        "plan/", "plan/new/", "visits/", f"visits/{planned}/", f"visits/{planned}/team/", f"visits/{planned}/team/edit/", f"visits/{planned}/begin/",
        f"visits/{planned}/preparation/", f"visits/{planned}/afterwards/", f"visits/{begun}/access/", f"visits/{begun}/access/edit/",
        f"visits/{begun}/access/talk/", f"visits/{begun}/access/measure/", f"visits/{begun}/findings/", f"visits/{begun}/findings/new/",
        f"visits/{begun}/findings/{finding}/edit/", f"visits/{begun}/findings/{finding}/translate/", f"visits/{begun}/findings/passages/",
        f"visits/{begun}/history/",
    ):  # fmt: skip
        assert person.open(f"/desk/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page


@pytest.mark.trial
def test_a_standard_is_chosen_by_keyboard_while_one_types(enters, ground):
    place, team = ground
    visit = world.begun(place, team)
    person = enters(leader)
    person.open(f"/desk/visits/{visit}/findings/new/")
    field = person.page.get_by_label("Add a standard by its number or words")
    field.press_sequentially("nmr 24")
    person.page.get_by_role("option", name="Mandela Rules 24").wait_for()
    person.must_be_accessible()
    field.press("Enter")
    assert person.page.get_by_label("Mandela Rules 24").is_checked() and field.input_value() == ""
    field.press_sequentially("обыск женщин")
    person.page.get_by_role("option", name="Bangkok Rules 20").wait_for()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        field.press(key)
    assert person.page.get_by_label("Bangkok Rules 20").is_checked()
    person.page.get_by_label("Area").select_option(index=1)
    person.write("Русский", "Обыск без ширмы.")
    person.page.get_by_label("seen with own eyes").check()
    person.page.get_by_label("records", exact=True).check()
    person.press("Save the finding")
    assert queries.findings(visit, by=leader)[0].standards == ("bangkok-20", "mandela-24")
