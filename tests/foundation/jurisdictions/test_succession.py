"""Authorities, duties and mechanisms on dates: what changed when."""

from datetime import date

import pytest

from tirek.foundation.jurisdictions import queries
from tirek.foundation.jurisdictions.refusals import UnknownCountry, UnknownThing

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("on", "name"),
    [(date(2021, 5, 1), "МОН"), (date(2022, 1, 1), "МОН"), (date(2022, 6, 11), "Минпросвещения"), (date(2024, 1, 1), "Минпросвещения")],
)
def test_a_childrens_home_answers_to_the_education_ministry_of_its_day(on: date, name: str) -> None:
    authority = queries.responsible_authority("kz", "childrens-home", on)
    assert authority is not None
    assert authority.valid
    assert authority.short.in_("ru") == name


@pytest.mark.parametrize(
    ("on", "code", "valid"),
    [(date(2025, 6, 29), "anti-corruption-agency", True), (date(2025, 6, 30), "security-committee", False)],
)
def test_the_anti_corruption_service_goes_into_the_security_committee(on: date, code: str, valid: bool) -> None:
    assert queries.successor_on("kz", "anti-corruption-agency", on) == code
    assert queries.authority("kz", "anti-corruption-agency", on).valid is valid


@pytest.mark.parametrize(("on", "code"), [(date(2025, 10, 2), "national-centre"), (date(2025, 10, 3), "akyikatchy")])
def test_the_kyrgyz_mechanism_changes_on_3_october_2025(on: date, code: str) -> None:
    found = queries.mechanism("kg", on)
    assert found is not None
    assert found.code == code
    assert queries.successor_on("kg", "national-centre", on) == code


def test_an_abolished_body_keeps_its_name() -> None:
    centre = queries.authority("kg", "national-centre", date(2026, 1, 1))
    assert not centre.valid
    assert centre.short.in_("ru") == "НЦПП"
    assert queries.predecessors_of("kg", "akyikatchy") == ("national-centre",)


@pytest.mark.parametrize(
    ("on", "holders"),
    [(date(2022, 12, 31), {"anti-corruption-agency", "interior", "prosecution"}), (date(2024, 1, 1), {"prosecution"})],
)
def test_who_investigates_torture_depends_on_the_day(on: date, holders: set[str]) -> None:
    assert {one.code for one in queries.duty_holders("kz", "torture-investigation", on)} == holders


@pytest.mark.parametrize(
    ("on", "remand", "prison"),
    [
        (date(2022, 6, 30), "interior", "interior"),
        (date(2022, 7, 1), "health", "interior"),
        (date(2022, 12, 31), "health", "interior"),
        (date(2023, 1, 1), "health", "health"),
    ],
)
def test_prison_medicine_goes_from_interior_to_health_first_in_remand_prisons(on: date, remand: str, prison: str) -> None:
    assert [one.code for one in queries.duty_holders("kz", "remand-medicine", on)] == [remand]
    assert [one.code for one in queries.duty_holders("kz", "prison-medicine", on)] == [prison]


def test_the_chain_of_command_is_that_of_the_day() -> None:
    before = queries.chain_of_command("demo", "lum-prison-service", date(2021, 12, 31))
    after = queries.chain_of_command("demo", "lum-prison-service", date(2022, 1, 1))
    assert [one.code for one in before] == ["lum-prison-service", "lum-order", "lum-council"]
    assert [one.code for one in after] == ["lum-prison-service", "lum-law", "lum-council"]


def test_unknown_names_are_refused_with_a_sentence() -> None:
    with pytest.raises(UnknownCountry, match="no pack for the country"):
        queries.pack("xx")
    with pytest.raises(UnknownThing, match="has no “nobody”"):
        queries.authority("kz", "nobody", date(2025, 1, 1))


def test_a_time_limit_changes_with_its_date() -> None:
    assert queries.term("demo", "answer", date(2024, 12, 31)).amount == 90
    assert queries.term("demo", "answer", date(2025, 1, 1)).amount == 60
    kz = queries.term("kz", "answer", date(2025, 1, 1))
    assert (kz.amount, kz.unit, kz.verified) == (3, "months", False)


def test_the_interval_that_names_the_kind_of_place_goes_first() -> None:
    on = date(2025, 1, 1)
    assert [getattr(queries.visit_interval("demo", kind, "periodic", on), "months", None) for kind in ("prison", "sizo")] == [24, 12]
    kz = queries.visit_interval("kz", "prison", "periodic", on)
    assert kz is not None
    assert kz.months == 48
    assert queries.visit_interval("kz", "prison", "special", on) is None
