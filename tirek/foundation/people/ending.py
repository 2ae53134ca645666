"""Ending sessions. It knows accounts and allauth's list of their sessions."""

from allauth.usersessions.models import UserSession

from tirek.foundation.people.models import Account


def end_all_sessions(account: Account, *, but: str = "") -> int:
    """Ends every session of an account except the one with key `but`; returns how many ended."""
    sessions = list(UserSession.objects.filter(user=account).exclude(session_key=but))
    for session in sessions:
        session.end()
    return len(sessions)
