"""Attempts to sign in, counted for each name from each source, so that guessing is slow and nobody is locked out for ever.

A source is a network address, or a browser in which this account has signed in before. Somebody who hammers a name from elsewhere
slows down only that elsewhere. The longest wait is 15 minutes.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.limits import codes_of, counted_names, forget_wrong_codes
from tirek.foundation.people.models import Account, FailedAttempts
from tirek.foundation.people.policies import waiting_time
from tirek.foundation.people.reach import account_for
from tirek.foundation.people.refusals import TooManyAttempts
from tirek.foundation.people.secrets import veiled
from tirek.ground.rules.actors import NOBODY, Actor

FORGOTTEN_AFTER = timedelta(hours=24)


@transaction.atomic
def begin_attempt(*, login: str, source: str) -> None:
    """Counts one attempt before the password is looked at, so that many at once are counted too. Raises TooManyAttempts."""
    name, origin = veiled(login, "login"), veiled(source, "source")
    FailedAttempts.objects.get_or_create(login=name, source=origin, defaults={"last_at": timezone.now()})
    seen = FailedAttempts.objects.select_for_update(no_key=True).get(login=name, source=origin)
    now = timezone.now()  # only now that the row is ours: a moment taken before the wait may lie before the other's attempt
    left = seen.last_at + waiting_time(seen.count) - now
    if seen.count and seen.last_at <= now and left > timedelta(0):  # an attempt of later than now is of before the clock was set back
        raise TooManyAttempts(minutes=int(left.total_seconds() // 60) + 1)
    seen.count = 1 if now - seen.last_at > FORGOTTEN_AFTER else seen.count + 1
    seen.last_at = now
    seen.save()


def end_attempts(*, login: str, source: str) -> None:
    """The password was right: the count of this source begins anew."""
    FailedAttempts.objects.filter(login=veiled(login, "login"), source=veiled(source, "source")).delete()


def begin_code(*, account_id: object, login: str, source: str) -> None:
    """Counts one code typed in a known browser, apart from what strange browsers typed. Raises TooManyAttempts."""
    begin_attempt(login=codes_of(login), source=source)
    forget_wrong_codes(account_id)


def end_codes(*, login: str, source: str) -> None:
    """The code was right: the count of this browser begins anew."""
    end_attempts(login=codes_of(login), source=source)


def note_failure(*, login: str) -> Recorded[None]:
    """One failed sign-in in the ledger: no name, and of a known account only a keyed digest of its id."""
    known = Account.objects.filter(email=login.strip().lower()).first()
    with record("account.sign-in-failed", by=NOBODY, country=known.country if known else "") as entry:
        if known is not None:
            entry.about("account-digest", veiled(str(known.pk), "account"))
        return entry.of(None)


def lift_lock(*, account_id: object, country: str, by: Actor) -> Recorded[int]:
    """Forgets all failed attempts on an account, from everywhere, of passwords and of codes. For the country's administrator."""
    with record("account.lock-lifted", by=by, subject=("account", account_id), country=country) as entry:
        account = account_for(account_id, country, by)
        forget_wrong_codes(account.pk)
        return entry.of(FailedAttempts.objects.filter(login__in=counted_names(account.email)).delete()[0])


def forget_old_attempts() -> int:
    """Deletes counts older than a day; for the clock."""
    return FailedAttempts.objects.filter(last_at__lt=timezone.now() - FORGOTTEN_AFTER).delete()[0]
