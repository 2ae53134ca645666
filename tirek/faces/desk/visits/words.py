"""The codes of visits in the reader's words, with the shape of each state. It knows no row; other pages of the desk use it too."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.places.forms import said
from tirek.foundation.jurisdictions.queries import spoken_languages, visit_kind
from tirek.foundation.ui.pieces import StateKind
from tirek.ground.rules.team_balance import SENTENCES as WARNINGS
from tirek.ground.rules.text_check import REASONS
from tirek.ground.rules.visit_clock import SENTENCES as CLOCK

Said = str | Promise

STATES: dict[str, tuple[Said, StateKind]] = {
    "planned": (pgettext_lazy("visit", "in preparation"), "waiting"),
    "under_way": (pgettext_lazy("visit", "under way"), "going"),
    "concluded": (pgettext_lazy("visit", "ended, waits for its report"), "going"),
    "reported": (pgettext_lazy("visit", "report issued"), "done"),
    "cancelled": (pgettext_lazy("visit", "cancelled"), "stopped"),
}
"""A visit's states: words and shape."""

PLAN_STATES: dict[str, tuple[Said, StateKind]] = {
    "proposed": (pgettext_lazy("plan entry", "proposed"), "waiting"),
    "approved": (pgettext_lazy("plan entry", "approved"), "going"),
    "visit_opened": (pgettext_lazy("plan entry", "visit opened"), "done"),
    "dropped": (pgettext_lazy("plan entry", "dropped"), "stopped"),
}
"""States of an entry of the plan."""

ROLES: dict[str, Said] = {
    "leader": pgettext_lazy("delegation", "leader"),
    "member": pgettext_lazy("delegation", "member"),
    "doctor": pgettext_lazy("delegation", "doctor"),
    "interpreter": pgettext_lazy("delegation", "interpreter"),
    "observer": pgettext_lazy("delegation", "observer"),
}
"""Roles in a delegation."""

OUTCOMES: dict[str, tuple[Said, StateKind]] = {
    "granted": (pgettext_lazy("access", "granted"), "done"),
    "delayed": (pgettext_lazy("access", "delayed"), "attention"),
    "refused": (pgettext_lazy("access", "refused"), "stopped"),
}
"""How an entitlement was honoured."""

WITH_WHOM: dict[str, Said] = {
    "officials": _("officials"),
    "civil_society": _("civil society"),
    "un": _("United Nations"),
    "staff": _("staff"),
}
"""With whom a meeting was held."""

SOURCES: dict[str, Said] = {
    "administration": _("the administration"),
    "detained_persons": _("persons deprived of liberty"),
    "records": _("records"),
    "own_eyes": _("seen with own eyes"),
}
"""Kinds of source of a finding."""

SERIOUSNESS: dict[str, Said] = {
    "notable": pgettext_lazy("finding", "notable"),
    "serious": pgettext_lazy("finding", "serious"),
    "critical": pgettext_lazy("finding", "critical"),
}
"""How serious a finding is."""

DECISIONS: dict[str, Said] = {
    "kept": _("keep it"),
    "generalised": _("write it in general words"),
    "taken_out": _("take it out"),
}
"""Decisions about a passage that could name somebody."""


def kind_words(country: str, kind: str) -> str:
    """A kind of visit in the reader's language."""
    return said(visit_kind(country, kind).name)


def announced_words(announced: bool) -> str:
    """Whether the place knew."""
    return gettext("announced") if announced else gettext("unannounced")


def warning_words(code: str, params: tuple[tuple[str, str], ...]) -> str:
    """The sentence of a warning about the team; a language stands in it by its name."""
    names = {one.code: said(one.name) for one in spoken_languages()}
    told = {name: names.get(value, value) if name == "language" else value for name, value in params}
    return gettext(WARNINGS[code]) % told


def reason_words(why: str) -> str:
    """Why a passage was noticed by the text check."""
    return gettext(REASONS[why])


def clock_words(urgency: str, hours: int) -> str:
    """The sentence of an urgent measure's clock."""
    return gettext({key.value: sentence for key, sentence in CLOCK.items()}[urgency]) % {"hours": hours}
