"""What the form components need to know about a bound field, for every widget of Django. It knows no form of any face."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect, Widget


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake, the label and the anchor of the field that holds it (both "" for a mistake of the whole form)."""

    text: str
    anchor: str = ""
    label: str = ""


def kind_of(widget: Widget) -> str:
    """How a widget is drawn: one control, a lone checkbox, a group of choices, or several parts under one legend."""
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "choices"
    if isinstance(widget, CheckboxInput):
        return "checkbox"
    return "parts" if widget.use_fieldset and not isinstance(widget, FileInput) else "control"


def field_context(bound: BoundField, label: str = "", hint: str = "") -> dict[str, object]:
    """The template context of one field; ties hint and error to the control by aria-describedby."""
    kind = kind_of(bound.field.widget)
    hint = hint or str(bound.help_text or "")
    described = " ".join(
        part for part in (f"{bound.auto_id}-hint" if hint else "", f"{bound.auto_id}-error" if bound.errors else "") if part
    )
    given: dict[str, str | bool] = {}
    if described:
        given["aria-describedby"] = described
    if bound.errors:
        given["aria-invalid"] = "true"
    return {
        "bound": bound,
        "kind": kind,
        "label": label or bound.label,
        "hint": hint,
        "described": described,
        "anchor": anchor_of(bound),
        "control": bound.as_widget(attrs=given) if kind in {"control", "checkbox", "parts"} else "",
        "options": list(bound.subwidgets) if kind == "choices" else [],
        "optional": not bound.field.required and kind != "checkbox" and not getattr(bound.field, "hangs_on_another", False),
    }


def anchor_of(bound: BoundField) -> str:
    """The id that a link in the error summary leads to: the control itself, or the first of a group."""
    if kind_of(bound.field.widget) == "choices":
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id


def mistakes(form: BaseForm) -> Iterator[Mistake]:
    """Every mistake of a form in the order of its fields, those of the whole form first."""
    for text in form.non_field_errors():
        yield Mistake(str(text))
    for name in form.fields:
        bound = form[name]
        for text in bound.errors:
            yield Mistake(str(text), anchor_of(bound), heading(str(bound.label)))


def heading(label: str) -> str:
    """A label as the beginning of a sentence about its field: "Name:", but "Was it announced?"."""
    return label if label.endswith(("?", ":", ".")) else f"{label}:"
