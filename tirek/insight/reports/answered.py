"""The form in which an authority answers, and what came back in it: row by row what would be recorded, and why not. For those who enter answers."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from tirek.followup.recommendations.policies import check_may_answer
from tirek.followup.recommendations.queries import RecommendationFacts, visit_recommendations
from tirek.followup.recommendations.refusals import EnteredAlready, TextMayName
from tirek.followup.recommendations.services import record_answer
from tirek.foundation.files.bytes import fetch
from tirek.foundation.files.queries import FileFacts, file_facts
from tirek.foundation.files.services import NewFile
from tirek.foundation.jurisdictions.queries import authority, report_languages, today
from tirek.foundation.ledger.services import rehearsed
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.ground.rules.words import Words
from tirek.insight.claims.reading import read_document
from tirek.insight.reports.answering import WrittenAnswer, WrittenForm, filled, same_words, written
from tirek.insight.reports.documents.answer_form import AnswerForm, Asked, answer_form, in_languages
from tirek.insight.reports.documents.composition import PHRASES
from tirek.insight.reports.freezing import present
from tirek.insight.reports.models import AnswerSheet, Report
from tirek.insight.reports.reach import reach, versions
from tirek.insight.reports.refusals import (
    AnswerFormOfAnother,
    ChoiceMissing,
    ChoiceNotOfForm,
    LetterNumberTooLong,
    NotAnAnswerForm,
    NumberNotAsked,
)

LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class Respondent:
    """An authority that answers today, with the numbers of the recommendations that it is asked about."""

    code: str
    name: Words
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """A form that came back."""

    id: UUID
    received_on: date
    brought_by: str
    brought_at: datetime


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """What came back to one recommendation. `state`: ready, names (ready once somebody has looked at what could name a person), same (entered before), empty
    or refused, with the `refusal`. `edited`: the recommendation's text came back otherwise than it was sent. `missing`: cells whose labels were changed.
    """

    number: str
    recommendation_id: UUID | None
    word: str
    said: str
    state: str
    refusal: Refusal | None = None
    edited: bool = False
    was: str = ""
    came: str = ""
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A form read back: its letter, its rows, the lines outside its cells, and of which version of the report it was made."""

    sheet: SheetFacts
    report_id: UUID
    version: int
    newest: bool
    letter_number: str
    said_on: date
    official: str
    authority: str
    rows: tuple[AnsweredRow, ...]
    outside: tuple[str, ...]


def respondents(report_id: UUID, *, by: Actor) -> tuple[Respondent, ...]:
    """The authorities that answer recommendations of an issued report. Raises NotFound, NotAllowed."""
    row = answerable(report_id, by)
    found = dict[str, list[str]]()
    for each in in_force(row, by):
        found.setdefault(each.answers_for_it, []).append(each.number)
    on = today(row.country)
    return tuple(Respondent(code, authority(row.country, code, on).name, tuple(numbers)) for code, numbers in found.items())


def answer_form_of(report_id: UUID, code: str, *, by: Actor) -> bytes:
    """The form for one authority, in the report's languages. Raises NotFound, NotAllowed."""
    row = answerable(report_id, by)
    return answer_form(form_of(row, code, by))


def answer_sheets(report_id: UUID, *, by: Actor) -> tuple[SheetFacts, ...]:
    """The forms that came back to any version of the report, the latest first. Raises NotFound, NotAllowed."""
    row = answerable(report_id, by)
    return tuple(sheet_facts(each) for each in AnswerSheet.objects.filter(report__visit_id=row.visit_id))


def read_answers(sheet_id: UUID, *, by: Actor) -> ReadSheet:
    """A form read back, each row tried by the rules that record it. Raises NotFound, NotAllowed."""
    sheet = reach_sheet(sheet_id, by)
    content = fetch(file_facts(sheet.file_id).sha256)
    found = written(read_document(content, name="answers.docx").text)
    version, code = addressed(found, sheet.report)
    row = answerable(sheet.report_id, by)
    said_on = found.said_on or sheet.said_on or sheet.received_on
    known = {each.number: each for each in in_force(version, by)}
    sent = {each.number: in_languages(each.text, report_languages(row.country)[:2]) for each in form_of(version, code, by).asked}
    letter = NewFile(content, "answers.docx", file_facts(sheet.file_id).media_type)
    counts = [each.number for each in found.answers]
    rows = []
    for each in found.answers:
        about = known.get(each.number) if counts.count(each.number) == 1 else None
        told = AnsweredRow(each.number, about.id if about else None, each.word or each.choice, each.said, "empty", missing=each.missing)
        if each.text and not same_words(each.text, filled(sent.get(each.number, ""))):
            told = replace(told, edited=True, was=filled(sent.get(each.number, "")), came=each.text)
        rows.append(tried(told, each, found, said_on, sheet, code, letter, by))
    newest = version.state == "issued"
    outside = tuple(line for line in found.outside if not printed_line(line, version, row))
    return ReadSheet(
        sheet_facts(sheet), sheet.report_id, version.version, newest, found.letter_number, said_on, found.official, code, tuple(rows), outside,
    )  # fmt: skip


def answer_sheet_file(sheet_id: UUID, *, by: Actor) -> FileFacts:
    """The form as it was received. Raises NotFound, NotAllowed."""
    return file_facts(reach_sheet(sheet_id, by).file_id)


def tried(
    told: AnsweredRow, given: WrittenAnswer, form: WrittenForm, said_on: date, sheet: AnswerSheet, code: str, letter: NewFile, by: Actor
) -> AnsweredRow:
    """The row with what would become of it."""
    if given.empty:
        return told
    refusal = faulty(told, given, form)
    if refusal is None and told.recommendation_id:
        try:
            with rehearsed():
                record_answer(
                    recommendation_id=told.recommendation_id, word=given.word, said_on=said_on, received_on=sheet.received_on, by=by, text=given.said,
                    letter_number=form.letter_number, letter=letter, authority=code,
                )  # fmt: skip
        except EnteredAlready:
            return replace(told, state="same")
        except TextMayName as names:
            return replace(told, state="names", refusal=names)
        except (NotFound, NotAllowed):
            raise
        except Refusal as why:
            refusal = why
    return replace(told, state="refused" if refusal else "ready", refusal=refusal)


def faulty(told: AnsweredRow, given: WrittenAnswer, form: WrittenForm) -> Refusal | None:
    """What of a row cannot even be tried."""
    if told.recommendation_id is None:
        return NumberNotAsked()
    if not given.choice:
        return ChoiceMissing()
    if not given.word:
        return ChoiceNotOfForm(words=given.choice[:80])
    return LetterNumberTooLong() if len(form.letter_number) > LONGEST_NUMBER else None


def addressed(found: WrittenForm, report: Report) -> tuple[Report, str]:
    """Of which version of this report a form was made, and for whom. Raises NotAnAnswerForm, AnswerFormOfAnother."""
    if not found.mark:
        raise NotAnAnswerForm
    digest, _slash, code = found.mark.partition("/")
    version = next((each for each in versions(report.pk) if each.issued and each.issued.sha256[:16] == digest), None)
    if version is None or not any(code in (each.addressee, each.answers_for_it) for each in of_version(version)):
        raise AnswerFormOfAnother(mark=found.mark[:60])
    return version, code


def of_version(row: Report) -> tuple[RecommendationFacts, ...]:
    """The recommendations of the report's visit, whoever reads."""
    return visit_recommendations(row.visit_id, by=SYSTEM, today=today(row.country))


def in_force(row: Report, by: Actor) -> tuple[RecommendationFacts, ...]:
    """The recommendations that can be answered. Whoever enters answers may see them, also of a visit that the reader was not at."""
    check_may_answer(by, row.country)
    return tuple(each for each in of_version(row) if each.state == "issued" and each.number)


def form_of(row: Report, code: str, by: Actor) -> AnswerForm:
    """What the form for one authority prints. Raises NotFound for one that is asked nothing."""
    mine = [each for each in in_force(row, by) if code in (each.addressee, each.answers_for_it)]
    if not mine or row.issued is None:
        raise NotFound
    document = present(row)
    lines = {each.number: each for each in document.recommendations}
    asked = tuple(Asked(each.number, lines[each.number].text if each.number in lines else each.text, each.due_on) for each in mine)
    name = authority(row.country, code, today(row.country)).name
    return AnswerForm(
        f"{row.issued.sha256[:16]}/{code}", row.number, document.mechanism, name, report_languages(row.country)[:2], asked, document.stamp,
        PHRASES.words("demonstration") if document.demonstration else None,
    )  # fmt: skip


def printed_line(line: str, version: Report, row: Report) -> bool:
    """Whether a line outside the tables is one that the form prints: the mechanism's name, the mark of a demonstration."""
    document = present(version)
    own = [*dict(document.mechanism.texts).values(), *(dict(PHRASES.words("demonstration").texts).values() if document.demonstration else ())]
    return any(same_words(line, each) for each in own)


def answerable(report_id: UUID, by: Actor) -> Report:
    """An issued version, for those who enter answers. Raises NotFound, NotAllowed."""
    row = reach(report_id, by)
    check_may_answer(by, row.country)
    if row.state != "issued" and row.state != "superseded":
        raise NotFound
    return row


def reach_sheet(sheet_id: UUID, by: Actor) -> AnswerSheet:
    """A form that came back, for those who enter answers. Raises NotFound, NotAllowed."""
    found = AnswerSheet.objects.select_related("report", "file").filter(pk=sheet_id).first()
    if found is None:
        raise NotFound
    answerable(found.report_id, by)
    return found


def sheet_facts(row: AnswerSheet) -> SheetFacts:
    """A form as frozen values."""
    return SheetFacts(row.pk, row.received_on, row.brought_by, row.brought_at)
