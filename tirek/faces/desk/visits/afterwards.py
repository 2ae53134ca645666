"""One page for those who come back with paper: beginning and end, access, meetings, the closing talk and findings, saved whole or not at all.

Nothing that was typed is lost when a part is wrong: each part tells its own mistake and everything stands in the form again.
"""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.forms.utils import ErrorDict
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.visits.access import recorded, way
from tirek.faces.desk.visits.accessforms import AccessForm, MeetingForm
from tirek.faces.desk.visits.asking import asked, done, read_or_write
from tirek.faces.desk.visits.findingforms import FindingForm
from tirek.faces.desk.visits.forms import WHY_THEN, moment_field
from tirek.faces.desk.visits.frame import visit_facts, visit_part
from tirek.faces.desk.visits.talkforms import TalkForms
from tirek.faces.desk.visits.words import WITH_WHOM
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.foundation.ui.formats import moment
from tirek.foundation.ui.forms import Mistake, anchor_of, heading, mistakes
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import PartsRefused
from tirek.records.visits.services.together import MeetingNote, Paper

MORE = 2
MeetingForms = forms.formset_factory(MeetingForm, extra=1, max_num=30)
FindingForms = forms.formset_factory(FindingForm, extra=2, max_num=40)


class MomentsForm(CarefulForm):
    """When the delegation stood at the gate and when it left; only what the visit's state has still to learn."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("because",)
    begun_at = moment_field(gettext_lazy("When the delegation stood at the gate"))
    because = WHY_THEN
    ended_at = moment_field(
        gettext_lazy("When the delegation left the place"), required=False, help_text=gettext_lazy("Leave empty while the visit goes on.")
    )

    def __init__(self, *args: Any, facts: queries.VisitFacts, leads: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {"begun_at": facts.begun_at, "ended_at": facts.ended_at}
        if facts.state != "planned":
            self.leave_out("begun_at", "because")
        if not leads or facts.state == "concluded":
            self.leave_out("ended_at")

    def leave_out(self, name: str, *more: str) -> None:
        """A moment that is known already is asked no more; one that was typed before somebody else entered it stays in the form."""
        if self.is_bound and self.data.get(self.add_prefix(name)):
            self.fields[name].required = False
        else:
            for each in (name, *more):
                del self.fields[each]

    def clean(self) -> dict[str, Any]:
        """What somebody else entered meanwhile is not entered again: the same moment is let go, another one is told."""
        typed = super().clean()
        for name, known in self.known.items():
            told = typed.get(name)
            if known and told and told.replace(second=0) == known.replace(second=0, microsecond=0):
                typed[name] = None
            elif known and told:
                words = _("Somebody else has entered %(moment)s here meanwhile. Empty the field to leave it so.")
                self.add_error(name, words % {"moment": moment(known)})
        return typed


class PaperForms:
    """All parts of the page over one sent form, or over none. Access and the talk begin from what is recorded, meetings and findings are further ones."""

    def __init__(self, request: SignedRequest, facts: queries.VisitFacts, leads: bool) -> None:
        sent = grown(request) if request.method == "POST" else None
        held = queries.access_facts(facts.id, by=request.actor)
        optional: dict[str, Any] = {"empty_permitted": True}
        today = timezone.localdate()
        self.moments = MomentsForm(sent, facts=facts, leads=leads)
        self.access = AccessForm(sent, held=held, prefix="access")
        saw = queries.meetings_revision(each.id for each in queries.meetings(facts.id, by=request.actor))
        first = {"held_on": min(facts.starts_on, today), "revision": saw}
        self.meetings = MeetingForms(sent, prefix="meetings", form_kwargs={**optional, "initial": first})
        self.talked = TalkForms(sent, queries.closing_talk(facts.id, by=request.actor), day=min(facts.ends_on, today), prefix="talk", optional=True)
        self.findings = FindingForms(sent, prefix="findings", form_kwargs={**optional, "country": facts.country})

    @property
    def every(self) -> list[forms.BaseForm]:
        """Every single form, in the order of the page."""
        return [self.moments, self.access, *self.meetings.forms, self.talk, *self.promises.forms, *self.findings.forms]

    @property
    def talk(self) -> forms.Form:
        """The closing talk without its promises."""
        return self.talked.form

    @property
    def promises(self) -> Any:
        """The promises of the closing talk."""
        return self.talked.promises

    def mistakes(self) -> list[Mistake]:
        """Every mistake of the page with the way to it; one of a whole line leads to the line and is called by it."""
        numbered: list[tuple[str, Any]] = [(_("Meeting %(number)s"), self.meetings), (_("Finding %(number)s"), self.findings), (_("Promise %(number)s"), self.promises)]
        called = {id(form): words % {"number": place} for words, rows in numbered for place, form in enumerate(rows.forms, start=1)}
        found = []
        for form in self.every:
            for one in mistakes(form):
                label = ". ".join(filter(None, [called.get(id(form), ""), one.label]))
                anchor = one.anchor or anchor_of(form[next(iter(form.fields))])
                found.append(Mistake(one.text, anchor, heading(label) if label else ""))
        return found

    @property
    def right(self) -> bool:
        """Whether nothing is wrong before the services are asked."""
        one = [self.moments.is_valid(), self.access.is_valid(), self.talked.is_valid()]
        return all([*one, self.meetings.is_valid(), self.findings.is_valid()])

    def judge_nothing(self) -> None:
        """More room was asked for: what is typed stays as it is, and nothing is told to be wrong yet."""
        for form in self.every:
            vars(form)["_errors"] = ErrorDict()

    def paper(self) -> Paper:
        """What was typed, as the service takes it."""
        return Paper(
            begun_at=self.moments.cleaned_data.get("begun_at"),
            because=self.moments.cleaned_data.get("because", ""),
            names_nobody=self.moments.cleaned_data.get("names_nobody", ""),
            ended_at=self.moments.cleaned_data.get("ended_at"),
            access=self.access.notes(),
            meetings=tuple(MeetingNote(**form.cleaned_data) for form in written(self.meetings)),
            talk=self.talked.note() if self.talked.touched else None,
            findings=tuple(form.observation() for form in written(self.findings)),
        )

    def tell(self, refused: PartsRefused, paper: Paper) -> None:
        """Puts each refusal to the form that it is about."""
        for name, place, refusal in refused.parts:
            if name == "access":
                self.access.tell_line(paper.access[place].entitlement, refusal)
            else:
                form, field = self.place_of(name, place)
                form.add_error(field, refusal_text(refusal))

    def catch_up(self, request: SignedRequest, visit_id: UUID) -> None:
        """What others saved since the page was shown comes onto the page that is shown again."""
        self.access.catch_up(queries.access_facts(visit_id, by=request.actor))
        self.talked.catch_up(queries.closing_talk(visit_id, by=request.actor))
        for form in self.meetings.forms:
            form.catch_up(queries.meetings(visit_id, by=request.actor), told=form.has_changed())

    def place_of(self, name: str, place: int) -> tuple[forms.BaseForm, str | None]:
        """The form and field of a part."""
        if name in ("begin", "end"):
            return self.moments, {"begin": "begun_at", "end": "ended_at"}[name]
        rows: dict[str, list[forms.BaseForm]] = {"meetings": written(self.meetings), "findings": written(self.findings), "talk": [self.talk]}
        return rows[name][place], None


def written(formset: Any) -> list[Any]:
    """The lines of a list of forms in which something was written."""
    return [form for form in formset.forms if form.has_changed()]


def grown(request: SignedRequest) -> Any:
    """What was sent, with room for some more lines where that was asked for."""
    sent = request.POST.copy()
    total = f"{sent.get('more', '')}-TOTAL_FORMS"
    lines = str(sent.get(total, ""))
    if lines.isdigit():
        sent[total] = str(min(int(lines) + MORE, 30))
    return sent


@read_or_write
def afterwards(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """The page; saved whole or not at all."""
    facts, part = visit_facts(request, visit_id), visit_part(request, visit_id)
    if not (facts.state == "planned" and part.leads):
        recorded(request, visit_id)
    page = PaperForms(request, facts, part.leads)
    if request.method == "POST" and "more" in request.POST:
        page.judge_nothing()
    elif request.method == "POST" and page.right and saved(request, visit_id, page):
        left = len(queries.undecided_hits(visit_id, by=request.actor))
        return done(request, _("Everything is saved."), "desk:visit-passages" if left else "desk:visit-access", visit_id)
    elif request.method == "POST":
        page.catch_up(request, visit_id)
    lead = _(
        "Fill in what you have on paper and leave the rest as it is: what is recorded already stands in the form and stays unless you change it. "
        "Everything is saved together; if something is wrong, nothing is lost."
    )
    return asked(
        request, visit_id, "access", page.moments, title=_("Enter what came back on paper"), button=_("Save everything"), lead=lead,
        back=way("visit", visit_id), template="desk/visits/afterwards.html", page=page, needs=(),
        met=[(each, WITH_WHOM[each.with_whom]) for each in queries.meetings(visit_id, by=request.actor)],
        seen=len(queries.findings(visit_id, by=request.actor)),
        wrong=request.method == "POST" and any(form.errors for form in page.every),
    )  # fmt: skip


def saved(request: SignedRequest, visit_id: UUID, page: PaperForms) -> bool:
    """Whether all of it was saved; else each part tells what is wrong."""
    paper = page.paper()
    try:
        services.enter_together(visit_id=visit_id, paper=paper, by=request.actor)
    except PartsRefused as refused:
        page.tell(refused, paper)
        return False
    return True
