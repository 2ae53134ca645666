"""One scanned letter read out on one screen: its pages on one side, on the other each recommendation that it is about, with what it says and where.

What is in order is entered, each answer by an act of its own; what is not stays as it was typed, with the reason.
"""

from collections import Counter
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.letters.files import pictures
from tirek.faces.desk.letters.forms import APART, PartForm, PartsForm
from tirek.faces.desk.letters.views import reached, way_to
from tirek.faces.desk.recommendations.about import called, where
from tirek.faces.desk.recommendations.following import sent
from tirek.faces.desk.recommendations.reaching import form_page
from tirek.faces.frame.answers.words import body_words, head_of
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import Choices, said
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.followup.letters import queries, services
from tirek.followup.letters.naming import named_in
from tirek.followup.letters.policies import check_is_incoming, check_may_register
from tirek.followup.recommendations.queries import awaited_of
from tirek.foundation.ui.formats import number
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import Refusal

AT_ONCE = 20
"""Parts asked on one screen; more follow when these are read."""
OFFERED = 100
READ = "read"


@recently_authenticated
@read_or_write
def read(request: SignedRequest, letter_id: UUID) -> HttpResponse:
    """The screen, and what was written on it. Opening it is an act of the ledger, as every road on which a letter leaves the house."""
    facts = reached(request, letter_id)
    check_may_register(request.actor, facts.country)
    check_is_incoming(facts.direction)
    asked = [(each, PartForm(request.POST or None, country=facts.country, prefix=each.id.hex)) for each in parts_asked(request, facts)]
    lost = gone(request, facts)
    if request.method == "POST":
        done = Counter(entered_of(request, part, form) for part, form in asked if form.begun)
        told(request, done[READ], done[APART])
        entered = done[READ] + done[APART]
        if not any(form.errors for _part, form in asked if form.begun) and not lost:
            return redirect("desk:letter-read" if entered and len(facts.parts) > entered else "desk:letter", letter_id=letter_id)
        facts = reached(request, letter_id)
    elif facts.file_id:
        services.note_opened(letter_id=letter_id, by=request.actor)
    return screen(request, facts, asked, lost)


def parts_asked(request: SignedRequest, facts: queries.LetterFacts) -> list[queries.PartFacts]:
    """The parts that wait; of a form that is sent those that it asked about, though somebody may have read or named others meanwhile."""
    if request.method == "POST":
        return [each for each in facts.parts if f"{each.id.hex}-word" in request.POST]
    return [each for each in facts.parts if not each.answer_id][:AT_ONCE]


def gone(request: SignedRequest, facts: queries.LetterFacts) -> list[str]:
    """What was written about parts that somebody took out of the letter meanwhile."""
    there = {each.id.hex for each in facts.parts}
    sent = [(name.removesuffix("-text"), str(text).strip()) for name, text in request.POST.items() if name.endswith("-text")]
    return [text for part, text in sent if text and part not in there]


def entered_of(request: SignedRequest, part: queries.PartFacts, form: PartForm) -> str:
    """READ where the answer is entered now, APART where the part is taken out because the letter is not about it; else nothing, and its form says why."""
    if not form.is_valid():
        return ""
    try:
        if form.cleaned_data["word"] == APART:
            services.take_out_part(item_id=part.id, by=request.actor)
            return APART
        services.read_part(item_id=part.id, by=request.actor, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal_text(refusal))
        return ""
    return READ


def told(request: SignedRequest, entered: int, apart: int) -> None:
    """How many answers were entered, and how many recommendations taken out."""
    if entered:
        sentence = ngettext("%(count)s answer is entered. What the mechanism verified stays as it was.", "%(count)s answers are entered. What the mechanism verified stays as it was.", entered)
        messages.success(request, sentence % {"count": number(entered)})
    if apart:
        sentence = ngettext("%(count)s recommendation is taken out: the letter is not about it.", "%(count)s recommendations are taken out: the letter is not about them.", apart)
        messages.success(request, sentence % {"count": number(apart)})


def screen(request: SignedRequest, facts: queries.LetterFacts, asked: list[tuple[queries.PartFacts, PartForm]], lost: list[str]) -> HttpResponse:
    """The page; 422 where something must be changed."""
    faulty = [form for _part, form in asked if form.begun and form.errors]
    left = [(part, form) for part, form in asked if (form.errors if form.begun else not part.answer_id)]
    open_ones = [(part, form, shown(form), head_of(said(part.recommendation.text), 400)) for part, form in left]
    context = {
        "facts": facts,
        "title": called(facts.number, facts.dated_on),
        "body": body_words(facts.country, facts.body, facts.dated_on),
        "pictures": pictures(request, facts),
        "asked": open_ones,
        "faulty": faulty,
        "lost": lost,
        "later": len({each.id for each in facts.parts if not each.answer_id} - {part.id for part, _form in left}),
        "done": [(each, where(each.first_page, each.last_page)) for each in facts.parts if each.answer_id],
        "crumbs": [*way_to(facts), Crumb(_("Read the answers out"))],
    }
    return render(request, "desk/letters/read.html", context, status=422 if faulty or lost else 200)


def shown(form: PartForm) -> list[forms.BoundField]:
    """The fields of a part; the confirmation once there is something to confirm."""
    return [form[name] for name in ("word", "first_page", "last_page", "text", *(["confirmed"] if form.passages else []))]


@read_or_write
def parts(request: SignedRequest, letter_id: UUID) -> HttpResponse:
    """Which further recommendations the letter is about."""
    facts = reached(request, letter_id)
    check_may_register(request.actor, facts.country)
    form = PartsForm(*sent(request), country=facts.country, awaited=awaited(request, facts))

    def work(typed: dict[str, object]) -> int:
        chosen = [UUID(each) for each in typed.get("chosen") or ()]  # type: ignore[attr-defined]
        about = [*chosen, *named_in(str(typed["numbers"]), by=request.actor, country=request.country)]
        return services.add_parts(letter_id=letter_id, about=about, by=request.actor).value

    added = kept(request, form, work)
    if added is not None:
        sentence = ngettext("%(count)s recommendation is added.", "%(count)s recommendations are added.", added)
        messages.success(request, sentence % {"count": number(added)})
        return redirect("desk:letter-read" if facts.direction == "in" else "desk:letter", letter_id=letter_id)
    lead = _("Choose what still waits for an answer of this body, or write the numbers that stand in the letter.")
    return form_page(
        request, "desk/letters/form.html", form, way_to(facts), title=_("What the letter is about"), lead=lead, button=_("Add them"),
        asked=[each for each in form if each.name != "numbers"], numbers=form["numbers"],
    )  # fmt: skip


def awaited(request: SignedRequest, facts: queries.LetterFacts) -> Choices:
    """What waits for an answer of the letter's body and is not named yet."""
    held = {each.recommendation.id for each in facts.parts}
    found = awaited_of(facts.body, by=request.actor, country=facts.country, today=timezone.localdate(), size=OFFERED)
    return [(str(each.id), f"{each.number}: {head_of(said(each.text), 160)}") for each in found if each.id not in held]
