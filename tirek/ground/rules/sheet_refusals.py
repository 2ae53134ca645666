"""What may be refused about a row of a spreadsheet that comes in: one exception a thing, each with what to do."""

from tirek.ground.rules.refusals import Refusal


class CellFaulty(Refusal):
    """A cell without a value of its own: under a merged cell, a formula without a saved value, or with an error."""

    code = "sheet-cell-faulty"
    message = "This cell has no value of its own: it lies under a merged cell, or its formula gave none. Divide merged cells and write the value itself."


class DayUnclear(Refusal):
    """What stands there is no day."""

    code = "sheet-day"
    message = "“%(text)s” is no day. Write it as 31.12.2024, or format the cell as a date."


class DayAmbiguous(Refusal):
    """Day and month can be read both ways."""

    code = "sheet-day-ambiguous"
    message = "“%(text)s” can be read as two days. Write it as 31.12.2024."


class NumberUnclear(Refusal):
    """What stands there is no number, or no whole one."""

    code = "sheet-number"
    message = "“%(text)s” is not a number that fits here. Write digits alone, with a comma or a point for a fraction where one makes sense."


class BeyondLimits(Refusal):
    """A number outside its bounds."""

    code = "sheet-limits"
    message = "“%(text)s” is outside what is possible here. Check the number."


class TruthUnclear(Refusal):
    """Neither yes nor no."""

    code = "sheet-truth"
    message = "“%(text)s” is neither yes nor no. Write yes or no."


class NoneOfThese(Refusal):
    """A name that the list of this column does not have; `near` is the one most like it."""

    code = "sheet-choice"
    message = "“%(text)s” is not on the list of this column. Most like it is “%(near)s”."


class NotOnList(Refusal):
    """A name that the list of this column does not have, and none is like it."""

    code = "sheet-not-on-list"
    message = "“%(text)s” is not on the list of this column. The list stands on the sheet “What the columns mean” of the empty table."


class TextTooLongForCell(Refusal):
    """A text longer than the column holds."""

    code = "sheet-text-long"
    message = "This text has %(length)s characters; at most %(limit)s fit here. Shorten it."


class CellMissing(Refusal):
    """A new thing lacks what it cannot be made without."""

    code = "sheet-missing"
    message = "A new entry cannot be made without this. Fill the cell."


class ReferenceMissing(Refusal):
    """A row without a reference would be made anew by each import."""

    code = "sheet-no-reference"
    message = "This row has no reference, so it could not be found again. Give each row a number or code of its own."


class ReferenceTwice(Refusal):
    """Two rows of one sheet tell of the same thing."""

    code = "sheet-reference-twice"
    message = "The reference %(reference)s stands in row %(row)s already. Give each row its own, or delete one of the two."


class RowTwice(Refusal):
    """Two rows of one sheet tell of the same thing, and none of them by a reference."""

    code = "sheet-row-twice"
    message = "Row %(row)s tells of the same already. Keep one of the two, or mend what tells them apart."


class ThingUnknown(Refusal):
    """A cell names a thing that is not there, or several have that name."""

    code = "sheet-thing"
    message = "“%(text)s” is not known, or several things are called so. Write its reference."


class ChangedSince(Refusal):
    """What the import wrote was changed afterwards; taking it back would undo that too."""

    code = "sheet-changed-since"
    message = "This was changed after the import, so the import's value is not taken back. Mend it on its own page."


class StillUsed(Refusal):
    """Something else hangs on what the import made."""

    code = "sheet-still-used"
    message = "Something else was entered about this since, so it stays. Take that back first, or leave it."


class NotBySheet(Refusal):
    """A change that a sheet cannot make because it would hide what happened when."""

    code = "sheet-not-by-sheet"
    message = "This cannot be changed by a sheet, because the register keeps when it changed. Open its page and enter the change with its day."
