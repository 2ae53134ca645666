"""What can be done to several members at once: by the same forms and verbs as for one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.listing import Reader
from tirek.faces.desk.members.changes import EndTermForm, RenewForm
from tirek.faces.desk.several import Chosen, Deed, asking
from tirek.foundation.ledger.together import Outcomes
from tirek.foundation.ui.formats import day, span
from tirek.ground.rules.actors import Actor
from tirek.registers.mandate import queries, services
from tirek.registers.mandate.policies import may_write_members


def found(reader: Reader, ids: Sequence[UUID]) -> Iterable[Chosen]:
    """Those of the members that the person may see, with the days of the newest term."""
    for one in queries.members(by=reader.actor, country=reader.country, filters=queries.MemberFilters(ids=frozenset(ids))):
        stands = span(one.term_since, one.term_until) if one.term_until else _("since %(day)s, without an end") % {"day": day(one.term_since)}
        yield Chosen(one.id, one.name, reverse("desk:member", args=[one.id]), stands, str([str(each.span) for each in one.terms]))


def each(verb: Callable[..., object]) -> Callable[[Sequence[UUID], Mapping[str, Any], Actor, bool], Outcomes]:
    """The verb of the register, for each of several."""
    return lambda ids, typed, by, tried: services.each_member(ids, lambda one: verb(member_id=one, by=by, **typed), tried=tried)


DEEDS = {
    "renew": Deed(
        gettext_lazy("Enter another term"), gettext_lazy("The same days and the same decision for all. Terms of one member never cross."),
        gettext_lazy("Newest term"), gettext_lazy("another term will be entered"), gettext_lazy("another term is entered"),
        "refresh", may_write_members, asking(RenewForm), found, each(services.renew_term),
    ),
    "end-term": Deed(
        gettext_lazy("End the term early"), gettext_lazy("The same last day and the same reason for all. The reason stays with each record."),
        gettext_lazy("Newest term"), gettext_lazy("the term will end"), gettext_lazy("the term has ended"),
        "ban", may_write_members, asking(EndTermForm), found, each(services.end_term), danger=True,
    ),
}  # fmt: skip
