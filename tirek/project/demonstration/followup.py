"""Telling what became of recommendations: the authority's word and the mechanism's verification, each with its own dates and authors."""

from uuid import UUID

from django.db import transaction

from tirek.followup.recommendations import services
from tirek.followup.recommendations.queries import recommendation
from tirek.ground.rules.actors import SYSTEM
from tirek.project.demonstration.reporting import told_ids
from tirek.project.demonstration.telling import Telling
from tirek.project.demonstration.told_visits import Answer, Recommendation, Verification, Visit


def follow_up(story: Visit, telling: Telling) -> None:
    """Answers and verifications of a visit's issued recommendations that do not stand yet; each recommendation's whole in one transaction."""
    if story.reach != "reported":
        return
    ids = told_ids(story, telling.visits[story.code], telling)
    for told in (each for each in story.recommendations if each.code in ids):
        stands = recommendation(ids[told.code], by=SYSTEM, today=telling.today)
        if not stands.answers and not stands.verifications:
            with transaction.atomic():
                tell(told, ids[told.code], telling)
        if told.theme and not stands.theme:
            services.set_theme(recommendation_id=ids[told.code], theme=told.theme, by=telling.actor("secretary"))


def tell(told: Recommendation, recommendation_id: UUID, telling: Telling) -> None:
    """One recommendation's answers, entered by the secretariat, and verifications."""
    for word in told.answers:
        answer(word, recommendation_id, telling)
    for found in told.verifications:
        verify(found, recommendation_id, telling)


def answer(told: Answer, recommendation_id: UUID, telling: Telling) -> None:
    """One word of the authority."""
    services.record_answer(
        recommendation_id=recommendation_id, word=told.word, said_on=telling.day(told.said), received_on=telling.day(told.received),
        letter_number=told.letter, text=told.text, named_until=None if told.named is None else telling.day(told.named), by=telling.actor("secretary"),
    )  # fmt: skip


def verify(told: Verification, recommendation_id: UUID, telling: Telling) -> None:
    """One finding of the mechanism about it."""
    services.verify(
        recommendation_id=recommendation_id, outcome=told.outcome, verified_on=telling.day(told.day), way=told.way, text=told.text,
        visit_id=telling.visits[told.visit] if told.visit else None, by=telling.actor(told.by),
    )  # fmt: skip
