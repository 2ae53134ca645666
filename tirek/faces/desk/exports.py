"""Lists that leave the house as CSV: streamed in bounded memory, never run by a spreadsheet, marked inside when they are invented.

A noun's view asks for a purpose with `ExportForm`, is guarded by `recently_authenticated`, and answers with `csv_answer`, which writes the
ledger's entry before the first byte goes out. It knows no noun.

The file is UTF-8 with a byte order mark and semicolons, because the spreadsheets of the offices that open it, set to Russian, Kazakh or
Kyrgyz, read commas as decimals and show a file with commas as one column.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, tzinfo
from itertools import chain, islice

from django import forms
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from tirek.faces.frame.uploads import as_attachment
from tirek.foundation.jurisdictions.queries import is_invented
from tirek.foundation.ledger.services import record_export
from tirek.foundation.ui.cells import MARK, written
from tirek.ground.rules.actors import Actor

PURPOSES = (
    ("report", gettext_lazy("for the annual or another report")),
    ("analysis", gettext_lazy("for our own analysis")),
    ("authority", gettext_lazy("for talks with an authority")),
    ("parliament", gettext_lazy("for parliament or a committee")),
    ("court", gettext_lazy("for a court or the prosecution")),
    ("check", gettext_lazy("for checking our own records")),
)
ROWS_AT_ONCE = 100

Row = Sequence[object]


class ExportForm(forms.Form):
    """Why a list leaves the house. A choice and no free text: what stands in the ledger must name nobody."""

    use_required_attribute = False
    purpose = forms.ChoiceField(
        label=gettext_lazy("What the file is for"),
        choices=[("", "—"), *PURPOSES],
        help_text=gettext_lazy("It stands in the ledger with the day and the number of your account. The ledger holds no names; the desk shows them beside it."),
    )


def lines(header: Row, rows: Iterable[Row], mark: str) -> Iterator[bytes]:
    """The file's bytes, some rows at a time, in the language that is active now; a mark is the first line and a column of every row."""
    head: list[Row] = [[mark], [*header, _("Origin")]] if mark else [header]
    return chain([MARK + written(head)], bodies(iter(rows), mark, get_language() or "en", timezone.get_current_timezone()))


def bodies(rows: Iterator[Row], mark: str, language: str, zone: tzinfo) -> Iterator[bytes]:
    """The rows in portions; each is made in the language and by the clock asked for, whatever is active while the file goes out."""
    while True:
        with override(language), timezone.override(zone):
            some = [[*row, mark] if mark else row for row in islice(rows, ROWS_AT_ONCE)]
        if not some:
            return
        yield written(some)


def csv_answer(
    *, noun: str, header: Row, rows: Iterable[Row], country: str, purpose: str, by: Actor, today: date
) -> StreamingHttpResponse:
    """A list as a file, after its entry in the ledger. `rows` are read while the file goes out; its name tells the noun, country and day."""
    record_export(noun=noun, subject=country, purpose=purpose, by=by, country=country)
    mark = _("Demonstration: everything in this file is invented") if is_invented(country) else ""
    answer = StreamingHttpResponse(lines(header, rows, mark), content_type="text/csv; charset=utf-8")
    as_attachment(answer, f"{noun}-{country}-{today.isoformat()}.csv")
    return answer

