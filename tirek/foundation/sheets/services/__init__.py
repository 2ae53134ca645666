"""Bringing sheets in and taking lists out. Each verb is one transaction and one entry of the ledger; what takes long is a job that goes on where it was killed."""

from tirek.foundation.sheets.services.applying import apply_rows, apply_sheet
from tirek.foundation.sheets.services.bringing import bring_sheet, discard_sheet, look_at, map_columns
from tirek.foundation.sheets.services.taking import ask_for_list, make_list, remove_old_lists
from tirek.foundation.sheets.services.trying import try_rows, try_sheet
from tirek.foundation.sheets.services.undoing import undo_rows, undo_sheet

__all__ = [
    "apply_rows",
    "apply_sheet",
    "ask_for_list",
    "bring_sheet",
    "discard_sheet",
    "look_at",
    "make_list",
    "map_columns",
    "remove_old_lists",
    "try_rows",
    "try_sheet",
    "undo_rows",
    "undo_sheet",
]
