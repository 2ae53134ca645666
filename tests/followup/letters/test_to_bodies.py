"""Letters as the body reads them to which they went."""

import pytest

from tests.followup.exchange.making import service_focal, stranger
from tests.followup.letters.making import letter
from tests.followup.recommendations.making import today
from tests.people import focal, head, receiver, secretary
from tirek.followup.letters import queries, services
from tirek.followup.letters.refusals import AcknowledgedAlready
from tirek.ground.rules.refusals import NotFound

pytestmark = pytest.mark.django_db


def seen(by):
    return {each.number: each.about for each in queries.letters_to_bodies(by=by, country="demo", today=today())}


def test_a_body_reads_what_was_sent_to_it_and_a_ministry_what_went_to_its_service(three):
    letter(three[:2], direction="out", number="1/2026")
    letter(three[2:], direction="out", number="2/2026", body="lum-care")
    letter(three[:1], number="3/2026")
    assert seen(service_focal) == seen(focal) == {"1/2026": ("2026/7-1", "2026/7-2")}
    assert seen(stranger) == {"2/2026": ()}, "it reads no number of what is addressed to another body"
    assert seen(receiver) == seen(secretary) == seen(head) == {}


def test_its_own_people_confirm_it_once(three):
    sent = letter(three, direction="out", number="1/2026")
    for who in (focal, stranger, secretary):
        with pytest.raises(NotFound):
            services.acknowledge_as_body(letter_id=sent, country="demo", by=who)
    services.acknowledge_as_body(letter_id=sent, country="demo", by=service_focal)
    assert queries.letter(sent, by=head, today=today()).acknowledged_on == today()
    with pytest.raises(AcknowledgedAlready):
        services.acknowledge_as_body(letter_id=sent, country="demo", by=service_focal)


def test_what_came_or_was_taken_out_of_the_register_is_not_there(three):
    came, sent = letter(three, number="3/2026"), letter(three, direction="out", number="1/2026")
    services.take_out_letter(letter_id=sent, reason="Внесено по ошибке.", by=secretary)
    for key in (came, sent):
        with pytest.raises(NotFound):
            queries.letter_to_body(key, by=service_focal, country="demo", today=today())
        with pytest.raises(NotFound):
            services.acknowledge_as_body(letter_id=key, country="demo", by=service_focal)
