"""What the search is told of sources: title, publisher, author and the text, the first 300,000 characters of it. The mechanism's people of the country see them."""

from collections.abc import Collection, Iterable

from tirek.foundation.files.bytes import FileDamaged, fetch
from tirek.foundation.search.sorts import Said, Sort, Told, said_in
from tirek.ground.rules.actors import MECHANISM, Actor
from tirek.insight.claims.models import Source

SEARCHED = 300_000
"""Characters of a text that are searched, some 120 pages: they are read in the act that enters a source, while no other act can end."""


def told(keys: Collection[str]) -> Iterable[Told]:
    """Each source. Cost: one query, and one file a source."""
    for row in Source.objects.filter(pk__in=keys).select_related("text"):
        said = (
            *said_in("title", row.title, names=True), *said_in("publisher", row.publisher), Said("author", row.author),
            Said("text", text_of(row), row.language),
        )  # fmt: skip
        yield Told(str(row.pk), said, (f"mechanism.{row.country}",), row.dated)


def text_of(row: Source) -> str:
    """The text that is searched; none where it is not held, or where its bytes are not what was stored, which the verification tells of."""
    try:
        return fetch(row.text.sha256).decode()[:SEARCHED] if row.text else ""
    except FileDamaged:
        return ""


def keys(after: str, size: int) -> list[str]:
    """Sources in order of their ids."""
    rows = Source.objects.filter(pk__gt=after) if after else Source.objects.all()
    return [str(key) for key in rows.order_by("pk").values_list("pk", flat=True)[:size]]


def audiences(by: Actor, country: str) -> tuple[str, ...]:
    """The mechanism's own."""
    return (f"mechanism.{country}",) if by.has(*MECHANISM, country=country) else ()


def visible(keys: Collection[str], by: Actor, country: str) -> Collection[str]:
    """Those of the sources that the actor sees. Cost: one query."""
    return {str(key) for key in Source.objects.visible_to(by, country).filter(pk__in=keys).order_by().values_list("pk", flat=True)}


SOURCES = Sort("source", "s", told, keys, audiences, visible, {"claims.Source": lambda rows: rows})
