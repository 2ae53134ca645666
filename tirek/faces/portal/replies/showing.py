"""What stands beside a published thing, in the reader's words, ready for `portal/_voices.html`: any page of the portal shows it the same way."""

from dataclasses import dataclass
from datetime import date

from tirek.insight.publications.queries import Voices, replies_to
from tirek.insight.publications.queries.replies import Note, ShownReply, Stretch, TakenBack, Unanswered
from tirek.insight.publications.voice_words import GROUNDS, OUTCOMES, SPEAKERS


@dataclass(frozen=True, slots=True)
class BesideReply:
    """A reply with who speaks in words and, where it is about one figure, the figure as the text has it."""

    reply: ShownReply
    speaker: object
    quote: str


@dataclass(frozen=True, slots=True)
class BesideTakenBack:
    """A reply that was taken back, in words: nothing of what it said."""

    reply: TakenBack
    speaker: object
    reason: object
    quote: str


@dataclass(frozen=True, slots=True)
class BesideRequest:
    """An unanswered request for a reply, in words."""

    request: Unanswered
    speaker: object
    quote: str


@dataclass(frozen=True, slots=True)
class BesideNote:
    """A decision about a change that somebody asked for, in words."""

    note: Note
    outcome: object


@dataclass(frozen=True, slots=True)
class Beside:
    """All that stands beside a thing: of `changes` that wait their number and the next last day alone. `figure` is a stretch as addresses carry it, where only one figure is shown."""

    kind: str
    country: str
    key: str
    replies: tuple[BesideReply, ...]
    requests: tuple[BesideRequest, ...]
    changes: int
    next_due: date | None
    notes: tuple[BesideNote, ...]
    aside: int
    language: str = ""
    figure: str = ""
    taken_back: tuple[BesideTakenBack, ...] = ()


def beside(kind: str, country: str, key: str, *, text: str = "", language: str = "", figure: Stretch = None) -> Beside:
    """What stands beside a thing, or beside one figure of it; `text` is the document's, so that replies can quote their figure. Costs three queries."""
    found: Voices = replies_to(kind, country, key)
    if figure is not None:
        found = found.about(*figure)
    return Beside(
        kind, country, key,
        tuple(BesideReply(each, SPEAKERS[each.speaker], quote_of(each.stretch, text)) for each in found.replies),
        tuple(BesideRequest(each, SPEAKERS[each.speaker], quote_of(each.stretch, text)) for each in found.unanswered),
        len(found.changes), min((each.due_on for each in found.changes), default=None),
        tuple(BesideNote(each, OUTCOMES[each.outcome]) for each in found.notes), found.aside, language, f"{figure[0]}-{figure[1]}" if figure else "",
        tuple(BesideTakenBack(each, SPEAKERS[each.speaker], GROUNDS[each.reason], quote_of(each.stretch, text)) for each in found.taken_back),
    )  # fmt: skip


def quote_of(stretch: Stretch, text: str) -> str:
    """The figure's own words."""
    return text[slice(*stretch)] if stretch else ""
