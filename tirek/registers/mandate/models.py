"""Members, the terms they serve, their certificates and their conflicts of interest.

`term_since` and `term_until` of a member mirror the newest term and are written only together with it.
"""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.ground.rules.actors import OFFICE, SYSTEM, VISITORS, Actor
from tirek.ground.rules.spans import Span

WRITTEN = ("name", "profession", "organisation", "sex", "region", "languages")
"""What a correction of a member writes; a writer who began from another entry is told."""
SEXES = ("female", "male")
REASONS = ("worked-there", "relative-works", "relative-held", "own-case", "contract", "other")


class MemberQuerySet(LedgeredQuerySet["Member"]):
    """Members, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "MemberQuerySet":
        """Members of the country for those who send and those who go there, and for loaders; nothing for everybody else."""
        return self.filter(country=country) if by == SYSTEM or by.has(*OFFICE, *VISITORS, country=country) else self.none()

    def serving(self, on: date) -> "MemberQuerySet":
        """Members with a term that covers the day."""
        terms = MemberTerm.objects.filter(Q(until=None) | Q(until__gte=on), since__lte=on)
        return self.filter(pk__in=terms.values("member"))


class Member(LedgeredRow):
    """A person who visits for the mechanism; the account is missing where the person does not sign in."""

    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    profession = models.CharField(max_length=40)
    organisation = models.CharField(max_length=200, blank=True, default="")
    sex = models.CharField(max_length=6, choices=[(sex, sex) for sex in SEXES], blank=True, default="")
    region = models.CharField(max_length=10, blank=True, default="")
    languages = models.JSONField(default=list)
    term_since = models.DateField()
    term_until = models.DateField(null=True, blank=True)
    oath_on = models.DateField(null=True, blank=True)
    sought = models.TextField(blank=True, default="")

    objects = MemberQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["account", "country"], condition=Q(account__isnull=False), name="mandate_one_member_an_account"),
        ]

    def __str__(self) -> str:
        return self.name


class MemberTerm(LedgeredRow):
    """One term of a member, both days included. `ended_reason` says why it ended before its time."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="terms")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    decision = models.TextField(blank=True, default="")
    ended_reason = models.TextField(blank=True, default="")

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.CheckConstraint(name="mandate_term_order", condition=Q(until=None) | Q(since__lte=F("until"))),
        ]

    @property
    def span(self) -> Span:
        """The term's days."""
        return Span(self.since, self.until)


class Conflict(LedgeredRow):
    """A conflict of interest of a member with one place or one authority."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="conflicts")
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    authority = models.CharField(max_length=60, blank=True, default="")
    reason = models.CharField(max_length=20, choices=[(reason, reason) for reason in REASONS])
    text = models.TextField(blank=True, default="")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    declared_by = models.CharField(max_length=64)
    declared_on = models.DateField()

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.CheckConstraint(
                name="mandate_conflict_with_one",
                condition=Q(place__isnull=False, authority="") | (Q(place__isnull=True) & ~Q(authority="")),
            ),
            models.CheckConstraint(name="mandate_conflict_order", condition=Q(until=None) | Q(since__lte=F("until"))),
        ]

    @property
    def span(self) -> Span:
        """The conflict's days."""
        return Span(self.since, self.until)


class Certificate(LedgeredRow):
    """The paper with which a member shows at the gate that he or she may enter."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="certificates")
    number = models.CharField(max_length=60)
    issued_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    issued_by = models.CharField(max_length=200, blank=True, default="")

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "number"], name="mandate_certificate_number"),
        ]


class Absence(LedgeredRow):
    """Days on which a member cannot go on a visit, both included. Why is not asked and has no room here: an illness or a family matter is nobody's business."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="absences")
    since = models.DateField()
    until = models.DateField()
    entered_by = models.CharField(max_length=64)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["since", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.CheckConstraint(name="mandate_absence_order", condition=Q(since__lte=F("until"))),
        ]
