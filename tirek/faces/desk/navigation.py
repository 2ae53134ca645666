"""The desk's navigation: which rooms a person may enter, cut by role. It asks no table and decides nothing: each page checks again."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tirek.foundation.jurisdictions.queries import pack
from tirek.ground.rules.actors import ANSWERING, MECHANISM, OFFICE, VISITORS, Actor, Role

EVERYBODY = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Room:
    """One entry of the navigation: address by name, words, icon, and the roles that find it there."""

    url: str
    words: "str | Promise"
    icon: str
    roles: frozenset[Role]


ROOMS = (
    Room("desk:home", _("My tasks"), "checklist", EVERYBODY),
    Room("respond:home", _("Recommendations to your body"), "flag", ANSWERING),
    Room("desk:lately", _("What changed lately"), "history", MECHANISM),
    Room("desk:plan", _("Plan"), "calendar", OFFICE | VISITORS),
    Room("desk:visits", _("Visits"), "clipboard-list", MECHANISM),
    Room("desk:findings", _("All findings"), "eye", MECHANISM),
    Room("desk:recommendations", _("Recommendations"), "flag", MECHANISM),
    Room("desk:letters", _("Letters"), "mail-opened", MECHANISM),
    Room("desk:reports", _("Reports"), "file-text", MECHANISM),
    Room("desk:charts", _("Charts"), "sum", MECHANISM),
    Room("desk:speeches", _("Speech sheet"), "list-check", OFFICE | {Role.ANALYST}),
    Room("desk:standards", _("Standards"), "book", MECHANISM),
    Room("desk:places", _("Places"), "building", MECHANISM),
    Room("desk:members", _("Members"), "users", OFFICE | VISITORS),
    Room("desk:sources", _("Sources and figures"), "quote", MECHANISM),
    Room("desk:topics", _("Questions"), "help-circle", MECHANISM),
    Room("desk:indicators", _("Indicators"), "chart-bar", MECHANISM),
    Room("desk:publications", _("Published pages"), "messages", MECHANISM),
    Room("desk:international", _("International bodies"), "world", MECHANISM),
    Room("desk:sheets", _("Tables in and out"), "files", MECHANISM),
    Room("desk:accounts", _("Accounts"), "key", frozenset({Role.ADMINISTRATOR, Role.HEAD})),
    Room("desk:webhooks", _("Webhooks"), "external-link", frozenset({Role.ADMINISTRATOR, Role.HEAD})),
    Room("desk:jobs", _("Jobs"), "progress", frozenset({Role.ADMINISTRATOR})),
    Room("desk:schedule", _("Schedule"), "calendar-time", frozenset({Role.ADMINISTRATOR})),
    Room("system:instance", _("This server"), "device-desktop", frozenset({Role.ADMINISTRATOR})),
    Room("desk:ledger", _("Ledger"), "shield-check", frozenset({Role.AUDITOR})),
)


def rooms_of(actor: Actor, country: str) -> tuple[Room, ...]:
    """The rooms that a person finds in the navigation in one country."""
    held = actor.roles_in(country)
    return tuple(room for room in ROOMS if room.roles & held)


def address(name: str) -> str:
    """A room's address, or nothing while the room is not built."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def desk_frame(request: HttpRequest) -> dict[str, object]:
    """Template context of the desk's frame: navigation and the countries to choose from. Empty off the desk."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {}
    country = request.country  # type: ignore[attr-defined]
    found = [(room, address(room.url)) for room in rooms_of(actor, country)]
    here, home = request.path, reverse("desk:home")
    navigation = [(room, href, href == here or (href != home and here.startswith(href))) for room, href in found if href]
    countries = [(code, pack(code).head.name) for code in sorted(actor.countries)]
    return {"navigation": navigation, "desk_countries": countries, "desk_country": country, "desk_searches": actor.has(*MECHANISM, country=country)}


