"""Who hears of what passes: a body's people of what is addressed to them, the office of what came. A notice names nothing. It decides no visibility."""

from collections.abc import Iterable
from uuid import UUID

from tirek.followup.exchange.reach import being_prepared_by, opened_by
from tirek.followup.recommendations.queries import asked_to_prepare, bodies_that_answer, issued_with
from tirek.foundation.ledger.hearing import Act, hear
from tirek.foundation.notices.kinds import CAME
from tirek.foundation.notices.services import tell
from tirek.foundation.people.queries import account_roles, accounts_of_bodies
from tirek.ground.rules.actors import OFFICE, Role


def connect() -> None:
    """Registers all of them; called when Django is ready."""
    hear(["recommendation.issued"], issued)
    hear(["recommendation.due-moved", "recommendation.withdraw", "recommendation.passed-on"], changed)
    hear(["recommendation.delegated"], asked)
    hear(["reply.handed-in"], waits_for_head)
    hear(["time.decided"], changed)
    hear(["reply.returned"], returned)
    hear(["reply.sent", "time.asked"], office_hears)
    hear(["message.written"], other_side_hears)


def issued(act: Act) -> None:
    """The people of each body to which something was addressed."""
    told(issued_with(UUID(act.subject)), act)


def changed(act: Act) -> None:
    """The people of the body that answers."""
    told([UUID(act.subject)], act)


def asked(act: Act) -> None:
    """The people of the bodies that are asked to prepare the answer and have not opened it; whoever was asked before hears nothing of who is asked next."""
    country, bodies = asked_to_prepare(UUID(act.subject))
    told_to(frozenset(bodies) - opened_by(UUID(act.subject), bodies), country, act)


def returned(act: Act) -> None:
    """The people of the body that answers, and those of a body beneath that prepared the reply."""
    changed(act)
    country, bodies = asked_to_prepare(UUID(act.subject))
    told_to(frozenset(bodies) & being_prepared_by(UUID(act.subject)), country, act)


def told_to(bodies: Iterable[str], country: str, act: Act) -> None:
    """The people of these bodies; whoever acted is not told."""
    people = accounts_of_bodies(country)
    tell(sorted({account for code in bodies for account in people.get(code, ())} - {act.actor}), CAME)


def told(recommendation_ids: list[UUID], act: Act, *roles: Role) -> None:
    """Each person of the lowest body in the chain that has people here; whoever acted is not told."""
    reached: set[str] = set()
    for country, chain in bodies_that_answer(recommendation_ids):
        people = accounts_of_bodies(country, *roles)
        reached.update(next((people[code] for code in chain if code in people), ()))
    tell(sorted(reached - {act.actor}), CAME)


def waits_for_head(act: Act) -> None:
    """The head of the body, who sends."""
    told([UUID(act.subject)], act, Role.BODY_HEAD)


def office_hears(act: Act) -> None:
    """The mechanism's office."""
    tell(sorted(office_of(act) - {act.actor}), CAME)


def other_side_hears(act: Act) -> None:
    """Whoever stands on the other side of a message."""
    (changed if act.actor in office_of(act) else office_hears)(act)


def office_of(act: Act) -> frozenset[str]:
    """The accounts of the mechanism's office in the country of what the act is about."""
    countries = {country for country, _chain in bodies_that_answer([UUID(act.subject)])}
    return frozenset(account for country in countries for account, roles in account_roles(country).items() if roles & OFFICE)
