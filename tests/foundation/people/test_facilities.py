"""A focal point for a facility: an official place of the country's register that works today, and no other role for it."""

from uuid import UUID

import pytest

from tests import world
from tests.accounts import account_of
from tests.followup.recommendations.making import ago
from tests.people import administrator, focal, head, secretary
from tirek.foundation.jurisdictions.facilities import body_names, facilities
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.jurisdictions.refusals import FacilityClosed, FacilityUnknown
from tirek.foundation.people import queries
from tirek.foundation.people.refusals import FacilityHasNoHead
from tirek.foundation.people.services import accept_invitation, confirm_right, give_role, invite
from tirek.ground.rules.actors import ANSWERING, Role
from tirek.ground.rules.bodies import facility_code
from tirek.ground.rules.words import Words
from tirek.registers.places.services import close_place, register_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return world.prison("Дом у реки")


def asked(code, role=Role.FOCAL_POINT):
    """An administrator asks for somebody of a facility."""
    account_of(administrator), account_of(head)
    return invite(email="warden@lumeria.example", name="Warden", language="ru", country="demo", role=role, authority=code, by=administrator)


def confirmed():
    (waiting,) = queries.rights_to_decide(by=head, country="demo")
    assert waiting.authority_name.best("ru") == "Дом у реки", "whoever confirms reads for which facility"
    return confirm_right(request_id=waiting.id, country="demo", by=head).value


def test_somebody_is_invited_for_a_facility_and_acts_for_it_alone(place):
    asked(facility_code(place))
    link = confirmed()
    assert queries.invitation_behind(link.secret).authority_name.best("ru") == "Дом у реки"
    made = accept_invitation(secret=link.secret, password="four words not together").value
    assert queries.actor_of(made).authorities_in("demo", *ANSWERING) == {facility_code(place)}
    (line,) = [one for one in queries.accounts(by=administrator, country="demo") if one.id == str(made.pk)]
    assert [role.authority_name.best("ru") for role in line.roles] == ["Дом у реки"]


@pytest.mark.parametrize("role", [Role.BODY_HEAD, Role.RECEIVER])
def test_a_facility_has_neither_a_head_that_sends_nor_a_receiver(place, role):
    with pytest.raises(FacilityHasNoHead):
        asked(facility_code(place), role)
    with pytest.raises(FacilityHasNoHead):
        give_role(account_id=account_of(focal).pk, role=role, country="demo", authority=facility_code(place), by=administrator)


def test_a_place_that_is_closed_unofficial_unknown_or_of_another_country_is_refused(place):
    secret = unofficial()
    for code in ("place:", "place:0", facility_code(place).upper().replace("PLACE", "place"), facility_code(UUID(head.id)), facility_code(secret)):
        with pytest.raises(FacilityUnknown):
            asked(code)
    close_place(place_id=place, on=ago(1), by=secretary)
    with pytest.raises(FacilityClosed):
        asked(facility_code(place))
    assert facilities("kz", today("kz")) == facilities("demo", today("demo")) == ()


def unofficial():
    """A house of which nothing is known but that somebody was held there."""
    name = Words.of({"ru": "Гараж на окраине"}, "ru")
    return register_place(country="demo", name=name, kind="prison", region="LU-TA", unofficial=True, unofficial_reason="Там держали человека.", by=secretary).value


def test_a_facility_that_closes_before_the_invitation_is_accepted_gets_no_people(place):
    asked(facility_code(place))
    link = confirmed()
    close_place(place_id=place, on=ago(1), by=secretary)
    with pytest.raises(FacilityClosed):
        accept_invitation(secret=link.secret, password="four words not together")


def test_no_code_of_a_place_is_shown_for_a_name(place):
    codes = [facility_code(place), "place:0", "lum-law", "gone-body"]
    names = body_names("demo", codes, today("demo"))
    assert names[codes[0]].best("ru") == "Дом у реки" and "place:" not in names["place:0"].best("ru")
    assert names["gone-body"].best("ru") == "gone-body" and names["lum-law"].best("en") != "lum-law"
    assert "place:" not in body_names("kz", codes[:1], today("kz"))[codes[0]].best("en"), "a place of another country has no name here"
