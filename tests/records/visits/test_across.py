"""Lists over visits hold exactly what each reader could read visit by visit without being asked what for."""

from datetime import date, timedelta

import pytest

from tests import world
from tests.people import EVERYBODY, analyst, deputy, doctor, head, leader, member
from tests.remembering import remembered
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.refusals import NotFound
from tirek.records.visits import queries, services
from tirek.records.visits.models import Finding, Visit
from tirek.records.visits.queries import FindingFilters

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return world.members()


@pytest.fixture
def visits(team):
    """The visits of `made`."""
    return made(team)


@remembered
def made(team):
    """A visit under way, one that ended, one whose report is issued, each with a medical finding released and one that waits."""
    place = world.prison()
    visits = {"begun": world.begun(place, team), "concluded": world.begun(place, team), "reported": world.begun(place, team)}
    for visit in visits.values():
        services.add_finding(visit_id=visit, seen=world.seen("Темно.", standards=("mandela-13", "mandela-14")), by=leader)
        services.add_finding(visit_id=visit, seen=world.seen("Чисто.", good_practice=True, standards=("mandela-17",)), by=leader)
        services.add_finding(visit_id=visit, seen=world.seen("Сыро.", seriousness="critical", area="health_care", standards=()), by=leader)
        for text in ("Осмотр поздний.", "Карт нет."):
            medical = services.add_finding(visit_id=visit, seen=world.seen(text, medical=True, area="health_care", standards=("mandela-30",)), by=doctor).value
        services.release_medical_wording(finding_id=medical, text=world.seen(text).text, by=doctor)
        gone = services.add_finding(visit_id=visit, seen=world.seen("Лишнее.", standards=("mandela-13",)), by=leader).value
        services.take_back_finding(finding_id=gone, by=leader)
    for name in ("concluded", "reported"):
        services.end(visit_id=visits[name], by=leader)
    services.mark_reported(visit_id=visits["reported"], by=leader)
    return visits


def day_of(visits):
    """The day on which all of them began, by the country's clock."""
    (day,) = {queries.visit(each, by=leader).starts_on for each in visits.values()}
    return day


def one_by_one(visit, by):
    """The findings of a visit that somebody reads there without a question."""
    try:
        if queries.must_say_why(visit, by=by):
            return set()
        return {one.id for one in queries.findings(visit, by=by) if one.area}
    except NotFound:
        return set()


def test_the_list_is_what_each_person_reads_visit_by_visit(visits):
    for person in (*EVERYBODY, deputy, SYSTEM):
        told = {one.id for one in queries.findings_across(by=person, country="demo")}
        expected = set().union(*(one_by_one(visit, person) for visit in visits.values()))
        assert told == expected, person.name
        assert queries.finding_count(by=person, country="demo") == len(expected), person.name
        assert queries.findings_by_area(by=person, country="demo").total() == len(expected), person.name
        assert queries.finding_count(by=person, country="kz") == 0
    assert len(one_by_one(visits["reported"], head)) == len(one_by_one(visits["reported"], analyst)) == 4
    assert len(one_by_one(visits["begun"], doctor)) == 5 and not one_by_one(visits["begun"], head)


def test_counts_by_standard_are_the_lengths_of_the_lists(visits):
    for person in (head, member, doctor, analyst):
        counted = queries.findings_by_standard(by=person, country="demo")
        for id in ("mandela-1", "mandela-13", "mandela-17", "mandela-30"):
            assert counted[id] == queries.finding_count(by=person, country="demo", filters=FindingFilters(standard=id)), (person.name, id)
    assert counted["mandela-1"] == 0 and counted["mandela-13"] == 1


def test_a_list_is_narrowed_by_what_was_counted(visits):
    day = day_of(visits)
    counted = queries.findings_by_area(by=head, country="demo")
    assert counted == {("living_conditions", "notable"): 1, ("living_conditions", "good_practice"): 1, ("health_care", "critical"): 1, ("health_care", "notable"): 1}
    for (area, degree), count in counted.items():
        told = queries.findings_across(by=head, country="demo", filters=FindingFilters(area=area, degree=degree))
        assert [(one.area, one.degree) for one in told] == [(area, degree)] * count
    assert queries.finding_count(by=head, country="demo", filters=FindingFilters(until=day - timedelta(days=1))) == 0
    assert queries.finding_count(by=head, country="demo", filters=FindingFilters(since=day, until=day)) == 4


def test_pages_of_the_list_follow_each_other(visits):
    whole = queries.findings_across(by=leader, country="demo")
    assert len(whole) == 12 and whole[0].place_name
    assert queries.findings_across(by=leader, country="demo", start=3, size=4) == whole[3:7]


def test_pages_and_counts_are_cut_of_what_each_person_reads_visit_by_visit(visits, team, monkeypatch):
    """A page is found among its first visits, a count by taking off what is not read: both against the list made finding by finding."""
    moved = Visit.objects.get(pk=visits["begun"])
    with record("test.moved", by=SYSTEM, subject=("visit", moved.pk), country="demo"):
        moved.starts_on -= timedelta(days=40)
        moved.save()
    of_visit, rows = {each: queries.visit(each, by=leader).starts_on for each in visits.values()}, {one.pk: one for one in Finding.objects.all()}
    for person in (*EVERYBODY, deputy, SYSTEM):
        seen = [rows[id] for visit in visits.values() for id in one_by_one(visit, person)]
        for narrow in (FindingFilters(), FindingFilters(area="health_care"), FindingFilters(degree="critical"), FindingFilters(standard="mandela-30"), FindingFilters(since=moved.starts_on + timedelta(days=1))):
            kept = [one for one in seen if stays(one, of_visit[one.visit_id], narrow)]
            assert queries.finding_count(by=person, country="demo", filters=narrow) == len(kept), (person.name, narrow)
            for order, sign in (("", -1), ("first", 1)):
                whole = [one.pk for one in sorted(kept, key=lambda one, sign=sign: (sign * of_visit[one.visit_id].toordinal(), one.visit_id.hex, one.position, one.pk.hex))]
                for start, size, reach in ((0, 1, 99), (2, 3, 99), (0, 50, 99), (1, 4, 2)):
                    monkeypatch.setattr("tirek.records.visits.queries.across.NEAR", reach)
                    page = queries.findings_across(by=person, country="demo", filters=narrow, order=order, start=start, size=size)
                    assert [one.id for one in page] == whole[start : start + size], (person.name, narrow, order, start)


def stays(one, on, narrow):
    """Whether a finding of a visit of that day stays in a list that is narrowed so."""
    wanted = (narrow.area in ("", one.area), narrow.degree in ("", one.seriousness), not narrow.standard or narrow.standard in one.standards)
    return all(wanted) and (not narrow.degree or not one.good_practice) and (narrow.since is None or on >= narrow.since)


def test_visits_are_counted_by_month_and_kind_once_they_have_begun(visits, team):
    place = world.prison("Другой дом")
    world.planned(place, team)
    world.planned(place, team, announced=True)
    day = day_of(visits)
    month = day.replace(day=1)
    asked = {"country": "demo", "since": date(day.year, 1, 1), "until": date(day.year, 12, 31)}
    assert queries.visits_by_month(by=leader, **asked) == queries.visits_by_month(by=head, **asked) == {(month, "periodic"): 3}
    assert queries.visits_by_month(by=analyst, **asked) == {(month, "periodic"): 1}
    assert queries.visits_by_month(by=head, **asked, yearly=True) == {(month.replace(month=1), "periodic"): 3}
    assert queries.visits_by_month(by=head, **{**asked, "until": day - timedelta(days=1)}) == {}
    assert queries.visited_years(by=head, country="demo") == (day.year, day.year)
    assert queries.visited_years(by=head, country="kz") is None
