"""Recommendations, the authority's answers, the mechanism's verifications, and missions of international bodies."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.foundation.ledger.totals import Counted, Total
from tirek.foundation.ui.fields import WordsField
from tirek.ground.rules.actors import MECHANISM, SYSTEM, Actor

PRIORITIES = ("ordinary", "high", "urgent")
KINDS = ("practice", "resources", "rules", "law", "individual")
WAYS = ("on_site", "documents")
DECISIONS = ("kept", "generalised", "taken_out")
NOT_ISSUED = ("draft", "dropped")


def sees_issued(by: Actor, country: str) -> bool:
    """Whether the actor may know of a country's issued recommendations: the mechanism's own people."""
    return by == SYSTEM or by.has(*MECHANISM, country=country)


class RecommendationQuerySet(LedgeredQuerySet["Recommendation"]):
    """Recommendations, asked for in words."""

    def issued(self) -> "RecommendationQuerySet":
        """Those that were issued, whatever became of them."""
        return self.exclude(state__in=NOT_ISSUED)

    def issued_visible_to(self, by: Actor, country: str) -> "RecommendationQuerySet":
        """Issued ones of the country, for the mechanism's own people. Drafts are cut by their visit: see reach."""
        found = self.issued().filter(country=country)
        return found if sees_issued(by, country) else found.none()

    def answered_by(self, codes: Iterable[str]) -> "RecommendationQuerySet":
        """Those that one of these bodies answers: addressed to it and passed on to no other, or passed on to it."""
        wanted = frozenset(codes)
        return self.filter(Q(passed_to__in=wanted) | Q(passed_to="", addressee__in=wanted))

    def open_to(self, codes: Iterable[str], country: str) -> "RecommendationQuerySet":
        """Issued ones that people of these bodies may read: what a body answers, and what was delegated to it. For whom somebody acts is told by `addressed`. Cost: one query."""
        wanted = frozenset(codes)
        if not wanted:
            return self.none()
        delegated = Delegation.objects.in_force().filter(country=country, to__in=wanted).order_by().values_list("recommendation", flat=True)
        mine = Q(passed_to__in=wanted) | Q(passed_to="", addressee__in=wanted) | Q(pk__in=list(delegated))
        return self.issued().filter(mine, country=country)


class Recommendation(LedgeredRow):
    """One recommendation. `state` is the document's; `word` and `verification` mirror the answer and the
    verification of the newest day (of equal days what was entered last), never each other.

    `indicator` says by what anybody can tell that it was done; `closed_on` and `closed_because` tell of a withdrawal or a replacement.
    `report_version` is the version of the visit's report that issues it. Once issued, its text is the first wording and stays: see Wording.
    `caretaker` is the account of the person in the mechanism who follows it up, `theme` an area of examination; both are the mechanism's own and no part
    of the report. `due_on` is counted at the issue; how it was moved since stands in DueMove. `passed_to` is the body to which the office passed it on, where the
    addressee's duties were divided (see Passing); without it whoever stands in the addressee's place answers. `labels` are ids of the packs' labels and rules,
    in order of the ids: the mechanism's own filing too, beside the theme (see Labelled, by which they are found).
    """

    visit = models.ForeignKey("visits.Visit", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=40, blank=True, default="")
    text = WordsField()
    indicator = WordsField(blank=True)
    addressee = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, default="practice")
    priority = models.CharField(max_length=8, default="ordinary")
    state = models.CharField(max_length=10, default="draft", db_index=True)
    word = models.CharField(max_length=20, default="none")
    verification = models.CharField(max_length=22, default="not_verified")
    issued_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    repeats = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="repeated_by")
    closed_on = models.DateField(null=True, blank=True)
    closed_because = models.TextField(blank=True, default="")
    author = models.CharField(max_length=64)
    revision = models.PositiveIntegerField(default=1)
    report_version = models.PositiveSmallIntegerField(default=1)
    caretaker = models.CharField(max_length=64, blank=True, default="")
    theme = models.CharField(max_length=40, blank=True, default="")
    passed_to = models.CharField(max_length=60, blank=True, default="")
    labels = models.JSONField(default=list)

    PART_OF = "visit_id"

    objects = RecommendationQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-issued_on", "position", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "number"], condition=~Q(number=""), name="recommendations_one_number"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index("country", F("issued_on").desc(), "position", "id", "state", name="recommendations_list"),  # a late page is found without reading those before it
            models.Index(fields=["country", "state", "word", "due_on", "verification", "issued_on", "position", "id"], name="recommendations_axes"),  # put in order too
            models.Index(fields=["country", "state", "verification", "visit"], name="recommendations_open"),  # counted by place, without their texts
            models.Index(fields=["country", "addressee", "state", "word", "due_on", "verification", "passed_to"], name="recommendations_addressed"),  # a body's counts too
            models.Index("country", "caretaker", F("issued_on").desc(), "position", "id", condition=~Q(caretaker=""), name="recommendations_in_care"),
            models.Index("country", "theme", F("issued_on").desc(), "position", "id", condition=~Q(theme=""), name="recommendations_themed"),
            models.Index("country", "addressee", "state", F("issued_on").desc(), "position", "id", name="recommendations_by_addressee"),
            models.Index("country", F("issued_on").desc(), "position", "id", "state", "word", "due_on", "verification", condition=Q(theme=""), name="recommendations_unthemed"),  # listed and counted
            models.Index(fields=["country", "state", "issued_on", "addressee", "theme", "visit", "word", "verification"], name="recommendations_rates"),  # counted without their texts
            models.Index("country", "state", "word", F("issued_on").desc(), "position", "id", name="recommendations_by_word"),  # the newest of a column of the board
            models.Index("country", "state", "verification", F("issued_on").desc(), "position", "id", name="recommendations_by_finding"),
            models.Index(fields=["id", "country", "state"], name="recommendations_reach"),  # whether a row beside it may be counted, again without its text
            models.Index(fields=["country", "passed_to", "state", "word", "due_on"], condition=~Q(passed_to=""), name="recommendations_passed_on"),
        ]


class Wording(LedgeredRow):
    """Other words of an issued recommendation, put in by the correction of that `report_version`. Every earlier wording stays as it was.

    Without `issued_on` it is proposed by a correction under way (without a text: taken back); with it, it never changes.
    """

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="wordings")
    report_version = models.PositiveSmallIntegerField()
    text = WordsField(blank=True)
    indicator = WordsField(blank=True)
    issued_on = models.DateField(null=True, blank=True)
    author = models.CharField(max_length=64)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["report_version", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["recommendation", "report_version"], name="recommendations_one_wording"),
        ]


class DueMove(LedgeredRow):
    """The day of the answer, moved by the mechanism: from which day to which, why, by whom and when."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="due_moves")
    position = models.PositiveSmallIntegerField()
    before = models.DateField(null=True, blank=True)
    after = models.DateField()
    reason = models.TextField()
    moved_by = models.CharField(max_length=64)
    moved_on = models.DateField()

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["recommendation", "position"], name="recommendations_one_due_move"),
        ]


class Passing(LedgeredRow):
    """That the office passed a recommendation on to the body that took over the addressee's duties: to which, why, by whom and when. The newest holds."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="passings")
    position = models.PositiveSmallIntegerField()
    before = models.CharField(max_length=60)
    after = models.CharField(max_length=60)
    reason = models.TextField()
    passed_by = models.CharField(max_length=64)
    passed_on = models.DateField()

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["recommendation", "position"], name="recommendations_one_passing"),
        ]


class DelegationQuerySet(LedgeredQuerySet["Delegation"]):
    """Delegations, asked for in words."""

    def in_force(self) -> "DelegationQuerySet":
        """Those that nobody took back."""
        return self.filter(ended_on=None)


class Delegation(LedgeredRow):
    """That a body asked one beneath it to prepare the answer: the code `to` in the pack. What it writes is sent by the addressee alone."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="delegations")
    to = models.CharField(max_length=60)
    made_by = models.CharField(max_length=64)
    made_on = models.DateField()
    ended_by = models.CharField(max_length=64, blank=True, default="")
    ended_on = models.DateField(null=True, blank=True)

    PART_OF = "recommendation_id"

    objects = DelegationQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["made_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["recommendation", "to"], condition=Q(ended_on=None), name="recommendations_one_delegation"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "to", "recommendation"], condition=Q(ended_on=None), name="recommendations_delegated")]


class Basis(LedgeredRow):
    """A finding that a recommendation rests on."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="bases")
    finding = models.ForeignKey("visits.Finding", on_delete=models.PROTECT, related_name="+")
    dropped = models.BooleanField(default=False)


class HitDecision(LedgeredRow):
    """A decision about a stretch of a draft that could name a person. Of the stretch only a digest salted with the draft's id is kept."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="hit_decisions")
    language = models.CharField(max_length=2)
    kind = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)
    decision = models.CharField(max_length=11, choices=[(each, each) for each in DECISIONS])
    reason = models.TextField(blank=True, default="")
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()


class Answer(LedgeredRow):
    """The authority's word: what it says of itself, as it says it. `said_on` is the letter's date, `received_on` ours.

    `wording` is the one in force on the letter's day, to which it stays tied; none is the first. `official_name` and `official_function` tell who
    answered for the authority, where the letter says it: data of a person in office, kept as long as the answer and shown beside it alone.
    `through`: "page" where the body itself sent it on the authorities' page, "sheet" where it came as a signed spreadsheet, nothing for a letter.
    `named_until` is the last day that a letter names for carrying it out; of a reply that was sent on the page its steps tell it (see `promises`).
    `position` counts the answers in the order in which they were entered: of the same days the later one holds. Earlier rows have none and come first.
    """

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="answers")
    word = models.CharField(max_length=20)
    authority = models.CharField(max_length=60)
    said_on = models.DateField()
    received_on = models.DateField()
    letter_number = models.CharField(max_length=60, blank=True, default="")
    text = models.TextField(blank=True, default="")
    letter = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    official_name = models.CharField(max_length=120, blank=True, default="")
    official_function = models.CharField(max_length=200, blank=True, default="")
    entered_by = models.CharField(max_length=64)
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    through = models.CharField(max_length=5, blank=True, default="")
    named_until = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(null=True, blank=True)

    PART_OF = "recommendation_id"

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[Any]] = ["said_on", "received_on", F("position").asc(nulls_first=True), "id"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "received_on", "recommendation"], name="recommendations_answers_time")]


class Verification(LedgeredRow):
    """What the mechanism itself found, how and when."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="verifications")
    outcome = models.CharField(max_length=22)
    verified_on = models.DateField()
    way = models.CharField(max_length=10)
    text = models.TextField()
    visit = models.ForeignKey("visits.Visit", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    evidence = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    verified_by = models.CharField(max_length=64)

    PART_OF = "recommendation_id"

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["verified_on", "id"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "verified_on", "recommendation"], name="recommendations_looks_time")]


class Waiting(models.Model):
    """Since when an issued recommendation waits to be looked at. It is made of the rows themselves, whenever an act touches them (see `waiting`),
    so that nobody has to read all answers to know which are due; no ledger vouches for it.
    """

    recommendation = models.OneToOneField(Recommendation, on_delete=models.CASCADE, primary_key=True, related_name="waiting")
    country = models.CharField(max_length=8)
    since = models.DateField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "since", "recommendation"], name="recommendations_waits_since")]


class Doing(models.Model):
    """From which day the clock of carrying out runs, of an issued recommendation whose authority said that it would be done: the last day that it named itself
    ("named"), or the receipt of its promise ("term"). `authority` said so. Made of the answers alone, as Waiting is.

    `done`: the mechanism verified that it is carried out or no longer needed, which the body is not told by this; `told_done`: it was told so.
    """

    recommendation = models.OneToOneField(Recommendation, on_delete=models.CASCADE, primary_key=True, related_name="doing")
    country = models.CharField(max_length=8)
    sort = models.CharField(max_length=5, choices=[(each, each) for each in ("named", "term")])
    day = models.DateField()
    authority = models.CharField(max_length=60)
    done = models.BooleanField(default=False)
    told_done = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["country", "done", "sort", "day", "recommendation"], name="recommendations_doing_days"),
            models.Index(fields=["country", "told_done", "sort", "day", "authority", "recommendation"], name="recommendations_doing_told"),
        ]


class Looked(models.Model):
    """When the mechanism looked last at an issued recommendation, and with what outcome: a verified fact ages. Made of the verifications, as Waiting is; no row for what is no longer needed."""

    recommendation = models.OneToOneField(Recommendation, on_delete=models.CASCADE, primary_key=True, related_name="looked")
    country = models.CharField(max_length=8)
    outcome = models.CharField(max_length=22)
    day = models.DateField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "outcome", "day", "recommendation"], name="recommendations_looked_days")]


class Tie(LedgeredRow):
    """A decision made after the issue: that a recommendation says again what an `earlier` one said (`together`), or that it does not. Of a pair the newest holds.

    What a draft said it repeats stands in `Recommendation.repeats`, as it was issued; a tie may take that apart too.
    """

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="ties")
    earlier = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="tied_by")
    position = models.PositiveSmallIntegerField()
    together = models.BooleanField()
    reason = models.TextField()
    decided_by = models.CharField(max_length=64)
    decided_on = models.DateField()

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["recommendation", "earlier", "position"], name="recommendations_one_tie"),
        ]


class OtherThing(LedgeredRow):
    """That the writer of a draft looked at an `earlier` recommendation and said: it is something else."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="other_things")
    earlier = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="+")
    dropped = models.BooleanField(default=False)

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["recommendation", "earlier"], name="recommendations_one_other_thing"),
        ]


class RepeatKey(models.Model):
    """One of the keys of an issued recommendation's wording in force (ground/rules/repeats/keys). Made of the rows whenever an act touches them (see `fingerprints`)."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="keys")
    country = models.CharField(max_length=8)
    key = models.BigIntegerField()
    issued_on = models.DateField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index("country", "key", F("issued_on").desc(), "recommendation", name="recommendations_repeat_keys")]


class RepeatRules(models.Model):
    """The one row that says by which rules and glossary all keys are made (see `keeping_keys`); others or none mean that they are to be made anew."""

    rules = models.CharField(max_length=40, blank=True, default="")


class ThreadPlace(models.Model):
    """Where an issued recommendation stands in its thread, if others say the same: `thread` is the first one's id, `place` that of its report among the `times`
    reports that say it, `since` when the first was issued; beside it what lists count. Made of the rows whenever an act touches them (see `threading`); no row for one that stands alone.
    """

    recommendation = models.OneToOneField(Recommendation, on_delete=models.CASCADE, primary_key=True, related_name="thread_place")
    country = models.CharField(max_length=8)
    thread = models.UUIDField(db_index=True)
    place = models.PositiveSmallIntegerField()
    times = models.PositiveSmallIntegerField()
    since = models.DateField()
    state = models.CharField(max_length=10, default="")
    word = models.CharField(max_length=20, default="")
    verification = models.CharField(max_length=22, default="")
    due_on = models.DateField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["country", "times", "state", "word", "due_on", "verification"], name="recommendations_thread_times")  # counted without their texts
        ]


class Labelled(models.Model):
    """A label of an issued recommendation, beside what lists count and are ordered by. Made of the rows whenever an act touches them (see `labelling`); no ledger vouches for it."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="labelled")
    country = models.CharField(max_length=8)
    kind = models.CharField(max_length=20)
    label = models.CharField(max_length=60)
    issued_on = models.DateField()
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10)
    word = models.CharField(max_length=20)
    verification = models.CharField(max_length=22)
    due_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["recommendation", "label"], name="recommendations_one_label")]
        indexes: ClassVar[list[models.Index]] = [
            models.Index("country", "label", F("issued_on").desc(), "position", "recommendation", "state", "word", "verification", "due_on", name="recommendations_by_label"),  # listed and counted without their texts
            models.Index(fields=["country", "kind", "state", "label", "word", "verification"], name="recommendations_label_kinds"),
        ]


class CountedVisit(Counted):
    """What a visit adds to the totals of recommendations (see `totalling`)."""


class RecommendationTotal(Total):
    """How many issued recommendations there are of a sort: answered or verified in a year, open after visits to a place whose report is issued."""

    class Meta(Total.Meta):
        pass


class Mission(LedgeredRow):
    """A visit of an international body, as the pack's sourced record tells it; `code` is its id there, `digest` of what was loaded."""

    code = models.CharField(max_length=60)
    body = WordsField()
    name = WordsField()
    year = models.PositiveSmallIntegerField()
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    report_symbol = models.CharField(max_length=60, blank=True, default="")
    report_dated = models.DateField(null=True, blank=True)
    report_published = models.DateField(null=True, blank=True)
    digest = models.CharField(max_length=64)

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-year"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "code"], name="recommendations_one_mission"),
        ]
