"""Passwords that are easy to guess: few different characters, digits alone, one word again and again, or what everybody knows of the person. It knows no table and keeps nothing."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

FEWEST = 6
"""So many different characters at least."""
LEFT = 8
"""So many characters must be left without the person's name and address."""
WHOLE = 12
"""A part of so many characters may come again: it would do alone. Shorter ones, and one word however long, may not."""
_PART = re.compile(r"[\w.+-]{4,}")


def easy_to_guess(password: str, *about: str) -> bool:
    """Whether it has few different characters, is a number, is one word again and again, or consists mostly of what is known `about` the person."""
    plain = password.casefold()
    if len(set("".join(plain.split()))) < FEWEST or re.fullmatch(r"[\d\W]*", plain) or repeats(plain):
        return True
    for known in sorted((part for each in about for part in (each, *_PART.findall(each.casefold()))), key=len, reverse=True):
        plain = plain.replace(known.casefold(), "")
    return len(plain) < LEFT < len(password)


def repeats(plain: str) -> bool:
    """Whether it is one word again and again, written together or apart, also with figures or signs added to it."""
    words, letters = re.findall(r"\w+", plain), re.sub(r"[\W\d_]+", "", plain)
    if len(words) > 1 and len(set(words)) == 1:
        return True
    return any(comes_again(each) for each in ("".join(words), letters) if 2 * len(each) >= len(plain))


def comes_again(text: str) -> bool:
    """Whether a text is a part of three characters or more that comes twice or oftener, and is too short to do alone."""
    part = (text + text).find(text, 1)
    return 3 <= part < min(len(text), WHOLE)


def check_hard_to_guess(password: str, *about: str) -> None:
    """Raises ValidationError with a sentence that says what to do."""
    if easy_to_guess(password, *about):
        raise ValidationError(
            gettext(
                "This password is easy to guess: it repeats a few characters or a word, is a number, or is your name or address."
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
