from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0002_topics'),
    ]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='kept_because',
            field=models.TextField(blank=True, default=''),
        ),
    ]
