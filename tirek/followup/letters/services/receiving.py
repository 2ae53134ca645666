"""A body confirms on the authorities' page that it has a letter. It reads no page of the letter."""

from uuid import UUID

from tirek.followup.letters.codes import OUT
from tirek.followup.letters.models import Letter
from tirek.followup.letters.policies import check_to_acknowledge
from tirek.followup.recommendations.addressed import bodies_of
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound

ON_THE_PAGE = "page"
"""How it is known, as a code: the body said so itself."""


def acknowledge_as_body(*, letter_id: UUID, country: str, by: Actor) -> Recorded[UUID]:
    """Confirms today that the body to which a letter went has it; its own people alone, not those of a body above. Raises NotFound, AcknowledgedAlready."""
    with record("letter.acknowledged", by=by, subject=("letter", letter_id)) as act:
        row = Letter.objects.select_for_update(no_key=True).filter(pk=letter_id, country=country, direction=OUT, body__in=bodies_of(by, country), taken_out_on=None).first()
        if row is None:
            raise NotFound
        check_to_acknowledge(row)
        row.acknowledged_on, row.acknowledgement = today(country), ON_THE_PAGE
        row.save()
        return act.of(row.pk)
