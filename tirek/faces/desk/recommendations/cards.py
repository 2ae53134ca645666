"""A visit's recommendations as cards: the text with its state, what it rests on, and the advice to its author."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tirek.faces.desk.recommendations.labelwords import by_kind
from tirek.faces.frame.answers import words
from tirek.faces.frame.fields import said
from tirek.followup.recommendations import queries
from tirek.foundation.jurisdictions.queries import areas
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import StateKind
from tirek.ground.rules.actors import Actor
from tirek.records.visits.queries import FindingFacts, VisitFacts


@dataclass(frozen=True, slots=True)
class Advice:
    """One hint to the author: its sentence, and the language that it is about (empty for the whole)."""

    sentence: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A recommendation of a visit, ready to be shown. `word` and `verified` are the two axes; drafts have neither yet."""

    facts: queries.RecommendationFacts
    languages: tuple[str, ...]
    state: tuple[str, StateKind]
    word: tuple[str, StateKind]
    verified: tuple[str, StateKind]
    addressee: str
    stands_in: str
    kind: str
    priority: str
    rests_on: tuple[tuple[int, str], ...]
    advice: tuple[Advice, ...]
    missing: tuple[str, ...]
    labels: tuple[tuple[str, list[str]], ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.facts.state == "draft"


def card(facts: queries.RecommendationFacts, seen: VisitFacts, findings: Iterable[FindingFacts], today: date) -> Card:
    """One recommendation as a card."""
    found = tuple(findings)
    languages = words.side_by_side(facts.country, facts.text, facts.indicator)
    stands_in = facts.answers_for_it if facts.answers_for_it != facts.addressee else ""
    return Card(
        facts=facts,
        languages=languages,
        state=words.state_of(words.STATES, facts.state),
        word=words.state_of(words.WORDS, facts.word),
        verified=words.state_of(words.VERIFICATIONS, facts.verification),
        addressee=words.body_words(facts.country, facts.addressee, facts.issued_on or today),
        stands_in=words.body_words(facts.country, stands_in, today) if stands_in else "",
        kind=str(words.KINDS[facts.kind]),
        priority=str(words.PRIORITIES[facts.priority]),
        rests_on=tuple((each.position, finding_words(each)) for each in found if each.id in facts.findings),
        advice=advice_of(facts, seen, found, today) if facts.state == "draft" else (),
        missing=tuple(LANGUAGE_NAMES[code] for code in facts.text.missing(languages)),
        labels=tuple(by_kind(facts.country, facts.labels)),
    )


def advice_of(
    facts: queries.RecommendationFacts | queries.ProposalFacts, seen: VisitFacts, findings: Iterable[FindingFacts], today: date
) -> tuple[Advice, ...]:
    """The hints to the author of these words."""
    hints = queries.hints_of(facts, seen=seen, findings=findings, today=today)
    return tuple(Advice(words.hint_words(hint), LANGUAGE_NAMES.get(hint.language, "")) for hint in hints)


def finding_words(finding: FindingFacts) -> str:
    """A finding by its area and the beginning of its text; one that waits for its doctor says so and nothing else."""
    area = {one.code: one.name for one in areas()}.get(finding.area)
    text = _("waits for the doctor’s wording") if finding.waits_for_doctor else words.head_of(said(finding.text), 160)
    return f"{said(area)}: {text}" if area else text


def suggestion(seen: VisitFacts, by: Actor, today: date) -> tuple[str, str]:
    """The suggested addressee and the sentence that explains it."""
    then, now = queries.suggested_addressee(seen.id, by=by, today=today)
    if not then:
        return "", _("No authority is laid down for this place. Choose the one that can do it.")
    told = {"day": day(seen.starts_on), "then": words.body_words(seen.country, then, seen.starts_on)}
    if now == then:
        return then, _("Suggested: on %(day)s the place was under %(then)s.") % told
    told["now"] = words.body_words(seen.country, now, today)
    return now, _("Suggested: on %(day)s the place was under %(then)s; today %(now)s stands in its place.") % told
