from collections import Counter

from django.db import migrations
from django.db.models import Count

CHUNK = 500


def fill(apps, schema_editor):
    """How many recommendations in force stand at each outcome, beside what each visit adds already, and all of them together."""
    counted, total = apps.get_model("recommendations", "CountedVisit"), apps.get_model("recommendations", "RecommendationTotal")
    in_force = apps.get_model("recommendations", "Recommendation").objects.filter(state="issued").order_by()
    visits, numbers = list(apps.get_model("visits", "Visit").objects.order_by("pk").values_list("pk", flat=True)), Counter()
    for start in range(0, len(visits), CHUNK):
        chunk = visits[start : start + CHUNK]
        known, new = counted.objects.in_bulk(chunk), {}
        for visit, country, outcome, number in in_force.filter(visit__in=chunk).values_list("visit_id", "country", "verification").annotate(number=Count("*")):
            row = known.get(visit) or new.setdefault(visit, counted(thing=visit, country=country, parts={}))
            row.parts.setdefault("outcomes", {})[outcome] = number
            numbers[country, outcome] += number
        counted.objects.bulk_update([row for row in known.values() if "outcomes" in row.parts], ["parts"])
        counted.objects.bulk_create(new.values())
    total.objects.bulk_create(total(country=country, series="outcomes", key=outcome, number=number) for (country, outcome), number in numbers.items())


class Migration(migrations.Migration):

    dependencies = [
        ('recommendations', '0012_waits_alone'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
