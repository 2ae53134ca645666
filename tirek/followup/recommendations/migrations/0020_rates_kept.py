from collections import Counter

from django.db import migrations

CHUNK = 500
COLUMNS = ("visit_id", "country", "word", "verification", "issued_on", "theme", "addressee", "passed_to", "visit__state", "visit__place_id")


def fill(apps, schema_editor):
    """Recommendations in force by word and verification, within year, theme, body and place, beside what each visit adds already, and all of them together."""
    counted, total = apps.get_model("recommendations", "CountedVisit"), apps.get_model("recommendations", "RecommendationTotal")
    in_force = apps.get_model("recommendations", "Recommendation").objects.filter(state="issued").order_by()
    visits, numbers = list(apps.get_model("visits", "Visit").objects.order_by("pk").values_list("pk", flat=True)), Counter()
    for start in range(0, len(visits), CHUNK):
        chunk = visits[start : start + CHUNK]
        known, new = counted.objects.in_bulk(chunk), {}
        for visit, country, word, verification, issued_on, theme, addressee, passed_to, state, place in in_force.filter(visit__in=chunk).values_list(*COLUMNS):
            row = known.get(visit) or new.setdefault(visit, counted(thing=visit, country=country, parts={}))
            groups = {"rate-year": str(issued_on.year) if issued_on else "", "rate-theme": theme, "rate-body": passed_to or addressee}
            if state == "reported":
                groups["rate-place"] = str(place)
            for series, group in groups.items():
                key, keys = f"{group}|{word}|{verification}", row.parts.setdefault(series, {})
                keys[key] = keys.get(key, 0) + 1
                numbers[country, series, key] += 1
        counted.objects.bulk_update([row for row in known.values() if "rate-year" in row.parts], ["parts"])
        counted.objects.bulk_create(new.values())
    total.objects.bulk_create((total(country=country, series=series, key=key, number=number) for (country, series, key), number in numbers.items()), batch_size=CHUNK)


class Migration(migrations.Migration):

    dependencies = [
        ('recommendations', '0019_counts_of_bodies'),
        ('visits', '0018_findings_counted'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
