"""Making the proposals of a source: its text is extracted in a process apart, then the rows take the place of older ones in one transaction."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from tirek.foundation.files.bytes import fetch
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.claims.confined import Effort, extract_apart
from tirek.insight.claims.models import Extraction, Likeness, Proposal, ProposedCheck, Source
from tirek.insight.claims.policies import check_may_work
from tirek.insight.claims.reading.refusals import NoText
from tirek.insight.claims.refusals import TextNotHeld
from tirek.insight.claims.rules import rules_digest
from tirek.insight.claims.services.likening import found_alike

KIND = "claims.propose"
EFFORT = Effort(text=5_000_000, memory=2 << 30, answer=400_000_000, seconds=300, wait=600.0)
"""For a whole report, in the worker, where no reader of a page waits."""
AT_ONCE = 500
Step = Callable[[int, int, str], None]


def ask_again(*, source_id: UUID, by: Actor) -> Recorded[UUID]:
    """Has the figures of a source read anew, by a job; decisions stay. Returns the job's id. Raises NotFound, NotAllowed, TextNotHeld."""
    with record("source.reading-asked", by=by, subject=("source", source_id)) as entry:
        row = reached(source_id, by, lock=True)
        check_may_work(by, row.country)
        if row.text_id is None:
            raise TextNotHeld
        row.job = enqueue(kind_name=KIND, arguments={"source": str(row.pk), "by": by.id}, by=by, country=row.country)
        row.save()
        return entry.of(row.job)


def make_proposals(*, source_id: UUID, by: Actor, step: Step | None = None) -> Recorded[int]:
    """Extracts the source's text and keeps what is proposed; safe to run again. Returns how many figures. Raises NotFound, TextNotHeld, TooMuchWork.

    Costs about a second for twenty pages of figures, most of it in the process apart.
    """
    row = reached(source_id, by)
    if row.text is None:
        raise TextNotHeld
    say = step or (lambda done, total, words: None)
    say(0, 3, "Reading the figures")
    text = fetch(row.text.sha256).decode()
    found = extracted(text)
    say(2, 3, "Comparing with other texts")
    alike = found_alike(row, text)
    with record("source.read", by=by, subject=("source", row.pk), country=row.country) as entry:
        Source.objects.select_for_update(no_key=True).get(pk=row.pk)  # two workers take turns
        Extraction.objects.filter(source=row).delete()
        Likeness.objects.filter(Q(source=row) | Q(other=row)).delete()
        Likeness.objects.bulk_create(alike)
        extraction = Extraction.objects.create(source=row, rules=rules_digest(), language=found["source"]["language"], made_at=timezone.now())
        Proposal.objects.bulk_create(proposals(extraction, found), batch_size=AT_ONCE)
        ProposedCheck.objects.bulk_create(checks(extraction, found), batch_size=AT_ONCE)
        return entry.of(len(found["claims"]))


def reached(source_id: UUID, by: Actor, *, lock: bool = False) -> Source:
    """A source that the person may see. Raises NotFound."""
    row = Source.objects.filter(pk=source_id).select_related("text").first()
    if row is None or not Source.objects.visible_to(by, row.country).filter(pk=row.pk).exists():
        raise NotFound
    return Source.objects.select_for_update(no_key=True).get(pk=row.pk) if lock else row


def extracted(text: str) -> Mapping[str, Any]:
    """What extraction says of the text; nothing for a text without a letter."""
    try:
        return extract_apart(text, effort=EFFORT)
    except NoText:
        return {"source": {"language": ""}, "claims": [], "checks": []}


def proposals(extraction: Extraction, found: Mapping[str, Any]) -> list[Proposal]:
    """A row for each figure, numbered in the order of the text."""
    return [
        Proposal(extraction=extraction, number=number, start=claim["span"][0], end=claim["span"][1], told=claim)
        for number, claim in enumerate(found["claims"], 1)
    ]


def checks(extraction: Extraction, found: Mapping[str, Any]) -> Iterator[ProposedCheck]:
    """A row for each check, with where its figures stand."""
    begins = {claim["id"]: claim["span"][0] for claim in found["claims"]}
    for number, check in enumerate(found["checks"], 1):
        places = [begins[key] for key in check["claims"]]
        yield ProposedCheck(
            extraction=extraction, number=number, first=min(places), last=max(places), kind=check["kind"], verdict=check["verdict"], told=check
        )
