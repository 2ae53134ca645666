"""Lists of editions without their content, and their content one after another in bounded memory."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Max

from tirek.insight.publications.models import KINDS, Edition, Withheld, standing
from tirek.insight.publications.queries import editions
from tirek.insight.publications.queries.editions import Version, version_of

__all__ = ["KINDS", "Line", "each_whole", "keys_of", "listed", "stamp"]
AT_ONCE = 4
"""Editions that are held at once while all of them go out."""
COLUMNS = ("kind", "key", "origin", *editions.COLUMNS)


@dataclass(frozen=True, slots=True)
class Line:
    """An edition without its content."""

    country: str
    kind: str
    key: str
    origin: str
    version: Version


def listed(country: str, kind: str | None = None, *, theme: str = "", start: int = 0, number: int = 100) -> list[Line]:
    """The editions of a country, of one kind or one theme if given, the latest first; withheld ones stand among them and say so. Costs one query."""
    rows = Edition.objects.filter(country=country).annotate(held=standing()).order_by("-published_at", "kind", "key", "-version")
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(themes__theme=theme) if theme else rows
    return [_line(country, each) for each in rows.values_list(*COLUMNS)[start : start + number]]


def each_whole(country: str) -> Iterator[tuple[Line, str | None]]:
    """Every edition of a country with its content as JSON text, some at a time, in a fixed order; without it where the edition is withheld."""
    keys = list(Edition.objects.filter(country=country).order_by("kind", "key", "version").values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):  # each few by a question of their own: a reader that takes its time holds no cursor open
        few = Edition.objects.filter(pk__in=keys[start : start + AT_ONCE]).annotate(held=standing())
        rows = {row["pk"]: row for row in few.values("pk", *COLUMNS, "body")}
        for key in keys[start : start + AT_ONCE]:
            line = _line(country, tuple(rows[key][name] for name in COLUMNS))
            yield line, None if line.version.withheld else rows[key]["body"]


def keys_of(kind: str, country: str) -> list[str]:
    """Keys of the published things of a kind. Costs one query."""
    return list(Edition.objects.filter(country=country, kind=kind, version=1).order_by("key").values_list("key", flat=True))


def stamp(country: str) -> str:
    """A mark that changes with every edition of the country, and when one is withheld or given back. Costs two queries."""
    found = Edition.objects.filter(country=country).aggregate(number=Count("id"), latest=Max("published_at"))
    held = Withheld.objects.filter(country=country).aggregate(number=Count("id"), back=Count("given_back_at"))
    return f"{country}-{found['number']}-{found['latest'].isoformat() if found['latest'] else ''}-{held['number']}-{held['back']}"


def _line(country: str, row: tuple) -> Line:  # type: ignore[type-arg]
    kind, key, origin, *version = row
    return Line(country, kind, key, origin, version_of(*version))
