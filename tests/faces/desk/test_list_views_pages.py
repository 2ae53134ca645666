"""Saved views, chosen columns and orders of the work lists: what stands in the address, and that a view gives nobody more than his own list does."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils.html import escape

from tests import world
from tests.accounts import sign_in
from tests.insight.reports import flow
from tests.people import analyst, head, leader, member, secretary
from tirek.faces.desk.lists.kinds import WORK_LISTS
from tirek.foundation.listviews.queries import views_of
from tirek.foundation.listviews.services import begin_with, save_view
from tirek.ground.rules.words import Words
from tirek.registers.mandate.queries import MemberFilters, member_count, members
from tirek.registers.mandate.services import enter_member
from tirek.registers.places.services import register_place

pytestmark = pytest.mark.django_db
LISTS = sorted(WORK_LISTS)


def a_place(name, kind="prison", opened=None):
    return register_place(country="demo", name=Words.of({"en": name}), kind=kind, region="LU-TA", opened_on=opened, by=secretary).value


def page(client, address):
    answer = client.get(address)
    return answer.status_code, answer.content.decode()


def heads(html):
    """The headings of the page's first table, without that of the boxes with which rows are chosen."""
    row = html.split("<thead", 1)[1].split("</thead>", 1)[0]
    return [cell.split("</th>")[0].rsplit("</a>", 1)[0].rsplit(">", 1)[1] for cell in row.split("<th ")[1:] if ">Choose</span>" not in cell]


@pytest.mark.page
@pytest.mark.parametrize("key", LISTS)
def test_every_list_stands_in_every_order_it_offers_and_names_no_filter_like_its_own_words(client, rf, key):
    sign_in(client, head)
    of = WORK_LISTS[key]
    request = rf.get("/")
    request.actor, request.country = head, "demo"
    assert {"columns", "order", "all", "page"} & set(of.narrowing(request, None).fields) == set()
    for column in of.columns:
        if column.order:
            for order in (column.key, f"-{column.key}"):
                assert page(client, f"{reverse(of.url)}?order={order}")[0] == 200


@pytest.fixture
def rf():
    return RequestFactory()


def test_columns_and_order_stand_in_the_address_and_stay_with_every_further_step(client):
    for name in ("Alder", "Birch"):
        a_place(name)
    sign_in(client, head)
    html = page(client, reverse("desk:places") + "?kind=prison&columns=name,region,address,nothing&order=-name")[1]
    assert heads(html) == ["Place", "Region", "Address"]
    assert html.index("Birch") < html.index("Alder") and 'aria-sort="descending"' in html
    kept = [f'<input type="hidden" name="{name}" value="{value}">' for name, value in (("columns", "name,region,address"), ("order", "-name"))]
    assert all(each in html for each in kept)
    assert escape("?kind=prison&columns=name,region,address&order=name") in html


def test_a_column_is_given_a_place_or_left_out(client):
    a_place("Alder")
    sign_in(client, head)
    choosing = reverse("desk:columns", args=["places"])
    assert "not shown" in page(client, choosing + "?kind=prison")[1]
    answer = client.get(choosing, {"kind": "prison", "chosen": "1", "at-kind": "3", "at-address": "2", "at-region": ""})
    assert parse_qs(urlsplit(answer.headers["Location"]).query) == {"kind": ["prison"], "columns": ["name,address,kind"]}
    assert heads(page(client, answer.headers["Location"])[1]) == ["Place", "Address", "Kind"]


def saved(client, key, query, **typed):
    return client.post(reverse("desk:views", args=[key]) + query, {"name": "Mine", **typed})


def test_what_is_shown_is_saved_and_opened_again(client):
    a_place("Alder")
    sign_in(client, secretary)
    answer = saved(client, "places", "?kind=prison&order=-name&page=3&nothing=x&columns=name,kind", shared="on")
    assert answer.status_code == 302
    (view,) = views_of("places", by=secretary, country="demo")
    assert (view.name, view.query, view.shared) == ("Mine", "kind=prison&columns=name,kind&order=-name", True)
    sign_in(client, member)
    assert ">Mine<" in page(client, reverse("desk:places"))[1]
    answer = client.get(reverse("desk:view", args=[view.id]))
    assert answer.headers["Location"] == f"{reverse('desk:places')}?{view.query}"
    assert 'aria-current="true"' in page(client, answer.headers["Location"])[1]


def test_a_filter_that_says_nothing_is_not_saved(client):
    sign_in(client, secretary)
    assert saved(client, "places", "?kind=castle").status_code == 409
    assert views_of("places", by=secretary, country="demo") == ()


def test_a_name_that_could_name_somebody_is_asked_about(client):
    sign_in(client, secretary)
    assert saved(client, "places", "", name="Дело Петрова А.В.").status_code == 422
    assert saved(client, "places", "", name="Дело Петрова А.В.", names_nobody="It is the title of a film").status_code == 302


def test_a_list_begins_with_the_chosen_view_and_the_whole_list_stays_in_reach(client):
    a_place("Alder")
    sign_in(client, secretary)
    saved(client, "places", "?kind=prison")
    (view,) = views_of("places", by=secretary, country="demo")
    client.post(reverse("desk:view-begin", args=[view.id]))
    answer = client.get(reverse("desk:places"))
    assert answer.headers["Location"] == reverse("desk:places") + "?kind=prison"
    assert "?all=1" in page(client, answer.headers["Location"])[1]
    assert page(client, reverse("desk:places") + "?all=1")[0] == 200
    client.post(reverse("desk:views-whole", args=["places"]))
    assert client.get(reverse("desk:places")).status_code == 200


def test_a_view_is_renamed_shared_and_removed_by_its_owner(client):
    sign_in(client, secretary)
    saved(client, "visits", "?state=under_way")
    (view,) = views_of("visits", by=secretary, country="demo")
    assert client.post(reverse("desk:view-change", args=[view.id]), {"name": "Under way", "shared": "on"}).status_code == 302
    sign_in(client, member)
    assert "Shared by Secretary" in page(client, reverse("desk:views", args=["visits"]))[1]
    assert client.get(reverse("desk:view-change", args=[view.id])).status_code == 403, "no form is shown that could not be sent"
    for verb in ("view-change", "view-remove"):
        assert client.post(reverse(f"desk:{verb}", args=[view.id]), {"name": "X"}).status_code == 403
    sign_in(client, head)
    assert client.post(reverse("desk:view-remove", args=[view.id])).status_code == 302
    assert views_of("visits", by=secretary, country="demo") == ()


def test_a_view_is_given_what_is_shown_now_by_its_owner_alone(client):
    a_place("Alder")
    sign_in(client, secretary)
    saved(client, "places", "?kind=prison", shared="on")
    (view,) = views_of("places", by=secretary, country="demo")
    html = page(client, reverse("desk:views", args=["places"]) + "?order=-name&columns=name,region")[1]
    address = reverse("desk:view-change", args=[view.id]) + "?with=1&columns=name,region&order=-name"
    assert escape(address) in html and "Place, Region" in page(client, address)[1]
    sign_in(client, member)
    assert client.post(address, {"name": "Mine"}).status_code == 403
    sign_in(client, secretary)
    assert client.post(address, {"name": "Mine", "shared": "on"}).status_code == 302
    assert [each.query for each in views_of("places", by=secretary, country="demo")] == ["columns=name,region&order=-name"]


def test_a_shared_view_shows_everybody_exactly_what_the_same_address_shows(client, place, team):
    """The slow definition: opening a view is opening its address oneself. A hidden visit, its place and its count stay unknown."""
    world.begun(place, team, announced=True)
    world.planned(a_place("Hidden House"), team)
    flow.issued(flow_visit(place, team))
    for key, query in (("visits", "text=Hidden"), ("visits", "state=planned"), ("recommendations", f"place={place}"), ("places", "kind=prison"), ("findings", "area=cells")):
        view = save_view(of_list=key, name=f"{key} {query[:4]}", query=query, shared=True, country="demo", by=head).value
        for person in (leader, analyst, secretary):
            sign_in(client, person)
            answer = client.get(reverse("desk:view", args=[view]))
            whole = reverse(WORK_LISTS[key].url)
            assert answer.headers["Location"] in (f"{whole}?{query}", f"{whole}?all=1")
            if key == "visits":
                own = page(client, f"{whole}?{query}")[1]
                assert rows_of(page(client, answer.headers["Location"])[1]) == rows_of(own)


def flow_visit(place, team):
    made = world.concluded(place, team)
    flow.recommend(made)
    return made


def rows_of(html):
    return html.split("<tbody", 1)[-1].split("</tbody>")[0].count("<tr")


def test_a_view_that_asks_for_what_a_reader_is_not_offered_shows_nothing_of_it(client):
    """A place that nothing was recommended for, as far as the reader may know: neither its id nor its name come back."""
    hidden = a_place("Hidden House")
    view = save_view(of_list="recommendations", name="Follow up", query=f"place={hidden}", shared=True, country="demo", by=head).value
    begin_with(of_list="recommendations", view_id=view, country="demo", by=analyst)
    sign_in(client, analyst)
    answer = client.get(reverse("desk:view", args=[view]), follow=True)
    html = answer.content.decode()
    assert answer.redirect_chain[-1][0].endswith("?all=1") and "asks for something that this list does not offer you" in html
    assert str(hidden) not in html and "Hidden House" not in html
    assert client.get(reverse("desk:recommendations")).status_code == 200


def test_members_are_ordered_narrowed_and_paged_by_the_database(django_assert_num_queries):
    for number, languages in enumerate((["ru"], ["kk", "ru"], ["en"])):
        enter_member(country="demo", name=f"Member {number}", profession="lawyer", sex="female", languages=languages, term_since="2024-01-01", term_until=f"202{7 - number}-01-01", by=secretary)  # fmt: skip
    def names(**given):
        return [each.name[-1] for each in members(by=head, country="demo", **given)]

    assert (names(), names(order="-name"), names(order="until"), names(start=1, size=1)) == (["0", "1", "2"], ["2", "1", "0"], ["2", "1", "0"], ["1"])
    speaking = MemberFilters(language="ru")
    assert names(filters=speaking) == ["0", "1"] and member_count(by=head, country="demo", filters=speaking) == 2
    with django_assert_num_queries(4):
        names(size=2)
