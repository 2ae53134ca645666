"""What helps an author: quality hints for each draft of a visit, and the stretches that could name a person. Advice; hints block nothing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.followup.recommendations.models import Recommendation
from tirek.followup.recommendations.queries.lists import ProposalFacts, rows_of_visit
from tirek.followup.recommendations.queries.one import RecommendationFacts
from tirek.followup.recommendations.reach import belongs_to_correction, reads_corrections
from tirek.followup.recommendations.texts import FoundHit, undecided
from tirek.foundation.jurisdictions.pack import TermOn
from tirek.foundation.jurisdictions.queries import chain_of_command, successor_on, term
from tirek.foundation.jurisdictions.refusals import NoRuleOnDate, UnknownThing
from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.recommendation_quality import Draft, Hint, hints
from tirek.ground.rules.text_cuts import surroundings
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import FindingFacts, VisitFacts, VisitFilters, visits
from tirek.records.visits.reach import reach_visit

AROUND = 60


@dataclass(frozen=True, slots=True)
class StretchFacts:
    """A stretch that could name somebody and waits for a decision; `before` and `after` are its surroundings."""

    recommendation_id: UUID
    position: int
    language: str
    kind: str
    why: str
    confidence: str
    before: str
    text: str
    after: str
    digest: str


@dataclass(frozen=True, slots=True)
class WaitingStretches:
    """How many stretches in the drafts of one of the reader's own visits wait for a decision."""

    visit_id: UUID
    place_name: Words
    count: int


def answer_term(country: str, on: date) -> TermOn | None:
    """The pack's time limit for an answer, as it stands on that day."""
    try:
        return term(country, "answer", on)
    except (NoRuleOnDate, UnknownThing):
        return None


def hints_of(
    made: RecommendationFacts | ProposalFacts, *, seen: VisitFacts, findings: Iterable[FindingFacts], today: date
) -> tuple[Hint, ...]:
    """Quality hints of a draft, or of words that a correction prints, from the visit and the findings that its author has already read. Cost: no query."""
    resting = [each for each in findings if each.id in made.findings]
    draft = Draft(
        texts=made.text.texts,
        indicator=made.indicator.best("en"),
        has_term=answer_term(seen.country, today) is not None,
        addressee=made.addressee,
        addressee_can_act=can_act(seen, made.addressee, today),
        findings=len(resting),
        standards=len({code for each in resting for code in each.standards}),
    )
    return hints(draft)


def can_act(seen: VisitFacts, addressee: str, today: date) -> bool | None:
    """Whether a body answers for the visited place, or stands above the one that does; None where nothing is laid down for the place."""
    if not seen.authority_code:
        return None
    then = chain_of_command(seen.country, seen.authority_code, seen.starts_on)
    now = chain_of_command(seen.country, successor_on(seen.country, seen.authority_code, today), today)
    return addressee in {each.code for each in (*then, *now)}


def undecided_stretches(visit_id: UUID, *, by: Actor) -> tuple[StretchFacts, ...]:
    """Stretches of all drafts of a visit, and of other words proposed for what is issued, that wait for a decision; raises NotFound. The text check helps; it proves nothing. Cost: 2 queries more."""
    if by != SYSTEM:
        reach_visit(visit_id, by)
    found = stretches_of(visit_id)
    corrected = {row.pk for row in rows_of_visit(visit_id) if belongs_to_correction(row)}
    if all(each.recommendation_id not in corrected for each in found) or reads_corrections(visit_id, by):
        return found
    return tuple(each for each in found if each.recommendation_id not in corrected)


@once
def stretches_of(visit_id: UUID) -> tuple[StretchFacts, ...]:
    """The undecided stretches of a visit's drafts and proposals."""
    return tuple(stretch_facts(row, each) for row in rows_of_visit(visit_id) for each in undecided(row))


def waiting_stretches(*, by: Actor, country: str, asked: VisitFilters | None = None) -> tuple[WaitingStretches, ...]:
    """Of each of the reader's own concluded visits how many stretches of its drafts wait; visits where none waits are left out. Cost: 3 queries.

    `asked` is how a page asks for the reader's visits anyway, where these are among them: then it costs no second question.
    """
    mine = visits(by=by, country=country, filters=asked or VisitFilters(mine=True))
    own = {each.id: each for each in mine if each.state in ("under_way", "concluded")}
    rows = Recommendation.objects.filter(country=country, state="draft", visit_id__in=own).order_by().prefetch_related("hit_decisions")
    counted = Counter(row.visit_id for row in rows for _found in undecided(row))
    return tuple(WaitingStretches(visit_id, own[visit_id].place_name, count) for visit_id, count in counted.items())


def stretch_facts(row: Recommendation, found: FoundHit) -> StretchFacts:
    """A stretch with its surroundings."""
    hit, written = found.hit, found.written
    before, after = surroundings(written, hit.start, hit.end, AROUND)
    return StretchFacts(row.pk, row.position, found.language, hit.kind, hit.why, hit.confidence.value, before, hit.text, after, found.digest)
