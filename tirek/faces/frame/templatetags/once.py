"""The sign of a form whose answer is shown once. It knows no noun."""

import secrets

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def once() -> SafeString:
    """A hidden field that no other form has."""
    return format_html('<input type="hidden" name="once" value="{}">', secrets.token_urlsafe(12))
