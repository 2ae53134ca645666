"""Forms of the tables in and out. They ask and tidy; every rule stands in the room of the sheets."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.exports import ExportForm
from tirek.faces.frame.fields import line
from tirek.faces.frame.file_kinds import TABLES
from tirek.faces.frame.uploads import UploadField
from tirek.foundation.files.tables import ReadTable
from tirek.foundation.sheets.kinds import SheetKind
from tirek.foundation.sheets.naming import all_columns
from tirek.foundation.sheets.queries import ColumnFacts

MOST_HEADING_ROWS = 20


class BringForm(forms.Form):
    """The file."""

    use_required_attribute = False
    file = UploadField(label=gettext_lazy("The table"), kinds=TABLES)


class PassagesForm(forms.Form):
    """Why passages stay that could name somebody, said once for the whole sheet."""

    use_required_attribute = False
    names_nobody = line(
        gettext_lazy("Why these passages stay"), required=True,
        help_text=gettext_lazy("In general words and without names: for instance, that institutions and streets are called so. It is kept with each passage."),
    )  # fmt: skip


class ColumnsForm(forms.Form):
    """Which sheet, which row of headings, and what each column means."""

    use_required_attribute = False
    sheet = forms.TypedChoiceField(label=gettext_lazy("Sheet of the workbook"), coerce=int)
    heading_row = forms.TypedChoiceField(label=gettext_lazy("Row with the headings"), coerce=int)

    def __init__(self, *args: Any, table: ReadTable, heading_row: int, columns: tuple[ColumnFacts, ...], kind: SheetKind, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [("", _("not used")), *((column.key, _(column.words)) for column in all_columns(kind, country))]
        self.fields["sheet"].choices = list(enumerate(table.sheets))  # type: ignore[attr-defined]
        self.fields["heading_row"].choices = [(number, number + 1) for number in range(min(MOST_HEADING_ROWS, len(table.rows)))]  # type: ignore[attr-defined]
        self.initial.update(sheet=table.sheet, heading_row=heading_row)
        if len(table.sheets) == 1:
            self.fields["sheet"].widget = forms.HiddenInput()
        for column in columns:
            label = column.heading or _("column %(number)s") % {"number": column.number + 1}
            self.fields[f"column_{column.number}"] = forms.ChoiceField(label=label, choices=known, required=False, widget=forms.Select(attrs={"class": "form-select"}))
            self.initial[f"column_{column.number}"] = column.key
        self.columns = columns

    @property
    def lines(self) -> list[tuple[ColumnFacts, forms.BoundField]]:
        """Each column with its field."""
        return [(column, self[f"column_{column.number}"]) for column in self.columns]

    @property
    def mapping(self) -> dict[int, str]:
        """What was chosen: number of the column -> key."""
        return {column.number: self.cleaned_data[f"column_{column.number}"] for column in self.columns}


class TakeForm(ExportForm):
    """What the file is for, and its kind."""

    ending = forms.ChoiceField(
        label=gettext_lazy("Kind of file"),
        choices=[("xlsx", gettext_lazy("Excel workbook (.xlsx), with what its columns mean")), ("csv", gettext_lazy("Table as text (.csv)"))],
        widget=forms.RadioSelect,
        initial="xlsx",
    )
