"""A year with enough in it to be told: a visit with a report and recommendations, frozen by the head."""

from tests import world
from tests.followup.recommendations import making
from tests.people import head, leader
from tests.remembering import remembered
from tirek.followup.recommendations.services import issue
from tirek.foundation.jurisdictions.queries import today
from tirek.insight.speeches import queries, services

DAYS = 150


def year():
    """The year in which the recommendations were issued."""
    return making.ago(DAYS).year


@remembered
def ten_issued():
    """Ten recommendations: five answered, four of them said to be carried out, three verified so."""
    visit = world.concluded(world.prison(), world.members(), announced=True)
    drafts = [making.draft(visit) for _each in range(10)]
    issue(visit_id=visit, report_number="2026/1", on=making.ago(DAYS), by=leader)
    for number, each in enumerate(drafts[:5]):
        making.answer(each, "claimed_implemented" if number < 4 else "accepted", days=10)
    for each in drafts[:3]:
        making.verify(each, "implemented", days=1)
    return drafts


def counts(of=None, by=head):
    """The sign of the figures as a page would carry it."""
    return queries.live_sheet(by=by, country="demo", year=of or year(), today=today("demo"))[1]


def frozen(by=head):
    """A frozen sheet of that year; its id."""
    return services.freeze_sheet(country="demo", year=year(), counts=counts(), by=by).value
