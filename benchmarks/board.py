"""Server time of labels, board and time line over many recommendations. Run: python -m benchmarks.board --folder FOLDER [--rows 500000]

`--folder` is the data folder of a demonstration that `tirek demo grow` has filled; its recommendations are copied until there are so many, and each gets three
labels of forty, past the ledger. The folder is spoilt by it: give a copy. Pages are asked for by the secretariat, queries are counted.
"""

import argparse
import os
import random

from benchmarks.machine import machine
from benchmarks.said_before import NUMBER, copy, timed

PAGES = (
    "", "?label=group-women", "?label=right-health&overdue=on", "?label=sdg-16.3&standard=mandela-24", "?label=group-women&theme=health_care", "?label=group-women&page=400", "?theme=-",
    "board/", "board/?by=word", "board/?by=theme", "board/?by=addressee", "board/?by=group", "board/?by=standard", "board/?by=right&label=group-women", "board/?by=word&theme=health_care",
    "board/?by=group&addressee=lum-care", "timeline/", "timeline/?within=2024", "timeline/?within=2024-05", "timeline/?label=group-women",
)  # fmt: skip


def more(rows: int) -> None:
    """Copies of all recommendations under other ids and numbers, without keys and threads, until there are so many."""
    from django.db import connection

    from tirek.foundation.ledger.services import record
    from tirek.ground.rules.actors import SYSTEM
    from tirek.project.demonstration.growing.rows import table

    model = table("recommendations.Recommendation")
    new = "gen_random_uuid()" if connection.vendor == "postgresql" else "lower(hex(randomblob(16)))"
    while (stand := model.objects.count()) < rows:
        with record("demonstration.grown", by=SYSTEM, country="demo") as act, connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS copied")
            cursor.execute(f"CREATE TEMP TABLE copied AS SELECT id AS old, {new} AS new FROM {model._meta.db_table} WHERE number <> '' LIMIT {rows - stand}")
            copy(cursor, model, {"id": "c.new", "number": NUMBER, "repeats_id": "NULL"}, "r.id")
            cursor.execute("DROP TABLE copied")
            act.of(None)


def label() -> None:
    """Three labels of forty on each that has none: the first ones on many, the last ones on few."""
    from django.db import connection

    from tirek.followup.recommendations.labelling import make_anew
    from tirek.foundation.jurisdictions.loading import catalogue
    from tirek.foundation.ledger.services import record
    from tirek.ground.rules.actors import SYSTEM
    from tirek.project.demonstration.growing.rows import table

    model, drawn = table("recommendations.Recommendation"), random.Random(5)
    found = [*[one.id for kind in ("group", "right", "sdg") for one in catalogue().common.labels if one.kind == kind][:30], "mandela-24", "mandela-45", "bangkok-19"]
    weights = [1 / (place % 10 + 1) for place in range(len(found))]
    ids = list(model.objects.filter(labels=[]).exclude(number="").order_by().values_list("pk", flat=True))
    told = ((sorted(set(drawn.choices(found, weights, k=3))), one) for one in ids)
    quoted = [("[" + ", ".join(f'"{each}"' for each in labels) + "]", one.hex if connection.vendor == "sqlite" else one) for labels, one in told]
    with record("demonstration.grown", by=SYSTEM, country="demo") as act, connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {model._meta.db_table} SET labels = %s WHERE id = %s", quoted)
        act.of(None)
    with connection.cursor() as cursor:
        for start in range(0, len(ids), 5_000):
            make_anew(ids[start : start + 5_000])
        cursor.execute("ANALYZE")


def main() -> None:
    """The whole measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--rows", type=int, default=0)
    told = parser.parse_args()
    os.environ |= {"DATA_DIR": told.folder, "DEMO": "1", "DJANGO_SETTINGS_MODULE": "tirek.project.settings"}
    import django

    django.setup()
    from benchmarks.desk import signed_in
    from tirek.project.demonstration.growing.rows import table

    more(told.rows)
    label()
    rows, beside = (table(f"recommendations.{name}").objects.count() for name in ("Recommendation", "Labelled"))
    print(machine(), f"\n{rows:,} recommendations, {beside:,} labels on them")
    client = signed_in("secretary")
    for page in PAGES:
        timed(page or "the list", lambda page=page: client.get(f"/desk/recommendations/{page}"))  # type: ignore[misc]


if __name__ == "__main__":
    main()
