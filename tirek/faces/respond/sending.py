"""What waits to be sent: the head of a body sends replies, one or several at once, or returns them with a note. It knows no rule of who is head."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy
from django.views.decorators.http import require_POST

from tirek.faces.frame.answers.words import head_of
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import CountryForm, line, said
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.respond.context import tabs
from tirek.faces.respond.one import reached, way_to
from tirek.faces.respond.replies import revision_of
from tirek.faces.respond.words import OWN, due_cell
from tirek.followup.exchange import queries, services
from tirek.followup.recommendations.queries import stretches
from tirek.foundation.ui.formats import day, number
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.ground.rules.actors import Role
from tirek.ground.rules.refusals import NotAllowed, Refusal


class ReturnForm(CountryForm):
    """What should be changed."""

    because = line(gettext_lazy("What should be changed"), required=True, rows=3, help_text=gettext_lazy("Your own people read it; the mechanism does not."))


@recently_authenticated
@read_or_write
def to_send(request: SignedRequest) -> HttpResponse:
    """What is handed in, for the head to choose and send, and what is still being prepared, to be handed in together."""
    by, country, today = request.actor, request.country, timezone.localdate()
    approves = request.actor.has(Role.BODY_HEAD, country=request.country)
    found, drafts = queries.handed_in(by=by, country=country, today=today), queries.in_preparation(by=by, country=country, today=today)
    if request.method == "POST":
        if request.POST.get("do") == "hand-in":
            do_chosen(request, drafts, services.hand_in, HANDED)
        elif approves:
            do_chosen(request, found, services.send_reply, SENT)
        else:
            raise NotAllowed
        return redirect("respond:to-send")
    context = {
        "columns": columns(), "own_columns": [*columns(), Column(_("What else can be done"))] if approves else columns(),
        "rows": [[*row(each), *([way_back(each)] if approves else [])] for each in found], "choices": choices_of(found), "drafts": [row(each) for each in drafts], "draft_choices": choices_of(drafts),
        "approves": approves, "tabs": tabs(request, "to-send"),
    }  # fmt: skip
    return render(request, "respond/to_send.html", context)


def columns() -> list[Column]:
    """The columns of both lists."""
    return [Column(_("Number"), width="short"), Column(_("What has to be done"), width="wide"), Column(_("Your answer"), width="wide"), Column(_("Answer due"))]


def way_back(each: queries.ReplyLine) -> Cell:
    """Where the head returns a reply with a note."""
    return Cell(_("Return it with a note"), reverse("respond:return", args=[each.recommendation.id]))


def choices_of(found: tuple[queries.ReplyLine, ...]) -> list[tuple[str, str]]:
    """The value of each row's box, with the revision that is looked at, and its label."""
    return [(chosen_as(each), each.recommendation.number) for each in found]


def chosen_as(each: queries.ReplyLine) -> str:
    """How a reply is named in a form: with what was looked at of it."""
    return f"{each.recommendation.id}:{each.reply.revision}"


def row(each: queries.ReplyLine) -> list[object]:
    """A reply as a line, whole: whoever sends several must be able to read them here."""
    told = each.reply
    steps = "".join(f"\n{day(step.until, 'short')}: {step.what}" for step in told.steps)
    files = "\n" + ngettext("%(count)s file", "%(count)s files", len(told.files)) % {"count": number(len(told.files))} if told.files else ""
    looked = "\n" + _("Passages that the writer confirmed: %(passages)s") % {"passages": "; ".join(f"“{each.text}”" for each in stretches(f"{told.text}{steps}"))} if told.confirmed else ""
    answer = f"{OWN[told.word]}\n{told.text}{steps}{files}{looked}"
    return [Cell(each.recommendation.number, reverse("respond:recommendation", args=[each.recommendation.id])), head_of(said(each.recommendation.text), 300), answer, due_cell(each.recommendation)]


SENT = ngettext_lazy("%(count)s answer is sent to the mechanism.", "%(count)s answers are sent to the mechanism.", "count")
HANDED = ngettext_lazy("%(count)s reply is handed in.", "%(count)s replies are handed in.", "count")


def do_chosen(request: SignedRequest, found: tuple[queries.ReplyLine, ...], verb: Callable[..., object], told: Any) -> None:
    """Does the same with what was chosen, each by an act of its own; says what was done and what was not, with the reason."""
    chosen = set(request.POST.getlist("chosen"))
    mine = [each for each in found if chosen_as(each) in chosen]
    done = sum(done_with(request, each, verb) for each in mine)
    if gone := len(chosen) - len(mine):
        messages.error(request, ngettext("%(count)s reply was changed or sent meanwhile and is left as it is.", "%(count)s replies were changed or sent meanwhile and are left as they are.", gone) % {"count": number(gone)})
    if done:
        messages.success(request, told % {"count": done})
    elif not chosen:
        messages.info(request, _("Nothing was chosen."))


def done_with(request: SignedRequest, each: queries.ReplyLine, verb: Callable[..., object]) -> bool:
    """Whether it was done; a refusal is told with the number."""
    try:
        verb(recommendation_id=each.recommendation.id, country=request.country, by=request.actor, revision=each.reply.revision)
    except Refusal as refusal:
        messages.error(request, f"{each.recommendation.number}: {refusal_text(refusal)}")
        return False
    return True


@require_POST
@recently_authenticated
def send(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Sends one reply from its page."""
    services.send_reply(recommendation_id=recommendation_id, country=request.country, by=request.actor, revision=revision_of(request) or -1)
    messages.success(request, _("The answer is sent to the mechanism."))
    return redirect("respond:recommendation", recommendation_id=recommendation_id)


@read_or_write
def give_back(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Returns a reply with a note."""
    facts = reached(request, recommendation_id)
    if not facts.approves:
        raise NotAllowed
    form = ReturnForm(request.POST if request.method == "POST" else None, country=request.country)

    def work(typed: dict[str, Any]) -> object:
        return services.return_reply(recommendation_id=recommendation_id, country=request.country, by=request.actor, **typed)

    if kept(request, form, work):
        messages.success(request, _("The reply is returned. Your people find it among what waits, with your note."))
        return redirect("respond:to-send")
    context = {"form": form, "facts": facts, "title": _("Return the reply"), "button": _("Return it"), "lead": "", "crumbs": [*way_to(facts), Crumb(_("Return the reply"))]}
    return render(request, "respond/form.html", context, status=422 if form.errors else 200)
