"""What may be refused about a sheet as a whole."""

from tirek.ground.rules.refusals import Refusal


class NoRows(Refusal):
    """Nothing stands below the headings."""

    code = "sheet-no-rows"
    message = "Below the headings there is no row. Check which row holds the headings."


class NothingMapped(Refusal):
    """No column was named, or not the one by which rows are found."""

    code = "sheet-nothing-mapped"
    message = "Say at least which column holds “%(column)s” and one more."


class MappedTwice(Refusal):
    """Two columns of the sheet were given the same meaning."""

    code = "sheet-mapped-twice"
    message = "Two columns were given the meaning “%(column)s”. Choose one of them."


class StillWorking(Refusal):
    """The job for this sheet is not at its end."""

    code = "sheet-still-working"
    message = "The work on this sheet is still going on. Wait until it is done."


class NothingToApply(Refusal):
    """No row would make or change anything."""

    code = "sheet-nothing-to-apply"
    message = "No row of this sheet would make or change anything."


class RowImpossible(Refusal):
    """The database refused a row for which the room has no sentence."""

    code = "sheet-row-impossible"
    message = "This row contradicts something that is already there. Enter it by hand to see what it is."


class FileGone(Refusal):
    """A file that was made for taking out and has been removed since."""

    code = "sheet-file-gone"
    message = "This file was removed a day after it was made. Ask for the list again."


class NothingStays(Refusal):
    """A sheet of which all was taken back."""

    code = "sheet-nothing-stays"
    message = "Everything that this sheet entered is taken back already."
