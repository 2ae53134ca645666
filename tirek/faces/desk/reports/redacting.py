"""The public edition of a report for its office: what is not published is marked, looked at as it will be printed, and published by a second person."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tirek.faces.desk.reports.forms import PapersForm, ReasonForm, WordsForm
from tirek.faces.desk.reports.frame import report_facts, report_frame
from tirek.faces.desk.reports.preview import chosen, printed, ways
from tirek.faces.desk.reports.words import GROUND_WORDS, PARTS_OF_REPORT
from tirek.faces.desk.reports.working import form_page
from tirek.faces.desk.visits.reading import purpose_first
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import Tab
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.insight.publications.services import publish_report
from tirek.insight.reports import queries, services
from tirek.insight.reports.documents.public import parts

read_or_write = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text; with `name` and `ground` where it is marked."""

    text: str
    name: str = ""
    ground: object = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the report: its place, its language, its pieces, and whether all of it is marked."""

    place: str
    language: str
    pieces: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Texts of one part of the report."""

    title: str
    texts: tuple[Text, ...]


@read_or_write
def public(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """The texts with what is marked, and the forms that mark; what a form refuses comes back in it."""
    frame = report_frame(request, report_id, "public")
    facts = frame["report"]
    assert isinstance(facts, queries.ReportFacts)
    standing = queries.public_standing(report_id, by=request.actor)
    if facts.state != "issued" and standing.copy is None:
        raise NotFound
    if question := purpose_first(request, facts.visit_id):
        return question
    if standing.copy is None:
        return render(request, "desk/reports/public.html", {**frame, "copy": None, "published": standing.published})
    copy, asked = standing.copy, request.POST.get("do", "") if request.method == "POST" else ""
    words = WordsForm(request.POST if asked == "words" else None, country=request.country)
    initial = {"sent_on": copy.sent_on, "request_on": copy.request_on, "request_letter": copy.request_letter}
    papers = PapersForm(request.POST if asked == "papers" else None, country=request.country, joint=copy.joint, initial=initial)

    def marked(given: dict[str, Any]) -> int:
        return services.black_out(report_id=report_id, by=request.actor, **given).value

    if asked == "words" and (number := kept(request, words, marked)):
        messages.success(request, ngettext("%(count)s passage is marked.", "%(count)s passages are marked.", number) % {"count": number})
        return again(request, report_id)
    if asked == "papers" and kept(request, papers, lambda given: services.record_papers(report_id=report_id, by=request.actor, **given)):
        messages.success(request, _("The papers are recorded."))
        return again(request, report_id)
    languages = sorted({place.rpartition(":")[2] for place in copy.texts if ":" in place}, key=lambda code: order_of(code, facts.country))
    language = request.GET.get("in", "") if request.GET.get("in", "") in languages else languages[0]
    context = {
        **frame, "copy": copy, "published": standing.published, "words_form": words, "papers_form": papers, "grounds": list(GROUND_WORDS.items()),
        "sections": sections(copy, language), "languages": [Tab(LANGUAGE_NAMES[each], f"?in={each}", each == language, marks_in(copy, each)) for each in languages],
        "language": language, "number": sum(map(len, copy.marks.values())), "hands": ", ".join(hands(copy)), "thinner": thinner(copy, facts.country),
        "not_again": not_again(copy),
    }  # fmt: skip
    return render(request, "desk/reports/public.html", context, status=422 if words.errors or papers.errors else 200)


def again(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Back to the texts, in the language that was open."""
    language = request.GET.get("in", "")
    way = reverse("desk:report-public", args=[report_id])
    return redirect(f"{way}?in={language}" if language in LANGUAGE_NAMES else way)


def order_of(code: str, country: str) -> tuple[int, str]:
    """The languages of the country's reports come first."""
    known = report_languages(country)
    return (known.index(code) if code in known else len(known), code)


def thinner(copy: queries.CopyFacts, country: str) -> list[tuple[str, str, int]]:
    """Languages in which less is marked than in another: code, name, in how many texts."""
    return [(code, LANGUAGE_NAMES[code], copy.thinner[code]) for code in sorted(copy.thinner, key=lambda one: order_of(one, country))]


def not_again(copy: queries.CopyFacts) -> list[tuple[str, object]]:
    """What the last edition left out and this version says nowhere as it was written, with the ground in words."""
    return [(said, GROUND_WORDS[ground]) for said, ground in copy.not_again]


def marks_in(copy: queries.CopyFacts, language: str) -> int:
    """How many marks stand in the texts of a language."""
    return sum(len(marks) for place, marks in copy.marks.items() if place.endswith(f":{language}"))


def hands(copy: queries.CopyFacts) -> list[str]:
    """Who prepared it, by name."""
    names = names_of(list(copy.hands))
    return [names.get(each, "—") for each in copy.hands]


def sections(copy: queries.CopyFacts, language: str) -> list[Section]:
    """The texts of a language, and those of none, by the parts of the report."""
    found: dict[str, list[Text]] = {}
    for place, text in copy.texts.items():
        path, _colon, code = place.partition(":")
        if text.strip() and code in ("", language):
            found.setdefault(part_of(path), []).append(Text(place, code, tuple(stretches(text, copy.marks.get(place, ())))))
    return [Section(title, tuple(texts)) for title, texts in found.items()]


def part_of(path: str) -> str:
    """The part of the report in which a text stands, in words."""
    return str(PARTS_OF_REPORT.get(path.split("/")[0], PARTS_OF_REPORT[""]))


def stretches(text: str, marks: tuple[queries.MarkFacts, ...]) -> Iterator[Stretch]:
    """A text in pieces, marked and not."""
    at = 0
    for mark in marks:
        if mark.start > at:
            yield Stretch(text[at : mark.start])
        yield Stretch(text[mark.start : mark.end], mark.name, GROUND_WORDS[mark.ground])
        at = mark.end
    if at < len(text):
        yield Stretch(text[at:])


@require_POST
def begin(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Begins the public edition."""
    report_facts(request, report_id)
    return at_once(request, report_id, lambda: services.begin_public_copy(report_id=report_id, by=request.actor), _("The public edition is begun. Nothing is published yet."))


@require_POST
def choose(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Marks whole texts that were chosen, or takes chosen marks off."""
    report_facts(request, report_id)
    if request.POST.get("do") == "off":
        marks = request.POST.getlist("mark")
        return at_once(request, report_id, lambda: services.take_off(report_id=report_id, marks=marks, by=request.actor), _("The marks are taken off."))
    places, ground = request.POST.getlist("place"), request.POST.get("ground", "")
    return at_once(
        request, report_id, lambda: services.black_out_texts(report_id=report_id, places=places, ground=ground, by=request.actor), _("The texts are marked.")
    )


@require_POST
def drop(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Gives the preparation up."""
    report_facts(request, report_id)
    return at_once(request, report_id, lambda: services.drop_public_copy(report_id=report_id, by=request.actor), _("The public edition is given up. Nothing of it was published."))


def at_once(request: SignedRequest, report_id: UUID, work: Any, words: str, shown: str = "") -> HttpResponse:
    """A verb without a form of its own; a refusal is shown on the page that opens."""
    try:
        work()
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        messages.warning(request, refusal_text(refusal))
        return redirect(shown, report_id=report_id) if shown else again(request, report_id)
    messages.success(request, words)
    return again(request, report_id)


@require_safe
def shown(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """The public edition as it will be printed, with its sign: what is handed in and published is this and nothing else."""
    frame = report_frame(request, report_id, "public")
    facts = frame["report"]
    assert isinstance(facts, queries.ReportFacts)
    copy = queries.public_standing(report_id, by=request.actor).copy
    if copy is None:
        raise NotFound
    if question := purpose_first(request, facts.visit_id):
        return question
    known = report_languages(facts.country)
    languages = chosen(request.GET.get("in", ""), known)
    (part,) = parts(copy.public, languages)
    context = {**frame, "copy": copy, "ways": ways(languages, known), "hands": ", ".join(hands(copy)), "thinner": thinner(copy, facts.country), "not_again": not_again(copy), **printed(part, copy.public.document, languages[0], facts)}
    return render(request, "desk/reports/public_shown.html", context)


@require_POST
def hand_in(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Hands exactly what stood on the page to a second person."""
    report_facts(request, report_id)
    seen = request.POST.get("seen", "")
    words = _("The public edition is handed in. Somebody who had no hand in it looks at it and publishes it.")
    return at_once(request, report_id, lambda: services.hand_in_public_copy(report_id=report_id, seen=seen, by=request.actor), words, "desk:report-public-shown")


@recently_authenticated
@require_POST
def publish(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Publishes exactly what stood on the page."""
    report_facts(request, report_id)
    seen = request.POST.get("seen", "")
    words = _("The report is published. From now on this edition stays as it is; a correction becomes a further one.")
    return at_once(request, report_id, lambda: publish_report(report_id=report_id, seen=seen, by=request.actor), words, "desk:report-public-shown")


@read_or_write
def give_back(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Back to those who prepare it, with the reason."""
    facts = report_facts(request, report_id)
    copy = queries.public_standing(report_id, by=request.actor).copy
    if copy is None or copy.state != "handed_in":
        raise NotFound
    form = ReasonForm(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: services.return_public_copy(report_id=report_id, by=request.actor, **asked)):
        messages.success(request, _("The public edition is given back."))
        return again(request, report_id)
    lead = _("Say what is marked too much or too little. Write no name here: the reason is kept.")
    return form_page(request, facts, form, title=_("Give the public edition back"), lead=lead, button=pgettext("public edition", "Give it back"))
