"""Reading accounts, already cut to what the asking person may see."""

from tirek.foundation.people.printed import FEW, keeping_printed, may_print, printed_left, printed_set
from tirek.foundation.people.queries.accounts import AccountFacts, AccountLine, RoleLine, SessionFacts, account, accounts, own_account
from tirek.foundation.people.queries.colleagues import Colleague, account_roles, accounts_of_bodies, colleagues, in_service, names_of
from tirek.foundation.people.queries.identities import account_by_identity, has_identity
from tirek.foundation.people.queries.invitations import (
    InvitationFacts,
    InvitationLine,
    invitation_behind,
    invitations,
    set_up_account,
    set_up_behind,
    set_up_country,
    set_up_waits,
)
from tirek.foundation.people.queries.newcomers import NewRole, invited_alone_by, new_roles
from tirek.foundation.people.queries.readers import Reader, asker_and_receiver, reader, readers, those_who_confirm
from tirek.foundation.people.queries.resets import ResetFacts, reset_of, resets
from tirek.foundation.people.queries.rights import RightFacts, kept_in_rights, right, rights, rights_to_decide
from tirek.foundation.people.queries.signing_in import (
    DemonstrationPerson,
    account_behind,
    account_id_of,
    actor_of,
    actor_with_id,
    demonstration_account,
    demonstration_people,
    edition_of_database,
    filled_with,
    recovery_codes_at,
    somebody_came,
)
from tirek.foundation.people.ways import has_way_in, needs_passkey

__all__ = [
    "FEW",
    "AccountFacts",
    "AccountLine",
    "Colleague",
    "DemonstrationPerson",
    "InvitationFacts",
    "InvitationLine",
    "NewRole",
    "Reader",
    "ResetFacts",
    "RightFacts",
    "RoleLine",
    "SessionFacts",
    "account",
    "account_behind",
    "account_by_identity",
    "account_id_of",
    "account_roles",
    "accounts",
    "accounts_of_bodies",
    "actor_of",
    "actor_with_id",
    "asker_and_receiver",
    "colleagues",
    "demonstration_account",
    "demonstration_people",
    "edition_of_database",
    "filled_with",
    "has_identity",
    "has_way_in",
    "in_service",
    "invitation_behind",
    "invitations",
    "invited_alone_by",
    "keeping_printed",
    "kept_in_rights",
    "may_print",
    "names_of",
    "needs_passkey",
    "new_roles",
    "own_account",
    "printed_left",
    "printed_set",
    "reader",
    "readers",
    "recovery_codes_at",
    "reset_of",
    "resets",
    "right",
    "rights",
    "rights_to_decide",
    "set_up_account",
    "set_up_behind",
    "set_up_country",
    "set_up_waits",
    "somebody_came",
    "those_who_confirm",
]
