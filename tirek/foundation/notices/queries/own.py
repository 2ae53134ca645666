"""One's own notices, and what becomes of their mail."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from tirek.foundation.notices.kinds import sentence
from tirek.foundation.notices.models import Notice, Wishes
from tirek.foundation.people.queries import reader
from tirek.ground.rules.actors import Actor

SHOWN = 50


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One notice: its kind and sentence, since when, and how its mail stands (`page` where none is sent)."""

    kind: str
    sentence: str
    written_at: datetime
    state: str
    tried: bool
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnMail:
    """How a person is told: whether by mail at all, since when mail comes back, what is wished, and the newest notices."""

    mailed: bool
    returned_at: datetime | None
    confirmations: bool
    decisions: bool
    jobs: bool
    reminders: bool
    digest: str
    notices: tuple[NoticeLine, ...]


def own_mail(*, by: Actor) -> OwnMail:
    """The acting person's notices, the newest first."""
    person = reader(by.id)
    wishes = Wishes.objects.filter(account_id=by.id).first() or Wishes(account_id=by.id)
    rows = Notice.objects.filter(account_id=by.id)[:SHOWN]
    lines = tuple(NoticeLine(row.kind, sentence(row.kind, row.count), row.written_at, row.state, row.attempts > 0, row.sent_at) for row in rows)
    mailed = settings.TIREK_MAIL is not None and person is not None and not person.invented
    return OwnMail(mailed, wishes.returned_at, wishes.confirmations, wishes.decisions, wishes.jobs, wishes.reminders, wishes.digest, lines)
