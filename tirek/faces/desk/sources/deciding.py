"""Deciding about a figure of a source: confirm, take otherwise, reject, add. Nothing typed is lost when a decision is refused."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.meanwhile import changeable, put
from tirek.faces.desk.places.careful import CLEARED
from tirek.faces.desk.sources.forms import AddedForm, FigureForm, RejectForm, SeenForm, initial_of, seen_now
from tirek.faces.desk.sources.showing import Card, cards_of, decision_of
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept, number_of, read_or_write
from tirek.faces.frame.fields import said
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.insight.claims import queries, services
from tirek.insight.claims.refusals import DecidedMeanwhile, ProposalChanged, StretchOutside

AROUND = 240
"""Characters of the text shown on each side of a figure."""


@dataclass(frozen=True, slots=True)
class Place:
    """A figure where it stands: its source, the part with its text, its card, and the words around it."""

    facts: queries.SourceFacts
    found: queries.Analysis
    card: Card
    before: str
    after: str

    @property
    def back(self) -> str:
        """The address of the figure in its text."""
        return f"{reverse('desk:source', args=[self.facts.id])}?part={self.found.part.number}#figure-{self.card.key}"


def place_of(request: SignedRequest, source_id: UUID, start: int, end: int) -> Place:
    """Raises NotFound where no figure stands there, NotAllowed for who may not decide."""
    facts = source_of(request, source_id)
    number = queries.part_of(source_id, start, by=request.actor, country=request.country)
    found = queries.analysis(source_id, number, by=request.actor, country=request.country)
    card = next((one for one in cards_of(found) if (one.figure.start, one.figure.end) == (start, end)), None)
    if card is None:
        raise NotFound
    first, last = start - found.part.start, end - found.part.start
    return Place(facts, found, card, found.text[max(0, first - AROUND) : first], found.text[last : last + AROUND])


def source_of(request: SignedRequest, source_id: UUID) -> queries.SourceFacts:
    """The source, for who may decide about its figures. Raises NotFound, NotAllowed."""
    facts = queries.source(source_id, by=request.actor, country=request.country)
    if not facts.may_work:
        raise NotAllowed
    return facts


@require_POST
def confirm(request: SignedRequest, source_id: UUID, start: int, end: int) -> HttpResponse:
    """Takes the proposal as it is and goes to the next figure that waits; back to this one where something else stands there than was shown."""
    source_of(request, source_id)
    form = SeenForm(request.POST)
    form.full_clean()
    try:
        services.confirm(source_id=source_id, stretch=(start, end), by=request.actor, seen=form.seen_then())
    except (ProposalChanged, DecidedMeanwhile, StretchOutside) as refusal:
        messages.warning(request, refusal_text(refusal))
        number = queries.part_of(source_id, start, by=request.actor, country=request.country)
        return redirect(f"{reverse('desk:source', args=[source_id])}?part={number}#figure-{start}-{end}")
    return onward(request, source_id, start)


def onward(request: SignedRequest, source_id: UUID, start: int) -> HttpResponse:
    """To the next figure of the part that nobody has decided about, else back to this one."""
    number = queries.part_of(source_id, start, by=request.actor, country=request.country)
    found = queries.analysis(source_id, number, by=request.actor, country=request.country)
    waiting = [one for one in found.figures if one.decision is None]
    after = next((one for one in waiting if one.start > start), waiting[0] if waiting else None)
    here = after or next(one for one in found.figures if one.start == start)
    return redirect(f"{reverse('desk:source', args=[source_id])}?part={number}#figure-{here.start}-{here.end}")


@read_or_write
def change(request: SignedRequest, source_id: UUID, start: int, end: int) -> HttpResponse:
    """Takes a figure otherwise than it was proposed, and shows what was decided about it before."""
    place = place_of(request, source_id, start, end)
    figure = place.card.figure
    held = figure.decision
    form = FigureForm(changeable(request.POST), initial={**initial_of(figure.told, dict(held.context) if held else {}), **seen_now(figure)})
    if kept(request, form, lambda _asked: decided(request, place, form)):
        messages.success(request, _("The figure is taken as you say; what was proposed stays beside it."))
        return onward(request, source_id, start)
    return shown(request, place, form, RejectForm(initial=seen_now(figure)))


def decided(request: SignedRequest, place: Place, form: FigureForm) -> object:
    """The decision: an edit of a proposal, or anew of a figure that a person had added."""
    figure = place.card.figure
    given: dict[str, Any] = {
        "source_id": place.facts.id, "stretch": (figure.start, figure.end), "changes": form.changes(), **form.why(),
        "context": form.context(), "seen": form.seen_then(), "by": request.actor,
    }  # fmt: skip
    return services.edit(**given) if figure.proposed is not None else services.add_figure(quote=figure.quote, **given)


@read_or_write
def reject(request: SignedRequest, source_id: UUID, start: int, end: int) -> HttpResponse:
    """Says that a proposal is no figure."""
    place = place_of(request, source_id, start, end)
    figure = place.card.figure
    held = figure.decision
    form = RejectForm(changeable(request.POST), initial=seen_now(figure))
    if kept(request, form, lambda asked: refuse(request, place, form, asked)):
        messages.success(request, _("The proposal is rejected; it stays in the list with your reason."))
        return onward(request, source_id, start)
    taking = FigureForm(initial={**initial_of(figure.told, dict(held.context) if held else {}), **seen_now(figure)})
    return shown(request, place, taking, form)


def refuse(request: SignedRequest, place: Place, form: RejectForm, asked: dict[str, Any]) -> object:
    """The rejection."""
    figure = place.card.figure
    why = {name: asked[name] for name in ("reason", CLEARED)}
    return services.reject(source_id=place.facts.id, stretch=(figure.start, figure.end), by=request.actor, seen=form.seen_then(), **why)


def shown(request: SignedRequest, place: Place, form: FigureForm, rejecting: RejectForm) -> HttpResponse:
    """The page of one figure; 422 when something must be changed. A form that comes back counts from what the page shows now."""
    figure = place.card.figure
    for each in (form, rejecting):
        if each.is_bound:
            put(each, seen_now(figure).items())
    earlier = queries.history(place.facts.id, figure.start, figure.end, by=request.actor, country=request.country)
    context = {
        "place": place, "form": form, "rejecting": rejecting, "source": place.facts, "back": place.back, "history": [decision_of(one) for one in earlier],
        "crumbs": [*way(place.facts), Crumb(_("Figure “%(quote)s”") % {"quote": figure.quote[:60]})],
    }  # fmt: skip
    return render(request, "desk/sources/figure.html", context, status=422 if form.errors or rejecting.errors else 200)


def way(facts: queries.SourceFacts) -> list[Crumb]:
    """The crumbs of a source."""
    return [Crumb(_("Sources and figures"), reverse("desk:sources")), Crumb(said(facts.title), reverse("desk:source", args=[facts.id]))]


@read_or_write
def add(request: SignedRequest, source_id: UUID) -> HttpResponse:
    """Takes words of the text as a figure that extraction had not found."""
    facts = source_of(request, source_id)
    found = queries.analysis(source_id, number_of(request), by=request.actor, country=request.country)
    form = AddedForm(request.POST or None)
    made = kept(request, form, lambda _asked: added(request, found, form, source_id))
    if made:
        messages.success(request, _("The figure is added."))
        return redirect(f"{reverse('desk:source', args=[source_id])}?part={found.part.number}")
    title = _("Add a figure that was not found")
    back = f"{reverse('desk:source', args=[source_id])}?part={found.part.number}"
    context = {"form": form, "title": title, "button": _("Add the figure"), "back": back, "crumbs": [*way(facts), Crumb(title)], "found": found}
    return render(request, "desk/sources/add.html", context, status=422 if form.errors else 200)


def added(request: SignedRequest, found: queries.Analysis, form: AddedForm, source_id: UUID) -> object:
    """The decision about the only stretch of the part with these words; an error in the form where there is none or more."""
    quote = form.cleaned_data["quote"].replace("\r\n", "\n").strip()
    if found.text.count(quote) != 1:
        many = _("These words stand more than once in this part of the text. Take more of the words around them.")
        none = _("These words do not stand in this part of the text. Copy them from the text exactly.")
        form.add_error("quote", many if quote in found.text else none)
        return None
    start = found.part.start + found.text.index(quote)
    return services.add_figure(
        source_id=source_id, stretch=(start, start + len(quote)), quote=quote, changes=form.changes(), context=form.context(), by=request.actor, **form.why(),
    )  # fmt: skip
