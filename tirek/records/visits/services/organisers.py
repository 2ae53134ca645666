"""The organisers of a visit that is being prepared: further people who then know of it."""

from collections.abc import Iterable
from uuid import UUID

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.queries import colleagues
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.visit_states import VISIT
from tirek.records.visits.models import Organiser
from tirek.records.visits.policies import check_may_name_organisers
from tirek.records.visits.reach import reach_visit


def name_organisers(*, visit_id: UUID, accounts: Iterable[str], by: Actor) -> Recorded[UUID]:
    """Names further organisers (account ids), who then know of the visit and of its entry in the plan. Nobody is taken away: who knew of it knew.

    The entry in the ledger stands behind the visit's veil until the visit begins. Raises NotFound (visit, or an account that cannot organise),
    NotAllowed, IllegalMove.
    """
    wanted = set(accounts)
    with record("visit.organisers-named", by=by, subject=("visit", visit_id), veil=visit_id) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_name_organisers(visit, by)
        visit.state = VISIT.after(visit.state, "name_organisers")
        if wanted - {each.id for each in colleagues(by=by, country=visit.country)}:
            raise NotFound
        for account in sorted(wanted - set(visit.organisers.values_list("account", flat=True))):
            Organiser(country=visit.country, visit=visit, account=account).save()
        if entry := visit.plan_entry:
            for account in sorted(wanted - set(entry.organisers.values_list("account", flat=True))):
                Organiser(country=visit.country, plan_entry=entry, account=account).save()
        return act.of(visit.pk)
