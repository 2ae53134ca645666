"""What the mechanism does about replies and requests: confirms who wrote, asks for a reply, decides about a change. Each is one entry of the ledger."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.open_texts import newly_kept
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.insight.publications.contacts import KEPT
from tirek.insight.publications.filing import About, Filer, check, plain, told
from tirek.insight.publications.models import GROUNDS, OUTCOMES, WAYS, ChangeRequest, Reply, ReplyRequest, open_to
from tirek.insight.publications.policies import check_may_publish, check_may_withhold
from tirek.insight.publications.refusals import (
    AskedAhead,
    AskedOfAnother,
    CodeUnknown,
    DecidedAlready,
    NotShown,
    OfficeMissing,
    WordsMissing,
)
from tirek.insight.publications.voice_words import ASIDE

Row = TypeVar("Row", Reply, ReplyRequest, ChangeRequest)


def confirm_reply(*, reply_id: UUID, way: str, sure: str, by: Actor, names_nobody: str = "", asked: UUID | None = None) -> Recorded[UUID]:
    """Shows a reply: a person says by which way, and how, it was confirmed who wrote it. `asked` is the mechanism's request that it answers.

    Raises NotFound, DecidedAlready, CodeUnknown, WordsMissing, PassagesUndecided without a reason in `names_nobody`, AskedOfAnother.
    """
    with record("reply.shown", by=by, subject=("reply", reply_id)) as entry:
        row = open_row(Reply, reply_id, by)
        row.way, row.sure = known(way, WAYS), written(sure)
        row.kept_because = names_nobody.strip() if newly_kept(row.pk, (row.office, row.text), names_nobody, ()) else ""
        row.asked = answered(row, asked)
        return entry.of(decided(row, by))


def enter_reply(
    *, about: About, filer: Filer, text: Words, sure: str, by: Actor, names_nobody: str = "", asked: UUID | None = None
) -> Recorded[UUID]:
    """Enters a reply that came by letter, word for word, and shows it: who wrote it the letter says, `sure` which one. `asked` as in `confirm_reply`.

    Raises NotAllowed, NotFound, OfficeMissing, CodeUnknown, TextEmpty, WordsTooLong, WordsMissing, PassagesUndecided, AskedOfAnother.
    """
    check_may_publish(by, about.country)
    if not filer.office.strip():
        raise OfficeMissing
    text = plain(text)
    check(filer, [words for _code, words in text.texts])
    with record("reply.entered", by=by, country=about.country) as entry:
        row = Reply(**told(about, filer), text=text, way="letter", sure=written(sure))
        row.kept_because = names_nobody.strip() if newly_kept(row.pk, (row.office, row.text), names_nobody, ()) else ""
        row.asked = answered(row, asked)
        entry.about("reply", row.pk)
        return entry.of(decided(row, by))


def answered(row: Reply, asked: UUID | None) -> ReplyRequest | None:
    """The mechanism's request that a reply answers. Raises AskedOfAnother for one about another thing, or taken back."""
    if asked is None:
        return None
    found = ReplyRequest.objects.filter(pk=asked, country=row.country, kind=row.kind, key=row.key, decided_at=None).first()
    if found is None:
        raise AskedOfAnother
    return found


def decline_reply(*, reply_id: UUID, reason: str, told: str, by: Actor) -> Recorded[UUID]:
    """Says for which of the recorded reasons a reply is not shown; `told` is what the filer reads. Raises NotFound, DecidedAlready, CodeUnknown, WordsMissing."""
    with record("reply.not-shown", by=by, subject=("reply", reply_id)) as entry:
        row = open_row(Reply, reply_id, by)
        row.reason, row.told = known(reason, GROUNDS), written(told)
        return entry.of(decided(row, by))


def take_back_reply(*, reply_id: UUID, reason: str, told: str, by: Actor) -> Recorded[UUID]:
    """Takes a reply back that is shown, for one of the recorded reasons: its words stand nowhere in public any more, that and when it was taken back does.

    `told` is what the filer reads. Raises NotAllowed for everybody but the office, NotFound, NotShown, CodeUnknown, WordsMissing.
    """
    with record("reply.taken-back", by=by, subject=("reply", reply_id)) as entry:
        row = Reply.objects.select_for_update(no_key=True).filter(pk=reply_id).first()
        if row is None or not Reply.objects.filter(open_to(by, row.country), pk=reply_id).exists():
            raise NotFound
        check_may_withhold(by, row.country)
        if not row.way or row.taken_back_at is not None:
            raise NotShown
        row.taken_back_for, row.taken_back, row.taken_back_at, row.taken_back_by = known(reason, GROUNDS), written(told), timezone.now(), by.id
        row.save()
        return entry.of(row.pk)


def ask_for_reply(*, about: About, filer: Filer, asked_on: date, letter: str, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Enters that the mechanism asked an office for a reply, by which letter. It stands beside the thing until the reply is shown.

    Raises NotAllowed, NotFound, OfficeMissing, CodeUnknown, WordsMissing for no letter, AskedAhead, PassagesUndecided.
    """
    check_may_publish(by, about.country)
    if not filer.office.strip():
        raise OfficeMissing
    check(filer, [letter])
    if asked_on > today(about.country):
        raise AskedAhead(given=day(asked_on))
    with record("reply.asked-for", by=by, country=about.country) as entry:
        row = ReplyRequest(**told(about, filer), asked_on=asked_on, letter=written(letter))
        row.kept_because = names_nobody.strip() if newly_kept(row.pk, (row.office,), names_nobody, ()) else ""
        row.save()
        entry.about("reply-request", row.pk)
        return entry.of(row.pk)


def take_back_request(*, request_id: UUID, because: str, by: Actor) -> Recorded[UUID]:
    """Takes back an entry made by mistake: it no longer stands beside the thing. Raises NotFound, DecidedAlready, WordsMissing."""
    with record("reply.request-taken-back", by=by, subject=("reply-request", request_id)) as entry:
        row = open_row(ReplyRequest, request_id, by)
        row.taken_back = written(because)
        return entry.of(decided(row, by))


def decide_change(*, change_id: UUID, outcome: str, answer: Words, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Decides a request for correction or removal; the answer stays as a dated note on the thing's page. One laid aside needs no answer: it is counted alone.

    Raises NotFound, DecidedAlready, CodeUnknown, WordsMissing, PassagesUndecided.
    """
    with record("change.decided", by=by, subject=("change-request", change_id)) as entry:
        row = open_row(ChangeRequest, change_id, by)
        row.outcome, row.answer = known(outcome, OUTCOMES), answer
        if not answer and outcome != ASIDE:
            raise WordsMissing
        row.kept_because = names_nobody.strip() if newly_kept(row.pk, (answer,), names_nobody, ()) else ""
        return entry.of(decided(row, by))


def erase_contacts(*, by: Actor = SYSTEM) -> int:
    """Empties the contacts whose day has come. Returns how many. Only the house itself does. Raises NotAllowed."""
    if by != SYSTEM:
        raise NotAllowed
    now = timezone.now()
    due = [row for model in (Reply, ChangeRequest) for row in model.objects.filter(contact_until__lte=now.date()).exclude(contact="")]
    if due:
        with record("contacts.erased", by=by) as entry:
            for row in due:
                row.contact = ""
                row.save()
            entry.of(None)
    return len(due)


def open_row(model: type[Row], key: UUID, by: Actor) -> Row:
    """A row that nobody has decided about, locked, so that two people come one after the other. Raises NotFound, DecidedAlready."""
    row = model.objects.select_for_update(no_key=True).filter(pk=key).first()
    if row is None or not model.objects.filter(open_to(by, row.country), pk=key).exists():
        raise NotFound
    if row.decided_at is not None:
        raise DecidedAlready
    return row


def decided(row: Reply | ReplyRequest | ChangeRequest, by: Actor) -> UUID:
    """Saves a decision; from now on the contact's days are counted."""
    row.decided_at, row.decided_by = timezone.now(), by.id
    if row.contact:
        row.contact_until = today(row.country) + KEPT
    row.save()
    return row.pk


def known(given: str, codes: tuple[str, ...]) -> str:
    """A code of the list. Raises CodeUnknown."""
    if given not in codes:
        raise CodeUnknown(given=given)
    return given


def written(text: str) -> str:
    """Words that were written. Raises WordsMissing."""
    if not text.strip():
        raise WordsMissing
    return text.strip()
