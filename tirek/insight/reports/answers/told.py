"""What the trial of a form found, as it was kept: its letter, its rows, the lines outside its cells, and how far the job is. For those who enter answers."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tirek.foundation.jobs.queries import Progress, progress_behind
from tirek.foundation.sheets.sentences import sentence
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.insight.reports.answers.asked import of_version
from tirek.insight.reports.answers.brought import SheetFacts, reach_sheet, sheet_facts
from tirek.insight.reports.models import AnswerLine, AnswerSheet, AnswerTrial
from tirek.insight.reports.reach import versions


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """What came back to one recommendation. `state`: ready, names (ready once somebody has looked at what could name a person), same (entered before), empty,
    recorded, refused or absent (its table is not in the file); `asked`: the recommendation in the words in force; `stands`:
    the authority's word on it now; `why`, in the reader's language, `code` the refusal's. `edited`: the recommendation's text came back otherwise than it was sent.
    `missing`: cells whose labels were changed.
    """

    number: str
    recommendation_id: UUID | None
    asked: Words
    stands: str
    word: str
    said: str
    state: str
    code: str
    why: str
    edited: bool
    was: str
    came: str
    missing: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A form read back: of which version of the report it was made, and whether that is the newest; the mark of its trial, and when it was whole.

    `official_name` and `official_function` are recorded where `official_fits`; `official` is what a form of before says, and stays in the file.
    """

    sheet: SheetFacts
    report_id: UUID
    version: int
    newest: bool
    letter_number: str
    said_on: date
    official: str
    official_name: str
    official_function: str
    official_fits: bool
    authority: str
    rows: tuple[AnsweredRow, ...]
    outside: tuple[str, ...]
    notes: tuple[str, ...]
    tried: UUID
    tried_at: datetime | None


@dataclass(frozen=True, slots=True)
class SheetTrial:
    """How far the trial of a form is; `read` stands once it is whole."""

    sheet: SheetFacts
    report_id: UUID
    progress: Progress | None
    asked_by: str
    read: ReadSheet | None


def answers_tried(sheet_id: UUID, *, by: Actor) -> SheetTrial:
    """What is known of a form: the job that tries its rows, or what it found. Raises NotFound, NotAllowed. It tries nothing."""
    sheet = reach_sheet(sheet_id, by)
    trial = AnswerTrial.objects.filter(sheet=sheet).first()
    behind = progress_behind(trial.job) if trial and trial.job else None
    return SheetTrial(sheet_facts(sheet), sheet.report_id, behind, trial.asked_by if trial else "", whole(sheet, trial))


def whole(sheet: AnswerSheet, trial: AnswerTrial | None) -> ReadSheet | None:
    """What a trial found in these very bytes; nothing while it is not at its end."""
    if trial is None or not trial.whole or trial.digest != sheet.file.sha256:
        return None
    head = trial.head
    asked = {each.id: (each.text, each.word) for each in of_version(sheet.report)}
    newest = any(each.version == head["version"] and each.state == "issued" for each in versions(sheet.report_id))
    return ReadSheet(
        sheet_facts(sheet), sheet.report_id, head["version"], newest, head["letter_number"], date.fromisoformat(head["said_on"]), head["official"],
        head["official_name"], head["official_function"], head["official_fits"], head["authority"], tuple(row_facts(each, asked) for each in trial.lines.all()), tuple(head["outside"]), tuple(head["notes"]), trial.mark, trial.tried_at,
    )  # fmt: skip


def row_facts(line: AnswerLine, asked: dict[UUID, tuple[Words, str]]) -> AnsweredRow:
    """A line as frozen values, in the reader's language."""
    text, stands = asked.get(line.recommendation, (Words(), "none")) if line.recommendation else (Words(), "none")
    code, why = (line.fault["code"], sentence(line.fault)) if line.fault else ("", "")
    return AnsweredRow(
        line.number, line.recommendation, text, stands, line.word, line.said, line.state, code, why, bool(line.came), line.was, line.came, frozenset(line.missing)
    )
