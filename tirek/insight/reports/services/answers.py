"""Answers of authorities that come back in the form made for them: the file is kept as received, each answer is recorded by its own act."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from tirek.followup.recommendations.policies import check_may_answer
from tirek.followup.recommendations.services import record_answer
from tirek.foundation.files.bytes import fetch
from tirek.foundation.files.services import NewFile, store_file
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.insight.claims.reading import read_document
from tirek.insight.reports.answered import addressed, answerable, reach_sheet, read_answers
from tirek.insight.reports.answering import written
from tirek.insight.reports.models import AnswerSheet
from tirek.insight.reports.refusals import AnswerDayUnknown


@dataclass(frozen=True, slots=True)
class RecordedAnswers:
    """What became of chosen rows: the numbers whose answers were recorded, and those that were refused, each with why."""

    done: tuple[str, ...]
    left: tuple[tuple[str, Refusal], ...]


def bring_answers(*, report_id: UUID, file: NewFile, received_on: date, by: Actor, said_on: date | None = None) -> Recorded[UUID]:
    """Keeps a form that came back, once it is sure that it is one of this report. Nothing is recorded of what it says.

    `said_on` is the day of the letter, where the form does not say it. Raises NotFound, NotAllowed, NotAnAnswerForm, AnswerFormOfAnother,
    AnswerDayUnknown, and whatever reading a document refuses.
    """
    found = written(read_document(file.content, name=file.name).text)
    with record("report.answers-brought", by=by, subject=("report", report_id)) as act:
        row = answerable(report_id, by)
        check_may_answer(by, row.country)
        addressed(found, row)
        if found.said_on is None and said_on is None:
            raise AnswerDayUnknown
        stored = store_file(content=file.content, name=file.name, media_type=file.media_type, country=row.country, by=by).value
        sheet = AnswerSheet(
            country=row.country, report=row, file=stored, said_on=None if found.said_on else said_on, received_on=received_on, brought_by=by.id,
            brought_at=timezone.now(), origin=row.origin,
        )  # fmt: skip
        sheet.save()
        return act.of(sheet.pk)


def record_answers(*, sheet_id: UUID, numbers: Collection[str], by: Actor, looked_at: Collection[str] = ()) -> RecordedAnswers:
    """Records the chosen answers of a form, each in a transaction of its own; one that is refused hinders no other.

    `looked_at` are the numbers in whose texts somebody has looked at what could name a person. Raises NotFound, NotAllowed.
    """
    read, sheet = read_answers(sheet_id, by=by), reach_sheet(sheet_id, by)
    content, done, left = fetch(sheet.file.sha256), list[str](), list[tuple[str, Refusal]]()
    for row in read.rows:
        if row.number not in numbers or row.recommendation_id is None or row.state not in ("ready", "names"):
            continue
        try:
            record_answer(
                recommendation_id=row.recommendation_id, word=row.word, said_on=read.said_on, received_on=sheet.received_on, by=by, text=row.said,
                letter_number=read.letter_number, letter=NewFile(content, f"{row.number}-answer-{read.said_on}.docx", sheet.file.media_type),
                authority=read.authority, confirmed=row.number in looked_at,
            )  # fmt: skip
            done.append(row.number)
        except (NotFound, NotAllowed):
            raise
        except Refusal as refusal:
            left.append((row.number, refusal))
    return RecordedAnswers(tuple(done), tuple(left))
