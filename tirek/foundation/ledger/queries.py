"""Reading the ledger: the auditor's list, a thing's history, a page of proof. Veiled entries show only that they exist."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.utils import timezone

from tirek.foundation.ledger.models import Entry, EntryRow
from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """One entry as a reader may see it. Of a veiled one only its number and day (in the country's zone) are known; verb, actor and subject are empty."""

    seq: int
    at: datetime | None
    day: date
    actor: str
    verb: str
    noun: str
    subject: str
    purpose: str
    rows: int
    veiled: bool


@dataclass(frozen=True, slots=True)
class EntryPage:
    """A page of entries, newest first; `older` is the number to ask from for the next page, or None at the end."""

    entries: tuple[EntryFacts, ...]
    older: int | None


def entries(*, by: Actor, country: str, before: int | None = None, verb: str = "", size: int = 50) -> EntryPage:
    """Entries of a country and of no country for its auditor; raises NotAllowed for anybody else. Cost: 3 queries."""
    if not by.has(Role.AUDITOR, country=country):
        raise NotAllowed
    found = Entry.objects.filter(Q(country=country) | Q(country=""))
    if verb:
        found = found.filter(verb=verb).filter(open_to_all())
    if before is not None:
        found = found.filter(seq__lt=before)
    page = list(found.order_by("-seq").prefetch_related("rows")[: size + 1])
    shown = seen(page[:size])
    return EntryPage(shown, page[size - 1].seq if len(page) > size else None)


def unveiled() -> QuerySet[Entry, str]:
    """Names of veils that were lifted."""
    return Entry.objects.filter(verb="ledger.unveiled", noun="veil").values_list("subject", flat=True)


def open_to_all() -> Q:
    """Entries without a veil, or whose veil was lifted: asked of each that has one, since there are as many lifted ones as visits."""
    return Q(veil="") | Q(Exists(unveiled().filter(subject=OuterRef("veil"))))


def seen(found: Iterable[Entry]) -> tuple[EntryFacts, ...]:
    """Entries cut to what a reader may see."""
    found = list(found)
    lifted = set(unveiled().filter(subject__in={entry.veil for entry in found if entry.veil}))
    return tuple(facts(entry, bool(entry.veil) and entry.veil not in lifted) for entry in found)


def facts(entry: Entry, veiled: bool) -> EntryFacts:
    """One entry, veiled or open."""
    day = timezone.localtime(entry.at).date()
    if veiled:
        return EntryFacts(entry.seq, None, day, "", "", "", "", "", 0, True)
    rows = len(entry.rows.all())
    return EntryFacts(
        entry.seq, entry.at, day, entry.actor, entry.verb, entry.noun, entry.subject, entry.purpose, rows, False
    )


def history(noun: str, subject: UUID | str, *, verbs: Iterable[str] = ()) -> tuple[EntryFacts, ...]:
    """What happened to one thing, oldest first, in full. The caller has made sure that its reader may see the thing."""
    found = Entry.objects.filter(noun=noun, subject=str(subject)).order_by("seq").prefetch_related("rows")
    wanted = tuple(verbs)
    return tuple(facts(entry, False) for entry in (found.filter(verb__in=wanted) if wanted else found))


def histories(noun: str, subjects: Iterable[UUID | str]) -> tuple[EntryFacts, ...]:
    """As `history`, for several things of one noun at once. Cost: 2 queries."""
    found = Entry.objects.filter(noun=noun, subject__in={str(each) for each in subjects}).order_by("seq").prefetch_related("rows")
    return tuple(facts(entry, False) for entry in found)


@dataclass(frozen=True, slots=True)
class Happened:
    """An act on a thing, for a page of what changed lately: the thing by noun, id, what it stands under, and its name. `actor` is empty where the
    reader may not know who it was.
    """

    at: datetime
    verb: str
    actor: str
    noun: str
    key: str
    under: str = ""
    name: Words | str = ""

    def of(self, name: Words | str, *, under: object = "", named: bool) -> "Happened":
        """With the thing's name, and without the actor unless `named`."""
        return replace(self, name=name, under=str(under), actor=self.actor if named else "")


_TOLD: set[str] = set()
"""Verbs of which rooms tell what changed lately; a page of it asks for all of them at once."""


def told_lately(*verbs: str) -> frozenset[str]:
    """Says that a room tells of acts of these verbs, and gives them back."""
    _TOLD.update(verbs)
    return frozenset(verbs)


def acts(*, country: str, since: date, until: date, verbs: Collection[str] = (), veiled: bool = False) -> tuple[Happened, ...]:
    """Acts of these verbs on days of the zone that is set, both included, newest first; none whose veil is not lifted, whoever asks.

    `veiled`: these too, for a caller that leaves those alone whose thing is no secret.

    The caller leaves those alone whose thing its reader may see, and gives them names. Cost: one query, for all rooms that said what they tell (`told_lately`) together.
    """
    wanted = frozenset(verbs)
    found = within(country, since, until, frozenset(_TOLD) if wanted <= _TOLD else wanted)
    return tuple(happened for happened, open_now in found if happened.verb in wanted and (veiled or open_now))


@once
def within(country: str, since: date, until: date, verbs: frozenset[str]) -> tuple[tuple[Happened, bool], ...]:
    """Acts of these verbs on these days, newest first, each with whether everybody may know of it."""
    first, last = (timezone.make_aware(datetime.combine(day, time.min)) for day in (since, until + timedelta(days=1)))
    found = Entry.objects.filter(country=country, at__gte=first, at__lt=last, verb__in=verbs).annotate(open_now=ExpressionWrapper(open_to_all(), BooleanField()))
    rows = found.order_by("-seq").values_list("at", "verb", "actor", "noun", "subject", "open_now")
    return tuple((Happened(at, verb, actor, noun, key), bool(open_now)) for at, verb, actor, noun, key, open_now in rows)


def first_writers(table: str, rows: Iterable[UUID | str]) -> dict[str, str]:
    """Who wrote rows of a table for the first time: actors by the row's id. The caller has made sure that its reader may see the rows. Cost: one query."""
    found = EntryRow.objects.filter(table=table, row__in={str(each) for each in rows}).order_by("-entry")
    return dict(found.values_list("row", "entry__actor"))


def verbs_used(*, by: Actor, country: str) -> tuple[str, ...]:
    """Verbs that occur among the open entries, for a filter; auditors only."""
    if not by.has(Role.AUDITOR, country=country):
        raise NotAllowed
    found = Entry.objects.filter(Q(country=country) | Q(country="")).filter(open_to_all())
    return tuple(found.order_by("verb").values_list("verb", flat=True).distinct())
