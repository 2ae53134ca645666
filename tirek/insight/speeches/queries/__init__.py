"""Reading sheets for speeches, cut to those who prepare what is said; and a speech set against the record, of which nothing is kept."""

from tirek.insight.speeches.queries.checking import CHARACTERS, CheckedSpeech, RecordLine, SaidFigure, Stretch, checked_speech
from tirek.insight.speeches.queries.published import PrintedLine
from tirek.insight.speeches.queries.sheets import SheetFacts, SheetLine, frozen_sheet, frozen_sheets, live_sheet, sheet_years

__all__ = [
    "CHARACTERS",
    "CheckedSpeech",
    "PrintedLine",
    "RecordLine",
    "SaidFigure",
    "SheetFacts",
    "SheetLine",
    "Stretch",
    "checked_speech",
    "frozen_sheet",
    "frozen_sheets",
    "live_sheet",
    "sheet_years",
]
