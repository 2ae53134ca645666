"""Sources and their texts, how far they are alike, the figures and checks that extraction proposes of them, what people decided about these, and topics with statements.

A source's text is never changed. Proposals are made anew whenever the rules of extraction change, so the ledger does not vouch for them: text and
rules make them again. Decisions are people's: each names a stretch of the text, not a proposal, and stays whatever extraction proposes later.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.foundation.ui.fields import WordsField
from tirek.ground.rules.actors import MECHANISM, SYSTEM, Actor

KINDS = ("official_statement", "law", "court", "un_body", "ngo_report", "press", "own_data")
DISTANCES = ("original", "article", "comment")
"""The report itself, an article about it, a comment on the article."""
VERDICTS = ("confirmed", "edited", "rejected", "added")
FLOWS = ("stock", "flow")
BASES = ("de_jure", "de_facto")
TOPIC_STATES = ("open", "closed")
SILENCES = ("not_collected", "not_published", "closed", "not_applicable")
"""Why a source gives no answer, as it says itself."""


class SourceQuerySet(LedgeredQuerySet["Source"]):
    """Sources, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "SourceQuerySet":
        """Sources of the country for its mechanism's own people and for loaders; nothing for everybody else."""
        return self.filter(country=country) if by == SYSTEM or by.has(*MECHANISM, country=country) else self.none()


class Source(LedgeredRow):
    """A document that says something in figures, as it was received. Where its text is not held, others' words about it are retold and not checked.

    `code` names a document of the sourced record, "" for one entered by hand. `dated` is empty where the document states no date; `date_note` says
    what it does state. `about` is the source that this one tells of. `file` holds the bytes as received (`sha256`), `text` what was read of them;
    `notes` are remarks on the reading, by code, `page_starts` where its pages begin in the text. `job` is that of the newest extraction asked for.
    """

    code = models.CharField(max_length=60, blank=True, default="")
    title = WordsField()
    publisher = WordsField(blank=True)
    author = models.CharField(max_length=200, blank=True, default="")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in KINDS])
    distance = models.CharField(max_length=8, choices=[(each, each) for each in DISTANCES], default="original")
    about = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="retold_by")
    dated = models.DateField(null=True, blank=True)
    date_note = WordsField(blank=True)
    language = models.CharField(max_length=3, blank=True, default="")
    address = models.URLField(max_length=500, blank=True, default="")
    licence = models.CharField(max_length=200, blank=True, default="")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sha256 = models.CharField(max_length=64, blank=True, default="")
    characters = models.PositiveIntegerField(default=0)
    notes = models.JSONField(default=list)
    page_starts = models.JSONField(default=list)
    entered_by = models.CharField(max_length=64)
    job = models.UUIDField(null=True, blank=True)

    objects = SourceQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "code"], condition=~Q(code=""), name="claims_one_source_a_code"),
            models.UniqueConstraint(fields=["country", "sha256"], condition=~Q(sha256=""), name="claims_one_source_a_file"),
            models.CheckConstraint(name="claims_source_held_whole", condition=Q(text=None, sha256="") | (Q(text__isnull=False) & ~Q(sha256=""))),
            models.CheckConstraint(name="claims_source_not_about_itself", condition=Q(about=None) | ~Q(about=F("id"))),
        ]


class Extraction(models.Model):
    """That the rules of this digest have read a source; its proposals hang on it. A newer one takes the place of an older."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="extraction")
    rules = models.CharField(max_length=64)
    language = models.CharField(max_length=3)
    made_at = models.DateTimeField()


class Likeness(models.Model):
    """That a `share` of a source's words stands word for word also in `other`, from 0 to 1, with the `longest` stretch; made anew with the source's proposals."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="likenesses")
    other = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    share = models.DecimalField(max_digits=5, decimal_places=4)
    longest = models.TextField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "other"], name="claims_one_likeness_a_pair"),
            models.CheckConstraint(name="claims_likeness_of_two", condition=~Q(source=F("other"))),
        ]


class Proposal(models.Model):
    """One figure that extraction found: its number in the text from 1, its stretch, and all that it was read as (docs/reference/claims.md)."""

    extraction = models.ForeignKey(Extraction, on_delete=models.CASCADE, related_name="proposals")
    number = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    told = models.JSONField()

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["extraction", "number"], name="claims_one_proposal")]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["extraction", "start"], name="claims_proposal_start")]


class ProposedCheck(models.Model):
    """One check that extraction made; `first` and `last` are where its figures begin in the text."""

    extraction = models.ForeignKey(Extraction, on_delete=models.CASCADE, related_name="checks")
    number = models.PositiveIntegerField()
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    kind = models.CharField(max_length=16)
    verdict = models.CharField(max_length=20)
    told = models.JSONField()

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["extraction", "number"], name="claims_one_check")]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["extraction", "first"], name="claims_check_first")]


class DecisionQuerySet(LedgeredQuerySet["Decision"]):
    """Decisions, asked for in words."""

    def standing(self) -> "DecisionQuerySet":
        """The newest decision about each stretch."""
        return self.filter(replaced_by=None)


class Decision(LedgeredRow):
    """What a person decided about the figure that stands in one stretch of a source's text; a later one replaces an earlier, which stays.

    `proposed` is what extraction had proposed then, null for a figure that it had not found; `told` what the figure is taken as, null where it was
    rejected; both with numbers as exact decimal text. The other columns say what extraction cannot: who says it, of whom, where, stock or flow, which
    bodies or law are meant, by law or in practice, and the stance where the claim is not a number. `kept_because`: why passages of the reason stay that could name a detained person.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="decisions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    verdict = models.CharField(max_length=9, choices=[(each, each) for each in VERDICTS])
    proposed = models.JSONField(null=True, blank=True)
    told = models.JSONField(null=True, blank=True)
    speaker = models.CharField(max_length=200, blank=True, default="")
    of_whom = models.CharField(max_length=200, blank=True, default="")
    place = models.CharField(max_length=200, blank=True, default="")
    scope = models.CharField(max_length=300, blank=True, default="")
    flow = models.CharField(max_length=5, blank=True, default="")
    basis = models.CharField(max_length=8, blank=True, default="")
    stance = models.CharField(max_length=300, blank=True, default="")
    reason = models.TextField(blank=True, default="")
    kept_because = models.TextField(blank=True, default="")
    decided_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField()
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")

    objects = DecisionQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["start", "end", "decided_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.CheckConstraint(name="claims_decision_stretch", condition=Q(start__lt=F("end"))),
            models.CheckConstraint(name="claims_decision_told", condition=Q(verdict="rejected", told__isnull=True) | (~Q(verdict="rejected") & Q(told__isnull=False))),
            models.UniqueConstraint(fields=["source", "start", "end"], condition=Q(replaces=None), name="claims_one_first_decision"),
        ]


class TopicQuerySet(LedgeredQuerySet["Topic"]):
    """Topics, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "TopicQuerySet":
        """Topics of the country for its mechanism's own people and for loaders; nothing for everybody else."""
        return self.filter(country=country) if by == SYSTEM or by.has(*MECHANISM, country=country) else self.none()


class Topic(LedgeredRow):
    """A question on which sources say different things, with its points, rival explanations and breaks in series (claims/topic_values.py).

    `key` stands in public addresses. `beside` is a question of another country, "kg/key", that a reader may open next to it. `changed_by` is who wrote
    last: what the packs say follows only rows that no person changed.
    """

    key = models.CharField(max_length=60)
    question = WordsField()
    about = WordsField(blank=True)
    points = models.JSONField(default=list)
    rivals = models.JSONField(default=list)
    breaks = models.JSONField(default=list)
    beside = models.CharField(max_length=70, blank=True, default="")
    state = models.CharField(max_length=6, choices=[(each, each) for each in TOPIC_STATES], default="open")
    place = models.PositiveIntegerField(default=0)
    changed_by = models.CharField(max_length=64)

    objects = TopicQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["place", "key"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "key"], name="claims_one_topic_a_key"),
        ]


class StatementQuerySet(LedgeredQuerySet["Statement"]):
    """Statements, asked for in words."""

    def standing(self) -> "StatementQuerySet":
        """Those that nobody took back."""
        return self.filter(taken_back_at=None)


class Statement(LedgeredRow):
    """What a source says on one point of a topic: a stretch of its text, and how it is read.

    A position in our words, or a figure as decisions hold it (exact.py), or a silence (`missing`). `since` and `until` bound the time of which it
    speaks, `inferred` says from what where the source does not state it. `role` is a fact about the speaker's office, `role_source` whence.
    `kept_because`: why passages of the reason for taking it back stay that could name a detained person.
    """

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="statements")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="statements")
    code = models.CharField(max_length=60, blank=True, default="")
    point = models.CharField(max_length=40)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    speaker = WordsField()
    retold_by = WordsField(blank=True)
    of_whom = WordsField(blank=True)
    position = WordsField(blank=True)
    figure = models.JSONField(null=True, blank=True)
    missing = models.CharField(max_length=14, blank=True, default="")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    inferred = WordsField(blank=True)
    location = WordsField(blank=True)
    scope = WordsField(blank=True)
    basis = models.CharField(max_length=8, blank=True, default="")
    stage = WordsField(blank=True)
    people = WordsField(blank=True)
    role = WordsField(blank=True)
    role_source = WordsField(blank=True)
    added_at = models.DateTimeField()
    changed_by = models.CharField(max_length=64)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, default="")
    kept_because = models.TextField(blank=True, default="")

    objects = StatementQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["added_at", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.CheckConstraint(name="claims_statement_stretch", condition=Q(start__lt=F("end"))),
        ]
