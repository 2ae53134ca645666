"""What the desk is for somebody: one card for each role that finds no task list here, or finds one that needs a word."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tirek.faces.desk.home.things import Asked
from tirek.faces.frame.answers.words import body_words
from tirek.faces.frame.signin.doors import bodies_page
from tirek.foundation.jurisdictions.refusals import UnknownThing
from tirek.foundation.ui.formats import listed
from tirek.ground.rules.actors import OFFICE, VISITORS, Role


@dataclass(frozen=True, slots=True)
class RoleCard:
    """What a role finds here: a title, sentences, and the way to go, if there is one."""

    title: str
    text: str
    href: str = ""
    action: str = ""


def has_tasks(asked: Asked) -> bool:
    """Whether the person's roles bring tasks at all."""
    return asked.by.has(*OFFICE, *VISITORS, country=asked.country)


def cards(asked: Asked) -> list[RoleCard]:
    """A card for each of the person's roles that needs one."""
    makers = {Role.ANALYST: analyst, Role.FOCAL_POINT: of_a_body, Role.BODY_HEAD: of_a_body, Role.RECEIVER: receiver, Role.AUDITOR: auditor, Role.ADMINISTRATOR: administrator}
    return [make(asked) for make in dict.fromkeys(make for role, make in makers.items() if asked.by.has(role, country=asked.country))]


def analyst(asked: Asked) -> RoleCard:
    """Reads what was issued."""
    text = _("You read what was issued: visits with their reports, recommendations with answers and verifications, places with their story. A visit is open to you once its report is issued.")
    return RoleCard(_("For analysts"), text, reverse("desk:recommendations"), _("Open the recommendations"))


def of_a_body(asked: Asked) -> RoleCard:
    """Answers for an authority, beside another role."""
    text = _("Recommendations to %(body)s stand on the authorities’ page, with the day on which the answer falls due. Replies are prepared there and sent by the head of the body.")
    return RoleCard(_("For an authority’s people"), text % {"body": bodies(asked)}, bodies_page(), _("Open the authorities’ page"))


def receiver(asked: Asked) -> RoleCard:
    """Receives what the mechanism hands over."""
    text = _("What the mechanism hands over to %(body)s reaches it outside this system for the time being. Nothing else is open to your account yet.")
    return RoleCard(_("For a receiving body"), text % {"body": bodies(asked)})


def auditor(asked: Asked) -> RoleCard:
    """Looks at the ledger alone."""
    text = _("You see the ledger and nothing of what it vouches for: which act, when, by which account, how many rows. Verify it, and compare its newest checkpoint with the one you copied out last time.")
    return RoleCard(_("For auditors"), text, reverse("desk:ledger"), _("Open the ledger"))


def administrator(asked: Asked) -> RoleCard:
    """Keeps the accounts beside another role."""
    text = _("You invite people, give and end roles, and help whoever cannot sign in. As administrator you see no content.")
    return RoleCard(_("For administrators"), text, reverse("desk:accounts"), _("Open the accounts"))


def bodies(asked: Asked) -> str:
    """The authorities that the person stands for."""
    names = []
    for code in sorted(asked.by.authorities_in(asked.country)):
        try:
            names.append(body_words(asked.country, code, timezone.localdate()))
        except UnknownThing:  # a code that the pack no longer knows
            names.append(code)
    return listed(names) if names else _("your authority")
