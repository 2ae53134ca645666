"""The sources of a country, one of them beside its figures, what is said of it, and decisions that wait for another look."""

from uuid import UUID

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.desk.jobs.words import why_failed
from tirek.faces.desk.listing import Asked, ListColumn, Reader, WorkList, begun, counted_by, given_by, shown
from tirek.faces.desk.sources.showing import cards_of, pieces_of
from tirek.faces.desk.sources.words import DISTANCES, KINDS
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import number_of
from tirek.faces.frame.fields import FilterForm, said
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import file_answer
from tirek.foundation.jobs.queries import progress
from tirek.foundation.ledger.services import record_export
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import Cell, Crumb, Job, Tab
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.insight.claims import queries
from tirek.insight.claims.reading import SENTENCES

PHASES = {"queued": "waiting", "running": "running", "failed": "failed", "cancelled": "cancelled", "done": "done"}


def check_may_open(reader: Reader) -> None:
    """Raises NotAllowed for those who find no source here."""
    if not reader.actor.has(*MECHANISM, country=reader.country):
        raise NotAllowed


class SourceFilterForm(FilterForm):
    """How the list is narrowed."""

    text = forms.CharField(label=gettext_lazy("Title, publisher or code"), required=False, max_length=100)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of source"), required=False)

    def choose(self, country: str) -> None:
        """Kinds."""
        self.offer("kind", [("", _("all")), *((code, str(words)) for code, words in KINDS.items())])

    @property
    def filters(self) -> queries.SourceFilters:
        """What was asked; nothing where the form is not valid."""
        return queries.SourceFilters(**self.cleaned_data) if self.is_valid() else queries.SourceFilters()


def narrowing(reader: Reader, data: QueryDict | None) -> SourceFilterForm:
    """How the list is narrowed."""
    return SourceFilterForm(data, country=reader.country)


def row(line: queries.Line, _asked: Asked) -> list[object]:
    """A source as a line of the list."""
    figures: list[object] = [line.figures, line.decided, line.failing] if line.read else ["", "", ""]
    if not line.held:
        figures[0] = _("text not held")
    dated = line.dated or _("date not stated")
    return [Cell(said(line.title), reverse("desk:source", args=[line.id])), said(line.publisher), str(KINDS[line.kind]), dated, *figures, line.code]


SOURCES = WorkList(
    "sources", "desk:sources", gettext_lazy("Sources and figures"),
    (
        ListColumn("title", gettext_lazy("Source")), ListColumn("publisher", gettext_lazy("Publisher")), ListColumn("kind", gettext_lazy("Kind of source")),
        ListColumn("dated", gettext_lazy("Date"), order=True), ListColumn("figures", gettext_lazy("Figures"), numeric=True),
        ListColumn("decided", gettext_lazy("Decided"), numeric=True), ListColumn("failing", gettext_lazy("Do not follow"), numeric=True),
        ListColumn("code", gettext_lazy("Code"), extra=True),
    ),
    narrowing, check_may_open, counted_by(queries.source_count), given_by(queries.sources), row,
)  # fmt: skip


@require_safe
def sources(request: SignedRequest) -> HttpResponse:
    """The list, the newest first unless told; filters, columns and order stand in the address."""
    listing = shown(request, SOURCES)
    if answer := begun(request, listing):
        return answer
    context = {**listing.context(listing.part(request.GET.get("page"))), "writes": queries.may_work(request.actor, request.country)}
    return render(request, "desk/sources/list.html", context)


def frame(request: SignedRequest, source_id: UUID, tab: str) -> dict[str, object]:
    """What every page of a source shows. Raises NotFound."""
    facts = queries.source(source_id, by=request.actor, country=request.country)
    progress_ = queries.progress_of(source_id, by=request.actor, country=request.country) if facts.read else None
    tabs = [
        Tab(_("Text and figures"), reverse("desk:source", args=[source_id]), tab == "figures", progress_.figures if progress_ else None),
        Tab(_("About the source"), reverse("desk:source-about", args=[source_id]), tab == "about"),
    ]
    if progress_ and progress_.left_over:
        left = reverse("desk:source-left", args=[source_id])
        tabs.append(Tab(_("To look at again"), left, tab == "left", len(progress_.left_over)))
    return {
        "source": facts,
        "progress": progress_,
        "tabs": tabs,
        "kind": KINDS[facts.kind],
        "crumbs": [Crumb(_("Sources and figures"), reverse("desk:sources")), Crumb(said(facts.title))],
    }


@require_safe
def figures(request: SignedRequest, source_id: UUID) -> HttpResponse:
    """The text beside its figures, a part at a time. Raises NotFound, also for a part that is not there."""
    context = frame(request, source_id, "figures")
    facts = context["source"]
    assert isinstance(facts, queries.SourceFacts)
    if not facts.read:
        return render(request, "desk/sources/unread.html", {**context, "job": job(request, facts), "notes": notes(facts)})
    found = queries.analysis(source_id, number_of(request), by=request.actor, country=request.country)
    cards = cards_of(found)
    more = {"found": found, "cards": cards, "pieces": list(pieces_of(found, cards)), "notes": notes(facts), "open": sum(card.open for card in cards)}
    return render(request, "desk/sources/figures.html", {**context, **more})


def notes(facts: queries.SourceFacts) -> list[str]:
    """Remarks on how the document was read."""
    return [_(SENTENCES[note]) for note in facts.notes if note in SENTENCES]


def job(request: SignedRequest, facts: queries.SourceFacts) -> Job | None:
    """How far the reading is, for who asked for it."""
    try:
        state = progress(facts.job, by=request.actor) if facts.job else None
    except NotFound:
        return None
    if state is None:
        return None
    return Job(_("Reading the figures"), PHASES[state.state], state.done, state.total, request.path, text=why_failed(state.failure))  # type: ignore[arg-type]


@require_safe
def about(request: SignedRequest, source_id: UUID) -> HttpResponse:
    """What is said of the source."""
    context = frame(request, source_id, "about")
    facts = context["source"]
    assert isinstance(facts, queries.SourceFacts)
    more = {"distance": DISTANCES[facts.distance], "language": LANGUAGE_NAMES.get(facts.language, ""), "notes": notes(facts)}
    more["alike"] = queries.alike(source_id, by=request.actor, country=request.country)
    return render(request, "desk/sources/about.html", {**context, **more})


@require_safe
def left_over(request: SignedRequest, source_id: UUID) -> HttpResponse:
    """Decisions whose proposal is no longer made, or made otherwise."""
    return render(request, "desk/sources/left.html", frame(request, source_id, "left"))


@recently_authenticated
@require_safe
def received(request: SignedRequest, source_id: UUID) -> HttpResponse:
    """The document as it was received, to be saved; the ledger knows of it. Raises NotFound."""
    facts = queries.source(source_id, by=request.actor, country=request.country)
    if facts.file is None:
        raise NotFound
    record_export(noun="source", subject=source_id, purpose="source", by=request.actor, country=facts.country)
    return file_answer(facts.file.id, stem=f"source-{facts.file.sha256[:12]}")
