"""What the search is told of members: their name and organisation. Those who send and those who go see them."""

from collections.abc import Collection, Iterable

from tirek.foundation.search.sorts import Said, Sort, Told
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor
from tirek.registers.mandate.models import Member


def told(keys: Collection[str]) -> Iterable[Told]:
    """Each member. Cost: one query."""
    for row in Member.objects.filter(pk__in=keys):
        said = (Said("member", row.name, names=True), Said("organisation", row.organisation))
        yield Told(str(row.pk), said, (f"members.{row.country}",), row.term_since)


def keys(after: str, size: int) -> list[str]:
    """Members in order of their ids."""
    rows = Member.objects.filter(pk__gt=after) if after else Member.objects.all()
    return [str(key) for key in rows.order_by("pk").values_list("pk", flat=True)[:size]]


def audiences(by: Actor, country: str) -> tuple[str, ...]:
    """Office and visitors."""
    return (f"members.{country}",) if by.has(*OFFICE, *VISITORS, country=country) else ()


def visible(keys: Collection[str], by: Actor, country: str) -> Collection[str]:
    """Those of the members that the actor sees. Cost: one query."""
    return {str(key) for key in Member.objects.visible_to(by, country).filter(pk__in=keys).order_by().values_list("pk", flat=True)}


MEMBERS = Sort("member", "m", told, keys, audiences, visible, {"mandate.Member": lambda rows: rows})
