"""Telling somebody that there is something to read: a row in the transaction of its caller (an outbox). Nothing is sent here."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from tirek.foundation.notices.kinds import DIGEST, JOB, RESET, WEBHOOK, WISHED
from tirek.foundation.notices.models import PAGE, WAITING, Notice, Wishes
from tirek.foundation.notices.policies import KEPT
from tirek.foundation.people.queries import Reader, reader


def tell(account_ids: Iterable[str], kind: str, *, count: int = 0, at: datetime | None = None) -> None:
    """A notice for each of these accounts. Whoever is no open account (the house itself) is told nothing.

    It goes by mail where the instance sends mail, the person wishes it, and mail to the address does not come back; else it stands on the person's page alone.
    A notice of the kind that still waits to be mailed tells this one too.
    """
    now = at or timezone.now()
    for account_id in account_ids:
        person = reader(account_id)
        if person is None:
            continue
        mailed = goes_by_mail(person, kind)
        if kind == JOB and not mailed:
            continue  # what somebody started shows on the page of jobs; unasked, it is no notice
        if mailed and kind != DIGEST and Notice.objects.filter(account_id=person.id, kind=kind, state=WAITING, attempts=0).exists():
            continue
        Notice.objects.create(account_id=person.id, kind=kind, count=count, state=WAITING if mailed else PAGE, written_at=now, due_at=now if mailed else None)


def goes_by_mail(person: Reader, kind: str) -> bool:
    """Whether this kind is mailed to this person. A reset is, whatever was wished, and even where mail came back: somebody may have made it come back."""
    if settings.TIREK_MAIL is None or person.invented:
        return False
    if kind == RESET:
        return True
    wishes = Wishes.objects.filter(account_id=person.id).first() or Wishes(account_id=person.id)
    return wishes.returned_at is None and (kind in (DIGEST, WEBHOOK) or bool(getattr(wishes, WISHED[kind])))


def forget_old_notices() -> int:
    """Deletes notices of long ago. Returns how many. Run by the clock."""
    return Notice.objects.filter(written_at__lt=timezone.now() - KEPT).delete()[0]
