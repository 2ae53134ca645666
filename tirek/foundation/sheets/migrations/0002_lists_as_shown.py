from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sheets', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='takenout',
            name='query',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='takenout',
            name='shown',
            field=models.BooleanField(default=False),
        ),
    ]
