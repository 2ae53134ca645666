"""The ministry's own sign-in service (OpenID Connect) as the settings name it. It knows no Django: settings stand on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

LOCAL = {"localhost", "127.0.0.1", "::1"}


class ProviderRefused(Exception):
    """A setting of the sign-in service that cannot be used; the sentence says which and how to mend it."""


@dataclass(frozen=True, slots=True)
class Provider:
    """Who it is, who we are to it, what people call it, and by which of its words a second factor is proven."""

    issuer: str
    client: str
    secret_file: Path | None
    name: str
    factors: frozenset[str]
    timeout: float = 10.0

    @property
    def origin(self) -> str:
        """The service's name alone, for people where no other was given."""
        return urlsplit(self.issuer).hostname or self.issuer


def read_provider(environ: Mapping[str, str]) -> Provider | None:
    """The service that TIREK_OIDC_ISSUER names, or None. Raises ProviderRefused."""
    issuer = environ.get("TIREK_OIDC_ISSUER", "").strip()
    if not issuer:
        return None
    if not is_protected(issuer):
        raise ProviderRefused("TIREK_OIDC_ISSUER must be the service's address as it names itself, beginning with https://, without a question mark.")
    client = environ.get("TIREK_OIDC_CLIENT", "").strip()
    if not client:
        raise ProviderRefused("TIREK_OIDC_CLIENT is empty: give the name under which this system is registered at the sign-in service.")
    secret = environ.get("TIREK_OIDC_SECRET_FILE", "")
    factors = frozenset(each.strip() for each in environ.get("TIREK_OIDC_FACTORS", "").split(",") if each.strip())
    return Provider(issuer, client, Path(secret).expanduser() if secret else None, environ.get("TIREK_OIDC_NAME", "").strip(), factors)


def is_protected(address: str) -> bool:
    """Whether an address is reached by TLS, or is this very machine."""
    try:
        url = urlsplit(address)
    except ValueError:
        return False
    return bool(url.hostname) and not url.query and not url.fragment and (url.scheme == "https" or (url.scheme == "http" and url.hostname in LOCAL))
