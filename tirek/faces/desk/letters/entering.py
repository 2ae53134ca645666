"""Entering a letter into the register, and that its body confirmed one that went out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tirek.faces.desk.letters.forms import AcknowledgeForm, LetterForm, TakeOutForm
from tirek.faces.desk.letters.views import reached, way_to
from tirek.faces.desk.recommendations.following import sent
from tirek.faces.desk.recommendations.reaching import form_page
from tirek.faces.frame.confirming import shown_fields
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.uploads import Upload
from tirek.followup.letters import services
from tirek.followup.letters.codes import DIRECTIONS, IN, OUT
from tirek.followup.letters.naming import named_in
from tirek.followup.letters.policies import check_may_register
from tirek.followup.letters.queries import PaperFacts, paper
from tirek.foundation.files.services import NewFile
from tirek.ground.rules.refusals import NotFound


@read_or_write
def new(request: SignedRequest, direction: str) -> HttpResponse:
    """A letter that came in or went out, with its file and the recommendations that it is about."""
    if direction not in DIRECTIONS:
        raise NotFound
    check_may_register(request.actor, request.country)
    initial = {"moved_on": timezone.localdate(), **(sent_of(written_here(request)) if direction == OUT else {})}
    form = LetterForm(*sent(request), country=request.country, direction=direction, initial=initial)

    def work(asked: dict[str, Any]) -> UUID:
        about = named_in(asked.pop("numbers"), by=request.actor, country=request.country)
        upload: Upload | None = asked.pop("file")
        made = services.NewLetter(direction=direction, file=named(upload, direction, asked["dated_on"].isoformat()), **asked)
        return services.register_letter(country=request.country, letter=made, about=about, by=request.actor).value

    if made := kept(request, form, work):
        messages.success(request, _("The letter stands in the register."))
        return redirect("desk:letter-read" if direction == IN and form.cleaned_data.get("kind") == "answer" else "desk:letter", letter_id=made)
    title, lead = words_for(direction)
    asked_for = [each for each in form.visible_fields() if each.name != "numbers"]
    return form_page(request, "desk/letters/form.html", form, way_to(), title=title, lead=lead, button=_("Enter the letter"), asked=asked_for, numbers=form["numbers"])


def written_here(request: SignedRequest) -> PaperFacts | None:
    """The letter that the house wrote and that was sent, where the address names one. Raises NotFound."""
    asked = request.GET.get("paper", "")
    if not asked:
        return None
    try:
        facts = paper(UUID(asked), by=request.actor, today=timezone.localdate())
    except ValueError as error:
        raise NotFound from error
    if facts.country != request.country:
        raise NotFound
    return facts


def sent_of(facts: PaperFacts | None) -> dict[str, str]:
    """What is known of a letter before it is entered: what the house wrote says to whom, what and about which recommendations."""
    if facts is None:
        return {}
    return {"paper_id": str(facts.id), "body": facts.body, "kind": facts.kind, "numbers": ", ".join(each.number for each in facts.about)}


@read_or_write
def mend(request: SignedRequest, letter_id: UUID) -> HttpResponse:
    """What was entered of a letter, put right."""
    facts = reached(request, letter_id)
    check_may_register(request.actor, facts.country)
    held = {name: getattr(facts, name) for name in ("kind", "body", "number", "dated_on", "moved_on", "way", "registered_as")}
    form = LetterForm(*sent(request), country=facts.country, direction=facts.direction, initial=held)
    del form.fields["numbers"]

    def work(asked: dict[str, Any]) -> UUID:
        upload: Upload | None = asked.pop("file")
        made = services.NewLetter(direction=facts.direction, file=named(upload, facts.direction, asked["dated_on"].isoformat()), **asked)
        return services.mend_letter(letter_id=letter_id, letter=made, by=request.actor).value

    if kept(request, form, work):
        messages.success(request, _("The letter is mended. What stood before stays on its page."))
        return redirect("desk:letter", letter_id=letter_id)
    lead = _("Put right what was entered wrongly. Without a new file the one that is kept stays.")
    return form_page(request, "desk/letters/form.html", form, way_to(facts), title=_("Mend what was entered"), lead=lead, button=_("Save"), asked=form.visible_fields())


@read_or_write
def take_out(request: SignedRequest, letter_id: UUID) -> HttpResponse:
    """A letter that should not stand in the register."""
    facts = reached(request, letter_id)
    check_may_register(request.actor, facts.country)
    form = TakeOutForm(*sent(request), country=facts.country)
    if kept(request, form, lambda asked: services.take_out_letter(letter_id=letter_id, by=request.actor, **asked)):
        messages.success(request, _("The letter is taken out of the register. The office still finds it there among what was taken out."))
        return redirect("desk:letter", letter_id=letter_id)
    lead = _("Only a letter from which no answer was read out and whose receipt nobody confirmed can be taken out. It stays for the office, with the reason.")
    return form_page(
        request, "desk/letters/form.html", form, way_to(facts), title=_("Take the letter out of the register"), lead=lead, button=_("Take the letter out of the register"), asked=shown_fields(form),
    )  # fmt: skip


def words_for(direction: str) -> tuple[str, str]:
    """Title and lead of the form."""
    if direction == IN:
        return _("Enter a letter that came in"), _("Enter it as it lies before you. What it says about each recommendation is read out of its pages afterwards, on one screen.")
    return _("Enter a letter that went out"), _("The clock of the confirmation runs from the day on which it was sent.")


def named(upload: Upload | None, direction: str, on: str) -> NewFile | None:
    """The file under its name in the house: it names nobody and no body."""
    return upload.named(f"letter-{direction}-{on}") if upload else None


@read_or_write
def acknowledge(request: SignedRequest, letter_id: UUID) -> HttpResponse:
    """That the body confirmed a letter that went out."""
    facts = reached(request, letter_id)
    check_may_register(request.actor, facts.country)
    form = AcknowledgeForm(*sent(request), country=facts.country)
    if kept(request, form, lambda asked: services.acknowledge(letter_id=letter_id, by=request.actor, **asked)):
        messages.success(request, _("The confirmation is entered; its clock stands still."))
        return redirect("desk:letter", letter_id=letter_id)
    lead = _("Enter it only where the body itself confirmed that it has the letter. The answer has a clock of its own, which runs on.")
    return form_page(
        request, "desk/letters/form.html", form, way_to(facts), title=_("Enter that receipt was confirmed"), lead=lead, button=_("Save the confirmation"),
        asked=shown_fields(form),
    )  # fmt: skip
