"""A telling of the invented country that was killed goes on where it stopped: nothing is lost, nothing stands twice."""

import pytest

from tirek.followup.recommendations.queries import recommendation, recommendations
from tirek.foundation.ledger import services as ledger
from tirek.foundation.ledger import writing
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.reports.queries import reports
from tirek.project.demonstration import visits
from tirek.project.demonstration.members import load_members
from tirek.project.demonstration.people import load_people
from tirek.project.demonstration.places import load_places
from tirek.project.demonstration.places import stories as place_stories
from tirek.project.demonstration.telling import Telling
from tirek.project.demonstration.year import load_year
from tirek.records.visits import queries
from tirek.registers.places.queries import places

pytestmark = pytest.mark.django_db
FEW = ("old-bridge-1", "old-bridge-2", "stone-ford-1")


class Killed(BaseException):
    """The process is gone."""


@pytest.fixture
def killed_after(monkeypatch):
    """From now on the act numbered so many is never finished, as if the process had died in it."""

    def arrange(acts):
        append = writing.append
        left = [acts]

        def die(draft, act):
            left[0] -= 1
            if left[0] == 0:
                monkeypatch.setattr(ledger, "append", append)
                raise Killed
            return append(draft, act)

        monkeypatch.setattr(ledger, "append", die)

    return arrange


def nothing():
    """No dots on the terminal of a test."""


def test_places_are_told_on_after_a_kill(killed_after):
    load_people()
    for acts in (2, 9, 30):
        killed_after(acts)
        with pytest.raises(Killed):
            load_places(nothing)
    load_places(nothing)
    found = places(by=SYSTEM, country="demo")
    assert len(found) == len(place_stories())
    assert sum(len(one.counts) for one in found) == sum(len(story.counts) for story in place_stories())
    assert [one.merged_into is not None for one in found].count(True) == 1


@pytest.mark.slow
def test_the_year_is_told_on_after_kills(killed_after, monkeypatch):
    load_people()
    load_places(nothing)
    load_members(nothing)
    few = tuple(one for one in visits.stories() if one.code in FEW)
    monkeypatch.setattr(visits, "stories", lambda: few)
    killed = 0
    for acts in (5, 40, 57, 20, 45, 12, 30, 9, 4):
        killed_after(acts)
        try:
            load_year(nothing)
        except Killed:
            killed += 1
    load_year(nothing)
    assert killed >= 5
    assert sorted(one.state for one in queries.visits(by=SYSTEM, country="demo")) == ["reported", "reported", "under_way"]
    assert [one.number.split("/")[0] for one in reports(by=SYSTEM, country="demo")] == ["2", "1"]
    today = Telling().today
    told = [recommendation for one in few for recommendation in one.recommendations]
    found = [recommendation(one.id, by=SYSTEM, today=today) for one in recommendations(by=SYSTEM, country="demo", today=today)]
    assert len(found) == len(told)
    assert sum(len(one.answers) for one in found) == sum(len(one.answers) for one in told)
    assert sum(len(one.verifications) for one in found) == sum(len(one.verifications) for one in told)
    assert verify().holds
