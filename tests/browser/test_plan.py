"""The plan of a year in a real browser: every page of it on every screen, and several visits planned at once by what a person sees."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from tests import world
from tests.accounts import account_of
from tests.browser.screens import screens
from tests.people import deputy, head, secretary
from tirek.ground.rules.annual_plan import Line, Target
from tirek.insight.planning import services
from tirek.registers.mandate.services import enter_absence

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@screens((1280, "light", "kk"), (390, "dark", "en"))
def test_every_page_of_a_year_reads_on_every_screen(enters, width, scheme, language):
    for person in (deputy, head, secretary):
        account_of(person)
    place, team = world.prison("Тарноборский исправительный дом № 4 с участком особого режима"), world.members()
    day = timezone.localdate() + timedelta(days=3)
    world.planned(place, team, announced=True, days=3)
    enter_absence(member_id=team["leader"], since=day, until=day, by=secretary)
    made = services.begin_plan(country="demo", year=day.year, by=secretary).value
    targets = [Target("prison", "LU-TA", 3, 2, 1, Decimal("1250000.50")), Target("sizo", "", 4)]
    services.write_plan(plan_id=made, targets=targets, lines=[Line("Перевод", Decimal("640000"))], notes="Первый год.", by=secretary)
    services.submit_plan(plan_id=made, by=secretary)
    services.approve_plan(plan_id=made, by=head)
    services.write_plan(plan_id=made, targets=targets[:1], reason="Изолятор закрыт.", by=head)
    services.begin_plan(country="demo", year=day.year + 1, by=secretary, targets=targets)
    person = enters(head, width=width, scheme=scheme, language=language)
    month = f"{day.year}/{day.month}/"
    for page in (
        f"plan/{day.year}/", f"plan/{day.year + 1}/", f"plan/{day.year + 1}/write/", f"plan/{day.year}/write/", f"plan/{day.year}/sheet/", "plan/coverage/",
        f"plan/calendar/{day.year}/", f"plan/calendar/{month}", f"plan/members/{month}", f"plan/deed/{day.year}/", f"members/{team['leader']}/away/",
    ):  # fmt: skip
        assert person.open(f"/desk/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page


@pytest.mark.trial
def test_a_secretary_plans_several_places_for_a_month(enters):
    account_of(secretary)
    for number in range(3):
        world.prison(f"Дом {number}")
    person = enters(secretary)
    person.open("/desk/plan/coverage/")
    for number in range(2):
        person.page.get_by_label(f"Дом {number}", exact=True).check()
    person.press("Plan the chosen places")
    person.see("Plan visits to 2 places")
    person.page.get_by_label("Month").select_option(index=1)
    person.page.get_by_label("Kind of visit").select_option("periodic")
    person.press("Show the preview")
    person.see("Nothing is written yet.")
    person.must_be_accessible()
    person.press("Put these into the plan")
    person.see("2 entries")
