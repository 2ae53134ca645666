"""What a person wishes to be told by mail, and that mail to an address works again."""

from django.db import transaction

from tirek.foundation.notices.models import DIGESTS, Wishes
from tirek.foundation.people.queries import account
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.refusals import NotAllowed


@transaction.atomic
def wish(*, confirmations: bool, decisions: bool, jobs: bool, reminders: bool, digest: str, by: Actor) -> None:
    """What the acting person wants to be mailed. A taste, not an act: no ledger entry. An unknown rhythm is none."""
    row, _ = Wishes.objects.select_for_update(no_key=True).get_or_create(account_id=by.id)
    row.confirmations, row.decisions, row.jobs, row.reminders = confirmations, decisions, jobs, reminders
    row.digest = digest if digest in DIGESTS else ""
    row.save(update_fields=["confirmations", "decisions", "jobs", "reminders", "digest"])


def try_own_again(*, by: Actor) -> None:
    """The person says that mail to the own address works again; if it does not, the next one comes back."""
    forget_return(by.id)


def try_again(*, account_id: object, country: str, by: Actor) -> None:
    """The country's administrator says so. Raises NotAllowed, NotFound."""
    if not by.has(Role.ADMINISTRATOR, country=country):
        raise NotAllowed()
    forget_return(account(account_id, by=by, country=country).id)


def forget_return(account_id: str) -> None:
    """Takes the mark of a returned mail away."""
    Wishes.objects.filter(account_id=account_id).update(returned_at=None, returned_code="")
