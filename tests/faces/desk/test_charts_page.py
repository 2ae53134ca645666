"""The charts: every figure of a table is the length of the list that it leads to, and nobody is shown a row that he or she may not see."""

import re
from datetime import date
from html import unescape
from itertools import pairwise

import pytest
from django.db import connection
from django.urls import reverse

from tests import world
from tests.accounts import sign_in
from tests.followup.recommendations.making import answer, verify
from tests.insight.reports import flow
from tests.people import analyst, head, leader, member, secretary
from tests.remembering import remembered
from tirek.faces.desk.charts.periods import Period, period_of
from tirek.followup.recommendations.queries import answered_by_time, verified_by_time, visit_recommendations
from tirek.records.visits import queries, services

LINKED = re.compile(r'<a href="(/desk/(?:visits|findings|recommendations)/\?[^"]+)">\s*(\d+)\s*</a>')
SHOWN = re.compile(r'class="result-count"[^>]*>\D*(\d+)')
page = pytest.mark.page


@remembered
def scene():
    """A visit under way, one that is reported with a recommendation that was answered and verified twice, and one that is only planned."""
    place, team = world.prison(), world.members()
    begun, reported = world.begun(place, team), world.concluded(place, team, findings=3)
    services.add_finding(visit_id=begun, seen=world.seen("Сыро.", seriousness="critical", area="health_care"), by=leader)
    world.planned(place, team, announced=True)
    flow.recommend(reported)
    flow.issued(reported)
    for each in visit_recommendations(reported, by=secretary, today=queries.visit(reported, by=head).starts_on):
        answer(each.id)
        verify(each.id)
    return begun, reported


def read(client, person, **query):
    sign_in(client, person)
    return client.get(reverse("desk:charts"), query)


@page
@pytest.mark.django_db
def test_every_figure_of_a_table_is_the_length_of_the_list_that_it_leads_to(client):
    scene()
    for person, period in ((member, ""), (analyst, "all")):
        found = set(LINKED.findall(unescape(read(client, person, period=period).content.decode())))
        assert found, person.name
        for address, count in found:
            told = SHOWN.search(client.get(address).content.decode())
            assert told and told[1] == count, (person.name, address, count)


@page
@pytest.mark.django_db
def test_what_somebody_may_not_see_is_in_no_figure(client):
    scene()
    shown = {who.name: unescape(read(client, who).content.decode()) for who in (head, member, analyst)}
    assert "Show the 2 visits" in shown["head"] and "Show the 3 findings" in shown["head"] and "critical" not in shown["head"].split("Answers and")[0]
    assert "Show the 2 visits" in shown["member"] and "Show the 4 findings" in shown["member"]
    assert "Show the 1 visit<" in shown["analyst"] and "Show the 3 findings" in shown["analyst"]
    assert all("Show what was answered" in text and "Show what was verified" in text for text in shown.values())


@page
@pytest.mark.django_db
def test_a_year_without_rows_says_what_would_be_counted(client):
    text = read(client, head).content.decode()
    assert text.count("Nothing is counted in this time") == 3 and "What is only planned is in no figure." in text
    assert "A filter could not be used" in read(client, head, period="1066").content.decode()


@page
@pytest.mark.django_db
def test_the_charts_ask_little(client, django_assert_max_num_queries):
    scene()
    sign_in(client, head)
    client.get(reverse("desk:charts"))
    with django_assert_max_num_queries(14):
        assert client.get(reverse("desk:charts")).status_code == 200


@pytest.mark.pure
@pytest.mark.parametrize(
    ("chosen", "today", "since", "until", "steps"),
    [
        ("", date(2026, 11, 26), date(2025, 12, 1), date(2026, 11, 30), 12),
        ("", date(2026, 12, 31), date(2026, 1, 1), date(2026, 12, 31), 12),
        ("", date(2024, 2, 29), date(2023, 3, 1), date(2024, 2, 29), 12),
        ("2024", date(2026, 11, 26), date(2024, 1, 1), date(2024, 12, 31), 12),
        ("all", date(2026, 11, 26), date(2019, 1, 1), date(2026, 12, 31), 8),
    ],
)
def test_a_period_is_cut_without_gap_or_overlap(chosen, today, since, until, steps):
    found = period_of(chosen, (2019, 2025), today)
    assert (found.since, found.until) == (since, until)
    cut = list(found.steps())
    assert len(cut) == steps and cut[0][0] == since and cut[-1][1] == until
    assert all((after[0] - before[1]).days == 1 for before, after in pairwise(cut))
    assert period_of("all", None, today) == period_of("", None, today) and isinstance(found, Period)


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="only a server's database writes days in ways of its own")
def test_days_are_counted_whatever_way_the_server_writes_them():
    scene()
    year = {"since": date(1990, 1, 1), "until": date(2100, 1, 1), "by": head, "country": "demo"}
    before = answered_by_time(**year), verified_by_time(**year)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL datestyle = 'German'")
    assert before == (answered_by_time(**year), verified_by_time(**year)) and all(before)
