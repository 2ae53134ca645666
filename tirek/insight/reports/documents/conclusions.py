"""What a report concludes: findings, good practices, recommendations, dissenting opinions."""

from tirek.foundation.files.typesetting import date_words
from tirek.insight.reports.documents import model
from tirek.insight.reports.documents.blocks import Block, Heading, Line, Prose, Said
from tirek.insight.reports.documents.wording import PHRASES, Wording


def findings(it: Wording) -> list[Block]:
    """The findings by section."""
    blocks: list[Block] = [it.heading("findings")]
    for section in it.document.sections:
        blocks.append(Heading(2, it.words(section.title)))
        blocks += [_finding(it, paragraph, "finding_row") for paragraph in section.paragraphs]
    return blocks if len(blocks) > 1 else [*blocks, Prose(it.frame("empty_section"))]


def practices(it: Wording) -> list[Block]:
    """Good practices."""
    if not it.document.good_practices:
        return []
    return [it.heading("good_practices"), *(_finding(it, paragraph, "practice_row") for paragraph in it.document.good_practices)]


def _finding(it: Wording, paragraph: model.Paragraph, kind: str) -> Prose:
    notes = list[Said]()
    if paragraph.area:
        notes.append(it.note("area", lambda language: it.text(paragraph.area, language)))
    if paragraph.seriousness:
        notes.append(it.note("seriousness", lambda language: it.text(paragraph.seriousness, language)))
    if paragraph.standards:
        notes.append(it.note("standards", lambda language: "; ".join(it.text(one, language) for one in paragraph.standards)))
    if paragraph.sources:
        notes.append(it.note("sources", lambda language: "; ".join(it.text(source, language) for source in paragraph.sources)))
    if paragraph.single_source_reason:
        notes.append(it.note("single_source", lambda language: it.as_written(paragraph.single_source_reason, language)))
    if paragraph.reworded:
        notes.append(it.frame("reworded_paragraph_here"))
    return it.numbered(it.words(paragraph.text), paragraph.row, kind, notes)


def recommendations(it: Wording) -> list[Block]:
    """The recommendations with their addressees, limits and earlier wordings."""
    blocks: list[Block] = [it.heading("recommendations")]
    blocks += [_recommendation(it, recommendation) for recommendation in it.document.recommendations]
    return blocks if len(blocks) > 1 else [*blocks, Prose(it.frame("empty_section"))]


def _recommendation(it: Wording, recommendation: model.RecommendationLine) -> Prose:
    notes = [it.note("addressee", lambda language: it.text(recommendation.addressee, language))]
    if recommendation.days or recommendation.due:
        notes.append(it.note("time_limit", lambda language: _limit(it, recommendation, language)))
    if recommendation.priority:
        notes.append(it.note("priority", lambda language: it.text(recommendation.priority, language)))
    if recommendation.indicator:
        notes.append(it.note("indicator", lambda language: it.text(recommendation.indicator, language)))
    paragraphs = ", ".join(it.printed[row] for row in recommendation.findings if row in it.printed)
    if paragraphs:
        notes.append(it.note("from_findings", lambda language: paragraphs))
    if recommendation.change:
        notes.append(it.frame(f"{recommendation.change}_here"))
    notes += [note for each in recommendation.earlier for note in _earlier(it, each)]
    it.rows.append((recommendation.number, "recommendation_row", recommendation.row))
    return Prose(it.words(recommendation.text), recommendation.number, tuple(notes), recommendation.row)


def _earlier(it: Wording, wording: model.EarlierWording) -> list[Said]:
    def head(language: str) -> str:
        on = date_words(wording.issued_on, language) if wording.issued_on else ""
        return PHRASES.say("earlier_wording", language).format(version=wording.version, date=on)

    said = [it.each(lambda language: f"{head(language)}: {it.text(wording.text, language)}")]
    return [*said, it.note("indicator", lambda language: it.text(wording.indicator, language))] if wording.indicator else said


def _limit(it: Wording, recommendation: model.RecommendationLine, language: str) -> Line:
    due = PHRASES.say("until", language).format(date=date_words(recommendation.due, language)) if recommendation.due else ""
    if not recommendation.days:
        return (due,)
    days = it.plural("working_days" if recommendation.working_days else "calendar_days", recommendation.days, language)
    return (*days, f", {due}") if due else days


def dissents(it: Wording) -> list[Block]:
    """Dissenting opinions."""
    if not it.document.dissents:
        return []
    return [it.heading("dissents"), *(_dissent(it, dissent) for dissent in it.document.dissents)]


def _dissent(it: Wording, dissent: model.DissentLine) -> Prose:
    notes = [
        it.each(lambda language: f"{dissent.name}, {it.text(dissent.role, language)}"),
        it.note("date", lambda language: date_words(dissent.given_on, language)),
    ]
    if dissent.version:
        notes.append(it.frame("dissent_carried", version=dissent.version))
    return it.numbered(it.words(dissent.text), dissent.row, "dissent_row", notes)
