"""The country of a public address: /kz/… is Kazakhstan; no cookie remembers it. It asks the packs only."""

from django.http import Http404

from tirek.foundation.jurisdictions.queries import countries, is_invented


def public_countries() -> tuple[str, ...]:
    """Real countries, in the packs' order: the invented one has no public record."""
    return tuple(code for code in countries() if not is_invented(code))


def country_or_404(code: str) -> str:
    """The code of a real country with a pack; the invented country and unknown ones have no public page."""
    if code not in public_countries():
        raise Http404
    return code


class CountryConverter:
    """Two small letters that are no language: the converter leaves the check to `country_or_404`."""

    regex = "[a-z]{2}"

    def to_python(self, value: str) -> str:
        """The code as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """The code as it stands."""
        return value
