"""Writing accounts: the only way that accounts, grants, invitations and resets come to be and end."""

from tirek.foundation.people.services.accounts import (
    change_password,
    create_account,
    disable_account,
    enable_account,
    note_preferences,
)
from tirek.foundation.people.services.demonstration import demonstration_passwords, make_demonstration_person
from tirek.foundation.people.services.editions import mark_edition
from tirek.foundation.people.services.grants import end_grant, grant_role

__all__ = [
    "change_password",
    "create_account",
    "demonstration_passwords",
    "disable_account",
    "enable_account",
    "end_grant",
    "grant_role",
    "make_demonstration_person",
    "mark_edition",
    "note_preferences",
]
