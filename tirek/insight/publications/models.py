"""Editions: what the public was given on a day, and what others said of it: replies, requests for a reply, requests for correction or removal.

An edition's row is never changed; a correction is a further version of the same thing, and an earlier one can be withheld. The whole of an edition stands in its row, so that a process
that serves the public alone needs no other table.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, FilteredRelation, Q

from tirek.foundation.ledger.rows import LedgeredRow
from tirek.foundation.ui.fields import WordsField
from tirek.ground.rules.actors import OFFICE, SYSTEM, Actor, Role
from tirek.insight.publications.voice_words import ASIDE

KINDS = ("document", "topic", "profile", "picture", "report", "bodies")
CHANGES = ("", "rules", "decisions", "correction", "reply", "values", "definitions")
"""Why a version differs from the one before: the rules that read it, what people decided, a correction, a reply, values, or their definitions. The first
has no reason."""


class Edition(LedgeredRow):
    """One version of a published thing. `key` names the thing within its kind and country; `body` is its content as JSON; `note` says what changed."""

    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in KINDS])
    key = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    change = models.CharField(max_length=12, blank=True, default="")
    note = WordsField(blank=True)
    body = models.TextField()
    kept_because = models.TextField(blank=True, default="")
    """Why passages of what was written stay that could name somebody. For the mechanism alone."""

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "kind", "key", "version"], name="publications_one_version"),
        ]


class EditionTheme(models.Model):
    """That an edition speaks of a theme (the code of an area of examination), so that readers may follow it alone. Made of the edition's own content; no act."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="themes")
    theme = models.CharField(max_length=40, db_index=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["edition", "theme"], name="publications_theme_once")]


class Withheld(LedgeredRow):
    """An earlier edition that the public is not given any more, since a moment, with a `note` that everybody reads; until it is given back, with a reason.

    `because` and `given_back_because` are for the mechanism alone, as is `kept_because`: why passages of these
    texts stay that could name somebody.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="withholdings")
    withheld_at = models.DateTimeField()
    withheld_by = models.CharField(max_length=64)
    note = WordsField()
    because = models.TextField()
    kept_because = models.TextField(blank=True, default="")
    given_back_at = models.DateTimeField(null=True, blank=True)
    given_back_by = models.CharField(max_length=64, blank=True, default="")
    given_back_because = models.TextField(blank=True, default="")

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-withheld_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["edition"], condition=Q(given_back_at=None), name="publications_withheld_once"),
        ]


def standing() -> FilteredRelation:
    """For questions about editions: the withholding of each that stands now, if there is one (`annotate(held=standing())`). Django changes it in use."""
    return FilteredRelation("withholdings", condition=Q(withholdings__given_back_at=None))


SPEAKERS = ("authority", "ombudsman", "mechanism", "court", "un_body", "organisation", "coalition", "media", "author", "person")
"""Who speaks: the same list for a reply, for a request for one, and for whoever asks for a correction."""
WAYS = ("letter", "called_back", "signature", "in_person")
"""How a person of the mechanism made sure who wrote a reply."""
GROUNDS = ("not_theirs", "names_person", "not_about", "twice", "unlawful")
"""The only reasons for which a reply is not shown, or taken back."""
SORTS = ("correction", "removal")
OUTCOMES = ("granted", "partly", "refused", ASIDE)


def open_to(by: Actor, country: str) -> Q:
    """Rows that somebody may work with: the country's for its office and analysts; none for everybody else. The public is answered by other questions."""
    return Q(country=country) if by == SYSTEM or by.has(*OFFICE, Role.ANALYST, country=country) else Q(pk__in=[])


class Voice(LedgeredRow):
    """Something that somebody says of a published thing: `version` is the edition that stood then; `start` and `end` are one figure's stretch of its text.

    Whoever sends a form gets a receipt number; only its digest is kept. `contact` is sealed and empties on the day `contact_until`.
    """

    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in KINDS])
    key = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    speaker = models.CharField(max_length=12, choices=[(each, each) for each in SPEAKERS])
    office = models.CharField(max_length=200, blank=True, default="")
    receipt = models.CharField(max_length=64, blank=True, default="")
    contact = models.TextField(blank=True, default="")
    contact_until = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=64, blank=True, default="")
    kept_because = models.TextField(blank=True, default="")
    """Why passages of the text stay that could name somebody."""

    class Meta(LedgeredRow.Meta):
        abstract = True
        ordering: ClassVar[list[str]] = ["made_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.CheckConstraint(name="%(app_label)s_%(class)s_stretch", condition=Q(start=None, end=None) | Q(start__lt=F("end"))),
            models.UniqueConstraint(fields=["receipt"], condition=~Q(receipt=""), name="%(app_label)s_%(class)s_receipt"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "kind", "key"], name="%(class)s_thing")]


class ReplyRequest(Voice):
    """The mechanism asked an office for a reply: `letter` names the letter of `asked_on`. `decided_at` is when the entry was taken back, `taken_back` why."""

    asked_on = models.DateField()
    letter = models.CharField(max_length=200)
    taken_back = models.TextField(blank=True, default="")


class Reply(Voice):
    """A reply to a published thing. It waits until a person of the mechanism says by which `way` it was confirmed who wrote it, or for what `reason` it is not shown.

    `sure` and `told` are that person's words: how it was confirmed (for the mechanism alone), and what the filer is told of a reply that is not shown.
    One that is shown can be taken back, for one of the same reasons; `taken_back` is what the filer is told of it.
    """

    text = WordsField()
    way = models.CharField(max_length=12, blank=True, default="")
    sure = models.TextField(blank=True, default="")
    reason = models.CharField(max_length=12, blank=True, default="")
    told = models.TextField(blank=True, default="")
    asked = models.ForeignKey(ReplyRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="replies")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=64, blank=True, default="")
    taken_back_for = models.CharField(max_length=12, blank=True, default="")
    taken_back = models.TextField(blank=True, default="")

    class Meta(Voice.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Voice.Meta.constraints,
            models.CheckConstraint(
                name="publications_reply_decided",
                condition=Q(decided_at=None, way="", reason="") | (Q(decided_at__isnull=False) & (Q(way="") ^ Q(reason=""))),
            ),
            models.CheckConstraint(
                name="publications_reply_taken_back",
                condition=Q(taken_back_at=None, taken_back_for="") | (Q(taken_back_at__isnull=False) & ~Q(taken_back_for="") & ~Q(way="")),
            ),
        ]


class ChangeRequest(Voice):
    """Somebody asks that a published thing be corrected or removed, to be decided by the day `due_on`. The text is for the mechanism; the decision is public."""

    sort = models.CharField(max_length=10, choices=[(each, each) for each in SORTS])
    text = models.TextField()
    due_on = models.DateField()
    outcome = models.CharField(max_length=8, blank=True, default="")
    answer = WordsField(blank=True)

    class Meta(Voice.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Voice.Meta.constraints,
            models.CheckConstraint(name="publications_change_decided", condition=Q(decided_at=None, outcome="") | (Q(decided_at__isnull=False) & ~Q(outcome=""))),
        ]
