"""Letters that went out and came in, and the recommendations that each is about. They know no page and no role but in who sees a row."""

from typing import ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from tirek.followup.letters.codes import DIRECTIONS
from tirek.foundation.ledger.mending import MendedRow
from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
from tirek.ground.rules.actors import MECHANISM, OFFICE, SYSTEM, Actor


class LetterQuerySet(LedgeredQuerySet["Letter"]):
    """Letters, asked for in words."""

    def standing(self, country: str) -> "LetterQuerySet":
        """Those of the register: what was taken out of it stands there no more."""
        return self.filter(country=country, taken_out_on=None)

    def taken_out(self, by: Actor, country: str) -> "LetterQuerySet":
        """What was taken out of the register, for the office."""
        found = self.filter(country=country, taken_out_on__isnull=False)
        return found if by == SYSTEM or by.has(*OFFICE, country=country) else found.none()

    def visible_to(self, by: Actor, country: str) -> "LetterQuerySet":
        """The office sees the whole register; the mechanism's other people what is about issued recommendations, which they see too."""
        found = self.standing(country)
        if by == SYSTEM or by.has(*OFFICE, country=country):
            return found
        if by.has(*MECHANISM, country=country):
            return found.filter(Exists(Item.objects.filter(letter=OuterRef("pk"))))
        return found.none()


class Letter(LedgeredRow):
    """One letter. `paper` is what the house wrote of it. `body` is the authority to which it went or from which it came (its code in the pack).

    `number` and `dated_on` are the sender's; `registered_as` is the mechanism's own number of a letter that came in. `moved_on` is when it was sent, or when it
    came. `pages` is how many pages of the file can be shown, 0 where none can. `acknowledged_on` tells when the body confirmed that it has an outgoing letter,
    `acknowledgement` how that is known. `taken_out_on`: it was entered wrongly and stands in the register no more; why is with what was mended.
    """

    direction = models.CharField(max_length=3, choices=[(each, each) for each in DIRECTIONS])
    kind = models.CharField(max_length=16)
    body = models.CharField(max_length=60)
    number = models.CharField(max_length=60)
    registered_as = models.CharField(max_length=60, blank=True, default="")
    dated_on = models.DateField()
    moved_on = models.DateField()
    way = models.CharField(max_length=8, default="post")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pages = models.PositiveSmallIntegerField(default=0)
    acknowledged_on = models.DateField(null=True, blank=True)
    acknowledgement = models.TextField(blank=True, default="")
    taken_out_on = models.DateField(null=True, blank=True)
    entered_by = models.CharField(max_length=64)
    paper = models.ForeignKey("Paper", on_delete=models.PROTECT, null=True, blank=True, related_name="letters")

    objects = LetterQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-moved_on", "-dated_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "direction", "body", "number", "dated_on"], condition=Q(taken_out_on=None), name="letters_one_letter"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index("country", F("moved_on").desc(), F("dated_on").desc(), "id", name="letters_list"),
            models.Index("country", "body", F("moved_on").desc(), name="letters_of_body"),
            models.Index(fields=["country", "moved_on"], condition=Q(direction="out", kind="transmittal", acknowledged_on=None), name="letters_unconfirmed"),
        ]


class Item(LedgeredRow):
    """A recommendation that a letter is about, and on which pages. `answer` is what was entered of an incoming one; none while it waits to be read."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="items")
    recommendation = models.ForeignKey("recommendations.Recommendation", on_delete=models.PROTECT, related_name="+")
    first_page = models.PositiveSmallIntegerField(null=True, blank=True)
    last_page = models.PositiveSmallIntegerField(null=True, blank=True)
    answer = models.ForeignKey("recommendations.Answer", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    PART_OF = "letter_id"

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["letter", "recommendation"], name="letters_once_in_a_letter"),
        ]


class EscalationQuerySet(LedgeredQuerySet["Escalation"]):
    """Decisions to take recommendations further, asked for in words."""

    def visible_to(self, by: Actor, country: str) -> "EscalationQuerySet":
        """The mechanism's own people: each is about issued recommendations."""
        found = self.filter(country=country)
        return found if by == SYSTEM or by.has(*MECHANISM, country=country) else found.none()


class Escalation(LedgeredRow):
    """A decision to take recommendations further: to which rung of the ladder, to which `body` (none for the Subcommittee and the public), why, when and by whom."""

    rung = models.CharField(max_length=16)
    body = models.CharField(max_length=60, blank=True, default="")
    reason = models.TextField()
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=64)

    objects = EscalationQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-decided_on", "id"]
        indexes: ClassVar[list[models.Index]] = [models.Index("country", F("decided_on").desc(), "id", name="letters_escalations_list")]


class Escalated(LedgeredRow):
    """A recommendation that was taken further by a decision."""

    escalation = models.ForeignKey(Escalation, on_delete=models.PROTECT, related_name="items")
    recommendation = models.ForeignKey("recommendations.Recommendation", on_delete=models.PROTECT, related_name="+")

    PART_OF = "escalation_id"

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["escalation", "recommendation"], name="letters_once_in_a_decision"),
        ]


class Paper(LedgeredRow):
    """A letter that the house wrote for the office to sign and send: its `kind`, to which `body`, in which `language`, until when an answer is asked for.

    It was asked for on `written_on`. `docx` and `pdf` are there once the worker has made them (`job`); they are made of what the recommendations are on that day,
    which they tell, and never change.
    """

    kind = models.CharField(max_length=16)
    body = models.CharField(max_length=60, blank=True, default="")
    language = models.CharField(max_length=2)
    answer_by = models.DateField(null=True, blank=True)
    escalation = models.ForeignKey(Escalation, on_delete=models.PROTECT, null=True, blank=True, related_name="papers")
    written_on = models.DateField()
    written_by = models.CharField(max_length=64)
    job = models.UUIDField(null=True, blank=True)
    docx = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pdf = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-written_on", "id"]
        indexes: ClassVar[list[models.Index]] = [models.Index("country", F("written_on").desc(), "id", name="letters_papers_list")]


class Mending(MendedRow):
    """What stood in a letter or a decision before it was mended, or why a letter was taken out."""


class PaperItem(LedgeredRow):
    """A recommendation that a written letter is about."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="items")
    recommendation = models.ForeignKey("recommendations.Recommendation", on_delete=models.PROTECT, related_name="+")

    PART_OF = "paper_id"

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["paper", "recommendation"], name="letters_once_in_a_paper"),
        ]
