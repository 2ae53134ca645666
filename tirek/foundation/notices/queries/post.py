"""How the mail goes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from tirek.foundation.notices.models import GIVEN_UP, SENDING, WAITING, Handover, Notice, Wishes
from tirek.foundation.people.queries import accounts
from tirek.ground.rules.actors import Actor

LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class HandoverFacts:
    """How handing mail over goes, in numbers: who the mails are for is not told."""

    mailed: bool
    failing_since: datetime | None
    fault: str
    last_sent_at: datetime | None
    waiting: int
    given_up: int
    returned: int


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """Somebody whose mail comes back: since when, and the mail server's status."""

    account_id: str
    name: str
    since: datetime
    code: str


def mail_is_due(now: datetime) -> bool:
    """Whether a mail is due and the server may be asked."""
    left_alone = Handover.objects.filter(Q(next_try_at__gt=now), pk=1).exists()
    return not left_alone and Notice.objects.due(now).exists()


def handover() -> HandoverFacts:
    """The whole instance's mail. `given_up` counts the last seven days. Four queries."""
    row = Handover.objects.filter(pk=1).first() or Handover()
    given_up = Notice.objects.filter(state=GIVEN_UP, written_at__gt=timezone.now() - LATELY - timedelta(days=4)).count()
    waiting = Notice.objects.filter(state__in=(WAITING, SENDING)).count()
    returned = Wishes.objects.exclude(returned_at=None).count()
    return HandoverFacts(settings.TIREK_MAIL is not None, row.failing_since, row.fault, row.last_sent_at, waiting, given_up, returned)


def returned(*, by: Actor, country: str) -> tuple[ReturnedLine, ...]:
    """Whose mail comes back, among the accounts of a country that the person may see; raises NotAllowed for who may see none."""
    seen = {each.id: each.name for each in accounts(by=by, country=country)}
    rows = Wishes.objects.exclude(returned_at=None).filter(account_id__in=list(seen)).order_by("returned_at")
    return tuple(ReturnedLine(str(row.pk), seen[str(row.pk)], row.returned_at, row.returned_code) for row in rows if row.returned_at)
