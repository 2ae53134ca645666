"""Queries and time of each page that shows lists, on a filled demonstration. Run: python -m benchmarks.pages [PLACES]

The demonstration's year, with so many more places (1000 unless told); each page is asked for five times, the middle time counts.
"""

import shutil
import statistics
import sys
import time

from benchmarks.machine import machine, own_instance

PUBLIC = ("/ru/", "/kk/kz/", "/en/kz/missions/spt-2023/", "/en/kz/mechanisms/")
DESK = ("desk:home", "desk:plan", "desk:visits", "desk:places", "desk:members", "desk:recommendations", "desk:reports", "desk:missions")
TIMES = 5


def fill(places: int) -> None:
    """Enters places through the register."""
    from tirek.ground.rules.actors import Actor, Grant, Role
    from tirek.ground.rules.words import Words
    from tirek.registers.places.services import register_place

    by = Actor("00000000-0000-0000-0000-00000000000a", frozenset({Grant(Role.SECRETARIAT, "demo", None)}), "maker")
    for number in range(places):
        register_place(country="demo", name=Words.of({"ru": f"Учреждение {number}", "kk": f"Мекеме {number}"}), kind="prison", region="LU-TA", by=by)


def measured(client: object, path: str) -> str:
    """A line of the table: the page, its queries, its time, its size."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times = []
    for _ in range(TIMES):
        with CaptureQueriesContext(connection) as queries:
            begun = time.perf_counter()
            answer = client.get(path)  # type: ignore[attr-defined]
            times.append(time.perf_counter() - begun)
        assert answer.status_code == 200, (path, answer.status_code)
    return f"{path:<40} {len(queries):>4} queries {statistics.median(times) * 1000:>7.0f} ms {len(answer.content) // 1024:>5} KiB"


def addresses() -> list[str]:
    """The desk's lists that are built, and the first thing of each that its list links to."""
    from django.urls import NoReverseMatch, reverse

    found = []
    for name in DESK:
        try:
            found.append(reverse(name))
        except NoReverseMatch:
            print(f"{name}: not built")
    return found


def first_thing(client: object, path: str) -> str:
    """The first thing's page that a list links to, or nothing."""
    import re

    text = client.get(path).content.decode()  # type: ignore[attr-defined]
    hit = re.search(rf'href="({re.escape(path)}[0-9a-f-]{{36}}/)"', text)
    return hit[1] if hit else ""


def main() -> None:
    """The whole measurement."""
    places = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(machine())
    folder = own_instance(demo=True)
    from django.test import Client

    from tirek.foundation.people.models import Account
    from tirek.project.cli.preparing import prepare

    prepare()
    fill(places)
    print(f"the demonstration's year and {places} more places")
    client = Client(HTTP_HOST="localhost")
    for path in PUBLIC:
        print(measured(client, path))
    client.force_login(Account.objects.get(email="secretary@lumeria.example"), backend="allauth.account.auth_backends.AuthenticationBackend")
    for path in addresses():
        for each in filter(None, (path, first_thing(client, path))):
            print(measured(client, each))
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
