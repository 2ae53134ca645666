"""The documents of the sourced record as sources: read by the same extraction as whatever an analyst enters; nothing is added to them."""

from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.jurisdictions.common import SourceDocument
from tirek.foundation.jurisdictions.documents import raw
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.insight.claims.models import Extraction, Source
from tirek.insight.claims.rules import rules_digest
from tirek.insight.claims.services.proposing import make_proposals
from tirek.insight.claims.services.sources import NewSource, kept, read

KINDS = {"press_release": ("un_body", "original"), "news_item": ("official_statement", "original"), "country_profile": ("ngo_report", "original"),
         "public_comment": ("official_statement", "comment")}  # fmt: skip


def load_documents(*, by: Actor) -> Recorded[int]:
    """Enters the packs' documents that are not there yet and reads the figures of those that the present rules have not read. Returns how many were entered."""
    new = [each for each in packs.documents() if not Source.objects.filter(country=each.country, code=each.id).exists()]
    read_before = [(each, read("", raw(each.file), each.file)) for each in new]
    with record("sources.loaded", by=by) as entry:
        for each, document in read_before:
            kept(each.country, told_of(each), document, by, origin="sourced")
        entry.of(len(new))
    codes = [each.id for each in packs.documents()]
    unread = Source.objects.filter(code__in=codes).exclude(pk__in=Extraction.objects.filter(rules=rules_digest()).values("source"))
    for row in unread:
        make_proposals(source_id=row.pk, by=by)
    return entry.of(len(new))


def told_of(document: SourceDocument) -> NewSource:
    """What the pack says of the document."""
    kind, distance = KINDS[document.kind]
    return NewSource(
        title=document.title, kind=kind, publisher=document.publisher, distance=distance, dated=document.dated, date_note=document.date_note,
        language=document.language, code=document.id,
    )  # fmt: skip
