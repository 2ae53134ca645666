"""A visit's record as values that can be kept and put back: access, meetings, the closing talk with its promises, urgent measures.

What was really sent to an authority and what it did is never put back to less: a measure that was sent since stays, also where it was sent anew in
other words; a note made since stays. Callers stand within an act.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import models

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.records.visits.models import NOTED_PARTS, AccessItem, ClosingTalk, Meeting, Promise, RecordAsIssued, UrgentMeasure, Visit
from tirek.records.visits.reach import part_of

Told = dict[str, object]

KEPT: dict[str, tuple[type[models.Model], str, tuple[str, ...]]] = {
    "access": (AccessItem, "visit", ("entitlement", "outcome", "by_whom", "ground", "minutes", "lifted_at")),
    "meetings": (Meeting, "visit", ("with_whom", "held_on", "note")),
    "closing_talk": (ClosingTalk, "visit", ("held_on", "with_whom", "note")),
    "promises": (Promise, "talk__visit", ("what", "by_whom", "until")),
    "urgent": (UrgentMeasure, "visit", ("what", "authority", "observed_at", "limit_hours", *NOTED_PARTS)),
}
"""Of each part its rows, how they hang on the visit, and what is kept of them. The talk stands before its promises."""


def record_of(visit: Visit) -> dict[str, dict[str, Told]]:
    """The record as it stands, row by row, in plain JSON values. Cost: 5 queries."""
    return {part: {str(row.pk): told(row, names) for row in rows_of(part, visit)} for part, (_model, _way, names) in KEPT.items()}


def rows_of(part: str, visit: Visit) -> "models.QuerySet[Any]":
    """The rows of a part."""
    model, way, _names = KEPT[part]
    return model._default_manager.filter(**{way: visit})


def told(row: models.Model, names: tuple[str, ...]) -> Told:
    """What a row says, in plain JSON values."""
    return {name: plain(getattr(row, name)) for name in names}


def plain(value: object) -> object:
    """A value as JSON holds it."""
    if isinstance(value, Words):
        return value.to_json()
    return value.isoformat() if isinstance(value, date) else value


def keep_as_issued(visit: Visit) -> None:
    """Keeps the record, unless it is kept already: a correction that follows an abandoned one begins from a record that is issued nowhere."""
    if standing(visit) is None:
        RecordAsIssued(country=visit.country, visit=visit, parts=record_of(visit)).save()


def forget_as_issued(visit: Visit) -> None:
    """A correction was issued: the record stands as it is issued now."""
    held = standing(visit)
    if held is not None:
        held.delete()


def standing(visit: Visit) -> RecordAsIssued | None:
    """The record as it was issued, while it can be put back."""
    return RecordAsIssued.objects.filter(visit=visit, restored_at=None).first()


def changed_parts(visit: Visit) -> tuple[str, ...]:
    """The parts that stand otherwise than they were issued; promises belong to the talk."""
    held = standing(visit)
    if held is None:
        return ()
    now = record_of(visit)
    back = going_back(held.parts, now)
    different = [part for part in KEPT if now[part] != back[part]]
    return tuple(dict.fromkeys("closing_talk" if part == "promises" else part for part in different))


def going_back(issued: dict[str, dict[str, Told]], now: dict[str, dict[str, Told]]) -> dict[str, dict[str, Told]]:
    """What the record is put back to: as issued, save urgent measures that were sent since and what was noted of them since.

    What was noted at the issue and taken back since comes back. Parts kept by an earlier version know nothing of notes.
    """
    measures = {key: measure_back(says, now["urgent"].get(key, {})) for key, says in issued["urgent"].items()}
    sent_since = {key: says for key, says in now["urgent"].items() if key not in issued["urgent"] and says["sent_at"]}
    return {**issued, "urgent": measures | sent_since}


def measure_back(issued: Told, now: Told) -> Told:
    """What one measure is put back to. One that was sent since, or sent anew in other words, says what was sent."""
    if now.get("sent_at") and (not issued.get("sent_at") or sent_anew(issued, now)):
        return now
    return {**issued, **{name: now.get(name) or issued.get(name, now.get(name)) for name in NOTED_PARTS}}


def sent_anew(issued: Told, now: Told) -> bool:
    """Whether two sent measures tell of two sendings: what is sent is rewritten only after that it was sent is taken back; translations also later."""
    before, after = (Words.from_json(each["what"]) for each in (issued, now))  # type: ignore[arg-type]
    rewritten = before.in_(before.source) != after.in_(after.source) or any(issued[name] != now[name] for name in ("authority", "observed_at"))
    return rewritten or (before != after and issued["sent_at"] != now["sent_at"])


def put_back(visit: Visit, issued: dict[str, dict[str, Told]]) -> None:
    """Writes the record as it was issued: rows that were added go, those that are gone come back under their own ids; see `going_back`.

    The measures are held first: that one was sent is noted before this begins, or refused after it.
    """
    list(rows_of("urgent", visit).select_for_update(no_key=True).order_by("pk").values_list("pk"))
    parts = going_back(issued, record_of(visit))
    for part in reversed(KEPT):
        for row in rows_of(part, visit):
            if str(row.pk) not in parts[part]:
                row.delete()
    for part, (model, _way, names) in KEPT.items():
        there = {str(row.pk): row for row in rows_of(part, visit)}
        for key, says in parts[part].items():
            if key not in there or told(there[key], names) != says:
                put_row(there.get(key) or made(model, key, visit), says)


def put_row(row: models.Model, says: Told) -> None:
    """Writes what a row said."""
    filled(row, says).save()


def filled(row: Any, says: Told) -> Any:
    """A row that says this, not saved."""
    for name, value in says.items():
        setattr(row, name, row._meta.get_field(name).to_python(value))
    return row


def shown_as_issued(part: str, visit: Visit, by: Actor) -> list[Any] | None:
    """The rows of a part as they are issued, unsaved, for a reader who does not write the record while it stands otherwise; else None.

    What is entered for a correction is as little for others to read as its draft, also after it was given up; a measure that was really sent is
    no draft, so they read it. Cost: 2 queries, 7 where it stands otherwise.
    """
    held = standing(visit) if visit.reported_on and not part_of(visit, by).records else None
    if held is None:
        return None
    model = KEPT[part][0]
    return [filled(model(pk=UUID(key), country=visit.country), says) for key, says in going_back(held.parts, record_of(visit))[part].items()]


def made(model: type[models.Model], key: str, visit: Visit) -> models.Model:
    """A row that comes back."""
    if model is Promise:
        return Promise(pk=key, country=visit.country, talk=ClosingTalk.objects.get(visit=visit))
    return model(pk=key, country=visit.country, visit=visit)
