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
from datetime import timedelta

from benchmarks.desk import share
from benchmarks.machine import machine

PART, TIMES = 2_000, 80


def more(rows: int) -> None:
    """Recommendations in the words of the demonstration, each repeating an earlier one of its place with a chance of a third."""
    from tirek.foundation.ledger.services import record
    from tirek.ground.rules.actors import SYSTEM
    from tirek.project.demonstration.growing import phrases
    from tirek.project.demonstration.growing.chance import Chance
    from tirek.project.demonstration.growing.rows import table

    model, chance = table("recommendations.Recommendation"), Chance("said before")
    visits = list(table("visits.Visit").objects.filter(country="demo", state="reported").values_list("pk", "starts_on"))
    last: dict[object, object] = {}
    made = model.objects.count()
    while made < rows:
        with record("demonstration.grown", by=SYSTEM, country="demo") as act:
            added = []
            for number in range(made, min(rows, made + PART)):
                visit, on = visits[number % len(visits)]
                row = model(id=chance.id(), country="demo", origin="demonstration", visit_id=visit, position=1000 + number // len(visits), number=f"Б-{number}",
                            text=phrases.recommendation(chance, chance.randrange(len(phrases.phrases()["subjects"]))), addressee="lum-prison-service", state="issued",
                            issued_on=on + timedelta(days=20), author="benchmark", repeats_id=last.get(visit) if chance.happens(1 / 3) else None)  # fmt: skip
                last[visit] = row.id
                added.append(row)
            model.objects.bulk_create(added)
            act.of(len(added))
        made += len(added)
        print(f"\r{made:,}", end="", flush=True)
    print()


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
