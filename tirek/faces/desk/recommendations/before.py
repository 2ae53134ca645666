"""What was said before: shown beside a draft while it is written, with the reason, so that its writer says whether it repeats one. It decides nothing itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.frame.answers import words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.followup.recommendations import queries
from tirek.foundation.ui.pieces import StateKind
from tirek.ground.rules.repeats.comparing import Alike, Differs
from tirek.ground.rules.repeats.reading import WORDS
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.records.visits import queries as visits

SORTS = {
    "what": gettext_lazy("Subject"), "room": gettext_lazy("Where"), "who": gettext_lazy("For whom"), "role": gettext_lazy("Who acts or is told"),
    "when": gettext_lazy("On what occasion"), "number": gettext_lazy("Norm"), "denied": gettext_lazy("One denies what the other asks"),
}  # fmt: skip
"""In what two texts differ."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An earlier recommendation with why it is shown, in words."""

    facts: queries.Before
    addressee: str
    word: tuple[str, StateKind]
    verified: tuple[str, StateKind]
    thread: str
    alike: str
    differs: tuple[str, ...]
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class BeforeShown:
    """The whole section: what was found, what the writer said is something else, the others of the place; `looked` is false while there is no text."""

    at: str
    looked: bool
    found: tuple[Shown, ...]
    refused: tuple[Shown, ...]
    others: tuple[tuple[str, str], ...]
    chosen: str

    @property
    def unanswered(self) -> bool:
        """Whether something was found and the writer chose none of it."""
        return bool(self.found) and not self.chosen


def shown(one: queries.Before, country: str, chosen: str = "") -> Shown:
    """One with its words."""
    body = words.body_words(country, one.addressee, one.issued_on or timezone.localdate(), short=True)
    return Shown(
        one, body, words.state_of(words.WORDS, one.word), words.state_of(words.VERIFICATIONS, one.verification), words.thread_words(one.thread),
        alike_words(one.compared.alike), tuple(map(differs_words, one.compared.differs)), chosen == str(one.id),
    )  # fmt: skip


def alike_words(alike: Sequence[Alike]) -> str:
    """What both tell, in the words of each: the draft's first. Plain words only where nothing else is alike."""
    alike = [each for each in alike if each.slot != WORDS] or list(alike)
    pairs = [(each.here,) if each.here.casefold() == each.there.casefold() else (each.here, each.there) for each in alike]
    return "; ".join(" — ".join(_("“%(words)s”") % {"words": each} for each in pair) for pair in pairs)


def differs_words(one: Differs) -> str:
    """What differs, in the words of each."""
    told = {"sort": SORTS.get(one.slot, ""), "here": one.here, "there": one.there}
    if one.here and one.there:
        return _("%(sort)s: here “%(here)s”, there “%(there)s”") % told
    if one.slot == "denied":
        return _("%(sort)s: “%(here)s”") % told
    return _("%(sort)s: only here “%(here)s”") % told if one.here else _("%(sort)s: only there “%(there)s”") % told


def section(request: SignedRequest, seen: visits.VisitFacts, asked: Mapping[str, Any], themes: Mapping[str, str], refused: Iterable[UUID]) -> BeforeShown:
    """The section for what the form holds now. `asked` are text, findings and what was chosen; `themes`: finding -> its area."""
    chosen, country = str(asked.get("repeats") or ""), seen.country
    areas = frozenset(themes[each] for each in asked["findings"] if themes.get(each))
    asking = queries.Asking(asked["text"], seen.place_id, areas, seen.id, chosen=as_id(chosen), refused=frozenset(refused))
    told = queries.said_before(asking, by=request.actor, country=country)
    return BeforeShown(
        reverse("desk:recommendation-before", args=[seen.id]), bool(asked["text"]), tuple(shown(each, country, chosen) for each in told.found),
        tuple(shown(each, country) for each in told.refused), tuple((str(each.id), f"{each.number}: {words.head_of(said(each.text), 120)}") for each in told.others), chosen,
    )  # fmt: skip


def as_id(text: str) -> UUID | None:
    """The id that a field names, if it is one."""
    try:
        return UUID(text)
    except ValueError:
        return None


def typed(data: Mapping[str, Any], name: str = "text") -> Words:
    """The text as it stands in the form, in whatever languages, before anything is checked."""
    return Words.of({code: str(data.get(f"{name}_{code}", ""))[:8_000] for code in LANGUAGES})
