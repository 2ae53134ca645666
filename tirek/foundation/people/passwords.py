"""Passwords that are easy to guess: few different characters, digits alone, or what everybody knows of the person. It knows no table and keeps nothing."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

FEWEST = 6
"""So many different characters at least."""
LEFT = 8
"""So many characters must be left without the person's name and address."""
_PART = re.compile(r"[\w.+-]{4,}")


def easy_to_guess(password: str, *about: str) -> bool:
    """Whether it has few different characters, is a number, or consists mostly of what is known `about` the person."""
    plain = password.casefold()
    if len(set("".join(plain.split()))) < FEWEST or re.fullmatch(r"[\d\W]*", plain):
        return True
    for known in sorted((part for each in about for part in (each, *_PART.findall(each.casefold()))), key=len, reverse=True):
        plain = plain.replace(known.casefold(), "")
    return len(plain) < LEFT < len(password)


def check_hard_to_guess(password: str, *about: str) -> None:
    """Raises ValidationError with a sentence that says what to do."""
    if easy_to_guess(password, *about):
        raise ValidationError(
            gettext(
                "This password is easy to guess: it repeats a few characters, is a number, or is your name or address."
                " Take four words that do not belong together."
            ),
            code="easy",
        )


class HardToGuess:
    """The same as one of the validators of passwords that the settings name."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ValidationError."""
        check_hard_to_guess(password, *filter(None, (getattr(user, name, "") for name in ("email", "name"))))

    def get_help_text(self) -> str:
        """Nothing: the field says already what is good."""
        return ""
