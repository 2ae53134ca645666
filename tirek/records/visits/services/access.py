"""Access at the gate, meetings and the closing talk."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from tirek.foundation.jurisdictions.queries import entitlements
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.records.visits.models import ACCESS, KEPT, AccessItem, ClosingTalk, Meeting, Promise, meetings_revision
from tirek.records.visits.moments import check_held, check_promised
from tirek.records.visits.policies import check_may_enter
from tirek.records.visits.reach import reach_visit
from tirek.records.visits.refusals import AccessIncomplete, ChangedMeanwhile, ReasonNeeded, UnknownCode
from tirek.records.visits.services.keeping import keep_passages

WITH_WHOM = ("officials", "civil_society", "un", "staff")


def record_access(
    *, visit_id: UUID, entitlement: str, outcome: str, by: Actor, by_whom: str = "", ground: str = "", minutes: int | None = None,
    lifted_at: datetime | None = None, names_nobody: str = "", revision: str | None = None,
) -> Recorded[UUID]:  # fmt: skip
    """How one entitlement (OPCAT 14, 20) was honoured; a delay or refusal says who (a role) and on what ground, a delay how long.

    A second call corrects the first.

    `names_nobody`: why passages stay that could name somebody. `revision`: what the writer saw there, "" for nothing; None where nobody looked.
    Raises NotFound, NotAllowed, NotYetBegun, UnknownCode, AccessIncomplete, ChangedMeanwhile, PassagesUndecided.
    """
    answers = {each.code: ACCESS if each.answers == "given" else KEPT for each in entitlements()}
    if outcome not in answers.get(entitlement, ()):
        raise UnknownCode(what=outcome if entitlement in answers else entitlement)
    check_told(outcome, by_whom, ground, minutes)
    with record("visit.access-recorded", by=by, subject=("visit", visit_id)) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_enter(visit, by)
        held = visit.access_items.filter(entitlement=entitlement).first()
        check_still_so(held, revision)
        row = held or AccessItem(country=visit.country, visit=visit, entitlement=entitlement)
        row.outcome, row.by_whom, row.ground = outcome, by_whom.strip(), ground.strip()
        row.minutes, row.lifted_at = minutes, lifted_at
        keep_passages(about=row.pk, country=row.country, texts=(row.by_whom, row.ground), because=names_nobody, by=by)
        row.save()
        return act.of(row.pk)


def check_told(outcome: str, by_whom: str, ground: str, minutes: int | None) -> None:
    """Raises AccessIncomplete with every part that a delay or refusal lacks; a refusal that was never lifted has no minutes."""
    told = {"by_whom": by_whom.strip(), "ground": ground.strip(), "minutes": minutes or outcome != "delayed"}
    missing = tuple(part for part, given in told.items() if not given)
    if outcome != "granted" and missing:
        raise AccessIncomplete(missing)


def check_still_so(held: AccessItem | ClosingTalk | None, revision: str | None) -> None:
    """Raises ChangedMeanwhile where something else stands there than what the writer saw. The visit is locked: nobody else writes on it now."""
    if revision is not None and revision != (held.revision if held else ""):
        raise ChangedMeanwhile


def add_meeting(
    *, visit_id: UUID, with_whom: str, held_on: date, by: Actor, note: str = "", names_nobody: str = "", revision: str | None = None
) -> Recorded[UUID]:
    """A meeting of the visit; `names_nobody` as in `record_access`. `revision`, where given: the sign of the meetings that the writer saw, so
    that two who come from the same meeting do not enter it twice unseen.

    Raises NotFound, NotAllowed, NotYetBegun, UnknownCode, ChangedMeanwhile, MomentAhead, BeforeVisit, AfterVisit, PassagesUndecided.
    """
    if with_whom not in WITH_WHOM:
        raise UnknownCode(what=with_whom)
    with record("visit.meeting-added", by=by, subject=("visit", visit_id)) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_enter(visit, by)
        if revision not in (None, meetings_revision(visit.meetings.values_list("pk", flat=True))):
            raise ChangedMeanwhile
        check_held(held_on, visit)
        row = Meeting(country=visit.country, visit=visit, with_whom=with_whom, held_on=held_on, note=note.strip())
        keep_passages(about=row.pk, country=row.country, texts=(row.note,), because=names_nobody, by=by)
        row.save()
        return act.of(row.pk)


def remove_meeting(*, meeting_id: UUID, by: Actor) -> Recorded[None]:
    """Takes out a meeting that was entered wrongly; the ledger keeps that it stood there. Raises NotFound, NotAllowed, AlreadyReported."""
    with record("visit.meeting-removed", by=by) as act:
        row = Meeting.objects.select_for_update(no_key=True).filter(pk=meeting_id).first()
        if row is None:
            raise NotFound
        visit = reach_visit(row.visit_id, by)
        check_may_enter(visit, by)
        row.delete()
        act.about("visit", visit.pk)
        return act.of(None)


def record_closing_talk(
    *, visit_id: UUID, held_on: date, with_whom: str, by: Actor, note: str = "", promises: Iterable[tuple[str, str, date | None]] = (),
    names_nobody: str = "", revision: str | None = None,
) -> Recorded[UUID]:  # fmt: skip
    """The closing talk, and its promises: exactly these (what, by whom as a role, until when). A second call corrects both.

    `names_nobody` and `revision` as in `record_access`.
    Raises NotFound, NotAllowed, NotYetBegun, ReasonNeeded, MomentAhead, BeforeVisit, AfterVisit, PromiseBeforeTalk, ChangedMeanwhile, PassagesUndecided.
    """
    promised = [(what.strip(), whom.strip(), until) for what, whom, until in promises]
    if not with_whom.strip():
        raise ReasonNeeded
    with record("visit.closing-talk-recorded", by=by, subject=("visit", visit_id)) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_enter(visit, by)
        check_held(held_on, visit)
        check_promised(held_on, (until for _what, _whom, until in promised))
        held = ClosingTalk.objects.filter(visit=visit).first()
        check_still_so(held, revision)
        talk = held or ClosingTalk(country=visit.country, visit=visit)
        talk.held_on, talk.with_whom, talk.note = held_on, with_whom.strip(), note.strip()
        texts = (talk.with_whom, talk.note, *(text for what, whom, _until in promised for text in (what, whom)))
        keep_passages(about=talk.pk, country=talk.country, texts=texts, because=names_nobody, by=by)
        talk.save()
        write_promises(talk, promised)
        return act.of(talk.pk)


def write_promises(talk: ClosingTalk, wanted: list[tuple[str, str, date | None]]) -> None:
    """Saves what changed: a promise that stays keeps its row."""
    left = list(wanted)
    for row in talk.promises.all():
        told = (row.what, row.by_whom, row.until)
        if told in left:
            left.remove(told)
        else:
            row.delete()
    for what, whom, until in left:
        Promise(country=talk.country, talk=talk, what=what, by_whom=whom, until=until).save()
