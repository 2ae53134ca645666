"""The spreadsheet for a body as a file, from either side: its title, its name, and that it is invented. It knows no row and decides nothing."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tirek.faces.frame.file_kinds import XLSX
from tirek.faces.frame.uploads import bytes_answer
from tirek.followup.exchange.sheets.writing import SheetRow, TakenRow, write_sheet
from tirek.foundation.jurisdictions.queries import is_invented
from tirek.foundation.ui.formats import day


def answer_file(rows: Iterable[SheetRow], *, names: str, country: str, on: date, stem: str = "", taken: Iterable[TakenRow] = ()) -> HttpResponse:
    """The file for the bodies of these names; the caller has noted that it leaves. `stem` goes into its name."""
    notes = [_("Demonstration: places, people and authorities of Lumeria are invented.")] if is_invented(country) else []
    content = write_sheet(rows, language=(get_language() or "en")[:2], title=f"{names}, {day(on)}", notes=notes, taken=taken)
    name = "-".join(filter(None, ["demonstration" if notes else "", "recommendations", stem, on.isoformat()]))
    return bytes_answer(content, name=f"{name}.xlsx", media_type=XLSX.media_type)
