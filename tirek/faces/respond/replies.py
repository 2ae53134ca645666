"""Preparing a reply: word, text, steps with their days, files. Whoever may read the recommendation prepares; only the head of the body that answers sends. It knows no rule of a reply."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tirek.faces.frame.confirming import Confirming
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import day_field, line
from tirek.faces.frame.uploads import UploadField, ask_for_files_again
from tirek.faces.respond.one import reached, said_before, way_to
from tirek.faces.respond.words import OWN
from tirek.followup.exchange import queries, services
from tirek.followup.recommendations.policies import check_issued
from tirek.followup.recommendations.queries import AddressedFacts, stretches
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD

SPARE = 3
MOST = 12


class ReplyForm(Confirming):
    """A reply. Steps are asked in lines: what, and until when."""

    word = forms.ChoiceField(label=gettext_lazy("What your body says"), widget=forms.RadioSelect)
    text = line(
        gettext_lazy("Your answer"), rows=6,
        help_text=gettext_lazy("In your body’s own words; with what is not accepted the reason. It is published as it stands. Name nobody who is deprived of liberty, and no employee."),
    )  # fmt: skip
    file = UploadField(label=gettext_lazy("Add a file as evidence"), required=False)
    without = forms.MultipleChoiceField(label=gettext_lazy("Take out"), required=False, widget=forms.CheckboxSelectMultiple)
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, facts: AddressedFacts, held: queries.ReplyFacts | None, **kwargs: Any) -> None:
        super().__init__(*args, country=facts.country, **kwargs)
        self.fields["text"].max_length = 8_000  # type: ignore[attr-defined]
        self.offer("word", [(code, words) for code, words in OWN.items() if facts.handed or AUTHORITY_WORD.allows(facts.word, code)])
        self.offer("without", [(str(each.id), each.name) for each in (held.files if held else ())])
        if not (held and held.files):
            del self.fields["without"]
        self.lines = min(MOST, (len(held.steps) if held else 0) + SPARE)
        for number in range(self.lines):
            step = held.steps[number] if held and number < len(held.steps) else None
            self.fields[f"what_{number}"] = forms.CharField(label=_("What will be done"), required=False, max_length=500, initial=step.what if step else "")
            self.fields[f"until_{number}"] = day_field(_("Until"), required=False)
            self.fields[f"until_{number}"].initial = step.until if step else None

    @property
    def step_fields(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The lines of the plan."""
        return [(self[f"what_{number}"], self[f"until_{number}"]) for number in range(self.lines)]

    @property
    def passages(self) -> tuple[str, ...]:
        """What in the text and in the steps could name a person."""
        names = ["text", *(f"what_{number}" for number in range(self.lines))]
        typed = "\n".join(str(self.data.get(self.add_prefix(name), "")) for name in names) if self.is_bound else ""
        return tuple(dict.fromkeys(hit.text for hit in stretches(typed)))

    @property
    def written(self) -> services.Prepared:
        """The reply as it was typed."""
        typed = self.cleaned_data
        steps = [(str(typed[f"what_{number}"]), typed[f"until_{number}"]) for number in range(self.lines)]
        return services.Prepared(
            word=typed["word"], text=typed["text"], steps=tuple(services.Plan(what, until) for what, until in steps if what.strip() or until),
            files=(typed["file"].named("evidence"),) if typed["file"] else (), without=frozenset(UUID(each) for each in typed.get("without") or ()),
        )  # fmt: skip


@read_or_write
def reply(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """The form of a reply; it is kept as a draft of the body, which the mechanism does not see."""
    facts = reached(request, recommendation_id)
    check_issued(facts.state)
    held = queries.reply(recommendation_id, by=request.actor, country=request.country)
    if held and held.state == "handed_in":
        messages.info(request, _("This reply is handed in. Whoever sends it can return it; then it can be changed."))
        return redirect("respond:recommendation", recommendation_id=recommendation_id)
    initial = {"revision": held.revision, "word": held.word, "text": held.text} if held else {"revision": 0}
    sent: tuple[Any, Any] = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ReplyForm(*sent, facts=facts, held=held, initial=initial)

    def work(typed: dict[str, Any]) -> object:
        return services.prepare_reply(
            recommendation_id=recommendation_id, country=request.country, written=form.written, by=request.actor, revision=typed["revision"], confirmed=typed["confirmed"],
        )  # fmt: skip

    if kept(request, form, work):
        messages.success(request, _("The reply is kept. Hand it in when it is ready.") if facts.handed else _("The reply is kept. The mechanism sees it once the head of your body has sent it."))
        return redirect("respond:recommendation", recommendation_id=recommendation_id)
    if form.errors:
        ask_for_files_again(form)
    context = {"form": form, "facts": facts, "held": held, "said": said_before(request, facts), "title": _("Prepare the reply"), "crumbs": [*way_to(facts), Crumb(_("Prepare the reply"))]}
    return render(request, "respond/reply.html", context, status=422 if form.errors else 200)


@require_POST
def hand_in(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Hands the reply in."""
    services.hand_in(recommendation_id=recommendation_id, country=request.country, by=request.actor, revision=revision_of(request))
    messages.success(request, _("The reply is handed in. The head of the body that answers is told, and sends it or returns it."))
    return redirect("respond:recommendation", recommendation_id=recommendation_id)


@require_POST
def drop(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Drops what was prepared."""
    services.drop_reply(recommendation_id=recommendation_id, country=request.country, by=request.actor, revision=revision_of(request))
    messages.success(request, _("What was prepared is dropped."))
    return redirect("respond:recommendation", recommendation_id=recommendation_id)


def revision_of(request: SignedRequest) -> int:
    """The revision that somebody looked at; 0, which fits no reply, for what is no number."""
    sent = request.POST.get("revision", "")
    return int(sent) if sent.isdecimal() and len(sent) < 9 else 0
