"""Receipt numbers: how somebody who filed something asks for it later, without an account. Only a digest of a number is kept.

A number is made from the form's own draw, so that a form that is sent twice gets one number. It knows no table.
"""

import base64
import hashlib
import hmac
import secrets

from django.conf import settings
from django.core import signing

from tirek.insight.publications.refusals import FormTooOld

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's thirty-two: none that could be taken for another."""
LIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
LENGTH, GROUP = 16, 4
OPEN_FOR = 24 * 3600
SALT = "tirek.publications.form"


def new_form() -> str:
    """A form's own draw, signed with its moment."""
    return signing.TimestampSigner(salt=SALT).sign(secrets.token_urlsafe(18))


def number_of(form: str, what: str) -> str:
    """The receipt number of what is sent with this form; a reply and a request have numbers of their own. Raises FormTooOld for a draw that this house did not sign within a day."""
    try:
        drawn = signing.TimestampSigner(salt=SALT).unsign(form, max_age=OPEN_FOR)
    except signing.BadSignature:
        raise FormTooOld from None
    digest = _keyed(f"receipt {what}", drawn)
    letters = "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:LENGTH])
    return "-".join(letters[place : place + GROUP] for place in range(0, LENGTH, GROUP))


def digest_of(number: str) -> str:
    """What is kept of a receipt number, however it was typed."""
    plain = "".join(each for each in number.upper().translate(LIKE) if each.isalnum())
    return hashlib.sha256(f"receipt {plain}".encode()).hexdigest()


def contact_key() -> bytes:
    """The key under which contacts lie: made of the instance's secret, so that a copy of the database alone opens none."""
    return base64.urlsafe_b64encode(_keyed("contact", "1"))


def _keyed(purpose: str, text: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), f"tirek {purpose} {text}".encode(), hashlib.sha256).digest()
