"""Sessions of the authorities' page in a process of its own: signed by a salt of their own, so that a session of the desk says nothing here, nor one of these there. It knows no row."""

from django.contrib.sessions.backends.db import SessionStore as OfDatabase


class SessionStore(OfDatabase):
    """As Django keeps sessions in the database; what another face signed reads as an empty session."""

    key_salt = "tirek.respond.sessions"
