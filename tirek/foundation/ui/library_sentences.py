"""Sentences of the libraries under us that a person can meet and that their own catalogues lack in Kazakh or Kyrgyz.

Named here, they are collected into ours, which come first. It is read by `python -m tools.messages`; nothing imports it.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

FIELDS = (
    _("Enter a valid email address."),
    _("Enter a valid UUID."),
    _("Enter a complete value."),
    _("Enter a valid integer."),
    _("Null characters are not allowed."),
    _("File extension “%(extension)s” is not allowed. Allowed extensions are: %(allowed_extensions)s."),
    _("(Hidden field %(name)s) %(error)s"),
)
LENGTHS = (
    ngettext_lazy(
        "Ensure this value has at least %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at least %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
    ngettext_lazy(
        "Ensure this filename has at most %(max)d character (it has %(length)d).",
        "Ensure this filename has at most %(max)d characters (it has %(length)d).",
        "max",
    ),
)
PASSWORDS = (
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
        "min_length",
    ),
    _("The password is too similar to the %(verbose_name)s."),
    _("This password is too common."),
    _("This password is entirely numeric."),
)
SIGNING_IN = (
    _("The email address and/or password you specified are not correct."),
    _("Incorrect password."),
    _("Incorrect code."),
    _("Please type your current password."),
    _("You must type the same password each time."),
    _("Too many failed login attempts. Try again later."),
)
