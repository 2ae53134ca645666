"""A focal point of the prison that was visited, and what a body above hands to it."""

from tests import world
from tests.accounts import account_of
from tests.followup.exchange.making import service_focal
from tests.followup.recommendations import making
from tests.people import leader, person
from tests.remembering import remembered
from tirek.followup.recommendations.services import delegate, end_delegation, issue
from tirek.ground.rules.actors import Role
from tirek.ground.rules.bodies import facility_code


def warden_of(place, name="warden"):
    """A focal point of a place, with an account."""
    made = person(name, Role.FOCAL_POINT, authority=facility_code(place))
    account_of(made)
    return made


@remembered
def two_of_a_visit(place, team, number="2026/9", **given):
    """Two recommendations of one report of a place, told apart by their words."""
    visit = world.concluded(place, team)
    made = tuple(making.draft(visit, text=making.words(ru=f"До 1 марта заменить {what}."), **given) for what in ("светильники", "замки"))
    issue(visit_id=visit, report_number=number, on=making.ago(20), by=leader)
    return made


def hand_over(about, place, by=service_focal):
    """The body above asks the facility to prepare the reply."""
    return delegate(recommendation_id=about, country="demo", to=facility_code(place), by=by).value


def take_back(about, place, by=service_focal):
    end_delegation(recommendation_id=about, country="demo", to=facility_code(place), by=by)
