"""The findings of all visits in one list. A line leads to the finding in its visit; nothing stands here that its reader could not read there unasked."""

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.desk.listing import Asked, ListColumn, Reader, WorkList, begun, counted_by, given_by, shown
from tirek.faces.desk.visits.words import SERIOUSNESS, Said
from tirek.faces.frame.answers.words import head_of
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import FilterForm, day_field, said
from tirek.foundation.jurisdictions.queries import areas, standard_meant
from tirek.foundation.ui.pieces import Cell, Column, StateKind
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits.queries import GOOD_PRACTICE, FindingFilters, FoundLine, finding_count, findings_across

DEGREES: dict[str, Said] = {**SERIOUSNESS, GOOD_PRACTICE: pgettext_lazy("finding", "good practice")}
SHAPES: dict[str, StateKind] = {"notable": "waiting", "serious": "attention", "critical": "danger", GOOD_PRACTICE: "done"}


class FindingFilterForm(FilterForm):
    """How the list is narrowed."""

    area = forms.ChoiceField(label=gettext_lazy("Area"), required=False)
    degree = forms.ChoiceField(label=gettext_lazy("How serious"), required=False)
    standard = forms.CharField(
        label=gettext_lazy("Standard"), required=False, max_length=200, help_text=gettext_lazy("For example: NMR 24"),
    )  # fmt: skip
    since = day_field(gettext_lazy("Visits from"), required=False)
    until = day_field(gettext_lazy("Visits until"), required=False)

    def choose(self, country: str) -> None:
        """Areas and degrees."""
        self.offer("area", [("", _("all")), *((one.code, said(one.name)) for one in areas())])
        self.offer("degree", [("", _("all")), *DEGREES.items()])

    def clean_standard(self) -> str:
        """The id of the one rule that is meant."""
        asked: str = self.cleaned_data["standard"]
        found = standard_meant(self.country, asked) if asked.strip() else None
        if asked.strip() and found is None:
            raise forms.ValidationError(_("No single rule is called so. Look it up among the standards and write its text and number, like NMR 24."))
        return found.id if found else ""

    @property
    def filters(self) -> FindingFilters:
        """What was asked; nothing where the form is not valid."""
        return FindingFilters(**self.cleaned_data) if self.is_valid() else FindingFilters()


def check_may_open(request: Reader) -> None:
    """Raises NotAllowed for those who find no finding here."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed


def narrowing(request: Reader, data: QueryDict | None) -> FindingFilterForm:
    """How the list is narrowed."""
    return FindingFilterForm(data, country=request.country)


def columns() -> list[Column]:
    """The columns of a list of findings."""
    return [Column(_("Finding"), width="wide"), Column(_("Area")), Column(_("How serious")), Column(_("Place")), Column(_("First day of the visit"))]


def row(one: FoundLine, *, whole: bool = False) -> list[object]:
    """A finding as a line of a list."""
    named = {each.code: said(each.name) for each in areas()}
    return [
        Cell(said(one.text) if whole else head_of(said(one.text), 240), f"{reverse('desk:visit-findings', args=[one.visit_id])}#{one.id}"),
        named.get(one.area, one.area),
        Cell(str(DEGREES.get(one.degree, one.degree)), state=SHAPES.get(one.degree, "waiting")),
        Cell(said(one.place_name), reverse("desk:visit", args=[one.visit_id])),
        one.starts_on,
    ]


def in_list(one: FoundLine, asked: Asked) -> list[object]:
    """A finding as the list says it, in a file with its whole text."""
    return row(one, whole=asked.filed)


FINDINGS = WorkList(
    "findings", "desk:findings", gettext_lazy("Findings"),
    (
        ListColumn("text", gettext_lazy("Finding"), width="wide"), ListColumn("area", gettext_lazy("Area")), ListColumn("degree", gettext_lazy("How serious")),
        ListColumn("place", gettext_lazy("Place")), ListColumn("first", gettext_lazy("First day of the visit"), order=True),
    ),
    narrowing, check_may_open, counted_by(finding_count), given_by(findings_across), in_list,
)  # fmt: skip


@require_safe
def findings(request: SignedRequest) -> HttpResponse:
    """The list, of the newest visits first unless told; filters, columns and order stand in the address. Cost: 3 queries."""
    listing = shown(request, FINDINGS)
    if answer := begun(request, listing):
        return answer
    return render(request, "desk/findings/list.html", listing.context(listing.part(request.GET.get("page"))))
