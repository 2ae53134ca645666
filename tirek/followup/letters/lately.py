"""What happened lately to letters and decisions to take recommendations further, for those who see them. It knows no page."""

from datetime import date

from tirek.followup.letters.models import Escalation, Letter
from tirek.foundation.ledger.queries import Happened, acts, told_lately
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor

VERBS = told_lately("letter.registered", "letter.mended", "letter.acknowledged", "letter.part-read", "letter.parts-added", "escalation.decided", "escalation.mended")


def letters_lately(*, by: Actor, country: str, since: date, until: date) -> tuple[Happened, ...]:
    """Acts on these days, newest first: a letter by its number, a decision by its rung; who did them for the office and those who visit. Cost: at most 3 queries."""
    found = acts(country=country, since=since, until=until, verbs=VERBS)
    letters, decisions = ({each.key for each in found if each.noun == noun} for noun in ("letter", "escalation"))
    names: dict[str, str] = {}
    if letters:
        names |= {str(key): number for key, number in Letter.objects.visible_to(by, country).filter(pk__in=letters).order_by().values_list("pk", "number")}
    if decisions:
        names |= {str(key): rung for key, rung in Escalation.objects.visible_to(by, country).filter(pk__in=decisions).order_by().values_list("pk", "rung")}
    named = by.has(*OFFICE, *VISITORS, country=country)
    return tuple(each.of(names[each.key], named=named or each.actor == by.id) for each in found if each.key in names)
