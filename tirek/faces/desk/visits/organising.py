"""Further organisers of a visit that is being prepared: a page of its own, since whoever is named knows from then on."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.visits.asking import asked, done, read_or_write
from tirek.faces.desk.visits.frame import visit_facts, visit_part
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.faces.frame.fields import CountryForm
from tirek.foundation.people.queries import colleagues
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits import queries, services
from tirek.records.visits.policies import check_time_of


class OrganisersForm(CountryForm):
    """Colleagues who do not organise the visit yet."""

    accounts = forms.MultipleChoiceField(
        label=gettext_lazy("Who else organises it"), widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("They will know of the visit, as you do. Nobody can be made not to know any more."),
        error_messages={"required": gettext_lazy("Choose at least one colleague, or go back.")},
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, held: tuple[str, ...], **kwargs: Any) -> None:
        self.actor, self.held = actor, held
        super().__init__(*args, **kwargs)

    def choose(self, country: str) -> None:
        """The colleagues."""
        self.offer("accounts", [(one.id, one.name) for one in colleagues(by=self.actor, country=country) if one.id not in self.held])


@read_or_write
def organisers(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """Names further organisers. Raises NotFound, NotAllowed, PreparationOver."""
    facts = visit_facts(request, visit_id)
    part = visit_part(request, visit_id)
    if part.prepares:
        check_time_of("name_organisers", facts.state)
    if not part.names_organisers:
        raise NotAllowed
    sent = request.POST if request.method == "POST" else None
    form = OrganisersForm(sent, country=facts.country, actor=request.actor, held=queries.organisers(visit_id, by=request.actor))
    if kept(request, form, lambda typed: services.name_organisers(visit_id=visit_id, by=request.actor, **typed)):
        return done(request, _("The organisers are named. They find the visit in their list."), "desk:visit-team", visit_id)
    return asked(
        request, visit_id, "team", form, title=_("Name further organisers"), button=_("Name them"), back=reverse("desk:visit-team", args=[visit_id]),
        lead=_("Until a visit that is not announced begins, its organisers and its delegation alone know of it. Name only whom the preparation needs."),
    )  # fmt: skip
