"""Lists of places: who sees them, how they are narrowed, and that no country shows in another."""

from datetime import date

import pytest

from tests.people import EVERYBODY, analyst, conflicted, doctor, foreigner, head, leader, member, person, secretary
from tirek.ground.rules.actors import Role
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.ground.rules.words import Words
from tirek.registers.places import queries, services
from tirek.registers.places.queries import PlaceFilters

pytestmark = pytest.mark.django_db
SEES = {head, secretary, leader, conflicted, member, doctor, analyst}
kz_secretary = person("kz-secretary", Role.SECRETARIAT, country="kz")


@pytest.fixture
def three():
    """A prison and a closed shelter of the invented country, and a place of another country."""

    def enter(ru, kind, **more):
        asked = {"country": "demo", "region": "LU-TA", "by": secretary, **more}
        return services.register_place(name=Words.of({"ru": ru, "kk": f"{ru} ҚОСТАНАЙ"}), kind=kind, **asked).value

    prison = enter("Исправительный дом «Ёлки»", "prison", opened_on=date(2000, 1, 1))
    shelter = enter("Детский приют", "childrens-home", region="LU-VE", closed_on=date(2023, 5, 31))
    foreign = enter("Исправительный дом", "prison", country="kz", region="KZ-75", by=kz_secretary)
    return prison, shelter, foreign


def found(by=head, country="demo", **filters):
    return [one.id for one in queries.places(by=by, country=country, filters=PlaceFilters(**filters))]


@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda each: each.name or "nobody")
def test_only_the_country_s_own_mechanism_sees_its_places(three, actor):
    prison, shelter, _ = three
    assert set(found(actor)) == ({prison, shelter} if actor in SEES else set())
    assert queries.counts(by=actor, country="demo").total == (2 if actor in SEES else 0)
    if actor in SEES:
        assert queries.place(prison, by=actor, country="demo").id == prison
    else:
        with pytest.raises(NotFound):
            queries.place(prison, by=actor, country="demo")


def test_a_head_elsewhere_finds_none_of_them_on_any_road(three):
    prison, shelter, foreign = three
    assert found(foreigner, "kz") == [foreign]
    assert found(foreigner, "demo") == found(head, "kz") == []
    assert queries.counts(by=foreigner, country="kz").total == 1
    assert found(foreigner, "kz", text="приют") == []
    for country in ("kz", "demo"):
        with pytest.raises(NotFound):
            queries.place(shelter, by=foreigner, country=country)
    with pytest.raises(NotFound):
        services.close_place(place_id=prison, on=date(2020, 1, 1), by=foreigner)
    with pytest.raises(NotFound):
        services.merge_places(place_id=foreign, into_id=prison, on=date(2020, 1, 1), by=foreigner)


@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda each: each.name or "nobody")
def test_only_head_and_secretariat_write(three, actor):
    def close():
        services.close_place(place_id=three[0], on=date(2022, 1, 1), by=actor)

    if actor in (head, secretary):
        close()
    else:
        with pytest.raises(NotAllowed if actor in SEES else NotFound):
            close()


@pytest.mark.parametrize("text", ["исправительный", "ИСПРАВИТЕЛЬНЫЙ ДОМ", "елки", "ЁЛКИ", "дом исправ", "«ёлки»"])
def test_search_minds_neither_case_nor_order_nor_yo(three, text):
    assert found(text=text) == [three[0]]


def test_search_finds_kazakh_letters_of_either_case(three):
    assert set(found(text="қостанай")) == set(found(text="Қостанай")) == set(three[:2])


@pytest.mark.parametrize("text", ["%", "_", "'", "\\", "дом%"])
def test_search_takes_no_sign_for_a_pattern(three, text):
    assert found(text=text) == []


def test_filters_narrow_by_kind_region_state_and_authority_on_a_day(three):
    prison, shelter, _ = three
    assert found(kind="prison") == found(region="LU-TA") == [prison]
    assert found(state="open", on=date(2023, 6, 1)) == [prison]
    assert found(state="closed", on=date(2023, 6, 1)) == [shelter]
    assert found(state="closed", on=date(1999, 1, 1)) == [prison]
    assert found(authority="lum-schools-old", on=date(2022, 12, 31)) == found(authority="lum-schools", on=date(2023, 1, 1)) == [shelter]
    assert found(authority="lum-schools", on=date(2022, 12, 31)) == []
    services.change_authority(place_id=prison, authority="lum-schools-old", since=date(2021, 1, 1), by=head)
    assert set(found(authority="lum-schools", on=date(2024, 1, 1))) == {prison, shelter}
    assert found(authority="lum-prison-service", on=date(2024, 1, 1)) == []
    with pytest.raises(Refusal):
        found(authority="interior")


def test_the_list_filter_and_the_place_agree_on_its_authority(three):
    services.change_authority(place_id=three[0], authority="lum-schools-old", since=date(2021, 1, 1), until=date(2023, 6, 30), by=head)
    for on in (date(2020, 12, 31), date(2021, 1, 1), date(2022, 12, 31), date(2023, 1, 1), date(2023, 6, 30), date(2023, 7, 1)):
        for one in queries.places(by=head, country="demo"):
            assert one.id in found(authority=one.authority_code_on(on), on=on)


def test_numbers_in_names_stand_as_numbers():
    names = ["Дом № 107", "Дом № 2 «Б»", "Дом № 11", "Дом № 2 «А»", "Дом № 007", "Дом", "Дом № 0", "Участок 10-3", "Участок 10-12", "Участок 9"]
    for name in names:
        services.register_place(name=Words.of({"ru": name}), kind="prison", country="demo", region="LU-TA", by=secretary)

    def told(order):
        return [one.name.best("ru") for one in queries.places(by=head, country="demo", order=order)]

    wanted = [
        "Дом", "Дом № 0", "Дом № 2 «А»", "Дом № 2 «Б»", "Дом № 007", "Дом № 11", "Дом № 107",
        "Участок 9", "Участок 10-3", "Участок 10-12",
    ]  # fmt: skip
    assert told("name") == wanted and told("-name") == wanted[::-1]
    assert [one.name.best("ru") for one in queries.known_places(by=head, country="demo")] == wanted


def test_the_list_stands_in_order_of_name_and_counts_agree(three):
    assert found() == [three[1], three[0]]
    counted = queries.counts(by=head, country="demo")
    assert (counted.total, dict(counted.by_kind), dict(counted.by_region)) == (2, {"prison": 1, "childrens-home": 1}, {"LU-TA": 1, "LU-VE": 1})
    assert {str(key): value.in_("ru") for key, value in queries.place_names(three[:1]).items()} == {str(three[0]): "Исправительный дом «Ёлки»"}


def test_places_to_choose_from_are_those_that_work_on_the_day(three):
    found = queries.open_places(by=head, country="demo", on=date(2023, 6, 1))
    assert [one.id for one in found] == [three[0]] and found[0].name.in_("ru")
    assert queries.open_places(by=head, country="kz", on=date(2023, 6, 1)) == ()
