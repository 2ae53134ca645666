"""The pages of the board and the time line: the list's own filters, columns with their newest cards, figures that lead to their rows."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.test_recommendations_pages import shown
from tests.followup.recommendations.making import answer, issued
from tests.people import analyst, secretary
from tirek.followup.recommendations import queries, services

pytestmark = pytest.mark.django_db


@pytest.fixture
def eight(client):
    """Eight of one visit, one of them accepted; four labelled."""
    team = world.members()
    keys = [issued(world.concluded(world.prison(f"Дом {number}"), team), number=f"Р-{number}", days=60 + number) for number in range(8)]
    answer(keys[7])
    for key in keys[:4]:
        services.set_labels(recommendation_id=key, add=("group-women",), by=secretary)
    sign_in(client, analyst)
    return keys


def count(page):
    return re.search(r"([\d,]+) recommendations?", page)[1]


def test_columns_hold_the_newest_cards_and_lead_to_the_list_of_all(client, eight):
    page = shown(client, "recommendations-board", by="word")[1]
    assert page.count('<li class="card">') == 6 and "2 more" in page, "five of seven, and one"
    assert page.index("Р-0-1") < page.index("Р-4-1") and "Р-5-1" not in page
    href = re.search(r'href="([^"]*word=none[^"]*)"', page)[1].replace("&amp;", "&")
    assert "state=issued" in href and count(client.get(href).content.decode()) == "7"
    assert "Says that it is done" in page, "an axis stands with its empty columns too"


def test_the_board_keeps_filters_and_changes_its_columns(client, eight):
    page = shown(client, "recommendations-board", by="group", overdue="")[1]
    assert "Women" in page and page.count('<li class="card">') == 4 and "Life" not in page
    page = shown(client, "recommendations-board", by="theme", label="group-women", word="none")[1]
    assert "Not entered" in page and 'name="by" value="theme"' in page
    assert 'href="?word=none&label=group-women&by=group"' in page
    assert "No recommendation fits" in shown(client, "recommendations-board", by="right", word="rejected")[1]
    assert "could not be used" in shown(client, "recommendations-board", standard="penguins")[1]
    assert "The mechanism verified" in shown(client, "recommendations-board", by="penguins", part="x")[1]


def test_many_columns_are_told_in_parts(client, eight):
    themes = ["arrival", "safeguards", "information", "regime", "contacts", "video", "deaths"]
    for key, theme in zip(eight, themes, strict=False):
        services.set_theme(recommendation_id=key, theme=theme, by=secretary)
    first, second = (shown(client, "recommendations-board", by="theme", part=part)[1] for part in ("1", "9"))
    assert first.count('<section aria-labelledby="column-') == 6 and second.count('<section aria-labelledby="column-') == 2
    assert "part=2" in first and "Deaths and self-harm" in second and "Not entered" in second


def test_the_line_tells_years_months_and_one_by_one_and_each_figure_leads_to_its_rows(client, eight):
    lines = queries.recommendations(by=analyst, country="demo", today=date.today())
    on = lines[0].issued_on
    for within in ("", str(on.year), f"{on:%Y-%m}"):
        page = shown(client, "recommendations-timeline", within=within)[1]
        assert "<svg" in page and "<table" in page, within
    assert lines[0].number in page and reverse("desk:recommendation", args=[lines[0].id]) in page
    year = shown(client, "recommendations-timeline", within=str(on.year), label="group-women")[1]
    href = re.search(rf'href="([^"]*issued_from={on:%Y-%m}-01[^"]*)"', year)[1].replace("&amp;", "&")
    listed = sum(f"{one.issued_on:%Y-%m}" == f"{on:%Y-%m}" and "group-women" in one.labels for one in lines)
    assert count(client.get(href).content.decode()) == str(listed)
    assert f'value="{on.year}"' in year, "narrowing keeps the year"


def test_what_the_line_does_not_know_is_all_years_and_an_empty_time_says_so(client, eight):
    assert "All years" in shown(client, "recommendations-timeline", within="1999-13")[1]
    assert "No recommendation in this time" in shown(client, "recommendations-timeline", within="1999")[1]
    assert "could not be used" in shown(client, "recommendations-timeline", standard="penguins")[1]


def test_ways_take_the_filters_along(client, eight):
    page = shown(client, "recommendations", word="none", columns="number,labels", issued_from="2020-01-01")[1]
    board, line = reverse("desk:recommendations-board"), reverse("desk:recommendations-timeline")
    assert f'href="{board}?word=none&issued_from=2020-01-01"' in page and f'href="{line}?word=none"' in page
