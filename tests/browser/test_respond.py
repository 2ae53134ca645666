"""The authorities' page in a real browser: ten answers by a spreadsheet, sent by the head of the body, verified on the spot by the mechanism."""

import io
from pathlib import Path

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests import world
from tests.accounts import account_of, sign_in
from tests.browser.screens import screens
from tests.followup.exchange.making import ahead, hand_in, prepare, service_focal, service_head
from tests.followup.recommendations.making import ago, draft, read, today, words
from tests.people import leader, person, secretary
from tirek.followup.exchange import services
from tirek.followup.exchange.sheets.phrases import COLUMNS
from tirek.followup.recommendations.services import issue
from tirek.ground.rules.actors import Role
from tirek.records.visits.services import begin

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def enter(walk):
    """A walker, signed in, in a language."""

    def start(who, language="en", **options):
        walker = walk(**options)
        walker.base = walker.base.replace("127.0.0.1", "localhost")
        kept = {"sessionid": sign_in(Client(), who).cookies["sessionid"].value, "language": language}
        walker.context.add_cookies([{"name": name, "value": value, "url": walker.base} for name, value in kept.items()])
        return walker

    return start


@pytest.fixture
def house():
    return world.prison("Дом десяти")


@pytest.fixture
def team(house):
    return world.members()


@pytest.fixture
def ten(house, team):
    visit = world.concluded(house, team)
    made = tuple(draft(visit, text=words(ru=f"До 1 марта заменить светильники корпуса {number}.")) for number in range(1, 11))
    issue(visit_id=visit, report_number="2026/7", on=ago(20), by=leader)
    for who in (service_focal, service_head):
        account_of(who)
    return made


def filled(path, rows):
    """The file that was saved, with cells filled in by line."""
    book = load_workbook(io.BytesIO(Path(path).read_bytes()))
    for line, cells in rows.items():
        for key, value in cells.items():
            book.worksheets[0].cell(row=line + 2, column=COLUMNS.index(key) + 1, value=value)
    stored = io.BytesIO()
    book.save(stored)
    return {"name": "answers.xlsx", "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "buffer": stored.getvalue()}


def test_a_focal_point_answers_ten_by_a_spreadsheet_the_head_sends_them_and_the_mechanism_verifies_on_the_spot(enter, house, team, ten):
    person = enter(service_focal)
    page = person.page
    person.open("/desk/")
    assert page.url.endswith("/respond/") and "10 recommendations await your answer" in page.inner_text("main")
    page.get_by_role("link", name="Spreadsheet").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the spreadsheet").click()
    rows = {line: {"word": "we accept", "said": f"Светильники корпуса {line + 1} заменят.", "step_1": "Закупить", "until_1": ahead(30)} for line in range(10)}
    rows[3]["word"] = "yes"
    rows[7] |= {"word": "we do not accept", "said": "", "step_1": "", "until_1": ""}
    page.get_by_label("The filled spreadsheet").set_input_files(filled(saved.value.path(), rows))
    page.get_by_role("button", name="Check and keep the rows").click()
    shown = page.inner_text("main")
    assert "8 replies are kept" in shown and "“yes” is none of it" in shown and "Write why it is not accepted" in shown
    person.must_be_accessible()
    rows[3]["word"], rows[7]["said"] = "we accept", "Корпус закрыт на ремонт."
    page.get_by_label("The filled spreadsheet").set_input_files(filled(saved.value.path(), rows))
    page.get_by_role("button", name="Check and keep the rows").click()
    shown = page.inner_text("main")
    assert "2 replies are kept" in shown and "8 rows say what stands already" in shown
    page.get_by_role("link", name="To be sent").click()
    for box in page.locator("input[name=chosen]").all():
        box.check()
    page.get_by_role("button", name="Hand in the chosen ones").click()
    assert "10 replies are handed in" in page.inner_text("main")
    assert all(read(each).word == "none" for each in ten) and person.complaints == []

    boss = enter(service_head)
    boss.open("/respond/")
    boss.page.get_by_role("link", name="10 replies are handed in").click()
    boss.must_be_accessible()
    for box in boss.page.locator("input[name=chosen]").all():
        box.check()
    boss.page.get_by_role("button", name="Send the chosen ones to the mechanism").click()
    assert "10 answers are sent to the mechanism" in boss.page.inner_text("main")
    assert [read(each).word for each in ten] == ["accepted"] * 7 + ["rejected"] + ["accepted"] * 2

    again = world.planned(house, team, days=0)
    begin(visit_id=again, by=leader, because=world.WHY)
    seen = enter(leader)
    seen.open(f"/desk/recommendations/{ten[0]}/")
    seen.page.get_by_role("link", name="Enter a verification").click()
    seen.page.get_by_label("What was found").select_option("partially_implemented")
    seen.page.get_by_label("seen on the spot").check()
    seen.page.get_by_label("What was seen or read").fill("Заменена половина светильников.")
    seen.page.get_by_label("On which visit").select_option(index=1)
    seen.page.get_by_role("button", name="Save the verification").click()
    told = seen.page.inner_text("main")
    assert "carried out in part" in told and "sent on the authorities’ page" in told
    person.open(f"/respond/recommendations/{ten[0]}/")
    assert "carried out in part" not in page.inner_text("main"), "the body learns of it once it is told"

    office = enter(secretary)
    office.open(f"/desk/recommendations/{ten[0]}/authority/")
    office.must_be_accessible()
    office.page.get_by_role("button", name="Tell the body").click()
    page.reload()
    assert "The mechanism verified on" in page.inner_text("main") and "Заменена половина" not in page.inner_text("main")


def test_a_ministry_is_divided_and_its_open_recommendations_follow(enter, house, team):
    visit = world.concluded(house, team)
    made = [draft(visit, addressee="lum-crafts-old", text=words(ru=f"До 1 марта принять на работу {number} медсестёр.")) for number in (2, 3)]
    issue(visit_id=visit, report_number="2026/8", on=ago(200), by=leader)
    heir, other = (person(name, Role.FOCAL_POINT, authority=code) for name, code in (("heir", "lum-shelters"), ("other", "lum-crafts")))
    for who in (heir, other):
        account_of(who)
    office = enter(secretary)
    page = office.page
    office.open("/desk/recommendations/")
    page.get_by_role("link", name="Bodies that others came after").click()
    office.must_be_accessible()
    shown = page.inner_text("main")
    assert "The ministry was divided" in shown and "answers for 2 recommendations in force" in shown
    page.get_by_role("link", name="Open them, choose some, and pass them on").click()
    page.get_by_label("2026/8-2", exact=True).check()
    with page.expect_navigation():
        page.get_by_role("button", name="Pass on to the body that took over").click()
    page.get_by_label("Who answers from now on").select_option("lum-crafts")
    page.get_by_label("Why this one").fill("Указ о разделении министерства, пункт 4.")
    page.get_by_role("button", name="Show the preview").click()
    office.see("1 would be changed")
    page.get_by_role("button", name="Do it to 1 row").click()
    office.open("/desk/recommendations/bodies/")
    assert page.inner_text("main").count("answers for 1 recommendation in force") == 2 and office.complaints == []
    for who, mine, not_mine in ((heir, "2026/8-1", "2026/8-2"), (other, "2026/8-2", "2026/8-1")):
        reader = enter(who)
        reader.open("/respond/recommendations/")
        assert mine in reader.page.inner_text("main") and not_mine not in reader.page.inner_text("main")
    assert read(made[1]).addressee == "lum-crafts-old" and read(made[1]).answers_for_it == "lum-crafts"


@screens((1280, "light", "ru"), (390, "dark", "kk"), (390, "light", "ky"), (1280, "dark", "en"))
def test_every_page_of_an_authority_reads_on_every_screen(enter, ten, width, scheme, language):
    prepare(ten[0], by=service_focal, steps=(services.Plan("Закупить светильники", today()),))
    prepare(ten[1], by=service_focal)
    hand_in(ten[1], by=service_focal)
    asked = services.ask_time(recommendation_id=ten[2], country="demo", until=ahead(100), reason="Идёт закупка.", by=service_focal).value
    services.say(recommendation_id=ten[2], country="demo", text="Когда можно приехать?", by=service_focal)
    person = enter(service_head, language, width=width, scheme=scheme)
    one = f"recommendations/{ten[0]}/"
    for page in ["", "recommendations/", "to-send/", "sheet/", one, f"{one}reply/", f"{one}time/", f"{one}delegate/", f"recommendations/{ten[1]}/", f"recommendations/{ten[1]}/return/", f"recommendations/{ten[2]}/"]:
        assert person.open(f"/respond/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page
    office = enter(secretary, language, width=width, scheme=scheme)
    for page in (f"{ten[2]}/authority/", f"more-time/{asked}/"):
        assert office.open(f"/desk/recommendations/{page}") == 200, page
        office.must_be_accessible()
        assert office.sideways() == 0, page

