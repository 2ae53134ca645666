"""Whom the head names to read a report that is not public. It opens no public report."""

from uuid import UUID

from tirek.followup.international.models import Reader
from tirek.followup.international.policies import check_may_name_readers
from tirek.followup.international.reach import reach_report
from tirek.followup.international.refusals import NamedAlready, PublicForAll
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.queries import account_roles
from tirek.ground.rules.actors import OFFICE, Actor
from tirek.ground.rules.refusals import NotFound


def name_reader(*, report_id: UUID, account: str, by: Actor) -> Recorded[UUID]:
    """Lets somebody of the mechanism read it. Raises NotFound, NotAllowed, PublicForAll, NamedAlready."""
    with record("international.reader-named", by=by, subject=("international-report", report_id)) as act:
        row = reach_report(report_id, by, lock=True)
        check_may_name_readers(by, row.country)
        roles = account_roles(row.country).get(account)
        if not roles:
            raise NotFound
        if row.state == "public":
            raise PublicForAll
        if roles & OFFICE or row.readers.filter(account=account, ended_on=None).exists():
            raise NamedAlready
        reader = Reader(country=row.country, report=row, account=account, named_by=by.id, named_on=today(row.country))
        reader.save()
        return act.of(reader.pk)


def end_reader(*, report_id: UUID, account: str, by: Actor) -> Recorded[None]:
    """From now on the person does not read it any more. Raises NotFound, NotAllowed."""
    with record("international.reader-ended", by=by, subject=("international-report", report_id)) as act:
        row = reach_report(report_id, by, lock=True)
        check_may_name_readers(by, row.country)
        reader = row.readers.filter(account=account, ended_on=None).first()
        if reader is None:
            raise NotFound
        reader.ended_on = today(row.country)
        reader.save()
        return act.of(None)
