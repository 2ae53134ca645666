"""Telling letters of the invented country: what went out, what was confirmed, a scan that waits to be read out, and one recommendation that was taken further. It writes no row itself: each is told through the services."""

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from tirek.followup.letters import queries, services
from tirek.foundation.files.services import NewFile
from tirek.foundation.files.typesetting.apart import typeset_apart
from tirek.ground.rules.actors import SYSTEM
from tirek.project.demonstration import members, places, told, year
from tirek.project.demonstration.reading import list_of
from tirek.project.demonstration.reporting import earlier
from tirek.project.demonstration.telling import COUNTRY, Telling

SCAN = Path(__file__).parent / "lumeria" / "letter.typ"
MARK = "Вымышленное письмо вымышленного органа"
REFUSED, REASON = "remand-lawyers", "Отказ называет планировку здания, но не говорит, где человек может говорить с адвокатом наедине до перестройки."


def stories() -> tuple[told.Letter, ...]:
    """All letters of the told country, in their order."""
    return list_of("letters.yaml", told.Letter)


def load_letters(done: Callable[[], None]) -> None:
    """Tells the letters that do not stand yet, by the secretariat, and the head's decision; each whole in one transaction. `done` is called after each."""
    stands = {each.number for each in queries.letters(by=SYSTEM, country=COUNTRY)}
    telling = Telling(places=places.places_by_code(), members=members.members_by_key(Telling()), visits=year.visits_by_code())
    for story in stories():
        if story.number not in stands:
            with transaction.atomic():
                tell(story, telling)
        done()
    if not queries.escalation_count(by=SYSTEM, country=COUNTRY):
        about = [earlier(REFUSED, telling)]
        services.take_further(country=COUNTRY, rung="head_of_body", body="lum-prison-service", about=about, reason=REASON, by=telling.actor("head"))
    done()


def tell(story: told.Letter, telling: Telling) -> None:
    """One letter with what it is about, and its confirmation."""
    by = telling.actor("secretary")
    letter = services.NewLetter(
        direction=story.direction, kind=story.kind, body=story.body, number=story.number, dated_on=telling.day(story.dated), moved_on=telling.day(story.moved),
        registered_as=story.registered, file=scan(story, telling),
    )  # fmt: skip
    made = services.register_letter(country=COUNTRY, letter=letter, about=[earlier(each, telling) for each in story.about], by=by).value
    if story.acknowledged is not None:
        services.acknowledge(letter_id=made, on=telling.day(story.acknowledged), how=story.how, by=by)


def scan(story: told.Letter, telling: Telling) -> NewFile | None:
    """The sheets of a letter as a PDF that says of itself that it is invented."""
    if not story.pages:
        return None
    on = telling.day(story.dated)
    stamp = timezone.make_aware(datetime.combine(on, time(12)))
    content = typeset_apart(SCAN, {"title": MARK, "stamp": [on.year, on.month, on.day], "pages": list(story.pages)}, stamp=stamp)
    return NewFile(content, f"demonstration-letter-{story.direction}.pdf", "application/pdf")
