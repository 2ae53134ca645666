"""Where a sign-in comes from, as the desk asks it; what is common to all faces stands in the foundation."""

from django.http import HttpRequest

from tirek.foundation.ui.origin import from_this_machine, is_loopback, may_demonstrate

__all__ = ["from_this_machine", "is_loopback", "may_demonstrate", "passkeys_possible"]


def passkeys_possible(request: HttpRequest) -> bool:
    """A passkey belongs to a name: not to an IP address."""
    name = request.get_host().rsplit(":", 1)[0]
    return not name.startswith("[") and not name.replace(".", "").isdigit()
