"""A table gets a further column in a later version: what was recorded before still verifies; the form of a row says every value that was written."""

from datetime import date
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader

from tirek.followup.recommendations.models import Answer, Recommendation
from tirek.foundation.ledger import forms as forms_of_rows
from tirek.foundation.ledger.forms import columns_that_came, earlier_forms
from tirek.foundation.ledger.reading import Line
from tirek.foundation.ledger.rows import SAME_FOR_ALL, LedgeredRow, at_rest, canonical_row
from tirek.ground.proof.leaf import leaf
from tirek.records.visits.models import Finding

pytestmark = pytest.mark.pure


def ledgered():
    return [model for model in apps.get_models() if issubclass(model, LedgeredRow)]


def test_columns_at_rest_are_left_out_and_written_ones_are_not():
    row = Finding(country="demo", origin="demonstration", position=1, area="living_conditions", author="a")
    assert set(canonical_row(row)) == {"id", "origin", "country", "visit_id", "position", "area", "author"}
    before = canonical_row(row)
    for name, value in {"good_practice": True, "seriousness": "serious", "sources": ["records"], "revision": 2, "taken_back": True}.items():
        kept = getattr(row, name)
        setattr(row, name, value)
        assert canonical_row(row) == {**before, name: value}, name
        setattr(row, name, kept)
    assert canonical_row(row) == before


def test_nothing_and_false_and_zero_are_told_apart():
    text, number = models.TextField(default=""), models.IntegerField(default=0)
    for field in (text, number):
        field.set_attributes_from_name("column")
    assert at_rest(text, "") and not at_rest(text, None) and not at_rest(text, "0")
    assert at_rest(number, 0) and not at_rest(number, False) and not at_rest(number, None)


def default_of(field):
    return (field.default,) if field.has_default() else (None,) if field.null else ()


def rests(field):
    if not field.has_default():
        return at_rest(field, None)
    return at_rest(field, field.get_prep_value(field.default() if field.default in SAME_FOR_ALL else field.default))


def steps_on_ledgered_tables():
    tables = {(model._meta.app_label, model._meta.model_name) for model in ledgered()}
    for (label, name), migration in sorted(MigrationLoader(None).disk_migrations.items()):
        for step in migration.operations:
            table = (label, getattr(step, "model_name_lower", "") or getattr(step, "name_lower", ""))
            if table in tables:
                yield table, name, step


def test_a_column_that_comes_later_rests_until_it_is_written():
    wrong, known = [], {}
    for table, name, step in steps_on_ledgered_tables():
        if isinstance(step, migrations.CreateModel):
            known |= {(table, column): field for column, field in step.fields}
        if isinstance(step, migrations.AddField) and not rests(known.setdefault((table, step.name), step.field)) and not name.startswith("0001"):
            wrong.append(f"{table} {name}: {step.name} needs a default (or null), so that rows recorded before keep their form")
        if isinstance(step, migrations.AlterField) and default_of(known[table, step.name]) != default_of(step.field):
            wrong.append(f"{table} {name}: {step.name} keeps its default; rows recorded before left it out")
        if isinstance(step, migrations.RemoveField | migrations.RenameField):
            wrong.append(f"{table} {name}: a column of a ledgered table stays under its name; leave it unused instead")
    assert wrong == []
    assert len(known) > 100


def test_no_migration_is_squashed_since_verifying_reads_from_them_when_a_column_came():
    assert [each for each in MigrationLoader(None).disk_migrations.values() if each.replaces] == []


SALT = b"s" * 32


def recorded(form):
    return Line(entry=1, gone=False, salt=SALT, mac=leaf(SALT, form))


def answer(**given):
    return Answer(country="kz", word="done", authority="prisons", said_on=date(2026, 1, 2), received_on=date(2026, 1, 3), entered_by="a", **given)


def test_a_row_recorded_before_its_table_had_an_empty_column_more_still_holds():
    row = answer()
    today = canonical_row(row)
    assert "letter_id" not in today and "wording_id" not in today
    with_nulls = {**today, "letter_id": None}
    everything = {**with_nulls, "letter_number": "", "text": "", "origin": "entered"}
    for form in (today, with_nulls, {**with_nulls, "wording_id": None}, everything, {**everything, "wording_id": None}):
        assert recorded(form).vouches_for(row), form


@pytest.mark.parametrize("change", [{"wording_id": uuid4()}, {"letter_id": uuid4()}, {"text": "We did nothing."}, {"letter_number": "7"}, {"word": "refused"}])
def test_a_column_may_be_missing_from_what_was_recorded_only_while_it_rests(change):
    row = answer()
    today, forms = canonical_row(row), list(earlier_forms(row))
    for name, value in change.items():
        setattr(row, name, value)
    assert not any(recorded(form).vouches_for(row) for form in (today, *forms))


def test_a_written_column_that_was_emptied_does_not_hold():
    row = answer(letter_id=uuid4(), wording_id=uuid4(), text="The roof is mended.")
    forms = [canonical_row(row), *earlier_forms(row)]
    assert all(recorded(form).vouches_for(row) for form in forms)
    for name, empty in {"letter_id": None, "wording_id": None, "text": ""}.items():
        kept = getattr(row, name)
        setattr(row, name, empty)
        assert not any(recorded(form).vouches_for(row) for form in forms), name
        setattr(row, name, kept)


def test_the_columns_that_came_are_told_in_the_order_of_the_migrations():
    assert columns_that_came(Answer) == {"wording_id": "0003", "official_name": "0008", "official_function": "0008", "through": "0018", "named_until": "0022", "position": "0024"}
    came = columns_that_came(Recommendation)
    assert came["closed_on"] < came["report_version"] and "issued_on" not in came


def test_an_empty_column_that_a_migration_of_tomorrow_adds_leaves_old_rows_as_they_were(monkeypatch):
    row = answer()
    before = {name: value for name, value in canonical_row(row).items() if name != "letter_id"}
    came = {**columns_that_came(Answer), "letter_id": "9999"}
    monkeypatch.setattr(forms_of_rows, "columns_that_came", lambda model: came)
    for form in (before, {**before, "wording_id": None}):
        assert recorded(form).vouches_for(row), form
    assert not recorded({**before, "letter_id": None}).vouches_for(row), "no version of the house ever wrote this"
