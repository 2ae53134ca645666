"""Issued recommendations: the issue itself (called by reports), answers of authorities, verifications, withdrawal."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from tirek.followup.recommendations.looking import check_looked_at
from tirek.followup.recommendations.models import WAYS, Answer, Recommendation, Verification, Wording
from tirek.followup.recommendations.policies import check_dated, check_issued, check_letter_dated, check_may_answer, check_may_verify
from tirek.followup.recommendations.reach import reach
from tirek.followup.recommendations.refusals import (
    CannotFollow,
    EnteredAlready,
    EvidenceNeeded,
    LetterNumberNames,
    NamedBeforeLetter,
    NoAddressee,
    ReasonNeeded,
    UnknownChoice,
)
from tirek.followup.recommendations.texts import check_official, looked_at, plain, stretches
from tirek.followup.recommendations.wordings import answered_wording
from tirek.foundation.files.services import NewFile, store_file
from tirek.foundation.jurisdictions.queries import authorities, body_on, due, successor_on, today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.doing_wait import WILL_DO
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD, DOCUMENT, VERIFICATION
from tirek.ground.rules.transitions import Transitions

Days = tuple[date, ...]
"""By what the entries of an axis are put in order."""


def issue(*, visit_id: UUID, report_number: str, on: date, by: Actor) -> Recorded[tuple[UUID, ...]]:
    """Issues all drafts of a visit with its report: numbers them after the report and starts their clocks. Wordings that a correction
    proposes come into force; the clocks of what they reword run on.

    Called by insight/reports within its transaction; who may issue was decided there.
    """
    with record("recommendation.issued", by=by, subject=("visit", visit_id)) as act:
        drafts = list(Recommendation.objects.select_for_update(no_key=True).filter(visit_id=visit_id, state="draft").order_by("position"))
        given = Recommendation.objects.filter(visit_id=visit_id, number__startswith=f"{report_number}-").count()
        for position, row in enumerate(drafts, start=given + 1):
            row.state = DOCUMENT.after(row.state, "issue")
            row.number, row.issued_on, row.due_on = f"{report_number}-{position}", on, due(row.country, "answer", on)
            row.save()
        for wording in Wording.objects.select_for_update(no_key=True).filter(recommendation__visit_id=visit_id, recommendation__state="issued", issued_on=None):
            if wording.text:
                wording.issued_on = on
                wording.save()
        return act.of(tuple(row.pk for row in drafts))


def record_answer(
    *, recommendation_id: UUID, word: str, said_on: date, received_on: date, by: Actor, text: str = "", letter_number: str = "",
    letter: NewFile | None = None, authority: str = "", confirmed: bool = False, official_name: str = "", official_function: str = "", through: str = "",
    named_until: date | None = None,
) -> Recorded[UUID]:  # fmt: skip
    """The authority's word, as its letter says it. Moves the authority's axis only; verification stays what it was. A letter from before
    the newest one goes into the history and moves nothing.

    The letter's file is kept in the same transaction. `confirmed`: the writer has looked at what in the text could name a person.
    `official_name` and `official_function` say who answered for the authority, where the letter says it; who they are is no other answer. `through`: "sheet" for a signed spreadsheet.
    `named_until`: the last day that the letter names for carrying it out; kept only beside a word that says that it will be done.
    Raises NotFound, NotAllowed, NotInForce, NamedBeforeLetter, EnteredAlready, CannotFollow, DateAhead, BeforeIssue, ReceivedBeforeWritten, UnknownChoice, NoAddressee, BodyNotThen, TextMayName, LetterNumberNames, OfficialUnfit.
    """
    if word not in AUTHORITY_WORD.states[1:]:
        raise UnknownChoice(what=word)
    if stretches(letter_number):
        raise LetterNumberNames
    official = {"official_name": plain(official_name), "official_function": plain(official_function)}
    check_official(**official)
    with record("recommendation.answered", by=by, subject=("recommendation", recommendation_id), purpose=looked_at(text, confirmed)) as act:
        row = reach(recommendation_id, by, lock=True)
        check_may_answer(by, row.country)
        check_issued(row.state)
        check_letter_dated(row, said_on, received_on, today(row.country))
        speaker = authority or successor_on(row.country, row.passed_to or row.addressee, said_on)
        said = {"word": word, "authority": speaker, "said_on": said_on, "received_on": received_on, "letter_number": letter_number.strip(), "text": text.strip()}
        said["named_until"] = check_named(word, said_on, named_until)
        check_new(row.answers.all(), "letter", letter, **said)
        told = [((each.said_on, each.received_on), each.word) for each in row.answers.all()]
        row.word = moved(AUTHORITY_WORD, row.word, told, (said_on, received_on), word)
        row.save()
        check_speaker(speaker, row.country, said_on)
        letter_id, wording = kept(letter, row.country, by), answered_wording(row, said_on)
        answer = Answer(country=row.country, recommendation=row, letter_id=letter_id, entered_by=by.id, wording=wording, through=through, position=len(told) + 1, **official, **said)
        answer.save()
        return act.of(answer.pk)


def check_named(word: str, said_on: date, named_until: date | None) -> date | None:
    """The last day that a letter names, where its word says that it will be done. Raises NamedBeforeLetter."""
    if word not in WILL_DO or named_until is None:
        return None
    if named_until < said_on:
        raise NamedBeforeLetter(named=named_until, written=said_on)
    return named_until


def check_new(standing: QuerySet[Any], file: str, given: NewFile | None, **says: object) -> None:
    """Raises EnteredAlready where a row says all of this, with the same file or none under that name."""
    held = {f"{file}__sha256": sha256(given.content).hexdigest()} if given else {file: None}
    if standing.filter(**held, **says).exists():
        raise EnteredAlready


def moved(axis: Transitions, held: str, history: Sequence[tuple[Days, str]], on: Days, after: str) -> str:
    """What stands once `after` is entered with its days: it, unless something of a newer day stands; of equal days what is entered last.

    Raises CannotFollow, which is an IllegalMove in plain words, where it cannot follow what stood on its own day.
    """
    if newest := all(days <= on for days, _ in history):
        before = {held}
    else:
        last = max((days for days, _ in history if days <= on), default=None)
        before = {code for days, code in history if days == last} or {axis.first}
    if not any(axis.allows(each, after) for each in before):
        raise CannotFollow
    return after if newest else held


def check_speaker(code: str, country: str, on: date) -> None:
    """Raises NoAddressee for a body that the pack does not know, BodyNotThen for one that did not exist on that day."""
    if code not in {each.code for each in authorities(country)}:
        raise NoAddressee(code=code)
    body_on(country, code, on)


def kept(file: NewFile | None, country: str, by: Actor) -> UUID | None:
    """Stores a file that came along, within the act under way."""
    if file is None:
        return None
    return store_file(content=file.content, name=file.name, media_type=file.media_type, country=country, by=by).value.pk


def verify(
    *, recommendation_id: UUID, outcome: str, verified_on: date, way: str, text: str, by: Actor, visit_id: UUID | None = None,
    evidence: NewFile | None = None, confirmed: bool = False,
) -> Recorded[UUID]:  # fmt: skip
    """What the mechanism itself found. Moves the mechanism's axis only; the authority's word stays what it was. What was verified before the
    newest verification goes into the history and moves nothing.

    `visit_id` names a visit to the place, begun since the issue, that the verifier may know of, at which it was seen: on one of its days
    where it was seen on the spot, which names its visit always; else not before it began.
    Raises NotFound, NotAllowed, NotInForce, EnteredAlready, CannotFollow, DateAhead, BeforeIssue, EvidenceNeeded, UnknownChoice, VisitNotNamed, VisitNotBegun, VisitElsewhere,
    VisitBeforeIssue, VerifiedBeforeVisit, VerifiedAfterVisit, TextMayName.
    """
    if outcome not in VERIFICATION.states[1:] or way not in WAYS:
        raise UnknownChoice(what=outcome if way in WAYS else way)
    if not text.strip():
        raise EvidenceNeeded
    with record("recommendation.verified", by=by, subject=("recommendation", recommendation_id), purpose=looked_at(text, confirmed)) as act:
        row = reach(recommendation_id, by, lock=True)
        check_may_verify(by, row.country)
        check_issued(row.state)
        check_dated(row, verified_on, today(row.country))
        check_new(row.verifications.all(), "evidence", evidence, outcome=outcome, verified_on=verified_on, way=way, text=text.strip(), visit=visit_id)
        check_looked_at(row, visit_id, verified_on, way, by)
        looked = [((each.verified_on,), each.outcome) for each in row.verifications.all()]
        row.verification = moved(VERIFICATION, row.verification, looked, (verified_on,), outcome)
        row.save()
        found = Verification(
            country=row.country, recommendation=row, outcome=outcome, verified_on=verified_on, way=way, text=text.strip(), visit_id=visit_id,
            evidence_id=kept(evidence, row.country, by), verified_by=by.id,
        )  # fmt: skip
        found.save()
        return act.of(found.pk)


def withdraw(*, recommendation_id: UUID, reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Withdraws an issued recommendation; it stays readable as withdrawn, with the reason. Head and secretariat. Raises ReasonNeeded, TextMayName."""
    if not reason.strip():
        raise ReasonNeeded
    return _close(recommendation_id, "withdraw", by, reason.strip(), looked_at(reason, confirmed))


def supersede(*, recommendation_id: UUID, by: Actor) -> Recorded[UUID]:
    """Marks a recommendation as replaced by that of a corrected report. Head and secretariat."""
    return _close(recommendation_id, "supersede", by)


def _close(recommendation_id: UUID, verb: str, by: Actor, reason: str = "", purpose: str = "") -> Recorded[UUID]:
    with record(f"recommendation.{verb}", by=by, subject=("recommendation", recommendation_id), purpose=purpose) as act:
        row = reach(recommendation_id, by, lock=True)
        check_may_answer(by, row.country)
        check_issued(row.state)
        row.state = DOCUMENT.after(row.state, verb)
        row.closed_on, row.closed_because = today(row.country), reason
        row.save()
        return act.of(row.pk)
