"""What is missing for a visit's next state, as a short checklist. It only shows: the services decide again."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.foundation.jurisdictions.queries import entitlements
from tirek.foundation.ui.pieces import Need
from tirek.ground.rules.actors import Actor
from tirek.records.visits import queries


def needs_of(facts: queries.VisitFacts, part: queries.PartFacts, actor: Actor) -> tuple[Need, ...]:
    """The checklist of the present state for those who work on the visit; empty for readers and where nothing follows."""
    if not (part.prepares or part.records or part.leads):
        return ()
    steps = {"planned": to_begin, "under_way": to_end, "concluded": to_report}
    return tuple(steps[facts.state](facts, actor)) if facts.state in steps else ()


def way(name: str, visit_id: UUID) -> str:
    """Where a thing is done, or nothing while that page is not built."""
    try:
        return reverse(f"desk:{name}", args=[visit_id])
    except NoReverseMatch:
        return ""


def to_begin(facts: queries.VisitFacts, actor: Actor) -> Iterator[Need]:
    """Before the gate: a leader who can sign in, and each warning about the team decided."""
    led = any(each.role == "leader" for each in facts.delegation)
    outside = tuple(leader_needs(facts, actor))
    alone = _("The leader alone begins and ends the visit.")
    words = _("The delegation has a leader") if led else _("The delegation has no leader yet")
    yield from outside or (Need(words, led, way("visit-team-edit", facts.id), alone),)
    open_ = open_warnings(facts, actor) if led else 0
    words = warning_words(open_) if led else _("The warnings about the team are not decided yet")
    done = led and not open_
    yield Need(_("Every warning about the team is decided") if done else words, done, way("visit-team", facts.id))


def leader_needs(facts: queries.VisitFacts, actor: Actor) -> Iterator[Need]:
    """A leader who cannot sign in, so that nobody can begin or end the visit; nothing where the leader can."""
    if name := queries.leader_without_account(facts.id, by=actor):
        words = _("Choose another leader: %(name)s cannot sign in") % {"name": name}
        yield Need(words, False, way("visit-team-edit", facts.id), _("The leader alone begins and ends the visit."))


def open_warnings(facts: queries.VisitFacts, actor: Actor) -> int:
    """How many warnings about the team wait for the leader."""
    return sum(not each.reason for each in queries.warnings(facts.id, by=actor))


def warning_words(count: int) -> str:
    """That so many wait."""
    return ngettext("The leader decides about %(count)s warning", "The leader decides about %(count)s warnings", count) % {"count": count}


def warning_needs(facts: queries.VisitFacts, actor: Actor) -> Iterator[Need]:
    """Warnings that the real days or a changed team brought after the beginning; nothing where none waits."""
    if open_ := open_warnings(facts, actor):
        yield Need(warning_words(open_), False, way("visit-team", facts.id))


def to_end(facts: queries.VisitFacts, actor: Actor) -> Iterator[Need]:
    """Within the place: access and the closing talk; both can be entered afterwards too."""
    yield from leader_needs(facts, actor)
    yield from warning_needs(facts, actor)
    yield access_need(facts, actor)
    yield talk_need(facts, actor)
    yield from measure_needs(facts, actor)


def to_report(facts: queries.VisitFacts, actor: Actor) -> Iterator[Need]:
    """Before the report: findings that rest, name nobody, and wait for no doctor."""
    yield from warning_needs(facts, actor)
    yield access_need(facts, actor)
    yield talk_need(facts, actor)
    yield from measure_needs(facts, actor)
    found = queries.findings(facts.id, by=actor)
    yield Need(_("At least one finding is written") if found else _("No finding is written yet"), bool(found), way("finding-new", facts.id))
    waiting = sum(each.waits_for_doctor for each in found)
    if any(each.medical for each in found):
        words = _("The doctor has not released every medical wording yet") if waiting else _("The doctor has released every medical wording")
        yield Need(words, not waiting, way("visit-findings", facts.id))
    undecided = len(queries.undecided_hits(facts.id, by=actor))
    words = ngettext(
        "Decide about %(count)s passage that could name a person", "Decide about %(count)s passages that could name a person", undecided
    ) % {"count": undecided}
    yield Need(
        words if undecided else _("No passage that could name a person is undecided"), not undecided, way("visit-passages", facts.id)
    )


def access_need(facts: queries.VisitFacts, actor: Actor) -> Need:
    """How every entitlement was honoured."""
    asked, told = len(entitlements()), len(queries.access_facts(facts.id, by=actor))
    words = _("How each entitlement was honoured: %(told)s of %(asked)s entered") % {"told": told, "asked": asked}
    return Need(words, told >= asked, way("visit-access", facts.id))


def talk_need(facts: queries.VisitFacts, actor: Actor) -> Need:
    """The closing talk."""
    told = queries.closing_talk(facts.id, by=actor) is not None
    return Need(_("The closing talk is entered") if told else _("The closing talk is not entered yet"), told, way("visit-talk", facts.id))


def measure_needs(facts: queries.VisitFacts, actor: Actor) -> Iterator[Need]:
    """Urgent measures that are not sent yet."""
    unsent = [each for each in queries.urgent_measures(facts.id, by=actor) if each.sent_at is None]
    if unsent:
        words = ngettext("Send %(count)s urgent measure today", "Send %(count)s urgent measures today", len(unsent)) % {
            "count": len(unsent)
        }
        yield Need(words, False, way("visit-access", facts.id))
