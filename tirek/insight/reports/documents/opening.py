"""What a report opens with: the table of the visit, what a further version changes, the summary, the visit in counts."""

from tirek.foundation.files.typesetting import days_words
from tirek.insight.reports.documents import model
from tirek.insight.reports.documents.blocks import Block, Drawing, Facts, Prose, Table
from tirek.insight.reports.documents.wording import PHRASES, Wording


def chart_name(languages: tuple[str, ...]) -> str:
    """The picture's name for the languages of a part."""
    return f"chart-{'-'.join(languages)}"


def cover(it: Wording) -> Facts:
    """The table that opens the report: place, authority, days, delegation."""
    place = it.document.place
    rows = [
        ("place", it.words(place.name)),
        ("place_kind", it.words(place.kind)),
        ("region", it.words(place.region)),
        ("authority", it.words(place.authority)),
        ("days", it.each(lambda language: _days(it, language))),
        ("delegation", it.each(lambda language: _delegation(it, language))),
    ]
    if it.document.issued_on:
        rows.append(("issued", it.day(it.document.issued_on)))
    return it.facts(*rows)


def changed(it: Wording) -> list[Block]:
    """What this version changes: recommendations and paragraphs by number. It names what was composed before it."""
    rows = [(change, it.plain(", ".join(numbers))) for change, numbers in it.document.changed_recommendations]
    blocks: list[Block] = [it.heading("changed_recommendations"), it.facts(*rows)] if rows else []
    numbers = ", ".join(it.printed[each.row] for each in it.document.paragraphs if each.reworded)
    if numbers or it.document.changed_records:
        blocks.append(it.heading("changed_records"))
    if numbers:
        blocks.append(it.facts(("reworded_paragraphs", it.plain(numbers))))
    if it.document.changed_records:
        blocks.append(Prose(it.each(lambda language: _changed_records(it, language))))
    return blocks


def _changed_records(it: Wording, language: str) -> str:
    return "; ".join(PHRASES.say(part, language) for part in it.document.changed_records)


def _days(it: Wording, language: str) -> str:
    visit = it.document.visit
    return days_words(visit.began, visit.ended, language)


def _delegation(it: Wording, language: str) -> str:
    visit = it.document.visit
    lines = [f"{it.text(one.role, language)} ({it.text(one.profession, language)})" for one in visit.delegation]
    if visit.joint_with_spt:
        lines.append(PHRASES.say("joint", language))
    return "\n".join(lines) or PHRASES.say("none", language)


def summary(it: Wording) -> list[Block]:
    """The summary, where one was written."""
    return [it.heading("summary"), Prose(it.words(it.document.summary))] if it.document.summary else []


def overview(it: Wording) -> list[Block]:
    """The visit in counts, with their picture."""
    chart, blocks = it.document.chart, list[Block]()
    if it.document.overview or chart:
        blocks.append(it.heading("overview"))
    if it.document.overview:
        blocks.append(_measures(it, it.document.overview))
    if chart:
        alternative = " / ".join(it.text(chart.alternative, language) for language in it.languages)
        caption = it.each(lambda language: f"{PHRASES.say('figure_caption', language)}. {it.text(chart.title, language)}")
        blocks += [Drawing(chart_name(it.languages), alternative, caption), _measures(it, chart.bars)]
    return blocks


def _measures(it: Wording, facts: tuple[model.Fact, ...]) -> Table:
    rows = tuple((it.words(fact.label), it.number(fact.number)) for fact in facts)
    return Table((it.frame("what"), it.frame("count")), rows, (4, 1))
