"""A seal for each entry from now on; a row's lines are found by their entry's place."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0002_notes_counted'),
    ]

    operations = [
        migrations.AddField(
            model_name='entry',
            name='seal',
            field=models.BinaryField(max_length=32, null=True),
        ),
        migrations.RemoveIndex(
            model_name='entryrow',
            name='ledger_row_history',
        ),
        migrations.AddIndex(
            model_name='entryrow',
            index=models.Index(fields=['table', 'row', 'entry'], name='ledger_row_entries'),
        ),
    ]
