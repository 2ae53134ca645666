"""A start of a new version whose change of the tables fails: the old state stays, and the version before goes on with it."""

import pytest

from tests.project.commands import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
FAILS = """
from django.db import migrations, models
def fail(apps, schema):
    apps.get_model("places", "Place").objects.update(later="x")
    raise ValueError("the new version's own fault")
class Migration(migrations.Migration):
    dependencies = [("places", "{last}")]
    operations = [
        migrations.CreateModel("Later", [("id", models.AutoField(primary_key=True))]),
        migrations.AddField("place", "later", models.CharField(max_length=9, default="")),
        migrations.RunPython(fail),
    ]
"""
START = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
sys.path[:0] = ["", sys.argv[1]]
from django.conf import settings
settings.MIGRATION_MODULES = {"places": "later"}
from tirek.project.cli.preparing import prepare
prepare()
"""
TABLES = """
from django.db import connection
with connection.cursor() as cursor:
    names = sorted(connection.introspection.table_names(cursor))
    print(names, [each.name for each in connection.introspection.get_table_description(cursor, "places_place")])
    cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
    print(cursor.fetchall())
"""


def test_a_failed_migration_leaves_the_old_state(filled, tmp_path):
    last = sorted(path.stem for path in (ROOT / "tirek/registers/places/migrations").glob("0*.py"))[-1]
    (tmp_path / "later").mkdir()
    (tmp_path / "later/__init__.py").write_text(f"__path__.append({str(ROOT / 'tirek/registers/places/migrations')!r})")
    (tmp_path / "later/9999_fails.py").write_text(FAILS.replace("{last}", last))

    def tables():
        done = filled.tirek("manage", "shell", "--no-imports", "-c", TABLES)
        assert done.returncode == 0, done.stderr
        return done.stdout

    before = tables()
    (filled.folder / "main/.tables").unlink()
    started = filled.python("-c", START, str(tmp_path))
    assert started.returncode != 0 and "the new version's own fault" in started.stderr
    assert tables() == before and "9999_fails" not in before
    assert filled.make_records(1) == 4
    checked = filled.tirek("ledger", "verify")
    assert checked.returncode == 0, checked.stdout + checked.stderr
