import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('visits', '0007_taken_back_by'),
    ]

    operations = [
        migrations.CreateModel(
            name='RecordAsIssued',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('origin', models.CharField(choices=[('entered', 'entered'), ('sourced', 'sourced'), ('demonstration', 'demonstration')], default='entered', max_length=13)),
                ('country', models.CharField(db_index=True, max_length=8)),
                ('parts', models.JSONField(default=dict)),
                ('restored_by', models.CharField(blank=True, default='', max_length=64)),
                ('restored_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True, default='')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.visit')),
            ],
            options={
                'ordering': ['restored_at', 'id'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('country', 'demo'), ('origin', 'demonstration')), models.Q(models.Q(('country', 'demo'), _negated=True), models.Q(('origin', 'demonstration'), _negated=True)), _connector='OR'), name='visits_recordasissued_origin'), models.UniqueConstraint(condition=models.Q(('restored_at', None)), fields=('visit',), name='visits_one_record_as_issued')],
            },
        ),
    ]
