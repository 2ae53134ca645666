"""Writing the register of places. Each verb is one transaction and one entry of the ledger."""

from tirek.registers.places.services.changing import change_authority, close_place, merge_places, rename_place, reopen_place
from tirek.registers.places.services.entering import correct_place, register_place
from tirek.registers.places.services.noting import record_population, tie_to_event

__all__ = [
    "change_authority",
    "close_place",
    "correct_place",
    "merge_places",
    "record_population",
    "register_place",
    "rename_place",
    "reopen_place",
    "tie_to_event",
]
