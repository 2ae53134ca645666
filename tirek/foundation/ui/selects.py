"""How a list to choose from is written: sign for sign what Django's templates make of it, without a template for every choice. It knows no form.

A page that lists 150 members with a role for each spends half its time on those templates.
"""

from collections.abc import Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.template.base import render_value_in_context
from django.template.context import Context
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

SELECT, OPTION = "django/forms/widgets/select.html", "django/forms/widgets/select_option.html"
PLAIN = Context()


class PlainSelects(DjangoTemplates):
    """Django's own renderer of forms, but for selects whose choices are Django's own."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> SafeString:
        """A widget, a form or a list of mistakes as HTML."""
        if template_name == SELECT and all(each["template_name"] == OPTION for _name, group, _place in context["widget"]["optgroups"] for each in group):
            return select(context["widget"])
        return mark_safe(super().render(template_name, context, request))  # noqa: S308 -- a template wrote it


def select(widget: Mapping[str, Any]) -> SafeString:
    """A select as django/forms/widgets/select.html writes it."""
    written = [f'<select name="{said(widget["name"])}"{attributes(widget["attrs"])}>']
    for name, group, _place in widget["optgroups"]:
        written += [f'\n  <optgroup label="{said(name)}">'] if name else []
        written += [f'\n  <option value="{value(each["value"])}"{attributes(each["attrs"])}>{said(each["label"])}</option>\n' for each in group]
        written += ["\n  </optgroup>"] if name else []
    return mark_safe("".join([*written, "\n</select>"]))  # noqa: S308 -- each part was escaped


def attributes(given: Mapping[str, Any]) -> str:
    """Attributes as attrs.html writes them: True stands alone, False not at all."""
    if not given:
        return ""
    shown = [(name, held) for name, held in given.items() if held is not False]
    return "".join(f" {said(name)}" if held is True else f' {said(name)}="{value(held)}"' for name, held in shown)


def value(held: Any) -> str:
    """What a form sends: never in the reader's way of writing numbers."""
    return conditional_escape(held if isinstance(held, SafeString) else str(held))


def said(held: Any) -> str:
    """What a reader sees, as a template would write it."""
    return conditional_escape(held) if isinstance(held, str) else render_value_in_context(held, PLAIN)
