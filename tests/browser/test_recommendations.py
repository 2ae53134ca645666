"""Recommendations and missions in a real browser: on a desk and on a telephone, light and dark, in four languages, by keyboard alone."""

import pytest
from django.test import Client
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.browser.screens import screens
from tests.followup.recommendations import making
from tests.followup.recommendations.making import answer, draft, issued, verify, words
from tests.people import foreigner, leader, secretary
from tirek.followup.recommendations import queries, services
from tirek.foundation.files.services import NewFile
from tirek.ground.rules.actors import SYSTEM
from tirek.records.visits.queries import visit as visit_facts

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LETTER = NewFile(b"%PDF-1.7 letter", "letter.pdf", "application/pdf")


@pytest.fixture
def enter(walk):
    """A walker of somebody, signed in, in a language."""

    def start(person, language="en", **options):
        walker = walk(**options)
        signed = sign_in(Client(), person)
        walker.base = walker.base.replace("127.0.0.1", "localhost")
        kept = {"sessionid": signed.cookies["sessionid"].value, "language": language}
        walker.context.add_cookies([{"name": name, "value": value, "url": walker.base} for name, value in kept.items()])
        return walker

    return start


@pytest.fixture
def story():
    """An issued recommendation with both axes, and another visit of the same place with drafts, one of which could name somebody."""
    first = world.concluded(world.prison(), world.members())
    made = issued(first, days=60, indicator=words("Акт осмотра всех камер с замером освещённости.", "Барлық камераны тексеру актісі."))
    answer(made, "claimed_implemented", days=20, letter_number="14-03/390", text="Светильники установлены во всех камерах.", letter=LETTER)
    seen = visit_facts(first, by=leader)
    second = world.concluded(seen.place_id, {each.role: each.member_id for each in seen.delegation})
    verify(made, "partially_implemented", text="Светильники стоят в трёх камерах из десяти.", evidence=LETTER, visit_id=second)
    draft(second, text=words("Усилить контроль.", ""), addressee="lum-care")
    named = draft(second, text=words("Выдать осуждённому Петрову В. С. очки.", "Көзілдірік беру керек бір адамға."), repeats=made)
    return {"made": made, "visit": second, "draft": named}


@screens((390, "dark", "ru"), (1280, "light", "kk"))
def test_every_page_of_the_recommendations_reads_on_every_screen(enter, story, width, scheme, language):
    person = enter(secretary, language, width=width, scheme=scheme)
    one, visit = f"recommendations/{story['made']}", f"visits/{story['visit']}/recommendations"
    pages = ["recommendations/", "recommendations/?word=accepted", "recommendations/export/", "recommendations/rates/?by=authority", "recommendations/board/?by=word", "recommendations/timeline/", f"{one}/labels/", f"{one}/", f"{one}/answer/", f"{one}/verify/", f"{one}/withdraw/", f"{one}/due/", f"{one}/care/", f"{one}/theme/", f"{one}/thread/", f"{one}/link/",
             f"{visit}/", f"{visit}/new/", f"{visit}/passages/", f"recommendations/{story['draft']}/edit/", f"recommendations/{story['draft']}/translate/"]  # fmt: skip
    for page in pages:
        assert person.open(f"/desk/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_what_the_mechanism_verified_is_seen_in_the_list_without_scrolling_sideways(enter, language):
    visit = world.concluded(world.prison("Дом предварительного содержания"), world.members())
    issued(visit, days=200, addressee="lum-prosecution")
    person = enter(secretary, language, width=1280)
    person.open("/desk/recommendations/")
    wide, room = person.page.evaluate("(table => [table.scrollWidth, table.parentElement.clientWidth])(document.querySelector('main table'))")
    assert wide <= room


@screens((390, "dark", "kk"), (1280, "light", "ru"), (1280, "dark", "ky"), (390, "light", "en"))
def test_the_mission_reads_on_every_screen(enter, width, scheme, language):
    services.load_missions(by=SYSTEM)
    mission = next(each for each in queries.missions(by=foreigner, country="kz") if each.code == "spt-2023")
    person = enter(foreigner, language, width=width, scheme=scheme)
    for page in ("missions/", f"missions/{mission.id}/"):
        assert person.open(f"/desk/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page
    person.see(mission.name.in_(language))
    person.see("CAT/OP/KAZ/ROSP/1")


def test_a_leader_writes_a_recommendation_and_decides_a_passage_by_what_she_sees(enter):
    visit = world.concluded(world.prison(), world.members())
    person = enter(leader)
    person.open(f"/desk/visits/{visit}/recommendations/")
    person.press("Write a recommendation")
    person.see("Suggested: on")
    person.write("Русский", "Выдать осуждённому Петрову В. С. очки.")
    person.press("Save the draft")
    person.see("This field is required.")
    assert person.page.get_by_label("Русский").first.input_value() == "Выдать осуждённому Петрову В. С. очки."
    person.page.get_by_label("1. living conditions").check()
    person.press("Save the draft")
    person.see("The recommendation is written as a draft.")
    person.press("Look at the passages")
    person.page.get_by_label("write it in general words").check()
    person.write("General words instead", "одному человеку")
    person.press("Record the decision")
    person.see("The decision is recorded.")
    person.see("Выдать одному человеку очки.")


def test_a_secretary_enters_a_letter_and_saves_it_again_by_what_she_sees(enter, tmp_path):
    made = issued(world.concluded(world.prison(), world.members()), days=20)
    letter = tmp_path / "Письмо.pdf"
    letter.write_bytes(b"%PDF-1.7 letter")
    person = enter(secretary)
    person.open("/desk/recommendations/")
    person.press("Р-1-1")
    person.press("Enter the authority’s answer")
    person.page.get_by_label("What the authority says").select_option(label="accepts in part")
    person.page.get_by_label("Date of the letter").fill(making.ago(2).isoformat())
    person.write("What the letter says", "Осуждённому Петрову В. С. очки выданы.")
    person.page.get_by_label("The letter as a file").set_input_files(str(letter))
    person.press("Save the answer")
    person.see("Passages of this text could name a person.")
    person.see("Choose it again.")
    person.page.get_by_label("None of these passages names a person deprived of liberty").check()
    person.page.get_by_label("The letter as a file").set_input_files(str(letter))
    person.press("Save the answer")
    person.see("The answer is entered.")
    person.see("accepts in part")
    person.see("not verified yet")
    with person.page.expect_download() as saved:
        person.press("Save the letter")
    assert saved.value.suggested_filename == f"demonstration-Р-1-1-answer-{making.ago(2).isoformat()}.pdf"
    assert queries.recommendation(made, by=secretary, today=timezone.localdate()).word == "partly_accepted"


def test_the_list_is_narrowed_and_saved_as_a_file_by_keyboard_alone(enter):
    issued(world.concluded(world.prison(), world.members()), days=200)
    person = enter(secretary)
    person.open("/desk/recommendations/")
    person.page.get_by_label("Answer overdue").focus()
    person.page.keyboard.press("Space")
    person.page.keyboard.press("Enter")
    person.page.wait_for_url("**overdue=on**")
    person.page.get_by_role("link", name="Save as a file").focus()
    person.page.keyboard.press("Enter")
    person.page.get_by_role("link", name="The same rows with every language").focus()
    person.page.keyboard.press("Enter")
    person.page.get_by_label("What the file is for").focus()
    person.page.keyboard.press("f")
    with person.page.expect_download() as saved:
        person.page.get_by_role("button", name="Save the file").focus()
        person.page.keyboard.press("Enter")
    assert saved.value.suggested_filename == f"recommendations-demo-{timezone.localdate().isoformat()}.csv"
