"""Server time and queries of what was said before, and of lists narrowed to it. Run: python -m benchmarks.said_before --folder FOLDER [--rows 200000]

`--folder` is the data folder of a demonstration that `tirek demo grow` has filled; more recommendations are added to it, on its visits, until there are so
many: take a copy. On PostgreSQL: DATABASE_URL names the filled database.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

from benchmarks.desk import share
from benchmarks.machine import machine

TIMES = 80
NUMBER = "substr(r.number, 1, 24) || '/' || substr(replace(CAST(c.new AS varchar(40)), '-', ''), 1, 12)"
"""Of a copy: the number's beginning with a part of its own id, short enough for the column."""


def more(rows: int) -> None:
    """Copies of all recommendations with their keys and threads under other ids and numbers, past the ledger, until there are so many."""
    from django.db import connection

    from tirek.foundation.ledger.services import record
    from tirek.ground.rules.actors import SYSTEM
    from tirek.project.demonstration.growing.rows import table

    model, key, place = (table(f"recommendations.{name}") for name in ("Recommendation", "RepeatKey", "ThreadPlace"))
    new = "gen_random_uuid()" if connection.vendor == "postgresql" else "lower(hex(randomblob(16)))"
    while (stand := model.objects.count()) < rows:
        with record("demonstration.grown", by=SYSTEM, country="demo") as act, connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS copied")
            cursor.execute(f"CREATE TEMP TABLE copied AS SELECT id AS old, {new} AS new FROM {model._meta.db_table} WHERE number <> '' LIMIT {rows - stand}")
            cursor.execute("CREATE UNIQUE INDEX copied_old ON copied (old)")
            copy(cursor, model, {"id": "c.new", "number": NUMBER, "repeats_id": "(SELECT new FROM copied WHERE old = r.repeats_id)"}, "r.id")
            copy(cursor, key, {"id": "", "recommendation_id": "c.new"}, "r.recommendation_id")
            copy(cursor, place, {"recommendation_id": "c.new", "thread": "COALESCE((SELECT new FROM copied WHERE old = r.thread), r.thread)"}, "r.recommendation_id")
            cursor.execute("DROP TABLE copied")
            act.of(None)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def copy(cursor: Any, model: Any, otherwise: dict[str, str], on: str) -> None:
    """The rows of a table that belong to what is copied; `otherwise`: columns that are not as they were, none for one that the database gives."""
    columns = [field.column for field in model._meta.concrete_fields if otherwise.get(field.column, "as it was")]
    told = ", ".join(otherwise.get(column, f"r.{column}") for column in columns)
    cursor.execute(f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) SELECT {told} FROM {model._meta.db_table} r JOIN copied c ON c.old = {on}")


def timed(name: str, ask: Callable[[], object]) -> None:
    """Asks it again and again; prints the middle, the 95th in a hundred, and the most queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times, cpu, most = [], [], 0
    ask()
    for _each in range(TIMES):
        with CaptureQueriesContext(connection) as asked:
            begun, worked = time.perf_counter(), time.process_time()
            ask()
            times.append((time.perf_counter() - begun) * 1000)
            cpu.append((time.process_time() - worked) * 1000)
        most = max(most, len(asked))
    print(f"{name:<44} sql {most:>3}  p50 {statistics.median(times):>6.0f} ms  p95 {share(times, 0.95):>6.0f} ms  of the processor {share(cpu, 0.95):>6.0f} ms")


def main() -> None:
    """The whole measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--rows", type=int, default=0)
    told = parser.parse_args()
    os.environ |= {"DATA_DIR": told.folder, "DEMO": "1", "DJANGO_SETTINGS_MODULE": "tirek.project.settings"}
    import django

    django.setup()
    from django.conf import settings
    from django.utils import timezone

    from benchmarks.desk import signed_in
    from tirek.followup.recommendations import queries
    from tirek.foundation.people.queries import actor_with_id
    from tirek.project.demonstration.growing import phrases
    from tirek.project.demonstration.growing.chance import Chance
    from tirek.project.demonstration.growing.rows import table

    settings.TIREK_SEARCH_FOLLOWS = False
    more(told.rows)
    rows = table("recommendations.Recommendation").objects
    print(machine(), f"\n{rows.count():,} recommendations, {table('recommendations.RepeatKey').objects.count():,} keys, {table('recommendations.ThreadPlace').objects.count():,} in threads")
    chance, drawn = Chance("drafts"), random.Random(7)
    places = list(table("places.Place").objects.filter(country="demo").values_list("pk", flat=True))
    threads = list(table("recommendations.ThreadPlace").objects.filter(times__gt=2).order_by("pk").values_list("pk", flat=True)[:500])
    subjects = len(phrases.phrases()["subjects"])
    client = signed_in("leader")
    by = actor_with_id(client.session["_auth_user_id"])
    today = timezone.localdate()

    def before() -> object:
        asking = queries.Asking(phrases.recommendation(chance, chance.randrange(subjects)), drawn.choice(places), frozenset({"living_conditions"}))
        return queries.said_before(asking, by=by, country="demo")

    timed("what was said before, a text never read", before)
    timed("a page of the list, twice or more", lambda: queries.recommendations(by=by, country="demo", today=today, filters=queries.Filters(repeated=2), size=25))
    timed("a page of the list, three times or more", lambda: queries.recommendations(by=by, country="demo", today=today, filters=queries.Filters(repeated=3), size=25))
    timed("its counts", lambda: queries.counts(by=by, country="demo", today=today, filters=queries.Filters(repeated=2)))
    timed("a thread", lambda: queries.thread_of(drawn.choice(threads), by=by, today=today))
    timed("the list as a page", lambda: client.get("/desk/recommendations/?repeated=2"))
    timed("a recommendation's page", lambda: client.get(f"/desk/recommendations/{drawn.choice(threads)}/"))
    timed("a thread's page", lambda: client.get(f"/desk/recommendations/{drawn.choice(threads)}/thread/"))


if __name__ == "__main__":
    main()
