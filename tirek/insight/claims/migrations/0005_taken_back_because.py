from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0004_likeness'),
    ]

    operations = [
        migrations.AddField(
            model_name='statement',
            name='kept_because',
            field=models.TextField(blank=True, default=''),
        ),
    ]
