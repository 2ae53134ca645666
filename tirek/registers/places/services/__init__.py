"""Writing the register of places. Each verb is one transaction and one entry of the ledger."""

from tirek.registers.places.services.amending import amend_place, amend_population, correct_region, remove_population, unregister_place
from tirek.registers.places.services.changing import change_authority, close_place, merge_places, rename_place, reopen_place
from tirek.registers.places.services.entering import correct_place, register_place
from tirek.registers.places.services.noting import record_population, tie_to_event
from tirek.registers.places.services.outlining import give_outline, take_outline_away
from tirek.registers.places.services.together import each_place

__all__ = [
    "amend_place",
    "amend_population",
    "change_authority",
    "close_place",
    "correct_place",
    "correct_region",
    "each_place",
    "give_outline",
    "merge_places",
    "record_population",
    "register_place",
    "remove_population",
    "rename_place",
    "reopen_place",
    "take_outline_away",
    "tie_to_event",
    "unregister_place",
]
