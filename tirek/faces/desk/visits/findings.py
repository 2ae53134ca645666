"""The tab of findings: their list, writing, changing, translating, the doctor's release, order, taking back."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.bearing import bears_on
from tirek.faces.desk.citing import address_of, cited
from tirek.faces.desk.meanwhile import StandsNow, catch_up, changeable
from tirek.faces.desk.visits.access import recorded, way
from tirek.faces.desk.visits.asking import asked, done, read_or_write
from tirek.faces.desk.visits.findingforms import (
    EditFindingForm,
    FindingForm,
    WordingForm,
    initial_of,
)
from tirek.faces.desk.visits.frame import visit_frame, visit_part
from tirek.faces.desk.visits.reading import with_purpose
from tirek.faces.desk.visits.taking_back import gone
from tirek.faces.desk.visits.words import SERIOUSNESS, SOURCES
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.followup.international.queries import bearing_on_findings
from tirek.followup.recommendations.queries import proposals
from tirek.foundation.jurisdictions.queries import areas, report_languages, standard
from tirek.foundation.ui.formats import listed, number
from tirek.foundation.ui.pieces import Cell
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import ChangedMeanwhile, DoctorOnly


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as the list shows it. `number` is its place, `passages` how many of its passages wait for a decision.

    `area` is empty for a medical one of which its reader knows only that it waits for the doctor; `carries` has the numbers of the draft
    recommendations that rest on it, `bears_on` the recommendations of international bodies to which somebody linked it.
    """

    facts: queries.FindingFacts
    number: int
    area: Words
    seriousness: str
    sources: str
    standards: tuple[Cell, ...]
    passages: int
    first: bool
    last: bool
    carries: str = ""
    bears_on: Sequence[tuple[str, str, str]] = ()

    @property
    def sure(self) -> str:
        """What is asked before it is taken back."""
        told = {"recommendations": self.carries}
        return _(
            "Take this finding back? It will not stand in the report. These recommendations rest on it: %(recommendations)s."
            " One that rests on no other finding must get one, or be dropped, before the report is handed in."
        ) % told if self.carries else _("Take this finding back? It will not stand in the report.")


@require_safe
@with_purpose
def findings(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """What the delegation saw, in order."""
    frame = visit_frame(request, visit_id, "findings")
    found = queries.findings(visit_id, by=request.actor)
    part = frame["part"]
    assert isinstance(part, queries.PartFacts)
    open_ = Counter(each.finding_id for each in queries.undecided_hits(visit_id, by=request.actor)) if part.may_record else Counter()
    lines = lines_of(request.country, found, open_, carried(request, visit_id) if part.records else {})
    bearing = bearing_on_findings([each.id for each in found if each.text], by=request.actor, country=request.country)
    context = {
        **frame,
        "findings": [replace(each, bears_on=bears_on(bearing.get(each.facts.id, ()))) for each in lines],
        "languages": report_languages(request.country),
        "open_passages": open_.total(),
        "to_take_back": queries.to_take_back(visit_id, by=request.actor),
        "gone": gone(request, visit_id) if part.records else [],
    }
    return render(request, "desk/visits/findings.html", context)


def carried(request: SignedRequest, visit_id: UUID) -> dict[UUID, list[str]]:
    """The numbers of the drafts of recommendations that rest on each finding."""
    resting: dict[UUID, list[str]] = {}
    for place, each in enumerate(proposals(visit_id, by=request.actor), start=1):
        for finding in each.findings if each.state == "draft" else ():
            resting.setdefault(finding, []).append(number(place))
    return resting


def lines_of(
    country: str, found: tuple[queries.FindingFacts, ...], passages: Counter[UUID], resting: Mapping[UUID, list[str]]
) -> Iterable[FindingLine]:
    """Findings as lines of the list."""
    named = {one.code: one.name for one in areas()}
    for place, each in enumerate(found, start=1):
        yield FindingLine(
            each, place, named.get(each.area, Words()), str(SERIOUSNESS.get(each.seriousness, "")), listed(str(SOURCES[code]) for code in each.sources),
            tuple(standard_cell(country, code) for code in each.standards), passages[each.id], place == 1, place == len(found),
            listed(resting.get(each.id, ())),
        )  # fmt: skip


def standard_cell(country: str, code: str) -> Cell:
    """A standard as it is cited, leading to its page."""
    one = standard(country, code)
    return Cell(cited(country, one), address_of(one))


def finding_of(request: SignedRequest, visit_id: UUID, finding_id: UUID) -> queries.FindingFacts:
    """A finding of this visit, for somebody who may write it now. Raises NotFound, NotAllowed, NotYetBegun, AlreadyReported."""
    recorded(request, visit_id)
    facts = queries.finding(finding_id, by=request.actor)
    if facts.visit_id != visit_id:
        raise NotFound
    return facts


def after_writing(request: SignedRequest, visit_id: UUID, finding_id: UUID, words: str) -> HttpResponse:
    """Leads to the passages of the finding that could name somebody, else to the list."""
    open_ = sum(each.finding_id == finding_id for each in queries.undecided_hits(visit_id, by=request.actor))
    if not open_:
        return done(request, words, "desk:visit-findings", visit_id)
    told = ngettext("%(count)s passage could name a person. Decide about it.", "%(count)s passages could name a person. Decide about each.", open_)
    return done(request, f"{words} {told % {'count': open_}}", "desk:visit-passages", visit_id)


@read_or_write
def new(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """One more finding."""
    facts = recorded(request, visit_id)
    form = FindingForm(request.POST or None, country=facts.country)
    made = kept(request, form, lambda _typed: services.add_finding(visit_id=visit_id, seen=form.observation(), by=request.actor))
    if made:
        waits = form.cleaned_data.get("medical") and form.cleaned_data.get("text")
        words = _("The finding is saved. Others read its wording once you release it.") if waits else _("The finding is saved.")
        return after_writing(request, visit_id, made.value, words)
    return asked(
        request, visit_id, "findings", form, title=_("Write a finding"), button=_("Save the finding"), back=way("visit-findings", visit_id),
        template="desk/visits/finding_form.html",
    )  # fmt: skip


@read_or_write
@with_purpose
def edit(request: SignedRequest, visit_id: UUID, finding_id: UUID) -> HttpResponse:
    """Changes a finding. Whoever saves second is told, keeps the own text, and sees the other's beside it.

    Raises DoctorOnly for others than the doctor of a medical one; who was writing while it became medical keeps what was typed.
    """
    held, doctor = finding_of(request, visit_id, finding_id), visit_part(request, visit_id).doctor
    if held.medical and not doctor and not request.POST:
        raise DoctorOnly
    form = EditFindingForm(changeable(request.POST), country=request.country, with_text=not (held.medical and doctor), initial=initial_of(held))
    if kept(request, form, lambda _typed: save(request, held, form)):
        return after_writing(request, visit_id, finding_id, _("The finding is saved."))
    return asked(
        request, visit_id, "findings", form, title=_("Change the finding"), button=_("Save the finding"), back=way("visit-findings", visit_id),
        template="desk/visits/finding_form.html", meanwhile=changed_meanwhile(request, form, finding_id), held=held,
    )  # fmt: skip


def save(request: SignedRequest, held: queries.FindingFacts, form: EditFindingForm) -> object:
    """Saves what was written; where the wording was not asked it stays as it is."""
    seen = form.observation(None if "text" in form.fields else held.text)
    return services.edit_finding(finding_id=held.id, seen=seen, revision=form.cleaned_data["revision"], by=request.actor)


def changed_meanwhile(request: SignedRequest, form: forms.Form, finding_id: UUID, *languages: str) -> list[StandsNow]:
    """What somebody else saved while this was written, its text in these `languages` only where any are given; the form then starts from there."""
    now = queries.finding(finding_id, by=request.actor)
    told = initial_of(now)
    revision = str(told.pop("revision"))
    if now.waits_for_doctor and not visit_part(request, now.visit_id).doctor:
        told = {}
    elif languages:
        told["text"] = Words(tuple((code, text) for code, text in now.text.texts if code in languages), now.text.source)
    return catch_up(form, told, revision, ChangedMeanwhile())


@read_or_write
@with_purpose
def translate(request: SignedRequest, visit_id: UUID, finding_id: UUID) -> HttpResponse:
    """Writes or renews translations; the original stays."""
    held = finding_of(request, visit_id, finding_id)
    if held.waits_for_doctor and not (held.text and visit_part(request, visit_id).doctor):
        raise NotAllowed
    wanted = tuple(code for code in report_languages(request.country) if code != held.text.source)
    form = WordingForm(
        changeable(request.POST), languages=wanted, label=_("Translations"), initial={"text": held.text, "revision": held.revision}
    )
    if request.method == "POST" and form.is_valid():
        texts = {code: form.cleaned_data["text"].in_(code) for code in wanted}
        revision = form.cleaned_data["revision"]
        if kept(request, form, lambda _typed: services.translate_finding(finding_id=finding_id, texts=texts, revision=revision, by=request.actor)):
            return after_writing(request, visit_id, finding_id, _("The translations are saved."))
    return asked(
        request, visit_id, "findings", form, title=_("Translate the finding"), button=_("Save the translations"),
        back=way("visit-findings", visit_id), template="desk/visits/wording.html", held=held, meanwhile=changed_meanwhile(request, form, finding_id, *wanted),
    )  # fmt: skip


@read_or_write
def release(request: SignedRequest, visit_id: UUID, finding_id: UUID) -> HttpResponse:
    """The doctor of the delegation releases the wording of a medical finding, and sees what else others read of it from then on."""
    held = finding_of(request, visit_id, finding_id)
    if not (held.medical and visit_part(request, visit_id).doctor):
        raise NotAllowed
    start = {"text": held.text, "revision": held.revision}
    form = WordingForm(changeable(request.POST), languages=report_languages(request.country), label=_("Wording for the report"), initial=start)
    if kept(request, form, lambda typed: services.release_medical_wording(finding_id=finding_id, by=request.actor, **typed)):
        return after_writing(request, visit_id, finding_id, _("The wording is released."))
    lead = _("Others read, and the report prints, the wording that you write here and what stands below it. Why there is one source only, and what you know beyond, stays with you.")
    (line,) = lines_of(request.country, (held,), Counter(), {})
    return asked(
        request, visit_id, "findings", form, title=_("Release the wording"), button=_("Release the wording"), lead=lead,
        back=way("visit-findings", visit_id), template="desk/visits/release.html", line=line, meanwhile=changed_meanwhile(request, form, finding_id),
    )  # fmt: skip


@require_POST
def move(request: SignedRequest, visit_id: UUID, finding_id: UUID) -> HttpResponse:
    """One place up or down."""
    finding_of(request, visit_id, finding_id)
    services.move_finding(finding_id=finding_id, up=request.POST.get("to") == "up", by=request.actor)
    return redirect("desk:visit-findings", visit_id=visit_id)
