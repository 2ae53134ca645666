"""The comparison: a naive Django admin over the same rows. Run: python -m benchmarks.admin FOLDER (a demonstration that was grown)

Every table is registered as it is, with the columns that the desk's list shows, a search field and a filter, as somebody in a hurry would; nobody's rights
are asked about. It stands in benchmarks alone.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest, HttpResponse

LISTS = {
    "visits.Visit": ("place", "kind", "starts_on", "ends_on", "announced", "state"),
    "recommendations.Recommendation": ("number", "visit", "text", "addressee", "due_on", "word", "verification"),
    "reports.Report": ("visit", "number", "state", "issued_on"),
    "places.Place": ("name", "kind", "region", "opened_on"),
    "mandate.Member": ("name", "profession", "region", "term_until"),
    "visits.Finding": ("visit", "area", "seriousness", "text"),
}
FILTERS = {"visits.Visit": ("state", "kind"), "recommendations.Recommendation": ("word", "verification", "addressee"), "reports.Report": ("state",)}
TIMES = 5


def everybody_may(get: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: a user who may do anything."""

    def answer(request: HttpRequest) -> HttpResponse:
        yes = lambda *_arguments: True  # noqa: E731
        request.user = SimpleNamespace(  # type: ignore[assignment]
            is_active=True, is_staff=True, is_authenticated=True, is_anonymous=False, pk=None, has_perm=yes, has_module_perms=yes, has_usable_password=yes,
            get_username=lambda: "nobody", get_short_name=lambda: "nobody",
        )  # fmt: skip
        return get(request)

    return answer


def urls() -> list[Any]:
    """The admin with the tables of LISTS."""
    from django.apps import apps
    from django.contrib import admin
    from django.urls import path

    site = admin.AdminSite()
    for label, columns in LISTS.items():
        options = {"list_display": columns, "list_filter": FILTERS.get(label, ())}
        site.register(apps.get_model(label), type("Naive", (admin.ModelAdmin,), options))
    return [path("admin/", site.urls)]


if os.environ.get("DJANGO_SETTINGS_MODULE") == "benchmarks.admin_settings" and __name__ != "__main__":
    urlpatterns = urls()


def main() -> None:
    """The whole measurement."""
    os.environ |= {"DATA_DIR": sys.argv[1], "DEMO": "1", "DJANGO_SETTINGS_MODULE": "benchmarks.admin_settings"}
    import django

    django.setup()
    from django.apps import apps
    from django.db import connection
    from django.test import Client

    from benchmarks.machine import machine

    print(machine())
    client = Client(HTTP_HOST="localhost")
    for label in LISTS:
        meta = apps.get_model(label)._meta
        address, times, cpu = f"/admin/{meta.app_label}/{meta.model_name}/", [], []
        asked: list[str] = []
        with connection.execute_wrapper(lambda execute, sql, *rest, told=asked: (told.append(sql), execute(sql, *rest))[1]):
            answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        for _ in range(TIMES):
            begun, used = time.perf_counter(), time.process_time()
            client.get(address)
            times.append((time.perf_counter() - begun) * 1000)
            cpu.append((time.process_time() - used) * 1000)
        print(
            f"{label:<34} {len(asked):>4} queries  p50 {statistics.median(times):>7.0f} ms  most {max(times):>7.0f} ms  "
            f"cpu {statistics.median(cpu):>6.0f} ms {len(answer.content) // 1024:>5} KiB", flush=True,
        )  # fmt: skip


if __name__ == "__main__":
    main()
