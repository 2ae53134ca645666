"""The index follows every act, in its transaction; made anew, also killed in the middle or while others write, it says what the rooms tell."""

from dataclasses import replace

import pytest

from tests import world
from tests.followup.recommendations import making
from tests.people import head, leader, secretary
from tirek.foundation.ledger.services import record
from tirek.foundation.search import queries, services, sorts
from tirek.foundation.search.models import Entry, State, Variant
from tirek.foundation.search.sorts import sort_of
from tirek.ground.rules.words import Words
from tirek.records.visits import queries as visits
from tirek.records.visits import services as visits_done
from tirek.records.visits.models import Finding
from tirek.registers.places.models import Place
from tirek.registers.places.services import rename_place

pytestmark = pytest.mark.django_db


def found(question, by=leader):
    return {each.sort: len(each.hits) for each in queries.search(question, by=by, country="demo").found}


def test_what_is_entered_is_found_at_once_and_what_is_taken_back_is_not(followed):
    place, team = world.prison(), world.members()
    visit = world.begun(place, team)
    assert found("вентиляция") == {}
    finding = visits_done.add_finding(visit_id=visit, seen=world.seen("Вентиляция не работает."), by=leader).value
    assert found("вентиляцией") == {"finding": 1}
    made = making.draft(visit, text=making.words("Наладить вентиляцию к 1 мая."))
    assert found("вентиляции") == {"finding": 1, "recommendation": 1} and made
    assert queries.check().agree
    with record("finding.gone", by=leader) as act:
        row = Finding.objects.get(pk=finding)
        row.taken_back = True
        row.save()
        act.of(None)
    assert found("вентиляцией") == {"recommendation": 1}


def test_a_visit_that_begins_is_found_by_the_office(followed):
    visit = world.planned(world.prison(), world.members())
    assert "visit" not in found("Тарноборский", by=head)
    visits_done.begin(visit_id=visit, by=leader, because=world.WHY)
    assert found("Тарноборский", by=head)["visit"] == 1
    assert queries.check().agree


def test_what_was_undone_was_never_told(followed):
    with pytest.raises(ZeroDivisionError), record("place.registered", by=secretary):
        Place(country="demo", kind="prison", region="LU-TA", name=Words.of({"ru": "Мимолётный"})).save()
        raise ZeroDivisionError
    assert found("мимолетный") == {} and Entry.objects.count() == 0


def test_a_house_that_was_never_told_is_told_by_making_the_index_anew():
    world.concluded(world.prison(), world.members())
    assert not queries.whole() and not queries.check().agree and found("освещение") == {}
    services.rebuild()
    assert queries.whole() and queries.check().agree and found("освещение")["finding"] == 2
    assert services.rebuild() == 0


def test_making_it_anew_mends_whatever_it_says_wrongly():
    world.concluded(world.prison(), world.members())
    services.rebuild()
    first, second, third = Entry.objects.filter(kind__in=("finding", "place"))
    first.delete()
    Entry.objects.filter(pk=second.pk).delete()
    Entry.objects.create(id=second.pk, kind=second.kind, key=second.key, marks="f@office.demo")
    Entry.objects.create(id=7, kind="finding", key="00000000-0000-0000-0000-000000000000", marks="f:x")
    Entry.objects.create(id=8, kind="nobody knows it", key="1", marks="n:x")
    told = queries.check()
    assert (told.missing, told.otherwise, told.gone, third is None) == (1, 1, 2, False)
    services.rebuild()
    assert queries.check().agree


def test_killed_in_the_middle_it_is_not_whole_and_is_made_again(monkeypatch):
    world.concluded(world.prison(), world.members())
    services.rebuild()
    Entry.objects.all().delete()

    def killed(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        services.rebuild(killed)
    assert not queries.whole()
    services.rebuild()
    assert queries.whole() and queries.check().agree


def test_what_is_written_while_it_is_made_anew_stays(followed):
    place = world.prison()
    told = []

    def meanwhile(done, total):
        if not told:
            told.append(done)
            rename_place(place_id=place, name=Words.of({"ru": "Переименованный приют"}), since=making.today(), by=secretary)

    services.rebuild(meanwhile)
    assert told and queries.check().agree and found("переименованный") == {"place": 1}
    assert queries.search("переиминованный", by=leader, country="demo").instead == ("переименованный",)


def test_words_that_no_text_holds_any_more_are_forgotten(followed):
    place = world.prison("Оговорка")
    assert Variant.objects.filter(stem="оговорк").exists()
    with record("place.corrected", by=secretary) as act:
        for row in (Place.objects.get(pk=place), *Place.objects.get(pk=place).names.all()):
            row.name = Words.of({"ru": "Приют"})
            row.save()
        act.of(None)
    services.rebuild()
    services.rebuild()
    assert not Variant.objects.filter(stem="оговорк").exists() and Variant.objects.filter(stem="приют").exists()
    assert State.objects.get().making == 2


def test_two_things_that_draw_the_same_number_both_stand(followed, monkeypatch):
    monkeypatch.setattr(services, "number_of", lambda kind, told: 5)
    world.prison("Первый")
    world.prison("Второй")
    assert set(Entry.objects.values_list("pk", flat=True)) == {5, 6}
    services.write(sort_of("place"), list(Entry.objects.values_list("key", flat=True)))
    assert set(Entry.objects.values_list("pk", flat=True)) == {5, 6} and found("второй") == {"place": 1}
    assert visits


def test_a_place_with_another_name_brings_its_visits_along_and_other_changes_of_it_do_not(followed, monkeypatch):
    place, team = world.prison(), world.members()
    world.concluded(place, team)
    told = []
    for name in ("visit", "finding"):
        sort = sort_of(name)
        monkeypatch.setitem(sorts._sorts, name, replace(sort, told=lambda keys, sort=sort: told.append(sort.name) or sort.told(keys)))
    with record("place.corrected", by=secretary) as act:
        row = Place.objects.get(pk=place)
        row.source = "Список учреждений"
        row.save()
        act.of(None)
    assert told == []
    rename_place(place_id=place, name=Words.of({"ru": "Переименованный приют"}), since=making.today(), by=secretary)
    assert set(told) == {"visit", "finding"} and queries.check().agree
    assert found("переименованный освещение") == {"finding": 2}


def test_a_version_that_searches_more_has_the_index_made_anew(monkeypatch):
    services.rebuild()
    assert queries.whole()
    monkeypatch.delitem(sorts._sorts, "member")
    assert not queries.whole()
