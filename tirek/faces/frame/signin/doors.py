"""Which face somebody belongs to, where faces have processes of their own: by whom a process is entered, and where people of the other one are led. It knows no record."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from tirek.foundation.people import queries
from tirek.ground.rules.doors import RESPOND, may_come_in


def at_this_door(account: object) -> bool:
    """Whether an account may come in by a face of this process. One query, and none where both faces with sign-in stand in it."""
    return not settings.TIREK_RESPOND_APART or may_come_in(queries.actor_of(account), settings.TIREK_FACES)


def people_of_this_door() -> tuple[queries.DemonstrationPerson, ...]:
    """The demonstration's persons who may come in here."""
    people = queries.demonstration_people()
    if not settings.TIREK_RESPOND_APART:
        return people
    return tuple(each for each in people if may_come_in(queries.actor_with_id(each.id), settings.TIREK_FACES))


def link_address(request: HttpRequest, secret: str) -> str:
    """The address of a link that is handed over: at the face of whoever gets it."""
    facts, way = queries.invitation_behind(secret), reverse("invitation", args=[secret])
    if settings.TIREK_RESPOND_APART and facts is not None and facts.doors == {RESPOND}:
        return f"{settings.TIREK_BODIES_COME_TO}{way}"
    return request.build_absolute_uri(way)


def bodies_page() -> str:
    """Where people of authorities work: in this process, or at its own address."""
    return reverse("respond:home") if RESPOND in settings.TIREK_FACES else f"{settings.TIREK_BODIES_COME_TO}/respond/"
