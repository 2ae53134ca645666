"""Missions and reviews, reports with their steps and readers, recommendations by paragraph, links."""

import django.db.models.deletion
import tirek.foundation.ui.fields
import tirek.ground.rules.words
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('files', '0001_initial'),
        ('recommendations', '0013_outcomes'),
        ('visits', '0017_entries_organised'),
    ]

    operations = [
        migrations.CreateModel(
            name='BodyReport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('origin', models.CharField(choices=[('entered', 'entered'), ('sourced', 'sourced'), ('demonstration', 'demonstration')], default='entered', max_length=13)),
                ('country', models.CharField(db_index=True, max_length=8)),
                ('symbol', models.CharField(blank=True, default='', max_length=80)),
                ('title', tirek.foundation.ui.fields.WordsField(default=tirek.ground.rules.words.Words)),
                ('dated', models.DateField(blank=True, null=True)),
                ('state', models.CharField(default='confidential', max_length=12)),
            ],
            options={
                'ordering': ['dated', 'symbol', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Paragraph',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('origin', models.CharField(choices=[('entered', 'entered'), ('sourced', 'sourced'), ('demonstration', 'demonstration')], default='entered', max_length=13)),
                ('country', models.CharField(db_index=True, max_length=8)),
                ('number', models.CharField(max_length=20)),
                ('place', models.PositiveIntegerField(default=0)),
                ('text', tirek.foundation.ui.fields.WordsField(default=tirek.ground.rules.words.Words)),
                ('addressee', models.CharField(blank=True, default='', max_length=60)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='paragraphs', to='international.bodyreport')),
            ],
            options={
                'ordering': ['report', 'place', 'number'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('origin', models.CharField(choices=[('entered', 'entered'), ('sourced', 'sourced'), ('demonstration', 'demonstration')], default='entered', max_length=13)),
                ('country', models.CharField(db_index=True, max_length=8)),
                ('linked_by', models.CharField(max_length=64)),
                ('linked_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, default='', max_length=64)),
                ('finding', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.finding')),
                ('recommendation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='recommendations.recommendation')),
                ('earlier', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later_links', to='international.paragraph')),
                ('paragraph', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='international.paragraph')),
            ],
            options={
                'ordering': ['linked_on', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reader',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('origin', models.CharField(choices=[('entered', 'entered'), ('sourced', 'sourced'), ('demonstration', 'demonstration')], default='entered', max_length=13)),
                ('country', models.CharField(db_index=True, max_length=8)),
                ('account', models.CharField(max_length=64)),
                ('named_by', models.CharField(max_length=64)),
                ('named_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readers', to='international.bodyreport')),
            ],
            options={
                'ordering': ['named_on', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('origin', models.CharField(choices=[('entered', 'entered'), ('sourced', 'sourced'), ('demonstration', 'demonstration')], default='entered', max_length=13)),
                ('country', models.CharField(db_index=True, max_length=8)),
                ('procedure', models.CharField(max_length=20)),
                ('body', tirek.foundation.ui.fields.WordsField(default=tirek.ground.rules.words.Words)),
                ('name', tirek.foundation.ui.fields.WordsField(default=tirek.ground.rules.words.Words)),
                ('year', models.PositiveSmallIntegerField()),
                ('first_day', models.DateField(blank=True, null=True)),
                ('last_day', models.DateField(blank=True, null=True)),
                ('joint', models.BooleanField(default=False)),
                ('mission', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='recommendations.mission')),
            ],
            options={
                'ordering': ['-year', '-first_day', 'id'],
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='bodyreport',
            name='review',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='international.review'),
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('origin', models.CharField(choices=[('entered', 'entered'), ('sourced', 'sourced'), ('demonstration', 'demonstration')], default='entered', max_length=13)),
                ('country', models.CharField(db_index=True, max_length=8)),
                ('position', models.PositiveSmallIntegerField()),
                ('state', models.CharField(max_length=12)),
                ('on', models.DateField()),
                ('by_then', models.BooleanField(default=False)),
                ('source', models.TextField(blank=True, default='')),
                ('source_code', models.CharField(blank=True, default='', max_length=60)),
                ('entered_by', models.CharField(max_length=64)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='international.bodyreport')),
            ],
            options={
                'ordering': ['position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('origin', models.CharField(choices=[('entered', 'entered'), ('sourced', 'sourced'), ('demonstration', 'demonstration')], default='entered', max_length=13)),
                ('country', models.CharField(db_index=True, max_length=8)),
                ('language', models.CharField(max_length=2)),
                ('brought_by', models.CharField(max_length=64)),
                ('brought_on', models.DateField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='international.bodyreport')),
            ],
            options={
                'ordering': ['brought_on', 'id'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('country', 'demo'), ('origin', 'demonstration')), models.Q(models.Q(('country', 'demo'), _negated=True), models.Q(('origin', 'demonstration'), _negated=True)), _connector='OR'), name='international_document_origin')],
            },
        ),
        migrations.AddConstraint(
            model_name='paragraph',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('country', 'demo'), ('origin', 'demonstration')), models.Q(models.Q(('country', 'demo'), _negated=True), models.Q(('origin', 'demonstration'), _negated=True)), _connector='OR'), name='international_paragraph_origin'),
        ),
        migrations.AddConstraint(
            model_name='paragraph',
            constraint=models.UniqueConstraint(fields=('report', 'number'), name='international_one_paragraph'),
        ),
        migrations.AddIndex(
            model_name='link',
            index=models.Index(condition=models.Q(('recommendation__isnull', False)), fields=['recommendation'], name='international_of_national'),
        ),
        migrations.AddIndex(
            model_name='link',
            index=models.Index(condition=models.Q(('finding__isnull', False)), fields=['finding'], name='international_of_finding'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('country', 'demo'), ('origin', 'demonstration')), models.Q(models.Q(('country', 'demo'), _negated=True), models.Q(('origin', 'demonstration'), _negated=True)), _connector='OR'), name='international_link_origin'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('earlier__isnull', False), ('finding', None), ('recommendation', None)), models.Q(('earlier', None), ('finding', None), ('recommendation__isnull', False)), models.Q(('earlier', None), ('finding__isnull', False), ('recommendation', None)), _connector='OR'), name='international_link_to_one'),
        ),
        migrations.AddConstraint(
            model_name='reader',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('country', 'demo'), ('origin', 'demonstration')), models.Q(models.Q(('country', 'demo'), _negated=True), models.Q(('origin', 'demonstration'), _negated=True)), _connector='OR'), name='international_reader_origin'),
        ),
        migrations.AddConstraint(
            model_name='reader',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('report', 'account'), name='international_one_reader'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('country', 'demo'), ('origin', 'demonstration')), models.Q(models.Q(('country', 'demo'), _negated=True), models.Q(('origin', 'demonstration'), _negated=True)), _connector='OR'), name='international_review_origin'),
        ),
        migrations.AddConstraint(
            model_name='bodyreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('country', 'demo'), ('origin', 'demonstration')), models.Q(models.Q(('country', 'demo'), _negated=True), models.Q(('origin', 'demonstration'), _negated=True)), _connector='OR'), name='international_bodyreport_origin'),
        ),
        migrations.AddConstraint(
            model_name='bodyreport',
            constraint=models.UniqueConstraint(condition=models.Q(('symbol', ''), _negated=True), fields=('country', 'symbol'), name='international_one_symbol'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('country', 'demo'), ('origin', 'demonstration')), models.Q(models.Q(('country', 'demo'), _negated=True), models.Q(('origin', 'demonstration'), _negated=True)), _connector='OR'), name='international_step_origin'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.UniqueConstraint(fields=('report', 'position'), name='international_one_step'),
        ),
    ]
