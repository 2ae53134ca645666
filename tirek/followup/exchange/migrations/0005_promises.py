from collections import defaultdict
from importlib import import_module

from django.db import migrations

clocks = import_module("tirek.followup.recommendations.migrations.0022_clocks")


def fill(apps, schema_editor):
    """The last day that each reply sent before names in its own steps, and which bodies were told that nothing is left to do."""
    steps, messages = apps.get_model("exchange", "ReplyStep"), apps.get_model("exchange", "Message")
    named, about, newest = {}, set(), defaultdict(str)
    found = steps.objects.filter(dropped=False, reply__state="sent", reply__word__in=clocks.WILL_DO).exclude(reply__answer=None)
    for answer, recommendation, until in found.order_by("until").values_list("reply__answer", "reply__recommendation", "until"):
        named[answer] = until
        about.add(recommendation)
    for recommendation, outcome in messages.objects.exclude(verification=None).order_by("written_at").values_list("recommendation", "verification__outcome"):
        newest[recommendation] = outcome
    told_done = frozenset(key for key, outcome in newest.items() if outcome in ("implemented", "obsolete"))
    clocks.make_doings(apps, apps.get_model("recommendations", "Doing").objects.filter(pk__in=about | told_done).values_list("pk", flat=True), named, told_done)
    clocks.settle(schema_editor)


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0004_after"),
        ("recommendations", "0022_clocks"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
