"""What does not go together in the calendar, in words. It says nothing of what its reader may not know of: it is not told of it."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from tirek.faces.frame.fields import said
from tirek.foundation.ui.formats import span
from tirek.ground.rules.actors import Actor
from tirek.records.visits.queries import Clash, Dated, clashes
from tirek.registers.mandate.queries import member_names

SHOWN = 20


def warnings(actor: Actor, country: str, first: date, last: date, about: str = "", member: str = "") -> list[str]:
    """Sentences about the days from `first` to `last`; only those about one visit or entry, or one member, where it is named. Cost: 4 queries, 5 where somebody is named."""
    found = [one for one in clashes(by=actor, country=country, first=first, last=last) if (not about or about in one.conflict.keys) and member in ("", one.conflict.member)]
    names = member_names({one.conflict.member for one in found if one.conflict.member})
    return [sentence(one, names) for one in found]


def sentence(one: Clash, names: dict[str, str]) -> str:
    """One thing that does not go together."""
    told = {"member": names.get(one.conflict.member, ""), "days": span(one.conflict.first, one.conflict.last), "place": said(one.things[0].place_name)}
    match one.conflict.code:
        case "two_places":
            both = {"one": said(one.things[0].place_name), "other": said(one.things[1].place_name)}
            return _("%(member)s goes on two visits on the same days, %(days)s: %(one)s and %(other)s.") % {**told, **both}
        case "leader_away":
            return _("%(member)s leads the visit to %(place)s and is away: %(days)s.") % told
        case "member_away":
            return _("%(member)s goes on the visit to %(place)s and is away: %(days)s.") % told
    return _("%(place)s is to be visited twice within two weeks: %(one)s and %(other)s.") % {**told, **days_of(one.things)}


def days_of(things: Iterable[Dated]) -> dict[str, str]:
    """The days of two visits."""
    one, other = things
    return {"one": span(one.first, one.last), "other": span(other.first, other.last)}
