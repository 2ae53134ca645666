"""Entries that stand under no checkpoint although one was due. It knows the entries' times and compares no content."""

from datetime import datetime, timedelta

from django.db.models import Min
from django.utils.translation import gettext_noop as _

from tirek.foundation.ledger.findings import Fault, Told, told
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.reading import UNREADABLE

DUE = timedelta(minutes=2)
"""The scheduler signs each minute; what is older and bare is worth a word."""
OVERDUE = timedelta(hours=1)
MANY = 100
"""So many entries without a single checkpoint do not come of a house that was served."""
BARE = _(
    "Entries %(first)s to %(last)s stand under no checkpoint though one of them was made at %(began)s UTC: the scheduler did "
    "not run since, or checkpoints were cut. Compare a checkpoint kept elsewhere before you start the house, which signs what is there."
)


def check_coverage(covered: int, moment: datetime, faults: list[Fault], remarks: list[Told]) -> None:
    """A fault for a tail bare for over an hour, or many entries and no checkpoint at all; a remark for a tail bare for over two minutes.

    `covered` is how many entries the checkpoints cover; the age is the tail's oldest entry's at `moment`.
    """
    bare = Entry.objects.filter(seq__gte=covered)
    try:
        began = bare.aggregate(began=Min("at"))["began"]
    except UNREADABLE:  # the walk names the entry
        return
    if began is None or moment - began <= DUE:
        return
    last = bare.order_by("-seq").values_list("seq", flat=True)[0]
    bare_tail = told(BARE, first=covered, last=last, began=f"{began:%Y-%m-%d %H:%M}")
    if moment - began > OVERDUE or (not covered and last + 1 >= MANY):
        faults.append(Fault("checkpoint", f"{covered}–{last}", bare_tail))
    else:
        remarks.append(bare_tail)
