"""Drafts of recommendations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Max

from tirek.followup.recommendations.models import KINDS, PRIORITIES, Basis, Recommendation
from tirek.followup.recommendations.policies import check_draft
from tirek.followup.recommendations.reach import DRAFTS, belongs_to_correction, check_may_draft, reach
from tirek.followup.recommendations.refusals import (
    BasisNeeded,
    NoAddressee,
    RecommendationChanged,
    RecommendationTextNeeded,
    RecommendationTooLong,
    UnknownChoice,
)
from tirek.followup.recommendations.services.repeats import write_other_things
from tirek.foundation.jurisdictions.queries import authorities
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.recommendation_states import DOCUMENT
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import findings, visit

LIMIT = 8_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a recommendation says, to whom, on which findings, and by what one can tell that it was done (`indicator`).

    `repeats` is an earlier issued one that was not implemented; `other_things` are earlier ones that look alike and are, as the writer says, something else
    (None: nobody was asked, and what was said stays).
    """

    text: Words
    addressee: str
    findings: tuple[UUID, ...]
    kind: str = "practice"
    priority: str = "ordinary"
    repeats: UUID | None = None
    indicator: Words = field(default_factory=Words)
    other_things: tuple[UUID, ...] | None = None


def check_proposal(made: Proposal, visit_id: UUID, country: str, by: Actor) -> None:
    """Raises RecommendationTextNeeded, RecommendationTooLong, NoAddressee, BasisNeeded, UnknownChoice, NotFound."""
    if not made.text:
        raise RecommendationTextNeeded
    check_length(made.text)
    check_length(made.indicator)
    if made.addressee not in {each.code for each in authorities(country)}:
        raise NoAddressee(code=made.addressee)
    for value, known in ((made.kind, KINDS), (made.priority, PRIORITIES)):
        if value not in known:
            raise UnknownChoice(what=value)
    if not made.findings or not set(made.findings) <= {each.id for each in findings(visit_id, by=by)}:
        raise BasisNeeded
    if made.repeats:
        earlier = reach(made.repeats, by)
        if earlier.country != country or earlier.state in DRAFTS:
            raise UnknownChoice(what=str(made.repeats))


def check_length(text: Words) -> None:
    """Raises RecommendationTooLong."""
    longest = max((len(written) for _, written in text.texts), default=0)
    if longest > LIMIT:
        raise RecommendationTooLong(length=longest, limit=LIMIT)


def draft_recommendation(*, visit_id: UUID, made: Proposal, by: Actor, report_version: int = 1) -> Recorded[UUID]:
    """A new draft at the end of the visit's list. Raises what `check_proposal` raises, NotAllowed.

    `report_version` is told by insight/reports alone, for one that a correction adds; there it was decided that the correction is a draft.
    """
    country = visit(visit_id, by=by).country
    check_may_draft(visit_id, by, corrects=report_version > 1)
    check_proposal(made, visit_id, country, by)
    with record("recommendation.drafted", by=by) as act:
        last = Recommendation.objects.filter(visit_id=visit_id).aggregate(last=Max("position"))["last"] or 0
        row = Recommendation(country=country, visit_id=visit_id, position=last + 1, author=by.id, report_version=report_version)
        fill(row, made)
        row.save()
        write_bases(row, made.findings)
        write_other_things(row, made.other_things or (), by)
        act.about("recommendation", row.pk)
        return act.of(row.pk)


def fill(row: Recommendation, made: Proposal) -> None:
    """Puts the proposal into the row."""
    row.text, row.addressee, row.kind, row.priority, row.repeats_id = made.text, made.addressee, made.kind, made.priority, made.repeats
    row.indicator = made.indicator


def write_bases(row: Recommendation, wanted: Iterable[UUID]) -> None:
    """Makes the recommendation rest on exactly these findings."""
    wanted = set(wanted)
    held = {each.finding_id: each for each in row.bases.all()}
    for finding, basis in held.items():
        if basis.dropped == (finding in wanted):
            basis.dropped = finding not in wanted
            basis.save()
    for finding in sorted(wanted - set(held)):
        Basis(country=row.country, recommendation=row, finding_id=finding).save()


def edit_draft(*, recommendation_id: UUID, made: Proposal, revision: int, by: Actor) -> Recorded[UUID]:
    """Rewrites a draft; translations older than the new source text become stale. Raises Frozen, RecommendationChanged and more."""
    with record("recommendation.edited", by=by, subject=("recommendation", recommendation_id)) as act:
        row = reach(recommendation_id, by, lock=True)
        check_may_draft(row.visit_id, by, belongs_to_correction(row))
        check_draft(row)
        check_proposal(made, row.visit_id, row.country, by)
        if row.revision != revision:
            raise RecommendationChanged
        text, indicator = row.text.rewritten(dict(made.text.texts)), row.indicator.rewritten(dict(made.indicator.texts))
        fill(row, made)
        row.text, row.indicator, row.revision = text, indicator, row.revision + 1
        row.save()
        write_bases(row, made.findings)
        if made.other_things is not None:
            write_other_things(row, made.other_things, by)
        return act.of(row.pk)


def translate_draft(
    *, recommendation_id: UUID, texts: Mapping[str, str], revision: int, by: Actor, indicator: Mapping[str, str] | None = None
) -> Recorded[UUID]:
    """Writes or renews translations of a draft; the source texts stay. Raises Frozen, RecommendationChanged, RecommendationTooLong."""
    with record("recommendation.translated", by=by, subject=("recommendation", recommendation_id)) as act:
        row = reach(recommendation_id, by, lock=True)
        check_may_draft(row.visit_id, by, belongs_to_correction(row))
        check_draft(row)
        if row.revision != revision:
            raise RecommendationChanged
        row.text, row.revision = translated(row.text, texts), row.revision + 1
        row.indicator = translated(row.indicator, indicator or {})
        row.save()
        return act.of(row.pk)


def translated(words: Words, texts: Mapping[str, str]) -> Words:
    """The words with these translations, which are fresh by this; the source text stays. Raises RecommendationTooLong."""
    kept = {**dict(words.texts), **{code: text for code, text in texts.items() if code != words.source}}
    made = Words.of(kept, words.source, words.stale - set(texts))
    check_length(made)
    return made


def drop_draft(*, recommendation_id: UUID, by: Actor) -> Recorded[UUID]:
    """Takes a draft out; its row stays. Raises NotFound, NotAllowed, IllegalMove."""
    with record("recommendation.dropped", by=by, subject=("recommendation", recommendation_id)) as act:
        row = reach(recommendation_id, by, lock=True)
        check_may_draft(row.visit_id, by, belongs_to_correction(row))
        row.state = DOCUMENT.after(row.state, "drop")
        row.save()
        return act.of(row.pk)
