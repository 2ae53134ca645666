"""The course of the visit in a report: access and its refusals, meetings, urgent measures, the closing talk."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from tirek.foundation.files.typesetting import date_words
from tirek.insight.reports.documents import model
from tirek.insight.reports.documents.blocks import Block, Heading, Line, Prose, Said, Table
from tirek.insight.reports.documents.wording import PHRASES, Wording


def access(it: Wording) -> list[Block]:
    """Which rights of access were honoured, and every refusal."""
    blocks = list[Block]()
    if it.document.entitlements:
        earlier = {True: "granted", False: "hindered", None: "not_recorded"}
        rows = tuple(
            (it.words(one.name), it.one(one.article), it.frame(one.outcome or earlier[one.granted]))
            for one in it.document.entitlements
        )
        blocks += [
            it.heading("access"),
            Table((it.frame("entitlement"), it.frame("article"), it.frame("honoured")), rows, (5, 2, 2)),
        ]
    if it.document.refusals:
        blocks.append(it.heading("refusals", 2))
        blocks += [_refusal(it, refusal) for refusal in it.document.refusals]
    return blocks


def _refusal(it: Wording, refusal: model.RefusedAccess) -> Prose:
    outcome = refusal.outcome or ("delayed" if refusal.minutes else "refused")
    notes = [
        it.note(f"office_{outcome}", lambda language: it.as_written(refusal.office, language)),
        it.note("ground", lambda language: it.as_written(refusal.ground, language)),
        *_lasted(it, refusal.minutes, outcome),
    ]
    return it.numbered(it.words(refusal.entitlement), refusal.row, "refusal_row", notes)


def _lasted(it: Wording, minutes: str, outcome: str) -> Iterator[Said]:
    """How long it was; a refusal without minutes was never lifted, a violation has none."""
    if minutes:
        yield it.note("delay" if outcome == "delayed" else "how_long", lambda language: it.plural("minutes", minutes, language))
    elif outcome == "delayed":
        yield it.note("delay", lambda language: PHRASES.say("not_recorded", language))
    elif outcome == "refused":
        yield it.frame("no_access")


def meetings(it: Wording) -> list[Block]:
    """Whom the delegation met."""
    if not it.document.meetings:
        return []
    return [it.heading("meetings"), *(_meeting(it, meeting) for meeting in it.document.meetings)]


def _meeting(it: Wording, meeting: model.Meeting) -> Prose:
    notes = (
        it.note("partner", lambda language: it.text(meeting.partner, language)),
        it.note("date", lambda language: date_words(meeting.held_on, language)),
    )
    return it.numbered(it.written(meeting.subject), meeting.row, "meeting_row", notes)


def urgent(it: Wording) -> list[Block]:
    """Measures that could not wait."""
    if not it.document.urgent_measures:
        return []
    return [it.heading("urgent"), *(_measure(it, measure) for measure in it.document.urgent_measures)]


def _measure(it: Wording, measure: model.UrgentMeasure) -> Prose:
    notes = [
        *_moment(it, "urgent_seen", measure.seen_at),
        *_moment(it, "urgent_sent", measure.sent_at),
        it.note("addressee", lambda language: it.text(measure.addressee, language)),
        it.note("answer_within", lambda language: it.plural("hours", measure.hours, language)),
        *_moment(it, "urgent_answered", measure.answered_at),
    ]
    if measure.outcome:
        notes.append(it.note("outcome", lambda language: it.as_written(measure.outcome, language)))
    return it.numbered(it.words(measure.text), measure.row, "urgent_row", notes)


def _moment(it: Wording, key: str, moment: datetime | None) -> Iterator[Said]:
    if moment:
        day, time = moment.date(), f"{moment:%H:%M}"
        yield it.each(lambda language: PHRASES.say(key, language).format(date=date_words(day, language), time=time))


def closing_talk(it: Wording) -> list[Block]:
    """What was said and promised in the closing talk."""
    talk = it.document.closing_talk
    if not talk:
        return []
    notes = (
        it.note("partner", lambda language: it.as_written(talk.partner, language)),
        it.note("date", lambda language: date_words(talk.held_on, language)),
    )
    promised = it.each(lambda language: _promises(it, talk.promises, language)) if talk.promises else it.written(talk.promised)
    if not talk.said:
        return [it.heading("closing_talk"), Heading(2, it.frame("promised")), it.numbered(promised, talk.row, "talk_row", notes)]
    return [
        it.heading("closing_talk"), Heading(2, it.frame("talk_said")), it.numbered(it.written(talk.said), talk.row, "talk_row", notes),
        Heading(2, it.frame("promised")), replace(it.numbered(promised, talk.row, "talk_row", ()), row=""),
    ]  # fmt: skip


def _promises(it: Wording, promises: tuple[model.Promise, ...], language: str) -> Line:
    lines = [_promise(it, promise, language) for promise in promises]
    return tuple(piece for place, line in enumerate(lines) for piece in (("; ", *line) if place else line))


def _promise(it: Wording, promise: model.Promise, language: str) -> Line:
    """A promise with who gave it: one mark where both are in the same other language."""
    source, whose = promise.what.best_language(language), promise.by_whom.best_language(language)
    what, whom = it.as_written(promise.what, language), it.as_written(promise.by_whom, language)
    if promise.by_whom and source == whose != language:
        what = it.marked(source, f"{promise.what.in_(source)} ({promise.by_whom.in_(whose)})", language)
    elif promise.by_whom:
        what = (*what, " (", *whom, ")")
    if not promise.until:
        return what
    before, after = PHRASES.say("promised_until", language).format(what="\0", date=date_words(promise.until, language)).split("\0")
    return tuple(piece for piece in (before, *what, after) if piece)
