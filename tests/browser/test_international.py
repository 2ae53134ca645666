"""A recommendation of an international body is followed from 2016 over 2023 to this year's visit, by what a person sees."""

from datetime import date

import pytest
from django.test import Client

from tests import world
from tests.accounts import sign_in
from tests.followup.international import making
from tests.followup.recommendations import making as national
from tests.people import leader, member
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.publications.bodies import content
from tirek.insight.publications.services import freeze

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def enter(walk):
    """A walker of somebody, signed in."""

    def start(person, language="en", **options):
        walker = walk(**options)
        signed = sign_in(Client(), person)
        walker.base = walker.base.replace("127.0.0.1", "localhost")
        kept = {"sessionid": signed.cookies["sessionid"].value, "language": language}
        walker.context.add_cookies([{"name": name, "value": value, "url": walker.base} for name, value in kept.items()])
        return walker

    return start


def test_a_recommendation_is_followed_from_2016_over_2023_to_this_years_visit(enter):
    visit = world.concluded(world.prison(), world.members())
    national.issued(visit)
    making.old()
    making.paragraph(making.report(making.review(2023), symbol="CV/LUM/2", on=date(2025, 4, 7)), number="31", text="Закончить установку светильников.")
    person = enter(leader, width=390)
    person.open("/desk/international/")
    person.must_be_accessible()
    person.press("CV/LUM/2")
    person.see("public")
    person.press("31")
    person.press("Link an earlier recommendation")
    person.must_be_accessible()
    person.page.get_by_label("The earlier recommendation").select_option(index=1)
    person.press("Link")
    person.see("Goes on from CV/LUM/1, paragraph 45.")
    person.press("Link a recommendation of the mechanism")
    person.page.get_by_label("Number of the recommendation").fill("Р-1-1")
    person.press("Link")
    person.press("Link a finding")
    person.page.get_by_label("The finding").select_option(index=1)
    person.press("Link")
    reader = enter(member)
    reader.open("/desk/international/")
    reader.press("CV/LUM/1")
    reader.press("45")
    for seen in ("One thread since 2016", "2023 · CV/LUM/2, paragraph 31", "Р-1-1", "not verified yet", "What was seen on visits"):
        reader.see(seen)
    reader.must_be_accessible()
    assert reader.sideways() == 0 == person.sideways()
    reader.press("Р-1-1")
    reader.see("Bears on")


def test_a_visitor_of_the_public_pages_reads_the_thread(walk):
    world.members()
    old = making.old()
    new = making.paragraph(making.report(making.review(2023), symbol="CV/LUM/2", on=date(2025, 4, 7)), number="31", text="Закончить установку светильников.")
    making.link(new, earlier_id=old)
    with record("editions.loaded", by=SYSTEM) as entry:  # the invented country has no public pages, so its edition stands under another
        freeze(kind="bodies", country="kz", key="country", origin="entered", body=content("demo"))
        entry.of(None)
    visitor = walk(width=390)
    visitor.open("/en/kz/international/")
    visitor.must_be_accessible()
    visitor.press("Paragraph 45")
    visitor.see("one thread since 2016")
    visitor.see("2023 · CV/LUM/2, paragraph 31")
    visitor.must_be_accessible()
    assert visitor.sideways() == 0
