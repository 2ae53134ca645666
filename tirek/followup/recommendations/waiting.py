"""Keeping beside each recommendation the days from which its clocks run, within the act that changed it: since when it waits to be looked at, until when it is to be
carried out, when somebody looked last. It knows the rules, no calendar and no reader.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.followup.recommendations.models import Answer, Doing, Looked, Passing, Recommendation, Verification, Waiting
from tirek.followup.recommendations.promises import heard_of
from tirek.foundation.ledger.following import Touched
from tirek.ground.rules.doing_wait import WILL_DO, Told, awaits_doing
from tirek.ground.rules.verification_wait import LOOKABLE, awaits_verification

CHUNK = 500
NOTHING_LEFT = ("implemented", "obsolete")
"""Outcomes after which nothing is left to carry out."""
AGES = ("implemented", "partially_implemented", "not_implemented")
"""Outcomes that somebody looks at again after a time."""
SILENT = ("none", "acknowledged", "rejected")
"""Words that by themselves start no clock."""
READ = ("pk", "country", "word", "verification", "passed_to")
Answers = defaultdict[UUID, list["Said"]]
Looks = defaultdict[UUID, list[tuple[str, date]]]


def keep_waiting(touched: Touched) -> None:
    """Makes the rows anew of what an act touched. Cost: nothing for other acts; else up to 10 queries and those of `promises`, 1 more for answers and for verifications each."""
    ids = set(map(UUID, touched.get(Recommendation._meta.label, ())))
    for model in (Answer, Verification):
        if keys := touched.get(model._meta.label):
            ids |= set(model._default_manager.filter(pk__in=keys).values_list("recommendation_id", flat=True))
    if ids:
        make_anew(ids)


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as the clocks read it."""

    word: str
    speaker: str
    said: date
    received: date
    named: date | None
    position: int


def make_anew(ids: Iterable[UUID]) -> None:
    """Of these recommendations: those that wait, are to be carried out, or were looked at, each with its day."""
    ids = list(ids)
    for kept in (Waiting, Doing, Looked):
        kept._default_manager.filter(pk__in=ids).delete()
    rows = list(Recommendation.objects.filter(pk__in=ids, state="issued").exclude(word__in=SILENT, verification="not_verified").order_by().only(*READ))
    if rows:
        heard = heard_of(row.pk for row in rows if row.word in LOOKABLE)
        said, looked = answers_of(rows, heard.named), looks_at(rows)
        make_waits(rows, said, looked)
        make_looks(rows, looked)
        make_doings([row for row in rows if row.word in WILL_DO], said, heard.told_done)


def make_waits(rows: list[Recommendation], said: Answers, looked: Looks) -> None:
    """Since when each waits to be looked at."""
    told = {row.pk: [(each.word, each.said, each.received) for each in said[row.pk]] for row in rows if row.word in LOOKABLE}
    days = [(row, awaits_verification(told[row.pk], looked[row.pk])) for row in rows if row.pk in told]
    Waiting.objects.bulk_create(Waiting(recommendation=row, country=row.country, since=since) for row, since in days if since)


def make_looks(rows: list[Recommendation], looked: Looks) -> None:
    """When somebody looked last, at those that are looked at again."""
    found = [row for row in rows if row.verification in AGES and looked[row.pk]]
    Looked.objects.bulk_create(Looked(recommendation=row, country=row.country, outcome=row.verification, day=max(on for _outcome, on in looked[row.pk])) for row in found)


def make_doings(rows: list[Recommendation], said: Answers, told_done: frozenset[UUID]) -> None:
    """Until when these are to be carried out: what their authorities said of it, in the order in which it stands."""
    passed, made = last_passings([row.pk for row in rows if row.passed_to]), []
    for row in rows:
        binding = [each for each in said[row.pk] if row.pk not in passed or speaks_since(passed[row.pk], each)]
        binding.sort(key=lambda each: (each.said, each.received, each.position, each.word == row.word))
        found = awaits_doing(Told(each.word, each.speaker, each.received, each.named) for each in binding)
        if found:
            kept = {"done": row.verification in NOTHING_LEFT, "told_done": row.pk in told_done}
            made.append(Doing(recommendation=row, country=row.country, sort="named" if found.named else "term", day=found.day, authority=found.speaker, **kept))
    Doing.objects.bulk_create(made)


def last_passings(ids: list[UUID]) -> dict[UUID, Passing]:
    """Of those that were passed on to another body: when it was done last."""
    return {row.recommendation_id: row for row in Passing.objects.filter(recommendation__in=ids).order_by("position")} if ids else {}


def speaks_since(passing: Passing, told: Said) -> bool:
    """Whether an answer binds the body to which it was passed on: its own, or one that came afterwards from another than the former one. What the former one promised it promised for itself."""
    return told.speaker == passing.after or (told.received > passing.passed_on and told.speaker != passing.before)


def answers_of(rows: list[Recommendation], named: Mapping[UUID, date]) -> Answers:
    """What was said of those whose word can be looked at, with the last day that each answer names."""
    made: Answers = defaultdict(list)
    ids = [row.pk for row in rows if row.word in LOOKABLE]
    if ids:
        columns = ("pk", "recommendation", "word", "authority", "said_on", "received_on", "named_until", "position")
        for key, about, word, speaker, said, received, until, position in Answer.objects.filter(recommendation__in=ids).order_by("pk").values_list(*columns):
            made[about].append(Said(word, speaker, said, received, until or named.get(key), position or 0))
    return made


def looks_at(rows: list[Recommendation]) -> Looks:
    """What was found of each: the outcome with its day."""
    made: Looks = defaultdict(list)
    for key, outcome, on in Verification.objects.filter(recommendation__in=[row.pk for row in rows]).order_by().values_list("recommendation", "outcome", "verified_on"):
        made[key].append((outcome, on))
    return made
