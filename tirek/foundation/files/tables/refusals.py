"""What may be refused about a spreadsheet that is to be read: one exception a thing, each with what to do next."""

from tirek.ground.rules.refusals import Refusal


class EmptyTable(Refusal):
    """A file, or a sheet, without content."""

    code = "table-empty"
    message = "This file holds no rows. Check that it is the right file and that its table stands on a visible sheet."


class TableTooLarge(Refusal):
    """A file that is larger than what is read; it was not opened."""

    code = "table-too-large"
    message = "This file has %(size)s MB; at most %(limit)s MB are read. Save the table alone, without pictures, or divide it."


class NotATable(Refusal):
    """Bytes that are no table."""

    code = "table-not-a-table"
    message = "This file is not a table that can be read here. Give an Excel workbook (.xlsx) or a table as text (.csv)."


class OldTable(Refusal):
    """A workbook in a format that is not read: .xls, .xlsb, .ods."""

    code = "table-old-format"
    message = "This table is in a format that is not read here (.xls, .xlsb or .ods). Open it and save it as an Excel workbook (.xlsx)."


class TableLocked(Refusal):
    """A workbook that opens with a password only."""

    code = "table-password"
    message = "This workbook is protected by a password. Save a copy without the password and give that copy."


class BrokenTable(Refusal):
    """A workbook whose bytes are damaged, or made to break its readers."""

    code = "table-broken"
    message = "This file is damaged and cannot be read. Open it in the program that made it, save it anew and try again."


class TableUnpacksTooLarge(Refusal):
    """An archive that says it unpacks to far more than a table holds; it was not unpacked."""

    code = "table-unpacks-too-large"
    message = "This workbook unpacks to far more than a table needs, and it was not opened. Copy the table into a new workbook and save that."


class TableDeclaresEntities(Refusal):
    """A workbook with a document type declaration, on which entity bombs hang."""

    code = "table-declares-entities"
    message = "This workbook holds declarations that a spreadsheet never writes, and it was not read further. Save it anew and try again."


class TooManyRows(Refusal):
    """A sheet with more rows than are read."""

    code = "table-too-many-rows"
    message = "The sheet reaches to row %(rows)s; at most %(limit)s rows are read. Delete what stands below the table, or divide it."


class TooManyColumns(Refusal):
    """A sheet with more columns than are read."""

    code = "table-too-many-columns"
    message = "The sheet reaches to column %(columns)s; at most %(limit)s columns are read. Delete what stands right of the table."


class CellTooLong(Refusal):
    """A cell with more characters than one may have: mostly a quotation mark that was never closed."""

    code = "table-cell-too-long"
    message = "A cell in row %(row)s holds more than %(limit)s characters. Shorten it, or look for a quotation mark that is not closed."


class QuotationOpen(Refusal):
    """A CSV whose quotation marks do not match."""

    code = "table-quotation"
    message = "The quotation marks in line %(line)s do not match, so it is not certain where its cells end. Save the table as .xlsx, or mend that line."


class TableEncodingUnknown(Refusal):
    """A CSV whose encoding is neither named nor beyond doubt."""

    code = "table-encoding"
    message = "It is not certain which letters this file is written in. Save it as UTF-8 (“CSV UTF-8”) or as .xlsx and try again."


class SheetUnknown(Refusal):
    """The workbook has no such sheet."""

    code = "table-no-sheet"
    message = "This workbook has no such sheet. Choose one of its sheets."


class TableTooMuchWork(Refusal):
    """A table that took all the time or memory that one may take."""

    code = "table-too-much-work"
    message = "Reading this table takes more time or memory than one may take. Copy the table alone into a new workbook, or divide it."


class TablesBusy(Refusal):
    """As many tables as may be are being read."""

    code = "table-busy"
    message = "Several tables are being read just now. Wait a minute and try again."


BY_CODE: dict[str, type[Refusal]] = {
    "empty": EmptyTable, "no-text": EmptyTable, "not-a-document": NotATable, "old-format": OldTable, "password": TableLocked, "broken": BrokenTable,
    "unpacks-too-large": TableUnpacksTooLarge, "declares-entities": TableDeclaresEntities, "too-many-rows": TooManyRows,
    "too-many-columns": TooManyColumns, "cell-too-long": CellTooLong, "quotation": QuotationOpen, "encoding-unknown": TableEncodingUnknown,
    "no-sheet": SheetUnknown, "too-much-work": TableTooMuchWork,
}  # fmt: skip
"""The codes of the process apart and their refusals."""
