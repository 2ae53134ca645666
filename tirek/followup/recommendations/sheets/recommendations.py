"""Recommendations as a sheet: one row each, with the newest answer and the newest verification beside each other, never merged."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.utils.translation import gettext_noop as _

from tirek.followup.recommendations.models import Recommendation
from tirek.followup.recommendations.policies import may_answer
from tirek.followup.recommendations.refusals import DayOfWordMissing
from tirek.followup.recommendations.services.arranging import set_theme
from tirek.followup.recommendations.services.issued import record_answer, verify
from tirek.followup.recommendations.services.past import (
    amend_past_recommendation,
    enter_past_recommendation,
    remove_past_recommendation,
    take_back_answer,
    take_back_verification,
)
from tirek.followup.recommendations.sheets import labels
from tirek.followup.recommendations.texts import passages
from tirek.followup.recommendations.wordings import in_force
from tirek.foundation.jurisdictions.queries import themes
from tirek.foundation.sheets.choosing import bodies, choice, translated
from tirek.foundation.sheets.kinds import SheetKind, Values
from tirek.ground.rules.actors import MECHANISM, Actor
from tirek.ground.rules.sheet_columns import Column
from tirek.ground.rules.sheet_refusals import NotBySheet
from tirek.ground.rules.words import LANGUAGES, Words

TEXTS = {
    "ru": _("Recommendation in Russian"), "kk": _("Recommendation in Kazakh"), "ky": _("Recommendation in Kyrgyz"), "en": _("Recommendation in English"),
}  # fmt: skip
ALSO = {"ru": ("Рекомендация", "Текст рекомендации"), "kk": ("Ұсыным",), "ky": ("Сунуш",), "en": ("Recommendation",)}
KINDS = (
    ("practice", gettext_lazy("a practice")), ("resources", gettext_lazy("money, staff or things")), ("rules", gettext_lazy("internal rules")),
    ("law", gettext_lazy("a law")), ("individual", gettext_lazy("the situation of one person")),
)  # fmt: skip
PRIORITIES = (("ordinary", pgettext_lazy("priority", "ordinary")), ("high", pgettext_lazy("priority", "high")), ("urgent", pgettext_lazy("priority", "urgent")))
WORDS = (
    ("acknowledged", gettext_lazy("letter received")), ("accepted", pgettext_lazy("authority", "accepts")), ("partly_accepted", pgettext_lazy("authority", "accepts in part")),
    ("rejected", pgettext_lazy("authority", "does not accept")), ("in_progress", pgettext_lazy("authority", "says that work is under way")),
    ("claimed_implemented", pgettext_lazy("authority", "says that it is done")),
)  # fmt: skip
OUTCOMES = (
    ("implemented", pgettext_lazy("verified", "carried out")), ("partially_implemented", pgettext_lazy("verified", "carried out in part")),
    ("not_implemented", pgettext_lazy("verified", "not carried out")), ("obsolete", pgettext_lazy("verified", "no longer needed")),
)  # fmt: skip
DOCUMENT = ("addressee", "kind", "priority", "issued_on", "due_on")
ANSWER = ("word", "said_on", "letter_number", "answer")
FOUND = ("outcome", "verified_on", "found")


class RecommendationsSheet(SheetKind):
    """Which columns a sheet of recommendations has. An answer or a verification with a later day is entered as a new one; nothing of the history is written over."""

    name = "recommendations"
    words = _("Recommendations")
    label = "text_ru"
    label_else = ("text_kk", "text_ky", "text_en")
    note = _("New recommendations come in only for past visits that came in before. For any other the sheet can enter later answers and verifications.")

    def columns(self, country: str) -> tuple[Column, ...]:
        """The document, then the authority's word, then what the mechanism verified."""
        texts = [Column(key=f"text_{language}", words=words, most=8_000, also=ALSO[language], hint=_("At least one language needs the text.")) for language, words in TEXTS.items()]
        return (
            Column(key="visit", words=_("Visit"), kind="thing", of="visits", needed=True, hint=_("The reference of the visit.")),
            *texts,
            Column(key="addressee", words=_("Addressee"), kind="choice", needed=True, choices=bodies(country), also=("Кому", "Орган")),
            Column(key="kind", words=_("What has to change"), kind="choice", choices=translated(KINDS)),
            Column(key="priority", words=_("Priority"), kind="choice", choices=translated(PRIORITIES)),
            Column(key="issued_on", words=_("Issued"), kind="day", needed=True, also=("Дата", "Дата вынесения")),
            Column(key="due_on", words=_("Answer due"), kind="day", hint=_("Empty where the country's time limit runs from the issue.")),
            Column(key="word", words=_("The authority says"), kind="choice", choices=translated(WORDS)),
            Column(key="said_on", words=_("Date of the letter"), kind="day"),
            Column(key="letter_number", words=_("Number of the letter"), most=60),
            Column(key="answer", words=_("Words of the letter"), most=8_000),
            Column(key="outcome", words=_("The mechanism verified"), kind="choice", choices=translated(OUTCOMES)),
            Column(key="verified_on", words=_("Day of the verification"), kind="day"),
            Column(key="found", words=_("What was found"), most=8_000),
            Column(key="theme", words=_("Theme"), kind="choice", choices=tuple(choice(one.code, one.name) for one in themes())),
            *labels.columns(country),
        )

    def may_bring(self, by: Actor, country: str) -> bool:
        """Head and secretariat."""
        return may_answer(by, country)

    def may_take(self, by: Actor, country: str) -> bool:
        """All of the mechanism, as the list on the screen."""
        return by.has(*MECHANISM, country=country)

    def seen(self, by: Actor, country: str) -> QuerySet[Recommendation]:
        """Issued ones that the person may see."""
        return Recommendation.objects.issued_visible_to(by, country)

    def ids(self, by: Actor, country: str) -> Iterable[UUID]:
        """The newest first."""
        return self.seen(by, country).values_list("pk", flat=True)

    def held(self, ids: Sequence[UUID], by: Actor, country: str) -> Mapping[UUID, Values]:
        """As they stand, with the newest word and the newest verification."""
        return {row.pk: values_of(row) for row in self.seen(by, country).filter(pk__in=ids).prefetch_related("answers", "verifications", "wordings")}

    def make(self, values: Values, *, reference: str, by: Actor, country: str, names_nobody: str) -> UUID:
        """Enters it as it was issued, then its answer and its verification."""
        confirmed = bool(names_nobody)
        document = {key: values[key] for key in DOCUMENT if values.get(key) is not None}
        made = enter_past_recommendation(
            visit_id=UUID(str(values["visit"])), number=reference, text=worded(Words(), values), by=by, confirmed=confirmed, **cast(Any, document)
        ).value  # fmt: skip
        if any(values.get(key) is not None for key in ANSWER):
            answer(made, values, by, confirmed)
        if any(values.get(key) is not None for key in FOUND):
            verified(made, values, by, confirmed)
        if values.get("theme"):
            set_theme(recommendation_id=made, theme=str(values["theme"]), by=by)
        labels.put(made, (), values, by=by, country=country)
        return made

    def change(self, thing: UUID, held: Values, changes: Values, *, by: Actor, country: str, names_nobody: str) -> None:
        """Mends the document of a past one; enters later words, or takes them back with the import that entered them."""
        confirmed, row = bool(names_nobody), Recommendation.objects.prefetch_related("answers", "verifications").get(pk=thing)
        document: dict[str, Any] = {key: changes[key] for key in DOCUMENT if key in changes}
        if any(key.startswith("text_") for key in changes):
            document["text"] = worded(row.text, changes)
        if "visit" in changes:
            raise NotBySheet
        if document:
            amend_past_recommendation(recommendation_id=thing, changes=document, by=by, confirmed=confirmed)
        wanted = {**held, **changes}
        if set(ANSWER) & set(changes):
            before = [answer_values(each) for each in in_order(row, "answers")]
            if goes_back(before, wanted, ANSWER):
                take_back_answer(recommendation_id=thing, by=by)
            else:
                check_later(wanted, held, "said_on")
                answer(thing, wanted, by, confirmed)
        if set(FOUND) & set(changes):
            before = [found_values(each) for each in in_order(row, "verifications")]
            if goes_back(before, wanted, FOUND):
                take_back_verification(recommendation_id=thing, by=by)
            else:
                check_later(wanted, held, "verified_on")
                verified(thing, wanted, by, confirmed)
        if "theme" in changes:
            set_theme(recommendation_id=thing, theme=str(changes["theme"] or ""), by=by)
        labels.put(thing, row.labels, changes, by=by, country=country)

    def unmake(self, thing: UUID, *, by: Actor, country: str) -> None:
        """Takes it away with what came with it."""
        remove_past_recommendation(recommendation_id=thing, by=by)


def goes_back(standing: list[dict[str, Any]], wanted: Values, keys: Sequence[str]) -> bool:
    """Whether what is wanted is what stood before the newest one: then an import is being taken back."""
    before = standing[-2] if len(standing) > 1 else dict.fromkeys(keys)
    return bool(standing) and all(wanted.get(key) == before[key] for key in keys)


def check_later(wanted: Values, held: Values, key: str) -> None:
    """What a sheet adds has a later day than what stands there. Raises NotBySheet, because it would write over what was entered."""
    new, old = wanted.get(key), held.get(key)
    if isinstance(new, date) and isinstance(old, date) and new <= old:
        raise NotBySheet


def answer(thing: UUID, values: Values, by: Actor, confirmed: bool) -> None:
    """Enters what the authority says. Raises DayOfWordMissing and what `record_answer` raises."""
    if not values.get("word") or not isinstance(values.get("said_on"), date):
        raise DayOfWordMissing
    text, on = str(values.get("answer") or ""), cast(date, values["said_on"])
    passages(text, confirmed=confirmed)
    record_answer(
        recommendation_id=thing, word=str(values["word"]), said_on=on, received_on=on, text=text, letter_number=str(values.get("letter_number") or ""), by=by,
        confirmed=confirmed,
    )  # fmt: skip


def verified(thing: UUID, values: Values, by: Actor, confirmed: bool) -> None:
    """Enters what the mechanism found, read in documents. Raises DayOfWordMissing and what `verify` raises."""
    if not values.get("outcome") or not isinstance(values.get("verified_on"), date) or not values.get("found"):
        raise DayOfWordMissing
    text = str(values["found"])
    passages(text, confirmed=confirmed)
    verify(recommendation_id=thing, outcome=str(values["outcome"]), verified_on=cast(date, values["verified_on"]), way="documents", text=text, by=by, confirmed=confirmed)


def worded(before: Words, values: Values) -> Words:
    """The text with the languages that the row tells."""
    told = {language: str(values[f"text_{language}"] or "") for language in LANGUAGES if f"text_{language}" in values}
    whole = {**dict(before.texts), **told}
    return Words.of(whole, before.source if whole.get(before.source) else "")


def in_order(row: Recommendation, what: str) -> list[Any]:
    """Answers or verifications, the one that stands last: by their days, of equal days what the recommendation mirrors."""
    if what == "answers":
        return sorted(row.answers.all(), key=lambda each: (each.said_on, each.received_on, each.position or 0, each.word == row.word))
    return sorted(row.verifications.all(), key=lambda each: (each.verified_on, each.outcome == row.verification))


def answer_values(row: Any) -> dict[str, Any]:
    """An answer under the keys of the columns."""
    return {"word": row.word, "said_on": row.said_on, "letter_number": row.letter_number or None, "answer": row.text or None}


def found_values(row: Any) -> dict[str, Any]:
    """A verification under the keys of the columns."""
    return {"outcome": row.outcome, "verified_on": row.verified_on, "found": row.text}


def values_of(row: Recommendation) -> dict[str, Any]:
    """A recommendation's values under the keys of the columns; what is empty is None."""
    answers, found = in_order(row, "answers"), in_order(row, "verifications")
    document = {"visit": str(row.visit_id), **{key: getattr(row, key) for key in DOCUMENT}}
    text = in_force(row).text
    texts = {f"text_{language}": text.in_(language) or None for language in LANGUAGES}
    return {
        **document, **texts, **(answer_values(answers[-1]) if answers else dict.fromkeys(ANSWER)),
        **(found_values(found[-1]) if found else dict.fromkeys(FOUND)), "theme": row.theme or None, **labels.values_of(row.country, row.labels),
    }  # fmt: skip
