"""What every page that is written on shares: its verbs, the refusal that comes back as an error of the form, the number in an address. It knows no noun."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.views.decorators.http import require_http_methods

from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal

read_or_write = require_http_methods(["GET", "HEAD", "POST"])


def kept(request: SignedRequest, form: forms.Form, work: Callable[[dict[str, Any]], Any]) -> Any:
    """What the service answers to a valid form; None for a form that is shown (again), with the refusal in it."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return work(form.cleaned_data)
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        form.add_error(None, refusal_text(refusal))
        return None


def number_of(request: SignedRequest, name: str = "part") -> int:
    """The number under this name in the address, 1 where there is none. Raises NotFound for what is no number."""
    asked = request.GET.get(name, "1")
    if not asked.isdecimal() or len(asked) > 6:
        raise NotFound
    return int(asked)
