from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_edition_filled'),
    ]

    operations = [
        migrations.AddField(
            model_name='rightrequest',
            name='kept_because',
            field=models.TextField(blank=True, default=''),
        ),
    ]
