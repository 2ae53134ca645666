"""Threads: one recommendation from 2016 over 2023 to what the mechanism sees and recommends; each link recorded, and cut to the reader at both ends."""

from datetime import date

import pytest

from tests import world
from tests.followup.international import making
from tests.followup.recommendations import making as national
from tests.people import analyst, head, leader, member, secretary
from tirek.followup.international import queries, services
from tirek.followup.international.refusals import LinkedAlready, NotEarlier, NothingThere
from tirek.foundation.ledger.models import Entry
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.sheet_refusals import StillUsed
from tirek.records.visits import queries as visits

pytestmark = pytest.mark.django_db


def shape(thread):
    """A thread as (year, numbers of the mechanism's, texts of findings) a recommendation."""
    return [(part.paragraph.year, [one.line.number for one in part.national], len(part.findings)) for part in thread.parts]


@pytest.fixture
def linked(visit):
    """2016 goes on in 2023, on which a recommendation of the mechanism and a finding of a concluded visit bear."""
    old, new = making.old(), making.new("public")
    national.issued(visit)
    making.link(new, earlier_id=old)
    making.link(new, number="Р-1-1")
    finding = visits.findings(visit, by=leader)[0]
    making.link(new, finding_id=finding.id)
    return old, new


def test_a_thread_is_the_same_from_both_ends(linked):
    old, new = linked
    assert shape(making.thread(old, by=leader)) == shape(making.thread(new, by=leader)) == [(2016, [], 0), (2023, ["Р-1-1"], 1)]


def test_a_finding_is_shown_to_those_who_read_it_and_the_rest_to_all(linked):
    old, _new = linked
    for who in (head, secretary, analyst):
        assert shape(making.thread(old, by=who)) == [(2016, [], 0), (2023, ["Р-1-1"], 0)]
    assert shape(making.thread(old, by=member)) == [(2016, [], 0), (2023, ["Р-1-1"], 1)]


def test_a_report_that_one_may_not_read_is_in_no_thread(visit):
    old, new = making.old(), making.new()
    making.link(new, by=secretary, earlier_id=old)
    assert shape(making.thread(old, by=secretary)) == [(2016, [], 0), (2023, [], 0)]
    assert shape(making.thread(old, by=leader)) == [(2016, [], 0)]
    with pytest.raises(NotFound):
        making.link(new, earlier_id=old)


def test_a_link_is_taken_back_and_stays_in_the_record(linked):
    old, new = linked
    link = making.thread(new, by=leader).parts[1].national[0].link_id
    services.end_link(paragraph_id=new, link_id=link, by=leader)
    assert shape(making.thread(old, by=leader)) == [(2016, [], 0), (2023, [], 1)]
    with pytest.raises(NotFound):
        services.end_link(paragraph_id=new, link_id=link, by=leader)
    making.link(new, number="Р-1-1")
    verbs = list(Entry.objects.filter(verb__startswith="international.link").order_by("seq").values_list("verb", flat=True))
    assert verbs == ["international.linked"] * 3 + ["international.link-taken-back", "international.linked"]


def test_who_does_not_see_the_finding_can_neither_link_it_nor_take_it_back(linked, visit):
    _old, new = linked
    finding = visits.findings(visit, by=leader)[1]
    with pytest.raises(NotFound):
        making.link(new, by=head, finding_id=finding.id)
    link = making.thread(new, by=leader).parts[1].findings[0].link_id
    with pytest.raises(NotFound):
        services.end_link(paragraph_id=new, link_id=link, by=head)


def test_a_link_is_made_once_to_what_is_there_and_only_to_an_earlier_report(linked):
    old, new = linked
    with pytest.raises(LinkedAlready):
        making.link(new, number="Р-1-1")
    with pytest.raises(NothingThere):
        making.link(new, number="Р-99")
    with pytest.raises(NotEarlier):
        making.link(old, earlier_id=new)
    with pytest.raises(NotEarlier):
        making.link(new, earlier_id=new)


def test_a_member_reads_threads_and_links_nothing(linked):
    with pytest.raises(NotAllowed):
        making.link(linked[1], by=member, number="Р-1-1")


def test_from_the_mechanisms_own_one_comes_to_what_it_bears_on(linked, visit):
    _old, new = linked
    issued = making.thread(new, by=leader).parts[1].national[0].line.id
    assert [each.number for each in queries.bearing_on(issued, by=member, country="demo")] == ["31"]
    finding = making.thread(new, by=leader).parts[1].findings[0].line.id
    (bearing,) = queries.bearing_on_findings([finding], by=member, country="demo")[finding]
    assert bearing.paragraph_id == new


def test_what_is_linked_cannot_be_removed_and_what_is_not_can(linked):
    old, new = linked
    for each in (old, new):
        with pytest.raises(StillUsed):
            services.remove_paragraph(paragraph_id=each, by=secretary)
    free = making.paragraph(making.thread(old).parts[0].paragraph.report_id, number="46")
    services.remove_paragraph(paragraph_id=free, by=secretary)
    with pytest.raises(NotFound):
        making.thread(free)


def test_what_one_could_go_on_from_is_of_earlier_missions_alone(linked):
    old, new = linked
    assert [each.id for each in queries.earlier_paragraphs(new, by=leader, country="demo")] == [old]
    assert queries.earlier_paragraphs(old, by=leader, country="demo") == ()


def test_a_visit_of_this_year_adds_its_finding_to_the_thread(linked, team):
    _old, new = linked
    later = world.concluded(world.prison("Дом этого года"), team)
    making.link(new, finding_id=visits.findings(later, by=leader)[0].id)
    assert shape(making.thread(new, by=leader))[-1] == (2023, ["Р-1-1"], 2)


def test_a_mission_whose_first_day_is_not_known_has_earlier_ones_of_earlier_years_and_the_same_ones_can_be_linked(team):
    """What is offered and what is accepted are one rule: a report surely earlier by its year, its mission's first day or its own date."""
    days = {"first_day": None, "last_day": None}
    reports = [
        making.report(making.review(year, name=making.words(str(place)), **(days if unknown else {})), symbol=f"CV/{place}", dated=dated)
        for place, (year, unknown, dated) in enumerate([(2015, False, None), (2016, True, date(2016, 12, 1)), (2016, False, date(2017, 1, 1)), (2016, True, None), (2019, True, None)])
    ]  # fmt: skip
    made = [making.paragraph(each) for each in reports]
    offered = [{made.index(each.id) for each in queries.earlier_paragraphs(one, by=leader, country="demo")} for one in made]
    assert offered == [set(), {0}, {0, 1}, {0}, {0, 1, 2, 3}]
    for place, one in enumerate(made):
        for other in set(range(len(made))) - offered[place]:
            with pytest.raises(NotEarlier):
                making.link(one, earlier_id=made[other])
