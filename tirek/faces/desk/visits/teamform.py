"""The editor of a delegation: one choice of role a member, with what the composer must know beside it.

Whoever composes sees only other visits that he or she may know of anyway: a member of a hidden visit looks free here.
"""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from tirek.faces.desk.meanwhile import began_from
from tirek.faces.desk.members.forms import crafts
from tirek.faces.desk.visits.words import ROLES, language_names
from tirek.foundation.jurisdictions.queries import chain_of_command
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import day, listed, span
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.visit_states import BEGUN
from tirek.records.visits.queries import VisitFacts, VisitLine, busy_members
from tirek.registers.mandate.away import AwayFacts, absences
from tirek.registers.mandate.queries import MemberFacts, MemberFilters, member_ids, members

STAYS = "stays"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member in the editor: the choice of role, who it is, and what speaks against."""

    bound: BoundField
    name: str
    about: str
    notes: tuple[str, ...]


class TeamForm(forms.Form):
    """A role for each member who is shown: those of the delegation first, then those serving on the first day whom the filters leave."""

    use_required_attribute = False
    revision = began_from()

    def __init__(self, *args: Any, facts: VisitFacts, actor: Actor, filters: MemberFilters | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.facts, self.actor = facts, actor
        self.going = {each.member_id: each.role for each in facts.delegation}
        self.shown = self.offered(filters)
        self.fields["revision"].initial = facts.team_revision
        choices = [(STAYS, _("does not go")), *ROLES.items()]
        for one in self.shown:
            self.fields[self.name_of(one.id)] = forms.ChoiceField(
                label=one.name, choices=choices, initial=self.going.get(one.id, STAYS)
            )

    def offered(self, filters: MemberFilters | None) -> list[MemberFacts]:
        """The members to show. With a sent form everybody who can go counts, so that a filter never loses a choice.

        Of filters that could not be used there are none, and nobody fits."""
        serving = members(by=self.actor, country=self.facts.country, filters=MemberFilters(state="serving", on=self.facts.starts_on))
        asked = replace(filters, state="", on=None) if filters else None
        fitting = member_ids(by=self.actor, country=self.facts.country, filters=asked) if asked else frozenset()
        everybody = {one.id: one for one in serving}
        missing = self.going.keys() - everybody.keys()
        if missing:
            everybody |= {one.id: one for one in members(by=self.actor, country=self.facts.country) if one.id in missing}
        self.keys = {one.id: one.name_key for one in everybody.values()}
        self.names = Counter(self.keys.values())
        sent = {one for one in everybody if self.is_bound and self.name_of(one) in self.data}
        shown = [one for one in everybody.values() if one.id in self.going or one.id in fitting or one.id in sent]
        return sorted(shown, key=lambda one: (one.id not in self.going, one.name.casefold()))

    @staticmethod
    def name_of(member_id: UUID) -> str:
        """The name of a member's field."""
        return f"role_{member_id}"

    def clean(self) -> dict[str, Any]:
        """(member, role) of everybody who goes."""
        typed = super().clean() or {}
        chosen = [(one.id, typed.get(self.name_of(one.id), STAYS)) for one in self.shown]
        return {**typed, "delegates": [(member, role) for member, role in chosen if role != STAYS]}

    def roles_now(self) -> dict[str, str]:
        """What each field would hold, as the delegation is now."""
        return {self.name_of(one.id): self.going.get(one.id, STAYS) for one in self.shown}

    def candidates(self) -> list[Candidate]:
        """Everybody who is shown, with notes."""
        facts = self.facts
        until = facts.ends_on
        busy = busy_members(first=facts.starts_on, last=until, by=self.actor, country=facts.country, but=facts.id)
        away = {each.member_id: each for each in absences(by=self.actor, country=facts.country, first=facts.starts_on, last=until)}
        touched, alike = self.touched(), self.alike()
        named, spoken = dict(crafts()), {codes: listed(language_names(codes)) for codes in {one.languages for one in self.shown}}
        return [
            Candidate(self[self.name_of(one.id)], one.name, about_of(one, named, spoken[one.languages]), (*alike.get(one.id, ()), *gone(away.get(one.id)), *self.notes(one, busy.get(one.id), touched)))
            for one in self.shown
        ]

    def alike(self) -> dict[UUID, tuple[str]]:
        """Those who share their name with another who can go, each with what tells them apart. Cost: one query where there are some."""
        found = [one for one in self.shown if self.names[self.keys[one.id]] > 1]
        accounts = names_of(str(one.account_id) for one in found if one.account_id)
        return {one.id: (apart(one, accounts.get(str(one.account_id), "")),) for one in found}

    def touched(self) -> frozenset[str]:
        """The place and every authority above it, against which conflicts are held."""
        facts = self.facts
        above = chain_of_command(facts.country, facts.authority_code, facts.starts_on) if facts.authority_code else ()
        return frozenset({str(facts.place_id), *(each.code for each in above)})

    def notes(self, one: MemberFacts, elsewhere: VisitLine | None, touched: frozenset[str]) -> list[str]:
        """What speaks against: another visit, a conflict that the composer may know of, a term that does not cover the days."""
        found = []
        if elsewhere:
            days = span(elsewhere.starts_on, elsewhere.ends_on)
            words = _("is on another visit then: %(days)s") if elsewhere.state in BEGUN else _("goes on another visit then: %(days)s")
            found.append(words % {"days": days})
        against = {str(each.place_id) if each.place_id else each.authority for each in one.conflicts if each.span.holds(self.facts.starts_on)}
        if against & touched:
            found.append(_("has declared a conflict of interest with this place or its authority"))
        if not all(one.serves_on(day) for day in (self.facts.starts_on, self.facts.ends_on)):
            found.append(_("has no term that covers the whole visit"))
        return found


def gone(one: AwayFacts | None) -> list[str]:
    """That a member is away then; why is nobody's business."""
    return [_("is away then: %(days)s") % {"days": span(one.since, one.until)}] if one else []


def apart(one: MemberFacts, account: str) -> str:
    """What tells a member from another of the same name: who signs in for him or her, and since when he or she serves."""
    told = {"account": account, "day": day(min((each.span.since or one.term_since for each in one.terms), default=one.term_since))}
    if account:
        return _("Another member has the same name. This one signs in as %(account)s and serves since %(day)s.") % told
    return _("Another member has the same name. This one cannot sign in and serves since %(day)s.") % told


def about_of(one: MemberFacts, named: dict[str, Any], spoken: str) -> str:
    """Profession and languages in words."""
    return f"{named[one.profession]} · {spoken}" if spoken else str(named[one.profession])
