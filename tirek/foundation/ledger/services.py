"""Recording acts: the one door through which every room writes. It knows no room's meaning, only verbs and opaque ids."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import transaction

from tirek.foundation.ledger.acts import opened
from tirek.foundation.ledger.altered import Vouching, unheard_of
from tirek.foundation.ledger.following import tell_of_rows
from tirek.foundation.ledger.hearing import Act, tell
from tirek.foundation.ledger.models import Entry, EntryRow
from tirek.foundation.ledger.once import forget
from tirek.foundation.ledger.writing import append, country_of
from tirek.ground.rules.actors import Actor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Recorded(Generic[T]):
    """What a service did, and proof that it was recorded. Only `record` makes it."""

    value: T
    draft: "Draft"


@dataclass(slots=True)
class Draft:
    """The entry being written: say what it is about, and wrap what the service returns."""

    verb: str
    actor: str
    noun: str = ""
    subject: str = ""
    purpose: str = ""
    country: str = ""
    veil: str = ""
    seq: int | None = None

    def about(self, noun: str, subject: object) -> None:
        """Name the thing that the act is about, when its id was not known before."""
        self.noun, self.subject = noun, str(subject)

    def of(self, value: T) -> Recorded[T]:
        """The service's answer."""
        return Recorded(value, self)


@contextmanager
def record(
    verb: str,
    *,
    by: Actor,
    subject: tuple[str, object] | None = None,
    purpose: str = "",
    country: str = "",
    veil: object = "",
    despite_alteration: bool = False,
) -> Iterator[Draft]:
    """One act: one transaction and one ledger entry that vouches for every ledgered row saved or deleted inside.

    An exception inside rolls everything back and leaves no entry. Acts nest: the inner one has an entry of its own in the outer's
    transaction. `purpose` says why a sensitive record was read; it must hold no personal data. `country` is that of the touched rows
    unless told. `veil` names a thing whose preparation must not be noticed (a visit before it begins): readers of the ledger see of such
    entries only that there was one, until `unveil` is called with the same name.

    Raises RowAltered when the act would write a row that was changed without the program. Acts that somebody's safety hangs on go on
    `despite_alteration`: before their own entry stands one for each such row, which the verification tells for ever.
    """
    noun, about = subject or ("", "")
    draft = Draft(verb, by.id, noun, str(about), purpose, country, str(veil))
    try:
        with transaction.atomic(), opened(Vouching().stands, despite_alteration, unheard_of) as act:
            yield draft
            if act.rehearsed:
                act.remember_outside()
                return
            for found in act.altered:
                with record("row.found-altered", by=by, subject=found, country=draft.country or country_of(act), veil=veil) as entry:
                    entry.of(None)
            draft.seq = append(draft, act).seq
            tell(Act(draft.verb, draft.actor, draft.noun, draft.subject, draft.country))
            tell_of_rows(act)
    finally:
        forget()


@contextmanager
def rehearsed() -> Iterator[None]:
    """Does what is inside and takes all of it back, whatever happens: to find out what would be refused.

    No act inside writes an entry, nobody who follows or hears of acts is told, and no row stays; refusals come through. It holds the
    database's lock, as the acts inside would.
    """
    try:
        with transaction.atomic(), opened(Vouching().stands, False, unheard_of) as act:
            act.rehearsed = True
            try:
                yield
            finally:
                transaction.set_rollback(True)
    finally:
        forget()


def record_read(*, noun: str, subject: object, purpose: str, by: Actor, country: str = "", veil: object = "") -> Recorded[None]:
    """That a sensitive record was read, and why. `veil` as in `record`."""
    with record(f"{noun}.read", by=by, subject=(noun, subject), purpose=purpose, country=country, veil=veil) as entry:
        return entry.of(None)


def record_export(*, noun: str, subject: object, purpose: str, by: Actor, country: str = "", veil: object = "") -> Recorded[None]:
    """That something left the house as a file, and why; `country` is whose auditor sees it.

    `veil` as in `record`: a paper printed for a hidden visit must not tell of it.
    """
    with record(f"{noun}.exported", by=by, subject=(noun, subject), purpose=purpose, country=country, veil=veil) as entry:
        return entry.of(None)


def unveil(*, veil: object, by: Actor, country: str = "") -> Recorded[None]:
    """Opens the veiled entries of a thing to readers of the ledger: its preparation is no secret any more. `country` is whose auditor sees it."""
    with record("ledger.unveiled", by=by, subject=("veil", veil), country=country) as entry:
        return entry.of(None)


def erase_salts(*, table: str, row: object, by: Actor) -> Recorded[int]:
    """Erases the salts of a row's past MACs: nobody can any more test a guess of its old content against the ledger."""
    with record("ledger.erased", by=by, subject=(table, row)) as entry:
        return entry.of(EntryRow.objects.filter(table=table, row=str(row)).update(salt=None))


def forget_entry_salt(*, seq: int, by: Actor) -> Recorded[None]:
    """Erases one entry's salt, so that its leaf can no longer be tested against guesses; the tree stays whole."""
    with record("ledger.erased", by=by, subject=("entry", seq)) as entry:
        Entry.objects.filter(seq=seq).update(salt=None)
        return entry.of(None)
