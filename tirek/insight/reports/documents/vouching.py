"""What vouches for a report: its signatures, the rows behind its numbers and paragraphs, the ledger's checkpoint."""

from datetime import date

from tirek.foundation.files.typesetting import date_words
from tirek.insight.reports.documents import model
from tirek.insight.reports.documents.blocks import Block, Fixed, Prose, Said, Table
from tirek.insight.reports.documents.wording import PHRASES, Wording


def signed_words(line: model.SignatureLine, on: date, language: str) -> str:
    """The day, and of a signature given outside who attached its sheet."""
    if not line.attached_by:
        return date_words(on, language)
    return PHRASES.say("sheet_attached", language).format(date=date_words(on, language), name=line.attached_by)


def signatures(it: Wording) -> list[Block]:
    """Who signed, and what."""
    if not it.document.signatures:
        return []
    rows = tuple(
        (it.one(line.name), it.words(line.role), signed(it, line), it.one(line.digest)) for line in it.document.signatures
    )
    heads = (it.frame("name"), it.frame("role"), it.frame("signed"), it.frame("digest"))
    return [it.heading("signatures"), Table(heads, rows, (3, 3, 3, 11), small=True)]


def signed(it: Wording, line: model.SignatureLine) -> Said:
    """When a line was signed, or why not."""
    if line.signed_on:
        return it.each(lambda language: signed_words(line, line.signed_on or it.document.stamp.date(), language))
    if line.missing_reason:
        return it.each(lambda language: PHRASES.say("not_signed", language).format(reason=it.text(line.missing_reason, language)))
    return it.frame("awaits_signature")


def provenance(it: Wording) -> list[Block]:
    """Where each number and paragraph comes from."""
    rows = tuple(_origin(it, number) for number in it.document.numbers)
    heads = (it.frame("mark"), it.frame("count"), it.frame("how"), it.frame("rows"), it.frame("printed_on"))
    anchors = tuple(it.document.mark(number.id) for number in it.document.numbers)
    blocks: list[Block] = [it.heading("provenance"), Prose(it.frame("provenance_intro"))]
    if it.document.signatures:
        blocks.append(Prose(it.frame("attached_unchecked")))
    if rows:
        blocks.append(Table(heads, rows, (2, 2, 5, 11, 3), anchors, small=True))
    if it.rows:
        origins = tuple((it.one(each.number), each.kind, it.one(each.row)) for each in it.named())
        columns = (it.frame("paragraph"), it.frame("kind_of_row"), it.frame("row"))
        blocks += [it.heading("paragraph_rows", 2), Table(columns, origins, (3, 5, 9), small=True)]
    return blocks


def _origin(it: Wording, number: model.Number) -> tuple[Said, ...]:
    how = it.each(lambda language: f"{it.text(number.noun, language)}: {it.text(number.query, language)}")
    rows = it.one("\n".join(number.rows)) if number.rows else it.frame("no_rows")
    return (it.one(it.document.mark(number.id)), it.number(number.id), how, rows, ())


def checkpoint(it: Wording) -> list[Block]:
    """The ledger's checkpoint."""
    if not it.document.checkpoint:
        return []
    return [it.heading("checkpoint"), Prose(it.frame("checkpoint_intro")), Fixed(it.document.checkpoint)]
