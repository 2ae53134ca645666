"""Whose letter is about what: nobody answers for another body, and nobody is reminded of what he answered."""

import pytest

from tests.followup.letters.making import letter
from tests.followup.recommendations.making import answer
from tests.people import secretary
from tirek.followup.letters import services
from tirek.followup.letters.refusals import AnswerDayNeeded, AnsweredMeanwhile, BodyElsewhere, PaperSent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("body", ["lum-prison-service", "lum-law", "lum-council"])
def test_a_letter_of_the_body_or_of_one_above_it_is_about_its_recommendations(three, body):
    assert letter(three, body=body)


@pytest.mark.parametrize("body", ["lum-care", "lum-prosecution"])
def test_a_letter_of_another_body_is_about_none_of_them(three, body):
    with pytest.raises(BodyElsewhere):
        letter(three, body=body)
    came = letter(body=body)
    with pytest.raises(BodyElsewhere):
        services.add_parts(letter_id=came, about=three, by=secretary)


def test_nobody_is_reminded_of_what_he_answered(three):
    answer(three[0])
    with pytest.raises(AnsweredMeanwhile) as refused:
        services.write_paper(country="demo", kind="reminder", body="lum-prison-service", language="ru", about=three, by=secretary)
    assert refused.value.params["numbers"] == "2026/7-1"
    services.write_paper(country="demo", kind="reminder", body="lum-prison-service", language="ru", about=three[1:], by=secretary)


def test_a_written_letter_is_entered_into_the_register_once(three):
    paper = services.write_paper(country="demo", kind="reminder", body="lum-prison-service", language="ru", about=three, by=secretary).value
    letter(three, direction="out", kind="reminder", number="99", paper_id=paper)
    with pytest.raises(PaperSent):
        letter(three, direction="out", kind="reminder", number="100", paper_id=paper)


def test_a_letter_asks_for_no_day_that_is_over(team):
    from tests import world
    from tests.followup.recommendations import making

    late = making.issued(world.concluded(world.prison("Дом срока"), team), days=400, number="Р-7")
    sent = {"country": "demo", "kind": "transmittal", "body": "lum-prison-service", "language": "ru", "about": [late], "by": secretary}
    with pytest.raises(AnswerDayNeeded):
        services.write_paper(**sent)
    assert services.write_paper(**sent, answer_by=making.today())
