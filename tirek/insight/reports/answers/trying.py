"""Trying the rows of a form that came back: what each would become, found by the rules that record it and taken back; and what it was tried against.

Nothing of it is an act of its own: the lines can be made anew from the file whenever somebody asks.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from tirek.followup.recommendations.queries import RecommendationFacts, recommendation
from tirek.followup.recommendations.refusals import EnteredAlready, OfficialUnfit, TextMayName
from tirek.followup.recommendations.services import record_answer
from tirek.followup.recommendations.texts import check_official
from tirek.foundation.files.bytes import fetch
from tirek.foundation.files.services import NewFile
from tirek.foundation.jobs.kinds import Step
from tirek.foundation.jurisdictions.queries import report_languages, today
from tirek.foundation.ledger.services import rehearsed
from tirek.foundation.sheets.sentences import kept
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.insight.reports.answers.asked import form_of, in_force
from tirek.insight.reports.answers.brought import addressed, reach_sheet, read_form
from tirek.insight.reports.answers.cells import WrittenAnswer, WrittenForm, filled, same_words
from tirek.insight.reports.answers.refusals import (
    AnsweredSince,
    ChoiceMissing,
    ChoiceNotOfForm,
    CorrectedSince,
    LetterNumberTooLong,
    NumberNotAsked,
    RewordedSince,
)
from tirek.insight.reports.documents.answer_form import in_languages
from tirek.insight.reports.documents.composition import PHRASES
from tirek.insight.reports.freezing import present
from tirek.insight.reports.models import AnswerLine, AnswerSheet, AnswerTrial, Report
from tirek.insight.reports.reach import versions

LONGEST_NUMBER = 60
TRYING = _("Rows are tried")


@dataclass(frozen=True, slots=True)
class Letter:
    """What all rows of a form share: its file, whose letter of which day and number it is, and which official answers, as far as that is recorded."""

    file: NewFile
    number: str
    said_on: date
    received_on: date
    authority: str
    official_name: str = ""
    official_function: str = ""


def letter_of(sheet: AnswerSheet, trial: AnswerTrial) -> Letter:
    """The letter that a form is."""
    file = NewFile(fetch(sheet.file.sha256), "answers.docx", sheet.file.media_type)
    said_on = date.fromisoformat(trial.head["said_on"])
    head = trial.head
    official = (head["official_name"], head["official_function"]) if head["official_fits"] else ("", "")
    return Letter(file, head["letter_number"], said_on, sheet.received_on, head["authority"], *official)


def try_rows(*, sheet_id: UUID, by: Actor, step: Step) -> dict[str, int]:
    """The job: reads the form once and tries each row that is not tried yet; answers how many there are of each state. Cost: a short transaction a row."""
    sheet = reach_sheet(sheet_id, by)
    form = read_form(fetch(sheet.file.sha256), sheet.file.name)
    version, code = addressed(form, sheet.report)
    trial = begun(sheet, form, version, code, by)
    letter, sent = letter_of(sheet, trial), sent_texts(version, code, by)
    done = {line.position for line in trial.lines.all()}
    known = {each.number: each for each in in_force(version, by)}
    for position, given in enumerate(form.answers):
        step(len(done), len(form.answers), TRYING)
        if position not in done:
            twice = [each.number for each in form.answers].count(given.number) > 1
            line = row_of(trial, position, given, None if twice else known.get(given.number), sent.get(given.number, ""))
            if not given.empty:
                judge(line, letter, by, faulty(line, given, form))
            line.save()
            done.add(position)
    for position, number in enumerate(sorted(sent.keys() - {each.number for each in form.answers}), start=len(form.answers)):
        AnswerLine.objects.get_or_create(trial=trial, position=position, defaults={"number": number, "state": "absent", "recommendation": known[number].id})
    AnswerTrial.objects.filter(pk=trial.pk).update(whole=True, tried_at=timezone.now())
    step(len(form.answers), len(form.answers), TRYING)
    states = list(trial.lines.values_list("state", flat=True))
    return {state: states.count(state) for state in sorted(set(states))}


def begun(sheet: AnswerSheet, form: WrittenForm, version: Report, code: str, by: Actor) -> AnswerTrial:
    """The trial under way with what the form says at its head; lines of other bytes, or of a trial that was whole, are taken away."""
    said_on = form.said_on or sheet.said_on or sheet.received_on
    head = {
        "letter_number": form.letter_number, "said_on": said_on.isoformat(), "authority": code, "version": version.version, "official": form.official,
        "official_name": form.official_name, "official_function": form.official_function, "official_fits": fits(form),
        "notes": list(form.notes), "outside": [line for line in form.outside if not printed_line(line, version)],
    }  # fmt: skip
    with transaction.atomic():
        trial = AnswerTrial.objects.select_for_update(no_key=True).get(sheet=sheet)
        if trial.whole or trial.digest != sheet.file.sha256:
            trial.lines.all().delete()
        trial.head, trial.digest, trial.whole = head, sheet.file.sha256, False
        trial.save()
    return trial


def fits(form: WrittenForm) -> bool:
    """Whether name and function of the official are of a form in which they can be recorded; else they stay in the file, and no row waits for them."""
    try:
        check_official(form.official_name, form.official_function)
    except OfficialUnfit:
        return False
    return True


def sent_texts(version: Report, code: str, by: Actor) -> dict[str, str]:
    """The texts of recommendations as the form printed them, by number."""
    languages = report_languages(version.country)[:2]
    return {each.number: filled(in_languages(each.text, languages)) for each in form_of(version, code, by).asked}


def printed_line(line: str, version: Report) -> bool:
    """Whether a line outside the tables is one that the form prints: the mechanism's name, the mark of a demonstration."""
    document = present(version)
    own = [*dict(document.mechanism.texts).values(), *(dict(PHRASES.words("demonstration").texts).values() if document.demonstration else ())]
    return any(same_words(line, each) for each in own)


def row_of(trial: AnswerTrial, position: int, given: WrittenAnswer, about: RecommendationFacts | None, sent: str) -> AnswerLine:
    """A row as a line that is not judged yet."""
    edited = bool(given.text) and not same_words(given.text, sent)
    return AnswerLine(
        trial=trial, position=position, number=given.number, recommendation=about.id if about else None, word=given.word or given.choice, said=given.said,
        state="empty", was=sent if edited else "", came=given.text if edited else "", missing=sorted(given.missing),
    )  # fmt: skip


def faulty(line: AnswerLine, given: WrittenAnswer, form: WrittenForm) -> Refusal | None:
    """What of a row cannot even be tried."""
    if line.recommendation is None:
        return NumberNotAsked()
    if not given.choice:
        return ChoiceMissing()
    if not given.word:
        return ChoiceNotOfForm(words=given.choice[:80])
    return LetterNumberTooLong() if len(form.letter_number) > LONGEST_NUMBER else None


def judge(line: AnswerLine, letter: Letter, by: Actor, refusal: Refusal | None = None) -> None:
    """Puts into a line what would become of it now, and against what it was tried."""
    line.state = "ready"
    if refusal is None and line.recommendation:
        line.seen = seen(line)
        try:
            with rehearsed():
                recorded(line, letter, by)
        except EnteredAlready:
            line.state = "same"
        except TextMayName as names:
            line.state, refusal = "names", names
        except (NotFound, NotAllowed):
            raise
        except Refusal as why:
            refusal = why
    if refusal is not None and line.state == "ready":
        line.state = "refused"
    line.fault = kept(refusal) if refusal else None


def recorded(line: AnswerLine, letter: Letter, by: Actor, confirmed: bool = False) -> UUID:
    """Records the answer of a line; its id. Raises what record_answer refuses."""
    assert line.recommendation is not None
    return record_answer(
        recommendation_id=line.recommendation, word=line.word, said_on=letter.said_on, received_on=letter.received_on, by=by, text=line.said,
        letter_number=letter.number, letter=letter.file, authority=letter.authority, confirmed=confirmed,
        official_name=letter.official_name, official_function=letter.official_function,
    ).value  # fmt: skip


def seen(line: AnswerLine, but: UUID | None = None) -> dict[str, object]:
    """What a row is judged against: the answers that stand (`but` one left out), the wording in force, the newest issued version of the report."""
    assert line.recommendation is not None
    report = line.trial.sheet.report
    found = recommendation(line.recommendation, by=SYSTEM, today=today(report.country))
    issued = max(each.version for each in versions(report.pk) if each.state == "issued")
    return {"answers": sorted(str(each.id) for each in found.answers if each.id != but), "wording": found.worded_in, "version": issued}


def since(was: dict[str, object], now: dict[str, object]) -> Refusal | None:
    """What changed between a trial and now."""
    if was["answers"] != now["answers"]:
        return AnsweredSince()
    if was["wording"] != now["wording"]:
        return RewordedSince()
    return CorrectedSince() if was["version"] != now["version"] else None
