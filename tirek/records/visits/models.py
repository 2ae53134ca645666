"""The plan, the visit, its delegation, access, talks, urgent measures and findings. Who may know of a visit stands in `visible_to`."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Concat

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.foundation.ledger.there_is import ThereIs
from tirek.foundation.ledger.totals import Counted, Total
from tirek.foundation.ui.fields import WordsField
from tirek.ground.rules.actors import OFFICE, SYSTEM, VISITORS, Actor, Role
from tirek.ground.rules.revisions import revised, revision_of
from tirek.ground.rules.visit_states import BEGUN

DELEGATE_ROLES = ("leader", "member", "doctor", "interpreter", "observer")
RECORDING = ("leader", "member", "doctor")
ACCESS = ("granted", "delayed", "refused")
KEPT = ("granted", "refused")  # of what others have to keep: it was kept, or violated
SOURCES = ("administration", "detained_persons", "records", "own_eyes")
SERIOUSNESS = ("notable", "serious", "critical")
DECISIONS = ("kept", "generalised", "taken_out")
ACCESS_PARTS = ("outcome", "by_whom", "ground", "minutes")
"""What is said of one entitlement; a writer who began from other words is told."""
NOTED_PARTS = ("sent_at", "answered_at", "answer")
"""What is noted of an urgent measure after it was written; a writer who began from other notes is told."""
ENTRY_PARTS = ("kind", "announced", "first_day", "last_day", "purpose")
"""What a change of an entry of the plan writes."""


class PlanEntryQuerySet(LedgeredQuerySet["PlanEntry"]):
    """Entries of the plan, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "PlanEntryQuerySet":
        """The queryset form of ground.rules.visibility.plan_entry_visible; a test holds the two together."""
        found = self.filter(country=country)
        if by == SYSTEM:
            return found
        if not by.has(*OFFICE, *VISITORS, country=country):
            return found.none()
        own = Exists(Organiser.objects.filter(plan_entry=OuterRef("pk"), account=by.id))
        begun = Exists(Visit.objects.filter(plan_entry=OuterRef("pk"), state__in=BEGUN))
        if by.has(*OFFICE, Role.LEADER, country=country):
            return found.filter(Q(announced=True) | own | begun)
        return found.filter(own)


class PlanEntry(LedgeredRow):
    """One line of the plan: which place, which kind of visit, when. `purpose` is for the mechanism alone.

    `planned_on`: the day on which it was put into the plan, unknown for the oldest.
    """

    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    announced = models.BooleanField(default=False)
    first_day = models.DateField()
    last_day = models.DateField()
    purpose = models.TextField(blank=True, default="")
    state = models.CharField(max_length=14, default="proposed")
    created_by = models.CharField(max_length=64)
    planned_on = models.DateField(null=True, blank=True)
    drop_reason = models.TextField(blank=True, default="")

    @property
    def revision(self) -> str:
        """The sign of what a change would write anew."""
        return revised(self, ENTRY_PARTS)

    objects = PlanEntryQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["first_day", "id"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "state", "first_day", "id"], name="visits_entries_by_state")]


class VisitQuerySet(LedgeredQuerySet["Visit"]):
    """Visits, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "VisitQuerySet":
        """The queryset form of ground.rules.visibility.visit_visible; a property test holds the two together."""
        found = self.filter(country=country)
        return found if by == SYSTEM else found.filter(self.visible(by, country, many=True))

    def visible_among(self, ids: Collection[UUID], by: Actor, country: str) -> "VisitQuerySet":
        """Those of these visits that `visible_to` leaves. The country is compared so that no index answers for it: SQLite would read all visits of
        the country rather than the few that are asked for.
        """
        found = self.filter(pk__in=ids).alias(at=Concat("country", Value(""))).filter(at=country)
        return found if by == SYSTEM else found.filter(self.visible(by, country))

    def known_to(self, by: Actor) -> "VisitQuerySet":
        """Visits that the actor may know of, whatever the country."""
        if by == SYSTEM:
            return self
        visible = Q(pk__in=[])
        for country in by.countries:
            visible |= Q(country=country) & self.visible(by, country)
        return self.filter(visible)

    def visible(self, by: Actor, country: str, many: bool = False) -> Q:
        """What makes a visit of the country visible to the actor. The visit's own columns stand first: they decide for nearly every row, and the
        questions about its delegates and organisers are then not asked of it. Where they do not, and `many` visits are asked about, the actor's own are found first.
        """
        visible = Q(pk__in=[])
        if by.has(*OFFICE, country=country):
            visible |= Q(state__in=BEGUN) | Q(announced=True)
        if by.has(Role.ANALYST, country=country):
            visible |= Q(state="reported")
        if by.has(*OFFICE, *VISITORS, country=country):
            visible |= self.own(by) if many and not by.has(*OFFICE, country=country) else self.part_of(by)
        return visible

    @staticmethod
    def all_reported_known(by: Actor, country: str) -> bool:
        """Whether the actor may know of every visit of the country whose report is issued, as `visible` says."""
        return by == SYSTEM or by.has(*OFFICE, Role.ANALYST, country=country)

    @staticmethod
    def recorded_by(by: Actor, country: str) -> Q:
        """Visits whose record the actor writes, as `Part.records` says of one."""
        if by == SYSTEM or by.has(*OFFICE, country=country):
            return ~Q(pk__in=[])
        return Q(Exists(Delegate.objects.filter(visit=OuterRef("pk"), member__account__pk=by.id, left=False, role__in=RECORDING)))

    @staticmethod
    def part_of(by: Actor) -> Q:
        """Visits that the actor is a delegate or organiser of."""
        return Q(ThereIs(goes_on, by.id)) | Q(ThereIs(prepares, by.id, text=True))

    @staticmethod
    def own(by: Actor) -> Q:
        """The same visits, found by the actor: who goes on some of fifty thousand is not asked about each of them."""
        going = Delegate.objects.filter(member__account__pk=by.id, left=False).order_by().values("visit")
        return Q(pk__in=going.union(Organiser.objects.filter(account=by.id, visit__isnull=False).order_by().values("visit")))


def goes_on(visit: UUID, account: UUID) -> "models.QuerySet[Delegate]":
    """The delegate that an account is on a visit."""
    return Delegate.objects.filter(visit=visit, member__account=account, left=False)


def prepares(visit: UUID, account: UUID) -> "models.QuerySet[Organiser]":
    """That an account may know of a visit because it prepares it."""
    return Organiser.objects.filter(visit=visit, account=account)


class Visit(LedgeredRow):
    """One visit. Its state moves by the ground floor's table; `announced` says whether the place knew.

    `starts_on` and `ends_on` are the planned days until it begins, the real ones from then on; what was planned stands beside them.
    `in_correction`: what it printed is being corrected, so that access, meetings, the talk and measures can be entered once more.
    """

    plan_entry = models.ForeignKey(PlanEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="visits")
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    announced = models.BooleanField(default=False)
    joint_with_spt = models.BooleanField(default=False)
    state = models.CharField(max_length=10, default="planned", db_index=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    planned_first = models.DateField(null=True, blank=True)
    planned_last = models.DateField(null=True, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    cancel_reason = models.TextField(blank=True, default="")
    in_correction = models.BooleanField(default=False)

    objects = VisitQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-starts_on", "id"]
        indexes: ClassVar[list[models.Index]] = [  # who may know of a visit, and when it was, without its row
            models.Index(fields=["country", "-starts_on", "id", "state", "announced", "place", "kind", "ends_on"], name="visits_newest"),
            models.Index(fields=["country", "state", "kind", "place", "starts_on", "id", "announced"], name="visits_by_state"),
            models.Index(fields=["country", "place", "kind", "starts_on", "state"], name="visits_by_place"),  # the newest of each kind
        ]


class Organiser(LedgeredRow):
    """An account that may know of a hidden plan entry or visit because it prepares it."""

    plan_entry = models.ForeignKey(PlanEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="organisers")
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, null=True, blank=True, related_name="organisers")
    account = models.CharField(max_length=64, db_index=True)

    class Meta(LedgeredRow.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["account", "visit"], name="visits_organised_by"),
            models.Index(fields=["account", "plan_entry"], name="visits_entry_organised_by"),  # without it SQLite reads all of an account for each entry
        ]


def team_revision(team: Iterable[tuple[UUID, str]]) -> str:
    """The sign of a delegation: who goes in which role; nothing while nobody does."""
    going = sorted((str(member), role) for member, role in team)
    return revision_of(going) if going else ""


class Delegate(LedgeredRow):
    """A member in a delegation. One that left before the visit is marked, not deleted."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="delegates")
    member = models.ForeignKey("mandate.Member", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=11, choices=[(role, role) for role in DELEGATE_ROLES])
    left = models.BooleanField(default=False)

    class Meta(LedgeredRow.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["member", "left", "visit", "role"], name="visits_gone_on_by")]


class SpokenThere(LedgeredRow):
    """A language that people speak in the place of a visit, as those who prepare it expect; the team is weighed against it."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="languages")
    language = models.CharField(max_length=8)


class WarningDecision(LedgeredRow):
    """That the leader saw a warning about the team and goes on, and why."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="warning_decisions")
    code = models.CharField(max_length=20)
    about = models.CharField(max_length=64, blank=True, default="")
    reason = models.TextField()
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()


class BeginningNote(LedgeredRow):
    """Why a visit began before its planned day or was entered late, or why its beginning was corrected, and from which moment to which.

    `told_before` is empty where it says why the visit began as it did.
    """

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="beginning_notes")
    told_before = models.DateTimeField(null=True, blank=True)
    told = models.DateTimeField()
    reason = models.TextField()
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["decided_at", "id"]


class AccessItem(LedgeredRow):
    """One entitlement at one visit: granted, delayed or refused; by whom (a role, no name), on what ground, for how long."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="access_items")
    entitlement = models.CharField(max_length=40)
    outcome = models.CharField(max_length=7, choices=[(each, each) for each in ACCESS])
    by_whom = models.CharField(max_length=200, blank=True, default="")
    ground = models.TextField(blank=True, default="")
    minutes = models.PositiveIntegerField(null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)

    @property
    def revision(self) -> str:
        """The sign of what the line says."""
        return revised(self, ACCESS_PARTS)


class Meeting(LedgeredRow):
    """A meeting of the visit: with officials, civil society, UN, staff."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="meetings")
    with_whom = models.CharField(max_length=20)
    held_on = models.DateField()
    note = models.TextField(blank=True, default="")


class ClosingTalk(LedgeredRow):
    """The talk at the end of a visit: who took part (roles)."""

    visit = models.OneToOneField(Visit, on_delete=models.PROTECT, related_name="closing_talk")
    held_on = models.DateField()
    with_whom = models.TextField()
    note = models.TextField(blank=True, default="")

    @property
    def revision(self) -> str:
        """The sign of what the talk says, with its promises."""
        return talk_revision(self.held_on, self.with_whom, self.note, ((each.what, each.by_whom, each.until) for each in self.promises.all()))


def talk_revision(held_on: date, with_whom: str, note: str, promises: Iterable[tuple[str, str, date | None]]) -> str:
    """The sign of a closing talk; the order of its promises does not count."""
    return revision_of(held_on, with_whom, note, sorted(revision_of(*each) for each in promises))


def meetings_revision(ids: Iterable[UUID]) -> str:
    """The sign of the meetings of a visit, which are entered and taken out, never changed; empty where there are none."""
    return revision_of(*sorted(map(str, ids))) if (ids := tuple(ids)) else ""


class Promise(LedgeredRow):
    """What was promised in the closing talk, by whom (role), until when."""

    talk = models.ForeignKey(ClosingTalk, on_delete=models.PROTECT, related_name="promises")
    what = models.TextField()
    by_whom = models.CharField(max_length=200, blank=True, default="")
    until = models.DateField(null=True, blank=True)


class UrgentMeasure(LedgeredRow):
    """What cannot wait for a report: seen at, sent at, answered at; the clock runs in hours."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="urgent_measures")
    what = WordsField()
    authority = models.CharField(max_length=60)
    observed_at = models.DateTimeField()
    limit_hours = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True, default="")


class Finding(LedgeredRow):
    """What was seen. Of a medical one others than the doctor read nothing before the doctor released a wording."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="findings")
    position = models.PositiveSmallIntegerField()
    area = models.CharField(max_length=40)
    text = WordsField(blank=True)
    seriousness = models.CharField(max_length=8, blank=True, default="")
    good_practice = models.BooleanField(default=False)
    standards = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    single_source_reason = models.TextField(blank=True, default="")
    medical = models.BooleanField(default=False)
    released_by = models.CharField(max_length=64, blank=True, default="")
    author = models.CharField(max_length=64)
    revision = models.PositiveIntegerField(default=1)
    taken_back = models.BooleanField(default=False)
    taken_back_by = models.CharField(max_length=64, blank=True, default="")

    PART_OF = "visit_id"

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["position", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["country", "visit", "taken_back", "area", "seriousness", "good_practice", "medical", "released_by", "position", "id"], name="visits_findings_across"),
            models.Index(fields=["country", "taken_back", "medical", "released_by"], name="visits_findings_counted"),  # a sixteenth of that one, where all are counted
            models.Index(fields=["country", "released_by", "visit"], condition=Q(medical=True, taken_back=False), name="visits_findings_unreleased"),
        ]


class HitDecision(LedgeredRow):
    """A decision about a stretch of text that could name a person. Of the stretch only a digest salted with the finding's id is kept."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="hit_decisions")
    language = models.CharField(max_length=2)
    kind = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)
    decision = models.CharField(max_length=11, choices=[(each, each) for each in DECISIONS])
    reason = models.TextField(blank=True, default="")
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()


class UndecidedPassages(models.Model):
    """How many passages of a finding of an open visit wait for a decision, by the rules whose digest is `rules`. It is made of the rows themselves whenever
    an act touches them (see `undecided`), so that nobody has to search all texts to know where something waits; no ledger vouches for it.
    """

    finding = models.OneToOneField(Finding, on_delete=models.CASCADE, primary_key=True, related_name="passages")
    count = models.PositiveIntegerField()
    rules = models.CharField(max_length=64)


class CountedVisit(Counted):
    """What a visit whose report is issued adds to the totals of findings (see `totalling`)."""


class FindingTotal(Total):
    """How many findings of visits whose report is issued, and which everybody may read who may know of all these visits, there are of a sort."""

    class Meta(Total.Meta):
        pass


class KeptPassage(LedgeredRow):
    """That a passage of an open text, which could name somebody, stays, and why. Of the passage only a digest salted with `about` is kept.

    `about` is the id of the row that the text stands in.
    """

    about = models.CharField(max_length=64, db_index=True)
    kind = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)
    reason = models.TextField()
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()


class RecordAsIssued(LedgeredRow):
    """How access, meetings, the talk and urgent measures stood in the issued report when its correction was begun, so that they can be put back.

    One stands for a visit at a time; the issue of a correction deletes it. `parts` empties when they were put back: then it says who did and why.
    """

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="+")
    parts = models.JSONField(default=dict)
    restored_by = models.CharField(max_length=64, blank=True, default="")
    restored_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, default="")

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["restored_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["visit"], condition=Q(restored_at=None), name="visits_one_record_as_issued"),
        ]
