"""The changes of a member: which form each has, what it says, and which verb of the register it calls."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.places.changes import Change
from tirek.faces.frame.fields import CountryForm, day_field, line
from tirek.registers.mandate import services


class RenewForm(CarefulForm, CountryForm):
    """Another term."""

    careful: ClassVar[tuple[str, ...]] = ("decision",)

    since = day_field(_("First day of the term"))
    until = day_field(_("Last day of the term"), required=False, help_text=_("Leave empty for a term without an end."))
    decision = line(_("Decision"), help_text=_("By whose decision the term began, with its date and number."))


class EndTermForm(CarefulForm, CountryForm):
    """A term that ends before its time."""

    careful: ClassVar[tuple[str, ...]] = ("reason",)

    on = day_field(_("Last day of the term"))
    reason = line(_("Reason"), required=True)


class OathForm(CountryForm):
    """The day of the oath."""

    on = day_field(_("Day of the oath"))


class CertificateForm(CarefulForm, CountryForm):
    """A certificate as it stands on paper."""

    careful: ClassVar[tuple[str, ...]] = ("number", "issued_by")

    number = forms.CharField(label=_("Number"), max_length=60)
    issued_on = day_field(_("Issued on"))
    valid_until = day_field(_("Valid until"), required=False)
    issued_by = forms.CharField(label=_("Issued by"), max_length=200, required=False)


CHANGES: dict[str, Change] = {
    "renew": Change(
        RenewForm, _("Enter another term"), _("Terms of one member never cross."),
        _("Save the term"), _("The term is saved."), services.renew_term, "refresh",
    ),
    "end-term": Change(
        EndTermForm, _("End the term early"), _("The reason stays with the record."),
        _("End the term"), _("The term has ended."), services.end_term, "ban",
    ),
    "oath": Change(
        OathForm, _("Record the oath"), _("The day on which the member took the oath."),
        _("Save the oath"), _("The oath is recorded."), services.record_oath, "writing",
    ),
    "certificate": Change(
        CertificateForm, _("Enter a certificate"), _("The paper that the member shows at the gate."),
        _("Save the certificate"), _("The certificate is saved."), services.add_certificate, "fingerprint",
    ),
}  # fmt: skip
