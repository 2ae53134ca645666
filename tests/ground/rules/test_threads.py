"""Threads of recommendations, beside a second definition: whatever can be reached over links, one step after the other."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.repeats.threads import Said, joined, standings

LINKS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


def reached(start, links):
    """The connected component, slowly."""
    found, edge = {start}, {start}
    while edge:
        edge = {b for one, other in links for a, b in ((one, other), (other, one)) if a in edge} - found
        found |= edge
    return frozenset(found)


@given(LINKS)
def test_a_thread_is_what_can_be_reached_over_links(links):
    assert set(joined(links)) == {reached(key, links) for link in links for key in link}
    assert sum(map(len, joined(links))) == len({key for link in links for key in link})


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 30)), min_size=1, max_size=12))
def test_said_once_is_one_report_and_the_first_day_is_since_when(members):
    days = dict(reversed(members))  # one report is issued on one day
    said = [Said(number, visit, date(2016, 1, 1) + timedelta(days=days[visit]), f"{visit}-{number:02}") for number, (visit, _day) in enumerate(members)]
    found = standings(said)
    reports = {visit for visit, _day in members}
    for each in said:
        before = {other.visit for other in said if (other.on, other.number[0]) < (each.on, each.number[0])}
        assert found[each.key].place == len(before | {each.visit}) == len(before) + 1
        assert (found[each.key].times, found[each.key].since) == (len(reports), min(one.on for one in said))
    assert len({each.thread for each in found.values()}) == 1


def test_two_threads_that_are_linked_are_one_and_fall_apart_again():
    assert joined([(2, 1), (4, 3)]) != joined([(2, 1), (4, 3), (3, 2)]) == [frozenset({1, 2, 3, 4})]
    assert joined([]) == []
