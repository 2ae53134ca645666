"""Filled spreadsheets for tests."""

import io

from openpyxl import load_workbook

from tests.followup.recommendations import making
from tests.people import secretary
from tirek.followup.exchange import queries, services
from tirek.followup.exchange.sheets.phrases import COLUMNS, PHRASES
from tirek.followup.exchange.sheets.writing import write_sheet
from tirek.foundation.files.services import NewFile

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def said(code, language="ru"):
    return PHRASES.say(f"word_{code}", language)


def fill(content, rows, moved=False):
    """The file with cells filled in: by line from 0, column -> value."""
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    for line, cells in rows.items():
        for key, value in cells.items():
            sheet.cell(row=line + 2, column=COLUMNS.index(key) + 1).value = value
    if moved:
        sheet.move_range(f"A2:{sheet.cell(row=sheet.max_row, column=len(COLUMNS)).coordinate}", rows=3)
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


def of_body(body="lum-prison-service", by=secretary):
    """The file that the office hands to a body."""
    return write_sheet(queries.sheet_rows_of_body(body, by=by, country="demo", today=making.today()), language="ru", title="Служба домов")


def filled_of_body(*lines, body="lum-prison-service", **more):
    """The same with these lines accepted."""
    return fill(of_body(body), {line: {"word": said("accepted"), "said": "Сделаем.", **more} for line in lines})


def brought(content, body="lum-prison-service", by=secretary, **days):
    """The file, brought with a covering letter; its id."""
    covering = services.Covering(body=body, number="7-1/12", said_on=days.get("said_on", making.ago(1)), received_on=days.get("received_on", making.today()))
    return services.bring_stick(country="demo", covering=covering, file=NewFile(content, "answers.xlsx", XLSX), by=by).value
