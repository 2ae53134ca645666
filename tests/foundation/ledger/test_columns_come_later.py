"""A table gets a further column in a later version: what was recorded before still verifies; the form of a row says every value that was written."""

import pytest
from django.apps import apps
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader

from tirek.foundation.ledger.rows import SAME_FOR_ALL, LedgeredRow, at_rest, canonical_row
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


def rests(field):
    return field.null or (field.has_default() and (field.default in SAME_FOR_ALL or not callable(field.default)))


def test_a_column_that_comes_later_rests_until_it_is_written():
    tables = {(model._meta.app_label, model._meta.model_name) for model in ledgered()}
    wrong = []
    for (label, name), migration in MigrationLoader(None).disk_migrations.items():
        for step in [] if name.startswith("0001") else migration.operations:
            table = (label, getattr(step, "model_name_lower", ""))
            if table not in tables:
                continue
            if isinstance(step, migrations.AddField) and not rests(step.field):
                wrong.append(f"{label}.{name}: {step.name} needs a default (or null), so that rows recorded before keep their form")
            if isinstance(step, migrations.RemoveField | migrations.RenameField):
                wrong.append(f"{label}.{name}: a column of a ledgered table stays under its name; leave it unused instead")
    assert wrong == []
