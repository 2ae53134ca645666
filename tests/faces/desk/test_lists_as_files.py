"""Work lists as files: the rows, columns and order of the page they were asked from, cut to the reader as the page is, and no cell that runs."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.test_list_views_pages import a_place, flow_visit, heads
from tests.foundation.sheets.bringing import no_step
from tests.insight.reports import flow
from tests.people import analyst, deputy, foreigner, head, leader, secretary
from tirek.faces.desk.listing import read
from tirek.faces.desk.lists.filing import Person, plain
from tirek.faces.desk.lists.kinds import WORK_LISTS
from tirek.followup.recommendations import queries as advice
from tirek.followup.recommendations import services as recommendations
from tirek.foundation.jurisdictions.queries import visit_kinds
from tirek.foundation.sheets import services as sheets
from tirek.foundation.sheets.outside import path_of
from tirek.foundation.ui.formats import day
from tirek.ground.rules.refusals import NotAllowed, Refusal
from tirek.records.visits import services
from tirek.registers.places.services import record_population

pytestmark = pytest.mark.django_db
MARK = "Demonstration: everything in this file is invented"


def text_of(answer):
    return answer.content.decode()


def written(key, query, by, ending="csv"):
    """The file that the job makes."""
    asked = sheets.ask_for_list(kind=key, query=query, ending=ending, purpose="report", country="demo", by=by).value
    sheets.make_list(list_id=asked, by=by, step=no_step)
    return path_of(asked, ending).read_bytes()


def rows_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def page_rows(key, query, by):
    """The slow definition: the rows of all pages, one after the other, as a reader turns them."""
    request = RequestFactory().get(f"/?{query}")
    listing = read(WORK_LISTS[key], Person(by, "demo"), request.GET)
    found, number = [], 1
    while True:
        part = listing.part(str(number))
        found += [[str(plain(cell) if plain(cell) is not None else "") for cell in row] for row in listing.context(part)["rows"]]
        if number >= part.page.paginator.num_pages:
            return [[str(each) for each in heads_of(listing)], *found]
        number += 1


def heads_of(listing):
    return [each.words for each in listing.columns]


def a_country(place, team):
    """A hidden visit, an announced one, one that has begun, and one whose report is issued with its recommendation."""
    world.planned(a_place("Hidden House"), team)
    announced = world.planned(place, team, announced=True)
    world.begun(place, team, kind="special")
    flow.issued(flow_visit(place, team))
    return announced


def test_a_file_holds_exactly_what_the_pages_of_its_address_show_and_visits_that_have_begun_alone(place, team):
    later = timezone.localdate() + timedelta(days=300)
    services.postpone(visit_id=a_country(place, team), starts_on=later, ends_on=later + timedelta(days=1), by=leader)
    addresses = (
        ("places", "kind=prison&columns=name,opened,region&order=-name"), ("findings", "columns=text,place&order=first"), ("members", "columns=name,since&order=-since"),
        ("recommendations", "order=due&columns=number,issued,text"), ("reports", "columns=place,number"), ("visits", "columns=place,first&order=first"),
    )  # fmt: skip
    for person in (head, leader, deputy, analyst):  # who is outside a visit reads less of it
        for key, query in addresses:
            if (person, key) == (analyst, "members"):
                continue
            content = written(key, query, person)
            expected = page_rows(key, query, person)
            if key == "visits":
                expected = [expected[0], *(each for each in expected[1:] if each[1] <= timezone.localdate().isoformat())]
                assert later.isoformat() not in content.decode() and "Hidden House" not in content.decode()
            assert rows_of(content) == [[MARK], *expected], (person, key, query)
    for key, stranger in (("places", foreigner), ("members", analyst)):
        with pytest.raises(NotAllowed):
            written(key, "", stranger)
    with pytest.raises(Refusal):
        written("recommendations", f"place={a_place('Another')}", analyst)


def test_whole_texts_stand_in_the_file_and_no_cell_runs(place, team):
    visit = world.begun(place, team, announced=True)
    long = "=cmd|' /C calc'!A0 in 2026\u00a0г. for 1\u202f000 people " + "The light in the cells is too weak. " * 20 + "It stays so."
    services.add_finding(visit_id=visit, seen=world.seen(long), by=leader)
    (row,) = [each for each in rows_of(written("findings", "columns=text", leader)) if "weak" in each[0]]
    assert row[0] == f"'{long}" and len(row[0]) > 300
    book = openpyxl.load_workbook(io.BytesIO(written("findings", "columns=text", leader, "xlsx")))
    cells = [cell for line in book.worksheets[0].iter_rows() for cell in line]
    assert {cell.data_type for cell in cells} <= {"s", "n"} and long in [cell.value for cell in cells]
    assert [str(each.value) for each in book.worksheets[1]["A"]][:2] == ["Made on", "Filters"]
    assert book.worksheets[0].column_dimensions["A"].width == 60, "sentences are not squeezed into a column as wide as a day"


def test_the_page_asks_what_for_and_offers_the_whole_list_where_it_can_come_in_again(client, place):
    sign_in(client, secretary)
    address = reverse("desk:list-file", args=["places"]) + "?kind=prison&columns=name,region&order=-name"
    text = text_of(client.get(address))
    assert "holds 1 row." in text and "Place, Region" in text and "brought in again" in text
    assert client.post(address, {"holds": "shown", "ending": "csv", "purpose": ""}).status_code == 422
    answer = client.post(address, {"holds": "shown", "ending": "csv", "purpose": "report"}, follow=True)
    assert "Places, as shown" in text_of(answer)
    whole = client.post(address, {"holds": "whole", "ending": "xlsx", "purpose": "report"}, follow=True)
    assert "as shown" not in text_of(whole)
    assert "brought in again" not in text_of(client.get(reverse("desk:list-file", args=["reports"])))
    assert address.partition("?")[0] in client.get(reverse("desk:places")).content.decode()
    assert heads(client.get(reverse("desk:places") + "?columns=name,region").content.decode()) == ["Place", "Region"]


def test_a_file_of_visits_never_says_why_one_was_made(place, team):
    """Neither kind nor announcement leave the house: not as a column, and not as the filter by which the file was narrowed."""
    a_country(place, team)
    query = "kind=special&columns=place,kind,announced,state&order=first"
    lines = rows_of(written("visits", query, secretary))
    assert ["Place", "State"] in lines and not {"Kind", "Announced or not"} & {cell for line in lines for cell in line}
    book = openpyxl.load_workbook(io.BytesIO(written("visits", query, secretary, "xlsx")))
    told = {str(cell) for sheet in book for row in sheet.values for cell in row if cell}
    kinds = {str(each.name.in_("en")) for each in visit_kinds("demo")}
    assert "Place" in told and not told & {"Kind", "Announced or not", *kinds}


def history_of(key, by, query=""):
    book = openpyxl.load_workbook(io.BytesIO(written(key, query, by, "xlsx")))
    assert book.sheetnames[2] == "History"
    first = next(number for number, line in enumerate(book["History"].values) if MARK not in line)
    return [["" if each is None else str(each) for each in line] for line in list(book["History"].values)[first:]]


def test_a_workbook_tells_the_history_of_the_things_that_the_reader_sees_and_of_nobody_who_did_it(place, team):
    a_country(place, team)
    (key,) = [one.id for one in advice.recommendations(by=head, country="demo", today=timezone.localdate())]
    moved = timezone.localdate() + timedelta(days=20)
    recommendations.move_due(recommendation_id=key, due_on=moved, reason="По просьбе ведомства.", by=secretary)
    record_population(place_id=place, counted_on=timezone.localdate(), capacity=40, male=3, by=secretary)
    for person in (head, analyst):
        heads, *lines = history_of("recommendations", person)
        assert heads == ["Number", "Day", "What happened", "In words"] and [line[2] for line in lines] == ["issued", f"The answer is due on another day: {day(moved)}"]
        assert lines[1][3] == "По просьбе ведомства." and not any("Secretary" in cell or "Leader" in cell for line in lines for cell in line)
        heads, *lines = history_of("places", person)
        assert [line[2] for line in lines if "Capacity 40" in line[3]] == ["People counted"] and not any("Visit" in cell for line in lines for cell in line)
    assert history_of("recommendations", head, "overdue=on")[1:] == [], "what the filters leave out has no history here"
    assert [line[2] for line in history_of("members", leader)[1:]] == ["Term"] * 4
    for key in ("visits", "sources"):
        assert len(openpyxl.load_workbook(io.BytesIO(written(key, "", head, "xlsx"))).sheetnames) == 2
