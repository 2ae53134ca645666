"""How long the search takes over many things. Run: python -m benchmarks.search [THINGS], 100,000 unless told.

On PostgreSQL: python -m tests.postgres python -m benchmarks.search 1000000

The index is filled with invented things of four sorts in the proportion of a hundred years of a country, their words drawn as words of a language are
(the second commonest half as often as the first, and so on). Asked are common, rare and unknown words, several at once, beginnings and words with a typing error, for
somebody who sees nine tenths and for somebody who sees one in two thousand. What the rooms add, two questions by key a sort, is not in the figures.
"""

import os
import random
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from benchmarks.machine import machine

SHARES = {"place": 5, "visit": 50, "finding": 545, "recommendation": 400}
LETTERS = {"place": "p", "visit": "v", "finding": "f", "recommendation": "r"}
WORDS, LENGTH, TIMES, BATCH = 30_000, 24, 5, 5_000
OFFICE, MEMBER = "office", "member"
QUESTIONS = (
    ("a common word", (1,)), ("two common words", (2, 5)), ("a middling word", (300,)), ("a common and a rare one", (1, 12_000)), ("a rare word", (20_000,)),
    ("three words", (10, 40, 200)),
)  # fmt: skip


def vocabulary(draw: random.Random) -> list[str]:
    """Invented stems, the commonest first."""
    parts = [a + b for a in "бвгдзклмнпрст" for b in "аеиоу"]
    found: dict[str, None] = {}
    while len(found) < WORDS:
        found["".join(draw.choice(parts) for _ in range(draw.choice((2, 3, 3, 4)))) + draw.choice("бвгдзлмнрст")] = None
    return list(found)


def texts(words: list[str], draw: random.Random) -> Iterable[set[str]]:
    """The words of one thing after the other."""
    weights, total = [], 0.0
    for rank in range(len(words)):
        total += 1 / (rank + 1)
        weights.append(total)
    while True:
        yield set(draw.choices(words, cum_weights=weights, k=LENGTH))


def fill(things: int, words: list[str]) -> float:
    """Fills the index; returns seconds. An audience is a member's for one thing in two thousand, the office's for nine in ten."""
    from django.db import connection, transaction

    from tirek.foundation.search.entries import BITS
    from tirek.foundation.search.services import learn
    from tirek.foundation.search.sorts import Said, Told

    draw, begun = random.Random(4), time.perf_counter()
    source, sorts = iter(texts(words, draw)), [name for name, share in SHARES.items() for _ in range(share)]
    for start in range(0, things, BATCH):
        made = []
        for number in range(start, min(things, start + BATCH)):
            sort = sorts[number * 7919 % len(sorts)]
            letter, said = LETTERS[sort], next(source)
            audience = ([f"{letter}@office"] if draw.random() < 0.9 else []) + ([f"{letter}@member"] if draw.random() < 0.0005 else [])
            naming = [f"{letter}.{word}" for word in said] if sort == "place" else []
            marks = " ".join([f"{letter}:{word}" for word in said] + naming + audience)
            made.append((((735_000 + number * 36_500 // things) << BITS) + number, sort, str(number), marks))
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany("INSERT INTO search_entry (id, kind, key, marks) VALUES (%s, %s, %s, %s)", made)
    with transaction.atomic():
        for start in range(0, len(words), BATCH):
            learn([Told("", (Said("", " ".join(words[start : start + BATCH])),), ())])
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE search_entry")
    return time.perf_counter() - begun


def register() -> None:
    """Sorts whose rooms keep nothing: what is told of a thing is its marks."""
    from tirek.foundation.search import sorts
    from tirek.foundation.search.models import Entry
    from tirek.ground.rules.actors import Actor

    def told_of(name: str) -> Callable[[Collection[str]], list[sorts.Told]]:
        def told(keys: Collection[str]) -> list[sorts.Told]:
            rows = Entry.objects.filter(kind=name, key__in=keys)
            return [sorts.Told(row.key, (sorts.Said("text", " ".join(mark[2:] for mark in row.marks.split() if mark[1] == ":")),), ()) for row in rows]

        return told

    def audiences(by: Actor, country: str) -> tuple[str, ...]:
        return (by.id,)

    def visible(keys: Collection[str], by: Actor, country: str) -> Collection[str]:
        return keys

    sorts._sorts.clear()
    for name, letter in LETTERS.items():
        sorts.register(sorts.Sort(name, letter, told_of(name), lambda after, size: [], audiences, visible, {}))


def questions(words: list[str]) -> list[tuple[str, str]]:
    """What is asked, with a name."""
    found = [(name, " ".join(words[rank] for rank in ranks)) for name, ranks in QUESTIONS]
    wrong = words[2_000]
    return [*found, ("a beginning", words[50][:4]), ("four letters", words[3][:4]), ("a typing error", f"{wrong[0]}ж{wrong[1:]}"), ("a word of no text", "щщщщщщ")]


def processor_time() -> float:
    """Seconds that this process and, of a server's database on this machine, its own process there have worked."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return time.process_time()
    told = Path(f"/proc/{connection.connection.info.backend_pid}/stat")
    fields = told.read_text().rpartition(")")[2].split() if told.exists() else ["0"] * 13
    return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def ask(words: list[str]) -> None:
    """Asks all questions, and prints a line of each: the middle and the longest of the times, and the processor's own."""
    from tirek.foundation.search.queries import search
    from tirek.ground.rules.actors import Actor

    every: list[float] = []
    processor: list[float] = []
    print(f"{'':<28} {'who':<8} {'middle':>9} {'longest':>9} {'processor':>10}   found")
    for name, text in questions(words):
        for who in (OFFICE, MEMBER):
            times, own = [], []
            for _ in range(TIMES):
                begun, worked = time.perf_counter(), processor_time()
                answer = search(text, by=Actor(who), country="demo")
                times.append((time.perf_counter() - begun) * 1000)
                own.append((processor_time() - worked) * 1000)
            every += times
            processor += own
            count = sum(found.count for found in answer.found)
            print(f"{name:<28} {who:<8} {statistics.median(times):>6.1f} ms {max(times):>6.1f} ms {statistics.median(own):>7.1f} ms   {count}", flush=True)
    for what, measured in (("all", every), ("all, the processor's time alone", processor)):
        print(f"{what}: p50 {statistics.median(measured):.1f} ms, p95 {sorted(measured)[int(len(measured) * 0.95)]:.1f} ms, longest {max(measured):.1f} ms")


def main(things: int) -> None:
    """Fills an instance of its own, asks, and removes it."""
    from benchmarks.machine import own_instance

    print(machine())
    server = os.environ.get("DATABASE_URL", "")
    folder = "" if server else own_instance(demo=True)
    if server:
        import django

        os.environ |= {"DJANGO_SETTINGS_MODULE": "tirek.project.settings", "DEMO": "1"}
        django.setup()
    try:
        from django.db import connection

        from tirek.foundation.ledger.acts import unguarded
        from tirek.project.cli.tables import bring_up

        with unguarded():
            bring_up()
        words = vocabulary(random.Random(3))
        register()
        print(f"{connection.vendor}: {things:,} things of {LENGTH} words filled in {fill(things, words):.0f} s", flush=True)
        if folder:
            print(f"the database takes {sum(path.stat().st_size for path in Path(folder).rglob('*.sqlite3*')) // 1_000_000} MB")
        ask(words)
    finally:
        if folder:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
