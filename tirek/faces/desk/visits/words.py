"""The codes of visits in the reader's words, with the shape of each state. It knows no row; other pages of the desk use it too."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.common import Entitlement
from tirek.foundation.jurisdictions.queries import spoken_languages, visit_kind
from tirek.foundation.ui.pieces import StateKind
from tirek.ground.rules.team_balance import SENTENCES as WARNINGS
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

KEPT: dict[str, tuple[Said, StateKind]] = {
    "granted": (pgettext_lazy("access", "kept"), "done"),
    "refused": (pgettext_lazy("access", "violated"), "stopped"),
}
"""The same of what others have to keep: a rule is not granted or delayed."""


def outcome_of(one: Entitlement, outcome: str) -> tuple[Said, StateKind]:
    """The word and shape of an outcome of this entitlement."""
    return KEPT.get(outcome, OUTCOMES[outcome]) if one.answers == "kept" else OUTCOMES[outcome]


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


PURPOSES: dict[str, Said] = {
    "supervision": _("to oversee the mechanism's work"),
    "report": _("to review or edit the report"),
    "translation": _("to translate"),
    "entry": _("to enter what the delegation brought on paper"),
    "danger": _("because somebody may be in danger"),
}
"""Why somebody who was not there reads findings; the ledger keeps the code."""

KEPT_IN: dict[str, Said] = {
    "visit": _("Why it was cancelled"),
    "warning": _("The leader decided about a warning"),
    "beginning": _("The visit began"),
    "access": _("Access refused or delayed"),
    "meeting": _("Note of a meeting"),
    "talk": _("Closing talk"),
    "measure": _("Urgent measure"),
    "finding": _("Findings"),
    "restored": _("Restore as in the issued report"),
}
"""In which text of a visit a passage stays that could name somebody."""

RECORDS: dict[str, Said] = {
    "access": pgettext_lazy("tab", "Access"),
    "meetings": _("Meetings"),
    "urgent": _("Urgent measures"),
    "closing_talk": _("Closing talk"),
}
"""The records of how a visit went."""

PAPERS: dict[str, Said] = {"checklist": _("the checklist"), "card": _("the card of entitlements")}
"""What was printed for a visit; the ledger keeps the code."""

VERBS: dict[str, Said] = {
    "visit.planned": _("Put into the plan"),
    "visit.plan-changed": _("The entry of the plan was changed"),
    "visit.approved": _("Approved"),
    "visit.dropped": _("Taken out of the plan"),
    "visit.opened": _("The visit was opened"),
    "visit.prepared": _("Preparation was saved"),
    "visit.postponed": _("The days were changed"),
    "visit.team-set": _("The delegation was chosen"),
    "visit.organisers-named": _("Further organisers were named"),
    "visit.warning-accepted": _("The leader decided about a warning"),
    "visit.exported": _("A paper was printed"),
    "visit.cancelled": _("Cancelled"),
    "visit.begun": _("The visit began"),
    "visit.beginning-corrected": _("The beginning of the visit was corrected"),
    "visit.access-recorded": _("Access was entered"),
    "visit.meeting-added": _("A meeting was entered"),
    "visit.meeting-removed": _("A meeting was taken out"),
    "visit.closing-talk-recorded": _("The closing talk was entered"),
    "visit.urgent-measure": _("An urgent measure was written"),
    "visit.urgent-measure-corrected": _("An urgent measure was corrected before it was sent"),
    "visit.urgent-measure-translated": _("An urgent measure was translated"),
    "visit.urgent-measure-noted": _("An urgent measure was sent or answered"),
    "visit.ended": _("The visit ended"),
    "visit.read": _("The findings were read by somebody who was not there"),
    "visit.reported": _("The report was issued"),
    "finding.added": _("A finding was written"),
    "finding.edited": _("A finding was changed"),
    "finding.moved": _("A finding was moved"),
    "finding.translated": _("A finding was translated"),
    "finding.released": _("The doctor released a wording"),
    "finding.hit-decided": _("A passage that could name a person was decided"),
    "finding.taken-back": _("A finding was taken back"),
    "finding.brought-back": _("A finding was brought back"),
}
"""What happened to a visit, by the ledger's verbs. An act that only holds others together is not told: its parts are."""


def kind_words(country: str, kind: str) -> str:
    """A kind of visit in the reader's language."""
    return said(visit_kind(country, kind).name)


def announced_words(announced: bool) -> str:
    """Whether the place knew."""
    return gettext("announced") if announced else gettext("unannounced")


def language_names(codes: Iterable[str]) -> list[str]:
    """Spoken languages in the reader's words."""
    named = {one.code: said(one.name) for one in spoken_languages()}
    return [named.get(code, code) for code in codes]


def warning_words(code: str, params: Iterable[tuple[str, str]]) -> str:
    """The sentence of a warning about the team; a language's code becomes its name."""
    told = dict(params)
    if "language" in told:
        (told["language"],) = language_names([told["language"]])
    return gettext(WARNINGS[code]) % told


def clock_words(urgency: str, hours: int) -> str:
    """The sentence of an urgent measure's clock."""
    return gettext({key.value: sentence for key, sentence in CLOCK.items()}[urgency]) % {"hours": hours}
