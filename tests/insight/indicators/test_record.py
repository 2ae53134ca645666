"""The sourced record's values: all of document 003, loaded once, each where its words stand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests import people, sourced
from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.jurisdictions.queries import document_text
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.indicators import queries, services
from tirek.insight.indicators.models import Value

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    sourced.documents()
    return sourced.values()


def test_the_profile_of_document_003_holds_forty_one_values_and_each_has_its_sentence(loaded):
    of_profile = [one.code for one in packs.indicators() if one.profile]
    assert len(of_profile) == len(set(of_profile)) == 41
    rows = Value.objects.filter(country="kz", code__startswith="003-")
    assert set(of_profile) <= {row.indicator for row in rows}
    text = document_text("003", public=False)
    for row in rows:
        assert text[row.start : row.end] == row.quote, row.code
        assert row.year == 2022 and row.year_note.in_("en").startswith("The document states no year")


def test_loading_again_writes_nothing_and_a_changed_pack_is_followed(loaded, monkeypatch):
    assert loaded == len(packs.stated_values("kz")) + len(packs.stated_values("kg"))
    assert services.load_values(by=SYSTEM).value == 0
    told = [replace(one, amount=Decimal(20)) if one.id == "003-cases-opened" else one for one in packs.stated_values("kz")]
    monkeypatch.setattr(packs, "stated_values", lambda country: told if country == "kz" else ())
    assert services.load_values(by=SYSTEM).value == 1
    assert Value.objects.get(code="003-cases-opened").amount == "20"


def test_loading_again_leaves_a_value_superseded_by_what_people_entered(loaded):
    row = Value.objects.get(code="003-cases-opened")
    new = services.NewValue(indicator=row.indicator, year=row.year, source=row.source_id, quote=row.quote, amount="22")
    one = services.supersede_value(value_id=row.pk, new=new, by=people.foreigner, country="kz").value
    assert services.load_values(by=SYSTEM).value == 0
    assert Value.objects.get(pk=row.pk).superseded_by_id == one


def line(code, year=2022, country="kz"):
    return next(one for one in queries.profile(year, by=SYSTEM, country=country).lines if one.definition.code == code)


def test_the_load_of_an_investigator_holds_and_its_scopes_differ(loaded):
    load = line("investigator_load")
    assert [one.verdict for one in load.comparisons] == ["holds"]
    assert "13,57" in load.comparisons[0].calculation.replace(".", ",")
    assert load.derived.scopes_differ and load.derived.inferred and load.values[0].remark.in_("en")


def test_derived_values_are_exact_and_marked_where_they_have_no_end(loaded):
    found = {code: [(one.amount, one.currency, one.rounded) for one in line(code).derived.results] for code in ("sdg_16_3_2", "prisoners_per_100000", "prisoners_per_staff", "prisoner_cost_day")}
    assert found == {
        "sdg_16_3_2": [("14.6908", "", True)],
        "prisoners_per_100000": [("213.5418", "", True)],
        "prisoners_per_staff": [("5.9615", "", True)],
        "prisoner_cost_day": [("1583.5616", "KZT", True), ("3.3922", "EUR", True)],
    }


def test_nothing_is_derived_from_a_value_that_is_not_stated(loaded):
    assert line("sdg_16_3_2", 2025).derived is None and line("sdg_16_3_2", 2025, "kg").derived is None


def test_a_series_holds_the_years_of_its_source_alone(loaded):
    drawn = {one.definition.code: [(point.year, point.value.amount) for point in one.points] for one in queries.series_of(by=SYSTEM, country="kz")}
    assert drawn["registered_cases"] == [(2019, "850"), (2020, "766"), (2021, "685"), (2022, "920"), (2023, "462"), (2024, "193")]
    assert drawn["convicted_persons"] == [(2020, "13"), (2021, "15"), (2022, "8"), (2023, "47"), (2024, "30")]


def test_who_has_no_role_in_the_mechanism_sees_no_value(loaded):
    assert queries.values(by=people.nobody, country="kz") == [] and queries.years(by=people.nobody, country="kz") == ()


def test_two_silences_of_document_003_are_two_codes(loaded):
    silences = dict(Value.objects.exclude(missing="").values_list("indicator", "missing"))
    assert silences == {"administrative_detainees": "no_data", "police_number": "closed"}


def test_the_liability_for_the_archive_is_superseded_by_a_source_that_is_named_and_not_held(loaded):
    before = Value.objects.get(code="003-archive-liability")
    later = before.superseded_by
    assert (before.step, later.step, later.year, later.source) == (0, 1, 2024, None)
    assert "2024" in later.retold.in_("en") and before in Value.objects.standing()


def test_nobody_but_the_loader_loads_the_record():
    with pytest.raises(NotAllowed):
        services.load_values(by=people.head)
