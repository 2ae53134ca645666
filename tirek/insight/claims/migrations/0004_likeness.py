import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0003_kept_because'),
    ]

    operations = [
        migrations.CreateModel(
            name='Likeness',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('share', models.DecimalField(decimal_places=4, max_digits=5)),
                ('longest', models.TextField()),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='claims.source')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='likenesses', to='claims.source')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('source', 'other'), name='claims_one_likeness_a_pair'), models.CheckConstraint(condition=models.Q(('source', models.F('other')), _negated=True), name='claims_likeness_of_two')],
            },
        ),
    ]
