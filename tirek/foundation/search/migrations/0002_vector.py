from django.db import migrations

from tirek.foundation.search.indexes import PARTS


def remake(apps, schema_editor):
    """On PostgreSQL the vector is made anew of the marks, with beginnings of words; SQLite finds beginnings by an index of its own. Some 40 s for a million things."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE search_entry DROP COLUMN IF EXISTS vector CASCADE")
        for _sqlite, postgresql in PARTS.values():
            schema_editor.execute(postgresql)


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0001_initial'),
    ]

    operations = [migrations.RunPython(remake, migrations.RunPython.noop)]
