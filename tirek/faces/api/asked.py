"""What a request asks for: country, kind, page. What cannot be meant is a fault that says how to mend it."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from tirek.faces.api.answers import Fault, not_there
from tirek.foundation.jurisdictions.queries import countries, is_invented
from tirek.insight.publications.queries import KINDS


def public_countries() -> list[str]:
    """Real countries with a pack: the invented one publishes nothing."""
    return [code for code in countries() if not is_invented(code)]


def country_of(code: str) -> str:
    """A country whose editions are public. Raises Fault."""
    if code not in public_countries():
        raise not_there()
    return code


def kind_of(request: HttpRequest) -> str | None:
    """The kind that a list is narrowed to. Raises Fault for one that does not exist."""
    kind = request.GET.get("kind")
    if kind is not None and kind not in KINDS:
        raise Fault(400, "unknown_kind", _("The kind “%(kind)s” does not exist: give one of %(kinds)s.") % {"kind": kind[:40], "kinds": ", ".join(KINDS)})
    return kind


def number_of(request: HttpRequest, name: str, default: int | None) -> int | None:
    """A whole number above 0 from the query. Raises Fault for anything else."""
    text = request.GET.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdecimal() and int(text[:9]) > 0 and len(text) < 10):
        raise Fault(400, "not_a_number", _("“%(name)s” must be a whole number above 0.") % {"name": name})
    return int(text)
