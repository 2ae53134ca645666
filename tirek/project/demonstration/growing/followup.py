"""What became of a recommendation of the grown years: the authority's words in their order, and what the mechanism found at its next visit."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tirek.foundation.jurisdictions.queries import successor_on
from tirek.ground.rules.recommendation_states import VERIFICATION
from tirek.project.demonstration.growing import phrases
from tirek.project.demonstration.growing.chance import Chance
from tirek.project.demonstration.growing.outline import Visit
from tirek.project.demonstration.growing.rows import Rows
from tirek.project.demonstration.growing.visits import Office, account
from tirek.project.demonstration.telling import COUNTRY

_ANSWERS = ("accepted", "partly_accepted", "rejected", "in_progress", "claimed_implemented")
ONWARD = {
    "none": ("acknowledged", *_ANSWERS), "acknowledged": _ANSWERS, "accepted": _ANSWERS[1:], "partly_accepted": ("accepted", *_ANSWERS[2:]),
    "rejected": ("accepted", "partly_accepted", *_ANSWERS[3:]), "in_progress": _ANSWERS[2:], "claimed_implemented": _ANSWERS[3:],
}  # fmt: skip
"""What invented authorities say next: onward, as most do. Real ones may say anything."""


FIRST = {"none": 0.16, "acknowledged": 0.3, "accepted": 0.26, "partly_accepted": 0.12, "rejected": 0.06, "in_progress": 0.06, "claimed_implemented": 0.04}
LATER = {"accepted": 0.3, "partly_accepted": 0.12, "rejected": 0.06, "in_progress": 0.27, "claimed_implemented": 0.25}
FOUND = {
    "claimed_implemented": {"implemented": 0.62, "partially_implemented": 0.24, "not_implemented": 0.14},
    "in_progress": {"implemented": 0.15, "partially_implemented": 0.5, "not_implemented": 0.35},
    "": {"implemented": 0.08, "partially_implemented": 0.2, "not_implemented": 0.68, "obsolete": 0.04},
}
"""What is found, by what the authority said last."""


@dataclass(slots=True)
class Course:
    """How it went: words with their days, what was found with its day, and the visit on which."""

    words: list[tuple[str, date]] = field(default_factory=list)
    found: list[tuple[str, date, Visit | None]] = field(default_factory=list)

    @property
    def word(self) -> str:
        """The newest word."""
        return self.words[-1][0] if self.words else "none"

    @property
    def outcome(self) -> str:
        """What was found last."""
        return self.found[-1][0] if self.found else "not_verified"


def course(chance: Chance, issued_on: date, due_on: date, after: Visit | None, until: date) -> Course:
    """Draws how it went up to the day `until`, each step one that the axes allow."""
    made, day, state = Course(), issued_on, "none"
    for shares in (FIRST, LATER, LATER):
        word = chance.weighed(shares)
        day = (due_on if shares is FIRST else day) + timedelta(days=chance.randint(-40, 25) if shares is FIRST else chance.randint(20, 120))
        if word == "none" or day >= until or word not in ONWARD[state] or (shares is LATER and chance.happens(0.45)):
            break
        made.words.append((word, max(day, issued_on + timedelta(days=1))))
        state = word
    if after and after.first >= issued_on and after.last < until and chance.happens(0.85):
        before = next((word for word, on in reversed(made.words) if on <= after.first), "")
        step(made, chance.weighed(FOUND.get(before, FOUND[""])), after.last, after)
    elif made.word == "claimed_implemented" and chance.happens(0.3):
        on = made.words[-1][1] + timedelta(days=chance.randint(10, 90))
        if on < until:
            step(made, chance.weighed(FOUND["claimed_implemented"]), on, None)
    return made


def step(made: Course, outcome: str, on: date, visit: Visit | None) -> None:
    """One more thing found, if it can follow."""
    if VERIFICATION.allows(made.outcome, outcome):
        made.found.append((outcome, on, visit))


def write_course(row: Any, made: Course, rows: Rows, office: Office, until: date) -> None:
    """The rows of how it went."""
    for word, on in made.words:
        rows.add(
            "recommendations.Answer", recommendation=row, word=word, authority=speaker(row.addressee, on), said_on=on,
            received_on=min(on + timedelta(days=rows.chance.randint(0, 4)), until - timedelta(days=1)),
            letter_number=f"{phrases.phrases()['letters'].get(row.addressee, 'СВ-1')}/{rows.chance.randint(20, 2900)}",
            text=phrases.sentence(rows.chance, "answers", word), entered_by=office.secretary,
        )  # fmt: skip
    for outcome, on, visit in made.found:
        rows.add(
            "recommendations.Verification", recommendation=row, outcome=outcome, verified_on=on, way="on_site" if visit else "documents",
            text=phrases.sentence(rows.chance, "found", outcome), visit_id=visit.id if visit else None,
            verified_by=account(visit.team[0], office) if visit else office.secretary,
        )  # fmt: skip


def speaker(addressee: str, on: date) -> str:
    """Who speaks for an addressee on a day: the body itself, or the one that came after it."""
    return successor_on(COUNTRY, addressee, on)
