"""Writing the register of members. Each verb is one transaction and one entry of the ledger."""

from tirek.registers.mandate.services.absences import enter_absence, take_back_absence
from tirek.registers.mandate.services.amending import amend_member, unregister_member
from tirek.registers.mandate.services.conflicts import declare_conflict, end_conflict
from tirek.registers.mandate.services.entering import add_certificate, correct_member, enter_member, record_oath
from tirek.registers.mandate.services.terms import end_term, renew_term
from tirek.registers.mandate.services.together import each_member

__all__ = [
    "add_certificate",
    "amend_member",
    "correct_member",
    "declare_conflict",
    "each_member",
    "end_conflict",
    "end_term",
    "enter_absence",
    "enter_member",
    "record_oath",
    "renew_term",
    "take_back_absence",
    "unregister_member",
]
