"""The public edition of a report while it is prepared: who may work on it, what it would print, and the sign of exactly what somebody was shown.

Only the office of the country knows that one is being prepared.
"""

import hashlib
import hmac
from uuid import UUID

from tirek.foundation.files.bytes import fetch
from tirek.ground.proof.canonical import canonical
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.redaction import Mark
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.insight.reports.blackening import Place, Searched, by_place
from tirek.insight.reports.documents import ReportDocument
from tirek.insight.reports.documents.frozen import thaw
from tirek.insight.reports.documents.public import PublicReport, base, leaves, redact, to_json
from tirek.insight.reports.models import COPIES, PublicCopy, Report
from tirek.insight.reports.reach import reach, standing
from tirek.insight.reports.refusals import CopyNotOpen, NotIssuedNow, OwnRedaction, RequestNotRecorded, SendingNotRecorded

OPEN = COPIES[:2]
LONGEST_NAME = 3
"""Up to how many words a stretch is looked for with other endings too."""


def reach_for_public(report_id: UUID, by: Actor, *, lock: bool = False) -> Report:
    """The version, for its office. Raises NotFound, NotAllowed."""
    row = reach(report_id, by, lock=lock)
    if not may_redact(row, by):
        raise NotAllowed
    return row


def may_redact(report: Report, by: Actor) -> bool:
    """Head and secretariat."""
    return standing(report.visit_id, report.country, by).office


def check_holds(report: Report) -> None:
    """Raises NotIssuedNow for a version that does not hold now."""
    if report.state != "issued":
        raise NotIssuedNow


def open_copy(report: Report) -> PublicCopy | None:
    """The public edition that is being prepared."""
    return PublicCopy.objects.filter(report=report, state__in=OPEN).first()


def held_copy(report: Report, *states: str) -> PublicCopy:
    """The public edition that is being prepared, locked. Raises NotFound, CopyNotOpen for one in another state."""
    found = PublicCopy.objects.select_for_update(no_key=True).filter(report=report, state__in=OPEN).first()
    if found is None:
        raise NotFound
    if found.state not in states:
        raise CopyNotOpen
    return found


def base_of(report: Report) -> ReportDocument:
    """The issued version as marks are set in it. Raises NotIssuedNow, FileDamaged."""
    if report.issued is None:
        raise NotIssuedNow
    return base(thaw(fetch(report.issued.sha256)))


def texts_of(report: Report) -> dict[str, str]:
    """Its texts by place."""
    return leaves(base_of(report))


def public_value(copy: PublicCopy) -> PublicReport:
    """What the copy would publish."""
    return redact(base_of(copy.report), by_place(copy.marks))


def last_published(report: Report) -> PublicCopy | None:
    """The newest public edition of this report, whichever version it is of."""
    return PublicCopy.objects.filter(report__visit_id=report.visit_id, state="published").order_by("-published_at").first()


def left_out(copy: PublicCopy) -> dict[str, str]:
    """The stretches that an edition left out, each with its ground."""
    texts = texts_of(copy.report)
    return {texts[path][mark.start : mark.end]: mark.ground for path, marks in by_place(copy.marks).items() for mark in marks}


def carried(before: PublicCopy, texts: dict[str, str]) -> dict[str, list[Mark]]:
    """Where the texts say again what an earlier edition left out: as it was written, and a name also with other endings."""
    found: dict[str, list[Mark]] = {}
    searched = Searched(texts)
    for said, ground in left_out(before).items():
        for path, start, end in again(searched, said):
            found.setdefault(path, []).append(Mark(start, end, ground))
    return found


def not_again(before: PublicCopy, texts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """What an earlier edition left out and no text says again so, each with its ground: in other words it may still be there."""
    searched = Searched(texts)
    return tuple((said, ground) for said, ground in left_out(before).items() if not again(searched, said))


def again(texts: Searched, said: str) -> tuple[Place, ...]:
    """Every stretch that says it again."""
    return texts.written(said) + (texts.occurrences(said) if len(said.split()) <= LONGEST_NAME else ())


def seen_sign(copy: PublicCopy) -> str:
    """The sign of exactly what a page shows of the copy. It is keyed with the copy's salt and is published nowhere."""
    told = {
        "copy": str(copy.pk), "revision": copy.revision, "state": copy.state, "report": copy.report.issued.sha256 if copy.report.issued else "",
        "value": to_json(public_value(copy)), "sent": str(copy.sent_on), "request": [str(copy.request_on), copy.request_letter],
    }  # fmt: skip
    return hmac.new(copy.salt.encode(), canonical(told), hashlib.sha256).hexdigest()


def joint(report: Report) -> bool:
    """Whether the visit was made together with the Subcommittee on Prevention."""
    return base_of(report).visit.joint_with_spt


def check_papers(copy: PublicCopy) -> None:
    """Raises SendingNotRecorded, RequestNotRecorded."""
    if copy.sent_on is None:
        raise SendingNotRecorded
    if joint(copy.report) and not (copy.request_on and copy.request_letter):
        raise RequestNotRecorded


def check_may_publish_copy(copy: PublicCopy, by: Actor) -> None:
    """A second person of the office publishes. Raises OwnRedaction."""
    if by != SYSTEM and by.id in copy.hands:
        raise OwnRedaction
