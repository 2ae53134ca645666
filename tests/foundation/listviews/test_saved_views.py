"""Saved views: own and shared, who may change or remove one, and with which a list begins."""

import uuid

import pytest

from tests.people import EVERYBODY, analyst, auditor, focal, foreigner, head, leader, member, nobody, secretary
from tirek.foundation.ledger.models import Entry
from tirek.foundation.listviews import services
from tirek.foundation.listviews.models import SavedView, StartingView
from tirek.foundation.listviews.queries import view, views_of
from tirek.foundation.listviews.refusals import TooManyViews, ViewNameTaken, ViewNotUsable
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db


def saved(by=secretary, **given):
    told = {"of_list": "places", "name": "Prisons", "query": "kind=prison", "country": "demo", **given}
    return services.save_view(by=by, **told).value


def names(by, of_list="places", country="demo"):
    return [each.name for each in views_of(of_list, by=by, country=country)]


def test_an_own_view_is_there_for_its_owner_alone():
    own = saved()
    assert names(secretary) == ["Prisons"] and names(head) == []
    with pytest.raises(NotFound):
        view(own, by=head, country="demo")
    for verb in (services.remove_view, lambda **given: services.change_view(name="Mine", shared=False, **given)):
        with pytest.raises(NotFound):
            verb(view_id=own, by=head)


def test_a_shared_view_is_there_for_the_countrys_staff_and_nobody_else():
    """The slow definition: whoever holds a role of the mechanism in that country, or nobody."""
    shared, own = saved(shared=True), saved(name="Own")
    for each in EVERYBODY:
        staff = any(grant.country == "demo" and grant.role in MECHANISM for grant in each.grants)
        expected = {shared} if staff else set()
        expected |= {own} if each == secretary else set()
        assert {one.id for one in views_of("places", by=each, country="demo")} == expected
    assert names(foreigner, country="kz") == []


@pytest.mark.parametrize("person", [focal, auditor, foreigner, nobody], ids=lambda each: each.name or "nobody")
def test_nobody_outside_the_mechanism_saves_a_view(person):
    with pytest.raises(NotAllowed):
        saved(by=person)


def test_sharing_is_an_act_of_the_ledger_and_so_is_its_end():
    own = saved()
    services.change_view(view_id=own, name="Prisons", shared=True, by=secretary)
    services.change_view(view_id=own, name="Jails", shared=True, by=secretary)
    services.change_view(view_id=own, name="Jails", shared=False, by=secretary)
    services.remove_view(view_id=own, by=secretary)
    told = Entry.objects.filter(noun="view").order_by("seq").values_list("verb", "actor", "subject")
    verbs = ["view.saved", "view.shared", "view.changed", "view.unshared", "view.removed"]
    assert list(told) == [(verb, secretary.id, str(own)) for verb in verbs]


def test_the_owner_alone_changes_a_shared_view_and_the_head_may_remove_it():
    shared = saved(by=leader, shared=True)
    for person in (head, analyst):
        with pytest.raises(NotAllowed):
            services.change_view(view_id=shared, name="Other", shared=True, by=person)
    with pytest.raises(NotAllowed):
        services.remove_view(view_id=shared, by=analyst)
    services.remove_view(view_id=shared, by=head)
    assert names(leader) == []


def test_a_list_begins_with_a_view_until_it_is_removed_or_shared_no_more():
    shared = saved(by=leader, shared=True)
    for person in (leader, member, analyst):
        services.begin_with(of_list="places", view_id=shared, country="demo", by=person)
    services.begin_with(of_list="places", view_id=None, country="demo", by=analyst)
    assert [views_of("places", by=each, country="demo")[0].starts for each in (leader, member, analyst)] == [True, True, False]
    services.change_view(view_id=shared, name="Prisons", shared=False, by=leader)
    assert views_of("places", by=leader, country="demo")[0].starts and StartingView.objects.count() == 1
    services.remove_view(view_id=shared, by=leader)
    assert not StartingView.objects.exists() and not SavedView.objects.exists()


def test_no_list_begins_with_a_view_of_another_list_or_of_somebody_else():
    own = saved()
    for of_list, person in (("visits", secretary), ("places", member)):
        with pytest.raises(NotFound):
            services.begin_with(of_list=of_list, view_id=own, country="demo", by=person)


def test_a_name_is_there_once_a_person_and_list():
    saved()
    saved(of_list="visits")
    saved(by=head)
    with pytest.raises(ViewNameTaken):
        saved(name="  Prisons ")


@pytest.mark.parametrize("query", ["//evil.example", "kind=a#b", "kind=a&next=/x", "javascript:1", "kind=<b>", "a=" + "x" * 2000])
def test_a_query_leads_nowhere_but_to_its_list(query):
    with pytest.raises(ViewNotUsable):
        saved(query=query)


def test_a_name_that_could_name_somebody_needs_a_reason_and_so_does_what_others_will_read():
    with pytest.raises(PassagesUndecided):
        saved(name="Дело Петрова А.В.")
    typed = {"query": "text=%D0%9F%D0%B5%D1%82%D1%80%D0%BE%D0%B2+%D0%90.%D0%92.", "typed": ["text"]}
    own = saved(**typed)
    with pytest.raises(PassagesUndecided):
        services.change_view(view_id=own, name="Prisons", shared=True, by=secretary, typed=["text"])
    services.change_view(view_id=own, name="Prisons", shared=True, by=secretary, typed=["text"], names_nobody="It is a judge acting in office")
    assert SavedView.objects.get().kept_because == "It is a judge acting in office"


def test_nobody_has_more_views_of_a_list_than_can_be_overlooked(monkeypatch):
    monkeypatch.setattr(services, "MOST", 2)
    saved(name="One")
    saved(name="Two")
    with pytest.raises(TooManyViews):
        saved(name="Three")


def test_what_is_not_there_is_not_found():
    with pytest.raises(NotFound):
        services.remove_view(view_id=uuid.uuid4(), by=head)
