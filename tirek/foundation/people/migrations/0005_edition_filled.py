"""The database itself says what it was filled with."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column."""

    dependencies = [("people", "0004_keep_short_recovery_codes")]
    operations = [migrations.AddField("edition", "filled", models.JSONField(default=dict))]
