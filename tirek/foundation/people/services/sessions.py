"""Ending sessions: one's own, and those of another account for its administrator."""

from allauth.usersessions.models import UserSession

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.ending import end_all_sessions
from tirek.foundation.people.reach import account_for
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


def end_own_session(*, session_id: int, by: Actor) -> Recorded[None]:
    """Ends one session of the acting person. Raises NotFound for somebody else's."""
    with record("session.ended", by=by, subject=("account", by.id)) as entry:
        session = UserSession.objects.filter(pk=session_id, user_id=by.id).first()
        if session is None:
            raise NotFound()
        session.end()
        return entry.of(None)


def end_sessions(*, account_id: object, country: str, by: Actor) -> Recorded[int]:
    """Ends all sessions of an account, for the country's administrator. Raises NotAllowed, NotFound."""
    with record("session.ended", by=by, subject=("account", account_id), country=country) as entry:
        return entry.of(end_all_sessions(account_for(account_id, country, by)))
