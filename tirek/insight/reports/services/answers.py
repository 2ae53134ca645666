"""Answers of authorities that come back in the form made for them: the file is kept as received, its rows are tried by a job, each chosen one is an act of its own."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from tirek.foundation.files.services import NewFile, store_file
from tirek.foundation.jobs.queries import is_open
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.insight.reports.answers.asked import answerable
from tirek.insight.reports.answers.brought import OPEN, addressed, reach_sheet, read_form
from tirek.insight.reports.answers.refusals import AnswerDayUnknown, RowsNotTried, StillTried, TriedAnew
from tirek.insight.reports.answers.trying import Letter, judge, letter_of, recorded, seen, since
from tirek.insight.reports.models import AnswerLine, AnswerSheet, AnswerTrial

TRIAL = "report.answers-try"


@dataclass(frozen=True, slots=True)
class RecordedAnswers:
    """What became of chosen rows: the numbers whose answers were recorded, and those that were refused, each with why."""

    done: tuple[str, ...]
    left: tuple[tuple[str, Refusal], ...]


def bring_answers(*, report_id: UUID, file: NewFile, received_on: date, by: Actor, said_on: date | None = None) -> Recorded[UUID]:
    """Keeps a form that came back, once it is sure that it is one of this report, and has its rows tried. Nothing is recorded of what it says.

    `said_on` is the day of the letter, where the form does not say it. Raises NotFound, NotAllowed, NotAnAnswerForm, AnswerFormOfAnother,
    AnswerFormsTogether, AnswerFormFetches, AnswerDayUnknown, and whatever reading a document refuses.
    """
    answerable(report_id, by)
    found = read_form(file.content, file.name)
    with record("report.answers-brought", by=by, subject=("report", report_id)) as act:
        row = answerable(report_id, by)
        addressed(found, row)
        if found.said_on is None and said_on is None:
            raise AnswerDayUnknown
        stored = store_file(content=file.content, name=file.name, media_type=file.media_type, country=row.country, by=by).value
        sheet = AnswerSheet(
            country=row.country, report=row, file=stored, said_on=None if found.said_on else said_on, received_on=received_on, brought_by=by.id,
            brought_at=timezone.now(), origin=row.origin,
        )  # fmt: skip
        sheet.save()
        AnswerTrial(sheet=sheet, job=asked_for(sheet, by), asked_by=by.id).save()
        return act.of(sheet.pk)


def try_answers(*, sheet_id: UUID, by: Actor) -> Recorded[UUID]:
    """Has the rows of a form tried by a job: all of them anew, or those that a trial which did not come to its end left. Returns the job's id.

    Raises NotFound, NotAllowed, StillTried.
    """
    sheet = reach_sheet(sheet_id, by)
    with record("report.answers-tried", by=by, subject=("report", sheet.report_id), country=sheet.country) as act:
        trial, _new = AnswerTrial.objects.select_for_update(no_key=True).get_or_create(sheet=sheet)
        if trial.job and is_open(trial.job):
            raise StillTried
        if trial.whole:
            trial.lines.all().delete()
        trial.job, trial.asked_by, trial.whole, trial.mark = asked_for(sheet, by), by.id, False, uuid4()
        trial.save()
        return act.of(trial.job)


def asked_for(sheet: AnswerSheet, by: Actor) -> UUID:
    """A job that tries the rows of a form."""
    return enqueue(kind_name=TRIAL, arguments={"sheet": str(sheet.pk), "by": by.id}, by=by, country=sheet.country)


def record_answers(
    *, sheet_id: UUID, numbers: Collection[str], by: Actor, looked_at: Collection[str] = (), tried: UUID | None = None, named: bool = True
) -> RecordedAnswers:
    """Records the chosen answers of a form, each with its line in a transaction of its own; one that is refused hinders no other.

    Each is decided again at this moment. Where what it was tried against has changed since, nothing of it is recorded, its line says what would
    become of it now, and who recorded is told what changed. `looked_at` are the numbers in whose texts somebody has looked at what could name a
    person, `tried` is the mark of the trial that the person saw, `named` whether the official's name and function are recorded too. Raises NotFound, NotAllowed, RowsNotTried, TriedAnew.
    """
    sheet = reach_sheet(sheet_id, by)
    trial = AnswerTrial.objects.filter(sheet=sheet, whole=True, digest=sheet.file.sha256).first()
    if trial is None:
        raise RowsNotTried
    if tried is not None and trial.mark != tried:
        raise TriedAnew
    letter = letter_of(sheet, trial) if named else replace(letter_of(sheet, trial), official_name="", official_function="")
    done, left = list[str](), list[tuple[str, Refusal]]()
    for line in trial.lines.filter(number__in=list(numbers), state__in=OPEN):
        try:
            record_line(line, letter, by, line.number in looked_at)
            done.append(line.number)
        except (NotFound, NotAllowed):
            raise
        except Refusal as refusal:
            left.append((line.number, refusal))
            judge(line, letter, by)
            line.save()
    return RecordedAnswers(tuple(done), tuple(left))


def record_line(line: AnswerLine, letter: Letter, by: Actor, confirmed: bool) -> None:
    """Records one answer as it was looked at. Raises what record_answer refuses, and what changed since the trial."""
    with transaction.atomic():
        named = replace(letter, file=replace(letter.file, name=f"{line.number}-answer-{letter.said_on}.docx"))
        answer = recorded(line, named, by, confirmed)
        if changed := since(line.seen, seen(line, but=answer)):
            raise changed
        AnswerLine.objects.filter(pk=line.pk).update(state="recorded", fault=None)
