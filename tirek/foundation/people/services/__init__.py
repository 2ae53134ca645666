"""Writing accounts: the only way that accounts, grants, invitations, requests for rights and resets come to be and end."""

from tirek.foundation.people.services.accounts import (
    change_password,
    create_account,
    disable_account,
    enable_account,
    note_preferences,
    vouch_for_accounts,
)
from tirek.foundation.people.services.attempts import (
    begin_attempt,
    begin_code,
    end_attempts,
    end_codes,
    forget_old_attempts,
    lift_lock,
    note_failure,
)
from tirek.foundation.people.services.demonstration import complete_passwords, demonstration_passwords, make_demonstration_person
from tirek.foundation.people.services.editions import mark_edition, mark_filled
from tirek.foundation.people.services.events import note_event, note_wrong_code
from tirek.foundation.people.services.grants import end_grant, give_role, grant_role
from tirek.foundation.people.services.identities import link_identity, unlink_identity
from tirek.foundation.people.services.invitations import accept_invitation, accept_set_up, invite, make_setup_link, revoke_invitation
from tirek.foundation.people.services.printing import make_printed_codes
from tirek.foundation.people.services.resets import ask_reset, complete_reset, confirm_reset, stop_reset
from tirek.foundation.people.services.rights import confirm_right, expire_rights, refuse_right
from tirek.foundation.people.services.sessions import end_own_session, end_sessions

__all__ = [
    "accept_invitation",
    "accept_set_up",
    "ask_reset",
    "begin_attempt",
    "begin_code",
    "change_password",
    "complete_passwords",
    "complete_reset",
    "confirm_reset",
    "confirm_right",
    "create_account",
    "demonstration_passwords",
    "disable_account",
    "enable_account",
    "end_attempts",
    "end_codes",
    "end_grant",
    "end_own_session",
    "end_sessions",
    "expire_rights",
    "forget_old_attempts",
    "give_role",
    "grant_role",
    "invite",
    "lift_lock",
    "link_identity",
    "make_demonstration_person",
    "make_printed_codes",
    "make_setup_link",
    "mark_edition",
    "mark_filled",
    "note_event",
    "note_failure",
    "note_preferences",
    "note_wrong_code",
    "refuse_right",
    "revoke_invitation",
    "stop_reset",
    "unlink_identity",
    "vouch_for_accounts",
]
