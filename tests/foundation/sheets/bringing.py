"""Sheets for tests: rows as a workbook, brought in, tried, applied and undone by the jobs' own verbs."""

import io

import openpyxl

from tirek.foundation.jobs.models import Job
from tirek.foundation.sheets import queries, services
from tirek.foundation.sheets.models import Sheet


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def no_step(done, total, words=""):
    """A job that nobody watches."""


def ended(thing, model=Sheet):
    """The job that the sheet, or the list, waits for is over."""
    Job.objects.filter(pk=model.objects.get(pk=thing).job).update(state="done")


def tried(kind, rows, by, country="demo", names_nobody=None):
    """A sheet whose rows were tried: its facts."""
    sheet_id = services.bring_sheet(kind=kind, content=workbook(*rows), country=country, by=by).value
    return tried_again(sheet_id, by, country, names_nobody)


def tried_again(sheet_id, by, country="demo", names_nobody=None):
    services.try_sheet(sheet_id=sheet_id, by=by, names_nobody=names_nobody)
    services.try_rows(sheet_id=sheet_id, by=by, step=no_step)
    ended(sheet_id)
    return queries.sheet(sheet_id, by=by, country=country)


def applied(kind, rows, by, country="demo", names_nobody=None):
    """A sheet whose good rows were entered: its facts."""
    found = tried(kind, rows, by, country, names_nobody)
    services.apply_sheet(sheet_id=found.id, by=by)
    services.apply_rows(sheet_id=found.id, by=by, step=no_step)
    ended(found.id)
    return queries.sheet(found.id, by=by, country=country)


def undone(sheet_id, by, country="demo"):
    services.undo_sheet(sheet_id=sheet_id, by=by)
    services.undo_rows(sheet_id=sheet_id, by=by, step=no_step)
    ended(sheet_id)
    return queries.sheet(sheet_id, by=by, country=country)


def told(sheet_id, by, would="", country="demo"):
    """Rows as (number, what they would do, codes of their faults)."""
    return [(line.number, line.would, sorted(line.codes)) for line in queries.lines_of(sheet_id, by=by, country=country, would=would)]
